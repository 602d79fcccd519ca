# Reading entries one by one, and what is left at them.
command-review = leer lo nuevo, uno por uno
command-nudge = preguntar a mano cómo va
review-none = No hay nada por leer. /clients muestra todo.
review-none-of = De { $names } no hay nada por leer.
review-all = Todo lo que espera
review-next = Siguiente ›
review-discuss = Para la sesión
review-discuss-on = ☑ Para la sesión
review-well = Bien visto
review-well-on = ☑ Bien visto
review-comment = Comentario
review-comment-where = ¿Sobre qué es tu comentario? Sus palabras llegan a { $name }.
review-comment-whole = Sobre todo
review-comment-ask = Por favor, escribe tu comentario sobre «{ $label }». { $name } lo va a leer, y puede responder. Con /cancel lo dejas.
review-comment-sent = Guardado. { $name } lo recibe en unos minutos, en un solo mensaje con lo demás que dejes en esta entrada.
review-too-long = Son { $length } caracteres. Aquí caben { $limit }. Por favor, envíalo más corto.
review-remark-discuss = { $who } quiere hablar de esto en la sesión.
review-remark-well = { $who }: bien visto.
review-remark-comment = { $who } sobre «{ $label }»: { $text }
review-remark-answer = Respuesta: { $text }

# What the client is told
told-remarks = Hola. Aquí hay algo nuevo para leer cuando quieras.
    { $name } leyó tu hoja del { $day } («{ $title }»).
told-remark-well = Lleva la marca: bien visto.
told-remark-comment = Sobre «{ $label }»:
    { $text }
remark-answer = Responder
remark-answer-about = Responder: { $label }
remark-answer-ask = Por favor, escribe tu respuesta a { $name }. Con /cancel lo dejas.
remark-answer-sent = Enviado a { $name }.
told-remark-answer = { $name } responde a tu comentario sobre «{ $label }»: { $said }
told-remark-answer-other = { $name } responde al comentario de { $who } sobre «{ $label }»: { $said }

# A therapist's own notes
notes-button = Mis notas
notes-head = <b>Tus notas sobre { $name }</b>
    Nadie más las lee: ni { $name }, ni nadie del equipo, y no están en ninguna copia.
notes-none = Aún no hay ninguna.
notes-line = <i>{ $day }</i>: { $text }
notes-write = Escribir una
notes-drop = Quitar la del { $day }
notes-ask = Por favor, escribe tu nota. Con /cancel lo dejas.
notes-kept = Guardada.
notes-dropped = Quitada.

# By hand
nudge = Hola. Una pregunta corta, si te viene bien ahora.
    { $name } pregunta cómo va lo que acordaron. No hace falta hacer nada.
nudge-nothing-set = Hola. Una pregunta corta, si ahora va bien.
    { $name } pregunta cómo va. No hay que hacer nada.
nudge-note = Escribir algo para la próxima sesión
nudge-today = Lo que toca
nudge-pause = Tomar una pausa
nudge-who = ¿A quién quieres preguntar cómo va? Suena una vez en su teléfono, como mucho una vez en 24 horas.
nudge-sent = Se preguntó a { $name } cómo va.
nudge-nobody = Aquí no hay nadie a quien preguntar. /invite crea un enlace.
nudge-held-stopped = { $name } no quiere nada que suene por ahora. No se envió nada. Hablen de ello cuando se vean.
nudge-held-silent = { $name } no respondió a los avisos en varios días y por ahora el bot pregunta menos. No se envió nada. Hablen de ello cuando se vean.
nudge-held-paused = { $name } está en pausa hasta { $when }. No se envió nada.
command-alerts = avisos de seguridad, abiertos y recientes
nudge-held-alert = Hay un aviso de seguridad abierto sobre { $name }. No se envía nada que suene hasta { $when }, o hasta que decidas. /alerts lo muestra.
nudge-held-lately = Ya preguntaste a mano a { $name } hace menos de 24 horas. No se envió nada. Se puede otra vez desde { $when }.
nudge-held-unreachable = Ahora no se puede llegar a { $name }: el bot está bloqueado o el chat ya no existe.
nudge-held-burden = Son horas de silencio para { $name }, o ya sonó bastante hoy. No se envió nada. Se puede otra vez desde { $when }.
nudge-held-burden-day = Hoy ya sonó bastante para { $name }. No se envió nada. Mañana se puede otra vez.

# The list of clients
and-more = … y { $count } más
clients-more = Más ›
clients-before = ‹ Antes
assignments-head = Lo asignado, { $first } a { $last } de { $count }.
clients-find = También puedes enviar una parte de un nombre en clave.
clients-found-none = Nadie aquí se llama como «{ $text }». Envía una parte de un nombre en clave, o /clients para ver todo.
whom-none = Nadie aquí se llama como «{ $text }».
whom-not-here = { $name } aún no está aquí. Su página dice qué falta.
clients-found = { $count } de tus { $all } pacientes.

# In the digest and the brief
digest-response = Abriste { $count ->
    [one] 1 entrada
   *[other] { $count } entradas
} en estos días, la mitad en { $hours ->
    [one] 1 hora
   *[other] { $hours } horas
} o menos.
brief-discuss = <b>Para hablar</b>: { $what }

# Setting a practice once more
assign-once-more = Otra vez: { $title }, { $schedule }
assign-as-for-others = Como con otras personas: { $title }, { $schedule }
