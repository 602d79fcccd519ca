"""The client's day: what is due, beginning, putting off, skipping, "too much", sharing."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot import commands
from bot.exchange import Exchange
from bot.handlers import client_contract, client_parts, client_profile, standing
from bot.handlers.client_consents import has_agreed
from conversations.events import Skipped, Stopped, WentBack
from conversations.language import folded
from conversations.message import Message, split_callback, tap
from conversations.session import VARIANTS, Variant
from conversations.typed_moves import gives_up
from homework import (
    agreeing,
    beginning,
    easing,
    leftovers,
    prompt_texts,
    prompting,
    reopening,
)
from homework.moments import audible, zone_of
from homework.store import assignments, materials, occurrences, people, sessions, unopened
from homework.store.occurrences import Occurrence
from homework.store.sessions import Held


async def today(turn: Exchange) -> None:
    """Say where one stands: the open sheet, what is due, what is agreed."""
    lines, rows, begun = await standing.sheets(turn)
    live = await occurrences.live_of_client(turn.unit, turn.client.id)
    found = await assignments.by_ids(turn.unit, {one.assignment for one in live})
    for proposed in await assignments.of_client(
        turn.unit, turn.client.id, *assignments.OPEN_PROPOSALS
    ):
        key = "today-waits-room" if proposed.state == assignments.WAITS else "today-proposed"
        lines.append(turn.texts.html(key, title=_title(turn, proposed)))
        label = turn.texts.plain("today-look-at", title=_title(turn, proposed))
        rows.append((tap(label, "asg", proposed.id, "show"),))
    for one in live:
        if one.state == "opened" or one.id in begun:
            continue
        title = _title(turn, found[one.assignment])
        until = prompt_texts.until_words(one, turn.texts, turn.client.zone)
        lines.append(turn.texts.html("today-due", title=title, until=until))
        rows.append((tap(turn.texts.plain("today-begin", title=title), "occ", one.id, "start"),))
        if one.state == "prompted":
            rows.append(prompt_texts.ways_out(turn.texts, one))
    for one in await assignments.of_client(turn.unit, turn.client.id, "active"):
        if await materials.count(turn.unit, one.id):
            label = turn.texts.plain("today-material", title=_title(turn, one))
            rows.append((tap(label[:60], "asg", one.id, "read"),))
        if one.paused_until is not None:
            day = one.paused_until.astimezone(zone_of(turn.client)).date()
            until = prompt_texts.day_words(day, turn.texts)
            lines.append(turn.texts.html("today-rests", title=_title(turn, one), until=until))
            rows.append((tap(turn.texts.plain("ease-go-on"), "ease", one.id, "go"),))
    if turn.client.stopped_at:
        lines.append(turn.texts.html("today-stopped"))
        rows.append((tap(turn.texts.plain("stop-undo"), "cmd", "start", "go"),))
    elif turn.client.paused_until:
        local = turn.client.paused_until.astimezone(zone_of(turn.client))
        until = f"{prompt_texts.day_words(local.date(), turn.texts)} {local:%H:%M}"
        lines.append(turn.texts.html("today-paused", until=until))
        rows.append((tap(turn.texts.plain("resume-now"), "cmd", "resume", "go"),))
    if not lines:
        lines.append(turn.texts.html("today-nothing"))
    rows.append((tap(turn.texts.plain("today-log"), "cmd", "log", "go"),))
    turn.say("\n\n".join(lines), tuple(rows))
    if not begun and not turn.client.stopped_at and (asked := await _about_days(turn)):
        turn.say(asked.html, asked.buttons)


async def _about_days(turn: Exchange) -> Message | None:
    """A question about one's days, once something was agreed, and nothing else stands open."""
    anew = agreeing.is_asked_anew(turn.house, turn.person, turn.client)
    if anew or not await assignments.of_client(turn.unit, turn.client.id, "active"):
        return None
    return await client_profile.next_message(turn.unit, turn.texts, turn.client)


def _title(turn: Exchange, assignment: assignments.Assignment) -> str:
    return turn.house.sheet(assignment.worksheet, turn.texts).title


