# Joining, settings, and what is said to anybody.

yes = sí
no = no
your-therapist = tu terapeuta
help-now = Ayuda ahora
tap-stale = Eso es de algo que ya pasó. No cambió nada.
nothing-open = Eso es de algo que ya pasó. No cambió nada. /today muestra lo que está abierto.

stranger-hello = Hola. Este bot funciona con invitación. Si tu terapeuta te dio un enlace, ábrelo. Si necesitas ayuda ahora mismo, toca el botón.
groups-never = Solo trabajo en un chat privado, para que nadie más pueda leer. Salgo de este grupo y no guardo nada de él.
unknown-text = Ahora no tengo ninguna pregunta abierta, así que no guardé esas palabras. /today muestra lo que toca, /log empieza una hoja.
unknown-text-therapist = Ahora no tengo ninguna pregunta abierta, así que no guardé esas palabras. /help muestra lo que puedes hacer aquí.
unknown-command = Eso no lo conozco. /help muestra lo que puedes hacer aquí.
flood = Eso fue mucho de una vez. Lo que escribiste a una pregunta abierta queda guardado, lo demás no. Espera unos segundos y luego sigue. /crisis funciona siempre.
flood-tap = Eso fue mucho de una vez. Toca otra vez en unos segundos.
unusable = Aquí no puedo leer { $what }, y no guardé nada.
unusable-caption = Aquí no puedo leer { $what }, y no guardé nada. Las palabras de debajo tampoco: por favor, envíalas como mensaje.
unusable-open = La pregunta de arriba sigue abierta. { $wanted }
unusable-words = Por favor, escríbelo con tus propias palabras.
sent-sticker = stickers
sent-photo = imágenes
sent-voice = mensajes de voz
sent-video = videos
sent-video_note = videomensajes
sent-animation = GIF
sent-audio = archivos de sonido
sent-document = archivos
sent-contact = contactos
sent-location = lugares
sent-poll = encuestas
sent-dice = dados
sent-other = eso
edited-message = Ese mensaje no dio ninguna respuesta, y editarlo no cambia nada. Por favor, envíalo como mensaje nuevo.
edited-told = Tu terapeuta ve lo que compartes de esto tal como está ahora, y también que cambió después.
forwarded-ask = Eso llegó reenviado o a través de un bot. ¿Es tu respuesta?
forwarded-use = Usar esto
forwarded-used = Usado como tu respuesta.
forwarded-nothing-open = Eso llegó reenviado, y no hay ninguna pregunta abierta. No lo guardé.
replied-ask = Escribiste esto debajo de otro mensaje, y por eso no lo tomé como respuesta. ¿Es para la pregunta que está abierta ahora?
replied-there = Respondiste a una pregunta de «{ $title }», y por eso va ahí.
replied-there-open = Respondiste a una pregunta de «{ $title }», y por eso va ahí. La pregunta que está abierta ahora te sigue esperando.
replied-media = Enviaste esto como respuesta a otro mensaje. Aquí solo puede responder a la pregunta que está abierta ahora. Si es para esa, envíalo otra vez, por favor, sin responder a nada.
update-apology = Algo salió mal aquí con tu último mensaje. Está a salvo, pero no pude usarlo. Por favor, envíalo otra vez, o prueba /today.
go-today = Lo que toca
go-clients = Mis pacientes

link-unknown = No conozco este enlace. Mira si abriste el enlace entero, o pide uno nuevo a tu terapeuta.
link-used = Este enlace ya se usó. Solo sirve una vez. Por favor, pide uno nuevo a tu terapeuta.
link-expired = Este enlace es muy viejo. Sirve durante 72 horas. Por favor, pide uno nuevo a tu terapeuta.
link-tries = Hubo muchos enlaces que no servían. Espera una hora, y luego usa el enlace de tu terapeuta.
link-already = Ya estás dentro. /start muestra cómo va todo.
link-own = Este enlace es para tu paciente. Para probarlo tú, usa /invite y toca «Probarlo yo».

