# A therapist's own worksheets: a file is checked, looked at, published.

look-sample = (some words)
sheet-no-file = I can read worksheet files here: a text file whose name ends in .toml. /library shows the worksheets there are.
sheet-too-big = I could not take this file. A worksheet file is small text, under 300 kB. Please check that it is the right one.
sheet-not-fetched = I could not get your file from Telegram. Please send it once more.
sheet-wrong = { $count ->
    [one] One thing in this file needs mending. Nothing was changed.
   *[other] { $count } things in this file need mending. Nothing was changed.
    }
sheet-more = … and { $count } more. Mend these first, then send the file again.
sheet-same = "{ $title }" is in your library already, exactly like this.
sheet-holds = <b>{ $title }</b>, version { $version }: this file holds. { $count ->
    [one] One step.
   *[other] { $count } steps.
    }
sheet-new = Nobody has it yet. Look at it as a client will, then publish it.
sheet-new-version = It takes the place of version { $known }. Who has begun goes on with what they began.
sheet-look = Look at it: { $form }
sheet-publish = Publish
sheet-drop = Throw away
sheet-published = "{ $title }" is in your library. Only you can set it.
sheet-dropped = Thrown away: "{ $title }". Nothing was published.
sheet-looking = <i>As a client sees it, { $number } of { $count }. The words in brackets stand for an answer.</i>
sheet-before = ‹ Before
sheet-after = Next ›
sheet-back = Close
sheet-dry = This is only a look.
sheet-own = yours
sheet-withdraw = Take it out of the library
sheet-withdrawn = "{ $title }" is out of your library. Who has it goes on with it.
library-look = As a client sees it
library-send = To add one of your own, send me its file (.toml).
sheet-taken = Somebody else has just published a worksheet with the id "{ $id }". Please write another id and send the file again.
