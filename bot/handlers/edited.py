"""A message was edited: the answer it gave follows it, and its sender sees what came of it."""

from bot.exchange import Exchange
from homework import correcting


async def follow(turn: Exchange) -> None:
    """Change the answer that the message gave; say how to, where it gave none."""
    if not await _followed(turn):
        turn.say(turn.texts.html("edited-message"))


async def _followed(turn: Exchange) -> bool:
    incoming, who = turn.incoming, turn.who
    if who.person is None or incoming.foreign or not incoming.text.strip():
        return False
    if incoming.written is None or incoming.message_id is None:
        return False
    return await correcting.correct(
        turn.desk, who, incoming.message_id, incoming.text, incoming.written
    )
