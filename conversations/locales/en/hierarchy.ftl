# A client's lists, made with the therapist: situations, each with how hard it is.

list-name-fears = List of steps
list-name-moments = List of moments to say it
list-button = { $name }: { $count }
list-of = <b>{ $name }: { $list }</b>
list-item = { $words } ({ $number })
list-line = { $number } · { $words }
list-line-proposed = { $number } · { $words } (proposed by { $name })
list-line-mine = { $number } · { $words } (proposed by you)
list-none = Nothing is on it yet.
list-how = About ten are usual, each with a number from 0 (easy) to 100 (as hard as can be). The easiest come first. Only you two choose what is practised.
list-add = Add or change
list-add-ask = One on each line, its number at the end. Words that are there already get the new number. For example: Ask a stranger the time 30
list-unread = I could not read this: { $lines }. The number at the end goes from 0 to 100. Please send it once more.
list-full = There is room for { $most } on one list. Something has to come off first.
list-one = { $item }
list-agree = Put it on the list
list-drop = Take it off the list
list-send = Show it to { $name } now
list-sent = { $name } sees the list now, and finds it under /progress at any time.
told-client-list-fears = Your list of steps, as you two made it. Which one comes next is up to the two of you.
told-client-list-moments = Your list of moments, as you two made it. Which one comes next is up to the two of you.
told-proposed-item = { $name } proposes for the list: { $said }
my-list-fears = My list of steps
my-list-moments = My list of moments
my-list-how = You two made it. Which one comes next is up to the two of you.
my-list-propose = Propose one
my-list-ask-fears = Which step would you put on it? Add a number from 0 (easy) to 100. For example: Take the bus at noon 40
my-list-ask-moments = Which moment would you put on it? Add a number from 0 (easy) to 100. For example: Ask for a quiet table 40
my-list-unread = Please put a number from 0 to 100 at the end. For example: Take the bus at noon 40
my-list-told = Kept. Your therapist reads it. It stays apart until you both agree.

# What is chosen with a practice

chosen-item = <b>From the list:</b> { $item }
chosen-line = <b>{ $label }:</b> { $said }
chosen-item-button = From the list: { $item }
chosen-button = { $label }: { $said }
chosen-ask-item = Which one from the list? The easiest comes first.
chosen-now = From the next sheet on, { $name } has this in “{ $title }”. { $name } is told.
told-client-chosen = Your therapist set “{ $title }” anew. From the next sheet on:
history-chosen = another step or setting
assign-problem-item = Which one from the list of { $name } is it about? The easiest comes first.
