"""Reading entries one by one, and what a therapist leaves at them; the client can answer.

It must not know how it is asked for, nor how a message looks.
"""

from collections.abc import Sequence

from conversations.path import name_of
from conversations.texts import Texts
from homework import reading
from homework.house import House
from homework.retelling import session_of
from homework.store import audit, entries, handovers, people, remarks
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.people import Client, Therapist
from homework.store.remarks import COMMENT, DISCUSS, WELL, Remark

TEXT_LIMIT = 1500
"""Characters of a comment, an answer to one, or a note."""

MARKS = (DISCUSS, WELL)
OFF = ".off"
"""Behind a mark: take it away. A button says which it does: a second press changes nothing."""


def marks_of(one: Written) -> tuple[str, ...]:
    """Return the marks an entry can have. Of one that is kept nobody tells its writer that they
    read it: there is no word of praise, nor a comment."""
    return (DISCUSS,) if one.sharing == "nothing" else MARKS


async def unread(
    unit: Unit, therapist: Therapist, clients: Sequence[Client]
) -> list[tuple[Client, Written]]:
    """Return the entries of some clients that wait to be read by a therapist, oldest first.

    Entries that a client keeps are among them: opening one says only that it was written.
    """
    found = {one.id: one for one in clients}
    waiting = await entries.new_to(unit, list(found), therapist.id)
    return [(found[one.client], one) for one in waiting]


async def left_at(unit: Unit, therapist: Therapist, one: Written) -> list[Remark]:
    """Return what was left at an entry, as far as a therapist may read it: of what the client
    keeps from before only what they left there themselves."""
    found = await remarks.at_entry(unit, one.id)
    kept = await handovers.kept_before(unit, one.client)
    return [r for r in found if kept is None or r.at > kept or r.therapist == therapist.id]


async def mark(unit: Unit, therapist: Therapist, one: Written, kind: str, *, on: bool) -> bool:
    """Leave a mark at an entry, or take it away; return whether it stands there newly."""
    if not on:
        await remarks.take_back(unit, one.id, therapist.id, kind)
        return False
    found = await remarks.at_entry(unit, one.id)
    if any(each.kind == kind and each.therapist == therapist.id for each in found):
        return False
    await remarks.add(unit, one.client, one.id, therapist.id, kind)
    await audit.note(unit, therapist.person or "", f"remark.{kind}", one.client, one.id)
    return True


async def comment(
    unit: Unit, therapist: Therapist, one: Written, step: str | None, text: str
) -> str:
    """Leave words about a step of an entry, or about all of it; return the row's id."""
    key = await remarks.add(unit, one.client, one.id, therapist.id, COMMENT, step, text)
    await audit.note(unit, therapist.person or "", "remark.comment", one.client, one.id)
    return key


async def author(unit: Unit, one: Remark) -> str:
    """Return how the therapist who left a remark is called."""
    found = await people.therapist_by_id(unit, one.therapist)
    return found.name if found else ""


def step_name(house: House, one: Written, step: str | None, texts: Texts) -> str:
    """Return what a comment is about: the short name of the step, or the title of the sheet."""
    sheet = reading.sheet_of(house, one, texts)
    known = sheet.by_id.get(step or "") if sheet else None
    if sheet is None or known is None:
        return reading.title_of(house, one, texts)
    return name_of(known, session_of(one, sheet))


async def lines(
    unit: Unit, house: House, texts: Texts, one: Written, found: Sequence[Remark]
) -> list[str]:
    """Return what was left at an entry, and what was answered, a line each (HTML)."""
    said: list[str] = []
    for each in found:
        who, label = await author(unit, each), step_name(house, one, each.step, texts)
        args = {"label": label, "text": each.text} if each.kind == COMMENT else {}
        said.append(texts.html(f"review-remark-{each.kind}", who=who, **args))
        if each.answer:
            said.append(texts.html("review-remark-answer", text=each.answer))
    return said
