# What a therapist takes out for their records: /export, and the codebook in the file.
# German says "Sie" to therapists and "du" to clients (the lines trail-…).

command-export-records = eine Kopie von dem, was Klient:innen teilen, für Ihre Akten

take-who = Aus wessen Einträgen möchten Sie eine Kopie? Darin ist, was mit Ihnen geteilt ist, und wann es geplant, geschickt und beantwortet wurde. Was jemand für sich behält, ist nicht darin.
take-own = Meine Kopie als Klient:in
take-nobody = Hier ist noch niemand, von dem Sie eine Kopie machen könnten. /invite macht einen Link für jemand Neues.
take-period = <b>{ $name }</b>: ab wann?
take-w4 = Die letzten 4 Wochen
take-w12 = Die letzten 12 Wochen
take-all = Alles
take-format = <b>{ $name }</b> · { $period }

    In welcher Form? Eine Tabelle öffnet sich in jeder Tabellenkalkulation, und im Codebuch steht, was jede Spalte bedeutet. JSON enthält alles, was geteilt ist, mit jeder Uhrzeit. FHIR ist für ein Praxis- oder Kliniksystem.

    { $name } sieht unter /privacy, dass Sie eine Kopie gemacht haben, und wann.
take-csv = Eine Tabelle (CSV)
take-json = JSON
take-fhir = FHIR R4
take-being-made = <b>{ $name }</b> · { $period } · { $form }

    Es wird gemacht und kommt unten als Datei.
take-here = { $name }: { $count ->
    [one] 1 Blatt.
   *[other] { $count } Blätter.
    }
take-here-numbers = Nur die Zahlen davon sind geteilt: { $count }.
take-here-kept = Nur, dass es gemacht wurde: { $count }. Alles andere davon behält { $name } für sich.
take-here-keep = Bewahren Sie die Datei dort auf, wo Ihre Akten sind: Sie öffnet sich ohne Schlüssel.
take-gone = Diese Datei ging nicht zu machen. Nichts davon wurde geschickt.
take-again = Noch einmal anfordern
take-file = { $name }-{ $day }

trail-export-therapist = eine Kopie von dem gemacht, was du teilst ({ $who })
trail-export-operator = eine Kopie von dem gemacht, was du teilst (wer diesen Bot für deine Praxis betreibt)

codebook-title = CODEBUCH
codebook-period = Tage vom { $start } bis zum { $end }, nach der Ortszeit der Person. Gemacht: { $made }.
codebook-period-all = Alles bis zum { $end }, nach der Ortszeit der Person. Gemacht: { $made }.
codebook-times = Alle Zeiten sind UTC, ISO 8601. Eine Spalte „zone“ nennt die Zeitzone, die für die Person galt (IANA).
codebook-cells = CSV: UTF-8, Kommas. Vor einer Zelle, die eine Tabellenkalkulation für eine Formel hielte, steht ein Apostroph. In der Ausgabe als JSON steht jeder Text so, wie er geschrieben wurde.
codebook-clients = Was darin ist. Nichts ist aufgefüllt, und was jemand für sich behält, fehlt:
codebook-client = { $name }: Einträge { $entries }, davon nur als Zahlen { $summary }, für sich behalten { $nothing } (von ihnen steht hier nur der Stand, keine Antwort); geplante Übungen { $occurrences }.
codebook-answers = eine Zeile für jede Antwort, oder für jeden Punkt einer Liste
codebook-entries = eine Zeile für jedes Blatt, das begonnen wurde und in dem etwas steht
codebook-occurrences = eine Zeile für jede geplante Übung
codebook-clock = Minuten, die eine Uhr lief; dann Einschätzungen von 0 bis { $high }, mit der Minute als Namen
codebook-scale = { $low } bis { $high }
codebook-words-state-of-an-entry = Wörter in entries.csv, Spalte „state“
codebook-words-state-of-an-occurrence = Wörter in occurrences.csv, Spalte „state“
codebook-words-reason = Wörter in der Spalte „reason“
codebook-words-sharing = Wörter in der Spalte „sharing“
codebook-words-form = Wörter in der Spalte „form“
codebook-words-what = Wörter in der Spalte „what“
codebook-words-kind = Wörter in der Spalte „kind“

