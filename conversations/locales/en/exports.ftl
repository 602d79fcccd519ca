# What a therapist takes out for their records: /export, and the codebook in the file.

command-export-records = a copy of what clients share, for your records

take-who = Whose records would you like to take out? You get what is shared with you, and when it was planned, sent and answered. What somebody keeps to themselves is not in it.
take-own = My own copy, as a client
take-nobody = There is nobody yet whose records you could take out. /invite makes a link for your first client.
take-period = <b>{ $name }</b>: from when on?
take-w4 = The last 4 weeks
take-w12 = The last 12 weeks
take-all = All of it
take-format = <b>{ $name }</b> · { $period }

    In which form? A table opens in any spreadsheet, and its codebook says what each column means. JSON has all that is shared, with every time. FHIR is for a records system.

    { $name } can see under /privacy that you took a copy, and when.
take-csv = A table (CSV)
take-json = JSON
take-fhir = FHIR R4
take-being-made = <b>{ $name }</b> · { $period } · { $form }

    It is being made, and comes as a file below.
take-here = { $name }: { $count ->
    [one] 1 sheet.
   *[other] { $count } sheets.
    }
take-here-numbers = Only the numbers of it are shared: { $count }.
take-here-kept = Only that it was done: { $count }. { $name } keeps the rest.
take-here-keep = Keep the file where your records are: it opens without a key.
take-gone = This file could not be made. Nothing of it was sent.
take-again = Ask for it again
take-file = { $name }-{ $day }

trail-export-therapist = { $who } took a copy of what you share
trail-export-operator = the people who run this bot for your therapist took a copy of what you share

codebook-title = CODEBOOK
codebook-period = Days { $start } to { $end }, by the client's clock. Made { $made }.
codebook-period-all = Everything until { $end }, by the client's clock. Made { $made }.
codebook-times = All times are UTC, ISO 8601. A column "zone" names the clock that was valid for the client (IANA).
codebook-cells = CSV: UTF-8, commas. A cell that a spreadsheet would take for a formula has an apostrophe before it. The JSON export has every text as it was written.
codebook-clients = What is in it. Nothing is filled in, and what a client keeps is left out:
codebook-client = { $name }: entries { $entries }, of these only as numbers { $summary }, kept by the client { $nothing } (those stand here as a state, without any answer); occurrences { $occurrences }.
codebook-answers = one row for each answer, or for each item of a list
codebook-entries = one row for each sheet that was begun and written in
codebook-occurrences = one row for each planned practice
codebook-clock = minutes that a clock ran; then ratings from 0 to { $high }, named by the minute
codebook-scale = { $low } to { $high }
codebook-words-state-of-an-entry = Words in entries.csv, column "state"
codebook-words-state-of-an-occurrence = Words in occurrences.csv, column "state"
codebook-words-reason = Words in column "reason"
codebook-words-sharing = Words in column "sharing"
codebook-words-form = Words in column "form"
codebook-words-what = Words in column "what"
codebook-words-kind = Words in column "kind"

