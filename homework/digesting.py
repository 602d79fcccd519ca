"""The digest's facts and its time: what each client did in the last seven days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations.message import Message
from conversations.texts import Texts
from homework import digest, noted, points, reading, tallies
from homework.digest import ClientFacts, Period
from homework.hours import opens_at, zone_of
from homework.house import House
from homework.ledger import END_STATES
from homework.moments import waits_for_good
from homework.outgoing import Outgoing
from homework.prompt_texts import day_words
from homework.prompting import Fired
from homework.recurrence import next_occurrence
from homework.rhythm import schedule_words
from homework.schedule import Weekly
from homework.store import assignments, entries, occurrences, people, session_notes, timers
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Therapist
from homework.store.session_notes import SessionNote

DAYS = 7
MOST_CHANGES = 3
FOREVER = date(9999, 1, 1)


def period(therapist: Therapist, now: datetime) -> Period:
    """Return the last seven local dates, today included."""
    today = now.astimezone(zone_of(therapist)).date()
    return Period(today - timedelta(days=DAYS - 1), today)


async def plan(unit: Unit, therapist_id: str) -> None:
    """Set the time of the next digest; outside the therapist's hours it comes when they begin."""
    therapist = await people.therapist_by_id(unit, therapist_id)
    if therapist is None or therapist.zone is None:
        return
    days = frozenset(int(day) for day in therapist.digest_days)
    rule = Weekly(days, time.fromisoformat(therapist.digest_at))
    planned = next_occurrence(
        rule, unit.now, zone_of(therapist), starts_on=date(2000, 1, 1), ends_on=FOREVER
    )
    if planned is not None:
        await timers.set(unit, opens_at(therapist, planned.at), "digest", therapist.id, 0)


async def digest_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Send the digests whose time came, and set the next."""
    for timer in fired:
        therapist = await people.therapist_by_id(unit, timer.subject)
        if therapist is None or therapist.person is None:
            continue
        person = await people.person_by_id(unit, therapist.person)
        if person is not None:
            message = await digest_of(unit, house, therapist, house.texts(person.locale))
            day = unit.now.astimezone(zone_of(therapist)).date()
            key = f"digest.{therapist.id}.{day}.{therapist.digest_at}"
            unit.post(Outgoing(person.id, None, "digest", message, dedupe=key))
        await plan(unit, therapist.id)


async def digest_of(unit: Unit, house: House, therapist: Therapist, texts: Texts) -> Message:
    """Return the digest as it stands now."""
    found = await people.clients_of(unit, therapist.id)
    facts = await facts_of(unit, house, therapist, found, texts)
    span = period(therapist, unit.now)
    start = datetime.combine(span.start, time(0), zone_of(therapist)).astimezone(unit.now.tzinfo)
    took = await entries.time_to_read(unit, [client.id for client in found], start)
    return digest.digest(facts, texts, span, took=took)


async def facts_of(
    unit: Unit, house: House, therapist: Therapist, clients: Sequence[Client], texts: Texts
) -> list[ClientFacts]:
    """Return the facts of some of a therapist's clients, loaded together."""
    start = datetime.combine(
        period(therapist, unit.now).start, time(0), zone_of(therapist)
    ).astimezone(unit.now.tzinfo)
    keys = [client.id for client in clients]
    planned = await occurrences.since(unit, keys, start)
    written = await entries.since(unit, keys, start)
    chosen = {one.assignment for one in planned if one.chosen}
    by_id = await assignments.by_ids(unit, chosen)
    notes = await session_notes.since(unit, keys, start)
    titles = {key: house.sheet(one.worksheet, texts).title for key, one in by_id.items()}
    result: list[ClientFacts] = []
    for client in clients:
        agreed = await assignments.of_client(unit, client.id, "active")
        result.append(
            _facts(
                house,
                texts,
                client,
                start,
                [one for one in planned if one.client == client.id],
                [one for one in written if one.client == client.id],
                [one for one in agreed if one.agreed_at and one.agreed_at >= start],
                await _unreachable(unit, client),
                titles,
                await _so_far(unit, house, texts, written, client, start),
                [one for one in notes if one.client == client.id],
            )
        )
    return result


async def _so_far(
    unit: Unit,
    house: House,
    texts: Texts,
    written: Sequence[Written],
    client: Client,
    start: datetime,
) -> list[str]:
    """What adds up over all sheets of a kind, of those kinds of which one was closed lately."""
    lines: list[str] = []
    kinds = {one.worksheet for one in written if one.client == client.id and one.closed_at >= start}
    for kind in sorted(kinds & house.shelf.newest.keys()):
        sheet = house.sheet(house.shelf.newest[kind], texts)
        if tallies.adds_up(sheet):
            found = await entries.of_sheet(unit, client.id, kind)
            lines += tallies.lines(sheet, found, texts)
    return lines


async def _unreachable(unit: Unit, client: Client) -> bool:
    person = await people.person_by_id(unit, client.person) if client.person else None
    return bool(person and person.unreachable_since)


