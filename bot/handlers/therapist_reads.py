"""What a therapist reads: today at a glance, the clients, one client's page, the entries."""

from bot.exchange import Exchange
from bot.handlers.client_joins import confirm_buttons
from conversations.markup import split
from conversations.message import Button, tap
from homework import digest as digests
from homework import digesting, reading
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
    if client.state == "invited":
        rows.append((tap(turn.texts.plain("invite-again"), "invite", client.id, "link"),))
    if client.state == "unconfirmed":
        rows.append(confirm_buttons(turn.texts, client.id, client.check_number or ""))
    start = turn.now - digesting.timedelta(days=digesting.DAYS)
    found = await entries.since(turn.unit, [client.id], start)
    found.sort(key=lambda one: (one.read_at is not None, -one.closed_at.timestamp()))
    rows += [(_entry_button(turn, one),) for one in found[:MOST_ENTRIES]]
    if client.state == "active":
        rows.append((tap(turn.texts.plain("assign-now"), "assign", client.id, "go"),))
    return rows


def _entry_button(turn: Exchange, one: Written) -> Button:
    zone = digesting.zone_of(turn.therapist)
    at = one.closed_at.astimezone(zone)
    key = "entry-button-new" if one.read_at is None else "entry-button"
    title = str(one.body.get("title", one.worksheet))
    label = turn.texts.plain(key, day=f"{day_words(at.date(), turn.texts)} {at:%H:%M}", title=title)
    return tap(label[:60], "ent", one.id, "open")


async def entry_pressed(turn: Exchange) -> None:
    """Open an entry, as far as it is shared; that it was read is written down."""
    whose = await entries.owner(turn.unit, turn.key)
    client = await people.client_in_care(turn.unit, turn.therapist.id, whose) if whose else None
    one = await entries.own(turn.unit, turn.key, client.id) if client else None
    sheet = turn.house.shelf.newest.get(one.worksheet) if one else None
    if one is None or client is None or sheet is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await entries.mark_read(turn.unit, one.id)
    await audit.note(turn.unit, turn.person.id, "read.entry", client.id, one.id)
    text = reading.entry_html(one, turn.house.shelf.worksheet(sheet), turn.texts)
    back = tap(client.code_name, "client", client.id, "page")
    head = turn.texts.html("entry-of", name=client.code_name)
    *before, last = split(f"<b>{head}</b>\n{text}", MESSAGE_LIMIT)
    for part in before:
        turn.say(part, client=client.id)
    turn.say(last, ((back,),), client=client.id)
