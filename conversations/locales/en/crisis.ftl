# Help now. Numbers come from the data file, never from here.
crisis-title = <b>Help now</b>
crisis-emergency = If you or someone else is in danger now, call <b>{ $numbers }</b>.
crisis-emergency-local = If you or someone else is in danger now, call the emergency number of the place where you are. Or go to the nearest hospital, or ask somebody near you to call for you.
crisis-or = {" "}or{" "}
crisis-which-country = Which country are you in? Press it, and I will show you numbers to call.
crisis-lines = You can talk to someone ({ $country }):
crisis-line = • { $name }: <b>{ $number }</b>
crisis-line-both = • { $name }: <b>{ $number }</b>. Or write: { $text }
crisis-line-text = • { $name }, in writing: <b>{ $text }</b>
crisis-day-and-night = . Open day and night
crisis-hours = . Open: { $hours }
crisis-speaks = . Speaks: { $languages }
crisis-no-lines = I have no crisis lines for that country. A doctor, a hospital or somebody you trust can help you find one.
crisis-no-lines-in = I have no crisis line for { $country } that fits. A doctor, a hospital or somebody you trust can help you find one.
crisis-plan =
    <b>Your own plan</b>
    { $plan }
crisis-after-hours-of =
    <b>From { $therapist }, for outside working hours</b>
    { $text }
crisis-unwatched = Nobody reads this chat live. Opening this page tells nobody.
crisis-unwatched-tell = Nobody reads this chat live. Opening this page tells nobody. If you want { $therapist } to know, press the button. { $count ->
    [one] { $therapist } may
   *[other] They may
} only see it later, so please do not wait for an answer.

crisis-tell = Let { $therapist } know I opened this
crisis-elsewhere = I am in another country
crisis-not-listed = None of these
