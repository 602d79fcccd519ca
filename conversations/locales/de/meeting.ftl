# The next session: for the therapist, then what the client is told.
# German says "Sie" to therapists and "du" to clients (the lines told-client-…).

command-session = Termin der nächsten Sitzung
session-nobody = Hier ist noch niemand. Klient:innen treten über Ihren Link bei, und Sie bestätigen sie.
session-who = Die nächste Sitzung mit wem?
session-button = { $name }: { $when }
session-now = Die nächste Sitzung mit <b>{ $name }</b>: <b>{ $when }</b>, Ihre Zeit. Zum Verschieben drücken Sie, oder schreiben Sie Tag und Uhrzeit, zum Beispiel: Do 14:00
session-none = Wann ist die nächste Sitzung mit <b>{ $name }</b>? Drücken Sie, oder schreiben Sie Tag und Uhrzeit, zum Beispiel: Do 14:00
session-week-on = Eine Woche später: { $when }
session-pick = Anderer Tag
session-clear = Kein Termin
session-day = An welchem Tag? Sie können auch Tag und Uhrzeit schreiben, zum Beispiel: Do 14:00
session-hour = Um welche Zeit am { $day }? Sie können sie auch schreiben, zum Beispiel: 14:30
session-unread = Ich finde in „{ $text }“ keinen Tag mit Uhrzeit, der noch kommt. Bitte schreiben Sie es so: Do 14:00, oder 4.3. um 14 Uhr. Mit /cancel bleibt alles, wie es ist.
session-set = Die nächste Sitzung mit { $name }: <b>{ $when }</b>, Ihre Zeit.
session-cleared = Für { $name } ist jetzt keine nächste Sitzung eingetragen.
session-hanging = { $title } kommt { $when }, in der Zeit dort.
session-hanging-late = { $title }: Die Zeit dafür ist bei dieser Sitzung vorbei. Davor kommt es nicht noch einmal.
session-hanging-open = { $title } wartet, bis der nächste Termin eingetragen ist.
session-page = Nächste Sitzung

told-client-session = Deine nächste Sitzung ist am <b>{ $when }</b>, deine Zeit.
told-client-session-cleared = Der Termin deiner nächsten Sitzung ist im Moment offen.
told-client-hanging = { $title } kommt { $when }.
told-client-hanging-not = { $title } meldet sich vorerst nicht. Mit /log kannst du es immer beginnen.
