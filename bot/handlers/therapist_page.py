"""What fits a client, on their page: caps and marks, changed by buttons.

A changed number that the client will feel is told to them; every change to whoever else cares for
them. Marks are never shown to the client.
"""

from collections.abc import Callable

from bot.exchange import Exchange
from bot.handlers import therapist_hierarchy
from bot.handlers.client_joins import in_columns
from conversations.message import Button, Rows, tap
from conversations.texts import Texts
from homework import capping, loads, notices, safeguarding
from homework.capping import CAPS, EXPECTED, MARKS
from homework.page import Page
from homework.profile_words import told_line
from homework.prompt_texts import day_words
from homework.store import assignments, pages, people
from homework.store.people import Client


async def pressed(turn: Exchange) -> None:
    """A button of the page. Only for clients in one's own care."""
    client = await people.client_in_care(turn.unit, turn.therapist.id, turn.key)
    if client is None or client.state != "active":
        turn.notice = turn.texts.plain("tap-stale")
        return
    name, _, value = turn.value.partition(".")
    if turn.value == "show":
        html, rows = await _page(turn, client)
        turn.say(html, rows, client=client.id)
    elif turn.value == "back":
        await _redraw(turn, client)
    elif turn.value in CAPS:
        text = turn.texts.html(f"page-ask-{name}", name=client.code_name)
        await turn.redraw(text, _choices(turn.texts, client, name), client=client.id)
    elif name in CAPS and value.isdecimal():
        await _set_cap(turn, client, name, int(value))
    elif name in (*MARKS, EXPECTED) and value in ("on", "off"):
        await _set_mark(turn, client, name, on=value == "on")
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def _set_cap(turn: Exchange, client: Client, name: str, most: int) -> None:
    if most not in CAPS[name].choices:
        turn.notice = turn.texts.plain("tap-stale")
        return
    if await capping.set_cap(turn.unit, turn.person.id, client, name, most):
        if CAPS[name].felt:
            await turn.tell_client(
                client, "told-client-page", what=_what(f"page-told-{name}", most)
            )
        await _tell_others(turn, client, _what(f"page-told-{name}", most))
    await _redraw(turn, client)


async def _set_mark(turn: Exchange, client: Client, mark: str, *, on: bool) -> None:
    if await capping.set_mark(turn.unit, turn.person.id, client, mark, on=on):
        key = f"page-told-{mark.replace('_', '-')}-{'on' if on else 'off'}"
        await _tell_others(turn, client, _what(key))
    await _redraw(turn, client)


def _what(key: str, count: int = 0) -> Callable[[Texts], str]:
    return lambda texts: texts.plain(key, count=count)


async def _tell_others(turn: Exchange, client: Client, what: notices.Told) -> None:
    """Tell whoever else cares for the client: what they set is held against the page too."""
    besides, key = turn.person.id, "told-page"
    await notices.tell(turn.unit, turn.house, client, key, besides=besides, what=what)


async def _redraw(turn: Exchange, client: Client) -> None:
    html, rows = await _page(turn, client)
    await turn.redraw(html, rows, client=client.id)


async def _page(turn: Exchange, client: Client) -> tuple[str, Rows]:
    """Return the page in words, and its buttons."""
    unit, texts = turn.unit, turn.texts
    page = await pages.of_client(unit, client.id)
    asked = loads.load(turn.house, await assignments.of_client(unit, client.id, "active"))
    lines = [
        texts.html("page-head", name=client.code_name),
        texts.html("page-most", prompts=page.caps.prompts, reminders=page.caps.reminders),
        texts.html("page-most-set", practices=page.practices, most=page.minutes),
        texts.html("page-now", count=asked.prompts, minutes=round(asked.minutes)),
    ]
    if loads.above_prompts(asked, page):
        lines.append(texts.html("page-above"))
    if told := await told_line(unit, texts, client):
        lines.append(told)
    if page.expected is not None:
        lines.append(texts.html("page-expected-since", day=day_words(page.expected, texts)))
    if not await safeguarding.is_looked_through(unit, turn.house, client):
        lines.append(texts.html("page-unscreened", name=client.code_name))
    lines += [texts.html("page-seen", name=client.code_name)]
    rows = _buttons(texts, client, page)
    lists = await therapist_hierarchy.buttons(turn, client)
    back = tap(client.code_name, "client", client.id, "page")
    return "\n".join(lines), (*rows, *lists, (back,))


def _buttons(texts: Texts, client: Client, page: Page) -> Rows:
    caps = [
        tap(texts.plain(f"page-{name}", count=cap.read(page)), "page", client.id, name)
        for name, cap in CAPS.items()
    ]
    marks: list[Button] = []
    for mark in (*MARKS, EXPECTED):
        on = page.expected is not None if mark == EXPECTED else mark in page.marks
        key = "button-chosen" if on else "button-open"
        label = texts.plain(key, label=texts.plain(f"page-{mark.replace('_', '-')}"))
        marks.append(tap(label, "page", client.id, f"{mark}.{'off' if on else 'on'}"))
    return (*in_columns(caps), *in_columns(marks, 1))


def _choices(texts: Texts, client: Client, name: str) -> Rows:
    numbers = [
        tap(str(choice), "page", client.id, f"{name}.{choice}") for choice in CAPS[name].choices
    ]
    return (*in_columns(numbers, 5), (tap(texts.plain("page-back"), "page", client.id, "back"),))
