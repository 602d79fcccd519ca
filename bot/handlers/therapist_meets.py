"""/session: when a therapist and a client meet next. Schedules hang on it; moving it moves them."""

from datetime import date, datetime, timedelta

from bot.exchange import Exchange
from bot.handlers import therapist_settings
from bot.handlers.client_joins import in_columns
from bot.handlers.therapist_whom import active_of, having, one_of
from conversations.message import Button, Message, tap
from homework import digesting, meeting
from homework.meeting import Hanging
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.rhythm import moment_words
from homework.spoken_days import hour_of_meeting, moment_in
from homework.store import meetings, people
from homework.store.people import Client

DAYS = 14
HOURS = range(8, 21)


async def session(turn: Exchange) -> None:
    """/session: for whom; with one client, or a code name typed behind it, go on at once."""
    if turn.therapist.zone is None:
        await therapist_settings.ask_zone(turn)
        return
    clients, typed = await active_of(turn), turn.incoming.args.strip()
    if not clients:
        turn.say(turn.texts.html("session-nobody"))
        return
    named = [one for one in clients if typed.casefold().startswith(f"{one.code_name.casefold()} ")]
    exact = any(one.code_name.casefold() == typed.casefold() for one in clients)
    if named and not exact:
        read = [one for one in named if _moment_behind(turn, one, typed)]
        client = max(read or named, key=lambda one: len(one.code_name))
        await _typed_moment(turn, client, typed[len(client.code_name) :])
    elif typed and len(clients) == 1 and not having(clients, typed):
        await _typed_moment(turn, clients[0], typed)
    elif only := await one_of(turn, "session", typed):
        await _show(turn, only)


def _moment_behind(turn: Exchange, client: Client, typed: str) -> datetime | None:
    """Return the day and time that stand behind a client's code name, if they do."""
    now = turn.now.astimezone(digesting.zone_of(turn.therapist))
    return moment_in(typed[len(client.code_name) :], now, turn.texts.language.days)


def _own_words(turn: Exchange, at: datetime) -> str:
    """Return a moment on the therapist's clock."""
    return moment_words(at, None, digesting.zone_of(turn.therapist), turn.texts)


async def _show(turn: Exchange, client: Client) -> None:
    known = await meetings.next_of(turn.unit, turn.therapist.id, [client.id])
    at, texts = known.get(client.id), turn.texts
    rows: list[tuple[Button, ...]] = []
    if at is not None:
        week_on = meeting.a_week_on(at, digesting.zone_of(turn.therapist), turn.now)
        label = texts.plain("session-week-on", when=_own_words(turn, week_on))
        rows.append((tap(label, "meet", client.id, f"at.{_stamp(turn, week_on)}"),))
    rows.append((tap(texts.plain("session-pick"), "meet", client.id, "days"),))
    if at is not None and at > turn.now:
        rows.append((tap(texts.plain("session-clear"), "meet", client.id, "none"),))
        text = texts.html("session-now", name=client.code_name, when=_own_words(turn, at))
    else:
        text = texts.html("session-none", name=client.code_name)
    await turn.expect(f"meet.{client.id}")
    turn.say(text, tuple(rows), client=client.id)


def _stamp(turn: Exchange, at: datetime) -> str:
    return f"{at.astimezone(digesting.zone_of(turn.therapist)):%Y-%m-%dT%H:%M}"


