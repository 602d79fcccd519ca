"""Care of one client: its end, a colleague beside or in one's place; and the colleague's answer."""

from bot.exchange import Exchange
from bot.handlers.client_joins import in_columns
from conversations.message import Rows, tap
from homework import caring, covering, safeguarding
from homework.store import handovers, people
from homework.store.handovers import BESIDE, NEXT
from homework.store.people import Client

MOST = 20
WAYS = {"n": NEXT, "b": BESIDE}


async def pressed(turn: Exchange) -> None:
    """What becomes of the care of a client. Only in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state not in ("active", "unconfirmed"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    way, _, whom = turn.value.partition(".")
    name = {"name": client.code_name}
    if turn.value == "show":
        turn.say(turn.texts.html("care-ask", **name), _ways(turn, client), client=client.id)
    elif turn.value in ("end", "ended") and await safeguarding.is_open(turn.unit, client):
        await turn.redraw(turn.texts.html("care-alert-first", **name), client=client.id)
    elif turn.value == "end":
        others = await _others(turn, client)
        told = {"count": turn.house.retention_days, "others": others, **name}
        text = turn.texts.html("care-end-ask-beside" if others else "care-end-ask", **told)
        await turn.redraw(text, _end_rows(turn, client), client=client.id)
    elif turn.value == "ended":
        others = await _others(turn, client)
        await caring.end(turn.unit, turn.house, turn.therapist, client)
        key = "care-ended-beside" if others else "care-ended"
        await turn.redraw(turn.texts.html(key, others=others, **name))
    elif turn.value in ("next", "beside") and client.state == "active":
        await _ask_whom(turn, client)
    elif way in WAYS and client.state == "active":
        await _ask_colleague(turn, client, WAYS[way], whom)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _others(turn: Exchange, client: Client) -> str:
    """Who goes on with a client when the therapist's own care ends, "" where nobody does."""
    found = await people.therapists_of(turn.unit, client.id)
    return ", ".join(one.name for one in found if one.id != turn.therapist.id)


def _ways(turn: Exchange, client: Client) -> Rows:
    names = ("end", "next", "beside") if client.state == "active" else ("end",)
    rows = [(tap(turn.texts.plain(f"care-{one}"), "care", client.id, one),) for one in names]
    return (*rows, (tap(client.code_name, "client", client.id, "page"),))


def _end_rows(turn: Exchange, client: Client) -> Rows:
    """The report and the file first: afterwards nothing can be taken any more."""
    report = tap(turn.texts.plain("care-report"), "rep", client.id, "ask")
    records = tap(turn.texts.plain("care-records"), "take", client.id, "ask")
    yes = tap(turn.texts.plain("care-end-yes"), "care", client.id, "ended")
    back = tap(turn.texts.plain("care-not-now"), "client", client.id, "page")
    return ((report,), (records,), (yes,), (back,))


async def _ask_whom(turn: Exchange, client: Client) -> None:
    caring_now = {one.id for one in await people.therapists_of(turn.unit, client.id)}
    found = await covering.colleagues(turn.unit, turn.therapist)
    buttons = [
        tap(one.name[:60], "care", client.id, f"{turn.value[0]}.{one.id}")
        for one in found
        if one.id not in caring_now
    ]
    key = f"care-whom-{turn.value}" if buttons else "care-nobody"
    await turn.redraw(turn.texts.html(key, name=client.code_name), in_columns(buttons[:MOST], 1))


async def _ask_colleague(turn: Exchange, client: Client, way: str, whom: str) -> None:
    caring_now = {one.id for one in await people.therapists_of(turn.unit, client.id)}
    found = {one.id: one for one in await covering.colleagues(turn.unit, turn.therapist)}
    colleague = found.get(whom)
    if colleague is None or whom in caring_now:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await caring.ask_colleague(turn.unit, turn.house, turn.therapist, colleague, client, way)
    await turn.redraw(turn.texts.html("care-asked", name=client.code_name, who=colleague.name))


async def heir_pressed(turn: Exchange) -> None:
    """A colleague says whether they care for somebody from now on. Only who was asked can, and
    about what they were asked."""
    offer = await handovers.by_id(turn.unit, turn.key)
    mine = offer is not None and offer.therapist.id == turn.therapist.id and not offer.agreed
    client = await people.client_by_id(turn.unit, offer.client) if offer and mine else None
    if offer is None or client is None or turn.value not in ("yes", "no"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    yes = turn.value == "yes"
    await caring.colleague_answers(turn.unit, turn.house, client, offer, yes=yes)
    await turn.redraw(turn.texts.html("heir-agreed" if yes else "heir-refused"))
