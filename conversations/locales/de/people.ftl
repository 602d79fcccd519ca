# Joining, settings, and what is said to anybody.
# German says "du" to clients and "Sie" to therapists. Lines that both may read address nobody.

yes = ja
no = nein
your-therapist = dein:e Therapeut:in
help-now = Hilfe jetzt
tap-stale = Das gehört zu etwas, das vorbei ist. Nichts wurde geändert.
nothing-open = Das gehört zu etwas, das vorbei ist. Nichts wurde geändert. /today zeigt, was offen ist.

stranger-hello = Hallo. Dieser Bot arbeitet mit Einladung. Wenn du aus deiner Therapie einen Link hast, dann öffne ihn bitte. Wenn du jetzt gleich Hilfe brauchst, drück den Knopf.
groups-never = Ich arbeite nur in privaten Chats. So kann sonst niemand mitlesen. Ich verlasse diese Gruppe und behalte nichts davon.
unknown-text = Gerade ist keine Frage offen. Darum habe ich diese Worte nicht behalten. /today zeigt, was ansteht. /log beginnt ein Blatt.
unknown-text-therapist = Gerade ist keine Frage offen. Darum habe ich diese Worte nicht behalten. /help zeigt, was Sie hier tun können.
unknown-command = Das kenne ich nicht. /help zeigt, was hier geht.
flood = Das war viel auf einmal. Was zu einer offenen Frage kam, ist da, der Rest nicht. Bitte ein paar Sekunden warten, dann geht es weiter. /crisis geht immer.
flood-tap = Das war viel auf einmal. Bitte in ein paar Sekunden noch einmal drücken.
unusable = Mit { $what } kann ich hier nichts anfangen. Ich habe nichts davon behalten.
unusable-caption = Mit { $what } kann ich hier nichts anfangen. Ich habe nichts davon behalten, auch die Worte darunter nicht. Bitte die Worte als Nachricht schicken.
unusable-open = Die Frage oben gilt noch. { $wanted }
unusable-words = Bitte in eigenen Worten schreiben.
sent-sticker = Stickern
sent-photo = Bildern
sent-voice = Sprachnachrichten
sent-video = Videos
sent-video_note = Videonachrichten
sent-animation = GIFs
sent-audio = Tondateien
sent-document = Dateien
sent-contact = Kontakten
sent-location = Orten
sent-poll = Umfragen
sent-dice = Würfeln
sent-other = so etwas
edited-message = Diese Nachricht war keine Antwort. Darum ändert sich nichts, wenn sie bearbeitet wird. Bitte als neue Nachricht schicken.
edited-told = Dein:e Therapeut:in sieht, was du davon teilst, so wie es jetzt ist. Dabei steht, dass es später geändert wurde.
forwarded-ask = Das wurde weitergeleitet oder kam über einen Bot. Ist es als Antwort gemeint?
forwarded-use = Als Antwort nehmen
forwarded-used = Ist jetzt die Antwort.
forwarded-nothing-open = Das wurde weitergeleitet, und keine Frage ist offen. Ich habe es nicht behalten.
replied-ask = Das steht unter einer anderen Nachricht. Darum habe ich es nicht als Antwort genommen. Gehört es zu der Frage, die jetzt offen ist?
replied-there = Das war eine Antwort auf eine Frage aus „{ $title }“. Darum gehört es dorthin.
replied-there-open = Das war eine Antwort auf eine Frage aus „{ $title }“. Darum gehört es dorthin. Die Frage, die jetzt offen ist, wartet noch.
replied-media = Das kam als Antwort auf eine andere Nachricht. Hier kann es nur eine Antwort auf die Frage sein, die jetzt offen ist. Ist es dafür gedacht? Dann schick es bitte noch einmal für sich allein.
update-apology = Mit der letzten Nachricht ging hier etwas schief. Sie ist sicher, aber ich konnte sie nicht nutzen. Bitte noch einmal schicken, oder /today.
go-today = Was ansteht
go-clients = Meine Klient:innen