async def log(turn: Exchange) -> None:
    """Begin one of the worksheets agreed, whether a prompt asks for it or not."""
    found = await assignments.of_client(turn.unit, turn.client.id, "active")
    if not found:
        turn.say(turn.texts.html("log-nothing"))
        return
    if len(found) == 1:
        if not await client_parts.offer_running(turn, found[0]):
            await _begin(turn, found[0])
        return
    rows = tuple((tap(_title(turn, one), "log", one.id, "go"),) for one in found)
    turn.say(turn.texts.html("log-which"), rows)


async def log_pressed(turn: Exchange) -> None:
    """A sheet was picked from /log."""
    found = await assignments.own(turn.unit, turn.key, turn.client.id)
    if found is None or found.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    if turn.value == "new" or not await client_parts.offer_running(turn, found):
        await _begin(turn, found)


async def _begin(turn: Exchange, assignment: assignments.Assignment) -> None:
    """Begin a worksheet: what a prompt of it asks for right now is answered by it."""
    live = await occurrences.live_of_client(turn.unit, turn.client.id)
    asked = [one for one in live if one.assignment == assignment.id and _stands(one, turn.now)]
    one = asked[-1] if asked else None
    if one is not None:
        await leftovers.drop_ringing(turn.unit, one.id)
    await beginning.begin(turn.desk, turn.person, turn.client, assignment, one)


def _stands(one: Occurrence, now: datetime) -> bool:
    """Whether a prompt rang, was not begun, and may still be begun in time."""
    rang = one.sent_at is not None and one.opened_at is None and not one.chosen
    return rang and (one.closes_at is None or now < one.closes_at)


# A prompt's buttons ------------------------------------------------------------------------------


async def occurrence_pressed(turn: Exchange) -> None:
    """A button of a prompt. Only the client's own occurrences are looked at."""
    one = await occurrences.by_id(turn.unit, turn.key)
    if one is None or one.client != turn.client.id:
        turn.notice = turn.texts.plain("tap-stale")
        return
    act = _ACTS.get(turn.value)
    if turn.value in _WHILE_IT_STANDS and await _is_over(turn, one):
        return
    if act is not None:
        await act(turn, one)
    elif turn.value[:1] == "l":
        await _later(turn, one, turn.value[1:])
    elif turn.value[:1] == "s":
        await _skip(turn, one, turn.value[1:])
    elif turn.value[:1] == "v":
        form: Variant | None = next((f for f in VARIANTS if turn.value == f"v{f}"), None)
        await _start(turn, one, form)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _start(turn: Exchange, one: Occurrence, variant: Variant | None = None) -> None:
    if not await has_agreed(turn):
        return
    held = await _session_of(turn, one)
    if held is not None and one.chosen:
        await client_parts.start(turn, one, held, variant)
        return
    if held is not None:
        await beginning.go_on(turn.desk, turn.person, held)
        return
    left = await sessions.left_at(turn.unit, one.id)
    left = left if left is not None and sessions.is_theirs(turn.who, left) else None
    if one.state in ("on_time", "late") or (one.state == "partial" and left is None):
        turn.say(turn.texts.html("prompt-done-already"))
        return
    if one.chosen and left is None:
        turn.say(turn.texts.html("part-over"))
        return
    late = bool(one.closes_at and turn.now >= one.closes_at)
    await turn.redraw(turn.texts.html("prompt-closed-late" if late else "prompt-started"))
    await leftovers.drop_ringing(turn.unit, one.id)
    if left is not None and reopening.goes_on(turn.house, left, one):
        await reopening.reopen(turn.desk, turn.person, turn.client, left, one)
        return
    assignment = (await assignments.by_ids(turn.unit, [one.assignment]))[one.assignment]
    await beginning.begin(turn.desk, turn.person, turn.client, assignment, one, variant)


async def _session_of(turn: Exchange, one: Occurrence) -> Held | None:
    await turn.desk.load([turn.person.id])
    held = turn.desk.held.get(turn.person.id)
    if held is not None and held.occurrence == one.id:
        return held
    for found in await unopened.aside(turn.unit, turn.person.id):
        if found.occurrence == one.id:
            return await sessions.load_own(turn.unit, found.key, turn.person.id)
    return None