join-hello = Hola. { $therapist } te invitó. Este chat te trae ejercicios pequeños entre tus sesiones. Primero, unas preguntas cortas.
join-language = ¿Qué idioma?
join-age = ¿Tienes 18 años o más?
join-age-yes = Sí, 18 o más
join-age-no = No, aún no
join-press = Por favor, toca uno de los botones de arriba. /start los muestra otra vez.
join-age-kept = 18 o más: sí.
join-under-age = Gracias por decirlo. Este bot es solo para personas adultas, así que no te pregunto nada más. Se lo digo a tu terapeuta, y buscará otro camino contigo.
join-agreed = Dijiste que sí. Puedes parar en cualquier momento.
join-declined = Está bien. No se envía nada. Solo guardo que se usó el enlace. Si cambias de idea, pide un enlace nuevo a tu terapeuta.
join-country = ¿En qué país estás? De eso depende qué líneas de ayuda muestro. Toca uno, o escríbelo.
join-country-kept = País: { $country }.
consent-anew = El texto de abajo cambió desde que lo aceptaste. Por favor, léelo antes de seguir.
consent-anew-agreed = Dijiste que sí. Lo que estaba abierto te espera; lo que tocaste antes, por favor tócalo otra vez.
consent-anew-declined = Está bien. No se abre ninguna hoja y no se guarda nada nuevo. Se lo digo a tu terapeuta.
join-zone-kept = Hora de { $zone }.
join-zone = ¿Qué lugar tiene tu hora? Toca uno, o escribe una ciudad.
place-which = ¿Cuál quieres decir?
place-nowhere = No conozco la hora de ese lugar. Por favor, escribe el nombre de una ciudad.
place-unknown = No conozco «{ $text }». Prueba con una ciudad más grande cerca de ti.
join-done = Gracias, eso es todo. Tu número es <b>{ $number }</b>. Tu terapeuta ve el mismo número y confirma que eres tú. Hasta entonces no se envía nada.
join-done-self = Ahora también estás aquí como paciente, con el nombre «yo, de prueba». Usa /assign para asignarte algo.
join-waiting = Tu terapeuta aún no confirmó que eres tú. Ahora no necesitas hacer nada. Si te pregunta, tu número es { $number }.
told-alone = Tu terapeuta ya no usa este bot. No se envía nada más, y ahora nadie lee aquí. Lo que escribiste se guarda { $count } días más y luego se borra; te lo digo 14 días antes, y /export te manda una copia. Por favor, habla con tu consulta sobre quién sigue contigo. /crisis muestra dónde hay ayuda ahora.
join-confirmed = Tu terapeuta confirmó que eres tú. Cuando te proponga algo, lo ves primero aquí y puedes decir que sí, cambiarlo, o ahora no.
join-rejected = Tu terapeuta dice que este enlace era para otra persona. Ya no hay conexión, y no se envía nada. Si es un error, pregúntale.

today-open = Estás en medio de «{ $title }», en el paso { $step } de { $count }: { $label }.
today-open-review = Estás en medio de «{ $title }». Ya está todo preguntado; repásalo y toca «Listo».
today-waits = «{ $title }» espera donde paraste, en el paso { $step } de { $count }: { $label }.
today-waits-kept = «{ $title }» espera donde paraste; lo que escribiste ahí queda guardado. Esta es otra hoja:
today-waits-review = «{ $title }» espera donde paraste. Ya está todo preguntado; repásalo y toca «Listo».
today-more-begun = { $count ->
    [one] Espera 1 hoja más. La encuentras aquí cuando una de estas esté hecha.
   *[other] Esperan { $count } hojas más. Las encuentras aquí cuando algunas de estas estén hechas.
  }
standing-due = { $count ->
    [one] Ahora toca 1 práctica: /today
   *[other] Ahora tocan { $count } prácticas: /today
  }
today-due = Ahora: { $title }. { $until }
today-proposed = Tu terapeuta propone: { $title }
today-waits-room = Dijiste que sí a { $title }. Espera hasta que termine otra práctica.
accepted-waits = Tu sí queda guardado. { $title } espera hasta que termine otra práctica. Entonces te pregunto si empieza.
room-now = Ahora hay lugar para { $title }. Dijiste que sí. ¿Empieza hoy?
room-begin = Sí, hoy
today-look-at = Mirar: { $title }
today-paused = Todo está en pausa hasta el { $until }.
today-nothing = Ahora no toca nada.
today-begin = Empezar: { $title }
today-continue = Seguir
today-continue-with = Seguir: { $title }
today-continue-at = Seguir en { $step }: { $title }
today-begun-at = La empezaste el { $at }.
today-continue-begun = Del { $at }: { $title }
today-log = Escribir algo ahora
today-waiting = «{ $title }» sigue esperando donde paraste.
log-nothing = Aún no hay nada acordado que puedas escribir. Tu terapeuta te propondrá algo.
log-which = ¿Cuál?
cancel-kept = Queda como estaba.
no-open-sheet = No hay ninguna hoja abierta. /today muestra lo que toca.
session-over = Esta hoja está cerrada. /log empieza una nueva.
agreed-line = <b>{ $title }</b>: { $schedule }. Por qué: { $why }
agreed-none = Ahora no hay nada acordado.

