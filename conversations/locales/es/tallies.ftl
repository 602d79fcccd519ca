# What adds up over all sheets of a kind. To the client first, then to the therapist.

tally-own = Hasta ahora miraste atrás en { $count } de estas. { $question } { $said }
tally-said = { $label } { $count }
tally-line = { $title }: hasta ahora, { $count } con mirada atrás. { $name }: { $said }
tally-beside = sin contar: { $said }
tally-expected = antes, { $label } era { $mean } de media en { $count }
tally-mean = { $name }: { $before } → { $after } hasta ahora, de media en { $count }

# Lo que muestra la práctica: hechos para la terapia, sin consejos.

fact-times = { $what }: { $count } ×
fact-items = De la lista hasta ahora: { $items }
fact-fear = La última vez: miedo al inicio { $start }, en su punto más alto { $peak }, al final { $end }
fact-fear-expected = La última vez: miedo esperado { $expected }; al inicio { $start }, en su punto más alto { $peak }, al final { $end }
fact-safety = La última vez: { $planned } cosas que iba a dejar, hechas de todos modos { $kept }, y { $more } más
fact-style = La última vez, { $item }: { $style }
fact-often = { $count } veces en { $weeks ->
    [one] 1 semana
   *[other] { $weeks } semanas
}
fact-still = Sin cambio en los últimos { $days } días de práctica: { $before } → { $after } de media
fact-stage = Las últimas { $count } fueron todas «{ $stage }»: { $before } → { $after } de media
fact-worse = Se sintió peor en { $count } de { $all }
fact-dose = Escrito { $count } ×, { $minutes } minutos en total
fact-size = { $size }: { $count } de { $all }
fact-sizes = Hecho, del todo o en parte, según lo que iba a durar: { $sizes }
fact-belief = { $name }, creído en menos de { $mark }: { $count } de los últimos { $all }
fact-belief-sides = { $said }; de estos, con hechos de los dos lados: { $both }

# Lo que llena los días: hechos para la terapia, sin consejos.

days-kinds = { $name } de media según el tipo, desde { $least } anotaciones de un tipo: { $kinds }
days-kind = { $label } { $mean } ({ $count } ×)
days-little-joy = { $joy } { $little } o menos, { $done } { $much } o más: { $count } de { $all } anotaciones
days-newest = { $said }, las últimas { $words }
days-empty = Partes del día sin nada anotado, en { $days } días con anotaciones: { $parts }
