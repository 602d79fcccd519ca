"""The buttons under what a client sees when they wrote what may mean danger."""

from bot.exchange import Exchange
from bot.handlers.client_consents import has_agreed
from conversations.events import Paused
from conversations.message import tap
from homework import beginning, safeguarding
from homework.store.alerts import Alert
from homework.together import named


async def pressed(turn: Exchange) -> None:
    """Go on, stop for now, ask for a call, or say that it is not about them
    or meant otherwise."""
    one = await safeguarding.own(turn.unit, turn.client, turn.key)
    if one is None or turn.value not in ("on", "stop", "call", "not-me"):
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value == "on":
        await _go_on(turn)
    elif turn.value == "stop":
        await _stop(turn)
    elif turn.value == "call":
        await _call(turn, one)
    else:
        await safeguarding.not_about_me(turn.unit, turn.person, one)
        await turn.desk.load([turn.person.id])
        is_open = turn.desk.open_for(turn.who) is not None
        row = (tap(turn.texts.plain("flag-on"), "flag", one.id, "on"),)
        turn.say(turn.texts.html("alert-not-me-kept"), (row,) if is_open else ())


async def _go_on(turn: Exchange) -> None:
    """The question that stood back is put now; without one there is nothing to go on with.

    A new text of the consent waited for this press: only a question needs it. To stop, to ask for a
    call, or to say that it is not about them needs nothing.
    """
    await turn.desk.load([turn.person.id])
    held = turn.desk.open_for(turn.who)
    if held is None:
        turn.say(turn.texts.html("alert-on-free"))
        return
    if held.kind != "dialog" and not await has_agreed(turn):
        return
    await beginning.go_on(turn.desk, turn.person, held)


async def _stop(turn: Exchange) -> None:
    await turn.desk.load([turn.person.id])
    if turn.desk.open_for(turn.who) is None:
        turn.say(turn.texts.html("alert-stop-free"))
        return
    await turn.desk.take(turn.who, Paused())


async def _call(turn: Exchange, one: Alert) -> None:
    told = await safeguarding.call_me(turn.unit, turn.house, turn.person, turn.client, one)
    if told:
        names = named([each.name for each in told], turn.texts)
        turn.say(turn.texts.html("alert-call-told", **names))
    else:
        turn.say(turn.texts.html("help-nobody"))
