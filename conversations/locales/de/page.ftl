# What fits a client: the page that a therapist sets, and what of it is told to whom.
# German says "Sie" to therapists and "du" to clients (told-client-page; page-told-… addresses
# nobody).

page-button = Was zu { $name } passt
page-head = <b>Was zu { $name } passt</b>
page-most = Meldet sich höchstens: { $prompts ->
    [one] 1 Anfrage
   *[other] { $prompts } Anfragen
} und { $reminders ->
    [one] 1 Erinnerung
   *[other] { $reminders } Erinnerungen
} am Tag.
page-most-set = Vereinbart höchstens: { $practices ->
    [one] 1 Übung
   *[other] { $practices } Übungen
} gleichzeitig, neben einer Selbstbeobachtung; { $most } Minuten am Tag, darüber sagen Sie, warum.
page-now = Jetzt vereinbart: bis zu { $count ->
    [one] 1 Anfrage
   *[other] { $count } Anfragen
} an einem Tag, etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
} am Tag.
page-above = Was über der Zahl der Anfragen liegt, meldet sich nicht und zählt als nicht zugestellt.
page-seen = { $name } erfährt es, wenn sich eine Zahl für Anfragen, Erinnerungen oder Übungen ändert. Die Vermerke darunter sind für alle, die { $name } behandeln, und bleiben dort.
page-prompts = Anfragen am Tag: { $count }
page-reminders = Erinnerungen am Tag: { $count }
page-practices = Übungen: { $count }
page-minutes = Minuten am Tag: { $count }
page-relaxation = Keine Entspannung
page-expressive-writing = Kein expressives Schreiben
page-back = So lassen, wie es ist
page-ask-prompts = Wie viele Anfragen am Tag dürfen sich bei { $name } höchstens melden? Mehr als 4 kann nur eine Zeit der Selbstbeobachtung haben, wenn Sie beide es vereinbaren.
page-ask-reminders = Wie viele Erinnerungen am Tag dürfen sich bei { $name } höchstens melden?
page-ask-practices = Wie viele Übungen können für { $name } gleichzeitig vereinbart sein?
page-ask-minutes = Ab wie vielen Minuten am Tag sagen Sie, warum es für { $name } so viel ist?
page-told-prompts = { $count ->
    [one] höchstens 1 Anfrage am Tag
   *[other] höchstens { $count } Anfragen am Tag
}
page-told-reminders = { $count ->
    [0] keine Erinnerungen
    [one] höchstens 1 Erinnerung am Tag
   *[other] höchstens { $count } Erinnerungen am Tag
}
page-told-practices = { $count ->
    [one] höchstens 1 Übung gleichzeitig
   *[other] höchstens { $count } Übungen gleichzeitig
}
page-told-minutes = ein Grund bei mehr als { $count } Minuten am Tag
page-told-relaxation-on = keine Entspannung
page-told-relaxation-off = Entspannung ist wieder möglich
page-told-expressive-writing-on = kein expressives Schreiben
page-told-expressive-writing-off = expressives Schreiben ist wieder möglich
page-expected = Solche Gedanken sind zu erwarten: nur Übersicht
page-expected-since = Seit { $day }: Sicherheitshinweise kommen nur in der Übersicht.
page-unscreened = Kein Programm sucht in dem, was { $name } schreibt, nach Zeichen von Gefahr: nicht in dieser Sprache, nicht vereinbart oder abgeschaltet. Es kommt kein Sicherheitshinweis.
page-told-expected-on = solche Gedanken sind zu erwarten, Sicherheitshinweise kommen nur in der Übersicht
page-told-expected-off = Sicherheitshinweise kommen wieder sofort
told-client-page = Dein:e Therapeut:in hat geändert, wie viel ich dich höchstens frage. Ab jetzt: { $what }. Du findest es in /settings.
told-page = Die Seite von { $name } wurde geändert: { $what }.

# One client's page
client-practice = <b>{ $title }</b>: { $schedule }; { $state }, bis { $until }
client-practice-chained = <b>{ $title }</b>: { $schedule }; { $state }
client-most = Höchstens: { $prompts ->
    [one] 1 Anfrage
   *[other] { $prompts } Anfragen
} und { $reminders ->
    [one] 1 Erinnerung
   *[other] { $reminders } Erinnerungen
} am Tag; { $practices ->
    [one] 1 Übung
   *[other] { $practices } Übungen
} zugleich, dazu eine Selbstbeobachtung; { $minutes } Minuten am Tag ohne Begründung.
client-ruled-out = Nicht zu vereinbaren: { $what }
client-not-relaxation = Entspannung
client-not-expressive-writing = expressives Schreiben
client-clock = Dort ist es { $time } Uhr.
client-practice-button = Übung: { $title }
client-report = Bericht (PDF)
client-records = Daten für die Akte
client-entries = Alle Einträge: { $count }
client-entries-head = <b>{ $name }</b>: Einträge { $first } bis { $last } von { $count }, der neueste zuerst, nach Ihrer Uhr
nudge-button = Fragen, wie es geht
