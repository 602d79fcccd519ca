# Prompts. The first 60 characters stand on a locked screen: no name, no therapy word.

prompt-first-line = Hello. It is the time you picked. Ready when you are.
prompt-soon = Hello. A short part is left from earlier. Ready when you are. { $until }
prompt-facts = About { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }. { $until } You can stop at any step.
prompt-until = Open until { $time }.
prompt-until-midnight = Open until midnight.
prompt-start = Start
prompt-later = Later
prompt-skip = Skip
prompt-too-much = Too much
prompt-back = Back
prompt-later-15 = In 15 min
prompt-later-60 = In 1 hour
prompt-later-evening = At 19:00
prompt-later-ask = When is better?
prompt-later-set = Okay. I will be back at { $time }.
prompt-later-set-quiet = Okay. I will be back at { $time }, this once in your quiet hours.
prompt-later-full = That time does not fit any more. { $until } You can start now, or come back yourself with /today.
prompt-skip-ask = That is fine. What is in the way? One tap is enough.
prompt-skipped = Skipped. Nothing more for this one.
prompt-much-ask = Thank you for saying so. What would help?
much-stop-all = /stop ends everything that comes by itself.
prompt-much-told = I told { $therapist }. Nothing more for this one today.
prompt-later-enough = I came back twice, so I will not ring again for this one. { $until } You can start now, or come back yourself with /today.
prompt-reminder = Just once more, in case it slipped by. { $until }
prompt-gone-by = This one is in the past. /today shows what is open.
prompt-started = Started.
prompt-done-already = You have done this one. /log starts another.
prompt-closed-late = The time for this one is over. You can still write; I will mark it as later.
skip-busy = Busy
skip-unwell = Unwell
skip-not-relevant = Does not fit today
skip-too-hard = Too hard
skip-private = No private place
much-light = The shorter form
much-minute = The one-minute form
much-skip = Not today
much-pause = Pause everything
much-tell = Tell my therapist

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