async def _is_over(turn: Exchange, one: Occurrence) -> bool:
    """Whether a prompt is begun or gone by; then a button that still stands under it says so."""
    if one.state in ("planned", "prompted"):
        return False
    key = "prompt-started" if one.state == "opened" else "prompt-gone-by"
    await turn.redraw(turn.texts.html(key))
    return True


async def _ask_when(turn: Exchange, one: Occurrence) -> None:
    times = prompting.later_times(turn.client, one, turn.now)
    if not times:
        await _no_later(turn, one)
        return
    text = turn.texts.html("prompt-later-ask")
    await turn.redraw(text, prompt_texts.later_buttons(turn.texts, one, times))


async def _ask_why(turn: Exchange, one: Occurrence) -> None:
    text = turn.texts.html("prompt-skip-ask")
    await turn.redraw(text, prompt_texts.skip_buttons(turn.texts, one))


async def _prompt_again(turn: Exchange, one: Occurrence) -> None:
    assignment = (await assignments.by_ids(turn.unit, [one.assignment]))[one.assignment]
    locale = turn.person.locale
    message = prompt_texts.prompt(turn.house, locale, turn.client, assignment, one)
    await turn.redraw(message.html, message.buttons)


async def _later(turn: Exchange, one: Occurrence, choice: str) -> None:
    at = await prompting.snooze(turn.unit, turn.client, one, choice)
    if at is None:
        await _no_later(turn, one)
        return
    words = prompt_texts.clock_words(at, turn.client.zone or "UTC", turn.texts, turn.now)
    key = "prompt-later-set-quiet" if audible(turn.client, at) > at else "prompt-later-set"
    await turn.redraw(turn.texts.html(key, time=words))


async def _no_later(turn: Exchange, one: Occurrence) -> None:
    until = prompt_texts.until_words(one, turn.texts, turn.client.zone)
    key = "enough" if one.snoozes >= prompting.SNOOZES else "full"
    text = turn.texts.html(f"prompt-later-{key}", until=until)
    await turn.redraw(text, prompt_texts.prompt_buttons(turn.texts, one))


