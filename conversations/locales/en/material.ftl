# What belongs to a practice: texts, links, files, voice notes.

material-button = Material to read or hear
material-none = There is no material for “{ $title }” yet.
material-head = <b>Material for “{ $title }”</b>
material-text = “{ $name }”, { $words } words, { $count ->
        [one] one piece
       *[other] in { $count } pieces
    }
material-file = { $name }
material-add = Add something
material-done = Done
material-drop = Take out { $number }
material-ask = Send a text, a link, a file (PDF, picture or .txt, at most 5 MB) or a voice note. A long text may come in several messages; your client gets it in pieces of about five minutes. I wait for it { $minutes } minutes. Done or /cancel ends it sooner.
material-added = Added.
material-text-added = Added. What you type now is added to this text. Press Done when it is whole.
material-is-done = The material is kept. Your client finds it before the questions and with /today.
material-full = Three things are the most. Take one out first.
material-too-big = That is bigger than 5 MB (a voice note: about 15 minutes). Please send something smaller, or a link.
material-too-long = That text is longer than 60,000 characters. Please send a part of it, or a link.
material-wrong = I can keep a PDF, a JPEG or PNG picture, a .txt file in UTF-8 or a voice note. That was something else, so nothing of it is kept.
material-not-fetched = I could not get that from Telegram just now. Please send it once more.
material-no-link = A link begins with https:// or http:// and names a site, without a user name. Please send it once more.
material-yours = <b>This belongs to “{ $title }”</b>
material-open = { $name }
material-read = Read: { $name }
material-go-on = Read on, piece { $number } of { $count }: { $name }
material-piece = Piece { $number } of { $count }, about five minutes or less.
material-place = You can stop here. I keep your place.
material-last = That was the last piece.
material-next = Next piece
material-first = From the beginning
today-material = What to read: { $title }
material-nothing = Nothing is waited for any more. Nothing was attached.
material-lapsed = I waited { $minutes } minutes for material, and no longer. What you sent just now was not added to anything.
material-sheet-none = There is no material for the worksheet “{ $title }” yet. What you add comes along each time you set it.
material-sheet-head = <b>Material for the worksheet “{ $title }”</b>, for each time you set it
material-sheet-is-done = The material is kept. It comes along when you set this worksheet from now on.
proposal-material = This comes with it, to read or hear when you begin:
