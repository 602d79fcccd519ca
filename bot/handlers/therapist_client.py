"""One client's page: what stands on it is `homework/client_page.py`; here are its buttons.

To add a button, put a pair (words, noun, value) into `_actions`, or a row into `_rows`.
"""

from collections.abc import Collection

from bot.exchange import Exchange
from bot.handlers.client_joins import confirm_buttons, in_columns
from conversations.markup import shorten
from conversations.message import Button, tap
from homework import client_page, digesting, joining, noted, predictions, reading
from homework.client_page import Opened
from homework.hours import zone_of
from homework.prompt_texts import day_words
from homework.reports.material import LEAST
from homework.store import audit, entries, people
from homework.store.entries import Written
from homework.store.people import Client

MOST_ENTRIES = 5
MOST_PRACTICES = 6
A_PAGE = 20
LABEL = 60
ENTRIES, PREDICTED = "entries", "predicted"

_ACTIONS = (
    ("brief-button", "brief", "d7"),
    ("session-page", "meet", "show"),
    ("notes-button", "notes", "show"),
    ("nudge-button", "nudge", "go"),
    ("client-report", "rep", "ask"),
    ("client-records", "take", "ask"),
)
"""What can be done with a client who is here: words, noun and value of a button, two in a row."""


async def pressed(turn: Exchange) -> None:
    """One client's page, or all their entries. Only clients in one's own care have one."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    what, _, first = turn.value.partition(".")
    if client is None or what not in ("page", ENTRIES, PREDICTED):
        turn.notice = turn.texts.plain("tap-stale")
    elif what in (ENTRIES, PREDICTED):
        await _entries(turn, client, what, int(first) if first.isdecimal() else 0)
    else:
        await _page(turn, client)


async def _page(turn: Exchange, client: Client) -> None:
    await audit.note(turn.unit, turn.person.id, "read.page", client.id)
    seen = await client_page.opened(turn.unit, turn.house, turn.therapist, client, turn.texts)
    text = await client_page.page(seen)
    week = digesting.period(turn.therapist, turn.now)
    start = digesting.begin_of(week.start, turn.therapist, turn.now)
    await noted.opened(turn.unit, turn.therapist, client.id, start)
    turn.say(text, tuple(await _rows(turn, seen)), client=client.id)


# Its buttons --------------------------------------------------------------------------------------


async def _rows(turn: Exchange, seen: Opened) -> list[tuple[Button, ...]]:
    client = seen.client
    rows = _before_all(turn, client)
    rows += await _recent(turn, client)
    if client.state == "active":
        rows += _practices(turn, seen)
        rows += await _actions(turn, client)
    return rows


def _before_all(turn: Exchange, client: Client) -> list[tuple[Button, ...]]:
    """What somebody waits for."""
    rows: list[tuple[Button, ...]] = []
    if client.state in joining.MAY_BE_INVITED:
        rows.append((tap(turn.texts.plain("invite-again"), "invite", client.id, "link"),))
    if client.state == "unconfirmed":
        rows.append(confirm_buttons(turn.texts, client.id, client.check_number or ""))
    if client.erase_at is not None:
        rows.append((tap(turn.texts.plain("erase-ask-button"), "erase", client.id, "ask"),))
    return rows


async def _recent(turn: Exchange, client: Client) -> list[tuple[Button, ...]]:
    """The entries of the week and all new, the new first; all others behind one button."""
    start = turn.now - digesting.timedelta(days=digesting.DAYS)
    found = await entries.since(turn.unit, [client.id], start, turn.therapist.id)
    new = await entries.unread(turn.unit, client.id, turn.therapist.id)
    found.sort(key=lambda one: (one.id not in new, -one.closed_at.timestamp()))
    series = {one.worksheet: one for one in reversed(found) if digesting.is_series(turn.house, one)}
    rows = [(_series_button(turn, one, found, new),) for one in series.values()]
    single = [one for one in found if one.worksheet not in series]
    rows += [(entry_button(turn, one, new),) for one in single[:MOST_ENTRIES]]
    count = await entries.count_of_client(turn.unit, client.id)
    if count > len(single[:MOST_ENTRIES]):
        label = turn.texts.plain("client-entries", count=count)
        rows.append((tap(label, "client", client.id, f"{ENTRIES}.0"),))
    return rows


def _series_button(
    turn: Exchange, one: Written, found: list[Written], new: Collection[str]
) -> Button:
    """One button for all points of a series; it carries the newest of them."""
    points = [other for other in found if other.worksheet == one.worksheet]
    unread = any(other.id in new for other in points)
    key = "points-button-new" if unread else "points-button"
    title = reading.title_of(turn.house, one, turn.texts)
    label = turn.texts.plain(key, title=title, count=len(points))
    return tap(label[:LABEL], "ent", one.id, "points")


def entry_button(turn: Exchange, one: Written, new: Collection[str]) -> Button:
    """Return a button that opens an entry: when it was written, and whether it is among the new."""
    at = one.closed_at.astimezone(zone_of(turn.therapist))
    key = "entry-button-new" if one.id in new else "entry-button"
    title = reading.title_of(turn.house, one, turn.texts)
    label = turn.texts.plain(key, day=f"{day_words(at.date(), turn.texts)} {at:%H:%M}", title=title)
    return tap(label[:LABEL], "ent", one.id, "open")


def _practices(turn: Exchange, seen: Opened) -> list[tuple[Button, ...]]:
    """Each practice that is set or offered, and one more."""
    rows: list[tuple[Button, ...]] = []
    for one in seen.standing[:MOST_PRACTICES]:
        title = turn.house.sheet(one.worksheet, turn.texts).title
        label = turn.texts.plain("client-practice-button", title=title)
        rows.append((tap(shorten(label, LABEL), "prac", one.id, "show"),))
    rows.append((tap(turn.texts.plain("assign-now"), "assign", seen.client.id, "go"),))
    return rows


async def _actions(turn: Exchange, client: Client) -> list[tuple[Button, ...]]:
    texts = turn.texts
    buttons = [tap(texts.plain(key), noun, client.id, value) for key, noun, value in _ACTIONS]
    if await entries.count_of_client(turn.unit, client.id) >= LEAST:
        buttons.append(tap(texts.plain("pic-button"), "cpic", client.id, "menu"))
    fits = tap(texts.plain("page-button", name=client.code_name), "page", client.id, "show")
    plan = tap(texts.plain("plan-button"), "plan", client.id, "show")
    care = tap(texts.plain("care-button"), "care", client.id, "show")
    return [*in_columns(buttons), (fits, plan), (care,)]


# All entries --------------------------------------------------------------------------------------


async def _entries(turn: Exchange, client: Client, what: str, first: int) -> None:
    """All entries, or those whose prediction came to its day: newest first, some on a page; none is
    opened by it."""
    if what == PREDICTED:
        every = await _predicted(turn, client)
        count, found = len(every), every[first:][:A_PAGE]
    else:
        count = await entries.count_of_client(turn.unit, client.id)
        found = await entries.newest_of_client(turn.unit, client.id, A_PAGE, first)
    new = await entries.unread(turn.unit, client.id, turn.therapist.id)
    rows = [(entry_button(turn, one, new),) for one in found]
    turned = [
        tap(turn.texts.plain(key), "client", client.id, f"{what}.{at}")
        for key, at in (("clients-before", first - A_PAGE), ("clients-more", first + A_PAGE))
        if 0 <= at < count
    ]
    rows += [tuple(turned)] if turned else []
    rows.append((tap(client.code_name, "client", client.id, "page"),))
    text = turn.texts.html(
        "client-entries-head",
        name=client.code_name,
        first=first + bool(found),
        last=first + len(found),
        count=count,
    )
    await turn.redraw(text, tuple(rows), client=client.id)


async def _predicted(turn: Exchange, client: Client) -> list[Written]:
    """The sheets that the brief's line over all predictions counts, and those kept from it."""
    kinds = predictions.kinds(turn.house).keys()
    found = await entries.of_sheets(turn.unit, client.id, kinds)
    return [one for one in reversed(found) if one.state == "done"]
