# One client, before the session. A number always stands in a sentence that says what was counted;
# nothing is explained that was not counted.
command-brief = una persona, antes de la sesión
brief-head = <b>{ $name }</b>, del { DATETIME($start, dateStyle: "medium") } al { DATETIME($end, dateStyle: "medium") }
brief-since-session = Desde la última sesión.
brief-since-longer = La última sesión fue hace más de 4 semanas; aquí están las últimas 4 semanas.
brief-since-unknown = Aquí no consta ninguna sesión anterior; son los últimos 7 días.
brief-unread = Una entrada sigue sin leer hasta que la abres, también si se cita abajo.
brief-next = Próxima sesión: { $when }
brief-next-none = No hay fecha de sesión. Con /session la pones.
brief-brought = <b>Para la sesión</b>, escrito el { DATETIME($day, dateStyle: "medium") }:
brief-practice = <b>{ $title }</b>: { $rate }
brief-partial = Se paró en: { $steps }
brief-step = «{ $label }» { $count } ×
brief-skips = Saltadas: { $reasons }
brief-pattern = Sin empezar, por momento del día: { $parts }
brief-part = { $part } { $missed } de { $due }
brief-part-morning = mañana
brief-part-afternoon = tarde
brief-part-evening = final de la tarde
brief-part-night = noche
brief-why-busy = con mucho que hacer { $count } ×
brief-why-unwell = no se sentía bien { $count } ×
brief-why-not-relevant = no encajaba { $count } ×
brief-why-too-hard = muy difícil { $count } ×
brief-why-private = sin un lugar a solas { $count } ×
brief-why-too-much = demasiado { $count } ×
brief-said-busy = con mucho que hacer
brief-said-unwell = no se sentía bien
brief-said-not-relevant = no encajaba
brief-said-too-hard = muy difícil
brief-said-private = sin un lugar a solas
brief-said-too-much = demasiado
brief-newest = La última, { DATETIME($day, dateStyle: "medium") }: { $said }
brief-pairs = Valoradas dos veces: { $count }; la segunda vez más bajo { $down }, igual { $same }, más alto { $up }
brief-quote = «{ $text }»
brief-quote-of = «{ $text }» ({ DATETIME($day, dateStyle: "medium") })
predictions = En todas las hojas terminadas, { $count } predicciones llegaron a su día: { $yes } se cumplieron, { $partly } en parte, { $no } no. Intervalo del 95 % para «se cumplió»: { $low } a { $high } %.
predictions-sheets = De ellas: { $sheets }.
predictions-kept = { $count ->
    [one] 1 hoja no está compartida entera y queda fuera.
   *[other] { $count } hojas no están compartidas enteras y quedan fuera.
}
brief-load = Ahora: hasta { $count ->
    [one] 1 aviso
   *[other] { $count } avisos
} en un día, cerca de { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
} al día.
brief-put-off = { $count ->
    [one] 1 aviso se dejó para más tarde.
   *[other] { $count } avisos se dejaron para más tarde.
}
brief-too-much = { $count ->
    [one] «Demasiado» se tocó una vez.
   *[other] «Demasiado» se tocó { $count } veces.
}
brief-smaller = { $count ->
    [one] Se eligió una forma más corta una vez.
   *[other] Se eligió una forma más corta { $count } veces.
}
brief-undelivered = No entregadas, no por su parte: { $reasons }
brief-not-too-late = { $count } mientras el bot no funcionaba
brief-not-unreachable = { $count } sin contacto posible
brief-not-refused = { $count } que el mensajero rechazó
brief-not-unsure = { $count } que nadie sabe si llegaron
brief-not-quiet = { $count } en horas de silencio
brief-not-cap = { $count } por encima del número al día
brief-not-spacing = { $count } muy cerca de otro aviso
brief-not-alert = { $count } retenidas tras un aviso de seguridad
brief-not-halved = { $count } sin enviar mientras se pregunta menos
brief-not-stopped = { $count } sin enviar mientras no se pregunta nada
brief-kept = { $count ->
    [one] Tu paciente guarda 1 entrada para sí, y queda fuera de esto, salvo su estado.
   *[other] Tu paciente guarda { $count } entradas para sí, y quedan fuera de esto, salvo su estado.
}
brief-nothing = En estos días no había nada puesto, y no se escribió nada.
brief-suggested = Propuesto: <b>{ $title }</b>, { $state }
brief-entries = { $title }: qué hay detrás de estos números
brief-predicted = Predicciones: qué hay detrás de estos números
brief-days-0 = Desde la última sesión
brief-days-7 = Los últimos 7 días
brief-days-28 = Las últimas 4 semanas
brief-read = { $count ->
    [one] Leer la entrada nueva
   *[other] Leer las { $count } entradas nuevas
}
brief-seen = Visto
brief-seen-now = Anotado: lo has leído.
brief-page = Página de { $name }
brief-button = Antes de la sesión
brief-who = ¿Para quién?
brief-nobody = Aquí aún no hay pacientes. /invite crea un enlace.
brief-list-head = <b>{ $title }</b>, { $name }
brief-list-clock = Todas las horas en el reloj de { $name }
brief-list-line = { $when }: { $state }
brief-list-none = No hubo nada en estos días.
brief-state-on-time = hecha
brief-state-late = hecha más tarde
brief-state-partial = en parte
brief-state-partial-at = en parte, hasta «{ $label }»
brief-state-missed = sin empezar
brief-state-skipped = saltada
brief-state-skipped-for = saltada ({ $why })
brief-state-declined = rechazada
brief-state-paused = en pausa
brief-state-superseded = reemplazada por el aviso siguiente
brief-state-not-delivered = no entregada
brief-state-not-delivered-for = no entregada: { $why }
brief-state-open = abierta
brief-state-unprompted = escrita sin aviso
brief-state-put-off = { $state }, aplazada { $count } ×
brief-state-smaller = { $state }, en una forma más corta
brief-state-much = { $state }, después «demasiado»
brief-state-kept = { $state }, no compartida
brief-list-more = { $count ->
    [one] 1 línea más antigua no cupo aquí.
   *[other] { $count } líneas más antiguas no cupieron aquí.
}

