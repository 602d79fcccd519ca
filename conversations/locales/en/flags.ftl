# To therapists: a code name and a time, and nobody's words.
alert-told = <b>Safety flag.</b> { $name } wrote something on { $at } that may need you. A pattern found it; it can be wrong.
alert-again = <b>Safety flag, not seen yet.</b> { $name } wrote something on { $at } that may need you.
alert-backup = <b>Safety flag.</b> { $carer } was told about { $name } (written on { $at }) and has not looked, or could not be reached. You are the backup contact. Please reach { $carer }, and press "Seen" when you have taken it on.
alert-count = { $count } messages by now.
alert-call = <b>{ $name } would like a call.</b> It belongs to the safety flag of { $at }.
alert-call-alone = <b>{ $name } would like a call.</b> Asked for on { $at }.
alert-call-again = <b>Not seen yet: { $name } would like a call.</b> Asked for on { $at }.
alert-call-backup = <b>{ $name } would like a call</b>, asked for on { $at }. { $carer } was told and has not looked, or could not be reached. You are the backup contact. Please reach { $carer }, and press "Seen" when you have taken it on.
alert-left-stop = { $name } stopped all messages of the bot. The safety flag of { $at } is not seen yet.
alert-left-blocked = { $name } blocked the bot or cannot be reached. The safety flag of { $at } is not seen yet.
alert-left-forget = { $name } had everything erased. The safety flag of { $at } is not seen yet; what was written is gone.
alert-show = Show what was written
alert-seen = Seen
alert-contacted = I was in contact
alert-false = False alarm
alert-shown-button = What the client was shown
alert-shown-head = This was shown, in the language of the client:
alert-head = <b>Safety flag: { $name }</b>, { $at }
alert-now = Now: { $state }
alert-words =
    { $at } (rule { $rule }):
    <blockquote>{ $words }</blockquote>
alert-words-kept = What was written before care went on with you stays with the client: they said so.
alert-said-not-me = The client pressed: not about me, or not what I meant.
alert-said-call = The client would like a call.
alert-said-left = The client has left since, or stopped all messages.
alert-state-open = not seen yet
alert-state-taken = taken on by the backup contact, not seen yet
alert-state-seen = seen
alert-state-contacted = in contact
alert-state-false-alarm = false alarm
alert-done-seen = Noted: seen. { $name } is told in silence that you have seen it. Prompts wait on until you decide, a day at most.
alert-done-contacted = Noted: in contact with { $name }. Prompts come as agreed again.
alert-done-false-alarm = Noted: false alarm. Prompts of { $name } come as agreed again.
alert-done-taken = Noted: you have taken it on. Whoever cares for { $name } is told, and it stays with them until they have looked. { $name } is told in silence.
told-alert-taken = { $who }, the backup contact, has taken on the safety flag of { $name } ({ $at }), and was not shown what was written. It stays in your digest and in /alerts until you have looked.
alert-taken-on = The backup contact has taken it on, and was not shown what was written.
alert-done-gone = Noted: seen. Nothing about { $name } is kept here any more.
alert-backup-only = What { $name } wrote stays between them and their therapist. You can press "Seen" when you have taken it on.
alerts-none = No safety flags in the last two weeks. That does not mean that nothing was there: patterns miss things.
alerts-head = <b>Safety flags</b>
alerts-line = { $name }, { $at }: { $state }, { $count ->
    [0] no message kept
    [one] 1 message
   *[other] { $count } messages
}
alerts-button = { $name }, { $at }

# To the operator.
alert-operator = A safety flag about the client { $name } of { $at } has not been looked at by: { $carer }. Please reach them now.
alert-operator-contact = A safety flag about the client { $name } of { $at } has not been looked at by { $carer }. Their backup contact: { $contact }. Please reach one of them now.
alert-operator-nobody = A safety flag about the client { $name } of { $at } has no therapist here who could look at it. Please see to it now.
alert-operator-lost = A client wrote words that may mean danger, and the safety flag could not be written down. The client: { $name }, { $at }. Nobody else was told. Please reach their therapist now, and look at the log.

# In the digest, the brief and on the client's page.
digest-alert-open = <b>Safety flag not seen yet:</b> { $name }, { $at }
digest-alert-taken = <b>Safety flag taken on by the backup contact, not seen by you yet:</b> { $name }, { $at }
digest-flags = { $count ->
    [one] words that may need a talk, in 1 message
   *[other] words that may need a talk, in { $count } messages
}
alert-line-open = safety flag of { $at }: not seen yet
alert-line-taken = safety flag of { $at }: taken on by the backup contact, not seen yet
alert-line = safety flag of { $at }: { $state }, seen { $seen }