link-unknown = Diesen Link kenne ich nicht. Ist er ganz geöffnet? Wenn ja, frag bitte in deiner Praxis nach einem neuen.
link-used = Dieser Link ist schon benutzt. Er geht nur einmal. Bitte frag in deiner Praxis nach einem neuen.
link-expired = Dieser Link ist zu alt. Er gilt 72 Stunden. Bitte frag in deiner Praxis nach einem neuen.
link-tries = Das waren viele Links, die nicht gingen. Bitte warte eine Stunde. Nimm dann den Link aus deiner Praxis.
link-already = Du bist schon dabei. /start zeigt, wie es steht.
link-own = Das ist ein Link für Ihre Klientin oder Ihren Klienten. Um es selbst auszuprobieren: /invite und dann „Selbst ausprobieren“.

join-hello = Hallo. { $therapist } hat dich hierher eingeladen. Dieser Chat bringt dir kleine Übungen zwischen den Sitzungen. Zuerst kommen ein paar kurze Fragen.
join-language = Welche Sprache?
join-age = Bist du 18 oder älter?
join-age-yes = Ja, 18 oder älter
join-age-no = Nein, noch nicht
join-press = Bitte drück einen der Knöpfe oben. /start zeigt sie noch einmal.
join-age-kept = 18 oder älter: ja.
join-under-age = Danke, dass du es sagst. Dieser Bot ist nur für Erwachsene. Darum frage ich dich nichts weiter. Dein:e Therapeut:in erfährt davon und findet mit dir einen anderen Weg.
join-agreed = Du hast zugestimmt. Du kannst jederzeit aufhören.
join-declined = Das ist in Ordnung. Du bekommst keine Nachrichten. Ich behalte nur, dass der Link benutzt wurde. Wenn du es dir anders überlegst, frag in deiner Praxis nach einem neuen Link.
join-country = In welchem Land bist du? Danach richtet sich, welche Hilfetelefone ich zeige. Drück eines oder schreib es.
join-country-kept = Land: { $country }.
consent-anew = Der Text unten ist anders als der, dem du zugestimmt hast. Bitte lies ihn, bevor es weitergeht.
consent-anew-agreed = Du hast zugestimmt. Was offen war, wartet auf dich. Was du davor gedrückt hast, drück bitte noch einmal.
consent-anew-declined = Das ist in Ordnung. Kein Blatt geht auf, und nichts Neues wird gespeichert. Dein:e Therapeut:in erfährt davon.
join-zone-kept = Zeit von { $zone }.
join-zone = Welcher Ort hat deine Uhrzeit? Drück einen oder schreib eine Stadt.
place-which = Welcher Ort ist gemeint?
place-nowhere = Für diesen Ort kenne ich keine Zeitzone. Bitte den Namen einer Stadt schreiben.
place-unknown = „{ $text }“ kenne ich nicht. Vielleicht geht eine größere Stadt in der Nähe.
join-done = Danke, das ist alles. Deine Nummer ist <b>{ $number }</b>. Dein:e Therapeut:in sieht dieselbe Nummer und bestätigt, dass du es bist. Bis dahin kommt nichts.
join-done-self = Sie sind jetzt auch Klientin oder Klient bei sich selbst, mit dem Namen „ich, zum Ausprobieren“. Mit /assign können Sie sich etwas vorschlagen.
join-waiting = Noch ist nicht bestätigt, dass du es bist. Du brauchst jetzt nichts zu tun. Wenn du gefragt wirst: Deine Nummer ist { $number }.
told-alone = Dein:e Therapeut:in nutzt diesen Bot nicht mehr. Es kommt nichts mehr, und niemand liest hier jetzt. Was du geschrieben hast, bleibt noch { $count } Tage und wird dann gelöscht; 14 Tage vorher sage ich es dir, und /export schickt dir eine Kopie. Bitte sprich in deiner Praxis darüber, wer dich weiter begleitet. /crisis zeigt, wo du jetzt Hilfe findest.
join-confirmed = Dein:e Therapeut:in hat bestätigt, dass du es bist. Was vorgeschlagen wird, siehst du hier zuerst. Du kannst ja sagen, es ändern oder „jetzt nicht“ sagen.
join-rejected = Dieser Link war für jemand anderen gedacht. Das hat die Praxis gemeldet. Die Verbindung ist beendet, und es kommt nichts mehr. Wenn das nicht stimmt, frag bitte dort nach.

