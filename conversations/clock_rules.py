"""Rules about a clock: its lines, its ratings, and the steps it hangs on.

Apart from the other rules only for their length.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from conversations.model import Countdown, Number, Step, Text, Worksheet
from conversations.problems import Finding


def clock(step: Step, earlier: Mapping[str, Step], sheet: Worksheet) -> Iterator[Finding]:
    """Return what does not hold in a clock."""
    if not isinstance(step, Countdown):
        return
    for first, second in pairwise(step.lines):
        if second.second <= first.second:
            rule = f'the line at "{second.at}" stands after that at "{first.at}"'
            yield Finding(step.id, "lines", rule, "bring the lines into the order of the clock")
    if step.lines and step.lines[-1].second >= 60 * step.minutes:
        rule = f'the line at "{step.lines[-1].at}" comes when the clock is over'
        yield Finding(step.id, "lines", rule, "move it up, or let the clock run longer")
    if (step.every is not None) != bool(step.rate_prompt and step.low and step.high):
        rule = 'a rating while the clock runs needs "every", "rate_prompt", "low" and "high"'
        yield Finding(step.id, "every", rule, "add what is missing, or take all of them out")
    for field, name in (("minutes_from", step.minutes_from), ("every_from", step.every_from)):
        if name is not None and not isinstance(earlier.get(name), Number):
            names = ", ".join(each.id for each in earlier.values() if isinstance(each, Number))
            rule = f'"{field}" must name an earlier number step'
            yield Finding(step.id, field, rule, f"choose {names or 'none: there is none'}")
    if step.every_from is not None and step.every is None:
        rule = '"every_from" needs "every": what is usual where nothing was set'
        yield Finding(step.id, "every_from", rule, "add every, such as every = 5")
    yield from _into(step, earlier, sheet)


def _into(step: Countdown, earlier: Mapping[str, Step], sheet: Worksheet) -> Iterator[Finding]:
    if step.into is None:
        return
    target = sheet.by_id.get(step.into)
    if not isinstance(target, Text) or step.into in earlier or target.stage != step.stage:
        rule = '"into" must name a text step further down in the same part'
        yield Finding(step.id, "into", rule, "put a text step after the clock and name it")
