# /note: a few words for the next session.

command-note = something for the next session
note-ask = <b>For your next session</b>
    What do you want to bring? Type it here; a few words are enough. It stands on top of what your therapist reads about you. You can change it or take it back until it is read.
note-ask-add = What do you want to add?
note-ask-new = Type it anew. It takes the place of what stands there now.
note-shown = <b>For your next session</b>
    { $words }

    Your therapist has not opened it yet. You can still change it or take it back.
note-shown-sent = <b>For your next session</b>
    { $words }

    Your therapist got it in the overview before the session, and has not opened it so far as I know. You can still change it or take it back here.
note-read = Your last note for a session:
    { $words }

    It was opened on { $at }, so it stays as it is.
note-too-long = That would be { $count } characters; a note holds { $most }. Please send it a bit shorter.
note-taken-back = You took your note back. Nobody has read it.
note-taken-back-sent = You took your note back here. It had come to your therapist in the overview before the session, so they may have seen it there.
note-add = Add to it
note-new = Write it anew
note-back = Take it back
note-for-session = For the session, written on { $day }: “{ $words }”
trail-read-note = { $who } read your note for the session
trail-read-alert = { $who } read what you wrote at a safety flag
copy-notes = Your notes for a session
copy-note = { $at }: { $words }
