"""The lines of one client's page: what they brought, what is under way, what they wrote lately.

The counts above them are the digest's. It must not know how the page looks (`digest.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from conversations.texts import Texts
from homework import digesting, enclosures, filled_days, noted, points, reading, tallies
from homework.digest import ClientFacts
from homework.hours import zone_of
from homework.house import House
from homework.moments import waits_for_good
from homework.moments import zone_of as zone_of_client
from homework.prompt_texts import day_words
from homework.store import assignments, entries, occurrences, session_notes
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Therapist

MOST_CHANGES = 3


async def facts_of(
    unit: Unit, house: House, therapist: Therapist, client: Client, texts: Texts
) -> ClientFacts:
    """Return what the digest counts of a client, with the lines of their page."""
    zone = zone_of(therapist)
    (counted,) = await digesting.facts_of(unit, house, therapist, [client], texts)
    start = digesting.begin_of(digesting.period(therapist, unit.now).start, therapist, unit.now)
    notes = await session_notes.since(unit, [client.id], start, therapist.id)
    recent = await entries.lately(unit, client.id, start)
    words = await enclosures.in_words(unit, client.id, recent)
    so_far = await _so_far(unit, house, texts, words, client)
    return replace(
        counted,
        brought=(*noted.lines(texts, notes, zone), *_brought(house, texts, recent, zone)),
        change_lines=(*so_far, *_change_lines(house, texts, words, zone)),
        under_way=() if client.stopped_at else await _under_way(unit, house, texts, client, start),
    )


async def _so_far(
    unit: Unit, house: House, texts: Texts, recent: Sequence[Written], client: Client
) -> list[str]:
    """What adds up over all sheets of a kind, of those kinds of which one was closed lately; of a
    series what it shows of these days."""
    lines: list[str] = []
    for kind in sorted({one.worksheet for one in recent} & house.shelf.newest.keys()):
        sheet = house.sheet(house.shelf.newest[kind], texts)
        if tallies.adds_up(sheet):
            found = await entries.of_sheet(unit, client.id, kind)
            lines += tallies.lines(sheet, found, texts)
        if sheet.momentary:
            lately = [one for one in recent if one.worksheet == kind]
            lines += filled_days.lines(sheet, lately, zone_of_client(client), texts)
    return lines


def _change_lines(house: House, texts: Texts, recent: Sequence[Written], zone: tzinfo) -> list[str]:
    lines = _series_lines(house, texts, recent)
    for one in reversed(recent):
        apart = digesting.to_session(house, one.worksheet)
        sheet = None if apart else house.shelf.newest.get(one.worksheet)
        found = reading.shared_lines(one, house.sheet(sheet, texts), texts) if sheet else []
        if found:
            day = one.closed_at.astimezone(zone).date()
            lines.append(texts.plain("digest-change-on", day=day, changes=", ".join(found)))
    return lines[:MOST_CHANGES]


def _brought(
    house: House, texts: Texts, recent: Sequence[Written], zone: tzinfo
) -> tuple[str, ...]:
    """What was written last for the session, a line each, as far as all of it is shared."""
    for one in reversed(recent):
        if not digesting.to_session(house, one.worksheet):
            continue
        sheet = house.sheet(house.shelf.newest[one.worksheet], texts)
        if lines := reading.shared_lines(one, sheet, texts):
            day = one.closed_at.astimezone(zone).date()
            return (texts.plain("digest-brought-on", day=day), *lines)
    return ()


def _series_lines(house: House, texts: Texts, recent: Sequence[Written]) -> list[str]:
    """One line for each rating of a series: how many, from where to where."""
    lines: list[str] = []
    for name in sorted({one.worksheet for one in recent}):
        sheet = house.sheet(house.shelf.newest[name], texts)
        if sheet.momentary:
            found = [one for one in recent if one.worksheet == name]
            lines += points.summary(sheet, found, texts)
    return lines


async def _under_way(
    unit: Unit, house: House, texts: Texts, client: Client, start: datetime
) -> tuple[str, ...]:
    """The next parts of sheets over days, which are still to come."""
    planned = await occurrences.since(unit, [client.id], start)
    waiting = [
        one
        for one in planned
        if one.chosen and one.state in ("planned", "prompted") and not waits_for_good(one)
    ]
    by_id = await assignments.by_ids(unit, {one.assignment for one in waiting})
    titles = {key: house.sheet(one.worksheet, texts).title for key, one in by_id.items()}
    return tuple(_parts(texts, titles, ZoneInfo(client.zone or "UTC"), waiting))


def _parts(
    texts: Texts, titles: Mapping[str, str], zone: ZoneInfo, waiting: Sequence[Occurrence]
) -> list[str]:
    return [
        texts.plain(
            "digest-under-way",
            title=titles.get(one.assignment, ""),
            when=day_words(one.planned_at.astimezone(zone).date(), texts),
        )
        for one in waiting
        if one.planned_at
    ]
