# One client, before the session. A number always stands in a sentence that says what was counted;
# nothing is explained that was not counted. German says "Sie": only therapists read this.
command-brief = eine Person, vor der Sitzung
brief-head = <b>{ $name }</b>, { DATETIME($start, dateStyle: "medium") } bis { DATETIME($end, dateStyle: "medium") }
brief-since-session = Seit der letzten Sitzung.
brief-since-longer = Die letzte Sitzung liegt über 4 Wochen zurück; dies sind die letzten 4 Wochen.
brief-since-unknown = Hier ist keine frühere Sitzung bekannt; dies sind die letzten 7 Tage.
brief-unread = Ein Eintrag bleibt ungelesen, bis Sie ihn öffnen, auch wo er unten zitiert ist.
brief-next = Nächste Sitzung: { $when }
brief-next-none = Es ist keine Sitzung eingetragen. /session trägt eine ein.
brief-brought = <b>Für die Sitzung</b>, geschrieben am { DATETIME($day, dateStyle: "medium") }:
brief-practice = <b>{ $title }</b>: { $rate }
brief-partial = Aufgehört bei: { $steps }
brief-step = „{ $label }“ { $count } ×
brief-skips = Ausgelassen: { $reasons }
brief-pattern = Nicht begonnen, nach Tageszeit: { $parts }
brief-part = { $part } { $missed } von { $due }
brief-part-morning = Vormittag
brief-part-afternoon = Nachmittag
brief-part-evening = Abend
brief-part-night = Nacht
brief-why-busy = viel zu tun { $count } ×
brief-why-unwell = nicht gut gegangen { $count } ×
brief-why-not-relevant = passte nicht { $count } ×
brief-why-too-hard = zu schwer { $count } ×
brief-why-private = kein Platz für sich allein { $count } ×
brief-why-too-much = zu viel { $count } ×
brief-said-busy = viel zu tun
brief-said-unwell = nicht gut gegangen
brief-said-not-relevant = passte nicht
brief-said-too-hard = zu schwer
brief-said-private = kein Platz für sich allein
brief-said-too-much = zu viel
brief-newest = Zuletzt, { DATETIME($day, dateStyle: "medium") }: { $said }
brief-pairs = Zweimal angegeben: { $count }-mal; beim zweiten Mal niedriger { $down }, gleich { $same }, höher { $up }
brief-quote = „{ $text }“
brief-quote-of = „{ $text }“ ({ DATETIME($day, dateStyle: "medium") })
predictions = Über alle fertigen Blätter sind { $count } Vorhersagen an ihrem Tag angekommen: { $yes } sind eingetroffen, { $partly } zum Teil, { $no } nicht. 95-%-Intervall für „eingetroffen“: { $low } bis { $high } %.
predictions-sheets = Davon: { $sheets }.
predictions-kept = { $count ->
    [one] 1 Blatt ist nicht ganz geteilt und bleibt draußen.
   *[other] { $count } Blätter sind nicht ganz geteilt und bleiben draußen.
}
brief-load = Jetzt eingestellt: bis zu { $count ->
    [one] 1 Anfrage
   *[other] { $count } Anfragen
} an einem Tag, etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
} am Tag.
brief-put-off = { $count ->
    [one] 1 Anfrage wurde verschoben.
   *[other] { $count } Anfragen wurden verschoben.
}
brief-too-much = { $count ->
    [one] „Zu viel“ wurde einmal gedrückt.
   *[other] „Zu viel“ wurde { $count }-mal gedrückt.
}
brief-smaller = { $count ->
    [one] Einmal wurde eine kürzere Form genommen.
   *[other] { $count }-mal wurde eine kürzere Form genommen.
}
brief-undelivered = Nicht zugestellt, ohne ihr Zutun: { $reasons }
brief-not-too-late = { $count }, während der Bot nicht lief
brief-not-unreachable = { $count } nicht zu erreichen
brief-not-refused = { $count } vom Messenger abgelehnt
brief-not-unsure = { $count }, von denen niemand weiß, ob sie ankamen
brief-not-quiet = { $count } in der Ruhezeit
brief-not-cap = { $count } über der Zahl am Tag
brief-not-spacing = { $count } zu nah an einer anderen
brief-not-alert = { $count } nach einem Sicherheitshinweis zurückgehalten
brief-not-halved = { $count } ausgelassen, weil seltener gefragt wird
brief-not-stopped = { $count } ausgelassen, weil nichts gefragt wird
brief-kept = { $count ->
    [one] 1 Eintrag ist nicht geteilt. Er bleibt hier draußen, bis auf seinen Stand.
   *[other] { $count } Einträge sind nicht geteilt. Sie bleiben hier draußen, bis auf ihren Stand.
}
brief-nothing = In diesen Tagen war nichts eingestellt, und nichts wurde geschrieben.
brief-suggested = Vorgeschlagen: <b>{ $title }</b>, { $state }
brief-entries = { $title }: was hinter diesen Zahlen steht
brief-predicted = Vorhersagen: was hinter diesen Zahlen steht
brief-days-0 = Seit der letzten Sitzung
brief-days-7 = Die letzten 7 Tage
brief-days-28 = Die letzten 4 Wochen
brief-read = { $count ->
    [one] Den neuen Eintrag lesen
   *[other] Die { $count } neuen Einträge lesen
}
brief-seen = Gesehen
brief-seen-now = Notiert: Sie haben es gelesen.
brief-page = Seite von { $name }
brief-button = Vor der Sitzung
brief-who = Für wen?
brief-nobody = Hier ist noch niemand. /invite macht einen Link für jemanden.
brief-list-head = <b>{ $title }</b>, { $name }
brief-list-clock = Alle Zeiten nach der Uhr von { $name }
brief-list-line = { $when }: { $state }
brief-list-none = In diesen Tagen war nichts.
brief-state-on-time = gemacht
brief-state-late = später gemacht
brief-state-partial = zum Teil
brief-state-partial-at = zum Teil, bis „{ $label }“
brief-state-missed = nicht begonnen
brief-state-skipped = ausgelassen
brief-state-skipped-for = ausgelassen ({ $why })
brief-state-declined = abgelehnt
brief-state-paused = pausiert
brief-state-superseded = durch die nächste Anfrage ersetzt
brief-state-not-delivered = nicht zugestellt
brief-state-not-delivered-for = nicht zugestellt: { $why }
brief-state-open = offen
brief-state-unprompted = ohne Anfrage geschrieben
brief-state-put-off = { $state }, { $count } × verschoben
brief-state-smaller = { $state }, in kürzerer Form
brief-state-much = { $state }, danach „zu viel“
brief-state-kept = { $state }, nicht geteilt
brief-list-more = { $count ->
    [one] 1 ältere Zeile passte hier nicht hin.
   *[other] { $count } ältere Zeilen passten hier nicht hin.
}

