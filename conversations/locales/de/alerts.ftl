# Hinweise zur Sicherheit. An Klienten: warm und schlicht, und kein Versprechen, dass jemand mitliest.
alert-thanks = Danke, dass du das geschrieben hast. Du darfst es hier schreiben.
alert-note = { $names } { $count ->
    [one] bekommt
   *[other] bekommen
} jetzt einen Hinweis, dass etwas, das du geschrieben hast, ein Gespräch brauchen kann. Vielleicht wird er nicht gleich gesehen. Niemand liest hier live mit, bitte warte hier nicht auf eine Antwort.
alert-note-later = { $names } { $count ->
    [one] bekommt
   *[other] bekommen
} jetzt einen Hinweis, dass etwas, das du geschrieben hast, ein Gespräch brauchen kann. Vielleicht wird er nicht vor <b>{ $at }</b> gesehen. Niemand liest hier live mit, bitte warte hier nicht auf eine Antwort.
alert-nobody = Niemand liest hier live mit, und deine Praxis erreiche ich gerade nicht. Bitte ruf eine der Nummern oben an oder jemanden, dem du vertraust.
alert-waits = Ich frage nicht nach Übungen, bis ein Mensch es angesehen hat, oder bis <b>{ $until }</b>. Schreiben kannst du jederzeit.
names-and = {" "}und{" "}
alert-can-be-wrong = Das hat ein Programm bemerkt, kein Mensch, und es kann sich irren. Wenn es so ist, drück unten einmal.
flag-on = Weiter
flag-stop = Für jetzt aufhören
alert-call-me = { $name } sagen: bitte anrufen
flag-not-me = Nicht über mich, oder anders gemeint
alert-added = Danke, dass du schreibst. Ich habe es zum Hinweis gelegt. /crisis zeigt, mit wem du jetzt reden kannst.
alert-hint = Wenn es zu viel wird: /crisis zeigt, mit wem du reden kannst, Tag und Nacht.
alert-on-free = Gut. /today zeigt, was offen ist.
alert-stop-free = Gut. Für jetzt nichts mehr. /crisis zeigt, mit wem du reden kannst, Tag und Nacht.
alert-call-told = { $names } { $count ->
    [one] bekommt
   *[other] bekommen
} den Hinweis, dass du einen Anruf möchtest. Vielleicht wird er nicht gleich gesehen. Wenn du jetzt jemanden brauchst: /crisis
alert-not-me-kept = Danke, dass du es sagst. Der Hinweis bleibt, bis jemand ihn angesehen hat, und das steht jetzt dabei.
alert-was-seen = { $name } hat den Hinweis zu dem gesehen, was du geschrieben hast.
alert-was-taken = { $name } weiß von dem Hinweis zu dem, was du geschrieben hast, und hat ihn für { $carers } übernommen. Deine Worte sieht { $name } nicht.
