"""A worksheet of one's own: a file is sent, looked at as a client will see it, and published."""

from bot.exchange import Exchange
from conversations.message import Button, Message, Rows, tap
from conversations.model import Worksheet
from conversations.session import Variant
from conversations.walkthrough import screens
from homework import publishing
from homework.outgoing import FILE_LIMIT, Outgoing, Wanted, fetching
from homework.receiving import draft_message, problems_told
from homework.store import drafts


async def sent(turn: Exchange) -> None:
    """Have a worksheet file brought; anything else is not what can be used here."""
    file = turn.incoming.file
    if file is None or not file.name.lower().endswith(".toml"):
        turn.say(turn.texts.html("sheet-no-file"))
        return
    if file.size > FILE_LIMIT:
        turn.say(turn.texts.html("sheet-too-big"))
        return
    once = f"fetch.{turn.incoming.update_id}"
    order = fetching(Wanted("sheet", file.id, file.name))
    turn.unit.post(Outgoing(turn.person.id, None, "fetch", order, dedupe=once))


async def pressed(turn: Exchange) -> None:
    """Look at a draft, publish it, or throw it away."""
    source = await drafts.of_therapist(turn.unit, turn.key, turn.therapist.id)
    if source is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    checked = publishing.check(turn.house.shelf, source, "worksheet.toml", turn.therapist.id)
    if not isinstance(checked, publishing.Checked):  # another version was published meanwhile
        await turn.redraw(problems_told(checked, turn.texts))
        return
    match turn.value.partition("."):
        case ("publish", _, _):
            if not await publishing.publish(turn.unit, checked, turn.therapist.id):
                await turn.redraw(turn.texts.html("sheet-taken", id=checked.sheet.id))
                return
            await drafts.drop(turn.unit, turn.key)
            button = tap(turn.texts.plain("assign-now"), "cmd", "assign", "go")
            title = checked.sheet.title
            await turn.redraw(turn.texts.html("sheet-published", title=title), ((button,),))
        case ("drop", _, _):
            await drafts.drop(turn.unit, turn.key)
            await turn.redraw(turn.texts.html("sheet-dropped", title=checked.sheet.title))
        case ("back", _, _):
            told = draft_message(checked.sheet, turn.key, turn.texts, checked.known)
            await turn.redraw(told.html, told.buttons)
        case (form, _, place):
            await look(turn, checked.sheet, form, place, "own", turn.key)


async def look(
    turn: Exchange, sheet: Worksheet, form: str, place: str, noun: str, key: str
) -> None:
    """Show one of the messages a client would get, with buttons to the next and the one before."""
    variant = form_of(sheet, form)
    if variant is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    shown = screens(sheet, variant, turn.texts, now=turn.now)
    number = min(int(place), len(shown) - 1) if place.isdecimal() else 0
    head = turn.texts.html("sheet-looking", number=number + 1, count=len(shown))
    rows = (*_dry(shown[number]), _moves(turn, variant, number, len(shown), noun, key))
    await turn.redraw(f"{head}\n\n{shown[number].html}", rows)


def form_of(sheet: Worksheet, value: str) -> Variant | None:
    """Return the form that a button names, if the sheet has it."""
    forms: tuple[Variant, ...] = tuple(sheet.variants)
    return next((one for one in forms if one == value), None)


def _dry(message: Message) -> Rows:
    """Return the buttons as a client sees them; pressed, they say that this is only a look."""
    return tuple(
        tuple(tap(button.label, "dry", "look", "x") for button in row) for row in message.buttons
    )


def _moves(
    turn: Exchange, form: Variant, number: int, count: int, noun: str, key: str
) -> tuple[Button, ...]:
    row: list[Button] = []
    if number:
        row.append(tap(turn.texts.plain("sheet-before"), noun, key, f"{form}.{number - 1}"))
    if number + 1 < count:
        row.append(tap(turn.texts.plain("sheet-after"), noun, key, f"{form}.{number + 1}"))
    row.append(tap(turn.texts.plain("sheet-back"), noun, key, "back"))
    return tuple(row)


async def dry(turn: Exchange) -> None:
    """A button inside a look does nothing."""
    turn.notice = turn.texts.plain("sheet-dry")
