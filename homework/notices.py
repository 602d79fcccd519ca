"""What therapists are told about their clients: the one place where it is said when.

Alerts go out at once. Everything else waits for the therapist's hours: its row is written now and
is held in the outbox until they begin. Answers to what a therapist does are no notices. Who stands
in for a therapist is told what they are told, without the buttons that only they may press.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Literal, Protocol

from conversations.message import Message, Rows
from conversations.paging import pages
from conversations.session import Ref
from conversations.texts import Texts
from homework import hours
from homework.house import House
from homework.ids import new_id
from homework.outgoing import LIMIT, Outgoing
from homework.store import outbox, people, timers
from homework.store.database import Unit
from homework.store.people import Client, Therapist

Buttons = Rows | Callable[[Texts], Rows]
Told = str | int | Ref | Callable[[Texts], str]
"""What stands in a text that is said in its reader's language: words as they are, the title of a
worksheet, or words made in that language."""
Key = str | Callable[[Therapist], str]
Kind = Literal["notice", "alert"]
THEIR_WORDS = frozenset({"wish", "said", "why"})
"""Arguments in which a client's own words are; who stands in is not shown them."""
HELD_BY_HOURS = "notice"
"""The kind of what waits for a therapist's hours."""
DIGEST = "digest"
"""The kind of a digest, and of its timer."""
HOURS = "hours"
"""The kind of the timer at which what was held for a therapist goes out."""


class Opened(Protocol):
    """A timer that says that a therapist's hours begin."""

    @property
    def subject(self) -> str:
        """The therapist."""
        ...


async def tell(
    unit: Unit,
    house: House,
    client: Client,
    key: Key,
    buttons: Buttons = (),
    *,
    kind: Kind = "notice",
    once: str | None = None,
    besides: str | None = None,
    **args: Told,
) -> None:
    """Tell everybody who cares for a client, or stands in for one who does.

    `key`: a text that names the code name, or which one it is for whom. `once`: what it is about
    (at most 64 characters); nobody is told the same thing twice. `besides`: a person who is not
    told.
    """

    for therapist, stands_in in await people.told_about(unit, client.id):
        if besides is not None and therapist.person == besides:
            continue

        words = args | dict.fromkeys(args.keys() & THEIR_WORDS, "…") if stands_in else args
        text = key if isinstance(key, str) else key(therapist)
        said = partial(_said, house=house, key=text, name=client.code_name, args=words)
        shown = () if stands_in else buttons
        await tell_one(unit, house, therapist, said, shown, client=client.id, kind=kind, once=once)


def _said(texts: Texts, *, house: House, key: str, name: str, args: Mapping[str, Told]) -> str:
    return texts.html(key, name=name, **in_words(house, texts, args))


def in_words(house: House, texts: Texts, args: Mapping[str, Told]) -> dict[str, str | int]:
    """Return what stands in a text, in its reader's language."""
    found: dict[str, str | int] = {}
    for name, told in args.items():
        if isinstance(told, Ref):
            found[name] = house.sheet(told, texts).title
        else:
            found[name] = told(texts) if callable(told) else told
    return found


async def tell_one(
    unit: Unit,
    house: House,
    therapist: Therapist,
    said: Callable[[Texts], str],
    buttons: Buttons = (),
    *,
    client: str | None = None,
    kind: Kind = "notice",
    once: str | None = None,
) -> None:
    """Tell one therapist, in their hours unless it is an alert. `client`: whose key seals it."""
    person = await people.person_by_id(unit, therapist.person) if therapist.person else None
    if person is None:
        return
    held = await _held_until(unit, therapist) if kind == HELD_BY_HOURS else None
    texts = house.texts(person.locale)
    message = Message(said(texts), buttons(texts) if callable(buttons) else buttons)
    for place, page in enumerate(pages(message, LIMIT)):
        key = f"{once}.{person.id}.{place}" if once else new_id(unit.now)
        unit.post(Outgoing(person.id, client, kind, page, key, held_until=held))


async def _held_until(unit: Unit, therapist: Therapist) -> datetime | None:
    """Return when the therapist's hours begin, and see to it that what waits goes out then."""
    opens = hours.opens_at(therapist, unit.now)
    if opens <= unit.now:
        return None
    await timers.set(unit, opens, HOURS, therapist.id, 0)
    return opens


async def hours_due(unit: Unit, house: House, fired: Sequence[Opened]) -> None:
    """Somebody's hours begin: let go out what was held for them."""
    for timer in fired:
        therapist = await people.therapist_by_id(unit, timer.subject)
        if therapist is not None:
            await look_again(unit, therapist)


async def look_again(unit: Unit, therapist: Therapist) -> None:
    """Let go out what is held for a therapist; what waits for their hours waits on until then.

    Their hours may have changed, or their screen was locked and is open again: then the rest was
    held by the lock alone. A digest that was held is made anew: it may tell of somebody who is in
    their care no more, or erased.
    """
    if therapist.person is not None:
        begin = await _held_until(unit, therapist)
        waits = (HELD_BY_HOURS,) if begin else ()
        if await outbox.release(unit, therapist.person, besides=waits, outdated=DIGEST):
            await timers.set(unit, unit.now, DIGEST, therapist.id, 0)
