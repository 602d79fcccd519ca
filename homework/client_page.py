"""One client's page: what there is to know of them on one screen, section by section.

To add a section, write a function that returns its lines (HTML; none: it is not shown) and put it
into SECTIONS where it belongs; it finds what it needs in `Opened`, or asks the store for it. It
must not know which buttons stand below (`therapist_client.py` in the bot's handlers).
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from conversations.texts import Texts
from homework import client_lines, digest, digesting, loads
from homework.capping import MARKS
from homework.digest import ClientFacts
from homework.hours import zone_of
from homework.house import House
from homework.moments import zone_of as client_zone_of
from homework.page import Page
from homework.profile_words import told_line
from homework.prompt_texts import day_words
from homework.rhythm import moment_words, schedule_words
from homework.store import assignments, hierarchies, meetings, pages
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client, Therapist

STANDING = ("active", "chained", *assignments.OPEN_PROPOSALS)
"""States of what is set for a client, or offered to them."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a page is made of, loaded once. `week`: what the digest counts, with the lines of what
    was written; `limits`: caps and marks; `standing`: what is set or offered, oldest first."""

    unit: Unit = field(repr=False)
    house: House = field(repr=False)
    therapist: Therapist
    client: Client
    texts: Texts = field(repr=False)
    week: ClientFacts
    limits: Page
    standing: tuple[Assignment, ...]


Section = Callable[[Opened], Awaitable[Sequence[str]]]


async def opened(
    unit: Unit, house: House, therapist: Therapist, client: Client, texts: Texts
) -> Opened:
    """Load what a client's page shows."""
    return Opened(
        unit,
        house,
        therapist,
        client,
        texts,
        await client_lines.facts_of(unit, house, therapist, client, texts),
        await pages.of_client(unit, client.id),
        tuple(await assignments.of_client(unit, client.id, *STANDING)),
    )


async def page(seen: Opened) -> str:
    """Return a client's page (HTML): a block for each section that has something to say."""
    blocks = [await section(seen) for section in SECTIONS]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


# The sections -------------------------------------------------------------------------------------


async def status(seen: Opened) -> list[str]:
    """Whose page it is, what presses, and how much was done in the week."""
    span = digesting.period(seen.therapist, seen.unit.now)
    return digest.page_head(seen.week, seen.texts, span)


async def session(seen: Opened) -> list[str]:
    """When the two meet next, and what was written for it."""
    if seen.client.state != "active":
        return []
    found = await meetings.next_of(seen.unit, seen.therapist.id, [seen.client.id])
    at, texts = found.get(seen.client.id), seen.texts
    first = texts.html("brief-next-none")
    if at is not None and at > seen.unit.now:
        when = moment_words(at, None, zone_of(seen.therapist), texts)
        first = texts.html("brief-next", when=when)
    return [first, *(texts.html("digest-change", text=line) for line in seen.week.brought)]


async def practices(seen: Opened) -> list[str]:
    """What is set or offered: its rhythm on the client's clock, its state, its end."""
    texts, zone = seen.texts, client_zone_of(seen.client)
    lines: list[str] = []
    for one in seen.standing:
        sheet = seen.house.sheet(one.worksheet, texts)
        said = {
            "title": sheet.title,
            "schedule": schedule_words([entry.rule for entry in one.entries], texts),
            "state": texts.plain(f"assignment-{one.state.replace('_', '-')}"),
        }
        if one.state == "chained":
            lines.append(texts.html("client-practice-chained", **said))
            continue
        until = one.until(seen.unit.now.astimezone(zone).date())
        lines.append(texts.html("client-practice", until=day_words(until, texts), **said))
        if one.paused_until:
            until = moment_words(one.paused_until, None, zone, texts)
            lines.append(texts.html("agreed-paused", until=until))
    lines += [texts.html("digest-change", text=line) for line in seen.week.under_way]
    return lines


async def load(seen: Opened) -> list[str]:
    """How much is asked of them now, and how much may be."""
    if seen.client.state != "active":
        return []
    limits, texts = seen.limits, seen.texts
    active = [one for one in seen.standing if one.state == "active"]
    asked, lines = loads.load(seen.house, active), [texts.html("assignments-none")]
    if active:
        lines = [texts.html("page-now", count=asked.prompts, minutes=round(asked.minutes))]
    if loads.above_prompts(asked, limits):
        lines.append(texts.html("page-above"))
    most = {"prompts": limits.caps.prompts, "reminders": limits.caps.reminders}
    more = {"practices": limits.practices, "minutes": limits.minutes}
    return [*lines, texts.html("client-most", **most, **more)]


async def ruled_out(seen: Opened) -> list[str]:
    """What must not be set for them, and how long their lists are."""
    texts = seen.texts
    marks = [
        texts.plain(f"client-not-{m.replace('_', '-')}") for m in MARKS if m in seen.limits.marks
    ]
    lines = [texts.html("client-ruled-out", what=", ".join(marks))] if marks else []
    lists = await hierarchies.of_client(seen.unit, seen.client.id)
    for kind, items in lists.items():
        if items:
            name = texts.plain(f"list-name-{kind}")
            lines.append(texts.html("list-button", name=name, count=len(items)))
    return lines


async def days(seen: Opened) -> list[str]:
    """What they told about their days, and what their clock says where it is not the reader's."""
    told = await told_line(seen.unit, seen.texts, seen.client)
    lines = [told] if told else []
    theirs = seen.unit.now.astimezone(client_zone_of(seen.client))
    mine = seen.unit.now.astimezone(zone_of(seen.therapist))
    if seen.client.zone and theirs.utcoffset() != mine.utcoffset():
        lines.append(seen.texts.html("client-clock", time=f"{theirs:%H:%M}"))
    return lines


async def lately(seen: Opened) -> list[str]:
    """What was agreed in the week, and what came of what they wrote."""
    texts, week = seen.texts, seen.week
    lines = [texts.html("digest-agreed", text=change) for change in week.agreed]
    return [*lines, *(texts.html("digest-change", text=line) for line in week.change_lines)]


SECTIONS: tuple[Section, ...] = (status, session, practices, load, ruled_out, days, lately)
"""In the order they stand on the page."""
