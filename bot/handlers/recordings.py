"""Opening a voice note or a picture that was kept: its writer, or who reads the whole entry."""

from bot.exchange import Exchange
from conversations.message import Rows, tap
from conversations.texts import Texts
from homework import enclosures
from homework.store import audit, entries, kept_media, people
from homework.store.entries import Written
from homework.store.kept_media import Medium


def buttons(found: list[Medium], texts: Texts) -> Rows:
    """Return a button for each recording."""
    return tuple(
        (tap(texts.plain("media-open", label=one.label)[:60], "med", one.id, "open"),)
        for one in found
    )


async def pressed(turn: Exchange) -> None:
    """Send a recording to its writer, or to who cares for them where all of the entry is shared."""
    one = await _mine(turn) or await _shared(turn)
    if one is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    file = await enclosures.attachment(turn.unit, one)
    turn.say(turn.texts.html("media-caption", label=one.label), client=one.client, attachment=file)


async def _mine(turn: Exchange) -> Medium | None:
    client = turn.who.client
    return await kept_media.own(turn.unit, turn.key, client.id) if client else None


async def _shared(turn: Exchange) -> Medium | None:
    whose = await kept_media.owner(turn.unit, turn.key) if turn.who.therapist else None
    if whose is None:
        return None
    client = await people.client_in_care(turn.unit, turn.therapist.id, whose)
    one = await kept_media.own(turn.unit, turn.key, whose) if client else None
    entry = await entries.of_session(turn.unit, one.session) if one else None
    if one is None or entry is None or not await _is_shown(turn, entry, one):
        return None
    await audit.note(turn.unit, turn.person.id, "read.entry", whose, entry.id)
    return one


async def _is_shown(turn: Exchange, entry: Written, one: Medium) -> bool:
    shown = await enclosures.of_entry(turn.unit, entry) if entry.sharing == "all" else []
    return one.id in {each.id for each in shown}
