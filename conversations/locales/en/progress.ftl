# /progress: a client looks at their own entries.

progress-none = Here you will find what you have written. There is nothing yet.
progress-head = <b>What you have written</b>
    { $count ->
        [one] One entry.
       *[other] { $count } entries, the newest first.
    } Press one to read it.
progress-newer = ‹ Newer
progress-older = Older ›
progress-back = All entries
progress-read = Your therapist opened it on { $day }.
progress-unread = Your therapist has not opened it yet.
progress-read-by = { $who } opened it on { $day }.
progress-unread-by = { $names } { $count ->
    [one] has
   *[other] have
} not opened it yet.
