"""Who is under 18, where the practice works with the young: the therapist records the age band and
a guardian's consent, and then the client is asked for their own."""

from bot.exchange import Exchange
from conversations.message import Rows, tap
from conversations.texts import Texts
from homework import agreeing, joining
from homework.ids import new_id
from homework.moments import audible
from homework.outgoing import Outgoing
from homework.store import people

BANDS = ("13-15", "16-17")


async def pressed(turn: Exchange) -> None:
    """Which age, and that a guardian agreed. Only for one's own client who is under 18."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state != "under_age" or not turn.house.minors:
        turn.notice = turn.texts.plain("tap-stale")
        return
    what, _, band = turn.value.partition(".")
    name = {"name": client.code_name}
    if turn.value == "ask":
        rows = [(tap(turn.texts.plain(f"minor-{one}"), "minor", client.id, one),) for one in BANDS]
        turn.say(turn.texts.html("minor-ask", **name), tuple(rows), client=client.id)
    elif turn.value in BANDS:
        yes = tap(turn.texts.plain("minor-guardian-yes"), "minor", client.id, f"yes.{turn.value}")
        await turn.redraw(turn.texts.html("minor-guardian", **name), ((yes,),), client=client.id)
    elif what == "yes" and band in BANDS:
        await joining.guardian_agreed(turn.unit, turn.person.id, client, band)
        await turn.redraw(turn.texts.html("minor-kept", **name), client=client.id)
        await _ask_client(turn, client.id)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _ask_client(turn: Exchange, key: str) -> None:
    """Tell the client that somebody agreed for them, and ask for their own consent."""
    client = await people.client_by_id(turn.unit, key)
    if client is None or client.person is None:
        return
    person = await people.person_by_id(turn.unit, client.person)
    if person is None:
        return
    await turn.tell_client(client, "join-youth")
    consent = await agreeing.text(turn.unit, turn.house, person, client)
    quiet = audible(client, turn.now) > turn.now
    message, once = consent.message, new_id(turn.now)
    turn.unit.post(Outgoing(person.id, client.id, "ack", message, once, silent=quiet))


def guardian_buttons(texts: Texts, client: str) -> Rows:
    """Return the button under the news that a client is under 18."""
    return ((tap(texts.plain("minor-button"), "minor", client, "ask"),),)
