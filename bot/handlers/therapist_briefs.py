"""/brief: one client before a session, and the days and entries behind each of its numbers."""

from collections.abc import Collection, Sequence

from bot.exchange import Exchange
from bot.handlers import therapist_reviews
from bot.handlers.client_joins import in_columns
from bot.handlers.therapist_whom import active_of, one_of
from conversations.markup import plain, shorten, units
from conversations.message import Button, tap
from conversations.model import Worksheet
from conversations.texts import Texts
from homework import brief_span, briefing, noted, reading, wrapping
from homework.brief_span import CHOICES, SINCE
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.store import assignments, audit, entries, feedback, occurrences, people
from homework.store.entries import Written
from homework.store.occurrences import Occurrence
from homework.store.people import Client

SEEN = "seen"
MOST_ENTRIES = 24
ROOM = 3600


async def brief(turn: Exchange) -> None:
    """/brief: for whom; with one client, or a code name typed behind it, at once."""
    if not await active_of(turn):
        turn.say(turn.texts.html("brief-nobody"))
    elif client := await one_of(turn, "brief", turn.incoming.args.strip()):
        await _show(turn, client, SINCE)


async def pressed(turn: Exchange) -> None:
    """A button of a brief: other days, or that it is read. Only of clients in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    days = SINCE if turn.value == SEEN else _days(turn.value)
    if client is None or client.state != "active" or days is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await _show(turn, client, days)


def _days(value: str) -> int | None:
    return next((days for days in CHOICES if value == f"d{days}"), None)


async def _show(turn: Exchange, client: Client, days: int) -> None:
    message = await briefing.of_client(
        turn.unit, turn.house, turn.therapist, client, turn.texts, days
    )
    await audit.note(turn.unit, turn.person.id, "read.brief", client.id)
    span = await brief_span.of_days(turn.unit, turn.therapist, client, days)
    await noted.opened(turn.unit, turn.therapist, client.id, span.reach)
    if turn.value == SEEN:
        turn.notice = turn.texts.plain("brief-seen-now")
        await turn.redraw(message.html, message.buttons, client=client.id)
    else:
        turn.say(message.html, message.buttons, client=client.id)


async def _opened_below(turn: Exchange, client: Client) -> None:
    """Write down that a brief was read, and the notes in it: a button under it was pressed."""
    await audit.note(turn.unit, turn.person.id, "read.brief", client.id)
    await noted.opened_below(turn.unit, turn.therapist, client.id)


async def queue_pressed(turn: Exchange) -> None:
    """What is new of one client, the oldest first. Only of clients in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or turn.value != "go":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await _opened_below(turn, client)
    await therapist_reviews.next_of(turn, client)


# What the numbers are -----------------------------------------------------------------------------


async def traced_pressed(turn: Exchange) -> None:
    """The days of one practice behind the numbers of a brief, each with what became of it."""
    owner, days = await assignments.owner(turn.unit, turn.key), _days(turn.value)
    client = await people.client_in_care(turn.unit, turn.therapist.id, owner) if owner else None
    one = await assignments.own(turn.unit, turn.key, client.id) if client else None
    if client is None or one is None or days is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await _opened_below(turn, client)
    start = (await brief_span.of_days(turn.unit, turn.therapist, client, days)).begins
    planned = await occurrences.since(turn.unit, [client.id], start)
    found = [
        each
        for each in await entries.lately(turn.unit, client.id, start)
        if each.assignment == one.id
    ]
    sheet = turn.house.sheet(one.worksheet, turn.texts)
    due = [each for each in planned if each.assignment == one.id]
    lines = _lines(turn, client, sheet, due, found, await _made_smaller(turn, found))
    head = turn.texts.html("brief-list-head", title=sheet.title, name=client.code_name)
    clock = turn.texts.html("brief-list-clock", name=client.code_name)
    text = "\n".join([head, clock, "", *_fitting(turn, lines)])
    new = await entries.unread(turn.unit, client.id, turn.therapist.id)
    buttons = [_entry_button(turn, client, each, new) for each in found[::-1]]
    rows = in_columns(buttons[:MOST_ENTRIES])
    if (more := len(buttons) - MOST_ENTRIES) > 0:
        label = turn.texts.plain("and-more", count=more)
        rows = (*rows, (tap(label, "client", client.id, "entries.0"),))
    back = tap(shorten(client.code_name, 24), "brief", client.id, f"d{days}")
    turn.say(text, (*rows, (back,)), client=client.id)