column-client = code name
column-entry = id of the sheet as it was filled in
column-occurrence = id of the planned practice that it answers; empty: written without a prompt
column-occurrence-own = id of the planned practice
column-entry-of = id of the sheet that came of it
column-assignment = id of what was agreed
column-worksheet = id of the worksheet
column-version = version of the worksheet
column-title = title of the worksheet
column-form = which form of it
column-part = part of a sheet over days; "main" where there is one part
column-step = id of the question; "notes": written beside the questions
column-question = short name of the question
column-kind = kind of the question
column-what = what became of the question
column-item = number in a list, from 1; empty: no list
column-round = empty: as it stands; 1 and more: said before the part was put off
column-name = what is rated, where the client or the agreement named it
column-text = the client's words, or the label they pressed
column-number = the number or rating as it was given
column-code = id of what was pressed; yes, no
column-scale-min = smallest number that could be given
column-scale-max = largest number that could be given; of "chosen": how many were offered
column-scale-low = what the low end of the scale means
column-scale-high = what the high end of the scale means
column-unit = unit of the number
column-answered-utc = when the answer became what it is
column-changed-later = yes: changed after the sheet was closed
column-entry-state = what became of the sheet
column-sharing = how much of it is shared
column-recalled = yes: told from memory, over an hour after
column-began-utc = when it was begun
column-closed-utc = when it was closed; of an open sheet: its last closed part
column-read-utc = when it was first opened here; empty: not yet
column-zone = the client's clock then
column-after-done = said afterwards: how much of it was done (none, bit, half, most, all)
column-after-hard = said afterwards: how hard it was, 0 to 10; "much": too much
column-after-useful = said afterwards: how useful it was, 0 to 10
column-after-way = said afterwards: what got in the way
column-local-date = the day it was planned for, by the client's clock
column-occurrence-state = how it ended; each ends in exactly one state
column-reason = why, for those states that have a reason
column-step-reached = of a partly done one: the question it stopped at
column-snoozes = how often it was put off by "later"
column-planned-utc = when it was planned to ring
column-window-ends-utc = when prompting ended; writing was possible after it
column-sent-utc = when the prompt arrived
column-reminded-utc = when the reminder went out
column-opened-utc = first tap; nobody can tell "not seen" from "ignored"
column-first-answer-utc = when the first answer came
column-occurrence-closed-utc = when it ended
column-zone-planned = the client's clock it was planned on
column-zone-closed = the client's clock when it ended

code-entry-done = written to its end
code-entry-partial = closed before its end
code-entry-open = more parts are to come
code-state-on-time = begun inside its window
code-state-late = done, begun after its window
code-state-partial = begun, and closed before its end
code-state-missed = prompted, and not begun
code-state-skipped = the client skipped it; not counted
code-state-declined = the client turned it down; not counted
code-state-paused = it fell into a pause; not counted
code-state-superseded = the next prompt took its place; not counted
code-state-not-delivered = it never reached the client; not counted
code-state-planned = still to come
code-state-prompted = prompted, and still open
code-state-opened = begun, and still open
code-reason-busy = the client was busy
code-reason-unwell = the client was unwell
code-reason-not-relevant = it did not fit
code-reason-too-hard = it was too hard
code-reason-private = it was no place for it
code-reason-too-much = it was too much
code-reason-too-late = the bot was not running in time
code-reason-quiet = it fell into quiet hours
code-reason-cap = enough prompts that day
code-reason-spacing = too near to another prompt
code-reason-unreachable = the client's chat could not be reached
code-reason-refused = the messenger refused it
code-reason-unsure = nobody knows whether it arrived
code-reason-alert = held back after an alert
code-reason-halved = the bot was asking half as often
code-reason-stopped = the bot had stopped asking, or the client had stopped messages
code-sharing-all = the whole sheet
code-sharing-summary = its ratings with what each is for; no other words
code-sharing-nothing = only that it was done
code-form-full = the full form
code-form-light = the shorter form
code-form-minute = the form for one minute
code-what-answered = answered
code-what-skipped = the client left it out
code-what-cannot-yet = "I can't yet"
code-what-chosen = so many lines of a list were chosen; which ones is not shared
code-what-given = it came with the practice and was not asked for
code-kind-text = free words
code-kind-choice = one of several answers
code-kind-multi = any of several answers
code-kind-scale = a rating
code-kind-moods = feelings, each with a rating
code-kind-rerate = earlier feelings, rated again
code-kind-text-list = several short texts
code-kind-number = a number
code-kind-date = a day
code-kind-time = a time of day
code-kind-clock = a clock: minutes it ran, and ratings meanwhile
code-kind-yes-no = yes or no
code-kind-pick = one of the client's earlier lines
code-kind-notes = written beside the questions