today-open = Du bist mitten in „{ $title }“, bei Schritt { $step } von { $count }: { $label }.
today-open-review = Du bist mitten in „{ $title }“. Alle Fragen sind gestellt. Schau es durch und drück Fertig.
today-waits = „{ $title }“ wartet da, wo du warst: Schritt { $step } von { $count }, { $label }.
today-waits-kept = „{ $title }“ wartet da, wo du warst. Was du dort geschrieben hast, bleibt. Das hier ist ein anderes Blatt:
today-waits-review = „{ $title }“ wartet da, wo du warst. Alle Fragen sind gestellt. Schau es durch und drück Fertig.
today-more-begun = { $count ->
    [one] 1 weiteres Blatt wartet. Du findest es hier, wenn eines von diesen fertig ist.
   *[other] { $count } weitere Blätter warten. Du findest sie hier, wenn einige von diesen fertig sind.
  }
standing-due = { $count ->
    [one] 1 Übung steht an: /today
   *[other] { $count } Übungen stehen an: /today
  }
today-due = Jetzt: { $title }. { $until }
today-proposed = Ein Vorschlag für dich: { $title }
today-waits-room = Du hast zu { $title } ja gesagt. Es wartet, bis eine andere Übung endet.
accepted-waits = Dein Ja bleibt. { $title } wartet, bis eine andere Übung endet. Dann frage ich dich, ob es beginnt.
room-now = Jetzt ist Platz für { $title }. Dazu hast du ja gesagt. Beginnt es heute?
room-begin = Ja, heute
today-look-at = Ansehen: { $title }
today-paused = Alles macht Pause bis { $until }.
today-nothing = Gerade steht nichts an.
today-begin = Beginnen: { $title }
today-continue = Weiter
today-continue-with = Weiter: { $title }
today-continue-at = Weiter bei { $step }: { $title }
today-begun-at = Begonnen: { $at }.
today-continue-begun = Vom { $at }: { $title }
today-log = Jetzt etwas schreiben
today-waiting = „{ $title }“ wartet noch da, wo du warst.
log-nothing = Noch ist nichts vereinbart, das du schreiben könntest. Es kommt ein Vorschlag.
log-which = Welches?
cancel-kept = Bleibt, wie es war.
no-open-sheet = Kein Blatt ist offen. /today zeigt, was ansteht.
session-over = Dieses Blatt ist geschlossen. /log beginnt ein neues.
agreed-line = <b>{ $title }</b>: { $schedule }. Wozu: { $why }
agreed-none = Gerade ist nichts vereinbart.

sharing-is-all = Dein:e Therapeut:in kann dieses Blatt lesen.
sharing-is-summary = Dein:e Therapeut:in sieht die Zahlen und wozu sie gehören, etwa „traurig 80“. Deine anderen Worte bleiben bei dir.
sharing-is-nothing = Dein:e Therapeut:in sieht nur, dass du es gemacht hast.
sharing-ask = Wer es lesen kann
sharing-keep = So lassen
sharing-to-all = Alles teilen
sharing-to-summary = Nur die Zahlen teilen
sharing-to-nothing = Für mich behalten

pause-ask = Wie lange bleibt alles still? Nichts in dieser Zeit zählt gegen dich.
pause-length = Bitte wähl etwas davon aus, oder schreib es so: /pause 2 Wochen, oder: /pause bis Freitag. Am längsten sind vier Wochen.
pause-d1 = 1 Tag
pause-d3 = 3 Tage
pause-w1 = 1 Woche
pause-w2 = 2 Wochen
pause-w4 = 4 Wochen
pause-set = Pause bis { $until }. Mit /log kannst du trotzdem schreiben. Dein:e Therapeut:in erfährt davon.
pause-over = Hallo, da bin ich wieder. Deine Pause ist vorbei, und ich frage wie vereinbart. Wenn das zu früh ist: /pause
resume-now = Pause beenden
resume-done = Gut. Ich frage wieder wie vereinbart.
resume-nothing = Es war keine Pause.

