# A therapist's chat that locks: how it is set, and what is said while it is shut.

set-lock = Lock this chat with a passphrase
lock-new = Send a passphrase of { $least } to { $most } characters. I delete your message at once. When you have been away for a while I ask for it before I show anything. If you forget it, whoever runs this bot can take it off.
lock-unusable = It needs { $least } to { $most } characters and no slash in front. Please send another one, or /cancel.
lock-is = This chat locks when nothing came from you for { $minutes } min. Then I take away what I sent in the last two days. What you typed and what is older stays: clear it by hand. Alerts still ring, without anybody’s words.
lock-minutes = { $minutes } min
lock-now = Lock now
lock-change = New passphrase
lock-turn-off = No lock any more
lock-idle = From now on it locks after { $minutes } min.
lock-off = This chat does not lock any more.
lock-shut = This chat is locked. Send your passphrase to go on. /crisis always works.
lock-news = Something new is here. Send your passphrase to read it.
lock-ask = This chat is locked. Send your passphrase first. I delete the message at once.
lock-tap = Locked. Send your passphrase first.
lock-open = Open again. Your passphrase is taken from the chat.
lock-open-already = This chat is open already. Your passphrase is taken from it.
lock-wrong = That is not it. I take it from the chat.
lock-wait = That was wrong too often. Please wait { $minutes } min. If it is forgotten, ask whoever runs this bot.
lock-taken-off = Whoever runs this bot has taken the lock off this chat. /settings sets a new one.
