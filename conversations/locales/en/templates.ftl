# Templates of a therapist's own.

templates-button = My templates
templates-head = <b>Your templates.</b> Press one to see what it holds.
templates-for = <b>Your templates.</b> Press one to fill in the form for { $name }, or ✎ to look at it first.
templates-none = You have no templates. After you send a practice, a button keeps it as one.
templates-full = There is room for { $most } templates. Please delete one first: they stand in /library.
template-keep = Keep as a template
template-use = Template: { $name }
template-name-ask = What shall the template be called? Please type a name of up to { $most } characters. Only you see it. /cancel leaves it.
template-keeps-words = Your words for why, and what else you wrote for { $name }, are kept too. The next client reads them as they stand. They also stay when the data of { $name } is erased. So leave them out if they are about { $name }.
template-keeps-bare = Your words for why, and what else you wrote for { $name }, are left out and asked anew each time.
template-words = Keep the words too
template-bare = Leave the words out
template-name-long = A name has 1 to { $most } characters, with a letter or a number. Please send another one.
template-name-taken = You have a template called { $name }. Please send another name.
template-kept = <b>{ $name }</b>
    Kept. /assign offers it from now on, for each of your clients.
template-page = <b>{ $name }</b>
template-line = <b>{ $label }:</b> { $answer }
template-rename = Another name
template-name-new = What shall { $name } be called from now on? Up to { $most } characters. /cancel leaves it.
template-renamed = It is called { $name } now.
template-bared = The words are out of { $name }. They are asked anew each time.
template-delete = Delete it
template-drop-sure = Delete the template { $name }? What was set with it stays.
template-drop-yes = Yes, delete it
template-dropped = Deleted: { $name }.
