"""What does not fit a client about a practice that a therapist wants to set, said in words.

Looked at before anything is sent. It says what is wrong and what to do, and refuses nothing that it
cannot explain.
"""

from collections.abc import Sequence
from datetime import datetime, time
from itertools import pairwise

from conversations.path import fold_name
from conversations.texts import Texts
from homework.burden import Caps, is_quiet
from homework.house import House
from homework.loads import AGREED, prompts_a_day
from homework.moments import quiet_of, zone_of
from homework.schedule import Random, Rule, wall_time
from homework.spoken_days import Read, Unread
from homework.store import assignments
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client

MOST_ACTIVE = 2
"""Practices at the same time, beside one series of self-monitoring."""
NAME_LIMIT = 40


async def problem(
    unit: Unit,
    house: House,
    client: Client,
    draft: Assignment,
    read: Read,
    texts: Texts,
) -> str | None:
    """Return all that does not fit this client (HTML, says what to do), or None.

    `read`: the schedule of the therapist's form, or what in it could not be read.
    """
    momentary = house.shelf.worksheet(draft.worksheet).momentary
    active = await assignments.of_client(unit, client.id, "active", "proposed")
    rules = () if isinstance(read, Unread) else read
    times = _unread(read, texts) if isinstance(read, Unread) else None
    if momentary:
        times = times or _close(rules, texts)
    found = [
        texts.html("assign-problem-why") if len(_sentences(draft.texts.why)) > 2 else None,
        _names(draft, texts),
        times or _quiet(client, draft, rules, texts),
        _load(house, active, draft, rules, texts),
    ]
    return "\n\n".join(filter(None, found)) or None


async def problem_now(
    unit: Unit, house: House, client: Client, draft: Assignment, texts: Texts
) -> str | None:
    """Return what does not fit any more when a draft is sent: others may have been set since."""
    rules = [entry.rule for entry in draft.entries]
    active = await assignments.of_client(unit, client.id, "active", "proposed")
    found = [_quiet(client, draft, rules, texts), _load(house, active, draft, rules, texts)]
    return "\n\n".join(filter(None, found)) or None


def _sentences(text: str) -> list[str]:
    for mark in "!?\n":
        text = text.replace(mark, ".")
    return [part for part in text.split(". ") if part.strip(" .")]


def _names(draft: Assignment, texts: Texts) -> str | None:
    names = draft.texts.states
    if any(len(name) > NAME_LIMIT for name in names):
        return texts.html("assign-problem-name-long", most=NAME_LIMIT)
    if len({fold_name(name) for name in names}) < len(names):
        return texts.html("assign-problem-name-twice")
    return None


def _unread(what: Unread, texts: Texts) -> str:
    """Say what could not be read in a schedule, with an example."""
    return texts.html(f"assign-unread-{what.why}", part=what.part[:80])


def _close(rules: Sequence[Rule], texts: Texts) -> str | None:
    """The times of a series: far enough apart for each to have its hour."""
    times = sorted({at for rule in rules if (at := wall_time(rule)) is not None})
    for first, second in pairwise(times):
        if _minutes(second) - _minutes(first) < Caps().spacing_minutes:
            near = {"first": f"{first:%H:%M}", "second": f"{second:%H:%M}"}
            return texts.html("assign-problem-close", **near)
    return None


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _quiet(client: Client, draft: Assignment, rules: Sequence[Rule], texts: Texts) -> str | None:
    zone, quiet = zone_of(client), quiet_of(client)
    for rule in rules:
        ends = (rule.start, rule.end) if isinstance(rule, Random) else (wall_time(rule),)
        for at in ends:
            if at and is_quiet(datetime.combine(draft.starts_on, at, zone), zone, quiet):
                hours = {"start": client.quiet_from, "end": client.quiet_to}
                return texts.html("assign-problem-quiet", time=f"{at:%H:%M}", **hours)
    return None


def _load(
    house: House,
    active: Sequence[Assignment],
    draft: Assignment,
    rules: Sequence[Rule],
    texts: Texts,
) -> str | None:
    """Too many at once, or too many prompts on one day over everything."""
    of_series = [house.shelf.worksheet(one.worksheet).momentary for one in active]
    momentary = house.shelf.worksheet(draft.worksheet).momentary
    if momentary and any(of_series):
        return texts.html("assign-problem-series")
    if not momentary and of_series.count(False) >= MOST_ACTIVE:
        return texts.html("assign-problem-many", count=of_series.count(False))
    everything = [*rules, *(entry.rule for one in active for entry in one.entries)]
    count, usual = prompts_a_day(everything), Caps().prompts
    if momentary or any(of_series):
        most = AGREED.prompts
        if count > most:
            return texts.html("assign-problem-load-series", count=count, usual=usual, most=most)
    elif count > usual:
        return texts.html("assign-problem-load", count=count, most=usual)
    return None
