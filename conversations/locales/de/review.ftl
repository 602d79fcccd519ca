# Reading entries one by one, and what is left at them.
# German says "Sie" to therapists and "du" to clients (told-client-*, remark-*, nudge).
command-review = Neues lesen, eins nach dem anderen
command-nudge = von Hand fragen, wie es geht
review-none = Nichts wartet darauf, gelesen zu werden. /clients zeigt alle.
review-none-of = Von { $names } wartet nichts auf Sie.
review-all = Alles, was wartet
review-next = Weiter ›
review-discuss = Für die Sitzung
review-discuss-on = ☑ Für die Sitzung
review-well = Gut bemerkt
review-well-on = ☑ Gut bemerkt
review-comment = Kommentar
review-comment-where = Wozu ist Ihr Kommentar? Seine Worte gehen an { $name }.
review-comment-whole = Zum Ganzen
review-comment-ask = Bitte schreiben Sie Ihren Kommentar zu „{ $label }“. { $name } liest ihn und kann antworten. Mit /cancel lassen Sie es.
review-comment-sent = Gespeichert. { $name } bekommt es in ein paar Minuten, in einer Nachricht mit allem, was Sie an diesem Eintrag lassen.
review-too-long = Das sind { $length } Zeichen. Hier ist Platz für { $limit }. Bitte kürzer schicken.
review-remark-discuss = { $who } will in der Sitzung darüber sprechen.
review-remark-well = { $who }: gut bemerkt.
review-remark-comment = { $who } zu „{ $label }“: { $text }
review-remark-answer = Antwort: { $text }

# What the client is told
told-remarks = Hallo. Hier gibt es etwas Neues zu lesen, wenn es passt.
    { $name } hat dein Blatt vom { $day } („{ $title }“) gelesen.
told-remark-well = Daran steht: gut bemerkt.
told-remark-comment = Zu „{ $label }“:
    { $text }
remark-answer = Antworten
remark-answer-about = Antworten: { $label }
remark-answer-ask = Bitte schreib deine Antwort an { $name }. Mit /cancel lässt du es.
remark-answer-sent = An { $name } geschickt.
told-remark-answer = { $name } antwortet auf Ihren Kommentar zu „{ $label }“: { $said }
told-remark-answer-other = { $name } antwortet auf den Kommentar von { $who } zu „{ $label }“: { $said }

# A therapist's own notes
notes-button = Meine Notizen
notes-head = <b>Ihre eigenen Notizen zu { $name }</b>
    Niemand sonst liest sie: nicht { $name }, niemand aus dem Team, und in keiner Kopie stehen sie.
notes-none = Noch gibt es keine.
notes-line = <i>{ $day }</i>: { $text }
notes-write = Eine schreiben
notes-drop = Die vom { $day } herausnehmen
notes-ask = Bitte schreiben Sie Ihre Notiz. Mit /cancel lassen Sie es.
notes-kept = Gespeichert.
notes-dropped = Herausgenommen.

# By hand
nudge = Hallo. Eine kurze Frage, wenn es gerade passt.
    { $name } fragt, wie es mit dem geht, was ihr vereinbart habt. Nichts davon ist Pflicht.
nudge-nothing-set = Hallo. Eine kurze Frage, wenn es gerade passt.
    { $name } fragt, wie es geht. Nichts davon ist Pflicht.
nudge-note = Etwas für die nächste Sitzung schreiben
nudge-today = Was ansteht
nudge-pause = Eine Pause machen
nudge-who = Wen möchten Sie fragen, wie es geht? Dort klingelt es einmal, höchstens einmal in 24 Stunden.
nudge-sent = { $name } wurde gefragt, wie es geht.
nudge-nobody = Hier ist niemand, den Sie fragen könnten. /invite macht einen Link für jemanden.
nudge-held-stopped = { $name } will gerade nichts, was klingelt. Darum ging nichts hinaus. Sprechen Sie darüber, wenn Sie sich sehen.
nudge-held-silent = Von { $name } kam einige Tage keine Antwort, und der Bot fragt gerade weniger. Darum ging nichts hinaus. Sprechen Sie darüber, wenn Sie sich sehen.
nudge-held-paused = { $name } macht Pause bis { $when }. Darum ging nichts hinaus.
command-alerts = Sicherheitshinweise, offene und neue
nudge-held-alert = Zu { $name } ist ein Sicherheitshinweis offen. Darum klingelt nichts bis { $when }, oder bis Sie entscheiden. /alerts zeigt ihn.
nudge-held-lately = { $name } wurde vor weniger als 24 Stunden von Hand gefragt. Darum ging nichts hinaus. Ab { $when } geht es wieder.
nudge-held-unreachable = { $name } ist gerade nicht zu erreichen: Der Bot ist blockiert, oder der Chat ist weg.
nudge-held-burden = Für { $name } ist gerade Ruhezeit, oder heute hat es genug geklingelt. Darum ging nichts hinaus. Ab { $when } geht es wieder.
nudge-held-burden-day = Für { $name } hat es heute genug geklingelt. Darum ging nichts hinaus. Morgen geht es wieder.

# The list of clients
and-more = … und { $count } weitere
clients-more = Weitere ›
clients-before = ‹ Davor
assignments-head = Vereinbart ist, { $first } bis { $last } von { $count }:
clients-find = Sie können auch einen Teil eines Codenamens schicken.
clients-found-none = Niemand bei Ihnen heißt so wie „{ $text }“. Schicken Sie einen Teil eines Codenamens, oder /clients für alle.
whom-none = Niemand bei Ihnen heißt so wie „{ $text }“.
whom-not-here = { $name } ist noch nicht hier. Auf der Seite steht, was noch fehlt.
clients-found = { $count } von { $all } bei Ihnen.

# In the digest and the brief
digest-response = Sie haben { $count ->
    [one] 1 Eintrag
   *[other] { $count } Einträge
} in diesen Tagen geöffnet, die Hälfte davon binnen { $hours ->
    [one] 1 Stunde
   *[other] { $hours } Stunden
}.
brief-discuss = <b>Zu besprechen</b>: { $what }

# Setting a practice once more
assign-once-more = Noch einmal: { $title }, { $schedule }
assign-as-for-others = Wie bei anderen: { $title }, { $schedule }
