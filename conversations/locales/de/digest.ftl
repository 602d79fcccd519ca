# For the therapist. A number always stands in a sentence that says what was counted.
# German says "Sie".
digest-title = <b>Ihre Klient:innen</b>, { DATETIME($start, dateStyle: "medium") } bis { DATETIME($end, dateStyle: "medium") }
digest-title-day = <b>Ihre Klient:innen</b>, { DATETIME($day, dateStyle: "medium") }
digest-page-title = <b>{ $name }</b>, { DATETIME($start, dateStyle: "medium") } bis { DATETIME($end, dateStyle: "medium") }
digest-empty = Hier ist noch niemand. /invite macht einen Link für jemand Neues.
digest-line = <b>{ $name }</b>:{" "}
digest-joiner = {" · "}
digest-alerts = { $count ->
    [one] 1 Sicherheitshinweis, den Sie noch nicht gesehen haben
   *[other] { $count } Sicherheitshinweise, die Sie noch nicht gesehen haben
}
digest-alerts-more = { $count ->
    [one] 1 weiterer Sicherheitshinweis wartet: /alerts zeigt alle.
   *[other] { $count } weitere Sicherheitshinweise warten: /alerts zeigt alle.
}
digest-unconfirmed = ist beigetreten und wartet auf Ihre Bestätigung der Person
digest-unreachable = nicht erreichbar: Der Bot ist blockiert oder der Chat gelöscht
digest-silent = Anfragen an { $days } Tagen, keine beantwortet
digest-after-hard = keine Antwort seit einem Eintrag, der sehr schwer war
digest-halved = bis zur Rückkehr meldet sich jede zweite Anfrage
digest-stopped = bis zur Rückkehr meldet sich nichts
digest-too-much = { $count ->
    [one] einmal „zu viel“ gesagt
   *[other] { $count }-mal „zu viel“ gesagt
}
digest-smaller = { $count ->
    [one] hat einmal eine kürzere Form genommen
   *[other] hat { $count }-mal eine kürzere Form genommen
}
digest-unread = { $count ->
    [one] 1 Eintrag zu lesen
   *[other] { $count } Einträge zu lesen
}
digest-unread-newest = { $count ->
    [one] 1 Eintrag zu lesen, vom { DATETIME($newest, dateStyle: "medium") }
   *[other] { $count } Einträge zu lesen, der neueste vom { DATETIME($newest, dateStyle: "medium") }
}
digest-brought = hat etwas für die Sitzung geschrieben
digest-brought-on = Für die Sitzung, geschrieben am { DATETIME($day, dateStyle: "medium") }:
digest-changed = { $count ->
    [one] 1 Änderung vereinbart
   *[other] { $count } Änderungen vereinbart
}
digest-paused = Pause bis { DATETIME($until, dateStyle: "medium") }
digest-invited = ist noch nicht beigetreten
digest-joining = tritt gerade bei
digest-under-age = ist noch nicht 18, darum wird nichts gefragt
digest-rate = { $rate }
digest-suggested = { $count ->
    [one] 1 Vorschlag wartet auf Antwort
   *[other] { $count } Vorschläge warten auf Antwort
}
digest-more = { $count ->
    [one] 1 weitere Person passte nicht mehr hierher.
   *[other] { $count } weitere Personen passten nicht mehr hierher.
} Einträge zu lesen darunter: { $unread }. /clients zeigt alle.
digest-calm = Hier wartet nichts auf Sie.
digest-agreed = Vereinbart: { $text }
digest-change = { $text }
