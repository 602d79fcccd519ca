"""/report: a report to print, of one client and a period; it comes as a document of its own."""

from bot.exchange import Exchange
from bot.handlers.therapist_whom import active_of, ask, is_clear, meant
from conversations.message import tap
from homework import reporting
from homework.reports.period import PERIODS
from homework.store import people
from homework.store.people import Client


async def report(turn: Exchange) -> None:
    """Ask of whom, unless there is only one client, and of which time."""
    clients = await active_of(turn)
    meaning = meant(turn, clients)
    if not clients:
        turn.say(turn.texts.html("report-nobody"))
    elif is_clear(turn, meaning):
        _ask(turn, meaning[0])
    else:
        await ask(turn, "report", meaning)


async def pressed(turn: Exchange) -> None:
    """A client or a period was chosen. Only for clients in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    periods = {str(days): days for days in PERIODS}
    if client is None or client.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value == "ask":
        _ask(turn, client)
    elif turn.value in periods:
        key = reporting.paper_key(periods[turn.value])
        await reporting.ask(turn.unit, turn.person, client, key, own=False)
        turn.notice = turn.texts.plain("report-being-made")
    else:
        turn.notice = turn.texts.plain("tap-stale")


def _ask(turn: Exchange, client: Client) -> None:
    rows = tuple(
        (tap(turn.texts.plain("report-weeks", weeks=days // 7), "rep", client.id, str(days)),)
        for days in PERIODS
    )
    turn.say(turn.texts.html("report-ask", name=client.code_name), rows, client=client.id)
