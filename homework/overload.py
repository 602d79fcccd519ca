"""Whether a practice is too much for a client beside all that is set already, and what would fit.

Held against the caps on their page and against what they told is realistic. It must not know how
the therapist is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from conversations.texts import Texts
from homework import easing, loads, profile, trimming
from homework.house import House
from homework.loads import Load
from homework.page import Page
from homework.room import is_series
from homework.schedule import WEEK, Rule
from homework.store import assignments, pages, timers
from homework.store.assignments import Assignment, Entry
from homework.store.database import Unit
from homework.store.people import Client
from homework.trimming import Cut, trimmed

COUNTED = ("active", "proposed", assignments.WAITS)
"""What is set already: agreed, or waiting for the client's answer, or for room."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much a client has room for, and what takes it already."""

    name: str = field(repr=False)
    page: Page
    realistic: int | None
    taken: Sequence[Assignment] = field(repr=False)


async def room_of(unit: Unit, house: House, client: Client, besides: str) -> Room:
    """Return a client's room; the assignment `besides` takes none of it yet."""
    taken = await assignments.of_client(unit, client.id, *COUNTED)
    chained = await assignments.of_client(unit, client.id, "chained")
    runs = {one.program for one in taken}
    runs |= {one.program for one in chained if await timers.at(unit, "link", one.id)}
    taken += _to_come(house, taken, [one for one in chained if one.program in runs])
    told = await profile.of(unit, client.id)
    page = await pages.of_client(unit, client.id)
    return Room(client.code_name, page, told.minutes, [one for one in taken if one.id != besides])


def _to_come(
    house: House, taken: Sequence[Assignment], chained: Sequence[Assignment]
) -> list[Assignment]:
    """Return the steps of programs that need room beside what is taken: the next one of each sort,
    unless it follows one of the same sort, whose place it takes."""
    kept = {(one.program, is_series(house, one)) for one in taken}
    found: list[Assignment] = []
    for one in sorted(chained, key=lambda link: link.position or 0):
        sort = (one.program, is_series(house, one))
        if sort not in kept:
            kept.add(sort)
            found.append(one)
    return found


def asked(
    house: House, room: Room, draft: Assignment, rules: Sequence[Rule], cut: Cut | None = None
) -> Load:
    """Return what is asked of a client with a draft beside the rest, or with what a cut leaves."""
    if cut is not None:
        draft, rules = replace(draft, variant=cut.variant), trimmed(rules, cut)
    entries = tuple(Entry(f"{place}", rule) for place, rule in enumerate(rules))
    return loads.load(house, [*room.taken, replace(draft, entries=entries)])


def too_many(load: Load, room: Room, texts: Texts) -> list[str]:
    """Return why a load cannot be sent (HTML), [] if it can."""
    return loads.most(load, room.page, texts, room.name)


def too_long(load: Load, room: Room, texts: Texts) -> str | None:
    """Return the warning above which the therapist says why (HTML), or None."""
    return loads.reason_needed(load, room.page, texts, room.name, room.realistic)


def in_the_way(house: House, room: Room, draft: Assignment) -> list[Assignment]:
    """Return what would have to end first, where there are too many practices or series."""
    momentary = house.shelf.worksheet(draft.worksheet).momentary
    same = [
        one for one in room.taken if house.shelf.worksheet(one.worksheet).momentary == momentary
    ]
    return same if len(same) >= (1 if momentary else room.page.practices) else []


def proposals(
    house: House, room: Room, draft: Assignment, rules: Sequence[Rule], texts: Texts
) -> list[Cut]:
    """Return the mildest cuts with which a draft fits by all limits."""
    sheet = house.shelf.worksheet(draft.worksheet)

    def fits(cut: Cut) -> bool:
        load = asked(house, room, draft, rules, cut)
        left = trimmed(rules, cut)
        return bool(left) and not too_many(load, room, texts) and not too_long(load, room, texts)

    smaller = easing.smaller_forms(sheet, draft.variant)
    free = _free_days(house, room, draft)
    return trimming.proposals(draft.variant, smaller, rules, free, fits)


def _free_days(house: House, room: Room, draft: Assignment) -> frozenset[int]:
    """Return the weekdays on which what is set already leaves room for a prompt of a draft."""
    series = {
        one.id for one in (*room.taken, draft) if house.shelf.worksheet(one.worksheet).momentary
    }
    allowed = loads.most_prompts(room.page, series=bool(series))
    rules = [(one.id in series, entry.rule) for one in room.taken for entry in one.entries]
    together = [rule for _, rule in rules]
    beside = [rule for momentary, rule in rules if not momentary and draft.id not in series]
    return frozenset(
        day
        for day in WEEK
        if loads.prompts_on(day, together) < allowed
        and loads.prompts_on(day, beside) < room.page.caps.prompts
    )