async def _made_smaller(turn: Exchange, found: Sequence[Written]) -> set[str]:
    """Return the entries that were made smaller than it was agreed then."""
    start = min((one.began_at for one in found), default=turn.now)
    steps = await feedback.smaller_since(turn.unit, {one.client for one in found}, start)
    return {
        one.id
        for one in found
        for _, assignment, at in steps
        if assignment == one.assignment and one.began_at <= at <= one.closed_at
    }


def _lines(
    turn: Exchange,
    client: Client,
    sheet: Worksheet,
    planned: Sequence[Occurrence],
    found: Sequence[Written],
    smaller: Collection[str],
) -> list[str]:
    """One line for each moment and each entry written without a prompt, newest first."""
    zone, texts = zone_of(client), turn.texts
    due = [one for one in planned if one.planned_at and one.planned_at <= turn.now]
    written = {one.occurrence: one for one in found}
    rows = [
        (
            one.planned_at or turn.now,
            _more(texts, _state(turn, sheet, one), smaller, one, written.get(one.id)),
        )
        for one in due
    ]
    alone = texts.plain("brief-state-unprompted")
    rows += [
        (one.began_at, _more(texts, alone, smaller, None, one))
        for one in found
        if not one.occurrence
    ]
    lines: list[str] = []
    for at, state in sorted(rows, reverse=True):
        local = at.astimezone(zone)
        when = f"{day_words(local.date(), texts)} {local:%H:%M}"
        lines.append(texts.html("brief-list-line", when=when, state=state))
    return lines or [texts.html("brief-list-none")]


def _state(turn: Exchange, sheet: Worksheet, one: Occurrence) -> str:
    texts, state = turn.texts, one.state.replace("_", "-")
    step = sheet.by_id.get(one.step_reached or "")
    if one.state == "partial" and step:
        return texts.plain("brief-state-partial-at", label=step.name)
    if one.state == "skipped" and one.reason:
        why = texts.plain(f"brief-said-{one.reason.replace('_', '-')}")
        return texts.plain("brief-state-skipped-for", why=why)
    if one.state == "not_delivered" and one.reason:
        why = texts.plain(f"code-reason-{one.reason.replace('_', '-')}")
        return texts.plain("brief-state-not-delivered-for", why=why)
    if one.state in ("planned", "prompted", "opened"):
        return texts.plain("brief-state-open")
    return texts.plain(f"brief-state-{state}")


def _more(
    texts: Texts,
    state: str,
    smaller: Collection[str],
    one: Occurrence | None,
    written: Written | None,
) -> str:
    """A state with what else the brief counts of it: put off, made smaller than agreed, from
    memory, too much, kept."""
    if one and one.snoozes:
        state = texts.plain("brief-state-put-off", state=state, count=one.snoozes)
    if written and written.id in smaller:
        state = texts.plain("brief-state-smaller", state=state)
    if written and written.recalled:
        state = texts.plain("reading-recalled", state=state)
    if written and wrapping.was_too_much(written):
        state = texts.plain("brief-state-much", state=state)
    if written and written.sharing == "nothing":
        state = texts.plain("brief-state-kept", state=state)
    return state


def _fitting(turn: Exchange, lines: Sequence[str]) -> list[str]:
    """As many lines as one message takes, the newest; how many did not fit is said."""
    room = ROOM
    for number, line in enumerate(lines):
        room -= units(plain(line)) + 1
        if room < 0:
            more = turn.texts.html("brief-list-more", count=len(lines) - number)
            return [*lines[:number], more]
    return list(lines)


def _entry_button(turn: Exchange, client: Client, one: Written, new: Collection[str]) -> Button:
    at = one.closed_at.astimezone(zone_of(client))
    day = f"{day_words(at.date(), turn.texts)} {at:%H:%M}"
    title = reading.title_of(turn.house, one, turn.texts)
    key = "entry-button-new" if one.id in new else "entry-button"
    return tap(turn.texts.plain(key, day=day, title=title)[:60], "ent", one.id, "open")
