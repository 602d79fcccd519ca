"""Pictures of what a client wrote and shares, and of the ledger, for whoever cares for them."""

from bot.exchange import Exchange
from conversations.message import tap
from homework import reporting
from homework.store import people


async def pressed(turn: Exchange) -> None:
    """Show which pictures there are of a client in one's own care, or have one drawn."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    found = await reporting.pictures_of(turn.unit, turn.house, client, turn.texts, own=False)
    if turn.value == "menu":
        rows = [(tap(one.label[:60], "cpic", client.id, one.key),) for one in found]
        if found:
            paper = turn.texts.plain("report-button")
            rows.append((tap(paper, "rep", client.id, "ask"),))
        rows.append((tap(client.code_name, "client", client.id, "page"),))
        key = "pic-menu" if found else "pic-none"
        turn.say(turn.texts.html(key, name=client.code_name), tuple(rows), client=client.id)
    elif any(one.key == turn.value for one in found):
        await reporting.ask(turn.unit, turn.person, client, turn.value, own=False)
        turn.notice = turn.texts.plain("pic-drawing")
    else:
        turn.notice = turn.texts.plain("tap-stale")
