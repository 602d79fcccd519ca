# What a therapist reads. Short sentences, a number always with what it counts.

therapist-welcome = Hola, { $name }. Aquí asignas prácticas a tus pacientes y lees lo que hicieron. Nada de esto se mira en vivo: tus pacientes lo saben.
therapist-zone-ask = ¿En qué ciudad trabajas? Necesito tu hora para el resumen.
therapist-zone-first = Primero dime dónde trabajas: escribe una ciudad.
therapist-ready = El resumen llega a las 08:00, o cuando empiezan tus horas. /settings cambia todo esto. Ahora puedes hacer tu primera invitación.
therapist-settings = <b>Tus ajustes</b>
    Tu lugar: { $zone }
    Tus horas: { $hours }
    Resumen: { $days } a las { $time }
set-digest-time = Cambiar la hora del resumen
set-digest-time-ask = ¿A qué hora llega el resumen? Por ejemplo: 8:30
set-digest-time-wrong = No entendí eso. Por favor, escribe una hora como 8:30. Con /cancel queda como está.
set-digest-time-done = El resumen llega a las { $time }.
set-digest-time-outside = El resumen llega a las { $time }. Cuando eso cae fuera de tus horas, llega cuando empiezan.
set-own-practice = Mi propia práctica
digest-daily = Todos los días
digest-work = De lunes a viernes
digest-weekly = Los lunes
digest-set-daily = El resumen llega todos los días.
digest-set-work = El resumen llega de lunes a viernes.
digest-set-weekly = El resumen llega los lunes.
digest-change-on = { DATETIME($day, dateStyle: "medium") }: { $changes }

invite-first = Invitar a alguien
invite-another = Invitar a alguien más
invite-name = ¿Qué nombre en clave tendrá? Por favor, ningún nombre real. Por ejemplo: Zorro
invite-name-long = Un nombre en clave tiene de 1 a { $most } letras.
invite-name-taken = Ya hay alguien con el nombre { $name }. Por favor, elige otro nombre en clave.
invite-myself = Probarlo yo
invite-self-already = Ya estás aquí como paciente. /today muestra tu propia práctica.
invite-link = Enlace para <b>{ $name }</b>. Sirve una vez, durante { $hours } horas. Por favor, entrégalo tú:
    { $link }
invite-again = Otro enlace
self-code-name = yo, de prueba
confirm-yes = Sí, es esa persona
confirm-no = No
confirm-done = Confirmado: { $name }. Ya puedes asignar algo.
confirm-rejected = { $name } ya no está aquí. No se le envió nada. Puedes crear otro enlace.
told-joined = { $name } ha entrado y ve el número <b>{ $number }</b>. Por favor, pregúntale qué número ve. ¿Es quien esperas?
told-under-age = { $name } dice que aún no tiene 18 años. No se le preguntó nada más y recibió las líneas de ayuda. Por favor, busca otro camino con esta persona.
told-declined = { $name } no aceptó el consentimiento. No se guarda nada suyo. Si cambia de idea, crea otro enlace con /invite.
told-declined-anew = { $name } no aceptó el consentimiento nuevo, así que por ahora no se le abre ninguna hoja. Por favor, háblalo en la sesión.
told-accepted = { $name } aceptó: { $title }.
told-accepted-waits = { $name } dijo que sí a { $title }. Espera: ya hay tantas prácticas como puede haber a la vez. Cuando termine una, se le pregunta otra vez a { $name }.
told-not-now = { $name } dice «ahora no» a: { $title }.
told-adjust = { $name } quiere { $title } de otra forma: «{ $wish }»
told-paused = { $name } está en pausa hasta el { $until }.
told-resumed = { $name } terminó la pausa.
told-too-much = { $name } dice que la práctica de hoy es demasiado, y quiere que lo sepas.
told-help-opened = { $name } abrió «Ayuda ahora» y quiere que lo sepas.
told-help-behind = { $name } abrió «Ayuda ahora» y quiere que { $carer } lo sepa. Ahora aquí no se puede avisar a { $carer }. Eres el contacto de reserva: avisa por favor a { $carer }.
told-help-operator = { $name } abrió «Ayuda ahora» y quiere que lo sepa su terapeuta, a quien aquí no se puede avisar: { $carer }. Avísale ahora, por favor.
told-help-operator-contact = { $name } abrió «Ayuda ahora» y quiere que lo sepa { $carer }, a quien aquí no se puede avisar. Contacto de reserva: { $contact }. Avisa ahora a alguien de ellos, por favor.
told-unreachable = Sin contacto posible con { $name }: el bot está bloqueado o el chat ya no existe. Nada de esto cuenta en su contra.
told-client-ended = Tu terapeuta terminó «{ $title }». Ya no llega nada más de esto.

clients-none = Aún no tienes pacientes aquí.
clients-head = { $count ->
    [one] Tienes 1 paciente aquí.
   *[other] Tienes { $count } pacientes aquí.
}
entry-button-new = Nueva: { $day } { $title }
entry-button = { $day } { $title }
entry-of = { $name }

