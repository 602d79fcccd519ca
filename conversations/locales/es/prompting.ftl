# Prompts. The first 60 characters stand on a locked screen: no name, no therapy word.

prompt-first-line = Hola. Es la hora que elegiste. Empezamos cuando te venga bien.
prompt-soon = Hola. Queda una parte corta de antes. Empezamos cuando te venga bien. { $until }
prompt-facts = Cerca de { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
  }. { $until } Puedes parar en cualquier paso.
prompt-until = Abierto hasta las { $time }.
prompt-until-midnight = Abierto hasta medianoche.
prompt-start = Empezar
prompt-later = Más tarde
prompt-skip = Saltar
prompt-too-much = Demasiado
prompt-back = Atrás
prompt-later-15 = En 15 min
prompt-later-60 = En 1 hora
prompt-later-evening = A las 19:00
prompt-later-ask = ¿Cuándo es mejor?
prompt-later-set = Bien. Te aviso otra vez: { $time }.
prompt-later-set-quiet = Bien. Te aviso otra vez: { $time }. Solo por esta vez es en tus horas de silencio.
prompt-later-full = Esa hora ya no cabe. { $until } Puedes empezar ahora, o volver tú con /today.
prompt-skip-ask = Está bien. ¿Qué lo hace difícil ahora? Basta con un toque.
prompt-skipped = Saltado. Nada más por esta vez.
prompt-much-ask = Gracias por decirlo. ¿Qué te ayudaría?
much-stop-all = Con /stop ya no llega nada por su cuenta.
prompt-much-told = Se lo dije a { $therapist }. Hoy no llega nada más de esto.
prompt-later-enough = Volví dos veces, así que esta vez ya no suena más. { $until } Puedes empezar ahora, o volver tú con /today.
prompt-reminder = Solo una vez más, por si se te pasó. { $until }
prompt-gone-by = Esto ya pasó. /today muestra lo que está abierto.
prompt-started = Empezado.
prompt-done-already = Esta ya está hecha. /log empieza otra.
prompt-closed-late = El tiempo de esta ya terminó. Aún puedes escribir; la marco como hecha más tarde.
skip-busy = Mucho que hacer
skip-unwell = No me siento bien
skip-not-relevant = Hoy no encaja
skip-too-hard = Demasiado difícil
skip-private = Sin un lugar privado
much-light = La versión más corta
much-minute = La versión de un minuto
much-skip = Hoy no
much-pause = Poner todo en pausa
much-tell = Decirlo a mi terapeuta

weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
