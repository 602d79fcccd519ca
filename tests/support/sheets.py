"""Worksheets for tests: small ones from a few lines, one with every step kind, one over days."""

from conversations.loader import load
from conversations.model import Worksheet
from conversations.session import Option

SCALE = 'low = "none"\nhigh = "most"'
MOODS = SCALE + '\nrate_prompt = "How strong is {name}?"'
TWO_TEXTS = """
[[steps]]
id = "first"
kind = "text"
prompt = "First?"

[[steps]]
id = "second"
kind = "text"
prompt = "Second?"

[[steps]]
id = "third"
kind = "text"
prompt = "Third?"
"""

PICK = """
[[steps]]
id = "thoughts"
kind = "text_list"
prompt = "Thoughts?"

[[steps]]
id = "hot"
kind = "pick"
of = "thoughts"
pin = true
label = "Hottest"
prompt = "Which?"

[[steps]]
id = "after"
kind = "text"
prompt = "Then?"
"""

HEAD = 'format = 1\nid = "small"\nversion = 1\ntitle = "Small"\n'

EVERY_KIND = """
format = 1
id = "every_kind"
version = 1
title = "Every kind of step"

[[stages]]
id = "plan"

[[stages]]
id = "after"
starts = { on = "day", at = "clock" }

[[steps]]
id = "intro"
kind = "info"
stage = "plan"
prompt = "Read this."

[[steps]]
id = "situation"
kind = "text"
stage = "plan"
prompt = "What happened?"

[[steps]]
id = "client"
kind = "choice"
stage = "plan"
choices_from = "handed"
prompt = "For whom?"

[[steps]]
id = "place"
kind = "choice"
stage = "plan"
prompt = "Where?"
choices = [{ id = "home", label = "At home" }, { id = "out", label = "Outside" }]

[[steps]]
id = "drop"
kind = "multi"
stage = "plan"
prompt = "What will you leave out?"
variants = ["full", "light"]
choices = [
    { id = "a", label = "Checking" },
    { id = "b", label = "Asking" },
    { id = "c", label = "Leaving" },
]

[[steps]]
id = "moods"
kind = "moods"
stage = "plan"
prompt = "Which feelings?"
rate_prompt = "How strong is {name}?"
low = "none"
high = "most"
one_in = ["minute"]

[[steps]]
id = "thoughts"
kind = "text_list"
stage = "plan"
prompt = "Which thoughts?"
variants = ["full", "light"]

[[steps]]
id = "hot"
kind = "pick"
stage = "plan"
of = "thoughts"
variants = ["full", "light"]
pin = true
prompt = "Which is the hottest?"

[[steps]]
id = "prediction"
kind = "text"
stage = "plan"
variants = ["full", "light"]
required = true
cannot_yet = true
lock = true
show_back = true
prompt = "What will happen?"

[[steps]]
id = "belief"
kind = "scale"
stage = "plan"
variants = ["full"]
lock = true
low = "not"
high = "fully"
when = { step = "prediction", answered = true }
prompt = "How sure are you?"

[[steps]]
id = "minutes"
kind = "number"
stage = "plan"
variants = ["full", "light"]
min = 1
max = 180
unit = "minutes"
when = { step = "drop", has = "a" }
prompt = "How long?"

[[steps]]
id = "day"
kind = "date"
stage = "plan"
suggest = ["today", "tomorrow"]
variants = ["full", "light"]
prompt = "When?"

[[steps]]
id = "clock"
kind = "time"
stage = "plan"
suggest = ["09:00", "18:30"]
variants = ["full", "light"]
when = { step = "day", answered = true }
prompt = "At what time?"

[[steps]]
id = "happened"
kind = "yes_no"
stage = "after"
required = true
prompt = "Did it happen?"

[[steps]]
id = "belief_now"
kind = "scale"
stage = "after"
variants = ["full"]
before = "belief"
low = "not"
high = "fully"
when = [{ step = "belief", at_least = 1 }, { step = "happened", is = false }]
prompt = "How sure now?"

[[steps]]
id = "tension"
kind = "scale"
stage = "after"
max = 10
low = "loose"
high = "tight"
prompt = "How tense?"

[[steps]]
id = "timer"
kind = "clock"
stage = "after"
minutes = 3
minutes_from = "minutes"
lines = [{ at = "0:00", say = "Sit." }, { at = "1:30", say = "Breathe <out>." }]
every = 1
rate_prompt = "How is it?"
low = "calm"
high = "most"
into = "said"
prompt = "Sit for a while."

[[steps]]
id = "said"
kind = "text"
stage = "after"
prompt = "What came to mind?"

[[steps]]
id = "moods_now"
kind = "rerate"
stage = "after"
of = "moods"
allow_new = true
prompt = "And now?"
rate_prompt = "How strong is {name} now?"
"""

EXPERIMENT = """
[[stages]]
id = "plan"

[[stages]]
id = "checkin"
starts = { on = "day", at = "clock" }
again = { when = { step = "did", is = "not_yet" }, on = "new_day", at = "new_clock" }
review_in = ["full"]

[[steps]]
id = "what"
kind = "text"
stage = "plan"
lock = true
pin = true
required = true
prompt = "What?"

[[steps]]
id = "place"
kind = "text"
stage = "plan"
prompt = "Where?"

[[steps]]
id = "day"
kind = "date"
stage = "plan"
required = true
suggest = ["today", "tomorrow"]
prompt = "Day?"

[[steps]]
id = "clock"
kind = "time"
stage = "plan"
suggest = ["18:00", "23:00"]
prompt = "Time?"

[[steps]]
id = "did"
kind = "choice"
stage = "checkin"
required = true
prompt = "Did you?"
choices = [{ id = "yes", label = "Yes" }, { id = "not_yet", label = "Not yet" }]

[[steps]]
id = "smaller"
kind = "text"
stage = "checkin"
adds_to = "what"
when = { step = "did", is = "not_yet" }
prompt = "Smaller?"

[[steps]]
id = "new_day"
kind = "date"
stage = "checkin"
required = true
suggest = ["tomorrow"]
when = { step = "did", is = "not_yet" }
prompt = "New day?"

[[steps]]
id = "new_clock"
kind = "time"
stage = "checkin"
suggest = ["18:00"]
when = { step = "did", is = "not_yet" }
prompt = "New time?"

[[steps]]
id = "happened"
kind = "text"
stage = "checkin"
beside = "what"
required = true
when = { step = "did", is = "yes" }
prompt = "What happened?"
"""

HANDED = {"client": (Option("k1", "Maple"), Option("k2", "<b>&amp;</b> Oak"))}


def loaded(source: str) -> Worksheet:
    """Load a worksheet that has to hold."""
    found = load(source, "test.toml")
    assert isinstance(found, Worksheet), [str(problem) for problem in found]
    return found


def small(steps: str) -> Worksheet:
    """A worksheet of a few steps; the head is added."""
    return loaded(HEAD + steps)


def one(kind: str, more: str = "") -> Worksheet:
    """A worksheet with one step `it` of a kind, and a text after it."""
    return small(
        f'[[steps]]\nid = "it"\nkind = "{kind}"\nprompt = "It?"\n{more}\n'
        '[[steps]]\nid = "after"\nkind = "text"\nprompt = "And then?"\n'
    )


def every_kind() -> Worksheet:
    """The worksheet with every step kind, two stages and three forms."""
    return loaded(EVERY_KIND)
