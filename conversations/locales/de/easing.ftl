# Less, please: ways out of too much, days without an answer, and the short questions.
# German says "du" to clients and "Sie" to therapists (the lines told-… and steps-…).

ease-fewer = Seltener fragen
ease-full = Wieder jedes Mal fragen
ease-full-of = Wieder jedes Mal: { $title }
ease-smaller = Eine kürzere Form
ease-hold = Nur das hier pausieren
ease-times = Andere Zeiten
ease-tell = Meiner Praxis Bescheid geben
ease-fine = So lassen
ease-go-on = Damit weitermachen
ease-fewer-done = Ab jetzt frage ich bei „{ $title }“ nur jedes zweite Mal. Was jetzt offen ist, bleibt offen. /today zeigt es. Dein:e Therapeut:in erfährt davon.
ease-full-done = Bei „{ $title }“ frage ich wieder jedes Mal.
ease-smaller-done = Ab jetzt kommt „{ $title }“ als { $form }. Dein:e Therapeut:in erfährt davon.
ease-smallest = Das ist schon die kürzeste Form. „Zu viel“ unter einer Anfrage zeigt, was sonst helfen kann.
ease-hold-ask = Wie lange ruht „{ $title }“? Nichts in dieser Zeit zählt gegen dich.
ease-hold-length = Bitte wähl etwas davon aus, oder schreib es so: 3 Tage, oder: bis Freitag. Am längsten sind vier Wochen.
ease-hold-done = „{ $title }“ ruht bis { $until }. Alles andere kommt wie vereinbart. Mit /log kannst du trotzdem schreiben. Dein:e Therapeut:in erfährt davon.
today-rests = „{ $title }“ ruht bis { $until }.
ease-go-on-done = „{ $title }“ kommt wieder wie vereinbart.
ease-times-ask = Welche Zeiten wären besser für „{ $title }“? Schreib es in deinen Worten. Dein:e Therapeut:in liest es.
ease-times-told = Dein:e Therapeut:in erfährt davon. Bis ihr andere Zeiten vereinbart, bleibt alles, wie es ist.
ease-told = Dein:e Therapeut:in erfährt davon.
ease-fine-done = Gut. Es bleibt, wie es ist.
pause-one-over = Hallo, da bin ich wieder. „{ $title }“ kommt ab jetzt wie vereinbart. Wenn das zu früh ist: drück „Zu viel“ unter einer Anfrage.

silence-ask = Hallo. Die letzten Tage war es hier still, und das ist in Ordnung. Ab jetzt frage ich seltener. Was würde helfen?
silence-times = Andere Zeiten
silence-fewer = Weniger Anfragen
silence-smaller = Eine kürzere Form
silence-break = Eine Pause
silence-stop = Nicht mehr fragen
silence-fine = Es ist okay so
silence-fine-done = Gut zu hören. Ich frage wie vereinbart.
silence-over = Schön, dass du da bist. Ich frage wieder wie vereinbart.
silence-stopped = Ich frage jetzt erst einmal nicht mehr. Nichts zählt gegen dich. Schreib oder drück hier irgendetwas, dann frage ich wieder. /today zeigt, was da ist.

series-ask = Dreimal hintereinander hat es nicht gepasst. Wollen wir etwas ändern?

aside-much = War das zu viel?
aside-much-right = Genau richtig
aside-much-bit = Ein bisschen
aside-much-much = Zu viel
aside-reactive = Eine Frage für diese Woche: Ändert das Aufschreiben, wie du dich fühlst?
aside-reactive-better = Es hilft
aside-reactive-same = Es ändert nichts
aside-reactive-worse = Es wird schlimmer
aside-thanks = Danke.
aside-worse-done = Danke, dass du es sagst. Ab jetzt frage ich nur noch halb so oft. Dein:e Therapeut:in erfährt davon.

