"""Somebody new could care for a client here: the client says whether, and what they may read."""

from bot.exchange import Exchange
from homework import caring
from homework.store import handovers


async def pressed(turn: Exchange) -> None:
    """With what was written so far, without it, or not at all."""
    offer = await handovers.of_client(turn.unit, turn.client.id)
    asked = offer is not None and offer.agreed and offer.id == turn.key  # about this one, no other
    if offer is None or not asked or turn.value not in ("with", "without", "no"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    await caring.client_answers(turn.unit, turn.house, turn.person, turn.client, offer, turn.value)
    text = turn.texts.html(f"carer-kept-{turn.value}", therapist=offer.therapist.name)
    await turn.redraw(text)
