"""A worksheet over days, as its client meets it: what is under way, and the next part begun."""

from bot.exchange import Exchange
from conversations.message import Button, tap
from conversations.path import name_of
from conversations.questions import place_on_path
from conversations.session import VARIANTS, Variant
from homework import beginning, materials_shown, parts, prompt_texts
from homework.contract_texts import moment
from homework.moments import zone_of
from homework.store import assignments, unopened
from homework.store.assignments import Assignment
from homework.store.occurrences import Occurrence
from homework.store.sessions import Held


def when_words(turn: Exchange, one: Occurrence) -> str:
    """Return when a part comes: "today at 18:00" is said as the day and the time, too."""
    if turn.client.stopped_at is not None:
        return turn.texts.plain("when-back")
    if one.planned_at is None:
        return ""
    local = one.planned_at.astimezone(zone_of(turn.client))
    return f"{prompt_texts.day_words(local.date(), turn.texts)}, {local:%H:%M}"


async def line(turn: Exchange, held: Held, *, alone: bool) -> tuple[str, Button]:
    """Return what /today says of a sheet that is open or waits, and the button to go on with it.

    `alone`: it is the only one, so the button need not name it.
    """
    title = turn.house.sheet(held.session.worksheet, turn.texts).title
    coming = await parts.coming(turn.unit, held)
    if coming is None:
        label = turn.texts.plain("today-continue")
        if not alone:  # two may have one title
            sheet = turn.house.sheet(held.session.worksheet, turn.texts)
            place = place_on_path(sheet, held.session)
            key = "today-continue-at" if place else "today-continue-with"
            label = turn.texts.plain(key, title=title, step=place[0] if place else 0)
        return where(turn, held), tap(label[:60], "ses", held.session.id, "go")
    text = turn.texts.html("part-today", title=title, when=when_words(turn, coming))
    label = turn.texts.plain("part-begin-early", title=title)
    return text, tap(label[:60], "ses", held.session.id, "go")


def begun_at(turn: Exchange, held: Held) -> str:
    """Return when a sheet was begun, where another one reads the same."""
    return turn.texts.html("today-begun-at", at=_begun(turn, held))


def named_by_time(turn: Exchange, held: Held) -> Button:
    """Return the button to go on with such a sheet."""
    title = turn.house.sheet(held.session.worksheet, turn.texts).title
    label = turn.texts.plain("today-continue-begun", at=_begun(turn, held), title=title)
    return tap(label[:60], "ses", held.session.id, "go")


def _begun(turn: Exchange, held: Held) -> str:
    return moment(held.session.opened_at, zone_of(turn.client), turn.texts)


def where(turn: Exchange, held: Held) -> str:
    """Return which sheet somebody is in and at which step; none of their words."""
    sheet = turn.house.sheet(held.session.worksheet, turn.texts)
    state = "open" if held.session.status == "open" else "waits"
    place, step = place_on_path(sheet, held.session), held.session.asked.step
    if place is None or step is None:
        return turn.texts.html(f"today-{state}-review", title=sheet.title)
    label = name_of(sheet.by_id[step], held.session).removesuffix(".")
    return turn.texts.html(
        f"today-{state}", title=sheet.title, step=place[0], count=place[1], label=label
    )


async def offer_running(turn: Exchange, assignment: Assignment) -> bool:
    """With a sheet of this assignment under way, ask whether to go on with it or begin another."""
    for one in await unopened.aside(turn.unit, turn.person.id):
        sheet = turn.house.sheet(one.worksheet, turn.texts)
        if one.assignment != assignment.id or len(sheet.stages) == 1:
            continue
        coming = await parts.coming(turn.unit, one)
        text = turn.texts.html("part-log-waiting", title=sheet.title)
        if coming is not None:
            when = when_words(turn, coming)
            text = turn.texts.html("part-log-running", title=sheet.title, when=when)
        go_on = tap(turn.texts.plain("part-log-go-on"), "ses", one.key, "go")
        another = tap(turn.texts.plain("part-log-another"), "log", assignment.id, "new")
        turn.say(text, ((go_on,), (another,)))
        return True
    return False


async def start(turn: Exchange, one: Occurrence, held: Held, variant: Variant | None) -> None:
    """The button of a part's prompt: the same sheet goes on, perhaps in a smaller form."""
    if one.state != "opened":
        late = bool(one.closes_at and turn.now >= one.closes_at)
        await turn.redraw(turn.texts.html("prompt-closed-late" if late else "prompt-started"))
        agreed = await assignments.own(turn.unit, one.assignment, turn.client.id)
        if agreed is not None:
            await materials_shown.show(turn.unit, turn.house, turn.person, agreed)
    smaller = variant and VARIANTS.index(variant) > VARIANTS.index(held.session.variant)
    if variant and smaller:
        await beginning.go_smaller(turn.desk, turn.who, held, variant)
    else:
        await beginning.go_on(turn.desk, turn.person, held)
