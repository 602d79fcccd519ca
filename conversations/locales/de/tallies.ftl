# What adds up over all sheets of a kind. To the client first, then to the therapist.
# German says "du" to clients; the lines for therapists address nobody.

tally-own = Bis jetzt hast du auf { $count } davon zurückgeschaut. { $question } { $said }
tally-said = { $label } { $count }
tally-line = { $title }: bisher { $count } im Rückblick. { $name }: { $said }
tally-beside = nicht gezählt: { $said }
tally-expected = vorher war { $label } im Mittel von { $count } bei { $mean }
tally-mean = { $name }: { $before } → { $after } bisher im Mittel von { $count }

# Was die Übung zeigt: Fakten für die Therapie, kein Rat.

fact-times = { $what }: { $count } ×
fact-items = Von der Liste bisher: { $items }
fact-fear = Zuletzt: Angst am Anfang { $start }, am stärksten { $peak }, am Ende { $end }
fact-fear-expected = Zuletzt: erwartete Angst { $expected }; am Anfang { $start }, am stärksten { $peak }, am Ende { $end }
fact-safety = Zuletzt: { $planned } sollten wegbleiben, davon doch getan { $kept }, dazu { $more } andere
fact-style = Zuletzt, { $item }: { $style }
fact-often = { $count }-mal in { $weeks ->
    [one] 1 Woche
   *[other] { $weeks } Wochen
}
fact-still = Keine Änderung über die letzten { $days } Übungstage: { $before } → { $after } im Mittel
fact-stage = Die letzten { $count } waren alle „{ $stage }“: { $before } → { $after } im Mittel
fact-worse = Schlechter gefühlt in { $count } von { $all }
fact-dose = { $count } × geschrieben, zusammen { $minutes } Minuten
fact-size = { $size }: { $count } von { $all }
fact-sizes = Getan, ganz oder zum Teil, danach, wie lange es dauern sollte: { $sizes }
fact-belief = { $name }, unter { $mark } geglaubt: { $count } der letzten { $all }
fact-belief-sides = { $said }; davon mit Fakten für beide Seiten: { $both }

# Was die Tage füllt: Fakten für die Therapie, kein Rat.

days-kinds = { $name } im Mittel nach Art, ab { $least } Notizen einer Art: { $kinds }
days-kind = { $label } { $mean } ({ $count } ×)
days-little-joy = { $joy } höchstens { $little }, { $done } mindestens { $much }: { $count } von { $all } Notizen
days-newest = { $said }, zuletzt { $words }
days-empty = Tageszeiten, zu denen nichts notiert ist, an { $days } Tagen mit Notizen: { $parts }
