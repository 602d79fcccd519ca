"""A file that a therapist sent has been fetched: it is checked, and kept as a draft to look at.

It must not know how a file is fetched.
"""

from collections.abc import Sequence

from conversations.loader import Problem
from conversations.markup import escape
from conversations.message import Message, Rows, tap
from conversations.model import Worksheet
from conversations.texts import Texts
from homework import attaching, enclosing, publishing
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing, wanted_of
from homework.store import people
from homework.store.database import Unit
from homework.store.marks import Mark
from homework.store.people import Person

SHOWN = 12
"""Problems told at once: who mends these sends the file again."""


async def received(unit: Unit, house: House, mark: Mark) -> None:
    """Hand on what was fetched, and tell the sender what became of it."""
    wanted = wanted_of(mark.posted.message)
    if wanted.kind == "sheet":
        await _sheet(unit, house, mark, wanted.name)
    elif wanted.kind.endswith("-material"):
        await attaching.received(unit, house, mark, wanted)
    elif mark.state != "gone":
        await enclosing.received(unit, house, mark, wanted)


async def _sheet(unit: Unit, house: House, mark: Mark, name: str) -> None:
    person = await people.person_by_id(unit, mark.posted.person)
    therapist = await people.therapist_of_person(unit, mark.posted.person)
    if person is None or therapist is None or mark.state == "gone":
        return
    texts = house.texts(person.locale)
    if mark.state != "sent" or mark.file is None:
        key = "sheet-not-fetched" if mark.state == "unknown" else "sheet-too-big"
        _say(unit, person, Message(texts.html(key)))
        return
    checked = publishing.check(house.shelf, mark.file, name or "worksheet.toml", therapist.id)
    if not isinstance(checked, publishing.Checked):
        _say(unit, person, Message(problems_told(checked, texts)))
        return
    if checked.same:
        _say(unit, person, Message(texts.html("sheet-same", title=checked.sheet.title)))
        return
    draft = await publishing.keep_draft(unit, therapist.id, checked)
    _say(unit, person, draft_message(checked.sheet, draft, texts, checked.known))


def problems_told(problems: Sequence[Problem], texts: Texts) -> str:
    """Return the problems of a file as one message (HTML), the first lines first."""
    lines = [f"• {escape(str(one))}" for one in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(texts.html("sheet-more", count=len(problems) - SHOWN))
    return "\n".join([texts.html("sheet-wrong", count=len(problems)), *lines])


def draft_message(sheet: Worksheet, draft: str, texts: Texts, known: int | None) -> Message:
    """Return what is said of a file that holds, with what can be done with it."""
    facts = texts.html(
        "sheet-holds", title=sheet.title, version=sheet.version, count=len(sheet.steps)
    )
    news = texts.html("sheet-new-version", known=known) if known else texts.html("sheet-new")
    rows: Rows = (
        *(
            (tap(texts.plain("sheet-look", form=texts.plain(f"form-{form}")), "own", draft, form),)
            for form in sheet.variants
        ),
        (
            tap(texts.plain("sheet-publish"), "own", draft, "publish"),
            tap(texts.plain("sheet-drop"), "own", draft, "drop"),
        ),
    )
    return Message(f"{facts}\n{news}", rows)


def _say(unit: Unit, person: Person, message: Message) -> None:
    unit.post(Outgoing(person.id, None, "ack", message, dedupe=new_id(unit.now)))
