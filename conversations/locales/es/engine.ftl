# What the conversation itself says. Plain words, short, kind; no praise and no advice.

# La pregunta
ask-progress = { $step } de { $count }
ask-pinned = <i>{ $label }:</i> { $answer }
ask-ends = 0 = { $low } · { $max } = { $high }
ask-so-far = Hasta ahora: { $answer }
ask-answer-now = Tu respuesta ahora: { $answer }
ask-locked = Tus primeras palabras quedan como están. Lo que envíes ahora va debajo.
ask-skip-offer = También puedes saltar esta pregunta. Está bien así.
ask-skip-offer-cannot = También puedes tocar «Aún no puedo». Está bien así.
ask-more-moods = ¿Alguna otra emoción? Envíala, o toca «Eso es todo».
ask-more-texts = ¿Algo más? Envíalo, o toca «Eso es todo».
ask-more-new = ¿Hay ahora una emoción nueva? Envíala, o toca «Eso es todo».
ask-type-choice = También puedes escribir las primeras letras.
ask-unsure-too-much = ¿Es demasiado ahora mismo, o esa es tu respuesta?
ask-unsure-pause = ¿Quieres dejarlo por ahora, o esa es tu respuesta?
ask-unsure-back = ¿Quieres volver atrás, o esa es tu respuesta?

# Botones
button-ok = Seguir
button-yes = Sí
button-no = No
button-today = Hoy
button-yesterday = Ayer
button-tomorrow = Mañana
button-done = Listo
button-all = Eso es todo
button-cannot-yet = Aún no puedo
button-keep = Dejarlo así
button-clear = Dejarlo vacío
button-anew = Empezar esta de nuevo
button-chosen = ☑ { $label }
button-open = ☐ { $label }
button-back = Atrás
button-skip = Saltar
button-pause = Pausa
button-smaller-light = Versión más corta
button-smaller-minute = Versión de un minuto
button-unsure-light = Es demasiado: forma más corta
button-unsure-minute = Es demasiado: solo un minuto
button-unsure-too-much = Es demasiado: dejarlo por ahora
button-unsure-pause = Dejarlo por ahora
button-unsure-mine = Esa es mi respuesta
button-help = Ayuda ahora
button-edit = ✎ { $label }
button-finish = Listo
button-undo = Quitarlo otra vez
button-resume = Seguir ahora

# Lo que no se pudo tomar, y un ejemplo
refuse-empty = Ese mensaje llegó sin palabras. Por favor, escríbelo de nuevo.
refuse-rating = Por favor, envía un número de 0 a { $max }, como { $example }. Basta con algo aproximado.
refuse-rating-range = La escala va de 0 a { $max }. ¿Qué número se acerca más?
refuse-rating-which = ¿Es { $first } o { $last }, en la escala de 0 a { $max }? Toca uno, o escribe tu número otra vez.
refuse-rating-between = Aquí hace falta un solo número. ¿Cuál se acerca más: { $first }, { $last } o uno entre los dos?
refuse-rating-several = ¿Qué número es, en la escala de 0 a { $max }? Toca uno, o envía un solo número.
refuse-unlikely = Antes pusiste { $earlier } en «{ $label }». Si { $given } está bien, ponlo una vez más.
refuse-moods = Por favor, envía una palabra para cada emoción. Puedes añadir un número, así: tristeza { $high }, rabia { $low }
refuse-choice = Por favor, toca uno de los botones, o escribe lo que pone en él.
refuse-pick = Por favor, toca uno de los botones, o envía su número, como 1.
refuse-yes-no = Por favor, toca Sí o No.
refuse-number = Por favor, envía un número, como 20.
refuse-number-range = Por favor, envía un número de { $min } a { $max }.
refuse-number-whole = Por favor, envía un número entero, como 20.
refuse-date = Por favor, envía un día, por ejemplo: hoy, viernes, 5 de mayo.
refuse-date-which = Puede ser el { DATETIME($first, dateStyle: "full") } o el { DATETIME($last, dateStyle: "full") }. ¿Cuál de los dos? Por favor, envíalo con el mes en letras.
refuse-time = Por favor, envía una hora, como 18:30 o 6 de la tarde.
refuse-over = Esa hora ya pasó. Por favor, envía una que aún no haya llegado.
refuse-over-today = Esa hora ya pasó hoy. Envía una más tarde, o toca «Atrás» para elegir otro día.
refuse-long = Tu mensaje tiene { $length } letras. Aquí caben { $limit }. Por favor, envíalo más corto.
refuse-info = Aquí no hay nada que responder. Cuando lo hayas leído, toca «Seguir».
refuse-none-yet = Aquí no hay nada aún. Envía algo, o toca «Saltar».
refuse-more = Por favor, elige al menos { $min }.
refuse-required = La hoja necesita esta respuesta. Bastan unas pocas palabras.
refuse-required-closest = La hoja necesita esta respuesta. Basta lo que más se acerque.
refuse-required-cannot-yet = La hoja necesita esta respuesta. Si hoy no sale, toca «Aún no puedo».
refuse-first = Esta es la primera pregunta.
refuse-no-smaller = De esta no hay una versión más corta.
refuse-locked = Esta respuesta queda como la diste entonces. Así puedes comparar más tarde.

