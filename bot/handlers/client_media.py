"""A voice note or a picture in the place of words, where the practice takes it."""

from bot.exchange import Exchange
from bot.handlers import unusable
from homework import enclosing, enclosures, replying
from homework.outgoing import Outgoing, Wanted, fetching


async def sent(turn: Exchange) -> None:
    """Have a voice note or picture brought where the practice takes it; else say what is taken."""
    incoming, person = turn.incoming, turn.who.person
    if person is None or incoming.file is None or incoming.sort not in enclosures.MIMES:
        await unusable.answer(turn)
        return
    await turn.desk.load([person.id])
    held = None if person.expecting or incoming.foreign else turn.desk.open_for(turn.who)
    if held is None or not enclosing.fits(turn.house, held):
        await unusable.answer(turn)
        return
    if not await enclosing.allowed(turn.unit, held):
        await unusable.answer(turn)
        return
    if incoming.reply_to is not None:
        at = await replying.aim(turn.desk, turn.who, incoming.reply_to, "")
        if at.what not in ("text", "open"):
            turn.say(turn.texts.html("replied-media"))
            return
    caption = " ".join(incoming.text.split())
    wanted = Wanted(incoming.sort, incoming.file.id, caption, incoming.at)
    if incoming.file.size > wanted.limit:
        turn.say(turn.texts.html("media-too-big"))
        return
    if incoming.album:
        turn.say(turn.texts.html("media-one-by-one"))
    once = f"fetch.{incoming.update_id}"
    about = held.session  # fetched later: it is an answer to this sheet and no other
    message = fetching(wanted)
    turn.unit.post(Outgoing(person.id, about.client, "fetch", message, once, subject=about.id))
