"""A program reaches the client: the whole of it first, each later step again before it begins."""

from collections.abc import Sequence

from bot.exchange import Exchange
from conversations.message import Message, Rows, tap
from conversations.texts import Texts
from homework import chaining, materials_shown
from homework.house import House
from homework.program import programs
from homework.prompt_texts import day_words
from homework.rhythm import schedule_words
from homework.store import assignments
from homework.store import programs as stored
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.programs import Running


async def show(turn: Exchange, first: Assignment) -> None:
    """Show the proposal of a program again."""
    running = await stored.by_id(turn.unit, first.program or "")
    if running is not None:
        links = await assignments.of_program(turn.unit, running.id)
        message = await proposal(turn.unit, turn.house, turn.texts, running, links)
        turn.say(message.html, message.buttons)


async def text_of(turn: Exchange, first: Assignment) -> str:
    """Return what was agreed with the first link of a program: all of it."""
    running = await stored.by_id(turn.unit, first.program or "")
    links = await assignments.of_program(turn.unit, first.program or "")
    if running is None:
        return ""
    return await program_text(turn.unit, turn.house, turn.texts, running, links)


async def proposal(
    unit: Unit, house: House, texts: Texts, running: Running, links: Sequence[Assignment]
) -> Message:
    """Return the proposal of a program, with its three answers."""
    first = links[0].id
    rows: Rows = (
        (tap(texts.plain("proposal-accept"), "asg", first, "accept"),),
        (
            tap(texts.plain("proposal-adjust"), "asg", first, "adjust"),
            tap(texts.plain("proposal-not-now"), "asg", first, "not_now"),
        ),
    )
    head = texts.html("program-head", count=len(links))
    text = await program_text(unit, house, texts, running, links)
    return Message(f"{head}\n\n{text}", rows)


async def program_text(
    unit: Unit, house: House, texts: Texts, running: Running, links: Sequence[Assignment]
) -> str:
    """Return the title, why, every step in order, and who reads: what a client agrees to."""
    known = programs(texts.locale).get(running.name)
    lines = [texts.html("program-title", title=known.title if known else running.name)]
    lines.append(texts.html("proposal-why", why=links[0].texts.why))
    for link in links:
        belongs = await materials_shown.listed(unit, texts, link)
        lines.append(
            "\n".join([_step(house, texts, running, link), *([belongs] if belongs else [])])
        )
    lines.append(texts.html("program-no"))
    lines.append(texts.html(f"proposal-share-{links[0].sharing}"))
    return "\n\n".join(lines)


def _step(house: House, texts: Texts, running: Running, link: Assignment) -> str:
    sheet, position = house.sheet(link.worksheet, texts), link.position or 0
    chain, before = running.links[position], running.links[max(position - 1, 0)]
    begins = texts.plain(
        f"program-begins-{chain.begins.replace('_', '-')}",
        days=chain.days,
        count=before.entries or 0,
    )
    line = texts.html(
        "program-step",
        number=position + 1,
        title=sheet.title,
        minutes=sheet.minutes.get(link.variant, 5),
        schedule=schedule_words([entry.rule for entry in link.entries], texts),
        weeks=((link.ends_on - link.starts_on).days + 1) // 7,
        begins=begins,
    )
    if link.texts.states:
        line += "\n" + texts.html("proposal-states", names=", ".join(link.texts.states))
    if link.texts.enough:
        line += "\n" + texts.html("proposal-enough", enough=link.texts.enough)
    return line


async def link_pressed(turn: Exchange) -> None:
    """Yes or no to a step that was announced. Only one's own is looked at."""
    link = await assignments.own(turn.unit, turn.key, turn.client.id)
    if link is None or turn.value not in ("yes", "no"):
        turn.notice = turn.texts.plain("tap-stale")
        return
    title = turn.house.sheet(link.worksheet, turn.texts).title
    if turn.value == "yes" and link.state == "chained":
        await turn.redraw(turn.texts.html("link-kept", title=title))
    elif turn.value == "no" and await chaining.refuse(turn.unit, turn.client, link):
        await turn.redraw(turn.texts.html("link-refused", title=title), _after_all(turn, link))
        await turn.tell_therapists(turn.client, "told-link-refused", title=link.worksheet)
    else:
        await _say_where_it_stands(turn, link, title)


def _after_all(turn: Exchange, link: Assignment) -> Rows:
    return ((tap(turn.texts.plain("proposal-accept-later"), "asg", link.id, "accept"),),)


async def _say_where_it_stands(turn: Exchange, link: Assignment, title: str) -> None:
    """The step has moved on since it was announced: say how far, and what one can do."""
    texts = turn.texts
    match link.state:
        case "active":
            rows: Rows = (
                (tap(texts.plain("agreed-pause"), "ease", link.id, "hold"),),
                (tap(texts.plain("agreed-end"), "pact", link.id, "end"),),
            )
            began, until = day_words(link.starts_on, texts), day_words(link.ends_on, texts)
            text = texts.html("link-begun", title=title, began=began, until=until)
            await turn.redraw(text, rows)
        case assignments.WAITS:
            await turn.redraw(texts.html("link-waits", title=title))
        case "not_now":
            await turn.redraw(texts.html("link-not-now", title=title), _after_all(turn, link))
        case "ended":
            await turn.redraw(texts.html("agreed-over"))
        case _:
            turn.notice = texts.plain("tap-stale")
