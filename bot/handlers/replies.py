"""A text written as a reply goes to its own question, or is asked about; never to another one."""

from bot.exchange import Exchange
from bot.handlers import client_today, forwarded, therapist_reviews
from homework import replying


async def took(turn: Exchange) -> bool:
    """Take a reply to an earlier message; False where its words count as any others do."""
    incoming, person = turn.incoming, turn.who.person
    if incoming.reply_to is None or person is None:
        return False
    at = await replying.aim(turn.desk, turn.who, incoming.reply_to, incoming.text)
    if at.what in ("open", "step") and person.expecting:
        await turn.expect(None)  # the sheet was gone on with: what is typed now belongs to it
        await turn.reread()
    if at.what == "step":
        await replying.put(turn.desk, turn.who, at, incoming.text, incoming.message_id)
        return True
    if at.what == "prompt" and await client_today.said_to_prompt(turn, only=at.subject):
        return True
    if at.what == "comment" and await therapist_reviews.replied(turn, at.subject):
        return True
    if at.what in ("other", "prompt", "comment") and not person.expecting:
        await turn.desk.load([person.id])
        if turn.desk.open_for(turn.who) is not None:
            await forwarded.hold_reply_back(turn)
            return True
    return False
