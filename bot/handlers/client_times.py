"""My times: a client moves what a practice asks at, inside their therapist's limits; and waking."""

from datetime import time

from bot.exchange import Exchange
from bot.handlers import client_contract
from bot.handlers.client_joins import in_columns
from conversations.daywords import time_in
from conversations.message import Button, tap
from homework import planning, retiming
from homework.anchoring import waking_of
from homework.moments import zone_of
from homework.planning import Coming
from homework.retiming import Moved, NotMoved
from homework.rhythm import moment_words
from homework.schedule import AfterWaking
from homework.store import assignments
from homework.store.assignments import OPEN_PROPOSALS, Assignment, Entry

STEPS = (-120, -60, -30, 30, 60, 120)
WAKING = ("05:30", "06:00", "06:30", "07:00", "07:30", "08:00", "09:00", "10:00", "11:00")
MOST_BUTTONS = 60


async def show(turn: Exchange) -> None:
    """The times of all agreed practices, a button to move each."""
    rows = [
        (button,)
        for one in await assignments.of_client(turn.unit, turn.client.id, "active")
        for button in buttons(turn, one)
    ]
    wake = await waking_of(turn.unit, turn.client)
    words = {"work": f"{wake.work:%H:%M}", "free": f"{wake.free:%H:%M}"}
    rows = rows[:MOST_BUTTONS]
    rows.append((tap(turn.texts.plain("times-wake", **words), "time", "wake", "ask"),))
    turn.say(turn.texts.html("times-which" if len(rows) > 1 else "times-none"), tuple(rows))


def buttons(turn: Exchange, one: Assignment) -> list[Button]:
    """Return a button for each time of a practice that its client may move."""
    title = turn.house.sheet(one.worksheet, turn.texts).title
    labels = [
        (entry, turn.texts.plain("times-button", time=f"{at:%H:%M}", title=title))
        for entry, at in retiming.movable(one)
    ]
    return [tap(label[:60], "time", entry.id, "ask") for entry, label in labels]


async def pressed(turn: Exchange) -> None:
    """A time to move, its new time, or a time of waking. Only one's own is looked at."""
    if turn.key == "wake":
        await _wake_pressed(turn)
        return
    found = await _own(turn, turn.key)
    if found is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    at = _clock(turn, turn.value)
    if turn.value == "ask":
        await _ask(turn, *found)
    elif at is not None:
        await _move(turn, *found, at)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _own(turn: Exchange, key: str) -> tuple[Assignment, Entry] | None:
    whose = await assignments.owner_of_entry(turn.unit, key)
    if whose is None or whose[0] != turn.client.id:
        return None
    one = await assignments.own(turn.unit, whose[1], turn.client.id)
    if one is None or one.state not in ("active", *OPEN_PROPOSALS):
        return None
    return next(((one, entry) for entry, _ in retiming.movable(one) if entry.id == key), None)


def _clock(turn: Exchange, text: str) -> time | None:
    found = time_in(text, turn.texts.language.days)
    return time.fromisoformat(found) if found else None


async def _ask(turn: Exchange, one: Assignment, entry: Entry) -> None:
    limits, now = retiming.limits_of(one), dict(retiming.movable(one))[entry]
    if limits is None:
        return
    choices = [_shifted(now, step) for step in STEPS]
    times = [at for at in choices if limits[0] <= at <= limits[1]]
    rows = in_columns([tap(f"{at:%H:%M}", "time", entry.id, f"{at:%H:%M}") for at in times], 3)
    await turn.expect(f"time.{entry.id}")
    words = {"time": f"{now:%H:%M}", "first": f"{limits[0]:%H:%M}", "last": f"{limits[1]:%H:%M}"}
    turn.say(turn.texts.html("times-ask", title=_title(turn, one), **words), rows)


