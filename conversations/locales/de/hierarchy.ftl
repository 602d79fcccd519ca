# Listen, die Klientin oder Klient und Therapeutin oder Therapeut gemeinsam machen.

list-name-fears = Liste der Schritte
list-name-moments = Liste der Momente
list-button = { $name }: { $count }
list-of = <b>{ $name }: { $list }</b>
list-item = { $words } ({ $number })
list-line = { $number } · { $words }
list-line-proposed = { $number } · { $words } (Vorschlag von { $name })
list-line-mine = { $number } · { $words } (dein Vorschlag)
list-none = Noch steht nichts darauf.
list-how = Üblich sind etwa zehn, jeder mit einer Zahl von 0 (leicht) bis 100 (so schwer, wie es nur geht). Das Leichteste steht vorn. Nur Sie beide wählen, was geübt wird.
list-add = Dazu schreiben oder ändern
list-add-ask = Einen in jeder Zeile, die Zahl am Ende. Was schon dasteht, bekommt die neue Zahl. Zum Beispiel: Jemanden nach der Uhrzeit fragen 30
list-unread = Das war nicht zu lesen: { $lines }. Die Zahl am Ende geht von 0 bis 100. Bitte schicken Sie es noch einmal.
list-full = Auf einer Liste ist Platz für { $most }. Zuerst muss etwas weg.
list-one = { $item }
list-agree = Auf die Liste setzen
list-drop = Von der Liste nehmen
list-send = { $name } jetzt zeigen
list-sent = { $name } sieht die Liste jetzt und findet sie jederzeit unter /progress.
told-client-list-fears = Deine Liste der Schritte, wie ihr beide sie gemacht habt. Was als Nächstes kommt, wählt ihr beide.
told-client-list-moments = Deine Liste der Momente, wie ihr beide sie gemacht habt. Was als Nächstes kommt, wählt ihr beide.
told-proposed-item = { $name } schlägt für die Liste vor: { $said }
my-list-fears = Meine Liste der Schritte
my-list-moments = Meine Liste der Momente
my-list-how = Ihr beide habt sie gemacht. Was als Nächstes kommt, wählt ihr beide.
my-list-propose = Etwas vorschlagen
my-list-ask-fears = Welchen Schritt würdest du daraufsetzen? Mit einer Zahl von 0 (leicht) bis 100. Zum Beispiel: Mittags mit dem Bus fahren 40
my-list-ask-moments = Welchen Moment würdest du daraufsetzen? Mit einer Zahl von 0 (leicht) bis 100. Zum Beispiel: Um einen ruhigen Tisch bitten 40
my-list-unread = Bitte setz eine Zahl von 0 bis 100 ans Ende. Zum Beispiel: Mittags mit dem Bus fahren 40
my-list-told = Notiert. Es wird in deiner Praxis gelesen. Es steht für sich, bis ihr euch beide einig seid.

# Was mit einer Übung gewählt wird

chosen-item = <b>Von der Liste:</b> { $item }
chosen-line = <b>{ $label }:</b> { $said }
chosen-item-button = Von der Liste: { $item }
chosen-button = { $label }: { $said }
chosen-ask-item = Was von der Liste? Das Leichteste steht vorn.
chosen-now = Ab dem nächsten Blatt steht das für { $name } in „{ $title }“. { $name } erfährt es.
told-client-chosen = „{ $title }“ wurde für dich neu eingestellt. Ab dem nächsten Blatt:
history-chosen = anderer Schritt oder andere Einstellung
assign-problem-item = Um was von der Liste von { $name } geht es? Das Leichteste steht vorn.
