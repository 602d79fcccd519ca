# After a sheet: a few questions on one message, each one tap, each optional.

wrap-head = { $count ->
        [one] One short question about it, if you like.
       *[other] A few short questions about it, if you like.
    }
wrap-so-far = You said: { $said }
wrap-ask-done = <b>How much of it did you do?</b>
wrap-ask-hard = <b>How hard was it?</b>
    0 = not hard at all · 10 = as hard as can be
wrap-ask-useful = <b>How useful was it?</b>
    0 = not at all · 10 = very useful
wrap-ask-way = <b>Did something get in the way?</b>
    Type it here in a few words, or press Skip.
wrap-done-none = None
wrap-done-bit = A bit
wrap-done-half = Half
wrap-done-most = Most
wrap-done-all = All
wrap-said-none = none
wrap-said-bit = a bit
wrap-said-half = half
wrap-said-most = most
wrap-said-all = all
wrap-skip = Skip
wrap-end = No more questions
wrap-too-much = It was too much
wrap-done = did { $amount } of it
wrap-hard = hard: { $rating } of 10
wrap-was-too-much = it was too much
wrap-useful = useful: { $rating } of 10
wrap-way = in the way: “{ $said }”
reading-after = <b>Said afterwards</b>
    { $said }
