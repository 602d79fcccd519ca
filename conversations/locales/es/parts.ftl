# Worksheets over days, and points of a series. To the client first, then to the therapist.

part-moved = Esa hora cae en tus horas de silencio, así que la pasé al final de ellas. /settings cambia tus horas de silencio.
part-recall = Hoy es el día que elegiste. No hace falta que respondas. Te pregunto cómo fue: { $when }.
part-today = { $title }. La próxima parte: { $when }.
part-begin-early = Hacerlo ahora: { $title }
part-log-running = «{ $title }» está en marcha. La próxima parte: { $when }.
part-log-waiting = «{ $title }» está en marcha, y su próxima parte está abierta.
part-log-go-on = Hacer ahora la próxima parte
part-log-another = Empezar otra
part-over = Esta está cerrada. /log empieza una nueva.

points-today = <b>Hoy hasta ahora</b>
points-none = Hoy no hay números.
points-name = <b>{ $name }</b>:
state-default = ánimo

points-range = { $name }: { $count ->
    [one] 1 respuesta, { $low }
   *[other] { $count } respuestas, de { $low } a { $high }
}
points-range-mean = { $name }: { $count } respuestas, de { $low } a { $high }, media { $mean }
points-summary = { $text }
points-day = <b>{ DATETIME($day, dateStyle: "medium") }</b>
points-at = { $time } { $points }
points-recalled = { $time } { $points } (de memoria)
points-about = { $value } («{ $text }»)
points-changed = { $said } (cambiado después)
points-note = «{ $text }»
points-kept = { $count ->
    [one] 1 respuesta más que no comparte.
   *[other] { $count } respuestas más que no comparte.
}

assign-problem-close = Entre { $first } y { $second } hay menos de una hora. Cada aviso está abierto una hora, así que deja al menos ese tiempo entre ellos, por favor.
assign-problem-name-long = Uno de los nombres es muy largo. Por favor, deja cada uno en { $most } letras o menos: toca «Estados».
assign-problem-name-twice = Dos de los nombres son iguales. Por favor, toca «Estados» y empieza esa lista de nuevo.

proposal-states = <b>Puntúas:</b> { $names }
proposal-many = <b>Ten en cuenta:</b> son { $count } avisos al día, más que los { $usual } de siempre. Di que sí solo si te parece bien.

digest-under-way = { $title } está en marcha, su próxima parte: { $when }
reading-open = en marcha
reading-head-days = { $title }, { $state }, { $days ->
    [0] empezada y escrita por última vez el mismo día
    [one] 1 día desde el plan hasta la última parte
   *[other] { $days } días desde el plan hasta la última parte
}
reading-pair-short = { $before } «{ $first }» | { $after } «{ $second }»
reading-brought = { $label }: { $said }
reading-added = { $first }
    <i>Añadido después:</i> { $added }
reading-put-off = <b>Dejado para otro día</b>
    { $said }
points-button = { $title }: { $count }
points-button-new = Nuevo: { $title }: { $count }