most-asked = <b>Wie viel ich höchstens frage</b>
    { $prompts } Anfragen und { $reminders } Erinnerungen am Tag, alles zusammen. Zwischen Anfragen zu Verschiedenem liegen mindestens { $minutes } Minuten.
most-quiet = Ruhe ist von { $quiet }.
most-set = { $practices } Übungen gleichzeitig, und daneben eine Selbstbeobachtung.
most-later = „Später“ geht { $snoozes }-mal für eine Anfrage. Eine Pause kann { $weeks } Wochen dauern.
most-now = Was jetzt vereinbart ist: { $count ->
    [0] keine Anfragen
    [one] 1 Anfrage an einem vollen Tag
   *[other] { $count } Anfragen an einem vollen Tag
  }, etwa { $minutes } Min. am Tag.
most-series = Für eine Zeit der Selbstbeobachtung habt ihr mehr vereinbart: Mit ihren Anfragen dürfen es { $count } am Tag sein.
most-halved = „{ $title }“ fragt jedes zweite Mal.

told-fewer = { $name } möchte weniger Anfragen: „{ $title }“ fragt ab jetzt nur jedes zweite Mal. Das hat { $name } so gewählt. Sie können darüber sprechen.
told-full = { $name } möchte wieder alle Anfragen: { $title }.
told-smaller = { $name } hat ab jetzt eine kleinere Form gewählt: { $title }, { $form }.
told-held = { $name } lässt „{ $title }“ ruhen bis { $until }.
told-went-on = { $name } macht mit „{ $title }“ weiter.
told-times = { $name } hätte gern andere Zeiten für { $title }: „{ $wish }“
told-much-of = { $name } sagt, dass „{ $title }“ zu viel ist, und möchte, dass Sie es wissen.
told-worse = { $name } sagt, dass es durch das Aufschreiben bei „{ $title }“ schlimmer wird. Es fragt ab jetzt nur halb so oft. Bitte sprechen Sie darüber.
rests-now = Danke, dass du sagst, dass es schlechter wurde. Ich melde mich mit „{ $title }“ nicht mehr, und deine Praxis bekommt eine Notiz davon. Wenn du es willst, findest du es weiter unter /log.
rests-now-kept = Danke, dass du sagst, dass es schlechter wurde. Ich melde mich mit „{ $title }“ nicht mehr. Deine Praxis erfährt, dass es ruht, und nicht warum: Das behältst du für dich. Wenn du es willst, findest du es weiter unter /log.
told-rests-kept = „{ $title }“ ruht für { $name } bis zum letzten Tag. Dafür geht nichts mehr hinaus; mit /log lässt es sich weiter öffnen. Warum, steht in Blättern, die { $name } für sich behält.
told-rests = { $name } hat { $count }-mal gesagt, dass es mit „{ $title }“ schlechter wurde. Dafür geht nichts mehr hinaus. Mit /log lässt es sich weiter öffnen. Bitte sehen Sie zusammen an, ob es passt.
told-silent = { $name } hat an { $days } Tagen mit Anfragen nicht geantwortet. Bis zur Rückkehr meldet sich nichts mehr. Was nicht gefragt wird, zählt als nicht zugestellt.
told-there-again = { $name } ist wieder da. Die Anfragen kommen wie vereinbart.
told-step-downs = { $name } hat „{ $title }“ { $count }-mal kleiner gemacht. Wollen Sie es ändern?
steps-smaller = Ab jetzt die kürzere Form
steps-end = Beenden
steps-keep = So lassen, wie es ist
steps-kept = „{ $title }“ bleibt, wie es ist.
steps-smaller-done = { $title } für { $name }: ab jetzt als { $form }. { $name } erfährt davon.
told-client-smaller = Dein:e Therapeut:in hat „{ $title }“ kleiner gemacht: Ab jetzt kommt es als { $form }.
# A clock stands still after /pause, /stop or /crisis.
clock-stood = Die Uhr steht still, bei { $done } von { $minutes } Minuten. Wenn du weitermachen magst, führt dich /today dorthin.
