# Joining, settings, and what is said to anybody.

yes = yes
no = no
your-therapist = your therapist
help-now = Help now
tap-stale = That belongs to something that is past. Nothing was changed.
nothing-open = That belongs to something that is past. Nothing was changed. /today shows what is open.

stranger-hello = Hello. This bot works by invitation. If your therapist gave you a link, please open it. If you need help right now, press the button.
groups-never = I only work in a private chat, so that nobody else can read along. I am leaving this group and keep nothing of it.
unknown-text = I have no open question right now, so I have not kept these words. /today shows what is due, /log starts a sheet.
unknown-text-therapist = I have no open question right now, so I have not kept these words. /help shows what you can do here.
unknown-command = I do not know that one. /help shows what you can do here.
flood = That was a lot at once. What you wrote to an open question is kept, the rest is not. Please wait a few seconds, then go on. /crisis works always.
flood-tap = That was a lot at once. Please press again in a few seconds.
unusable = I cannot read { $what } here, and kept nothing of it.
unusable-caption = I cannot read { $what } here, and kept nothing of it. The words under it are not kept either: please send them as a message.
unusable-open = The question above still stands. { $wanted }
unusable-words = Please type it in your own words.
sent-sticker = stickers
sent-photo = pictures
sent-voice = voice messages
sent-video = videos
sent-video_note = video messages
sent-animation = GIFs
sent-audio = sound files
sent-document = files
sent-contact = contacts
sent-location = places
sent-poll = polls
sent-dice = dice
sent-other = that
edited-message = That message gave no answer, so nothing is changed by editing it. Please send it as a new message.
edited-told = Your therapist sees what you share of it as it is now, and that it was changed afterwards.
forwarded-ask = That was forwarded or came through a bot. Is it meant as your answer?
forwarded-use = Use this
forwarded-used = Used as your answer.
forwarded-nothing-open = That was forwarded, and no question is open. I have not kept it.
replied-ask = You wrote this under another message, so I have not taken it as an answer. Is it meant for the question that is open now?
replied-there = That was a reply to a question of “{ $title }”, so it goes there.
replied-there-open = That was a reply to a question of “{ $title }”, so it goes there. The question that is open now still waits for you.
replied-media = You sent this as a reply to another message. Here it can only be an answer to the question that is open now. If it is meant for that one, please send it again by itself.
update-apology = Something went wrong here with your last message. It is kept safe, but I could not use it. Please send it once more, or try /today.
go-today = What is due
go-clients = My clients

link-unknown = I do not know this link. Please check that you opened the whole link, or ask your therapist for a new one.
link-used = This link was used already. It works only once. Please ask your therapist for a new one.
link-expired = This link is too old. It works for 72 hours. Please ask your therapist for a new one.
link-tries = Too many links that did not work. Please wait an hour, then use the link from your therapist.
link-already = You are in already. /start shows where things stand.
link-own = This is a link for your client. To try it yourself, use /invite and press "Try it myself".

join-hello = Hello. { $therapist } invited you here. This chat brings you small exercises between your sessions. First, a few short questions.
join-language = Which language?
join-age = Are you 18 or over?
join-age-yes = Yes, 18 or over
join-age-no = No, not yet
join-press = Please press one of the buttons above. /start shows them again.
join-age-kept = 18 or over: yes.
join-under-age = Thank you for saying so. This bot is for adults only, so I will not ask you anything else. Your therapist is told and will find another way with you.
join-agreed = You agreed. You can stop at any time.
join-declined = That is fine. Nothing will be sent. I keep only that the link was used. If you change your mind, ask your therapist for a new link.
join-country = Which country are you in? It decides which help lines I show. Press one, or type it.
join-country-kept = Country: { $country }.
consent-anew = The text below has changed since you agreed to it. Please read it before you go on.
consent-anew-agreed = You agreed. What was open waits for you; what you pressed before, please press once more.
consent-anew-declined = That is fine. No sheet is opened and nothing new is stored. Your therapist is told.
join-zone-kept = Time of { $zone }.
join-zone = Which place has your time? Press one, or type a city.
place-which = Which one do you mean?
place-nowhere = I know no time zone for that place. Please type the name of a city.
place-unknown = I do not know "{ $text }". Try the name of a bigger city near you.
join-done = Thank you, that is all. Your number is <b>{ $number }</b>. Your therapist sees the same number and confirms that it is you. Until then nothing is sent.
join-done-self = You are now your own client, marked "me, trying it". Use /assign to set yourself something.
join-waiting = Your therapist has not confirmed yet that it is you. Nothing is needed from you now. If they ask, your number is { $number }.
told-alone = Your therapist does not use this bot any more. Nothing more is sent, and nobody reads here now. What you wrote is kept for { $count } days and then erased; I tell you 14 days before, and /export sends you a copy. Please speak with your practice about who goes on with you. /crisis shows where to find help now.
join-confirmed = Your therapist has confirmed that it is you. When they suggest something, you will see it here first and can say yes, change it, or not now.
join-rejected = Your therapist says that this link was meant for somebody else. You are not connected any more, and nothing will be sent. If this is a mistake, please ask them.

