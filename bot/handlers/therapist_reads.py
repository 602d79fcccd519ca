"""What a therapist reads: today at a glance, the clients, one client's page."""

from bot.exchange import Exchange
from bot.handlers.client_joins import confirm_buttons, in_columns
from conversations.message import Button, tap
from homework import client_lines, digesting, joining, noted, reading
from homework import digest as digests
from homework.prompt_texts import day_words
from homework.reports.material import LEAST
from homework.store import audit, entries, people
from homework.store.entries import Written
from homework.store.people import Client

MOST_ENTRIES = 8
A_PAGE = 20
PART_BYTES = 40
"""Of a part of a code name that a button carries."""


async def glance(turn: Exchange) -> None:
    """/start of a therapist: the digest, and what can be done."""
    await digest(turn)


async def digest(turn: Exchange) -> None:
    """/digest: all clients by need, as it stands now."""
    message = await digesting.digest_of(turn.unit, turn.house, turn.therapist, turn.texts)
    turn.say(message.html, message.buttons)


async def clients(turn: Exchange) -> None:
    """/clients: the list, one tap to a page; a part of a code name behind it finds some."""
    await _list(turn, turn.incoming.args, 0)


async def _list(turn: Exchange, part: str, page: int) -> None:
    every = await people.clients_of(turn.unit, turn.therapist.id)
    if not every:
        row = (tap(turn.texts.plain("invite-first"), "cmd", "invite", "go"),)
        turn.say(turn.texts.html("clients-none"), (row,))
        return
    found = [one for one in every if part.strip().casefold() in one.code_name.casefold()]
    found.sort(key=lambda one: one.code_name.casefold())
    if not found:
        await turn.expect("clients")
        turn.say(turn.texts.html("clients-found-none", text=part.strip()[:40]))
        return
    first = min(page, (len(found) - 1) // A_PAGE) * A_PAGE
    buttons = [tap(one.code_name, "client", one.id, "page") for one in found[first:][:A_PAGE]]
    rows = in_columns(buttons) if len(found) > A_PAGE else [(one,) for one in buttons]
    turned: list[Button] = []
    if first:
        turned.append(_turn(turn.texts.plain("clients-before"), first // A_PAGE - 1, part))
    if first + A_PAGE < len(found):
        turned.append(_turn(turn.texts.plain("clients-more"), first // A_PAGE + 1, part))
    invite = tap(turn.texts.plain("invite-another"), "cmd", "invite", "go")
    text = turn.texts.html("clients-head", count=len(every))
    if len(every) > A_PAGE:
        await turn.expect("clients")
        text += " " + turn.texts.html("clients-find")
    await turn.redraw(text, (*rows, *([tuple(turned)] if turned else []), (invite,)))


def _turn(label: str, page: int, part: str) -> Button:
    """A button to another page of what was looked for, as much of it as callback data holds."""
    looked_for = part.strip().encode()[:PART_BYTES].decode(errors="ignore")
    return tap(label, "clients", "page", f"{page}.{looked_for}")


async def clients_pressed(turn: Exchange) -> None:
    """Another page of the list, or of those that were looked for."""
    page, _, part = turn.value.partition(".")
    await _list(turn, part, int(page) if page.isdecimal() else 0)


async def clients_typed(turn: Exchange, _: str) -> None:
    """A part of a code name was typed."""
    await turn.expect(None)
    await _list(turn, turn.incoming.text, 0)


async def client_pressed(turn: Exchange) -> None:
    """One client's page. Only clients in one's own care have one."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await audit.note(turn.unit, turn.person.id, "read.page", client.id)
    facts = await client_lines.facts_of(turn.unit, turn.house, turn.therapist, client, turn.texts)
    span = digesting.period(turn.therapist, turn.now)
    text = digests.client_page(facts, turn.texts, span)
    await noted.opened(turn.unit, turn.person.id, client.id)
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
    series = {one.worksheet: one for one in reversed(found) if digesting.is_series(turn.house, one)}
    rows += [(_series_button(turn, one, found),) for one in series.values()]
    single = [one for one in found if one.worksheet not in series]
    rows += [(_entry_button(turn, one),) for one in single[:MOST_ENTRIES]]
    if client.state == "active":
        rows.append((tap(turn.texts.plain("assign-now"), "assign", client.id, "go"),))
        if await entries.count_of_client(turn.unit, client.id) >= LEAST:
            rows.append((tap(turn.texts.plain("pic-button"), "cpic", client.id, "menu"),))
        rows.append((tap(turn.texts.plain("session-page"), "meet", client.id, "show"),))
        brief = tap(turn.texts.plain("brief-button"), "brief", client.id, "d7")
        notes = tap(turn.texts.plain("notes-button"), "notes", client.id, "show")
        rows.append((brief, notes))
        fits = turn.texts.plain("page-button", name=client.code_name)
        rows.append((tap(fits, "page", client.id, "show"),))
    return rows


def _series_button(turn: Exchange, one: Written, found: list[Written]) -> Button:
    """One button for all points of a series; it carries the newest of them."""
    points = [other for other in found if other.worksheet == one.worksheet]
    unread = any(other.read_at is None for other in points)
    key = "points-button-new" if unread else "points-button"
    title = reading.title_of(turn.house, one, turn.texts)
    label = turn.texts.plain(key, title=title, count=len(points))
    return tap(label[:60], "ent", one.id, "points")


def _entry_button(turn: Exchange, one: Written) -> Button:
    zone = digesting.zone_of(turn.therapist)
    at = one.closed_at.astimezone(zone)
    key = "entry-button-new" if one.read_at is None else "entry-button"
    title = reading.title_of(turn.house, one, turn.texts)
    label = turn.texts.plain(key, day=f"{day_words(at.date(), turn.texts)} {at:%H:%M}", title=title)
    return tap(label[:60], "ent", one.id, "open")
