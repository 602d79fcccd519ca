"""Which handler an update belongs to: by what it is, who sent it, and what they were asked for.

It must not know of batches and transactions (`routing.py` does), nor what a handler decides.
"""

from collections.abc import Awaitable, Callable, Mapping

from bot import commands
from bot.exchange import Exchange
from bot.handlers import (
    anybody,
    client_consents,
    client_media,
    client_settings,
    client_today,
    edited,
    forwarded,
    replies,
    therapist_material,
    therapist_sheets,
    unusable,
)
from conversations import taps
from conversations.events import Answered
from conversations.message import split_callback
from conversations.render import toast
from homework import agreeing, beginning, delivery
from homework.store import sessions
from homework.store.people import Actor


def roles_of(who: Actor) -> tuple[str, ...]:
    """Return what somebody may act as, best first, read anew for each update."""
    roles: list[str] = []
    if who.therapist is not None:
        roles.append("therapist")
    if who.client is not None:
        roles.append("client" if who.client.state == "active" else "guest")
    return tuple(roles) or ("stranger",)


async def _command(turn: Exchange) -> None:
    if turn.incoming.foreign and turn.incoming.command != "start":
        await forwarded.hold_back(turn)  # a link may be handed on; nobody else's orders are taken
        return
    command = commands.find(turn.incoming.command, roles_of(turn.who))
    if turn.who.person and turn.who.person.expecting and command and command.name != "cancel":
        await turn.expect(None)
    if command and await _waits_for_consent(turn, command):
        return
    await (command.handler if command else anybody.unknown_command)(turn)


async def _waits_for_consent(turn: Exchange, row: commands.Command | commands.Tap) -> bool:
    """Whether the consent's text is new to a client and comes first; then it is shown.

    Not under help: what was written stands in the alert, and the text comes when they go on.
    """
    name = row.name if isinstance(row, commands.Command) else row.noun
    if row.roles != commands.CLIENT or name in commands.FREE:
        return False
    if turn.alarming and agreeing.is_asked_anew(turn.house, turn.person, turn.client):
        return True
    return not await client_consents.has_agreed(turn)


async def _text(turn: Exchange) -> None:
    if turn.incoming.foreign:
        await forwarded.hold_back(turn)
        return
    if await replies.took(turn):
        return
    expecting = turn.who.person.expecting if turn.who.person else None
    row = commands.typed().get(expecting.partition(".")[0]) if expecting else None
    if expecting and therapist_material.is_over(turn, expecting):
        await therapist_material.lapse(turn)
    elif expecting and await _is_for_sheet(turn, expecting):
        await turn.expect(None)
    elif expecting and row and row[0].intersection(roles_of(turn.who)):
        await row[1](turn, expecting)
        return
    if turn.who.person is not None:
        await turn.desk.load([turn.who.person.id])
        event = Answered(turn.incoming.text, turn.incoming.at or turn.now)
        if await turn.desk.take(turn.who, event, message_id=turn.incoming.message_id):
            return
    if not turn.alarming and not await client_today.said_to_prompt(turn):
        await anybody.unknown_text(turn)


async def _is_for_sheet(turn: Exchange, expecting: str) -> bool:
    await turn.desk.load([turn.person.id])
    return client_settings.is_for_sheet(turn, expecting)


async def _location(turn: Exchange) -> None:
    """A place is taken where a place was asked for, and nowhere else."""
    expecting = (turn.who.person.expecting if turn.who.person else None) or ""
    row = commands.typed().get(expecting.partition(".")[0])
    wanted = expecting.endswith(".zone") and not turn.incoming.foreign
    if wanted and row and row[0].intersection(roles_of(turn.who)):
        await row[1](turn, expecting)
    else:
        await unusable.answer(turn)


async def _document(turn: Exchange) -> None:
    """What a therapist was asked for as material; else a worksheet file of theirs is looked at.

    Nobody else is asked for files.
    """
    if not await therapist_material.sent(turn):
        await (therapist_sheets.sent if turn.who.therapist else unusable.answer)(turn)


async def _recording(turn: Exchange) -> None:
    """A voice note or picture: material, an answer, or what cannot be used here."""
    if not await therapist_material.sent(turn):
        await client_media.sent(turn)


async def _tap(turn: Exchange) -> None:
    parts = split_callback(turn.incoming.data)
    if parts is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    ref, turn.value = parts
    noun, _, turn.key = ref.partition("~")
    if noun == "cmd":
        await _command_tap(turn)
        return
    row = commands.taps().get(noun)
    if row is None:
        await _ask_tap(turn, ref)
    elif row.roles.intersection(roles_of(turn.who)):
        if await _waits_for_consent(turn, row):
            return
        await row.handler(turn)
        await _settle_expecting(turn, noun)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _command_tap(turn: Exchange) -> None:
    command = commands.find(turn.key, roles_of(turn.who))
    if command is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    if turn.who.person and turn.who.person.expecting:
        await turn.expect(None)
    if not await _waits_for_consent(turn, command):
        await command.handler(turn)


async def _settle_expecting(turn: Exchange, noun: str) -> None:
    """A text belongs to the last thing asked: after a press that asks for none, to nothing.

    Help changes nothing of what stood open, and a press that was stale did not happen.
    """
    stale = turn.notice == turn.texts.plain("tap-stale")
    keeps = turn.expected or stale or noun == "crisis"
    if turn.who.person and turn.who.person.expecting and not keeps:
        await turn.expect(None)


async def _ask_tap(turn: Exchange, ask: str) -> None:
    """A button under a question that is not the open one: of a sheet that waits, or stale."""
    if turn.who.person is None:
        return
    held = await sessions.load_asked(turn.unit, turn.who.person.id, ask)
    if held is not None and sessions.is_theirs(turn.who, held):
        if held.kind == "dialog" or await client_consents.has_agreed(turn):
            await beginning.go_on(turn.desk, turn.who.person, held)
        return
    await turn.desk.load([turn.who.person.id])
    held = turn.desk.open_for(turn.who)
    event = taps.tap(ask, turn.value)
    if held is None or event is None:
        turn.notice = turn.texts.plain("tap-stale")
        turn.say(turn.texts.html("nothing-open"))
        return
    turn.notice = toast(await turn.desk.take(turn.who, event), turn.texts) or ""


async def _blocked(turn: Exchange) -> None:
    if turn.who.person is not None:
        await delivery.blocked(turn.unit, turn.house, turn.who.person.id)


async def _nothing(turn: Exchange) -> None:
    return


ROUTES: Mapping[str, Callable[[Exchange], Awaitable[None]]] = {
    "text": _text,
    "command": _command,
    "tap": _tap,
    "edited": edited.follow,
    "location": _location,
    "document": _document,
    "other": _recording,
    "blocked": _blocked,
    "unblocked": _nothing,
    "joined_group": _nothing,
}
"""Who handles an update that no open worksheet took, by what it is."""
