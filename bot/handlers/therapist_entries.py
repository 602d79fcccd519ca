"""One entry as a therapist reads it, what was left at it, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.exchange import Exchange
from bot.handlers import recordings
from bot.handlers.therapist_whom import called
from conversations.markup import escape, split
from conversations.message import Button, tap
from conversations.model import Worksheet
from homework import digesting, enclosures, filled_days, reading, reviewing
from homework.moments import zone_of
from homework.points import by_day
from homework.reviewing import OFF
from homework.store import audit, entries, people
from homework.store.entries import Written
from homework.store.people import Client
from homework.store.remarks import Remark

MESSAGE_LIMIT = 4096
PART = "?"
"""In the value of a button: behind it stands of whom /review was asked for."""
PART_BYTES = 18


async def pressed(turn: Exchange) -> None:
    """Open an entry, as far as it is shared; that it was read is written down."""
    found = await of_therapist(turn, turn.key)
    if found is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await show(turn, *found, series=turn.value == "points")


async def of_therapist(turn: Exchange, key: str) -> tuple[Client, Written] | None:
    """Return an entry and its client, if the client is in the therapist's own care."""
    owner = await entries.owner(turn.unit, key)
    client = await people.client_in_care(turn.unit, turn.therapist.id, owner) if owner else None
    one = await entries.own(turn.unit, key, client.id) if client else None
    if client is None or one is None or reading.sheet_of(turn.house, one, turn.texts) is None:
        return None
    return client, one


async def show(
    turn: Exchange,
    client: Client,
    one: Written,
    *,
    series: bool = False,
    anew: bool = False,
    part: str = "",
) -> None:
    """Show an entry, or the whole week of a series. `anew`: in the place of the one pressed.
    `part`: of the code names among whose entries the next one is looked for."""
    sheet = reading.sheet_of(turn.house, one, turn.texts)
    if sheet is None:
        return
    found = await reviewing.left_at(turn.unit, turn.therapist, one)
    text = await _read(turn, one, sheet, client, series=series)
    if said := await reviewing.lines(turn.unit, turn.house, turn.texts, one, found):
        text += "\n\n" + "\n".join(f"<i>{line}</i>" for line in said)
    back = tap(client.code_name, "client", client.id, "page")
    media = await enclosures.of_entry(turn.unit, one) if one.sharing == "all" else []
    marks = await _buttons(turn, one, found, part, series=series)
    rows = (*recordings.buttons(media, turn.texts), *marks, (back,))
    head = turn.texts.html("entry-of", name=client.code_name)
    *before, last = split(f"<b>{head}</b>\n{text}", MESSAGE_LIMIT)
    if anew and not before:
        await turn.redraw(last, rows, client=client.id)
        return
    for part in before:
        turn.say(part, client=client.id)
    turn.say(last, rows, client=client.id)


async def _read(
    turn: Exchange, one: Written, sheet: Worksheet, client: Client, *, series: bool
) -> str:
    """Return an entry in words, or the whole week of a series; write down what was read."""
    points = [one]
    if series and one.assignment:
        start = turn.now - timedelta(days=digesting.DAYS)
        found = await entries.since(turn.unit, [client.id], start, turn.therapist.id)  # and all new
        others = [each for each in found if each.assignment == one.assignment]
        points += [each for each in others if each.id != one.id]
    await entries.mark_read(turn.unit, turn.therapist.id, client.id, [each.id for each in points])
    for each in points:
        await audit.note(turn.unit, turn.person.id, entries.READ, client.id, each.id)
    if series:
        head = f"<b>{escape(sheet.title)}</b>"
        zone = zone_of(client)
        words = await enclosures.in_words(turn.unit, client.id, points)
        more = filled_days.lines(sheet, words, zone, turn.texts)
        return f"{head}\n\n{by_day(sheet, points, zone, turn.texts, more)}"
    return reading.entry_html(replace(one, read_at=turn.now), sheet, turn.texts)


async def _buttons(
    turn: Exchange, one: Written, found: Sequence[Remark], part: str, *, series: bool
) -> list[tuple[Button, ...]]:
    """What can be done with an entry that is open: marks, a comment, the next one."""
    more = await _more(turn, one, part)
    if series:
        return [more] if more else []
    standing = {each.kind for each in found if each.therapist == turn.therapist.id}
    kinds = reviewing.marks_of(one)
    marks = tuple(_mark(turn, one, kind, part, on=kind in standing) for kind in kinds)
    if one.sharing == "nothing":
        return [(*marks, *more)]
    comment = tap(turn.texts.plain("review-comment"), "rev", one.id, "say")
    return [marks, (comment, *more)]


async def _more(turn: Exchange, one: Written, part: str) -> tuple[Button, ...]:
    """The button to the next entry that waits: of whom it was asked for, else of anybody."""
    every = await people.clients_of(turn.unit, turn.therapist.id)
    if await reviewing.unread(turn.unit, turn.therapist, called(every, part)):
        return (tap(turn.texts.plain("review-next"), "rev", one.id, f"next{_of(part)}"),)
    if part and await reviewing.unread(turn.unit, turn.therapist, every):
        return (tap(turn.texts.plain("review-all"), "rev", one.id, "next"),)
    return ()


def _mark(turn: Exchange, one: Written, kind: str, part: str, *, on: bool) -> Button:
    label = turn.texts.plain(f"review-{kind}{'-on' * on}")
    return tap(label, "rev", one.id, f"{kind}{OFF * on}{_of(part)}")


def _of(part: str) -> str:
    """As much of a part of a code name as a button has room for."""
    cut = part.encode()[:PART_BYTES].decode(errors="ignore")
    return f"{PART}{cut}" if cut else ""
