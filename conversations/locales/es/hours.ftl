# A therapist's hours, who is told when they do not look, and being away.

hours-on = { $days } de { $start } a { $end }
hours-days = { $first } a { $last }
hours-none = aún sin indicar

therapist-zone-kept = Tu hora es la de { $zone }.
hours-ask = ¿Cuándo trabajas? Todo lo que te digo espera a esas horas; solo los avisos de seguridad llegan enseguida. Toca una opción, o escríbelo así: lun-jue 9-17, vie 9-13
hours-office = Lunes a viernes, de 9 a 17
hours-long = Lunes a viernes, de 8 a 19
hours-any = A cualquier hora
hours-wrong = No entendí eso. Por favor, escríbelo así: lun-jue 9-17, vie 9-13. Cada día termina más tarde de lo que empieza. Con /cancel queda como está.
hours-kept = Tus horas: { $hours }.
contact-ask = ¿A quién se puede avisar cuando no miras un aviso de seguridad? Toca a alguien de tu equipo, o escribe un nombre y cómo contactar.
contact-none = No tengo a nadie
contact-long = Por favor, escríbelo en { $most } letras o menos.
contact-is = Cuando no miras: { $name }
contact-operator = Cuando no miras: la persona que lleva este bot
set-hours = Cambiar tus horas
set-contact = A quién avisar cuando no miras

away-ask = ¿Cuándo vuelves? Toca una opción, o escribe el día con números. Por ejemplo: 15/3
away-d3 = En 3 días
away-w1 = En 1 semana
away-w2 = En 2 semanas
away-w3 = En 3 semanas
away-when = No entendí ese día, o ya pasó. Por favor, escríbelo así: 15/3. Con /cancel queda como está.
away-who = De vuelta el { $back }. ¿Quién te sustituye hasta entonces? Le digo lo que te diría a ti, y de lo que escriben tus pacientes lee solo las palabras de un aviso de seguridad.
away-nobody = Nadie
away-set = Estás fuera hasta el { $back }. Se lo digo a tus pacientes. Todo te espera, menos los avisos de seguridad.
away-asked = Pregunté a { $name } si te sustituye hasta el { $back }. Te aviso cuando responda; hasta entonces no cambia nada.
away-no-clients = Aquí no tienes pacientes que alguien pueda atender por ti.
away-now = Estás fuera hasta el { $back }.
away-end = Ya estoy de vuelta
away-back = Hola otra vez. Lo que esperaba llega ahora, en tus horas.
away-over = Hola otra vez. Lo que te esperaba llega ahora.
away-over-covered = Hola otra vez. { $name } te sustituyó hasta ahora. Lo que te esperaba llega ahora.
cover-asked = { $name } está fuera hasta el { $back } y pregunta si atiendes a { $count ->
    [one] 1 paciente
   *[other] { $count } pacientes
   }. Recibirías lo que le digo a { $name }, y de lo que escriben sus pacientes solo leerías las palabras de un aviso de seguridad.
cover-yes = Sí, puedo
cover-no = No puedo
cover-begun = Gracias. Sustituyes a { $name } hasta el { $back }, para: { $clients }.
cover-agreed = { $name } te sustituye hasta el { $back }. Se lo digo a tus pacientes.
cover-refused = { $name } no puede sustituirte. Con /away preguntas a otra persona, o a nadie.
cover-refused-kept = De acuerdo. Se lo digo a { $name }.
cover-ended = { $name } está de vuelta. Ya no atiendes en su lugar a: { $clients }.
away-client = { $name } está fuera y vuelve el { $back }. Los avisos llegan como se acordó, y lo que escribes queda guardado. En una emergencia: /crisis
away-client-covered = { $name } está fuera y vuelve el { $back }. Hasta entonces { $cover } está en su lugar y sabe cómo va, pero no lee lo que escribes, salvo las palabras de un aviso de seguridad. En una emergencia: /crisis
away-client-over = { $name } está de vuelta.
