"""What belongs to a practice, as its therapist and its client see it.

A client gets links whole, files and voice notes by a button, and a text in pieces, from where they
stopped. It must not know who presses.
"""

from conversations.markup import escape, shorten
from conversations.message import Button, Message, Rows, tap
from conversations.texts import Texts
from homework import holders
from homework.holders import Holder, OfSheet, Thing
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Attachment, Outgoing
from homework.pieces import pieces
from homework.store import materials, sheet_materials
from homework.store.assignments import Assignment
from homework.store.copies import ENDINGS
from homework.store.database import Unit
from homework.store.materials import Material
from homework.store.people import Person

MOST = 3
"""How much may be attached to one practice, and to one worksheet."""
NAMES = 150
"""UTF-16 units in which a sheet names what is read."""


async def for_therapist(
    unit: Unit, house: House, texts: Texts, holder: Holder, said: str = ""
) -> Message:
    """Return what is attached, with buttons to add and to take out; `said` stands above it."""
    found = await holders.things(unit, holder)
    title = house.sheet(holder.worksheet, texts).title
    of = "material-sheet" if isinstance(holder, OfSheet) else "material"
    lines = [texts.html(f"{of}-{'head' if found else 'none'}", title=title)]
    rows: list[tuple[Button, ...]] = []
    for number, each in enumerate(found, 1):
        lines.append(f"{number}. {await _line(unit, texts, each)}")
        label = texts.plain("material-drop", number=number)
        rows.append((tap(label, f"{holder.noun}x", each.id, "drop"),))
    last = [tap(texts.plain("material-done"), holder.noun, holder.key, "done")]
    if len(found) < MOST:
        last.insert(0, tap(texts.plain("material-add"), holder.noun, holder.key, "add"))
    parts = [said, "\n".join(lines)] if said else ["\n".join(lines)]
    return Message("\n\n".join(parts), (*rows, tuple(last)))


async def _line(unit: Unit, texts: Texts, one: Thing) -> str:
    if one.kind == materials.TEXT:
        text = (await holders.body(unit, one)).decode()
        count, words = len(pieces(text)), len(text.split())
        return texts.html("material-text", name=one.name, words=words, count=count)
    if one.kind == materials.LINK:
        return escape((await holders.body(unit, one)).decode())
    return texts.html("material-file", name=one.name)


async def listed(unit: Unit, texts: Texts, one: Assignment) -> str:
    """Return what comes with a practice (HTML, "" for nothing), for who is to agree to it.

    To a draft nothing was given yet: what belongs to its worksheet comes along when it is sent.
    """
    found: list[Thing] = [*await materials.of_assignment(unit, one.id)]
    if one.state == "draft":
        sheet = one.worksheet.id
        found = [*await sheet_materials.of_sheet(unit, one.therapist, sheet), *found]
    lines = [f"• {await _line(unit, texts, each)}" for each in found]
    return "\n".join([texts.html("proposal-material"), *lines]) if lines else ""


async def names(unit: Unit, one: Assignment) -> str:
    """Return what belongs to a practice by its names, for the sheet that asks what is read."""
    found = await materials.of_assignment(unit, one.id)
    return shorten(", ".join(each.name for each in found), NAMES)


async def for_client(unit: Unit, house: House, texts: Texts, one: Assignment) -> Message | None:
    """Return what belongs to a practice: links in full, a button for each other thing."""
    found = await materials.of_assignment(unit, one.id)
    if not found:
        return None
    title = house.sheet(one.worksheet, texts).title
    lines, rows = [texts.html("material-yours", title=title)], list[tuple[Button, ...]]()
    for each in found:
        if each.kind == materials.LINK:
            lines.append(escape((await materials.body(unit, each)).decode()))
        else:
            rows.append((await _open(unit, texts, each),))
    return Message("\n".join(lines), tuple(rows))


async def show(unit: Unit, house: House, person: Person, one: Assignment) -> None:
    """Show a client what belongs to a practice, if anything does: before its questions."""
    if message := await for_client(unit, house, house.texts(person.locale), one):
        once = new_id(unit.now)
        unit.post(Outgoing(person.id, one.client, "ack", message, dedupe=once))


async def _open(unit: Unit, texts: Texts, one: Material) -> Button:
    if one.kind != materials.TEXT:
        return tap(texts.plain("material-open", name=one.name)[:60], "read", one.id, "open")
    whole = pieces((await materials.body(unit, one)).decode())
    place = min(one.place, len(whole) - 1)
    key = "material-go-on" if place else "material-read"
    label = texts.plain(key, name=one.name, number=place + 1, count=len(whole))
    return tap(label[:60], "read", one.id, f"p.{place}")


def piece(texts: Texts, one: Material, whole: list[str], number: int) -> Message:
    """Return one piece of a text: where one is, the words, the way on."""
    head = texts.html("material-piece", number=number + 1, count=len(whole))
    rows: Rows = ((tap(texts.plain("go-today"), "cmd", "today", "go"),),)
    if number + 1 < len(whole):
        on = tap(texts.plain("material-next"), "read", one.id, f"p.{number + 1}")
        rows = ((on,), *rows)
        foot = texts.html("material-place")
    else:
        foot = texts.html("material-last")
    if number:
        first = tap(texts.plain("material-first"), "read", one.id, "p.0")
        rows = (*rows, (first,))
    return Message(f"<i>{head}</i>\n\n{escape(whole[number])}\n\n<i>{foot}</i>", rows)


async def attachment(unit: Unit, one: Material) -> Attachment:
    """Return a file or voice note as it is sent."""
    ending = ENDINGS[one.mime]
    name = one.name if one.name.lower().endswith(f".{ending}") else f"{one.name}.{ending}"
    return Attachment(name, one.mime, await materials.body(unit, one))
