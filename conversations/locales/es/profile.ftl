# What a client tells about their days. Each question may be skipped and is never put twice.

profile-one = Una pregunta, si quieres. Tu terapeuta ve la respuesta cuando te propone algo.
profile-skip = Saltar
profile-done = Listo
profile-thanks = Gracias. /settings lo cambia.
profile-skipped = Está bien. Lo encuentras en /settings.
profile-minutes = ¿Cuántos minutos al día son realistas para ti?
profile-minutes-5 = 5
profile-minutes-10 = 10
profile-minutes-15 = 15
profile-minutes-30 = 30
profile-minutes-45 = 45
profile-best = ¿Cuándo es un buen momento para ti? Toca todo lo que encaje.
profile-best-morning = Mañana
profile-best-midday = Mediodía
profile-best-afternoon = Tarde
profile-best-evening = Noche
profile-days = ¿Cómo son tus días?
profile-days-work = Trabajo o estudio entre semana
profile-days-shifts = Turnos
profile-days-home = Casi siempre en casa
profile-days-varies = Cada día es distinto
profile-hard = ¿Te cuesta alguna de estas cosas? Toca todo lo que encaje.
profile-hard-reading = Leer
profile-hard-writing = Escribir
profile-hard-focus = La concentración
profile-hard-none = Ninguna
profile-way = ¿Cómo te gusta responder?
profile-way-taps = Con botones
profile-way-words = Con palabras propias
profile-way-either = De las dos formas

set-profile = Sobre mis días
profile-head = <b>Sobre tus días.</b> Tu terapeuta ve esto cuando te propone algo. Toca uno para cambiarlo.
profile-line = { $question } { $answer }
profile-unsaid = sin decir
profile-name-minutes = Minutos al día:
profile-name-best = Buenos momentos:
profile-name-days = Mis días:
profile-name-hard = Me cuesta:
profile-name-way = Me gusta responder:

profile-told = { $name } dijo: { $said }
profile-told-minutes = { $answer } minutos al día son realistas
profile-told-best = buenos momentos: { $answer }
profile-told-days = días: { $answer }
profile-told-hard = le cuesta: { $answer }
profile-told-way = cómo le gusta responder: { $answer }

suggest-full = Completa
suggest-light = Corta
suggest-minute = Un minuto
suggest-fits = { $form } (encaja con lo que dijo)
