"""/report: a report to print, of one client and a period, of all sheets or one kind; a document."""

from zlib import crc32

from bot.exchange import Exchange
from bot.handlers.therapist_whom import active_of, one_of
from conversations.markup import shorten
from conversations.message import Rows, tap
from conversations.model import Worksheet
from homework import reporting
from homework.reports.period import PERIODS
from homework.store import people
from homework.store.people import Client

ONE = "one"
LABEL = 60


async def report(turn: Exchange) -> None:
    """Ask of whom, unless there is only one client, and of which time."""
    if not await active_of(turn):
        turn.say(turn.texts.html("report-nobody"))
    elif client := await one_of(turn, "report", turn.incoming.args.strip()):
        await _ask(turn, client)


async def pressed(turn: Exchange) -> None:
    """A client, a sheet or a period was chosen. Only for clients in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    periods = {str(days): days for days in PERIODS}
    sheets = await reporting.sheets_of(turn.unit, turn.house, client, turn.texts)
    marks = {_mark(one): one for one in sheets}
    what, _, mark = turn.value.partition(".")
    if turn.value == "ask":
        await _ask(turn, client)
    elif what == ONE and mark in marks:
        title = marks[mark].title
        said = turn.texts.html("report-ask-one", name=client.code_name, title=title)
        await turn.redraw(said, _periods(turn, client, f".{mark}"), client=client.id)
    elif what in periods and (not mark or mark in marks):
        key = reporting.paper_key(periods[what], marks[mark].id if mark else "")
        await reporting.ask(turn.unit, turn.person, client, key, own=False)
        turn.notice = turn.texts.plain("report-being-made")
    else:
        turn.notice = turn.texts.plain("tap-stale")


def _mark(sheet: Worksheet) -> str:
    """What stands for a worksheet in a button: its id may be too long."""
    return f"{crc32(sheet.id.encode()):08x}"


def _periods(turn: Exchange, client: Client, behind: str = "") -> Rows:
    return tuple(
        (
            tap(
                turn.texts.plain("report-weeks", weeks=days // 7),
                "rep",
                client.id,
                f"{days}{behind}",
            ),
        )
        for days in PERIODS
    )


async def _ask(turn: Exchange, client: Client) -> None:
    sheets = await reporting.sheets_of(turn.unit, turn.house, client, turn.texts)
    only = tuple(
        (
            tap(
                shorten(turn.texts.plain("report-only", title=one.title), LABEL),
                "rep",
                client.id,
                f"{ONE}.{_mark(one)}",
            ),
        )
        for one in sheets
    )
    said = turn.texts.html("report-ask", name=client.code_name)
    turn.say(said, (*_periods(turn, client), *only), client=client.id)
