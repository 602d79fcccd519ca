"""/progress: what a client has written, in their own words, newest first, and who reads it."""

from dataclasses import replace

from bot.exchange import Exchange
from bot.handlers import client_hierarchy, recordings
from conversations.message import Button, tap
from homework import enclosures, points, readers, reading, reviewing, sharing
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.reports.material import LEAST
from homework.store import entries, remarks
from homework.store.entries import Written

PAGE = 8


async def progress(turn: Exchange) -> None:
    """Show the newest entries, one button each."""
    await _list(turn, 0)


async def pressed(turn: Exchange) -> None:
    """Open one of one's own entries, change who may read it, or turn the page."""
    if turn.key == "page":
        await _list(turn, int(turn.value) if turn.value.isdecimal() else 0)
        return
    one = await entries.own(turn.unit, turn.key, turn.client.id)
    if one is None or reading.sheet_of(turn.house, one, turn.texts) is None:
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value in sharing.SHARING:
        await _show(turn, await sharing.change(turn.unit, turn.person.id, one, turn.value))
    else:
        await _show(turn, one)


async def _list(turn: Exchange, page: int) -> None:
    count = await entries.count_of_client(turn.unit, turn.client.id)
    if not count:
        lists = await client_hierarchy.buttons(turn)
        turn.say(turn.texts.html("progress-none"), ((_today(turn),), *lists))
        return
    page = min(page, (count - 1) // PAGE)
    found = await entries.newest_of_client(turn.unit, turn.client.id, PAGE, page * PAGE)
    rows: list[tuple[Button, ...]] = [(_button(turn, one),) for one in found]
    turned: list[Button] = []
    if page:
        turned.append(tap(turn.texts.plain("progress-newer"), "mine", "page", str(page - 1)))
    if (page + 1) * PAGE < count:
        turned.append(tap(turn.texts.plain("progress-older"), "mine", "page", str(page + 1)))
    if turned:
        rows.append(tuple(turned))
    rows += await client_hierarchy.buttons(turn)
    if count >= LEAST:
        rows.append((tap(turn.texts.plain("pic-button"), "pic", "", "menu"),))
    head = turn.texts.html("progress-head", count=count)
    await turn.redraw(head, tuple(rows))


def _button(turn: Exchange, one: Written) -> Button:
    at = one.closed_at.astimezone(zone_of(turn.client))
    day = f"{day_words(at.date(), turn.texts)} {at:%H:%M}"
    title = reading.title_of(turn.house, one, turn.texts)
    return tap(turn.texts.plain("entry-button", day=day, title=title)[:60], "mine", one.id, "open")


async def _show(turn: Exchange, one: Written) -> None:
    """Show all of it: what is kept from a therapist is not kept from its writer."""
    sheet = reading.sheet_of(turn.house, one, turn.texts)
    if sheet is None:
        return
    whole = replace(one, sharing="all")
    if sheet.momentary:
        text = points.by_day(sheet, [whole], zone_of(turn.client), turn.texts)
    else:
        text = reading.entry_html(whole, sheet, turn.texts)
    left = await remarks.at_entry(turn.unit, one.id)
    said = await reviewing.lines(turn.unit, turn.house, turn.texts, one, left)
    text += "".join(f"\n\n{line}" for line in said)
    who = turn.texts.html(f"sharing-is-{one.sharing}")
    read = await readers.of_entry(turn.unit, turn.texts, turn.client, one)
    rows = [
        (tap(turn.texts.plain(f"sharing-to-{other}"), "mine", one.id, other),)
        for other in sharing.SHARING
        if other != one.sharing
    ]
    back = tap(turn.texts.plain("progress-back"), "mine", "page", "0")
    media = recordings.buttons(await enclosures.of_entry(turn.unit, one), turn.texts)
    await turn.redraw(f"{text}\n\n<i>{who} {read}</i>", (*media, *rows, (back,)))


def _today(turn: Exchange) -> Button:
    return tap(turn.texts.plain("go-today"), "cmd", "today", "go")
