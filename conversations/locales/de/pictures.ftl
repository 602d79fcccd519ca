# Pictures, and the finding under each: the same in words, with how many there were. No judgement.

pic-button = Bilder
pic-menu-own = Bilder von dem, was du geschrieben hast. Welches? Darunter steht dasselbe in Worten.
pic-menu = Bilder von dem, was { $name } schreibt und teilt. Welches? Darunter steht dasselbe in Worten.
pic-none-own = Für ein Bild ist es noch zu wenig. Ab drei Einträgen gibt es eines.
pic-none = Von { $name } ist es für ein Bild noch zu wenig. Ab drei geteilten Einträgen gibt es eines.
pic-drawing = Es wird gezeichnet. Einen Moment.
trail-read-picture = ein Bild von dem angesehen, was du geschrieben hast ({ $who })
trail-read-report = aus dem, was du teilst, einen Bericht in Zahlen machen lassen ({ $who })
pic-others = Andere Bilder
pic-gone = Dieses Bild ging nicht zu zeichnen. Was es zeigen soll, ist anders geworden oder weg. Hier ist, was es gibt.

pic-label-ratings = Im Verlauf · { $title }
pic-label-hours = Nach Tag und Stunde · { $name }
pic-label-pairs = Vorher und nachher · { $title }
pic-label-forecasts = Erwartet, und was kam · { $title }
pic-label-adherence = Was geplant war, und wie es ausging
pic-label-year = Das Jahr, Tag für Tag

# In the pictures: few words, they are large.
pic-day = { $day }. { $month }
pic-ends = 0 { $low } · { $top } { $high }
pic-no-rating = ein Tag ohne Zahl
pic-hours-title = { $name }, nach Wochentag und Stunde
pic-hours-note = Zahl: die Mitte der Angaben. ×: wie viele es waren.
pic-before = vorher
pic-after = nachher
pic-pair = { $day } · { $name }
pic-likely = { $name }: { $ends }
pic-adherence-title = Was für { $name } geplant war, und wie es ausging
pic-year-title-own = Was du geschrieben hast, nach Tagen
pic-year-title = Was { $name } geschrieben hat, nach Tagen
pic-one = 1 Eintrag
pic-two = 2 Einträge
pic-more = 3 oder mehr

# The states of the ledger; for the therapist. { $count } stands with each.
pic-state-on-time = rechtzeitig { $count }
pic-state-late = später { $count }
pic-state-partial = zum Teil { $count }
pic-state-missed = nicht begonnen { $count }
pic-state-skipped = ausgelassen { $count }
pic-state-declined = abgelehnt { $count }
pic-state-paused = pausiert { $count }
pic-state-superseded = ersetzt { $count }
pic-state-not-delivered = nicht zugestellt { $count }

# The findings.
pic-joiner = {", "}
pic-list = { $said }.
pic-single = { $value }
pic-each = jedes Mal { $value }
pic-between = zwischen { $low } und { $high }
pic-between-middle = zwischen { $low } und { $high }; Mitte { $middle }
pic-in-days = { $days ->
    [one] an 1 Tag
   *[other] in { $days } Tagen
}
pic-on-days = { $days ->
    [one] an 1 Tag
   *[other] an { $days } Tagen
}
pic-ratings = { $count ->
    [one] { $name }: 1 Angabe { $within }, { $span }.
   *[other] { $name }: { $count } Angaben { $within }, { $span }.
}
pic-ratings-empty = { $days ->
    [one] An 1 Tag keine Angabe.
   *[other] An { $days } Tagen keine Angabe.
}
pic-hours = { $count ->
    [one] { $name }, nach Wochentag und Stunde: 1 Angabe { $days }.
   *[other] { $name }, nach Wochentag und Stunde: { $count } Angaben { $days }.
}
pic-hours-high = Höchste Mitte: { $middle } ({ $where }).
pic-hours-low = Niedrigste Mitte: { $middle } ({ $where }).
pic-hours-same = Die Mitte ist überall { $middle }.
pic-field = { $weekday } { $hours } ×{ $count }
pic-in-fields = { $count ->
    [one] in 1 Feld
   *[other] in { $count } Feldern
}
pic-from-sheets = { $count ->
    [one] aus 1 Blatt
   *[other] aus { $count } Blättern
}
pic-pairs = { $count ->
    [one] { $title }: 1 Paar von Angaben { $sheets }.
   *[other] { $title }: { $count } Paare von Angaben { $sheets }.
}
pic-ways = Danach niedriger: { $lower }, gleich: { $same }, höher: { $higher }.
pic-pairs-earlier = { $count ->
    [one] 1 früheres Paar ist nicht dabei.
   *[other] { $count } frühere Paare sind nicht dabei.
}
pic-forecasts = { $count ->
    [one] { $title }: auf 1 zurückgeschaut.
   *[other] { $title }: auf { $count } zurückgeschaut.
}
pic-outcome = { $label }: { $count }, so wahrscheinlich schien es: { $span }.
pic-outcome-none = { $label }: 0.
pic-adherence = { $count ->
    [one] 1 Geplantes seit { $day } ist vorbei:
   *[other] { $count } Geplante seit { $day } sind vorbei:
}
pic-rate = Gemacht von denen, die zählen: { $done } von { $n }.
pic-rate-percent = Gemacht von denen, die zählen: { $done } von { $n } ({ $percent } %).
pic-year = { $count ->
    [one] 1 Eintrag { $days } seit { $since }.
   *[other] { $count } Einträge { $days } seit { $since }.
}
pic-kept = { $count ->
    [one] 1 Eintrag ist nicht geteilt und nicht dabei.
   *[other] { $count } Einträge sind nicht geteilt und nicht dabei.
}
pic-kept-whole = { $count ->
    [one] 1 Eintrag ist nicht ganz geteilt und nicht dabei.
   *[other] { $count } Einträge sind nicht ganz geteilt und nicht dabei.
}
command-report = ein Bericht zum Drucken
report-button = Bericht zum Drucken (PDF)
report-whom = Über wen soll der Bericht sein?
report-ask = Ein Bericht über { $name }, zum Drucken: Zahlen und Bilder von dem, was geteilt ist, unter dem Codenamen. Über welche Zeit?
report-only = Nur: { $title }
report-ask-one = Ein Bericht über { $name }, nur mit einem Blatt: { $title }. Über welche Zeit?
report-weeks = { $weeks ->
    [one] Die letzte Woche
   *[other] Die letzten { $weeks } Wochen
}
report-being-made = Er wird gemacht. Einen Moment.
report-nobody = Hier ist noch niemand, über den es etwas zu berichten gibt.
report-done = Der Bericht über { $name }. Bewahren Sie ihn auf, wo niemand sonst mitliest.
paper-nothing = { $under }. In dieser Zeit war nichts geplant, und nichts wurde geschrieben.
report-file = { $name }-bericht-{ $day }
paper-under = { $weeks ->
    [one] Eine Woche, { $first } bis { $last } { $year }
   *[other] { $weeks } Wochen, { $first } bis { $last } { $year }
}
paper-only = { $title }. { $under }
paper-foot = Was geteilt ist, in Zahlen, wie sie angegeben wurden. Nichts ist aufgefüllt.
paper-page = Seite { $page } von { $pages }
paper-sheet = Blatt
paper-written = Geschrieben
paper-planned = Von dem, was geplant war
paper-count = { $count }
paper-kept = { $count } weitere nicht geteilt
