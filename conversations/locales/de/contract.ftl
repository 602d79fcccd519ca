# What two people agree about a practice, and how it is changed. Nothing here presses anybody.
# German says "du" to clients and "Sie" to therapists (the lines told-…, answer-… and practice-…).

contract-begin = Jetzt ein paar kurze Fragen, damit es zu deinen Tagen passt. Jede kannst du auslassen. /cancel beendet die Fragen.
contract-none = Das ist in Ordnung. Du findest es in /settings unter „Was vereinbart ist“.
contract-kept = Danke. Das hast du gesagt:
contract-plan = <b>Wann und wo:</b> { $plan }
contract-obstacle = <b>Im Weg:</b> { $obstacle }
contract-answer = <b>Was dann:</b> { $answer }
contract-confidence = <b>Wie sicher:</b> { $confidence } von 100
contract-unsure = { $confidence } von 100: Dann ist es vielleicht etwas groß. Eine kleinere Form zählt genauso. Was möchtest du?
contract-use-light = Die kürzere Form, etwa { $minutes } Min.
contract-use-minute = Die Ein-Minuten-Form
contract-ask = In meiner Praxis fragen
contract-keep = So lassen, wie es ist
contract-kept-as-is = Es bleibt, wie es ist.
contract-asked = Dein:e Therapeut:in erfährt, dass es vielleicht zu groß ist.

prompt-your-plan = Dein Plan: { $plan }

agreed-button = { $title }
agreed-page = <b>{ $title }</b>, { $form }
agreed-why = <b>Wozu:</b> { $why }
agreed-enough = <b>Genug ist:</b> { $enough }
agreed-when = <b>Wann:</b> { $schedule }, bis { $until }
agreed-paused = Ruht bis { $until }.
agreed-over = Diese Übung ist vorbei.
agreed-change-plan = Meinen Plan ändern
agreed-pause = Damit eine Pause machen
agreed-resume = Pause beenden
agreed-end = Diese Übung beenden
agreed-history = Was vorher vereinbart war
agreed-other = Um etwas anderes bitten
agreed-pause-ask = Wie lange? Nichts in dieser Zeit zählt gegen dich.
agreed-end-sure = „{ $title }“ beenden? Dafür kommt dann nichts mehr. Was du geschrieben hast, bleibt. Dein:e Therapeut:in erfährt davon.
agreed-end-yes = Ja, beenden
agreed-end-no = Nein, weitermachen
agreed-ended = „{ $title }“ ist vorbei. Danke für das, was du gemacht hast.

history-head = <b>{ $title }: was vereinbart war, das Neueste zuerst</b>
history-line = <b>{ $day }</b>, { $who }: { $change }
history-you = du
history-therapist = dein:e Therapeut:in
history-client = { $name }
history-me = Sie
history-house = von selbst
history-accept = vereinbart
history-plan = ein Plan
history-form = eine andere Form
history-pause = eine Pause
history-resume = Pause beendet
history-end = beendet
history-times = andere Zeiten
history-fewer = jede zweite Anfrage
history-whole = wieder jede Anfrage

told-contract = { $name } zu „{ $title }“:
    { $said }
told-unsure = { $name } ist sich bei „{ $title }“ zu { $confidence } von 100 sicher und bittet um etwas Kleineres.
told-practice-ended = { $name } hat „{ $title }“ beendet. Was geschrieben wurde, bleibt.
told-why-not = { $name } sagt, warum „{ $title }“ jetzt nicht passt: „{ $why }“

not-now-why = Sagen, warum, wenn du magst
not-now-why-ask = Was spricht dagegen? Dein:e Therapeut:in liest es. Mit /cancel bleibt es bei dir.
not-now-told = Danke. Dein:e Therapeut:in erfährt davon.

answer-wish = Antworten
answer-ask = Was möchten Sie sagen? Es geht mit Ihrem Vorschlag an { $name }. Dann ist wieder ein Ja möglich.
answer-sent = An { $name } geschickt.
answer-from = { $therapist } schreibt: „{ $answer }“

practice-button = { $name }: { $title }
practice-page = <b>{ $name }: { $title }</b>, { $form }. { $state }.
practice-pause = Pausieren
practice-resume = Damit weitermachen
practice-history = Was vereinbart war
practice-paused = „{ $title }“ ruht bis { $until }. { $name } erfährt davon.
practice-resumed = „{ $title }“ geht weiter. { $name } erfährt davon.
told-client-paused = Dein:e Therapeut:in lässt „{ $title }“ ruhen bis { $until }. Nichts davon zählt gegen dich.
told-client-resumed = Dein:e Therapeut:in lässt „{ $title }“ wie vereinbart weitergehen.
