"""The questions after a sheet, answered on the one message that asks them."""

from bot.exchange import Exchange
from bot.handlers import anybody, client_eases
from conversations.session import Json
from homework import closing, sharing, wrapping
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import assignments, entries, feedback, screens
from homework.store.entries import Written


async def pressed(turn: Exchange) -> None:
    """An answer, a part passed over, or no more questions. Only one's own entries are looked at."""
    one = await entries.own(turn.unit, turn.key, turn.client.id)
    part, _, value = turn.value.partition(".")
    if one is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    if part == "end":
        said = await wrapping.end(turn.unit, one) if wrapping.next_part(one) else None
    else:
        said = await wrapping.take(turn.unit, one, part, _read(value))
    if said is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    much = (part, value) == ("hard", "much") and said.body != one.body
    if much:  # nothing more is asked of them now
        said = await wrapping.end(turn.unit, said)
    await redraw(turn, said)
    if much:
        await _too_much(turn, said)


def _read(value: str) -> Json:
    if value == "skip":
        return None
    return int(value) if value.isdecimal() else value


async def redraw(turn: Exchange, one: Written) -> None:
    """Show the last message of a sheet as it is now; what is typed answers it where it asks so."""
    if wrapping.next_part(one) == "way" and await _writes_a_sheet(turn):
        one = await wrapping.end(turn.unit, one)  # what they type now belongs to that sheet
    message = await closing.last_message(turn.unit, turn.house, turn.texts, one)
    await still_expect(turn, one)
    await turn.redraw(message.html, message.buttons)


async def still_expect(turn: Exchange, one: Written) -> None:
    """What is typed now is what got in the way, where that is asked."""
    waits = wrapping.next_part(one) == "way"
    await turn.expect(f"wrap.{one.id}" if waits else None)


async def _writes_a_sheet(turn: Exchange) -> bool:
    await turn.desk.load([turn.person.id])
    return turn.desk.open_for(turn.who) is not None


async def _too_much(turn: Exchange, one: Written) -> None:
    """Whoever says so is shown what can be made less."""
    found = await assignments.own(turn.unit, one.assignment or "", turn.client.id)
    if found is None or found.state != "active":
        return
    key = await feedback.add(turn.unit, turn.client.id, found.id, feedback.MUCH)
    asked = await feedback.own(turn.unit, key, turn.client.id)
    if asked is not None:
        await feedback.answer(turn.unit, asked, "much")
    turn.say(turn.texts.html("prompt-much-ask"), client_eases.ways_out(turn, found))


async def typed(turn: Exchange, what: str) -> None:
    """What got in the way, in one's own words; a line that comes much later is something else."""
    one = await entries.own(turn.unit, what.partition(".")[2], turn.client.id)
    fresh = one is not None and turn.now - one.closed_at < wrapping.A_WHILE
    words = turn.incoming.text.strip()
    if fresh and len(words) > wrapping.WAY_LIMIT:
        room = {"length": len(words), "limit": wrapping.WAY_LIMIT}
        turn.say(turn.texts.html("review-too-long", **room))
        return
    await turn.expect(None)
    said = await wrapping.take(turn.unit, one, "way", words) if one and fresh else None
    if said is None:
        await anybody.unknown_text(turn)
        return
    message = await closing.last_message(turn.unit, turn.house, turn.texts, said)
    row = await screens.row_about(turn.unit, turn.person.id, said.id)
    if row is None:
        turn.say(message.html, message.buttons)
        return
    key, client = new_id(turn.now), turn.client.id
    turn.unit.post(Outgoing(turn.person.id, client, "redraw", message, key, edits=row))


async def share_pressed(turn: Exchange) -> None:
    """Change who may read an entry of one's own."""
    entry = await entries.own(turn.unit, turn.key, turn.client.id)
    if entry is None or turn.value not in (*sharing.SHARING, "ask"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    if turn.value == "ask":
        message = closing.who_reads(turn.texts, entry)
        await still_expect(turn, entry)
        await turn.redraw(message.html, message.buttons)
        return
    shared = await sharing.change(turn.unit, turn.person.id, entry, turn.value)
    await redraw(turn, shared)