column-client = Codename
column-entry = id des ausgefüllten Blattes
column-occurrence = id der geplanten Übung, zu der es gehört; leer: ohne Anfrage geschrieben
column-occurrence-own = id der geplanten Übung
column-entry-of = id des Blattes, das daraus wurde
column-assignment = id dessen, was vereinbart ist
column-worksheet = id des Arbeitsblatts
column-version = Version des Arbeitsblatts
column-title = Titel des Arbeitsblatts
column-form = welche Form davon
column-part = Teil eines Blattes über mehrere Tage; „main“, wo es nur einen Teil gibt
column-step = id der Frage; „notes“: neben den Fragen geschrieben
column-question = kurzer Name der Frage
column-kind = Art der Frage
column-what = was aus der Frage wurde
column-item = Nummer in einer Liste, ab 1; leer: keine Liste
column-round = leer: so, wie es jetzt gilt; 1 und mehr: gesagt, bevor der Teil verschoben wurde
column-name = was eingeschätzt wird, wo die Person oder die Vereinbarung ihm einen Namen gab
column-text = die eigenen Worte der Person, oder was auf dem gedrückten Knopf stand
column-number = die Zahl oder Einschätzung, wie sie angegeben wurde
column-code = id von dem, was gedrückt wurde; yes (ja), no (nein)
column-scale-min = kleinste Zahl, die möglich war
column-scale-max = größte Zahl, die möglich war; bei „chosen“: wie viele zur Wahl standen
column-scale-low = was das untere Ende der Skala bedeutet
column-scale-high = was das obere Ende der Skala bedeutet
column-unit = Einheit der Zahl
column-answered-utc = seit wann die Antwort so ist, wie sie ist
column-changed-later = yes: geändert, nachdem das Blatt geschlossen war
column-entry-state = was aus dem Blatt wurde
column-sharing = wie viel davon geteilt ist
column-recalled = yes: aus der Erinnerung, mehr als eine Stunde danach
column-began-utc = wann es begonnen wurde
column-closed-utc = wann es geschlossen wurde; bei einem offenen Blatt: sein letzter geschlossener Teil
column-read-utc = wann es hier zum ersten Mal geöffnet wurde; leer: noch nicht
column-zone = die Zeitzone der Person zu dieser Zeit
column-after-done = danach gesagt: wie viel davon gemacht wurde (none: nichts, bit: ein wenig, half: die Hälfte, most: das meiste, all: alles)
column-after-hard = danach gesagt: wie schwer es war, 0 bis 10; „much“: zu viel
column-after-useful = danach gesagt: wie nützlich es war, 0 bis 10
column-after-way = danach gesagt: was in die Quere kam
column-local-date = der Tag, für den es geplant war, nach der Ortszeit der Person
column-occurrence-state = wie es ausging; jede geplante Übung geht auf genau eine Weise aus
column-reason = warum, wo es zum Ausgang einen Grund gibt
column-step-reached = wenn sie nur zum Teil gemacht ist: die Frage, bei der sie aufhört
column-snoozes = wie oft sie mit „Später“ verschoben wurde
column-planned-utc = für wann die Anfrage geplant war
column-window-ends-utc = wann die Zeit der Anfragen endete; schreiben ging auch danach
column-sent-utc = wann die Anfrage ankam
column-reminded-utc = wann die Erinnerung hinausging
column-opened-utc = erstes Drücken; ob etwas nicht gesehen oder übergangen wurde, kann niemand sagen
column-first-answer-utc = wann die erste Antwort kam
column-occurrence-closed-utc = wann es endete
column-zone-planned = die Zeitzone der Person, in der es geplant wurde
column-zone-closed = die Zeitzone der Person, als es endete

code-entry-done = bis zum Ende geschrieben
code-entry-partial = vor dem Ende geschlossen
code-entry-open = weitere Teile kommen noch
code-state-on-time = in der Zeit dafür begonnen
code-state-late = gemacht, nach der Zeit dafür begonnen
code-state-partial = begonnen und vor dem Ende geschlossen
code-state-missed = angefragt und nicht begonnen
code-state-skipped = von der Person ausgelassen; zählt nicht
code-state-declined = von der Person abgelehnt; zählt nicht
code-state-paused = lag in einer Pause; zählt nicht
code-state-superseded = durch die nächste Anfrage ersetzt; zählt nicht
code-state-not-delivered = nicht zugestellt; zählt nicht
code-state-planned = kommt noch
code-state-prompted = angefragt und noch offen
code-state-opened = begonnen und noch offen
code-reason-busy = es war viel zu tun
code-reason-unwell = der Person ging es nicht gut
code-reason-not-relevant = es passte nicht
code-reason-too-hard = es war zu schwer
code-reason-private = es war kein Platz, um allein zu sein
code-reason-too-much = es war zu viel
code-reason-too-late = der Bot lief zu dieser Zeit nicht
code-reason-quiet = es lag in der Ruhezeit
code-reason-cap = es waren genug Anfragen an diesem Tag
code-reason-spacing = zu nah an einer anderen Anfrage
code-reason-unreachable = der Chat der Person war nicht zu erreichen
code-reason-refused = vom Messenger abgelehnt
code-reason-unsure = niemand weiß, ob es ankam
code-reason-alert = nach einem Sicherheitshinweis zurückgehalten
code-reason-halved = der Bot fragte nur jedes zweite Mal
code-reason-stopped = der Bot fragte nicht mehr, oder die Person hatte die Nachrichten angehalten
code-sharing-all = das ganze Blatt
code-sharing-summary = die Zahlen und wozu sie gehören; keine anderen Worte
code-sharing-nothing = nur, dass es gemacht wurde
code-form-full = die volle Form
code-form-light = die kurze Form
code-form-minute = die Ein-Minuten-Form
code-what-answered = beantwortet
code-what-skipped = von der Person ausgelassen
code-what-cannot-yet = „Geht noch nicht“
code-what-chosen = so viele Zeilen einer Liste wurden gewählt; welche, ist nicht geteilt
code-what-given = kam mit der Übung und wurde nicht gefragt
code-kind-text = freie Worte
code-kind-choice = eine von mehreren Antworten
code-kind-multi = beliebig viele von mehreren Antworten
code-kind-scale = eine Einschätzung
code-kind-moods = Gefühle, jedes eingeschätzt
code-kind-rerate = frühere Gefühle, noch einmal eingeschätzt
code-kind-text-list = mehrere kurze Texte
code-kind-number = eine Zahl
code-kind-date = ein Tag
code-kind-time = eine Uhrzeit
code-kind-clock = eine Uhr: Minuten, die sie lief, und Einschätzungen dabei
code-kind-yes-no = ja oder nein
code-kind-pick = eine der früheren Zeilen der Person
code-kind-notes = neben den Fragen geschrieben
