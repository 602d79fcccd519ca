# One client, before the session. A number always stands in a sentence that says what was counted;
# nothing is explained that was not counted.
command-brief = one client, before the session
brief-head = <b>{ $name }</b>, { DATETIME($start, dateStyle: "medium") } to { DATETIME($end, dateStyle: "medium") }
brief-since-session = Since the last session.
brief-since-longer = The last session was over 4 weeks ago; this is the last 4 weeks.
brief-since-unknown = No earlier session is known here; this is the last 7 days.
brief-unread = An entry stays unread until you open it, also where it is quoted below.
brief-next = Next session: { $when }
brief-next-none = No session date is set. /session sets one.
brief-brought = <b>For the session</b>, written { DATETIME($day, dateStyle: "medium") }:
brief-practice = <b>{ $title }</b>: { $rate }
brief-partial = Stopped at: { $steps }
brief-step = “{ $label }” { $count } ×
brief-skips = Skipped: { $reasons }
brief-pattern = Not begun, by time of day: { $parts }
brief-part = { $part } { $missed } of { $due }
brief-part-morning = morning
brief-part-afternoon = afternoon
brief-part-evening = evening
brief-part-night = night
brief-why-busy = busy { $count } ×
brief-why-unwell = unwell { $count } ×
brief-why-not-relevant = did not fit { $count } ×
brief-why-too-hard = too hard { $count } ×
brief-why-private = no private place { $count } ×
brief-why-too-much = too much { $count } ×
brief-said-busy = busy
brief-said-unwell = unwell
brief-said-not-relevant = did not fit
brief-said-too-hard = too hard
brief-said-private = no private place
brief-said-too-much = too much
brief-newest = Newest, { DATETIME($day, dateStyle: "medium") }: { $said }
brief-pairs = Rated twice: { $count } times; lower the second time { $down }, the same { $same }, higher { $up }
brief-quote = “{ $text }”
brief-quote-of = “{ $text }” ({ DATETIME($day, dateStyle: "medium") })
predictions = Over all finished sheets, { $count } predictions came to their day: { $yes } happened, { $partly } in part, { $no } did not. 95 % interval for “happened”: { $low } to { $high } %.
predictions-sheets = Of these: { $sheets }.
predictions-kept = { $count ->
    [one] 1 sheet is not shared whole and stays out.
   *[other] { $count } sheets are not shared whole and stay out.
}
brief-load = Set now: up to { $count ->
    [one] 1 prompt
   *[other] { $count } prompts
} on one day, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} a day.
brief-put-off = { $count ->
    [one] 1 prompt was put off.
   *[other] { $count } prompts were put off.
}
brief-too-much = { $count ->
    [one] “Too much” was pressed once.
   *[other] “Too much” was pressed { $count } times.
}
brief-smaller = { $count ->
    [one] A shorter form was taken once.
   *[other] A shorter form was taken { $count } times.
}
brief-undelivered = Not delivered, not their doing: { $reasons }
brief-not-too-late = { $count } while the bot was not running
brief-not-unreachable = { $count } could not be reached
brief-not-refused = { $count } refused by the messenger
brief-not-unsure = { $count } of which nobody knows whether they arrived
brief-not-quiet = { $count } in quiet hours
brief-not-cap = { $count } above the number a day
brief-not-spacing = { $count } too close to another
brief-not-alert = { $count } held back after an alert
brief-not-halved = { $count } left out while less is asked
brief-not-stopped = { $count } left out while nothing is asked
brief-kept = { $count ->
    [one] 1 entry is kept by the client and stays out of this, but for its state.
   *[other] { $count } entries are kept by the client and stay out of this, but for their states.
}
brief-nothing = Nothing is set, and nothing was written in these days.
brief-suggested = Suggested: <b>{ $title }</b>, { $state }
brief-entries = { $title }: what these numbers are
brief-predicted = Predictions: what these numbers are
brief-days-0 = Since the last session
brief-days-7 = The last 7 days
brief-days-28 = The last 4 weeks
brief-read = { $count ->
    [one] Read the new entry
   *[other] Read the { $count } new entries
}
brief-seen = Seen
brief-seen-now = Noted: you have read it.
brief-page = Page of { $name }
brief-button = Brief
brief-who = For whom?
brief-nobody = You have no client here yet for a brief. /invite makes a link for one.
brief-list-head = <b>{ $title }</b>, { $name }
brief-list-clock = All times on the clock of { $name }
brief-list-line = { $when }: { $state }
brief-list-none = There was nothing in these days.
brief-state-on-time = done
brief-state-late = done later
brief-state-partial = partly
brief-state-partial-at = partly, up to “{ $label }”
brief-state-missed = not begun
brief-state-skipped = skipped
brief-state-skipped-for = skipped ({ $why })
brief-state-declined = turned down
brief-state-paused = paused
brief-state-superseded = replaced by the next prompt
brief-state-not-delivered = not delivered
brief-state-not-delivered-for = not delivered: { $why }
brief-state-open = open
brief-state-unprompted = written without a prompt
brief-state-put-off = { $state }, put off { $count } ×
brief-state-smaller = { $state }, in a shorter form
brief-state-much = { $state }, “too much” afterwards
brief-state-kept = { $state }, kept by the client
brief-list-more = { $count ->
    [one] 1 older line did not fit here.
   *[other] { $count } older lines did not fit here.
}

# Settings
brief-setting = Briefs: { $lead } before a session
brief-setting-none = Briefs: only with /brief
brief-lead-30 = 30 minutes
brief-lead-60 = 1 hour
brief-lead-120 = 2 hours
brief-lead-1440 = a day
brief-lead-0 = only with /brief
set-brief = When briefs come
set-brief-ask = How long before a session shall the brief of the client come?
set-brief-done = From now on the brief comes { $lead } before a session.
set-brief-off = From now on a brief comes only when you ask for it with /brief.

# Suggestions, as in docs/suggestions.md
hint-line = <i>{ $text }</i>
hint-talk-silence = Prompts came on { $days } days and none was answered. Ask what would help?
hint-lighter-too-much = { $title }: “too much” was pressed { $count } times. Offer the shorter form?
hint-talk-too-much = { $title }: “too much” was pressed { $count } times, of the shortest form. Ask what makes it too much, or offer a pause?
hint-lighter-hard = { $title }: skipped as too hard { $count } times. Offer the shorter form?
hint-pause-unwell = { $title }: skipped as unwell { $count } times. Offer a pause?
hint-times-part = { $title }: { $missed } of { $due } were not begun in the { $part }, { $left } of { $all } in the { $other }. Offer other times?
hint-times-snoozed = { $title }: { $count } of { $rang } prompts were put off. Offer other times?
hint-times-busy = { $title }: skipped { $count } times as busy or for want of a private place. Offer other times, or another place?
hint-times-held-back = { $title }: { $count ->
    [one] 1 prompt was held back
   *[other] { $count } prompts were held back
} by quiet hours, the number a day or the time between. Set other times, or fewer?
hint-talk-stuck = { $title }: { $count } sheets stopped at “{ $label }”. Look at that question together?
hint-talk-not-relevant = { $title }: skipped { $count } times as not fitting. Ask whether it still fits?
