# What a client tells about their days. Each question may be skipped and is never put twice.

profile-one = One question, if you like. Your therapist sees the answer when they suggest something.
profile-skip = Skip
profile-done = Done
profile-thanks = Thank you. /settings changes it.
profile-skipped = That is fine. You find it in /settings.
profile-minutes = How many minutes a day are realistic for you?
profile-minutes-5 = 5
profile-minutes-10 = 10
profile-minutes-15 = 15
profile-minutes-30 = 30
profile-minutes-45 = 45
profile-best = When is a good time for you? Press all that fit.
profile-best-morning = Morning
profile-best-midday = Midday
profile-best-afternoon = Afternoon
profile-best-evening = Evening
profile-days = What are your days like?
profile-days-work = Work or school on weekdays
profile-days-shifts = Shifts
profile-days-home = Mostly at home
profile-days-varies = Each day is different
profile-hard = Is one of these hard for you? Press all that fit.
profile-hard-reading = Reading
profile-hard-writing = Writing
profile-hard-focus = Keeping my mind on it
profile-hard-none = None of them
profile-way = How do you like to answer?
profile-way-taps = With buttons
profile-way-words = In my own words
profile-way-either = Either

set-profile = About my days
profile-head = <b>About your days.</b> Your therapist sees this when they suggest something. Press one to change it.
profile-line = { $question } { $answer }
profile-unsaid = not said
profile-name-minutes = Minutes a day:
profile-name-best = Good times:
profile-name-days = My days:
profile-name-hard = Hard for me:
profile-name-way = I like to answer:

profile-told = { $name } told: { $said }
profile-told-minutes = { $answer } minutes a day are realistic
profile-told-best = good times: { $answer }
profile-told-days = days: { $answer }
profile-told-hard = hard: { $answer }
profile-told-way = likes to answer: { $answer }

suggest-full = Full
suggest-light = Light
suggest-minute = One minute
suggest-fits = { $form } (fits what they told)
