"""A client opens what belongs to a practice: a text piece by piece, a file, a voice note."""

from bot.exchange import Exchange
from homework import materials_shown
from homework.pieces import pieces
from homework.store import assignments, materials
from homework.store.materials import Material

NOT_YET = ("draft", "chained")


async def pressed(turn: Exchange) -> None:
    """Only what belongs to a practice of one's own, once it has been shown."""
    one = await materials.own(turn.unit, turn.key, turn.client.id)
    agreed = await assignments.own(turn.unit, one.assignment, turn.client.id) if one else None
    if one is None or agreed is None or agreed.state in NOT_YET:
        turn.notice = turn.texts.plain("tap-stale")
    elif one.kind == materials.TEXT and turn.value[:2] == "p." and turn.value[2:].isdecimal():
        await _piece(turn, one, int(turn.value[2:]))
    elif one.kind in (materials.FILE, materials.VOICE):
        file = await materials_shown.attachment(turn.unit, one)
        turn.say(turn.texts.html("media-caption", label=one.name), attachment=file)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _piece(turn: Exchange, one: Material, number: int) -> None:
    """Show a piece; from the next time on, reading goes on here."""
    whole = pieces((await materials.body(turn.unit, one)).decode())
    number = min(number, len(whole) - 1)
    await materials.note_place(turn.unit, one, number)
    message = materials_shown.piece(turn.texts, one, whole, number)
    turn.say(message.html, message.buttons)
