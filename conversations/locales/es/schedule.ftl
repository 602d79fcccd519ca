# Schedules in words, for both sides, and what of a typed one could not be read.

schedule-unprompted = cuando venga bien, con /log
schedule-daily = todos los días a las { $time }
schedule-weekly = { $days } a las { $time }
schedule-every = cada { $count } días a las { $time }
schedule-dates = el { $dates } a las { $time }
schedule-dates-more = el { $dates } y { $count ->
    [one] 1 día más
   *[other] { $count } días más
} a las { $time }
schedule-random = { $count ->
    [one] una vez al día, a una hora al azar entre { $start } y { $end }
   *[other] { $count } veces al día, al azar entre { $start } y { $end }
}
schedule-random-apart = , con al menos { $length } entre una y otra
schedule-on-days = { $words } ({ $days })
schedule-session-days-before = { $count ->
    [one] el día antes de la sesión a las { $time }
   *[other] { $count } días antes de la sesión a las { $time }
}
schedule-session-days-same = el día de la sesión a las { $time }
schedule-session-days-after = { $count ->
    [one] el día después de la sesión a las { $time }
   *[other] { $count } días después de la sesión a las { $time }
}
schedule-session-before = { $length } antes de la sesión
schedule-session-after = { $length } después de la sesión
schedule-waking = { $length } después de despertar
schedule-waking-at-once = al despertar
schedule-other-days-same = el día de «{ $title }» a las { $time }
schedule-other-days-after = { $count ->
    [one] el día después de «{ $title }» a las { $time }
   *[other] { $count } días después de «{ $title }» a las { $time }
}
schedule-other-after = { $length } después de «{ $title }»
schedule-waits-session = Sigue a la próxima sesión, cuando tenga fecha.
schedule-waits-other = Llega después de hacer «{ $title }».
moment-random = { $day }, { $count ->
    [one] entre { $start } y { $end }
   *[other] { $count } veces entre { $start } y { $end }
}
length-minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minutos
}
length-hours = { $count ->
    [one] 1 hora
   *[other] { $count } horas
}

assign-unread-words = No pude leer «{ $part }» en el horario. Puedes escribirlo así, en inglés: weekdays 9 and 20:30. Toca «Horario» y escríbelo de nuevo.
assign-unread-time = Falta una hora en «{ $part }». Puedes escribirlo así, en inglés: weekdays 9 and 20:30. Toca «Horario» y escríbelo de nuevo.
assign-unread-times = No pude leer las horas «{ $part }». Por favor, escríbelas así: 9, 13:30, 18. Toca «Horas» y escríbelas de nuevo.
assign-unread-room = Tantos avisos no caben entre estas horas: { $part }. Por favor, pon menos, o más tiempo entre la primera y la última. Por ejemplo, en inglés: 3 random between 10 and 20, 90 min apart.
assign-unread-past = El día de «{ $part }» ya pasó. Por favor, elige uno que aún no haya llegado. Por ejemplo, en inglés: on 3 Dec and 10 Dec at 9.
assign-unread-far = «{ $part }» queda muy lejos. Lo máximo son 28 días antes o después. Por ejemplo, en inglés: the day before the session at 18.
assign-unread-other = Aún no hay otra práctica a la que esta pueda seguir. Toca «Avisos» y elige otra forma.
