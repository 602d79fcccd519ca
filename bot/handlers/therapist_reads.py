"""What a therapist reads first: today at a glance, and the list of clients."""

from bot.exchange import Exchange
from bot.handlers.client_joins import in_columns
from conversations.message import Button, tap
from homework import digesting
from homework.store import people

A_PAGE = 20
PART_BYTES = 40
"""Of a part of a code name that a button carries."""


async def glance(turn: Exchange) -> None:
    """/start of a therapist: the digest, and what can be done."""
    await digest(turn)


async def digest(turn: Exchange) -> None:
    """/digest: all clients by need, as it stands now."""
    message = await digesting.digest_of(turn.unit, turn.house, turn.therapist, turn.texts)
    turn.say(message.html, message.buttons)


async def clients(turn: Exchange) -> None:
    """/clients: the list, one tap to a page; a part of a code name behind it finds some."""
    await _list(turn, turn.incoming.args, 0)


async def _list(turn: Exchange, part: str, page: int) -> None:
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
    first = min(page, (len(found) - 1) // A_PAGE) * A_PAGE
    buttons = [tap(one.code_name, "client", one.id, "page") for one in found[first:][:A_PAGE]]
    rows = in_columns(buttons) if len(found) > A_PAGE else [(one,) for one in buttons]
    turned: list[Button] = []
    if first:
        turned.append(_turn(turn.texts.plain("clients-before"), first // A_PAGE - 1, part))
    if first + A_PAGE < len(found):
        turned.append(_turn(turn.texts.plain("clients-more"), first // A_PAGE + 1, part))
    invite = tap(turn.texts.plain("invite-another"), "cmd", "invite", "go")
    text = turn.texts.html("clients-head", count=len(every))
    if len(every) > A_PAGE:
        await turn.expect("clients")
        text += " " + turn.texts.html("clients-find")
    await turn.redraw(text, (*rows, *([tuple(turned)] if turned else []), (invite,)))


def _turn(label: str, page: int, part: str) -> Button:
    """A button to another page of what was looked for, as much of it as callback data holds."""
    looked_for = part.strip().encode()[:PART_BYTES].decode(errors="ignore")
    return tap(label, "clients", "page", f"{page}.{looked_for}")


async def clients_pressed(turn: Exchange) -> None:
    """Another page of the list, or of those that were looked for."""
    page, _, part = turn.value.partition(".")
    await _list(turn, part, int(page) if page.isdecimal() else 0)


async def clients_typed(turn: Exchange, _: str) -> None:
    """A part of a code name was typed."""
    await turn.expect(None)
    await _list(turn, turn.incoming.text, 0)