sharing-is-all = Tu terapeuta puede leer esta hoja.
sharing-is-summary = Tu terapeuta ve los números de esta hoja y de qué es cada uno, como «tristeza 80». Tus otras palabras son solo tuyas.
sharing-is-nothing = Tu terapeuta solo ve que lo hiciste.
sharing-ask = Quién puede leerla
sharing-keep = Dejarlo así
sharing-to-all = Compartir todo
sharing-to-summary = Compartir solo los números
sharing-to-nothing = Guardarlo para mí

pause-ask = ¿Cuánto tiempo quieres silencio? Nada de ese tiempo cuenta en tu contra.
pause-length = Por favor, elige uno de estos, o escribe así: /pause 2 semanas, o: /pause hasta el viernes. Cuatro semanas es lo máximo.
pause-d1 = 1 día
pause-d3 = 3 días
pause-w1 = 1 semana
pause-w2 = 2 semanas
pause-w4 = 4 semanas
pause-set = En pausa hasta el { $until }. Aún puedes escribir con /log. Se lo digo a tu terapeuta.
pause-over = Hola otra vez. Tu pausa terminó, y los avisos llegan como se acordó. Si es muy pronto, usa /pause otra vez.
resume-now = Terminar la pausa
resume-done = Bien. Los avisos vuelven a llegar como se acordó.
resume-nothing = No había nada en pausa.

settings-now = <b>Tus ajustes</b>
    Horas de silencio: { $quiet }
    Tu lugar: { $zone }, { $country }
    Los avisos no nombran la hoja: { $discreet }
set-quiet = Cambiar horas de silencio
set-quiet-ask = ¿De qué hora a qué hora quieres silencio, cada día? Por ejemplo: 22:00-8:00
set-quiet-days = Otro silencio algunos días
set-quiet-days-ask = ¿Qué días quieres otras horas? Una noche es del día en que empieza. Toca uno, o escríbelo así: vie-dom 23-10
set-quiet-same = Lo mismo todos los días
set-most = Lo que se me pide como máximo
quiet-usual = de { $start } a { $end }
quiet-gave-way = Esa hora caía en tus horas de silencio. Por eso las moví: el { $day } ahora van de { $start } a { $end }. /settings las cambia.
set-quiet-wrong = No entendí eso. Por favor, escríbelo así: 22:00-8:00. O para algunos días: vie-dom 23-10. Con /cancel queda como está.
set-quiet-done = Silencio { $quiet }.
set-quiet-moves = Lo acordado para las { $times } llega cuando termina el silencio, o ese día no llega. Siempre puedes empezar tú con /log.
set-zone = Cambiar de lugar
set-zone-ask = ¿En qué ciudad estás? También puedes enviar tu ubicación. Solo guardo la zona horaria, no dónde estás.
set-zone-done = Tu hora es ahora la de { $zone }.
set-zone-next = Lo próximo es { $title }: { $when }.
set-country-ask = ¿Estás ahora en { $country }? Entonces es mejor mostrar las líneas de ayuda de { $country }.
set-country-yes = Sí, estoy en { $country }
set-country-no = No, dejar { $country }
set-country-kept = Las líneas de ayuda quedan como están.
set-country-done = Las líneas de ayuda ya cambiaron.
set-discreet-on = No nombrar la hoja en avisos
set-discreet-off = Nombrar la hoja en los avisos
set-discreet-now-on = Los avisos no nombrarán la hoja.
set-discreet-now-off = Los avisos nombrarán la hoja.
set-agreed = Lo acordado
set-privacy = Privacidad
privacy-head = <b>Qué pasa con lo que escribes</b>

help-head = <b>Lo que puedes hacer aquí</b>
help-told = { $names } { $count ->
    [one] recibe
   *[other] reciben
} una nota de que abriste esto. Quizá no la { $count ->
    [one] vea
   *[other] vean
} hasta sus próximas horas de trabajo.
help-nobody = Ahora no puedo avisar a tu terapeuta, así que por favor no esperes. Llama a uno de los números de arriba o a alguien de confianza. /crisis muestra los números otra vez.

command-crisis = ayuda ahora
command-clients = tus pacientes
command-invite = un enlace para invitar a alguien
command-assign = asignar una práctica
command-assignments = lo que está asignado
command-library = las hojas
command-digest = lo que se hizo
command-away = estar fuera unos días
command-settings = tus ajustes
command-today = lo que toca
command-log = escribir algo ahora
command-progress = lo que has escrito
command-back = la pregunta anterior
command-skip = dejar fuera esta pregunta
command-cancel = terminar esta hoja
command-pause = un descanso de los avisos
command-resume = terminar el descanso
command-privacy = qué se guarda, y quién lo lee
command-help = lo que puedes hacer aquí
