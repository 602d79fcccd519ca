# What fits a client: the page that a therapist sets, and what of it is told to whom.

page-button = Lo que encaja con { $name }
page-head = <b>Lo que encaja con { $name }</b>
page-most = Suena como máximo: { $prompts ->
    [one] 1 aviso
   *[other] { $prompts } avisos
} y { $reminders ->
    [one] 1 recordatorio
   *[other] { $reminders } recordatorios
} al día.
page-most-set = Asignado como máximo: { $practices ->
    [one] 1 práctica
   *[other] { $practices } prácticas
} a la vez, además de un autorregistro; { $most } minutos al día, y por encima dices por qué.
page-now = Asignado ahora: hasta { $count ->
    [one] 1 aviso
   *[other] { $count } avisos
} en un día, unos { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
} al día.
page-above = Lo que pasa del número de avisos no suena; cuenta como no entregado.
page-seen = Se lo digo a { $name } cuando cambia un número de avisos, recordatorios o prácticas. Las marcas de abajo son para quienes atienden a { $name }, y se quedan ahí.
page-prompts = Avisos al día: { $count }
page-reminders = Recordatorios al día: { $count }
page-practices = Prácticas: { $count }
page-minutes = Minutos al día: { $count }
page-relaxation = Sin relajación
page-expressive-writing = Sin escritura expresiva
page-back = Dejarlo como está
page-ask-prompts = ¿Cuántos avisos al día pueden sonar como máximo para { $name }? Más de 4 solo puede tener un tiempo de autorregistro, si hay acuerdo de las dos partes.
page-ask-reminders = ¿Cuántos recordatorios al día pueden sonar como máximo para { $name }?
page-ask-practices = ¿Cuántas prácticas se pueden asignar a { $name } a la vez?
page-ask-minutes = ¿A partir de cuántos minutos al día dices por qué es necesario tanto para { $name }?
page-told-prompts = { $count ->
    [one] 1 aviso al día como máximo
   *[other] { $count } avisos al día como máximo
}
page-told-reminders = { $count ->
    [0] ningún recordatorio
    [one] 1 recordatorio al día como máximo
   *[other] { $count } recordatorios al día como máximo
}
page-told-practices = { $count ->
    [one] 1 práctica a la vez como máximo
   *[other] { $count } prácticas a la vez como máximo
}
page-told-minutes = una razón por encima de { $count } minutos al día
page-told-relaxation-on = sin relajación
page-told-relaxation-off = se puede asignar relajación otra vez
page-told-expressive-writing-on = sin escritura expresiva
page-told-expressive-writing-off = se puede asignar escritura expresiva otra vez
page-expected = Tales ideas se esperan: solo resumen
page-expected-since = Desde { $day }: los avisos de seguridad llegan solo en el resumen.
page-unscreened = Ningún programa busca señales de peligro en lo que escribe { $name }: no en este idioma, no acordado o desactivado. No llegará ningún aviso de seguridad.
page-told-expected-on = tales ideas se esperan, los avisos de seguridad llegan solo en el resumen
page-told-expected-off = los avisos de seguridad llegan otra vez enseguida
told-client-page = Tu terapeuta cambió lo que se te pide como máximo. Desde ahora: { $what }. Lo encuentras en /settings.
told-page = La página de { $name } cambió: { $what }.

# One client's page
client-practice = <b>{ $title }</b>: { $schedule }; { $state }, hasta el { $until }
client-practice-chained = <b>{ $title }</b>: { $schedule }; { $state }
client-most = Como mucho: { $prompts ->
    [one] 1 aviso
   *[other] { $prompts } avisos
} y { $reminders ->
    [one] 1 recordatorio
   *[other] { $reminders } recordatorios
} al día; { $practices ->
    [one] 1 práctica
   *[other] { $practices } prácticas
} a la vez, además de un autorregistro; { $minutes } minutos al día sin dar un motivo.
client-ruled-out = No se asigna: { $what }
client-not-relaxation = relajación
client-not-expressive-writing = escritura expresiva
client-clock = Allí son las { $time }.
client-practice-button = Práctica: { $title }
client-report = Informe (PDF)
client-records = Sacar registros
client-entries = Todas las entradas: { $count }
client-entries-head = <b>{ $name }</b>: entradas { $first } a { $last } de { $count }, la más nueva primero, en tu hora
nudge-button = Preguntar cómo va
