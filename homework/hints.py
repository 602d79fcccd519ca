"""At most one suggestion for a therapist, from a table of rules; each says the fact it rests on.

Pure. The table stands for people in `docs/suggestions.md`, in the same order; the first row that
holds is said. It must not interpret: a rule counts, and the words say what was counted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from homework.missing import Part


@dataclass(frozen=True, slots=True)
class Practised:
    """What a period holds about one practice.

    `counts`: occurrences by end state; `reasons`: of those skipped; `undelivered`: of those not
    delivered; `rang`: prompts that arrived; `snoozed`: how many of them were put off; `parts`: not
    begun, by part of the day; `stuck`: the question at which most unfinished sheets stopped, and
    how many; `smaller`: there is a shorter form than the one that is set.
    """

    title: str = field(repr=False)
    counts: Mapping[str, int] = field(default_factory=dict[str, int], repr=False)
    reasons: Mapping[str, int] = field(default_factory=dict[str, int], repr=False)
    undelivered: Mapping[str, int] = field(default_factory=dict[str, int], repr=False)
    rang: int = 0
    snoozed: int = 0
    parts: Mapping[str, Part] = field(default_factory=dict[str, Part], repr=False)
    stuck: tuple[str, int] | None = field(default=None, repr=False)
    smaller: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """A suggestion: the key of its words is `hint-<key>`, `args` are what they need."""

    key: str
    args: Mapping[str, str | int] = field(default_factory=dict[str, str | int], repr=False)


Rule = Callable[[Practised], Hint | None]

SILENT_FROM = 3
OWN_DOING = frozenset({"quiet", "cap", "spacing"})
"""Reasons for which the bot held a prompt back because of how the practice is set."""


def suggest(silent_days: int, practices: Sequence[Practised]) -> Hint | None:
    """Return the one suggestion for a client: the first rule that holds, in order of the table."""
    if silent_days >= SILENT_FROM:
        return Hint("talk-silence", {"days": silent_days})
    for rule in RULES:
        for one in practices:
            found = rule(one)
            if found is not None:
                return found
    return None


def lighter_too_much(one: Practised) -> Hint | None:
    """Said to be too much twice or more, and there is a shorter form."""
    count = one.reasons.get("too_much", 0)
    return _hint("lighter-too-much", one, count) if count >= 2 and one.smaller else None


def talk_too_much(one: Practised) -> Hint | None:
    """Said to be too much twice or more of what is as short as it can be."""
    count = one.reasons.get("too_much", 0)
    return _hint("talk-too-much", one, count) if count >= 2 else None


def lighter_hard(one: Practised) -> Hint | None:
    """Skipped as too hard twice or more, and there is a shorter form."""
    count = one.reasons.get("too_hard", 0)
    return _hint("lighter-hard", one, count) if count >= 2 and one.smaller else None


def pause_unwell(one: Practised) -> Hint | None:
    """Skipped as unwell three times or more."""
    count = one.reasons.get("unwell", 0)
    return _hint("pause-unwell", one, count) if count >= 3 else None


def times_part(one: Practised) -> Hint | None:
    """Three or more not begun in one part of the day, of another nearly all were."""
    well = {
        part: counts
        for part, counts in one.parts.items()
        if counts[1] >= 3 and counts[0] * 4 <= counts[1]
    }
    badly = {
        part: counts
        for part, counts in one.parts.items()
        if counts[0] >= 3 and counts[0] * 2 >= counts[1]
    }
    if not badly or not well:
        return None
    worst, best = max(badly, key=lambda part: badly[part][0]), next(iter(well))
    (missed, due), (left, all_of) = badly[worst], well[best]
    args = {"missed": missed, "due": due, "part": worst}
    other = {"left": left, "all": all_of, "other": best}
    return Hint("times-part", {"title": one.title, **args, **other})


def times_snoozed(one: Practised) -> Hint | None:
    """Three or more prompts put off, and at least half of those that rang."""
    if one.snoozed < 3 or one.snoozed * 2 < one.rang:
        return None
    return Hint("times-snoozed", {"title": one.title, "count": one.snoozed, "rang": one.rang})


def times_busy(one: Practised) -> Hint | None:
    """Skipped as busy, or for want of a private place, three times or more."""
    count = one.reasons.get("busy", 0) + one.reasons.get("private", 0)
    return _hint("times-busy", one, count) if count >= 3 else None


def times_held_back(one: Practised) -> Hint | None:
    """Three or more prompts that quiet hours, caps or spacing held back."""
    count = sum(times for why, times in one.undelivered.items() if why in OWN_DOING)
    return _hint("times-held-back", one, count) if count >= 3 else None


def talk_stuck(one: Practised) -> Hint | None:
    """Three or more sheets that stopped at the same question."""
    if one.stuck is None or one.stuck[1] < 3:
        return None
    label, count = one.stuck
    return Hint("talk-stuck", {"title": one.title, "label": label, "count": count})


def talk_not_relevant(one: Practised) -> Hint | None:
    """Skipped as not fitting three times or more."""
    count = one.reasons.get("not_relevant", 0)
    return _hint("talk-not-relevant", one, count) if count >= 3 else None


RULES: tuple[Rule, ...] = (
    lighter_too_much,
    talk_too_much,
    lighter_hard,
    pause_unwell,
    times_part,
    times_snoozed,
    times_busy,
    times_held_back,
    talk_stuck,
    talk_not_relevant,
)


def _hint(key: str, one: Practised, count: int) -> Hint:
    return Hint(key, {"title": one.title, "count": count})
