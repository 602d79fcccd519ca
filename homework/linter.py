"""What does not fit a client about a practice that a therapist wants to set, said in words.

Looked at before anything is sent. What is refused says what would fit; what is warned of says what
to do and may be sent as it is. It must not know how the therapist is shown it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from itertools import pairwise

from conversations.model import Hierarchy, Worksheet
from conversations.path import fold_name
from conversations.texts import Texts
from homework import hierarchy, nights, occasions, overload, packaged, readability, weekhours
from homework.anchoring import waking_of
from homework.burden import Caps
from homework.hierarchy import Item
from homework.house import House
from homework.page import Page
from homework.schedule import AfterWaking, OnDates, Rule, wall_time
from homework.spoken_days import Read, Unread
from homework.store import entries, hierarchies, people
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client
from homework.trimming import Cut

NAME_LIMIT = 40
LONGEST = timedelta(weeks=12)
"""What has no end by then has none."""
GRADE = 8
"""The school grade up to which most people read with ease on a bad day."""
HARD = 4
"""From so many syllables on a word is hard."""
MOST_UNREAD = 5
"""From so many unread entries on nothing new is set without a look at them."""
LATER = timedelta(hours=2)
"""So long after expressive writing its writer is asked how it is now."""


@dataclass(frozen=True, slots=True)
class Lint:
    """What was found, each in words (HTML).

    `refused`: why it cannot be sent. `warned`: what to look at first. `reason`: the load above
    which the therapist says why. `cuts`: with which of them it fits. `ends`: practices of which one
    would have to end first. `marked`: the client's page decides. `list`: the client's list it goes
    by, where it names no item of it; `items`: which could be named, the easiest first. `few`: it
    is meant for a few times, and comes otherwise.
    """

    refused: tuple[str, ...] = field(default=(), repr=False)
    warned: tuple[str, ...] = field(default=(), repr=False)
    reason: str | None = field(default=None, repr=False)
    cuts: tuple[Cut, ...] = ()
    ends: tuple[Assignment, ...] = ()
    marked: bool = False
    list: Hierarchy | None = None
    items: tuple[Item, ...] = field(default=(), repr=False)
    few: bool = False


async def look(
    unit: Unit, house: House, client: Client, draft: Assignment, read: Read, texts: Texts
) -> Lint:
    """Return all that does not fit this client about a draft.

    `read`: the schedule of the therapist's form, or what in it could not be read.
    """
    sheet = house.shelf.worksheet(draft.worksheet)
    room = await overload.room_of(unit, house, client, draft.id)
    marks = _marks(sheet, room.page, client, texts)
    listed = await _listed(unit, sheet, client, draft, texts)
    refused = [*_words(draft, texts), *marks, *listed.refused]
    if isinstance(read, Unread):
        refused.append(texts.html(f"assign-unread-{read.why}", part=read.part[:80]))
        return replace(listed, refused=tuple(refused), marked=bool(marks))
    load = overload.asked(house, room, draft, read)
    many = overload.too_many(load, room, texts)
    long = None if draft.texts.reason else overload.too_long(load, room, texts)
    hard = _grade(client, draft, texts) if await _reads_english(unit, client) else None
    often = occasions.unusual(sheet, draft, read)
    few = None if often is None else texts.html("assign-warn-few", count=often)
    warned = (hard, await _backlog(unit, house, client, texts), few)
    wakes = any(isinstance(rule, AfterWaking) for rule in read)
    wake = (await waking_of(unit, client)).by_day() if wakes else {}
    refused += [*_times(client, sheet, draft, read, wake, texts), *many]
    return Lint(
        tuple(refused),
        tuple(said for said in warned if said is not None),
        long,
        tuple(overload.proposals(house, room, draft, read, texts)) if many or long else (),
        tuple(overload.in_the_way(house, room, draft)),
        bool(marks),
        listed.list,
        listed.items,
        few is not None,
    )


# Its words ---------------------------------------------------------------------------------------


def _words(draft: Assignment, texts: Texts) -> list[str]:
    """Why and for how long it is, and the names of what is rated."""
    found: list[str] = []
    if not any(letter.isalpha() for letter in draft.texts.why):
        found.append(texts.html("assign-problem-no-why"))
    if len(_sentences(draft.texts.why)) > 2:
        found.append(texts.html("assign-problem-why"))
    if not timedelta(0) <= draft.ends_on - draft.starts_on < LONGEST:
        found.append(texts.html("assign-problem-end", count=LONGEST.days // 7))
    names = draft.texts.states
    if any(len(name) > NAME_LIMIT for name in names):
        found.append(texts.html("assign-problem-name-long", most=NAME_LIMIT))
    elif len({fold_name(name) for name in names}) < len(names):
        found.append(texts.html("assign-problem-name-twice"))
    return found


def _sentences(text: str) -> list[str]:
    for mark in "!?\n":
        text = text.replace(mark, ".")
    return [part for part in text.split(". ") if part.strip(" .")]


async def _reads_english(unit: Unit, client: Client) -> bool:
    person = await people.person_by_id(unit, client.person) if client.person else None
    return person is None or person.locale == packaged.ENGLISH


def _grade(client: Client, draft: Assignment, texts: Texts) -> str | None:
    """How hard the therapist's own words read; the measure is for English alone."""
    said = "\n".join(filter(None, (draft.texts.why, draft.texts.enough, *draft.texts.states)))
    if round(readability.grade(said)) <= GRADE:
        return None
    hard = readability.hardest(said, HARD)
    key = "assign-warn-grade-words" if hard else "assign-warn-grade"
    told = {"name": client.code_name, "hard": ", ".join(hard)}
    return texts.html(key, most=GRADE, **told)


