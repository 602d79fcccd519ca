"""A client wants everything erased: a copy is offered, it is asked twice, and then it is done.

Where the practice must keep records the therapist confirms, here too.
"""

from bot.exchange import Exchange
from bot.handlers import client_rights
from conversations.message import Rows, tap
from conversations.texts import Texts
from homework import erasing, hours, stilling, withdrawing
from homework.contract_texts import moment
from homework.moments import zone_of
from homework.store import people


async def forget(turn: Exchange) -> None:
    """/forget: nothing is sent any more from now on; before anything else, a copy is offered."""
    if turn.client.erase_at is not None:
        client_rights.say_waits(turn)
        return
    await stilling.still(turn.unit, turn.house, turn.client)
    if await withdrawing.stop(turn.unit, turn.house, turn.person, turn.client):
        await turn.tell_therapists(turn.client, "told-stopped")
    await erasing.begin(turn.unit, turn.person, turn.client)
    turn.say(turn.texts.html("forget-copy"), _buttons(turn, "copy", "once", "keep"))


def _buttons(turn: Exchange, *values: str) -> Rows:
    return tuple(
        (tap(turn.texts.plain(f"forget-{value}-button"), "forget", "", value),) for value in values
    )


async def pressed(turn: Exchange) -> None:
    """An answer to one of the questions before it. Old ones erase nothing."""
    if turn.value == "keep" and turn.client.state != "erasing":
        await _keep(turn)
    elif turn.client.erase_at is not None or not await erasing.is_asked(turn.unit, turn.client):
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value == "copy":
        await client_rights.export(turn)
        turn.say(turn.texts.html("forget-once"), _buttons(turn, "twice", "keep"))
    elif turn.value == "once":
        await turn.redraw(turn.texts.html("forget-once"), _buttons(turn, "twice", "keep"))
    elif turn.value == "twice":
        await turn.redraw(turn.texts.html("forget-twice"), _buttons(turn, "erase", "keep"))
    elif turn.value == "erase":
        await _erase(turn)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _keep(turn: Exchange) -> None:
    """Nothing is erased; messages stay stopped until they say otherwise."""
    asked = await erasing.is_asked(turn.unit, turn.client)
    if turn.client.erase_at is None and not asked:
        turn.notice = turn.texts.plain("tap-stale")
        return
    if turn.client.erase_at is not None:
        await turn.tell_therapists(turn.client, "told-keeps")
    await erasing.keep(turn.unit, turn.person, turn.client)
    back = (tap(turn.texts.plain("stop-undo"), "cmd", "start", "go"),)
    await turn.redraw(turn.texts.html("forget-kept"), (back,))


async def _erase(turn: Exchange) -> None:
    at = await erasing.order(turn.unit, turn.house, turn.person, turn.client)
    if at <= turn.now:
        role = "therapist" if turn.who.therapist else "stranger"
        turn.show_menu(role)
        await turn.redraw(turn.texts.html("forget-begins"))
        return
    day = moment(at, zone_of(turn.client), turn.texts)
    await turn.redraw(turn.texts.html("forget-waits", day=day), _buttons(turn, "keep"))

    def button(texts: Texts) -> Rows:
        return ((tap(texts.plain("erase-ask-button"), "erase", turn.client.id, "ask"),),)

    def when(texts: Texts) -> str:
        return moment(at, zone_of(turn.client), texts)

    await turn.tell_therapists(turn.client, "told-forget", button, day=when)


# The therapist, where the practice must keep records ----------------------------------------------


async def therapist_pressed(turn: Exchange) -> None:
    """The therapist has kept what they must, and erases a client who wants it; asked once more."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.erase_at is None or turn.value not in ("ask", "yes", "no"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    name = client.code_name
    ask = tap(turn.texts.plain("erase-ask-button"), "erase", client.id, "ask")
    match turn.value:
        case "ask":
            yes = tap(turn.texts.plain("erase-yes-button"), "erase", client.id, "yes")
            no = tap(turn.texts.plain("erase-no-button"), "erase", client.id, "no")
            turn.say(turn.texts.html("erase-ask", name=name), ((yes,), (no,)), client=client.id)
        case "yes":
            await erasing.confirm(turn.unit, turn.person.id, client)
            await turn.redraw(turn.texts.html("erase-begins", name=name))
        case _:
            day = moment(client.erase_at, hours.zone_of(turn.therapist), turn.texts)
            text = turn.texts.html("erase-later", name=name, day=day)
            await turn.redraw(text, ((ask,),), client=client.id)
