"""What a therapist left at an entry, told to its writer: all of it on one message, a while later.

A phone rings once for it, however many comments there are, and its lock screen names nobody. It
must not know how a remark was made.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from conversations.message import Button, Message, tap
from conversations.paging import pages
from conversations.texts import Texts
from homework import reading, reviewing
from homework.house import House
from homework.ids import new_id
from homework.moments import audible, zone_of
from homework.outgoing import LIMIT, Outgoing
from homework.prompt_texts import day_words
from homework.prompting import Fired
from homework.store import entries, people, remarks, timers
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.people import Client
from homework.store.remarks import COMMENT, Remark

TIMER = "remarks"
AFTER = timedelta(minutes=5)
"""So long after the last remark at an entry its writer is told, unless the entry was left."""
_LABEL = 60


async def plan(unit: Unit, entry: str, *, now: bool = False) -> None:
    """Set when the writer of an entry is told what is new at it; `now`: the therapist has left it.

    Nothing is set where there is nothing to tell.
    """
    if await remarks.untold(unit, entry):
        at: datetime = unit.now if now else unit.now + AFTER
        await timers.set(unit, at, TIMER, entry, 0)
    else:
        await timers.cancel(unit, TIMER, entry)


async def remarks_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Tell what was left at some entries since it was told last; a message for each therapist."""
    for timer in fired:
        owner = await entries.owner(unit, timer.subject)
        client = await people.client_by_id(unit, owner) if owner else None
        one = await entries.own(unit, timer.subject, owner) if owner else None
        found = await remarks.untold(unit, timer.subject)
        if client is None or one is None or not found:
            continue
        await remarks.mark_told(unit, found)
        found.sort(key=lambda each: each.therapist)
        for _, mine in groupby(found, key=lambda each: each.therapist):
            await _tell(unit, house, client, one, list(mine))


async def _tell(
    unit: Unit, house: House, client: Client, one: Written, found: Sequence[Remark]
) -> None:
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is None or one.sharing == "nothing":
        return
    texts = house.texts(person.locale)
    message = _message(house, texts, client, one, found, await reviewing.author(unit, found[0]))
    quiet = audible(client, unit.now) > unit.now
    comments = [each.id for each in found if each.kind == COMMENT]
    about = comments[0] if len(comments) == 1 else None  # what a reply to it answers
    for page in pages(message, LIMIT):
        key = new_id(unit.now)
        unit.post(Outgoing(person.id, client.id, "notice", page, key, subject=about, silent=quiet))


def _message(
    house: House, texts: Texts, client: Client, one: Written, found: Sequence[Remark], name: str
) -> Message:
    """The first line names nobody; then who read what, each remark, and a way to answer each."""
    day = day_words(one.closed_at.astimezone(zone_of(client)).date(), texts)
    title = reading.title_of(house, one, texts)
    lines = [texts.html("told-remarks", name=name, day=day, title=title)]
    rows: list[tuple[Button, ...]] = []
    comments = [each for each in found if each.kind == COMMENT]
    if len(comments) < len(found):
        lines.append(texts.html("told-remark-well"))
    for each in comments:
        label = reviewing.step_name(house, one, each.step, texts)
        lines.append(texts.html("told-remark-comment", label=label, text=each.text))
        answer = texts.plain("remark-answer-about", label=label)
        if len(comments) == 1:
            answer = texts.plain("remark-answer")
        rows.append((tap(answer[:_LABEL], "rem", each.id, "answer"),))
    return Message("\n\n".join(lines), tuple(rows))