# Its times ---------------------------------------------------------------------------------------


def _times(
    client: Client,
    sheet: Worksheet,
    draft: Assignment,
    rules: Sequence[Rule],
    wake: Mapping[int, time],
    texts: Texts,
) -> list[str]:
    if rules and not any(_comes(rule, draft) for rule in rules):
        return [texts.html("assign-problem-never")]
    found = [_close(rules, texts)] if sheet.momentary else []
    found.append(_quiet(client, draft, rules, timedelta(0), wake, texts))
    if "expressive_writing" in sheet.nature and found[-1] is None:
        writing = timedelta(minutes=sheet.minutes.get(draft.variant, 0))
        found.append(_quiet(client, draft, rules, writing + LATER, wake, texts))
    return [text for text in found if text is not None]


def _comes(rule: Rule, draft: Assignment) -> bool:
    """Whether a rule may fall due before the end."""
    if not isinstance(rule, OnDates):
        return True
    return any(draft.starts_on <= day <= draft.ends_on for day in rule.dates)


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


def _quiet(
    client: Client,
    draft: Assignment,
    rules: Sequence[Rule],
    after: timedelta,
    wake: Mapping[int, time],
    texts: Texts,
) -> str | None:
    """A time in the client's own quiet hours, or `after` which something would come in them."""
    found = nights.inside(client, rules, after, draft.starts_on, wake)
    if found is None:
        return None
    when = f"{found.planned:%H:%M}"
    if not found.every:
        days = ", ".join(texts.plain(f"weekday-short-{day}") for day in sorted(found.days))
        when = texts.plain("assign-time-on", time=when, days=days)
    usual = (client.quiet_from, client.quiet_to)
    quiet = weekhours.quiet_words(usual, client.quiet_days, texts)
    told = {"time": when, "name": client.code_name, "quiet": quiet}
    if after:
        said = texts.html("assign-problem-later", **told, at=f"{found.at:%H:%M}")
    elif found.between is not None:
        first, last = (f"{at:%H:%M}" for at in found.between)
        return texts.html("assign-problem-quiet-between", first=first, last=last, **told)
    elif isinstance(found.rule, AfterWaking):
        said = texts.html("assign-problem-quiet-waking", **told)
    else:
        said = texts.html("assign-problem-quiet", **told)
    fits = [f"{at:%H:%M}" for at in found.fits]
    if not fits:
        return said
    key = "assign-fits-two" if len(fits) > 1 else "assign-fits-one"
    return f"{said} {texts.html(key, first=fits[0], second=fits[-1])}"


# The client --------------------------------------------------------------------------------------


def _marks(sheet: Worksheet, page: Page, client: Client, texts: Texts) -> list[str]:
    """What the page of the client says against this sort of practice."""
    name = client.code_name
    return [
        texts.html(f"assign-problem-{nature.replace('_', '-')}", name=name)
        for nature in sheet.nature
        if nature in page.marks
    ]


async def _listed(
    unit: Unit, sheet: Worksheet, client: Client, draft: Assignment, texts: Texts
) -> Lint:
    """What the client's list says: an exposure is an item of it; other practices may do without
    one, where there is none yet."""
    exposed = "exposure" in sheet.nature
    kind = sheet.hierarchy or ("fears" if exposed else None)
    if kind is None:
        return Lint()
    items = hierarchy.agreed((await hierarchies.of_client(unit, client.id))[kind])
    name = client.code_name
    if not items:
        said = texts.html("assign-problem-hierarchy", name=name)
        return Lint((said,) if exposed else (), list=kind)
    chosen = draft.texts.item
    if sheet.hierarchy is None or (chosen and hierarchy.find(items, chosen.id)):
        return Lint()
    return Lint((texts.html("assign-problem-item", name=name),), list=kind, items=items)


async def _backlog(unit: Unit, house: House, client: Client, texts: Texts) -> str | None:
    """Entries that nobody read: a series counts once, however many points it has."""
    single, series = 0, set[str]()
    for sheet in await entries.unread_sheets(unit, client.id):
        ref = house.shelf.newest.get(sheet)
        if ref is not None and house.shelf.worksheet(ref).momentary:
            series.add(sheet)
        else:
            single += 1
    count = single + len(series)
    if count < MOST_UNREAD:
        return None
    return texts.html("assign-warn-unread", count=count, name=client.code_name)
