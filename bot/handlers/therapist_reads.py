"""What a therapist reads: today at a glance, the clients, one client's page, the entries."""

from bot.exchange import Exchange
from bot.handlers.client_joins import confirm_buttons
from conversations.markup import escape, split
from conversations.message import Button, tap
from conversations.model import Worksheet
from homework import digest as digests
from homework import digesting, joining, reading
from homework.moments import zone_of
from homework.points import by_day
from homework.prompt_texts import day_words
from homework.store import audit, entries, people
from homework.store.entries import Written
from homework.store.people import Client

MOST_ENTRIES = 8
MESSAGE_LIMIT = 4096


async def glance(turn: Exchange) -> None:
    """/start of a therapist: the digest, and what can be done."""
    await digest(turn)


async def digest(turn: Exchange) -> None:
    """/digest: all clients by need, as it stands now."""
    message = await digesting.digest_of(turn.unit, turn.house, turn.therapist, turn.texts)
    turn.say(message.html, message.buttons)


async def clients(turn: Exchange) -> None:
    """/clients: the list, one tap to a page."""
    found = await people.clients_of(turn.unit, turn.therapist.id)
    if not found:
        row = (tap(turn.texts.plain("invite-first"), "cmd", "invite", "go"),)
        turn.say(turn.texts.html("clients-none"), (row,))
        return
    rows = [(tap(client.code_name, "client", client.id, "page"),) for client in found[:90]]
    rows.append((tap(turn.texts.plain("invite-another"), "cmd", "invite", "go"),))
    turn.say(turn.texts.html("clients-head", count=len(found)), tuple(rows))


async def client_pressed(turn: Exchange) -> None:
    """One client's page. Only clients in one's own care have one."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await audit.note(turn.unit, turn.person.id, "read.page", client.id)
    facts = await digesting.facts_of(turn.unit, turn.house, turn.therapist, [client], turn.texts)
    span = digesting.period(turn.therapist, turn.now)
    text = digests.client_page(facts[0], turn.texts, span)
    turn.say(text, tuple(await _page_buttons(turn, client)), client=client.id)


async def _page_buttons(turn: Exchange, client: Client) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    if client.state in joining.MAY_BE_INVITED:
        rows.append((tap(turn.texts.plain("invite-again"), "invite", client.id, "link"),))
    if client.state == "unconfirmed":
        rows.append(confirm_buttons(turn.texts, client.id, client.check_number or ""))
    if client.erase_at is not None:
        rows.append((tap(turn.texts.plain("erase-ask-button"), "erase", client.id, "ask"),))
    start = turn.now - digesting.timedelta(days=digesting.DAYS)
    found = await entries.since(turn.unit, [client.id], start)
    found.sort(key=lambda one: (one.read_at is not None, -one.closed_at.timestamp()))
    series = {one.worksheet: one for one in reversed(found) if _is_series(turn, one)}
    rows += [(_series_button(turn, one, found),) for one in series.values()]
    single = [one for one in found if one.worksheet not in series]
    rows += [(_entry_button(turn, one),) for one in single[:MOST_ENTRIES]]
    if client.state == "active":
        rows.append((tap(turn.texts.plain("assign-now"), "assign", client.id, "go"),))
        rows.append((tap(turn.texts.plain("session-page"), "meet", client.id, "show"),))
        fits = turn.texts.plain("page-button", name=client.code_name)
        rows.append((tap(fits, "page", client.id, "show"),))
    return rows


def _is_series(turn: Exchange, one: Written) -> bool:
    ref = turn.house.shelf.newest.get(one.worksheet)
    return ref is not None and turn.house.shelf.worksheet(ref).momentary


def _series_button(turn: Exchange, one: Written, found: list[Written]) -> Button:
    """One button for all points of a series; it carries the newest of them."""
    points = [other for other in found if other.worksheet == one.worksheet]
    unread = any(other.read_at is None for other in points)
    key = "points-button-new" if unread else "points-button"
    title = str(one.body.get("title", one.worksheet))
    label = turn.texts.plain(key, title=title, count=len(points))
    return tap(label[:60], "ent", one.id, "points")


def _entry_button(turn: Exchange, one: Written) -> Button:
    zone = digesting.zone_of(turn.therapist)
    at = one.closed_at.astimezone(zone)
    key = "entry-button-new" if one.read_at is None else "entry-button"
    title = str(one.body.get("title", one.worksheet))
    label = turn.texts.plain(key, day=f"{day_words(at.date(), turn.texts)} {at:%H:%M}", title=title)
    return tap(label[:60], "ent", one.id, "open")


async def _read(turn: Exchange, one: Written, sheet: Worksheet, client: Client) -> str:
    """Return an entry in words, or the whole week of a series; write down what was read."""
    points = [one]
    if turn.value == "points" and one.assignment:
        start = turn.now - digesting.timedelta(days=digesting.DAYS)
        points = await entries.of_assignment(turn.unit, one.assignment, start) or points
    for each in points:
        await entries.mark_read(turn.unit, each.id)
        await audit.note(turn.unit, turn.person.id, "read.entry", client.id, each.id)
    if turn.value == "points":
        head = f"<b>{escape(sheet.title)}</b>"
        return f"{head}\n\n{by_day(sheet, points, zone_of(client), turn.texts)}"
    return reading.entry_html(one, sheet, turn.texts)


async def entry_pressed(turn: Exchange) -> None:
    """Open an entry, as far as it is shared; that it was read is written down."""
    whose = await entries.owner(turn.unit, turn.key)
    client = await people.client_in_care(turn.unit, turn.therapist.id, whose) if whose else None
    one = await entries.own(turn.unit, turn.key, client.id) if client else None
    sheet = reading.sheet_of(turn.house, one, turn.texts) if one else None
    if one is None or client is None or sheet is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    text = await _read(turn, one, sheet, client)
    back = tap(client.code_name, "client", client.id, "page")
    head = turn.texts.html("entry-of", name=client.code_name)
    *before, last = split(f"<b>{head}</b>\n{text}", MESSAGE_LIMIT)
    for part in before:
        turn.say(part, client=client.id)
    turn.say(last, ((back,),), client=client.id)