# Qué acepta una pregunta
wanted-words = Por favor, responde con tus propias palabras.
wanted-list = Por favor, escribe tu respuesta: una cosa en cada mensaje.
wanted-review = Toca una línea para cambiarla, o «Listo».

# Lo que pasó
said-noted = Tus palabras quedan guardadas junto a tus respuestas.
said-reworded-taken = Cambiado. «{ $label }» es ahora: { $answer }
said-reworded-unclear = En lo que cambiaste no vi una respuesta a «{ $label }». Por eso sigue así: { $answer }. Puedes editar tu mensaje otra vez.
said-reworded-overtaken = Después respondiste otra cosa a «{ $label }». Queda como está: { $answer }
said-reworded-locked = «{ $label }» queda como lo diste entonces. Así puedes comparar más tarde: { $answer }
said-reworded-planned = «{ $label }» sigue así: { $answer }. La próxima parte ya se planeó con eso.
said-reworded-unread = En eso no vi una respuesta a «{ $label }». Por eso sigue así: { $answer }. Puedes responder otra vez a esa pregunta.
said-reworded-note = Cambiado, junto a tus respuestas.
said-added = Añadido a «{ $label }».
said-taken-back = Quitado otra vez de «{ $label }».
said-stale = Esa pregunta ya tiene respuesta.
said-smaller-light = Ahora es la versión más corta. Todo lo que escribiste queda guardado.
said-smaller-minute = Ahora es la versión de un minuto. Todo lo que escribiste queda guardado.
said-put-aside = Dejado para luego. Todo lo que escribiste queda guardado. Toca el botón cuando quieras seguir.
said-next-now = Ahora, la próxima parte.
said-next-later = Esta parte está hecha y guardada. La próxima llega el { DATETIME($date, dateStyle: "full") }, a las { $time }.
said-again-later = Está bien. Te pregunto otra vez el { DATETIME($date, dateStyle: "full") }, a las { $time }.
said-done = Todo queda guardado. Aquí está, con tus propias palabras:
said-partial = Todo queda guardado. Lo que falta puede quedar sin responder. Aquí está, con tus propias palabras:
said-stopped = Cerrado aquí. Lo que escribiste queda guardado.
said-closed-form = Cerrado aquí. No se envió nada.
said-stopped-empty = Cerrado aquí. No quedó nada escrito.
said-expired = Esta hoja se cierra por ahora. Lo que escribiste queda guardado.
said-expired-empty = Esta hoja se cierra por ahora.

# Respuestas que se muestran otra vez
settled-answer = → <b>{ $answer }</b>
shown-line = <b>{ $label }</b>
    { $answer }
shown-skipped = en blanco
shown-cannot-yet = «Aún no puedo»
shown-yes = sí
shown-no = no
shown-read = leído
shown-none = nada
shown-rated = { $name } { $rating }
shown-unrated = { $name }
shown-change = { $name } { $before } → { $after }
shown-pair = { $before } → { $after }
shown-unit = { $number } { $unit }
shown-day = { DATETIME($day, dateStyle: "full") }
review-title = <b>Esto es lo que tienes.</b> Toca una línea para cambiarla, o «Listo».
review-notes = <i>También guardado:</i>
    { $notes }
review-settled = Aquí repasaste tus respuestas.
said-nothing = Está bien. Esta vez no quedó nada escrito.
button-clock-start = Poner el reloj
button-clock-on = Que siga
button-clock-done = Ya terminé
button-clock-stop = Parar
clock-before = { $minutes ->
    [one] El reloj dura 1 minuto.
   *[other] El reloj dura { $minutes } minutos.
} Si lo haces sin reloj, envía después los minutos.
clock-stands = El reloj va por { $done } de { $minutes } minutos. Sigue cuando quieras.
clock-runs = { $minutes ->
    [one] El reloj está en marcha: 1 minuto.
   *[other] El reloj está en marcha: { $minutes } minutos.
}
clock-any-time = Puedes parar en cualquier momento.
clock-into = Lo que envías aquí queda guardado. Puedes parar en cualquier momento.
clock-rated = → { $rating }
clock-so-far = { $done } de { $minutes } minutos
refuse-clock = Toca el primer botón para que el reloj corra, o envía cuántos minutos fueron, como 5.
said-stopped-clock = Gracias. Termina aquí. Lo que escribiste queda guardado.
shown-clock = { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}
shown-clock-short = menos de un minuto
shown-clock-rating = { $minutes } min: { $rating }
