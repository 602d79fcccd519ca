# My times: a client moves the times of a practice, inside the therapist's limits.

set-times = Mis horas
times-which = ¿Qué hora quieres cambiar?
times-none = Ninguna práctica acordada tiene una hora que puedas mover.
times-button = { $time } { $title }
times-ask = <b>{ $title }</b> llega a las { $time }. ¿Qué hora es mejor? Vale todo de { $first } a { $last }. Toca una, o escríbela.
times-unread = No entendí eso. Por favor, escribe una hora como 18:30. Con /cancel queda como está.
times-limits = Con tu terapeuta acordaste horas de { $first } a { $last }. Por favor, elige una de esas. Para otra, pregunta a tu terapeuta.
times-close = Eso está a menos de una hora de otra hora de la misma práctica. Por favor, elige una más lejos.
times-moved = { $title }: ahora { $time }, ya no { $before }. Se lo digo a tu terapeuta.
times-quiet = Eso caía en tus horas de silencio, así que ahora van de { $start } a { $end }.
times-next = Próxima vez: { $when }.
times-wake = Despierto: { $work }; día libre: { $free }
times-wake-work = ¿A qué hora sueles despertar un día de trabajo? Toca una, o escríbela.
times-wake-free = ¿Y un día libre?
times-wake-done = Despiertas a las { $work }, y en días libres a las { $free }. Lo que llega al despertar sigue esa hora.
told-times-moved = { $name } movió { $title } de { $before } a { $time }.

limits-button = Puede mover horas: { $first } a { $last }
limits-button-none = No puede mover las horas
limits-ask = ¿Entre qué horas puede mover tu paciente las horas de esta práctica?
limits-none = No puede moverlas
limits-choice = { $first } a { $last }
