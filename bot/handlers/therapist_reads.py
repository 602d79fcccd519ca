"""What a therapist reads first: today at a glance, and the list of clients."""

from bot.exchange import Exchange
from bot.handlers.client_joins import in_columns
from bot.handlers.therapist_whom import A_PAGE, place_of, turned
from conversations.message import tap
from homework import digesting
from homework.store import people


async def glance(turn: Exchange) -> None:
    """/start of a therapist: the digest, and what can be done."""
    await digest(turn)


async def digest(turn: Exchange) -> None:
    """/digest: all clients by need, as it stands now."""
    await _digest(turn, 0)


async def digest_pressed(turn: Exchange) -> None:
    """Those who did not fit into the digest before."""
    await _digest(turn, place_of(turn.value)[0])


async def _digest(turn: Exchange, first: int) -> None:
    message = await digesting.digest_of(turn.unit, turn.house, turn.therapist, turn.texts, first)
    turn.say(message.html, message.buttons)


async def clients(turn: Exchange) -> None:
    """/clients: the list, one tap to a page; a part of a code name behind it finds some."""
    await _list(turn, turn.incoming.args, 0)


async def _list(turn: Exchange, part: str, first: int) -> None:
    every = await people.clients_of(turn.unit, turn.therapist.id)
    if not every:
        row = (tap(turn.texts.plain("invite-first"), "cmd", "invite", "go"),)
        turn.say(turn.texts.html("clients-none"), (row,))
        return
    found = [one for one in every if part.strip().casefold() in one.code_name.casefold()]
    found.sort(key=lambda one: one.code_name.casefold())
    if not found:
        await turn.expect("clients")
        turn.say(turn.texts.html("clients-found-none", text=part.strip()[:40]))
        return
    first = first if first < len(found) else 0
    buttons = [tap(one.code_name, "client", one.id, "page") for one in found[first:][:A_PAGE]]
    rows = in_columns(buttons) if len(found) > A_PAGE else [(one,) for one in buttons]
    more = turned(turn, "clients", "page", first, len(found), part)
    invite = tap(turn.texts.plain("invite-another"), "cmd", "invite", "go")
    few, count = len(found) < len(every), {"count": len(found), "all": len(every)}
    text = turn.texts.html("clients-found" if few else "clients-head", **count)
    if len(every) > A_PAGE:
        await turn.expect("clients")
        text += " " + turn.texts.html("clients-find")
    await turn.redraw(text, (*rows, *more, (invite,)))


async def clients_pressed(turn: Exchange) -> None:
    """Another page of the list, or of those that were looked for."""
    first, part = place_of(turn.value)
    await _list(turn, part, first)


async def clients_typed(turn: Exchange, _: str) -> None:
    """A part of a code name was typed."""
    await turn.expect(None)
    await _list(turn, turn.incoming.text, 0)
