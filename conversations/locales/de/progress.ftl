# /progress: a client looks at their own entries.
# German says "du".

progress-none = Hier findest du, was du geschrieben hast. Noch ist nichts da.
progress-head = <b>Was du geschrieben hast</b>
    { $count ->
        [one] Ein Eintrag.
       *[other] { $count } Einträge, der neueste zuerst.
    } Drück einen, um ihn zu lesen.
progress-newer = ‹ Neuere
progress-older = Ältere ›
progress-back = Alle Einträge
progress-read = Dein:e Therapeut:in hat ihn am { $day } geöffnet.
progress-unread = Dein:e Therapeut:in hat ihn noch nicht geöffnet.
progress-read-by = { $who } hat ihn am { $day } geöffnet.
progress-unread-by = { $names } { $count ->
    [one] hat
   *[other] haben
} ihn noch nicht geöffnet.
