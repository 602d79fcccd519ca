"""/library: the worksheets there are, each to look at step by step before it is set."""

from bot.exchange import Exchange
from bot.handlers import therapist_sheets, therapist_templates
from conversations.markup import escape
from conversations.message import tap
from conversations.model import Worksheet
from homework import publishing
from homework.store import templates


async def show(turn: Exchange) -> None:
    """List the worksheets that can be set, those of one's own marked."""
    sheets = turn.house.shelf.settable_by(turn.therapist.id, turn.texts.locale)
    sheets.sort(key=lambda sheet: (sheet.family or sheet.id, sheet.rung or 0))
    lines = [turn.texts.html("library-head")]
    lines += [
        f"<b>{escape(sheet.title)}</b>{_own(turn, sheet)}\n{escape(sheet.about)}"
        for sheet in sheets
    ]
    lines.append(turn.texts.html("library-send"))
    rows = [(tap(sheet.title[:60], "lib", sheet.id, "full"),) for sheet in sheets]
    if await templates.of_therapist(turn.unit, turn.therapist.id):
        mine = therapist_templates.MINE
        rows.append((tap(turn.texts.plain("templates-button"), "tmpls", mine, "0."),))
    turn.say("\n\n".join(lines), tuple(rows))


def _own(turn: Exchange, sheet: Worksheet) -> str:
    return f" ({turn.texts.html('sheet-own')})" if sheet.id in turn.house.shelf.owners else ""


async def pressed(turn: Exchange) -> None:
    """Show one worksheet as its steps, in one of its forms, or as a client sees it."""
    found = {
        sheet.id: sheet
        for sheet in turn.house.shelf.settable_by(turn.therapist.id, turn.texts.locale)
    }
    sheet = found.get(turn.key)
    if sheet is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    form, _, place = turn.value.partition(".")
    if form == "withdraw":
        await _withdraw(turn, sheet)
    elif place:
        await therapist_sheets.look(turn, sheet, form, place, "lib", sheet.id)
    else:
        await _page(turn, sheet, sheet.variants[0] if form == "back" else form)


async def _withdraw(turn: Exchange, sheet: Worksheet) -> None:
    key, owner = sheet.id, turn.therapist.id
    if await publishing.withdraw(turn.unit, turn.house.shelf, key, owner):
        await turn.redraw(turn.texts.html("sheet-withdrawn", title=sheet.title))
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _page(turn: Exchange, sheet: Worksheet, value: str) -> None:
    form = therapist_sheets.form_of(sheet, value)
    if form is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    minutes = sheet.minutes.get(form, 5)
    name = turn.texts.plain(f"form-{form}")
    lines = [turn.texts.html("library-sheet", title=sheet.title, form=name, minutes=minutes)]
    lines += _steps(turn, sheet, form)
    others = tuple(
        tap(turn.texts.plain(f"form-{other}"), "lib", sheet.id, other)
        for other in sheet.variants
        if other != form
    )
    looked = tap(turn.texts.plain("library-look"), "lib", sheet.id, f"{form}.0")
    rows = [others, (looked,), (tap(turn.texts.plain("assign-now"), "cmd", "assign", "go"),)]
    rows.append((tap(turn.texts.plain("material-button"), "smat", sheet.id, "list"),))
    if turn.house.shelf.owners.get(sheet.id) == turn.therapist.id:
        rows.append((tap(turn.texts.plain("sheet-withdraw"), "lib", sheet.id, "withdraw"),))
    await turn.redraw("\n".join(lines), tuple(row for row in rows if row))


def _steps(turn: Exchange, sheet: Worksheet, form: str) -> list[str]:
    steps = [step for step in sheet.steps if form in step.variants]
    lines: list[str] = []
    for number, step in enumerate(steps, 1):
        prompt = escape(step.prompt.replace("{name}", "…"))
        kind = turn.texts.html(f"kind-{step.kind}")
        lines.append(f"{number}. {prompt} <i>{kind}</i>")
    return lines
