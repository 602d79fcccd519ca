"""What a worksheet is handed when it begins: agreed names, and lists filled from earlier entries.

The client's own words and the titles of their own sheets come back to them and to nobody else. It
must not know what is done with them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.markup import shorten
from conversations.model import Multi, Number, OneChoice, Step, Worksheet
from conversations.path import all_hold
from conversations.session import Json, Option
from conversations.texts import Texts
from homework import parts
from homework.house import House
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.retelling import session_of
from homework.store import entries
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.people import Client
from homework.store.wording import Texts as Said

LOOKS_BACK = timedelta(days=28)
MOST = 20
"""Lines of one list; the newest ones."""
LINE = 200
"""UTF-16 units of one line."""

Options = tuple[Option, ...]


async def given(
    unit: Unit, house: House, client: Client, assignment: Assignment, locale: str
) -> Mapping[str, Options]:
    """Return what a new session of an assignment is handed, by step."""
    texts = house.texts(locale)
    sheet = house.sheet(assignment.worksheet, texts)
    handed = dict(parts.names(sheet, assignment, texts))
    lists = [step for step in sheet.steps if isinstance(step, Multi) and step.choices_from]
    if not lists:
        return handed
    found = await entries.lately(unit, client.id, unit.now - LOOKS_BACK)
    for step in lists:
        if step.choices_from == "words":
            handed[step.id] = words(sheet, step, found)
        elif step.choices_from == "entries":
            handed[step.id] = sheets(house, sheet, found, zone_of(client), texts)
    return handed


def settings(house: House, assignment: Assignment) -> dict[str, Json]:
    """Return the answers that come with an assignment: its item of the list, and what is set."""
    sheet, found = house.shelf.worksheet(assignment.worksheet), dict[str, Json]()
    item = assignment.texts.item
    for step in sheet.steps:
        if step.given == "therapist":
            found[step.id] = setting(step, assignment.texts)
        elif item is not None and step.given is not None:
            found[step.id] = item.words if step.given == "item" else item.difficulty
    return found


def setting(step: Step, texts: Said) -> Json:
    """Return what a therapist set for a step of this kind, or what is usual."""
    chosen = texts.settings.get(step.id)
    if isinstance(step, OneChoice):
        ids = [choice.id for choice in step.choices]
        return chosen if chosen in ids else ids[0]
    usual = step.usual if isinstance(step, Number) else None
    return int(chosen) if chosen is not None and chosen.isdecimal() else usual


def words(sheet: Worksheet, step: Multi, found: Sequence[Written]) -> Options:
    """Return the lines written in sheets of this kind since `step` was last answered."""
    own = [one for one in found if one.worksheet == sheet.id]
    answered = [place for place, one in enumerate(own) if step.id in session_of(one, sheet).answers]
    since = own[answered[-1] + 1 :] if answered else own
    return tuple(_lines(sheet, step, since))[-MOST:]


def _lines(sheet: Worksheet, step: Multi, found: Sequence[Written]) -> Iterator[Option]:
    for one in found:
        session = session_of(one, sheet)
        said = session.answers.get(step.of or "")
        if isinstance(said, str) and all_hold(step.where, sheet, session):
            yield Option(one.id, shorten(" ".join(said.split()), LINE))


def sheets(
    house: House, sheet: Worksheet, found: Sequence[Written], zone: ZoneInfo, texts: Texts
) -> Options:
    """Return the sheets that were closed since the last one of this kind, a series as one."""
    last = max((one.closed_at for one in found if one.worksheet == sheet.id), default=None)
    listed: dict[str, Option] = {}
    for one in found:
        ref = house.shelf.newest.get(one.worksheet)
        if ref is None or one.worksheet == sheet.id or (last and one.closed_at <= last):
            continue
        kind = house.sheet(ref, texts)
        key = kind.id if kind.momentary else one.id
        title = kind.title if kind.momentary else _dated(kind.title, one.closed_at, zone, texts)
        listed[key] = Option(one.id, title)
    return tuple(listed.values())[-MOST:]


def _dated(title: str, at: datetime, zone: ZoneInfo, texts: Texts) -> str:
    return f"{day_words(at.astimezone(zone).date(), texts)}: {title}"