# Settings
brief-setting = Überblick vor der Sitzung: { $lead } vorher
brief-setting-none = Überblick vor der Sitzung: nur mit /brief
brief-lead-30 = 30 Minuten
brief-lead-60 = 1 Stunde
brief-lead-120 = 2 Stunden
brief-lead-1440 = einen Tag
brief-lead-0 = nur mit /brief
set-brief = Überblick vor Sitzungen
set-brief-ask = Wie lange vor einer Sitzung soll der Überblick über die Person kommen?
set-brief-done = Ab jetzt kommt der Überblick { $lead } vor einer Sitzung.
set-brief-off = Ab jetzt kommt der Überblick nur, wenn Sie ihn mit /brief holen.

# Suggestions, as in docs/suggestions.md
hint-line = <i>{ $text }</i>
hint-talk-silence = An { $days } Tagen kamen Anfragen, und keine wurde beantwortet. Fragen, was helfen würde?
hint-lighter-too-much = { $title }: „Zu viel“ wurde { $count }-mal gedrückt. Die kürzere Form anbieten?
hint-talk-too-much = { $title }: „Zu viel“ wurde { $count }-mal gedrückt, bei der kürzesten Form. Fragen, was daran zu viel ist, oder eine Pause anbieten?
hint-lighter-hard = { $title }: { $count }-mal als zu schwer ausgelassen. Die kürzere Form anbieten?
hint-pause-unwell = { $title }: { $count }-mal ausgelassen, weil es nicht gut ging. Eine Pause anbieten?
hint-times-part = { $title }: { $part }: { $missed } von { $due } nicht begonnen; { $other }: { $left } von { $all }. Andere Zeiten anbieten?
hint-times-snoozed = { $title }: { $count } von { $rang } Anfragen wurden verschoben. Andere Zeiten anbieten?
hint-times-busy = { $title }: { $count }-mal ausgelassen, weil viel zu tun oder kein Platz für sich allein war. Andere Zeiten oder einen anderen Ort anbieten?
hint-times-held-back = { $title }: { $count ->
    [one] 1 Anfrage hielten
   *[other] { $count } Anfragen hielten
} die Ruhezeit, die Zahl am Tag oder der Abstand zurück. Andere Zeiten einstellen, oder weniger?
hint-talk-stuck = { $title }: { $count } Blätter hörten bei „{ $label }“ auf. Diese Frage zusammen ansehen?
hint-talk-not-relevant = { $title }: { $count }-mal ausgelassen, weil es nicht passte. Fragen, ob es noch passt?
