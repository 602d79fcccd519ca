"""The brief's facts and its time: what one client did in a period, told before the session.

It must not know how it is asked for, nor how it looks (`brief.py`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from conversations.message import Message
from conversations.paging import pages
from conversations.session import VARIANTS
from conversations.texts import Texts
from homework import (
    brief,
    brief_lines,
    brief_span,
    digest,
    digesting,
    enclosures,
    loads,
    missing,
    noted,
    predictions,
    reading,
    tallies,
    wrapping,
)
from homework.brief import BriefFacts, PracticeFacts
from homework.brief_span import CHOICES, SINCE
from homework.hints import Practised, suggest
from homework.hours import opens_at, zone_of
from homework.house import House
from homework.ledger import END_STATES
from homework.moments import zone_of as zone_of_client
from homework.outgoing import LIMIT, Outgoing
from homework.prompting import Fired
from homework.retelling import answers_of
from homework.rhythm import moment_words
from homework.store import (
    assignments,
    entries,
    meetings,
    occurrences,
    outbox,
    people,
    remarks,
    session_notes,
    timers,
)
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Therapist

TIMER = "brief"

LEADS = (30, 60, 120, 1440, 0)
"""Minutes before a session that a brief may come; 0: only when asked for."""


async def of_client(
    unit: Unit,
    house: House,
    therapist: Therapist,
    client: Client,
    texts: Texts,
    days: int,
    *,
    asked_for: bool = True,
) -> Message:
    """Return the brief of one client over the last `days` local dates, today included, or `SINCE`
    the last session. `asked_for`: somebody reads it now; else it has a button that says so."""
    facts = await facts_of(unit, house, therapist, client, texts, days)
    return brief.brief(replace(facts, unseen=not asked_for), texts, choices=CHOICES)


async def facts_of(
    unit: Unit, house: House, therapist: Therapist, client: Client, texts: Texts, days: int
) -> BriefFacts:
    """Return what is known of one client in that time."""
    zone = zone_of(therapist)
    span = await brief_span.of_days(unit, therapist, client, days)
    start = span.begins
    planned = await occurrences.since(unit, [client.id], start)
    reached = await entries.lately(unit, client.id, span.reach)
    words = await enclosures.in_words(unit, client.id, reached)
    found = [one for one in words if one.closed_at >= start]
    notes = await session_notes.since(unit, [client.id], span.reach, therapist.id)
    set_now = await assignments.of_client(unit, client.id, "active")
    known = {one.id: one for one in set_now}
    running = {*known}
    more = {one.assignment for one in (*planned, *found) if one.assignment} - known.keys()
    known |= await assignments.by_ids(unit, more)
    every = await _whole(unit, house, client, [one.worksheet.id for one in known.values()], reached)
    practices = [
        _practice(
            house,
            one,
            [each for each in planned if each.assignment == key],
            [each for each in found if each.assignment == key],
            every,
            texts,
            zone,
            zone_of_client(client),
        )
        for key, one in sorted(known.items(), key=lambda pair: pair[1].agreed_at or unit.now)
    ]
    (about,) = await digesting.facts_of(
        unit, house, therapist, [client], texts, start, planned, found, noted=()
    )  # notes stand on top
    brought = brief_lines.brought(house, reached, texts, zone)
    told_elsewhere = replace(about, alerts=0, flags=0, too_much=0, smaller=0)
    if brought:
        told_elsewhere = replace(told_elsewhere, brought_new=False)
    asked = loads.load(house, set_now)
    met = (await meetings.next_of(unit, therapist.id, [client.id])).get(client.id)
    when = moment_words(met, None, zone, texts) if met and met > unit.now else ""
    ended = [one for one in planned if one.state in END_STATES]
    open_now = await assignments.of_client(unit, client.id, *assignments.TO_BE_AGREED)
    marked = await remarks.to_discuss(unit, client.id, therapist.id)
    return BriefFacts(
        id=client.id,
        code_name=client.code_name,
        span=span,
        asked=days,
        next_session=when,
        noted=tuple(noted.lines(texts, notes, zone)),
        brought=brought,
        flags=(*about.flag_lines, *digest.soft_flags(about, texts)),
        pressing=(*digest.pressing(told_elsewhere, texts), *digest.away(about, texts)),
        practices=tuple(facts for facts, _ in practices),
        discuss=brief_lines.discuss(house, reached, marked, texts, zone),
        suggested=tuple(
            (
                house.sheet(one.worksheet, texts).title,
                texts.plain(f"assignment-{one.state}"),
            )
            for one in open_now
        ),
        predictions=predictions.line(predictions.of_sheets(house, every, texts), texts),
        load=(asked.prompts, round(asked.minutes)) if set_now else None,
        put_off=sum(one.snoozes > 0 for one in planned),
        too_much=about.too_much,
        smaller=about.smaller,
        undelivered=Counter(one.reason or "" for one in ended if one.state == "not_delivered"),
        unread=about.unread,
        kept=sum(one.sharing == "nothing" for one in found),
        hint=suggest(about.silent_days, [seen for one, seen in practices if one.id in running]),
    )


async def _whole(
    unit: Unit, house: House, client: Client, sheets: Sequence[str], opened: Sequence[Written]
) -> list[Written]:
    """Every entry of those sheets of which something is told over all of them."""
    shelf = house.shelf
    added = {key for key in sheets if tallies.adds_up(shelf.worksheet(shelf.newest[key]))}
    told = added | predictions.kinds(house).keys()
    return await entries.of_sheets(unit, client.id, told, opened)


def _practice(
    house: House,
    assignment: Assignment,
    planned: Sequence[Occurrence],
    found: Sequence[Written],
    every: Sequence[Written],
    texts: Texts,
    zone: ZoneInfo,
    theirs: ZoneInfo,
) -> tuple[PracticeFacts, Practised]:
    sheet = house.sheet(assignment.worksheet, texts)
    ended = [one for one in planned if one.state in END_STATES]
    stopped = Counter(
        sheet.by_id[one.step_reached].name
        for one in ended
        if one.state == "partial" and one.step_reached in sheet.by_id
    )
    parts = missing.by_part(planned)
    skips = Counter(one.reason or "" for one in ended if one.state == "skipped")
    skips.pop("", None)
    changes = [
        (before, after)
        for one in found
        if one.sharing != "nothing"
        for _, before, after in reading.pairs(sheet, answers_of(one))
    ]
    facts = PracticeFacts(
        id=assignment.id,
        title=sheet.title,
        counts=Counter(one.state for one in ended),
        unprompted=sum(not one.occurrence for one in found),
        recalled=sum(one.recalled for one in found),
        stopped_at=stopped,
        skips=skips,
        parts=parts,
        newest=None if sheet.momentary else brief_lines.newest(sheet, found, texts, zone),
        pairs=brief.pairs_of(changes),
        lines=tuple(brief_lines.lines(sheet, found, every, texts, theirs)),
        quote=brief_lines.quote(sheet, found, zone),
    )
    smaller = VARIANTS.index(assignment.variant) + 1
    return facts, Practised(
        title=sheet.title,
        counts=facts.counts,
        reasons=skips + Counter(too_much=sum(wrapping.was_too_much(one) for one in found)),
        undelivered=Counter(one.reason or "" for one in ended if one.state == "not_delivered"),
        rang=sum(one.sent_at is not None for one in planned),
        snoozed=sum(one.snoozes > 0 for one in planned),
        parts=parts,
        stuck=brief.stuck(stopped),
        smaller=any(variant in sheet.minutes for variant in VARIANTS[smaller:]),
    )


# Its time -----------------------------------------------------------------------------------------


def due_at(therapist: Therapist, session_at: datetime) -> datetime:
    """Return when the brief comes: so long before the session, in the therapist's hours where that
    is still before it."""
    at = session_at - timedelta(minutes=therapist.brief_minutes)
    opens = opens_at(therapist, at)
    return opens if opens < session_at else at


async def plan(unit: Unit, therapist: Therapist, client: str, at: datetime | None) -> None:
    """Set the time of the brief before a session, or drop it where none is to come."""
    care = await meetings.care_of(unit, therapist.id, client)
    if care is None:
        return
    if at is None or at <= unit.now or not therapist.brief_minutes:
        await timers.cancel(unit, TIMER, care)
    else:
        await timers.set(unit, due_at(therapist, at), TIMER, care, 0)


async def plan_all(unit: Unit, therapist: Therapist) -> None:
    """Set the time of every brief to come anew, after what it hangs on was changed."""
    found = [client.id for client in await people.clients_of(unit, therapist.id)]
    for client, at in (await meetings.next_of(unit, therapist.id, found)).items():
        await plan(unit, therapist, client, at)


async def brief_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Send the briefs whose time came; none after the session, and none of who is not there.

    Nobody has read what comes by itself: it opens nothing, and is no reading of the client's."""
    for timer in fired:
        meeting = await meetings.by_care(unit, timer.subject)
        if meeting is None or meeting.at is None or meeting.at <= unit.now:
            continue
        therapist = await people.therapist_by_id(unit, meeting.therapist)
        client = await people.client_in_care(unit, meeting.therapist, meeting.client)
        if therapist is None or client is None or client.state != "active":
            continue
        if therapist.away_until is not None and unit.now < therapist.away_until:
            continue
        person = await people.person_by_id(unit, therapist.person) if therapist.person else None
        key = f"brief.{timer.subject}.{meeting.at:%Y%m%dT%H%M}"
        if person is None or await outbox.knows(unit, key):
            continue
        texts = house.texts(person.locale)
        message = await of_client(unit, house, therapist, client, texts, SINCE, asked_for=False)
        await session_notes.mark_sent(unit, therapist.id, client.id)
        for place, page in enumerate(pages(message, LIMIT)):
            once = f"{key}.{place}" if place else key
            unit.post(Outgoing(person.id, client.id, "brief", page, dedupe=once))