def _shifted(at: time, minutes: int) -> time:
    later = (at.hour * 60 + at.minute + minutes) % (24 * 60)
    return time(later // 60, later % 60)


def _title(turn: Exchange, one: Assignment) -> str:
    return turn.house.sheet(one.worksheet, turn.texts).title


async def typed(turn: Exchange, what: str) -> None:
    """A time was typed."""
    at, key = _clock(turn, turn.incoming.text), what.split(".")[1]
    if at is None:
        turn.say(turn.texts.html("times-unread"))
        return
    if key == "wake":
        await _wake(turn, what.rpartition(".")[2], at)
        return
    found = await _own(turn, key)
    if found is None:
        await turn.expect(None)
        turn.say(turn.texts.html("tap-stale"))
        return
    await _move(turn, *found, at)


async def _move(turn: Exchange, one: Assignment, entry: Entry, at: time) -> None:
    limits = retiming.limits_of(one)
    match await retiming.move(turn.unit, turn.client, one, entry, at):
        case NotMoved("limits") if limits is not None:
            words = {"first": f"{limits[0]:%H:%M}", "last": f"{limits[1]:%H:%M}"}
            await turn.expect(f"time.{entry.id}")
            turn.say(turn.texts.html("times-limits", **words))
        case NotMoved("close"):
            await turn.expect(f"time.{entry.id}")
            turn.say(turn.texts.html("times-close"))
        case NotMoved():
            await turn.expect(None)
            turn.say(turn.texts.html("cancel-kept"))
        case Moved() as moved:
            await turn.expect(None)
            await _moved(turn, one, moved)


async def _moved(turn: Exchange, one: Assignment, moved: Moved) -> None:
    title, texts = _title(turn, one), turn.texts
    words = {"before": f"{moved.before:%H:%M}", "time": f"{moved.at:%H:%M}"}
    lines = [texts.html("times-moved", title=title, **words)]
    if moved.quiet is not None:
        lines.append(texts.html("times-quiet", start=moved.quiet[0], end=moved.quiet[1]))
    coming = [
        each
        for each in await planning.coming(turn.unit, turn.client)
        if each.assignment.id == one.id
    ]
    if coming:
        when = moment_words(coming[0].at, coming[0].rule, zone_of(turn.client), texts)
        lines.append(texts.html("times-next", when=when))
    await turn.redraw(" ".join(lines))
    before, at = words["before"], words["time"]
    await turn.tell_therapists(
        turn.client, "told-times-moved", title=one.worksheet, before=before, time=at
    )
    if one.state in OPEN_PROPOSALS:
        await _propose_again(turn, one)


async def _propose_again(turn: Exchange, one: Assignment) -> None:
    """A proposal whose time was moved is shown as it is now: it still waits for a yes."""
    from bot.handlers.client_agrees import proposal

    await assignments.change(turn.unit, one.id, state="proposed")
    anew = await assignments.own(turn.unit, one.id, turn.client.id)
    if anew is not None:
        message = await proposal(turn.unit, turn.house, turn.texts, anew)
        turn.say(message.html, message.buttons)


# Waking ------------------------------------------------------------------------------------------


async def ask_waking(turn: Exchange, kind: str = "work") -> None:
    """Ask when they wake up on working days (`work`) or on free ones (`free`)."""
    rows = in_columns([tap(at, "time", "wake", f"{kind}.{at}") for at in WAKING], 3)
    await turn.expect(f"time.wake.{kind}")
    turn.say(turn.texts.html(f"times-wake-{kind}"), rows)


async def _wake_pressed(turn: Exchange) -> None:
    kind, _, text = turn.value.partition(".")
    at = _clock(turn, text)
    if turn.value == "ask":
        await ask_waking(turn)
    elif kind in ("work", "free") and at is not None:
        await _wake(turn, kind, at)
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _wake(turn: Exchange, kind: str, at: time) -> None:
    await turn.expect(None)
    working = kind == "work"
    quiet = await (
        retiming.wake(turn.unit, turn.client, work=at)
        if working
        else retiming.wake(turn.unit, turn.client, free=at)
    )
    if quiet is not None:
        turn.say(turn.texts.html("times-quiet", start=quiet[0], end=quiet[1]))
    if working:
        await ask_waking(turn, "free")
        return
    wake = await waking_of(turn.unit, turn.client)
    words = {"work": f"{wake.work:%H:%M}", "free": f"{wake.free:%H:%M}"}
    lines = [turn.texts.html("times-wake-done", **words)]
    hanging = [one for one in await planning.coming(turn.unit, turn.client) if _on_waking(one)]
    if hanging:
        zone = zone_of(turn.client)
        when = moment_words(hanging[0].at, hanging[0].rule, zone, turn.texts)
        lines.append(turn.texts.html("times-next", when=when))
    await turn.redraw(" ".join(lines))
    await client_contract.ask_left_out(turn)


def _on_waking(one: Coming) -> bool:
    return isinstance(one.rule, AfterWaking)
