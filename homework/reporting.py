"""Pictures, reports, records: a row and a timer first, made off the loop, then a message.

The row goes in the transaction that posts the message, so nothing is lost or sent twice however
often the program dies in between. What a therapist gets holds what is shared at that moment. It
must not know what draws.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from conversations.markup import escape
from conversations.message import Message, Rows, tap
from conversations.model import Worksheet
from conversations.paging import too_long
from conversations.texts import Texts
from homework import records
from homework.house import House
from homework.outgoing import Attachment, Outgoing
from homework.prompting import Fired
from homework.reports import material, offers, period
from homework.reports.material import Told
from homework.reports.ordered import Order
from homework.store import assignments, audit, entries, people, reports, timers
from homework.store.database import Unit
from homework.store.people import Client, Person
from homework.store.reports import Asked

TIMER = "report"
LEASE = timedelta(minutes=2)
"""Much longer than drawing takes: after it the process that drew is thought dead."""
TRIES = 3
AT_ONCE = 4
"""Made ready in one transaction; the others come in the next, and whoever writes in between."""
CAPTION = 1024
"""UTF-16 units that fit under a picture."""
OWN, THEIRS, RECORDS = "own", "theirs", "records"
PAPER = "paper"
"""The kind in the key of a report; behind it stands its length in days."""


async def pictures_of(
    unit: Unit, house: House, client: Client, texts: Texts, *, own: bool
) -> list[Told]:
    """Return the pictures there are of a client, as far as the reader may see."""
    return offers.told(await material.gather(unit, house, client, texts, own=own), texts)


async def ask(unit: Unit, person: Person, client: Client, key: str, *, own: bool) -> None:
    """Write that somebody wants a picture, unless the same is being drawn for them."""
    new = await _want(unit, person, client, f"{OWN if own else THEIRS} {key}")
    if new and not own:
        action = "read.report" if _asked_for(key) else "read.picture"
        await audit.note(unit, person.id, action, client.id)


async def ask_records(unit: Unit, person: Person, client: Client, period: str, form: str) -> None:
    """Write that a therapist wants a file of what a client shares, and that they took it."""
    if await _want(unit, person, client, f"{RECORDS} {period}.{form}"):
        await records.note(unit, person.id, client, period, form)


async def _want(unit: Unit, person: Person, client: Client, what: str) -> bool:
    on_the_way = await reports.of_person(unit, person.id)
    if any((one.client, one.what) == (client.id, what) for one in on_the_way):
        return False
    row = await reports.add(unit, person.id, client.id, what)
    await timers.set(unit, unit.now, TIMER, row, 0)
    return True


def paper_key(days: int, sheet: str = "") -> str:
    """Return the key of a report over the last so many days, of all sheets or of one kind."""
    return f"{PAPER}.{days}.{sheet}" if sheet else f"{PAPER}.{days}"


def _asked_for(key: str) -> tuple[int, str] | None:
    """The days of a report and the worksheet it is about, "" for all; None for a picture."""
    kind, _, rest = key.partition(".")
    days, _, sheet = rest.partition(".")
    known = {str(one): one for one in period.PERIODS}
    return (known[days], sheet) if kind == PAPER and days in known else None


async def sheets_of(unit: Unit, house: House, client: Client, texts: Texts) -> list[Worksheet]:
    """Return the worksheets that a client has written, by title, where there are several."""
    found = await entries.kinds(unit, client.id)
    sheets = [house.sheet(ref, texts) for key, ref in house.shelf.newest.items() if key in found]
    return sorted(sheets, key=lambda one: one.title) if len(sheets) > 1 else []


async def report_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Hand what was asked for to whoever draws; it comes back if nobody did in time."""
    for timer in fired[AT_ONCE:]:
        await timers.set(unit, unit.now, TIMER, timer.subject, timer.revision)
    for timer in fired[:AT_ONCE]:
        asked = await reports.by_id(unit, timer.subject)
        if asked is None:
            continue
        order = await _order(unit, house, asked)
        if order is None or timer.revision >= TRIES:
            await _give_up(unit, house, asked)
            continue
        await timers.set(unit, unit.now + LEASE, TIMER, asked.id, timer.revision + 1)
        unit.orders.append(order)


async def resume(unit: Unit) -> None:
    """Let everything that was being drawn when the program ended be drawn now."""
    for key in await reports.waiting(unit):
        await timers.set(unit, unit.now, TIMER, key, 0)