# Settings
brief-setting = Resumen antes de la sesión: { $lead } antes
brief-setting-none = Resumen antes de la sesión: solo con /brief
brief-lead-30 = 30 minutos
brief-lead-60 = 1 hora
brief-lead-120 = 2 horas
brief-lead-1440 = un día
brief-lead-0 = solo con /brief
set-brief = Cuándo llega el resumen
set-brief-ask = ¿Cuánto antes de una sesión quieres el resumen de la persona?
set-brief-done = Desde ahora el resumen llega { $lead } antes de una sesión.
set-brief-off = Desde ahora el resumen llega solo si lo pides con /brief.

# Suggestions, as in docs/suggestions.md
hint-line = <i>{ $text }</i>
hint-talk-silence = Hubo avisos en { $days } días y ninguno tuvo respuesta. ¿Preguntar qué ayudaría?
hint-lighter-too-much = { $title }: «Demasiado» se tocó { $count } veces. ¿Ofrecer la versión más corta?
hint-talk-too-much = { $title }: «Demasiado» se tocó { $count } veces, en la versión más corta. ¿Preguntar qué es demasiado, u ofrecer una pausa?
hint-lighter-hard = { $title }: saltada por muy difícil { $count } veces. ¿Ofrecer la versión más corta?
hint-pause-unwell = { $title }: saltada por no sentirse bien { $count } veces. ¿Ofrecer una pausa?
hint-times-part = { $title }: { $part }: { $missed } de { $due } sin empezar; { $other }: { $left } de { $all }. ¿Ofrecer otras horas?
hint-times-snoozed = { $title }: { $count } de { $rang } avisos se dejaron para más tarde. ¿Ofrecer otras horas?
hint-times-busy = { $title }: saltada { $count } veces por tener mucho que hacer o por no tener un lugar a solas. ¿Ofrecer otras horas, u otro lugar?
hint-times-held-back = { $title }: las horas de silencio, el número al día o el tiempo entre avisos { $count ->
    [one] retuvieron 1 aviso
   *[other] retuvieron { $count } avisos
}. ¿Poner otras horas, o menos?
hint-talk-stuck = { $title }: { $count } hojas se pararon en «{ $label }». ¿Mirar esa pregunta en la sesión?
hint-talk-not-relevant = { $title }: saltada { $count } veces porque no encajaba. ¿Preguntar si aún encaja?