async def _skip(turn: Exchange, one: Occurrence, reason: str) -> None:
    known = (*prompt_texts.SKIP_REASONS, "too_much")
    if reason not in known or one.state not in ("planned", "prompted"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    await prompting.skip(turn.unit, one, reason)
    await turn.redraw(turn.texts.html("prompt-skipped"))


async def _too_much(turn: Exchange, one: Occurrence) -> None:
    assignment = (await assignments.by_ids(turn.unit, [one.assignment]))[one.assignment]
    sheet = turn.house.sheet(assignment.worksheet, turn.texts)
    smaller = easing.smaller_forms(sheet, assignment.variant)
    buttons = prompt_texts.much_buttons(turn.texts, one, smaller)
    text = turn.texts.html("prompt-much-ask")
    if folded(turn.incoming.text) in turn.texts.language.stop:  # it may be meant of all there is
        text += "\n" + turn.texts.html("much-stop-all")
    await turn.redraw(text, buttons)


async def _tell_too_much(turn: Exchange, one: Occurrence) -> None:
    if one.state in ("planned", "prompted"):
        await prompting.skip(turn.unit, one, "too_much")
    carers = await _carers(turn)
    await turn.tell_therapists(turn.client, "told-too-much", once=f"much.{one.id}")
    await turn.redraw(turn.texts.html("prompt-much-told", therapist=carers))


async def _carers(turn: Exchange) -> str:
    found = await people.therapists_of(turn.unit, turn.client.id)
    return ", ".join(therapist.name for therapist in found)


_ACTS: dict[str, Callable[[Exchange, Occurrence], Awaitable[None]]] = {
    "start": _start,
    "menu": _prompt_again,
    "later": _ask_when,
    "skip": _ask_why,
    "much": _too_much,
    "tell": _tell_too_much,
}
_WHILE_IT_STANDS = ("menu", "later", "skip")
"""What is asked under a prompt that was neither begun nor has gone by."""


async def said_to_prompt(turn: Exchange, only: str | None = None) -> bool:
    """Take a word of a prompt's buttons that was typed while a prompt stands open; say whether it
    was one. With several it is shown what is due; too much is what rang last, or all of it.

    `only`: the one that the words were written under."""
    if turn.who.client is None or turn.client.state != "active":
        return False
    act = _typed_act(turn)
    live = await occurrences.live_of_client(turn.unit, turn.client.id)
    open_now = [one for one in live if one.state == "prompted" and only in (None, one.id)]
    if act is None:
        return len(open_now) == 1 and await _pressed_in_words(turn, open_now[0])
    if len(open_now) == 1 or (open_now and act is _too_much):
        await act(turn, open_now[-1])
    elif open_now:
        await today(turn)
    return bool(open_now)


async def _pressed_in_words(turn: Exchange, one: Occurrence) -> bool:
    """Take what stands on a button that a prompt opens: when later, why not, what would help."""
    assignment = (await assignments.by_ids(turn.unit, [one.assignment]))[one.assignment]
    sheet = turn.house.sheet(assignment.worksheet, turn.texts)
    times = prompting.later_times(turn.client, one, turn.now)
    rows = (
        *prompt_texts.later_buttons(turn.texts, one, times),
        *prompt_texts.skip_buttons(turn.texts, one),
        *prompt_texts.much_buttons(
            turn.texts, one, easing.smaller_forms(sheet, assignment.variant)
        ),
    )
    said = folded(turn.incoming.text)
    named = (button for row in rows for button in row if folded(button.label) == said)
    parts = split_callback(button.data) if (button := next(named, None)) else None
    if parts is None:
        return False
    ref, turn.value = parts
    noun, _, turn.key = ref.partition("~")
    row = commands.find(turn.key, ("client",)) if noun == "cmd" else commands.taps().get(noun)
    if row is not None:  # all of them are free of the consent's newest text
        await row.handler(turn)
    return row is not None


def _typed_act(turn: Exchange) -> Callable[[Exchange, Occurrence], Awaitable[None]] | None:
    said, words = folded(turn.incoming.text), turn.texts.language
    if gives_up(turn.incoming.text, words):
        return _too_much
    heard = (
        (words.too_much, _too_much),
        (words.pause, _ask_when),
        (words.skip | words.decline, _ask_why),
        (words.start - words.yes, _start),  # "ok" may just be said to what was told
    )
    return next((act for known, act in heard if said in known), None)


# Inside a sheet ----------------------------------------------------------------------------------


async def session_pressed(turn: Exchange) -> None:
    """ "Go on" under an open, waiting or paused sheet of one's own, or "Stop for now" of an open
    one: a stop that was offered in a sheet ends no other."""
    held = await sessions.load_own(turn.unit, turn.key, turn.person.id)
    if held is None or not sessions.is_theirs(turn.who, held):
        turn.notice = turn.texts.plain("tap-stale")
        return
    if turn.value == "stop":
        if held.session.status == "open":
            await _in_session(turn, Stopped())
        else:
            turn.say(turn.texts.html("distress-not-open"))
        return
    ran_out = held.session.status == "expired" and reopening.goes_on(turn.house, held, None)
    if held.session.status not in ("open", "waiting", "paused") and not ran_out:
        turn.say(turn.texts.html("session-over"))
        return
    if held.kind != "dialog" and not await has_agreed(turn):
        return
    if ran_out:
        one = await occurrences.by_id(turn.unit, held.occurrence) if held.occurrence else None
        await reopening.reopen(turn.desk, turn.person, turn.client, held, one)
        return
    await beginning.go_on(turn.desk, turn.person, held)


async def back(turn: Exchange) -> None:
    """/back: the question before."""
    await _in_session(turn, WentBack())


async def skip(turn: Exchange) -> None:
    """/skip: pass the question over."""
    await _in_session(turn, Skipped())


async def cancel(turn: Exchange) -> None:
    """/cancel: leave the setting that was asked for; without one, end the sheet, keep its words."""
    if left := turn.person.expecting:
        await turn.expect(None)
        turn.say(turn.texts.html("cancel-kept"))
        if left.startswith("time.wake"):
            await client_contract.ask_left_out(turn)
        return
    await _in_session(turn, Stopped())


async def _in_session(turn: Exchange, event: WentBack | Skipped | Stopped) -> None:
    await turn.desk.load([turn.person.id])
    effects = await turn.desk.take(turn.who, event, message_id=turn.incoming.message_id)
    if not effects:
        turn.say(turn.texts.html("no-open-sheet"))