async def pressed(turn: Exchange) -> None:
    """A button of /session. Only clients in one's own care have a session date here."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    word, _, rest = turn.value.partition(".")
    if client is None or client.state != "active" or turn.therapist.zone is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    match word:
        case "show":
            await _show(turn, client)
        case "days":
            await _ask_day(turn, client)
        case "day" if (day := _day(rest)) is not None:
            await _ask_hour(turn, client, day)
        case "at" if (at := _moment(turn, rest)) is not None:
            await _settle(turn, client, at)
        case "none":
            await _settle(turn, client, None)
        case _:
            turn.notice = turn.texts.plain("tap-stale")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment(turn: Exchange, text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text).replace(tzinfo=digesting.zone_of(turn.therapist))
    except ValueError:
        return None
    return at if at > turn.now else None


async def _ask_day(turn: Exchange, client: Client) -> None:
    today = turn.now.astimezone(digesting.zone_of(turn.therapist)).date()
    days = [today + timedelta(days=ahead) for ahead in range(DAYS)]
    buttons = [tap(day_words(day, turn.texts), "meet", client.id, f"day.{day}") for day in days]
    await turn.expect(f"meet.{client.id}")
    await turn.redraw(turn.texts.html("session-day"), in_columns(buttons), client=client.id)


async def _ask_hour(turn: Exchange, client: Client, day: date) -> None:
    buttons = [
        tap(f"{hour:02d}:00", "meet", client.id, f"at.{day}T{hour:02d}:00") for hour in HOURS
    ]
    await turn.expect(f"meet.{client.id}.{day}")
    text = turn.texts.html("session-hour", day=day_words(day, turn.texts))
    await turn.redraw(text, in_columns(buttons, 4), client=client.id)


async def typed(turn: Exchange, what: str) -> None:
    """A day and a time were typed, or the time of a day that was pressed."""
    _, key, *day = what.split(".")
    client = await people.client_in_care(turn.unit, turn.therapist.id, key)
    if client is None or client.state != "active":
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    at = hour_of_meeting(turn.incoming.text, turn.texts.language.days)
    if day and at:
        moment = _moment(turn, f"{day[0]}T{at}")
        if moment is not None:
            await _settle(turn, client, moment)
            return
    await _typed_moment(turn, client, turn.incoming.text)


async def _typed_moment(turn: Exchange, client: Client, text: str) -> None:
    now = turn.now.astimezone(digesting.zone_of(turn.therapist))
    at = moment_in(text, now, turn.texts.language.days)
    if at is None:
        await turn.expect(f"meet.{client.id}")
        turn.say(turn.texts.html("session-unread", text=text.strip()[:40]), client=client.id)
        return
    await _settle(turn, client, at)


async def _settle(turn: Exchange, client: Client, at: datetime | None) -> None:
    await turn.expect(None)
    hanging = await meeting.settle(turn.unit, turn.therapist, client, at)
    name, texts = client.code_name, turn.texts
    lines = [
        texts.html("session-set", name=name, when=_own_words(turn, at))
        if at
        else texts.html("session-cleared", name=name)
    ]
    lines += [_hanging_words(turn, client, one, at) for one in hanging]
    await turn.redraw("\n\n".join(lines), client=client.id)
    if hanging:
        await _tell(turn, client, hanging, at)


def _hanging_words(turn: Exchange, client: Client, one: Hanging, at: datetime | None) -> str:
    title = turn.house.sheet(one.assignment.worksheet, turn.texts).title
    if one.coming is None:
        return turn.texts.html(f"session-hanging-{'late' if at else 'open'}", title=title)
    when = moment_words(one.coming.at, one.coming.rule, zone_of(client), turn.texts)
    return turn.texts.html("session-hanging", title=title, when=when)


async def _tell(
    turn: Exchange, client: Client, hanging: list[Hanging], at: datetime | None
) -> None:
    """Tell the client what the date means for each practice they agreed to that hangs on it."""
    texts = await turn.texts_of(client)
    lines = [texts.html("told-client-session-cleared")]
    if at is not None:
        lines = [
            texts.html("told-client-session", when=moment_words(at, None, zone_of(client), texts))
        ]
    for one in hanging:
        title = turn.house.sheet(one.assignment.worksheet, texts).title
        if one.coming is not None:
            when = moment_words(one.coming.at, one.coming.rule, zone_of(client), texts)
            lines.append(texts.html("told-client-hanging", title=title, when=when))
        else:
            lines.append(texts.html("told-client-hanging-not", title=title))
    await turn.send_client(client, Message("\n".join(lines)))
