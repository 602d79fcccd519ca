"""A contract in words, for both who made it."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.markup import escape
from conversations.texts import Texts
from homework import chosen_words
from homework.house import House
from homework.prompt_texts import day_words
from homework.rhythm import schedule_words
from homework.schedule import from_json
from homework.store import contracts
from homework.store.assignments import Assignment
from homework.store.contracts import Recorded
from homework.store.database import Unit
from homework.store.wording import CONTRACT


def moment(at: datetime, zone: ZoneInfo, texts: Texts) -> str:
    """Return a moment on somebody's clock: "Mon 1 Mar 18:00"."""
    local = at.astimezone(zone)
    return f"{day_words(local.date(), texts)} {local:%H:%M}"


def contract(one: Assignment, texts: Texts) -> list[str]:
    """Return the client's own part, a line each (HTML): plan, obstacle, what then, how sure."""
    said = {name: getattr(one.texts, name) for name in CONTRACT}
    return [
        texts.html(f"contract-{name}", **{name: value})
        for name, value in said.items()
        if value is not None
    ]


def page(
    house: House, texts: Texts, one: Assignment, zone: ZoneInfo, now: datetime | None = None
) -> str:
    """Return what is agreed about a practice (HTML). `now`: it may not have begun yet."""
    sheet = house.sheet(one.worksheet, texts)
    rules = [entry.rule for entry in one.entries]
    schedule = schedule_words(rules, texts)
    lines = [
        texts.html("agreed-page", title=sheet.title, form=texts.plain(f"form-{one.variant}")),
        texts.html("agreed-why", why=one.texts.why),
    ]
    if one.texts.enough:
        lines.append(texts.html("agreed-enough", enough=one.texts.enough))
    lines += chosen_words.lines(sheet, one.texts, texts, one.variant)
    until = day_words(one.until(now.astimezone(zone).date()) if now else one.ends_on, texts)
    lines.append(texts.html("agreed-when", schedule=schedule, until=until))
    lines += contract(one, texts)
    if one.texts.media:
        lines.append(texts.html("media-allowed"))
    if one.paused_until:
        lines.append(texts.html("agreed-paused", until=moment(one.paused_until, zone, texts)))
    return "\n".join(lines)


async def history(
    unit: Unit,
    house: House,
    texts: Texts,
    one: Assignment,
    zone: ZoneInfo,
    names: Mapping[str, str],
) -> str:
    """Return all that was agreed about a practice, newest first (HTML).

    `names`: who changed it, by person; anybody else is the program itself.
    """
    title = house.sheet(one.worksheet, texts).title
    blocks = [texts.html("history-head", title=title)]
    for each in reversed(await contracts.history(unit, one.id)):
        who = names.get(each.actor) or texts.plain("history-house")
        change = texts.plain(f"history-{each.change}")
        day = moment(each.at, zone, texts)
        head = texts.html("history-line", day=day, who=who, change=change)
        blocks.append("\n".join([head, *_lines(each, texts)]))
    return "\n\n".join(blocks)


def _lines(each: Recorded, texts: Texts) -> list[str]:
    rules = each.body.get("rules")
    found = [from_json(str(rule)) for rule in rules] if isinstance(rules, list) else []
    form = texts.plain(f"form-{each.body.get('variant', 'full')}")
    lines = [escape(f"{form}, {schedule_words(found, texts)}")]
    for name in CONTRACT:
        said = each.body.get(name)
        if isinstance(said, str | int):
            lines.append(texts.html(f"contract-{name}", **{name: said}))
    return lines