async def deliver(unit: Unit, order: Order, made: bytes | None) -> None:
    """Post what was made, or that it could not be; once, and not to who is gone meanwhile."""
    if not await reports.take(unit, order.id):
        return
    await timers.cancel(unit, TIMER, order.id)
    if made is None:
        _post(unit, order.person, order.client, order.id, order.sorry)
        return
    file, said = Attachment(order.name, order.mime, made), order.said
    if too_long(said.html, CAPTION):
        _post(unit, order.person, order.client, f"{order.id}.0", Message(""), file)
        _post(unit, order.person, order.client, order.id, said)
    else:
        _post(unit, order.person, order.client, order.id, said, file)


def _post(
    unit: Unit,
    person: str,
    client: str,
    key: str,
    message: Message,
    file: Attachment | None = None,
) -> None:
    unit.post(Outgoing(person, client, "ack", message, f"{TIMER}.{key}", attachment=file))


async def _order(unit: Unit, house: House, asked: Asked) -> Order | None:
    """Return what is to be drawn; None if there is nothing any more, or it is not theirs."""
    reader = await _reader(unit, asked, own=asked.what.partition(" ")[0] == OWN)
    if reader is None:
        return None
    found = await _made_for(unit, house, asked, *reader)
    return replace(found, chat=reader[0].chat) if found else None


async def _made_for(
    unit: Unit, house: House, asked: Asked, person: Person, client: Client
) -> Order | None:
    whose, _, key = asked.what.partition(" ")
    texts = house.texts(person.locale)
    if whose == RECORDS:
        return await records.order(unit, house, asked, client, person.locale, key)
    wanted = _asked_for(key)
    if wanted is not None:
        return await _paper(unit, house, asked, person, client, *wanted)
    year = await material.gather(unit, house, client, texts, own=whose == OWN)
    told = offers.one(year, key, texts)
    if told is None:
        return None
    buttons = other_pictures(texts, client, own=whose == OWN)
    return Order(
        asked.id,
        person.id,
        client.id,
        f"{key.partition('.')[0]}.png",
        told.picture,
        Message(escape(told.finding), buttons),
        Message(texts.html("pic-gone"), buttons),
    )


async def _paper(
    unit: Unit,
    house: House,
    asked: Asked,
    person: Person,
    client: Client,
    days: int,
    sheet: str,
) -> Order | None:
    """Return a report to be set; it is for therapists only."""
    if asked.what.startswith(OWN):
        return None
    texts = house.texts(person.locale)
    year = await material.gather(unit, house, client, texts, own=False, days=days)
    agreed = await assignments.by_ids(unit, {one.assignment for one in year.planned})
    if sheet:
        agreed = {key: one for key, one in agreed.items() if one.worksheet.id == sheet}
        year = replace(
            year,
            sheet=sheet,
            written=[one for one in year.written if one.worksheet == sheet],
            planned=[one for one in year.planned if one.assignment in agreed],
        )
    titles = {key: house.sheet(one.worksheet, texts).title for key, one in agreed.items()}
    whose = records.letters(client.code_name)
    name = texts.plain("report-file", name=whose, day=year.today.isoformat())
    return Order(
        asked.id,
        person.id,
        client.id,
        f"{name}.pdf",
        period.paper(year, titles, texts),
        Message(texts.html("report-done", name=client.code_name)),
        Message(texts.html("pic-gone"), other_pictures(texts, client, own=False)),
        "application/pdf",
    )


async def _reader(unit: Unit, asked: Asked, *, own: bool) -> tuple[Person, Client] | None:
    """Return who asked and about whom, if they still may."""
    person = await people.person_by_id(unit, asked.person)
    if person is None:
        return None
    if own:
        client = await people.client_by_id(unit, asked.client)
        return (person, client) if client and client.person == person.id else None
    therapist = await people.therapist_of_person(unit, person.id)
    client = await people.client_in_care(unit, therapist.id, asked.client) if therapist else None
    return (person, client) if client else None


async def _give_up(unit: Unit, house: House, asked: Asked) -> None:
    """Say that it cannot be drawn, to somebody who still may see what there is."""
    await reports.take(unit, asked.id)
    own = asked.what.startswith(OWN)
    reader = await _reader(unit, asked, own=own)
    if reader is not None:
        person, client = reader
        texts = house.texts(person.locale)
        buttons = other_pictures(texts, client, own=own)
        message = Message(texts.html("pic-gone"), buttons)
        if asked.what.startswith(RECORDS):
            message = records.sorry(texts, client)
        _post(unit, person.id, client.id, asked.id, message)


def other_pictures(texts: Texts, client: Client, *, own: bool) -> Rows:
    """Return the button that leads to what else there is."""
    noun, key = ("pic", "") if own else ("cpic", client.id)
    return ((tap(texts.plain("pic-others"), noun, key, "menu"),),)
