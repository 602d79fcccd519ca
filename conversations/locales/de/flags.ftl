# An Therapeuten: ein Codename und eine Zeit, und niemandes Worte.
alert-told = <b>Sicherheitshinweis.</b> { $name } hat am { $at } etwas geschrieben, wofür Sie gebraucht werden können. Ein Muster hat es gefunden; es kann sich irren.
alert-again = <b>Sicherheitshinweis, noch nicht gesehen.</b> { $name } hat am { $at } etwas geschrieben, wofür Sie gebraucht werden können.
alert-backup = <b>Sicherheitshinweis.</b> { $carer } wurde über { $name } benachrichtigt (geschrieben am { $at }) und hat nicht hingesehen oder war nicht zu erreichen. Sie sind der Ersatzkontakt. Bitte erreichen Sie { $carer }, und drücken Sie „Gesehen“, wenn Sie es übernommen haben.
alert-count = Inzwischen { $count } Nachrichten.
alert-call = <b>{ $name } möchte einen Anruf.</b> Es gehört zum Sicherheitshinweis vom { $at }.
alert-call-alone = <b>{ $name } möchte einen Anruf.</b> Erbeten am { $at }.
alert-call-again = <b>Noch nicht gesehen: { $name } möchte einen Anruf.</b> Erbeten am { $at }.
alert-call-backup = <b>{ $name } möchte einen Anruf</b>, erbeten am { $at }. { $carer } wurde benachrichtigt und hat nicht hingesehen oder war nicht zu erreichen. Sie sind der Ersatzkontakt. Bitte erreichen Sie { $carer }, und drücken Sie „Gesehen“, wenn Sie es übernommen haben.
alert-left-stop = { $name } hat alle Nachrichten des Bots angehalten. Der Sicherheitshinweis vom { $at } ist noch nicht gesehen.
alert-left-blocked = { $name } hat den Bot blockiert oder ist nicht zu erreichen. Der Sicherheitshinweis vom { $at } ist noch nicht gesehen.
alert-left-forget = { $name } hat alles löschen lassen. Der Sicherheitshinweis vom { $at } ist noch nicht gesehen; was geschrieben wurde, ist weg.
alert-show = Zeigen, was geschrieben wurde
alert-seen = Gesehen
alert-contacted = Wir hatten Kontakt
alert-false = Fehlalarm
alert-shown-button = Was die Person sah
alert-shown-head = Das wurde gezeigt, in der Sprache der Person:
alert-head = <b>Sicherheitshinweis: { $name }</b>, { $at }
alert-now = Jetzt: { $state }
alert-words =
    { $at } (Regel { $rule }):
    <blockquote>{ $words }</blockquote>
alert-words-kept = Was vor Ihrer Begleitung geschrieben wurde, behält die Person für sich: Sie wollte es so.
alert-said-not-me = Die Person hat gedrückt: nicht über mich, oder anders gemeint.
alert-said-call = Die Person möchte einen Anruf.
alert-said-left = Die Person ist seitdem gegangen oder hat alle Nachrichten angehalten.
alert-state-open = noch nicht gesehen
alert-state-taken = vom Ersatzkontakt übernommen, noch nicht gesehen
alert-state-seen = gesehen
alert-state-contacted = in Kontakt
alert-state-false-alarm = Fehlalarm
alert-done-seen = Notiert: gesehen. { $name } erfährt still, dass Sie es gesehen haben. Erinnerungen warten weiter, bis Sie entscheiden, höchstens einen Tag.
alert-done-contacted = Notiert: in Kontakt mit { $name }. Es wird wieder gefragt wie vereinbart.
alert-done-false-alarm = Notiert: Fehlalarm. { $name } wird wieder gefragt wie vereinbart.
alert-done-taken = Vermerkt: von Ihnen übernommen. Wer { $name } begleitet, erfährt es, und der Hinweis bleibt dort, bis jemand hingesehen hat. { $name } erfährt es lautlos.
told-alert-taken = { $who } (Ersatzkontakt) hat den Sicherheitshinweis zu { $name } ({ $at }) übernommen und nicht gesehen, was geschrieben wurde. Er bleibt in Ihrer Übersicht und in /alerts, bis Sie hingesehen haben.
alert-taken-on = Der Ersatzkontakt hat es übernommen und nicht gesehen, was geschrieben wurde.
alert-done-gone = Notiert: gesehen. Über { $name } wird hier nichts mehr aufbewahrt.
alert-backup-only = Was { $name } schrieb, bleibt zwischen der Person und ihrer Therapie. Drücken Sie „Gesehen“, wenn Sie es übernommen haben.
alerts-none = Keine Sicherheitshinweise in den letzten zwei Wochen. Das heißt nicht, dass nichts war: Muster übersehen manches.
alerts-head = <b>Sicherheitshinweise</b>
alerts-line = { $name }, { $at }: { $state }, { $count ->
    [0] keine Nachricht aufbewahrt
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
}
alerts-button = { $name }, { $at }

# An den Betreiber.
alert-operator = Den Sicherheitshinweis zu { $name } vom { $at } hat { $carer } noch nicht angesehen. Bitte erreichen Sie { $carer } jetzt.
alert-operator-contact = Den Sicherheitshinweis zu { $name } vom { $at } hat { $carer } noch nicht angesehen. Ersatzkontakt: { $contact }. Bitte erreichen Sie jetzt jemanden von ihnen.
alert-operator-nobody = Für einen Sicherheitshinweis zu { $name } vom { $at } gibt es hier niemanden, der nachsehen könnte. Bitte kümmern Sie sich jetzt darum.
alert-operator-lost = Jemand hat Worte geschrieben, die Gefahr bedeuten können, und der Sicherheitshinweis konnte nicht gespeichert werden: { $name }, { $at }. Sonst weiß es niemand. Bitte erreichen Sie jetzt die Begleitung, und sehen Sie ins Protokoll.

# In der Übersicht, im Überblick vor der Sitzung und auf der Seite der Person.
digest-alert-open = <b>Sicherheitshinweis, noch nicht gesehen:</b> { $name }, { $at }
digest-alert-taken = <b>Sicherheitshinweis, vom Ersatzkontakt übernommen, von Ihnen noch nicht gesehen:</b> { $name }, { $at }
digest-flags = { $count ->
    [one] Worte, über die zu reden wäre, in 1 Nachricht
   *[other] Worte, über die zu reden wäre, in { $count } Nachrichten
}
alert-line-open = Sicherheitshinweis vom { $at }: noch nicht gesehen
alert-line-taken = Sicherheitshinweis vom { $at }: vom Ersatzkontakt übernommen, noch nicht gesehen
alert-line = Sicherheitshinweis vom { $at }: { $state }, gesehen { $seen }
