# From where on a rating is a lot, and what is shown then.

distress-button = When it gets hard
distress-page = <b>{ $name }: { $title }</b>, when it gets hard
distress-off = No number is set: nothing is offered, however high a rating is.
distress-from = From { $rating } of 100 on, a stop and help are offered, once a sheet. Writing is never held up.
distress-exposure = In this practice high numbers are what it is for: nothing is offered at them. When your client stops while the clock runs, they can be shown a text. Calming down at the way out can keep a fear alive, so by default there is none.
distress-shown-none = No text is shown with it.
distress-shown = Your client is shown this with it:
distress-none = No number
distress-own-ask = Send the text in your own words, at most { $most } characters. Your client reads it as it is. /cancel keeps it as it was.
history-distress = when it gets hard
grounding-none-button = No text
grounding-feet-button = Feet on the floor
grounding-senses-button = What is around
grounding-breath-button = Slow breath out
grounding-own-button = My own words
grounding-feet = Put both feet on the floor. Press them down for a moment, then let go. Feel what you sit or stand on. Look around: you are here, on this day.
grounding-senses = Look around. Name five things that you see. Then four that you can touch, and three that you hear.
grounding-breath = Breathe in through your nose. Let the air out slowly, as if through a straw. Do it three times. A small breath will do.
distress-much = That is a high number. You can stop here, and what you wrote is kept. Or just go on: both are fine. Your therapist asked me to offer this.
distress-much-over = That is a high number. Your therapist asked me to say: you can get help.
distress-stop = Stop for now
distress-not-open = That sheet is not open now. What you wrote in it is kept.