assign-nobody = Aún no hay nadie a quien asignar algo. Tu paciente entra con tu enlace y tú confirmas quién es.
assign-who = ¿Para quién?
assign-for = Para <b>{ $name }</b>. Unas preguntas cortas; al final ves lo que verá tu paciente.
assign-now = Asignar una práctica
assign-again = Asignarla de nuevo
assign-client-gone = Esta persona ya no está a tu cargo aquí, así que no se puede asignar nada.
assign-preview = <b>Esto es lo que verá { $name }.</b> Aún no se envía nada.
    Las próximas fechas, en su hora:
    { $dates }
assign-preview-log = <b>Esto es lo que verá { $name }.</b> Aún no se envía nada.
    Con esto no suena nada: se empieza con /log.
assign-send = Enviar
assign-discard = Descartar
assign-sent = Enviado a { $name }. Empieza cuando acepte.
assign-sent-away = Ahora no hay contacto posible con { $name }. Lo encontrará en /today a su vuelta.
assign-discarded = Descartado. No se envió nada.
assignments-none = Ahora no hay nada asignado.
assignments-line = <b>{ $name }</b>: { $title }. { $schedule }. { $state }, hasta el { $until }
assignment-active = acordado
assignment-proposed = espera su respuesta
assignment-not-now = ahora no
assignment-waits = dijo que sí; espera hasta que termine otra práctica
assignment-adjusting = lo quiere de otra forma
assignment-end-short = Terminar
assignment-ended-state = terminado
assignment-draft = aún sin enviar
assignment-end-sure = ¿Terminar «{ $title }» para { $name }? Lo escrito queda.
assignment-end-yes = Sí, terminar
assignment-ended = Terminado: { $title }.

proposal-head = Tu terapeuta te propone esto. Tú decides.
proposal-why = <b>Por qué:</b> { $why }
proposal-what = <b>Qué:</b> { $title }, cerca de { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}
proposal-enough = <b>Con esto basta:</b> { $enough }
proposal-when = <b>Cuándo:</b> { $schedule }, hasta el { $until }
proposal-share-all = Tu terapeuta puede leer lo que escribes. Puedes cambiarlo en cada hoja.
proposal-share-summary = Tu terapeuta ve los números y de qué es cada uno, como «tristeza 80», pero no tus otras palabras. Puedes cambiarlo en cada hoja.
proposal-share-nothing = Tu terapeuta solo ve que lo hiciste. Puedes cambiarlo en cada hoja.
proposal-accept = Sí
proposal-adjust = Cambiar algo
proposal-not-now = Ahora no
proposal-accept-later = Al final, sí
agreed-now = De acuerdo. Las próximas veces que te pregunto:
    { $dates }
    Puedes empezar en cualquier momento con /log, y parar un tiempo con /pause.
agreed-log = De acuerdo. No suena nada: empiezas con /log cuando quieras.
adjust-ask = ¿Qué quieres de otra forma? Escríbelo con tus palabras; tu terapeuta lo leerá.
adjust-ask-times = ¿Qué quieres de otra forma? Toca una hora para moverla, o escríbelo con tus palabras; tu terapeuta lo leerá.
adjust-told-active = Se lo digo a tu terapeuta. Hasta acordar otra cosa, todo queda como está.
adjust-told = Se lo digo a tu terapeuta, y te lo propondrá de nuevo. Hasta entonces no suena nada.
not-now-kept = Está bien. No suena nada. Se lo digo a tu terapeuta.

weekday-short-1 = lun
weekday-short-2 = mar
weekday-short-3 = mié
weekday-short-4 = jue
weekday-short-5 = vie
weekday-short-6 = sáb
weekday-short-7 = dom
month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sep
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic

reading-head = { $title }, { $state }, en { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}
reading-done = hecha
reading-partial = hecha en parte
reading-recalled = { $state }, de memoria
reading-changed = { $state }, cambiada después
reading-changed-step = { $label } (cambiado después)
reading-kept = No comparte ni palabras ni números.
reading-summary = Solo se comparten los números:
reading-no-numbers = No se dio ningún número.
reading-notes = También escrito

library-head = <b>Las hojas.</b> Toca una para ver sus pasos.
library-sheet = <b>{ $title }</b>, { $form }, cerca de { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}
form-full = versión completa
form-light = versión corta
form-minute = versión de un minuto
kind-info = (para leer)
kind-text = (palabras)
kind-choice = (una opción)
kind-multi = (varias opciones)
kind-scale = (puntuación)
kind-moods = (emociones, cada una con puntuación)
kind-text_list = (varios textos cortos)
kind-number = (número)
kind-date = (fecha)
kind-time = (hora)
kind-yes_no = (sí o no)
kind-clock = (un reloj)
kind-pick = (elegir algo de antes)
kind-rerate = (puntuar otra vez)
