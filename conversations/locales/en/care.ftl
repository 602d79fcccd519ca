# Care ends, or goes on with another therapist.
care-button = Care ends, or goes on with someone else
care-ask = <b>Care of { $name }</b>
    What is to change? Nothing happens before you have confirmed it.
care-end = Care ends here
care-next = A colleague takes over
care-beside = A colleague beside me
care-end-ask = When care of { $name } ends here, nothing rings any more, and from that moment you read nothing of theirs. { $name } is told. What they wrote is kept for { $count } days, then it is erased; both of you hear of it 14 days before. Take first what is to be kept.
care-alert-first = There is a safety flag about { $name } that nobody has looked at yet. /alerts shows it. Care can end once you have.
care-report = The report, to print
care-records = The file for your records
care-end-ask-beside = When your care of { $name } ends, you read nothing of theirs from that moment. { $name } is told. Their care goes on with { $others }: what is set goes on, and what they wrote stays here. Take first what is to be kept.
care-ended-beside = Your care of { $name } has ended. They are told. It goes on with { $others }.
care-end-yes = End care now
care-not-now = Not now
care-ended = Care of { $name } has ended here. They are told.
care-whom-next = Who takes over for { $name }? First your colleague is asked, then { $name }. Until both agree nothing changes.
care-whom-beside = Who cares for { $name } beside you? First your colleague is asked, then { $name }. Until both agree nothing changes.
care-nobody = There is no other therapist here who could.
care-asked = { $who } is asked. Once they agree, { $name } is.
heir-asked-next = { $name } asks whether you take over the care of one of their clients. You learn the code name once the client agrees as well.
heir-asked-beside = { $name } asks whether you care for one of their clients beside them. You learn the code name once the client agrees as well.
heir-yes = Yes
heir-no = I cannot
heir-agreed = Thank you. The client is asked now.
heir-refused = All right. Your colleague is told.
told-heir-refused = { $who } cannot take { $name } on. Nothing has changed.
carer-asked-next = { $therapist } could care for you here from now on, in the place of who did so far. Who did so far then reads nothing any more. { $therapist } reads new sheets as you share them. They also see what is set for you, your lists and your safety plan. May they also read what you wrote before, as you shared it?
carer-asked-beside = { $therapist } could care for you here too. Then both read new sheets as you share them. { $therapist } also sees what is set for you, your lists and your safety plan. May they also read what you wrote before, as you shared it? If you say only new sheets, what you wrote before is for you alone from then on.
carer-asked-back = { $therapist } gave you the link and could care for you here from now on. { $therapist } then reads new sheets as you share them. They also see what is set for you, your lists and your safety plan. May they also read what you wrote before, as you shared it?
carer-with = Yes, that too
carer-without = Yes, but only new sheets
carer-no = No
carer-kept-with = Good. { $therapist } cares for you here from now on. /progress shows and changes who may read each sheet.
carer-kept-without = Good. { $therapist } cares for you here from now on. What you wrote before is private now: sheets, words for a session, and words under a safety flag. Nobody reads it here but you. /progress changes that for each sheet. Words under a flag that no one has seen yet can still be read, so that someone can help. { $therapist } also sees what is set for you, your lists, your safety plan, and when there was a flag.
carer-kept-no = All right. Nothing has changed, and { $therapist } reads nothing of yours.
told-heir-not-wanted = A client was asked whether you care for them here, and does not want it. Nothing has changed, and you need do nothing.
told-back-no = { $name } took your link and does not want you to care for them here. You read nothing of theirs, and they no longer stand in /clients.
told-back-lapsed = { $name } took your link and has not said whether you may care for them here. After 14 days the question has ended. You read nothing of theirs; /invite makes a new link.
told-carer-no = { $name } does not want { $who } to care for them here. Nothing has changed.
told-carer-yes = { $name } agreed: { $who } cares for them here from now on.
told-handed-over = { $name } agreed and is in the care of { $who } now. You read nothing of theirs any more.
told-care-goes-on = { $who } does not care for you here any more and reads nothing from now on. { $others } { $count ->
    [one] goes on
   *[other] go on
} with you.
told-care-ended = Your care here with { $therapist } has ended. Nothing rings any more, and nobody reads here now. What you wrote is kept for { $count } days and then erased; I tell you 14 days before. /export sends you a copy, /forget erases it now. /crisis always answers.
told-retention = { $name }: care here has ended. On { $day } what they wrote is erased, and nobody can bring it back. They are told too.
trail-care-end = { $who } ended the care here
trail-care-next = { $who } asked a colleague to take over
trail-care-beside = { $who } asked a colleague to join
trail-carer-with = { $who } agreed to another therapist, with what was written before
trail-carer-without = { $who } agreed to another therapist, for new sheets only
trail-carer-no = { $who } did not want another therapist

minor-button = Record a guardian's consent
minor-ask = How old is { $name }?
minor-13-15 = 13 to 15
minor-16-17 = 16 or 17
minor-guardian = Do you have the consent of a parent or guardian of { $name }, as your law asks for it, on file outside this bot?
minor-guardian-yes = Yes, it is on file
minor-kept = Kept. { $name } is asked for their own consent now. Lines for young people stand first under /crisis.
join-youth = Your therapist says that a parent or guardian agreed that you use this bot. They read nothing here. Now it is your turn: please read this, and say yes or no.
trail-client-guardian = { $who } recorded that a guardian agreed
