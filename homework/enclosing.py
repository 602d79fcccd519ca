"""Voice notes and pictures as answers, where the practice allows it.

A file that was asked for has been fetched: it is cleaned, sealed, and its label becomes the answer
to the question that its sender could see. It must not know how a file is fetched.
"""

from conversations.effects import Saved
from conversations.events import Answered
from conversations.model import Text, TextList
from conversations.texts import Texts
from homework import cleaning, enclosures
from homework.collecting import Desk
from homework.house import House
from homework.outgoing import Wanted
from homework.posting import say as say_to
from homework.store import assignments, kept_media, people
from homework.store.database import Unit
from homework.store.kept_media import Medium
from homework.store.marks import Mark
from homework.store.sessions import Held


async def allowed(unit: Unit, held: Held) -> bool:
    """Whether the practice of a sheet takes voice notes and pictures."""
    found = await assignments.by_ids(unit, [held.assignment] if held.assignment else [])
    return held.kind == "worksheet" and any(one.texts.media for one in found.values())


def fits(house: House, held: Held) -> bool:
    """Whether the question that stands takes words, so that a recording can stand for them."""
    sheet = house.shelf.worksheet(held.session.worksheet)
    return isinstance(sheet.by_id.get(held.session.asked.step or ""), Text | TextList)


async def received(unit: Unit, house: House, mark: Mark, wanted: Wanted) -> None:
    """Take a fetched recording as an answer, or say why it could not be one."""
    who = await people.actor(unit, mark.posted.chat)
    if who.person is None or who.client is None:
        return
    texts, client = house.texts(who.person.locale), who.client.id
    if mark.state != "sent" or mark.file is None:
        key = "media-not-fetched" if mark.state == "unknown" else "media-too-big"
        say_to(unit, who.person, client, texts.html(key))
        return
    cleaned = _cleaned(wanted.kind, mark.file)
    if cleaned is None:
        say_to(unit, who.person, client, texts.html("media-unreadable"))
        return
    body, seconds = cleaned
    desk = Desk(unit, house, {})
    await desk.load([who.person.id])
    held = desk.open_for(who)
    another = held is not None and mark.posted.subject not in (None, held.session.id)
    if held is None or another or not await allowed(unit, held):
        say_to(unit, who.person, client, texts.html("media-no-place"))
        return
    before = await kept_media.of_session(unit, held.session.id)
    label = _label(texts, wanted.kind, seconds, before)
    said = f"{label}\n{wanted.name}" if wanted.name else label
    effects = await desk.take(who, Answered(said, wanted.at or unit.now))
    every = [one for one in effects if isinstance(one, Saved)]
    saved = next((one for one in every if label in enclosures.lines(one.value)), None)
    await desk.flush()
    if saved is None:
        return  # the question that stood took no words: what it takes has been said
    mime = enclosures.MIMES[wanted.kind]
    await kept_media.add(unit, client, held.session.id, saved.step, mime, label, body)


def _cleaned(what: str, file: bytes) -> tuple[bytes, int] | None:
    if what == "voice":
        return cleaning.voice(file)
    picture = cleaning.photo(file)
    return None if picture is None else (picture, 0)


def _label(texts: Texts, what: str, seconds: int, before: list[Medium]) -> str:
    """What stands for a recording in the answer; no two of a sheet are called the same."""
    length = f"{seconds // 60}:{seconds % 60:02}"
    label = texts.plain(f"media-{what}", length=length)
    taken, number, plain = {one.label for one in before}, 2, label
    while label in taken:
        label, number = f"{plain} ({number})", number + 1
    return label
