"""Pictures of what a client wrote, for themselves: which there are, and one of them."""

from bot.exchange import Exchange
from conversations.message import tap
from homework import reporting


async def pressed(turn: Exchange) -> None:
    """Show which pictures there are, or have one drawn; it comes as a message of its own."""
    found = await reporting.pictures_of(turn.unit, turn.house, turn.client, turn.texts, own=True)
    if turn.value == "menu":
        rows = tuple((tap(one.label[:60], "pic", "", one.key),) for one in found)
        turn.say(turn.texts.html("pic-menu-own" if rows else "pic-none-own"), rows)
    elif any(one.key == turn.value for one in found):
        await reporting.ask(turn.unit, turn.person, turn.client, turn.value, own=True)
        turn.notice = turn.texts.plain("pic-drawing")
    else:
        turn.notice = turn.texts.plain("tap-stale")
