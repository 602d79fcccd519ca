"""/library: the worksheets there are, each to look at step by step before it is set."""

from bot.exchange import Exchange
from conversations.markup import escape
from conversations.message import tap
from conversations.model import Worksheet
from conversations.session import VARIANTS


async def show(turn: Exchange) -> None:
    """List the worksheets."""
    sheets = [turn.house.shelf.worksheet(ref) for ref in turn.house.shelf.newest.values()]
    sheets.sort(key=lambda sheet: (sheet.family or sheet.id, sheet.rung or 0))
    lines = [turn.texts.html("library-head")]
    lines += [f"<b>{escape(sheet.title)}</b>\n{escape(sheet.about)}" for sheet in sheets]
    rows = tuple((tap(sheet.title[:60], "lib", sheet.id, "full"),) for sheet in sheets)
    turn.say("\n\n".join(lines), rows)


async def pressed(turn: Exchange) -> None:
    """Show one worksheet as its steps, in one of its forms."""
    ref = turn.house.shelf.newest.get(turn.key)
    sheet = turn.house.shelf.worksheet(ref) if ref else None
    form = next((one for one in VARIANTS if sheet and one == turn.value), None)
    if sheet is None or form is None or form not in sheet.variants:
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
    assign = tap(turn.texts.plain("assign-now"), "cmd", "assign", "go")
    await turn.redraw("\n".join(lines), (others, (assign,)) if others else ((assign,),))


def _steps(turn: Exchange, sheet: Worksheet, form: str) -> list[str]:
    steps = [step for step in sheet.steps if form in step.variants]
    lines: list[str] = []
    for number, step in enumerate(steps, 1):
        prompt = escape(step.prompt.replace("{name}", "…"))
        kind = turn.texts.html(f"kind-{step.kind}")
        lines.append(f"{number}. {prompt} <i>{kind}</i>")
    return lines
