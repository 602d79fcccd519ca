"""/export of a therapist: whose records, from when on, in which form; then it is made and sent."""

from bot.exchange import Exchange
from bot.handlers.therapist_whom import active_of, one_of
from conversations.message import Button, tap
from homework import reporting
from homework.records import PERIODS
from homework.reports.filing import FORMS
from homework.store import people
from homework.store.people import Client


async def export(turn: Exchange) -> None:
    """/export: whose. A therapist who is a client too finds their own copy here."""
    if not await active_of(turn):
        own = tap(turn.texts.plain("take-own"), "copy", "", "mine")
        rows = ((own,),) if turn.who.client is not None else ()
        turn.say(turn.texts.html("take-nobody"), rows)
    elif client := await one_of(turn, "export", turn.incoming.args.strip()):
        turn.say(*_periods(turn, client), client=client.id)


async def pressed(turn: Exchange) -> None:
    """A client, a period of theirs, a form of that. Only of clients in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    period, _, form = turn.value.partition(".")
    known = turn.value == "ask" or (period in PERIODS and (not form or form in FORMS))
    if client is None or client.state != "active" or not known:
        turn.notice = turn.texts.plain("tap-stale")
    elif period == "ask":
        await turn.redraw(*_periods(turn, client), client=client.id)
    elif not form:
        await turn.redraw(*_forms(turn, client, period), client=client.id)
    else:
        await _make(turn, client, period, form)


async def _make(turn: Exchange, client: Client, period: str, form: str) -> None:
    await reporting.ask_records(turn.unit, turn.person, client, period, form)
    text = turn.texts.html(
        "take-being-made",
        name=client.code_name,
        period=turn.texts.plain(f"take-{period}"),
        form=turn.texts.plain(f"take-{form}"),
    )
    await turn.redraw(text, client=client.id)


def _periods(turn: Exchange, client: Client) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    rows = tuple((tap(turn.texts.plain(f"take-{one}"), "take", client.id, one),) for one in PERIODS)
    return turn.texts.html("take-period", name=client.code_name), rows


def _forms(
    turn: Exchange, client: Client, period: str
) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    rows = tuple(
        (tap(turn.texts.plain(f"take-{form}"), "take", client.id, f"{period}.{form}"),)
        for form in FORMS
    )
    said = turn.texts.plain(f"take-{period}")
    return turn.texts.html("take-format", name=client.code_name, period=said), rows
