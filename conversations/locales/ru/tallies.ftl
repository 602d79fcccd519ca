# What adds up over all sheets of a kind. To the client first, then to the therapist.

tally-own = Таких листов с итогом пока { $count }. { $question } { $said }
tally-said = { $label } { $count }
tally-line = { $title }: с итогом пока { $count }. { $name }: { $said }
tally-beside = не считается: { $said }
tally-expected = до этого «{ $label }» в среднем { $mean } (листов: { $count })
tally-mean = { $name }: { $before } → { $after } пока в среднем (листов: { $count })

# Что показывает практика: факты для терапевта, без советов.

fact-times = { $what }: { $count } ×
fact-items = Из списка на сегодня: { $items }
fact-fear = В последний раз: страх в начале { $start }, самый сильный { $peak }, в конце { $end }
fact-fear-expected = В последний раз: страх ожидался { $expected }; в начале { $start }, самый сильный { $peak }, в конце { $end }
fact-safety = В последний раз: собирались обойтись без { $planned }, из них всё же { $kept }, и ещё { $more }
fact-style = В последний раз, { $item }: { $style }
fact-often = Раз: { $count }, за { $weeks ->
    [one] { $weeks } неделю
    [few] { $weeks } недели
    [many] { $weeks } недель
   *[other] { $weeks } недели
}
fact-still = Без сдвига за последние дни практики ({ $days }): { $before } → { $after } в среднем
fact-stage = Последние { $count } были все «{ $stage }»: { $before } → { $after } в среднем
fact-worse = Стало хуже: { $count } из { $all }
fact-dose = Писали { $count } ×, всего минут: { $minutes }
fact-size = { $size }: { $count } из { $all }
fact-sizes = Сделано, целиком или частично, по длительности плана: { $sizes }
fact-belief = { $name }, вера ниже { $mark }: { $count } из последних { $all }
fact-belief-sides = { $said }; из них с фактами с обеих сторон: { $both }

# Чем заполнены дни: факты для терапевта, без советов.

days-kinds = { $name } в среднем по видам дел (от { $least } записей одного вида): { $kinds }
days-kind = { $label } { $mean } ({ $count } ×)
days-little-joy = { $joy } не больше { $little }, { $done } не меньше { $much }: { $count } из { $all }
days-newest = { $said }, последнее: { $words }
days-empty = Время суток без записей (дней с записями: { $days }): { $parts }