today-open = You are in the middle of "{ $title }", at step { $step } of { $count }: { $label }.
today-open-review = You are in the middle of "{ $title }". All of it is asked; look through it and press Done.
today-waits = "{ $title }" waits where you left it, at step { $step } of { $count }: { $label }.
today-waits-kept = "{ $title }" waits where you left it; what you wrote there is kept. This is another sheet:
today-waits-review = "{ $title }" waits where you left it. All of it is asked; look through it and press Done.
today-more-begun = { $count ->
    [one] 1 more sheet waits. You find it here when one of these is done.
   *[other] { $count } more sheets wait. You find them here when some of these are done.
  }
standing-due = { $count ->
    [one] 1 practice is due: /today
   *[other] { $count } practices are due: /today
  }
today-due = Now: { $title }. { $until }
today-proposed = Your therapist suggests: { $title }
today-waits-room = You said yes to { $title }. It waits until another practice ends.
accepted-waits = Your yes is kept. { $title } waits until another practice ends; then I ask you whether it begins.
room-now = There is room now for { $title }, to which you said yes. Does it begin today?
room-begin = Yes, today
today-look-at = Look at: { $title }
today-paused = Everything is paused until { $until }.
today-nothing = Nothing is due right now.
today-begin = Begin: { $title }
today-continue = Go on
today-continue-with = Go on: { $title }
today-continue-at = Go on at { $step }: { $title }
today-begun-at = It was begun on { $at }.
today-continue-begun = From { $at }: { $title }
today-log = Write something now
today-waiting = "{ $title }" is still waiting where you left it.
log-nothing = Nothing is agreed yet that you could write. Your therapist will suggest something.
log-which = Which one?
cancel-kept = Kept as it was.
no-open-sheet = No sheet is open. /today shows what is due.
session-over = This sheet is closed. /log starts a new one.
agreed-line = <b>{ $title }</b>: { $schedule }. Why: { $why }
agreed-none = Nothing is agreed right now.

sharing-is-all = Your therapist can read this sheet.
sharing-is-summary = Your therapist sees the numbers of this sheet and what each is for, like “sad 80”. Your other words stay yours.
sharing-is-nothing = Your therapist sees only that you did it.
sharing-ask = Who can read it
sharing-keep = Leave it so
sharing-to-all = Share all of it
sharing-to-summary = Share only the numbers
sharing-to-nothing = Keep it to myself

pause-ask = How long should everything be quiet? Nothing in that time counts against you.
pause-length = Please choose one of these, or write like this: /pause 2 weeks, or: /pause until Friday. Four weeks is the most.
pause-d1 = 1 day
pause-d3 = 3 days
pause-w1 = 1 week
pause-w2 = 2 weeks
pause-w4 = 4 weeks
pause-set = Paused until { $until }. You can still write with /log. Your therapist is told.
pause-over = Hello again. Your pause is over, and prompts come as agreed. If it is too soon, /pause again.
resume-now = End the pause
resume-done = Good. Prompts come again as agreed.
resume-nothing = Nothing was paused.

settings-now = <b>Your settings</b>
    Quiet hours: { $quiet }
    Your place: { $zone }, { $country }
    Prompts name no sheet: { $discreet }
set-quiet = Change quiet hours
set-quiet-ask = From when to when should I be quiet, every day? For example: 22:00 to 8:00
set-quiet-days = Other quiet hours on some days
set-quiet-days-ask = On which days should it be other hours? A night belongs to the day it begins on. Press one, or type it like this: Fri-Sat 23-10
set-quiet-same = The same every day
set-most = What I am asked at most
quiet-usual = { $start } to { $end }
quiet-gave-way = That time lay in your quiet hours, so they give way: on { $day } they now go from { $start } to { $end }. /settings changes them.
set-quiet-wrong = I did not understand that. Please write it like this: 22:00 to 8:00, or for some days: Fri-Sat 23-10. /cancel keeps it as it is.
set-quiet-done = Quiet from { $quiet }.
set-quiet-moves = What is agreed for { $times } comes when that time is over, or not at all on that day. You can always begin yourself with /log.
set-zone = Change place
set-zone-ask = In which city are you? You can also send your location. I keep the time zone only, not where you are.
set-zone-done = Your time is now that of { $zone }.
set-zone-next = Next comes { $title }: { $when }.
set-country-ask = Are you in { $country } now? Then the help lines should be those of { $country }.
set-country-yes = Yes, I am in { $country }
set-country-no = No, keep { $country }
set-country-kept = The help lines stay as they are.
set-country-done = The help lines are changed.
set-discreet-on = Do not name the sheet in prompts
set-discreet-off = Name the sheet in prompts
set-discreet-now-on = Prompts will not name the sheet.
set-discreet-now-off = Prompts will name the sheet.
set-agreed = What is agreed
set-privacy = Privacy
privacy-head = <b>What happens with what you write</b>

help-head = <b>What you can do here</b>
help-told = { $names } { $count ->
    [one] gets
   *[other] get
} a note that you opened this. They may not see it before their next working hours.
help-nobody = I cannot reach your therapist right now, so please do not wait for them. Call one of the numbers above, or somebody you trust. /crisis shows the numbers again.

command-crisis = help now
command-clients = your clients
command-invite = a link for a new client
command-assign = set a practice
command-assignments = what is set
command-library = the worksheets
command-digest = what was done
command-away = be away for some days
command-settings = your settings
command-today = what is due
command-log = write something now
command-progress = what you have written
command-back = the question before
command-skip = leave this question out
command-cancel = end this sheet
command-pause = a break from prompts
command-resume = end the break
command-privacy = what is stored, and who reads it
command-help = what you can do here