def _facts(
    house: House,
    texts: Texts,
    client: Client,
    start: datetime,
    planned: list[Occurrence],
    written: list[Written],
    agreed: list[Assignment],
    unreachable: bool,
    titles: Mapping[str, str],
    so_far: Sequence[str],
    notes: Sequence[SessionNote],
) -> ClientFacts:
    unread = [one for one in written if one.read_at is None]
    zone = ZoneInfo(client.zone or "UTC")
    return ClientFacts(
        id=client.id,
        code_name=client.code_name,
        state=client.state,
        paused_until=client.paused_until.astimezone(zone).date() if client.paused_until else None,
        unreachable=unreachable,
        stopped=client.stopped_at is not None,
        counts=Counter(one.state for one in planned if one.state in END_STATES),
        unprompted=sum(1 for one in written if not one.occurrence and one.began_at >= start),
        recalled=sum(1 for one in written if one.recalled and one.began_at >= start),
        unread=len(unread),
        brought=(*noted.lines(texts, notes, zone), *_brought(house, texts, written, start)),
        brought_new=any(one.read_at is None for one in notes)
        or any(one.sharing == "all" and _to_session(house, one) for one in unread),
        unread_newest=max((one.closed_at.astimezone(zone).date() for one in unread), default=None),
        too_much=sum(1 for one in planned if one.reason == "too_much"),
        silent_days=silent_days(planned),
        silence=client.silence,
        agreed=tuple(
            f"{house.sheet(one.worksheet, texts).title}: "
            + schedule_words([entry.rule for entry in one.entries], texts)
            for one in agreed
        ),
        change_lines=(*so_far, *_change_lines(house, texts, written, start)),
        under_way=tuple(_under_way(texts, titles, zone, planned)) if not client.stopped_at else (),
    )


def silent_days(planned: Sequence[Occurrence]) -> int:
    """Return on how many of the last local dates prompts arrived and none was opened."""
    opened: dict[date, bool] = {}
    for one in planned:
        if one.sent_at and one.state != "paused":
            opened[one.local_date] = opened.get(one.local_date, False) or _answered(one)
    days = 0
    for day in sorted(opened, reverse=True):
        if opened[day]:
            break
        days += 1
    return days


def _answered(one: Occurrence) -> bool:
    put_off = one.snoozes > 0
    return put_off or one.opened_at is not None or one.state in ("skipped", "declined")


def _change_lines(
    house: House, texts: Texts, written: Sequence[Written], start: datetime
) -> list[str]:
    lines: list[str] = []
    recent = [one for one in written if one.closed_at >= start]
    lines += _series_lines(house, texts, recent)
    for one in reversed(recent):
        sheet = None if _to_session(house, one) else house.shelf.newest.get(one.worksheet)
        found = reading.shared_lines(one, house.sheet(sheet, texts), texts) if sheet else []
        if found:
            day = one.closed_at.date()
            lines.append(texts.plain("digest-change-on", day=day, changes=", ".join(found)))
    return lines[:MOST_CHANGES]


def _brought(
    house: House, texts: Texts, written: Sequence[Written], start: datetime
) -> tuple[str, ...]:
    """What was written last for the session, a line each, as far as all of it is shared."""
    recent = [one for one in written if one.closed_at >= start and _to_session(house, one)]
    for one in reversed(recent):
        sheet = house.sheet(house.shelf.newest[one.worksheet], texts)
        if lines := reading.shared_lines(one, sheet, texts):
            return (texts.plain("digest-brought-on", day=one.closed_at.date()), *lines)
    return ()


def _to_session(house: House, one: Written) -> bool:
    ref = house.shelf.newest.get(one.worksheet)
    return ref is not None and house.shelf.worksheet(ref).to_session


def is_series(house: House, one: Written) -> bool:
    """Whether an entry is a point of a series, which is read as one."""
    ref = house.shelf.newest.get(one.worksheet)
    return ref is not None and house.shelf.worksheet(ref).momentary


def _series_lines(house: House, texts: Texts, recent: Sequence[Written]) -> list[str]:
    """One line for each rating of a series: how many, from where to where."""
    lines: list[str] = []
    for name in sorted({one.worksheet for one in recent}):
        sheet = house.sheet(house.shelf.newest[name], texts)
        if sheet.momentary:
            found = [one for one in recent if one.worksheet == name]
            lines += points.summary(sheet, found, texts)
    return lines


def _under_way(
    texts: Texts, titles: Mapping[str, str], zone: ZoneInfo, planned: list[Occurrence]
) -> list[str]:
    """The next parts of sheets over days, which are still to come; `titles` by assignment."""
    return [
        texts.plain(
            "digest-under-way",
            title=titles.get(one.assignment, ""),
            when=day_words(one.planned_at.astimezone(zone).date(), texts),
        )
        for one in planned
        if one.chosen
        and one.planned_at
        and one.state in ("planned", "prompted")
        and not waits_for_good(one)
    ]