settings-now = <b>Deine Einstellungen</b>
    Ruhezeit: { $quiet }
    Dein Ort: { $zone }, { $country }
    Anfragen ohne Namen des Blatts: { $discreet }
set-quiet = Ruhezeit ändern
set-quiet-ask = Von wann bis wann ist jeden Tag Ruhe? Zum Beispiel: 22:00-8:00
set-quiet-days = An manchen Tagen andere Ruhezeit
set-quiet-days-ask = An welchen Tagen ist es anders? Eine Nacht gehört zu dem Tag, an dem sie beginnt. Drück etwas, oder schreib es so: Fr-Sa 23-10
set-quiet-same = Jeden Tag gleich
set-most = Wie viel ich höchstens frage
quiet-usual = { $start } bis { $end }
quiet-gave-way = Diese Zeit lag in deiner Ruhezeit. Darum ändert sich die: Am { $day } geht sie jetzt von { $start } bis { $end } Uhr. Mit /settings kannst du sie ändern.
set-quiet-wrong = Das habe ich nicht verstanden. Bitte schreib es so: 22:00-8:00. Oder für manche Tage: Fr-Sa 23-10. Mit /cancel bleibt alles, wie es ist.
set-quiet-done = Ruhe von { $quiet }.
set-quiet-moves = Was für { $times } vereinbart ist, kommt danach, oder an dem Tag gar nicht. Mit /log kannst du immer selbst beginnen.
set-zone = Ort ändern
set-zone-ask = In welcher Stadt bist du? Du kannst auch deinen Standort schicken. Ich behalte nur die Zeitzone, nicht den Ort.
set-zone-done = Es gilt jetzt die Uhrzeit von { $zone }.
set-zone-next = Als Nächstes kommt { $title }: { $when }.
set-country-ask = Bist du jetzt in { $country }? Dann passen die Hilfetelefone von { $country }.
set-country-yes = Ja, ich bin in { $country }
set-country-no = Nein, es bleibt { $country }
set-country-kept = Die Hilfetelefone bleiben, wie sie sind.
set-country-done = Die Hilfetelefone sind geändert.
set-discreet-on = Blatt in Anfragen nicht nennen
set-discreet-off = Blatt in Anfragen nennen
set-discreet-now-on = Anfragen nennen das Blatt jetzt nicht mehr.
set-discreet-now-off = Anfragen nennen das Blatt jetzt.
set-agreed = Was vereinbart ist
set-privacy = Datenschutz
privacy-head = <b>Was mit dem geschieht, was du schreibst</b>

help-head = <b>Was hier geht</b>
help-told = { $names } { $count ->
    [one] bekommt
   *[other] bekommen
} eine Nachricht, dass du das geöffnet hast. Vielleicht wird sie erst in der nächsten Arbeitszeit gelesen.
help-nobody = Deine Praxis erreiche ich gerade nicht, warte also bitte nicht darauf. Ruf eine der Nummern oben an oder jemanden, dem du vertraust. /crisis zeigt die Nummern noch einmal.

command-crisis = Hilfe jetzt
command-clients = Ihre Klient:innen
command-invite = ein Link für jemand Neues
command-assign = eine Übung vorschlagen
command-assignments = was vereinbart ist
command-library = die Arbeitsblätter
command-digest = was gemacht wurde
command-away = einige Tage weg sein
command-settings = Einstellungen
command-today = was ansteht
command-log = jetzt etwas schreiben
command-progress = was du geschrieben hast
command-back = eine Frage zurück
command-skip = diese Frage auslassen
command-cancel = dieses Blatt beenden
command-pause = eine Pause von den Anfragen
command-resume = die Pause beenden
command-privacy = was gespeichert ist und wer es liest
command-help = was hier geht
