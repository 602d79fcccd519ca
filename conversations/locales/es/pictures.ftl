# Pictures, and the finding under each: the same in words, with how many there were. No judgement.

pic-button = Imágenes
pic-menu-own = Imágenes de lo que escribiste. ¿Cuál? Debajo está lo mismo en palabras.
pic-menu = Imágenes de lo que { $name } escribe y comparte. ¿Cuál? Debajo está lo mismo en palabras.
pic-none-own = Aún es poco para una imagen. Desde tres entradas hay una.
pic-none = De { $name } aún es poco para una imagen. Desde tres entradas compartidas hay una.
pic-drawing = Se está dibujando. Un momento.
trail-read-picture = { $who }: mirar una imagen de lo que escribiste
trail-read-report = { $who }: pedir un informe de lo que compartes, en números
pic-others = Otras imágenes
pic-gone = Esta imagen no se pudo dibujar. Lo que iba a mostrar cambió o ya no está. Aquí está lo que hay.

pic-label-ratings = Con el tiempo · { $title }
pic-label-hours = Por día y hora · { $name }
pic-label-pairs = Antes y después · { $title }
pic-label-forecasts = Lo esperado, y qué pasó · { $title }
pic-label-adherence = Lo planeado, y cómo terminó
pic-label-year = El año, día a día

# In the pictures: few words, they are large.
pic-day = { $day } { $month }
pic-ends = 0 { $low } · { $top } { $high }
pic-no-rating = un día sin número
pic-hours-title = { $name }, por día de la semana y hora
pic-hours-note = Número: el centro de los valores. ×: cuántos hubo.
pic-before = antes
pic-after = después
pic-pair = { $day } · { $name }
pic-likely = { $name }: { $ends }
pic-adherence-title = Lo planeado para { $name }, y cómo terminó
pic-year-title-own = Lo que escribiste, por día
pic-year-title = Lo que { $name } escribió, por día
pic-one = 1 entrada
pic-two = 2 entradas
pic-more = 3 o más

# The states of the ledger; for the therapist. { $count } stands with each.
pic-state-on-time = a tiempo { $count }
pic-state-late = más tarde { $count }
pic-state-partial = en parte { $count }
pic-state-missed = sin empezar { $count }
pic-state-skipped = saltadas { $count }
pic-state-declined = rechazadas { $count }
pic-state-paused = en pausa { $count }
pic-state-superseded = reemplazadas { $count }
pic-state-not-delivered = no entregadas { $count }

# The findings.
pic-joiner = {", "}
pic-list = { $said }.
pic-single = { $value }
pic-each = siempre { $value }
pic-between = entre { $low } y { $high }
pic-between-middle = entre { $low } y { $high }; centro { $middle }
pic-in-days = { $days ->
    [one] en 1 día
   *[other] en { $days } días
}
pic-on-days = { $days ->
    [one] en 1 día
   *[other] en { $days } días
}
pic-ratings = { $count ->
    [one] { $name }: 1 valor { $within }, { $span }.
   *[other] { $name }: { $count } valores { $within }, { $span }.
}
pic-ratings-empty = { $days ->
    [one] Sin valores en 1 día.
   *[other] Sin valores en { $days } días.
}
pic-hours = { $count ->
    [one] { $name }, por día de la semana y hora: 1 valor { $days }.
   *[other] { $name }, por día de la semana y hora: { $count } valores { $days }.
}
pic-hours-high = Centro más alto: { $middle } ({ $where }).
pic-hours-low = Centro más bajo: { $middle } ({ $where }).
pic-hours-same = El centro es { $middle } en todas partes.
pic-field = { $weekday } { $hours } ×{ $count }
pic-in-fields = { $count ->
    [one] en 1 casilla
   *[other] en { $count } casillas
}
pic-from-sheets = { $count ->
    [one] de 1 hoja
   *[other] de { $count } hojas
}
pic-pairs = { $count ->
    [one] { $title }: 1 par de valores { $sheets }.
   *[other] { $title }: { $count } pares de valores { $sheets }.
}
pic-ways = Después, más bajo: { $lower }, igual: { $same }, más alto: { $higher }.
pic-pairs-earlier = { $count ->
    [one] 1 par de antes no está aquí.
   *[other] { $count } pares de antes no están aquí.
}
pic-forecasts = { $count ->
    [one] { $title }: 1 ya con resultado.
   *[other] { $title }: { $count } ya con resultado.
}
pic-outcome = { $label }: { $count }, lo probable que parecía: { $span }.
pic-outcome-none = { $label }: 0.
pic-adherence = { $count ->
    [one] De lo planeado desde el { $day } terminó 1:
   *[other] De lo planeado desde el { $day } terminaron { $count }:
}
pic-rate = Hechas de las que cuentan: { $done } de { $n }.
pic-rate-percent = Hechas de las que cuentan: { $done } de { $n } ({ $percent } %).
pic-year = { $count ->
    [one] 1 entrada { $days } desde el { $since }.
   *[other] { $count } entradas { $days } desde el { $since }.
}
pic-kept = { $count ->
    [one] 1 entrada no está compartida y no está aquí.
   *[other] { $count } entradas no están compartidas y no están aquí.
}
pic-kept-whole = { $count ->
    [one] 1 entrada no está compartida entera y no está aquí.
   *[other] { $count } entradas no están compartidas enteras y no están aquí.
}
command-report = un informe para imprimir
report-button = Informe para imprimir (PDF)
report-whom = ¿De quién hago un informe?
report-ask = Un informe de { $name }, para imprimir: números e imágenes de lo compartido, con el nombre en clave. ¿De qué tiempo?
report-only = Solo: { $title }
report-ask-one = Un informe de { $name } con una sola hoja: { $title }. ¿De qué tiempo?
report-weeks = { $weeks ->
    [one] La última semana
   *[other] Las últimas { $weeks } semanas
}
report-being-made = Se está haciendo. Un momento.
report-nobody = Aquí aún no hay pacientes, así que no hay nada que informar.
report-done = El informe de { $name }. Guárdalo donde nadie más lo lea.
paper-nothing = { $under }. En este tiempo no hubo nada previsto ni escrito.
report-file = { $name }-informe-{ $day }
paper-under = { $weeks ->
    [one] Una semana, { $first } a { $last } { $year }
   *[other] { $weeks } semanas, { $first } a { $last } { $year }
}
paper-only = { $title }. { $under }
paper-foot = Lo compartido, en números como se dieron. No se rellena nada.
paper-page = Página { $page } de { $pages }
paper-sheet = Hoja
paper-written = Escrito
paper-planned = De lo planeado
paper-count = { $count }
paper-kept = { $count } más sin compartir
