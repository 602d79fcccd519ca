"""What would fit where too much was asked: a smaller form, fewer times a day, fewer days.

Pure: it cuts schedules and looks for the mildest cuts that pass a test that is handed in. It must
not know what the limits are.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time

from conversations.session import VARIANTS, Variant
from homework.loads import prompts_a_day
from homework.schedule import (
    WEEK,
    AfterOther,
    AfterWaking,
    BySession,
    EveryDays,
    OnDates,
    Random,
    Rule,
    Weekly,
    wall_time,
    weekdays,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A smaller shape of a practice: its form, at most so many prompts a day, only on these ISO
    weekdays; None leaves the times or the days as they are."""

    variant: Variant
    times: int | None = None
    days: frozenset[int] | None = None

    @property
    def code(self) -> str:
        """The cut as a button carries it: form, times in two digits (00: all), weekdays."""
        days = "".join(str(day) for day in sorted(self.days or ()))
        return f"{VARIANTS.index(self.variant)}{self.times or 0:02d}{days}"


def cut_in(code: str) -> Cut | None:
    """Return the cut of a button, None for anything else."""
    if not code.isascii() or not code.isdecimal() or not 3 <= len(code) <= 10:
        return None
    form, times, days = int(code[0]), int(code[1:3]), frozenset(map(int, code[3:]))
    if form >= len(VARIANTS) or not days <= WEEK:
        return None
    return Cut(VARIANTS[form], times or None, days or None)


def trimmed(rules: Sequence[Rule], cut: Cut) -> tuple[Rule, ...]:
    """Return what is left of a schedule after a cut."""
    found = tuple(rules)
    if cut.days is not None:
        days = cut.days
        found = tuple(kept for rule in found if (kept := _on_days(rule, days)) is not None)
    return found if cut.times is None else _fewer(found, cut.times)


def _on_days(rule: Rule, days: frozenset[int]) -> Rule | None:
    """Return a rule on some weekdays only; what hangs on something else stays as it is."""
    match rule:
        case Weekly() | Random() | AfterWaking():
            return replace(rule, days=rule.days & days) if rule.days & days else None
        case EveryDays():
            return Weekly(days, rule.at)
        case OnDates():
            dates = tuple(day for day in rule.dates if day.isoweekday() in days)
            return replace(rule, dates=dates) if dates else None
        case BySession() | AfterOther():
            return rule


def _fewer(rules: Sequence[Rule], times: int) -> tuple[Rule, ...]:
    """Return a schedule with at most so many prompts on a day: the first and the last come first,
    and what is random gives way to what is not."""
    fixed = sorted(
        (rule for rule in rules if not isinstance(rule, Random)),
        key=_clock,
    )
    kept: list[Rule] = []
    for rule in (*fixed[:1], *fixed[1:][-1:], *fixed[1:-1]):
        if prompts_a_day([*kept, rule]) <= times:
            kept.append(rule)
    left = times - prompts_a_day(kept)
    first = [rule for rule in rules if isinstance(rule, Random) and rule.index == 0]
    for rule in first:
        count = min(rule.count, left)
        kept += [replace(rule, count=count, index=place) for place in range(count)]
        left -= count
    return tuple(sorted(kept, key=_clock))


def _clock(rule: Rule) -> time:
    return wall_time(rule) or time(0)


# Looking for what fits ---------------------------------------------------------------------------

Fits = Callable[[Cut], bool]


def proposals(
    variant: Variant,
    smaller: Collection[Variant],
    rules: Sequence[Rule],
    free: frozenset[int],
    fits: Fits,
) -> list[Cut]:
    """Return the mildest cuts that fit, at most one of each sort; both together if none does.

    `smaller`: the forms that are smaller, largest first. `free`: the weekdays on which the other
    practices leave room for a prompt.
    """
    sorts = (
        (Cut(form) for form in smaller),
        _times(variant, rules),
        _days(variant, rules, free),
    )
    found = [first for one in sorts if (first := next(filter(fits, one), None))]
    if found:
        return found
    both = (
        replace(cut, times=times)
        for form in (variant, *smaller)
        for cut in (Cut(form), *_days(form, rules, free))
        for times in (None, 1)
    )
    first = next(filter(fits, both), None)
    return [first] if first else []


def _times(variant: Variant, rules: Sequence[Rule]) -> Iterator[Cut]:
    for times in range(prompts_a_day(rules) - 1, 0, -1):
        yield Cut(variant, times)


def _days(variant: Variant, rules: Sequence[Rule], free: frozenset[int]) -> Iterator[Cut]:
    used = sorted({day for rule in rules for day in weekdays(rule)})
    for some in ([day for day in used if day in free], used):
        for count in range(len(some), 0, -1):
            days = frozenset(some[place * len(some) // count] for place in range(count))
            if days != frozenset(used):
                yield Cut(variant, days=days)
