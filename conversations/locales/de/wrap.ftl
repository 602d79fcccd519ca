# After a sheet: a few questions on one message, each one tap, each optional.

wrap-head = { $count ->
    [one] Eine kurze Frage dazu, wenn du magst.
   *[other] Ein paar kurze Fragen dazu, wenn du magst.
}
wrap-so-far = Du hast gesagt: { $said }
wrap-ask-done = <b>Wie viel davon hast du gemacht?</b>
wrap-ask-hard = <b>Wie schwer war es?</b>
    0 = gar nicht schwer · 10 = so schwer es geht
wrap-ask-useful = <b>Wie nützlich war es?</b>
    0 = gar nicht · 10 = sehr nützlich
wrap-ask-way = <b>Kam etwas in die Quere?</b>
    Schreib es hier in ein paar Worten, oder drück „Auslassen“.
wrap-done-none = Nichts
wrap-done-bit = Ein wenig
wrap-done-half = Die Hälfte
wrap-done-most = Das meiste
wrap-done-all = Alles
wrap-said-none = nichts
wrap-said-bit = ein wenig
wrap-said-half = die Hälfte
wrap-said-most = das meiste
wrap-said-all = alles
wrap-skip = Auslassen
wrap-end = Keine Fragen mehr
wrap-too-much = Es war zu viel
wrap-done = { $amount } davon gemacht
wrap-hard = schwer: { $rating } von 10
wrap-was-too-much = es war zu viel
wrap-useful = nützlich: { $rating } von 10
wrap-way = in die Quere kam: „{ $said }“
reading-after = <b>Danach gesagt</b>
    { $said }
