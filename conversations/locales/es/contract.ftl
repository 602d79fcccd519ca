# What two people agree about a practice, and how it is changed. Nothing here presses anybody.

contract-begin = Ahora unas preguntas cortas, para que encaje en tus días. Puedes saltar cada una; /cancel deja las demás.
contract-none = Está bien. Lo encuentras en /settings, «Lo acordado».
contract-kept = Gracias. Esto es lo que dijiste:
contract-plan = <b>Cuándo y dónde:</b> { $plan }
contract-obstacle = <b>Puede estorbar:</b> { $obstacle }
contract-answer = <b>Y entonces:</b> { $answer }
contract-confidence = <b>Confianza:</b> { $confidence } de 100
contract-unsure = { $confidence } de 100: quizá sea un poco grande. Una versión más pequeña vale igual. ¿Qué prefieres?
contract-use-light = La versión corta, unos { $minutes } min
contract-use-minute = La versión de un minuto
contract-ask = Preguntar a mi terapeuta
contract-keep = Dejarlo como está
contract-kept-as-is = Queda como está.
contract-asked = Le digo a tu terapeuta que quizá sea muy grande.

prompt-your-plan = Tu plan: { $plan }

agreed-button = { $title }
agreed-page = <b>{ $title }</b>, { $form }
agreed-why = <b>Por qué:</b> { $why }
agreed-enough = <b>Con esto basta:</b> { $enough }
agreed-when = <b>Cuándo:</b> { $schedule }, hasta el { $until }
agreed-paused = En silencio hasta el { $until }.
agreed-over = Esta práctica terminó.
agreed-change-plan = Cambiar mi plan
agreed-pause = Un descanso de esto
agreed-resume = Terminar el descanso
agreed-end = Terminar esta práctica
agreed-history = Lo acordado antes
agreed-other = Pedir otra cosa
agreed-pause-ask = ¿Cuánto tiempo? Nada de ese tiempo cuenta en tu contra.
agreed-end-sure = ¿Terminar «{ $title }»? Ya no llega nada más de esto. Lo que escribiste queda, y se lo digo a tu terapeuta.
agreed-end-yes = Sí, terminar
agreed-end-no = No, seguir
agreed-ended = «{ $title }» terminó. Gracias por lo que hiciste.

history-head = <b>{ $title }: lo acordado, lo más nuevo primero</b>
history-line = <b>{ $day }</b>, { $who }: { $change }
history-you = tú
history-therapist = tu terapeuta
history-client = { $name }
history-me = tú
history-house = por sí solo
history-accept = acuerdo
history-plan = un plan
history-form = otra versión
history-pause = un descanso
history-resume = fin del descanso
history-end = fin
history-times = otras horas
history-fewer = uno de cada dos avisos
history-whole = otra vez todos los avisos

told-contract = { $name }, sobre «{ $title }»:
    { $said }
told-unsure = { $name } tiene una confianza de { $confidence } de 100 en «{ $title }» y pide algo más pequeño.
told-practice-ended = { $name } terminó «{ $title }». Lo que escribió queda.
told-why-not = { $name } dice por qué «{ $title }» no es para ahora: «{ $why }»

not-now-why = Decir por qué, si quieres
not-now-why-ask = ¿Qué hay en contra? Tu terapeuta lo leerá. Con /cancel te lo guardas para ti.
not-now-told = Gracias. Se lo digo a tu terapeuta.

answer-wish = Responder
answer-ask = ¿Qué quieres decir? Le llega a { $name } con tu propuesta, y puede volver a decir que sí.
answer-sent = Enviado a { $name }.
answer-from = { $therapist } escribe: «{ $answer }»

practice-button = { $name }: { $title }
practice-page = <b>{ $name }: { $title }</b>, { $form }. { $state }.
practice-pause = Ponerla en pausa
practice-resume = Seguir con ella
practice-history = Lo acordado
practice-paused = «{ $title }» queda en silencio hasta el { $until }. Se lo digo a { $name }.
practice-resumed = «{ $title }» sigue. Se lo digo a { $name }.
told-client-paused = Tu terapeuta deja descansar «{ $title }» hasta el { $until }. Nada de eso cuenta en tu contra.
told-client-resumed = Tu terapeuta deja que «{ $title }» siga como se acordó.
