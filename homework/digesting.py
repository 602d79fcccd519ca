"""The digest's facts and its time: what each client did in the last seven days."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from conversations.message import Button, Message, tap
from conversations.texts import Texts
from homework import alerting, digest, wrapping
from homework.contract_texts import moment
from homework.digest import ClientFacts, Period
from homework.hours import opens_at, zone_of
from homework.house import House
from homework.ledger import END_STATES
from homework.outgoing import Outgoing
from homework.prompting import Fired
from homework.recurrence import next_occurrence
from homework.rhythm import schedule_words
from homework.schedule import Weekly
from homework.store import (
    alerts,
    assignments,
    entries,
    feedback,
    occurrences,
    people,
    session_notes,
    silences,
    timers,
)
from homework.store.alerts import TAKEN, UNSEEN, Alert
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.entries import Head, Written
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Person, Therapist

DAYS = 7
LOOK_BACK = timedelta(days=28)
"""So far back days without an answer are counted: they may have begun before the week."""
EVER, FOREVER = date(2000, 1, 1), date(9999, 1, 1)
LONGEST_WAIT = timedelta(days=8)
"""Hours begin within a week."""


def period(therapist: Therapist, now: datetime) -> Period:
    """Return the last seven local dates, today included."""
    today = now.astimezone(zone_of(therapist)).date()
    return Period(today - timedelta(days=DAYS - 1), today)


def begin_of(day: date, therapist: Therapist, now: datetime) -> datetime:
    """Return the instant at which one of the therapist's dates begins."""
    return datetime.combine(day, time(0), zone_of(therapist)).astimezone(now.tzinfo)


async def plan(unit: Unit, therapist_id: str) -> None:
    """Set the time of the next digest; outside the therapist's hours it comes when they begin.

    One that waits for the hours to begin is still to come.
    """
    therapist = await people.therapist_by_id(unit, therapist_id)
    if therapist is None or therapist.zone is None:
        return
    days = frozenset(int(day) for day in therapist.digest_days)
    rule = Weekly(days, time.fromisoformat(therapist.digest_at))
    after, zone = unit.now - LONGEST_WAIT, zone_of(therapist)
    if (
        therapist.away_until is not None
    ):  # the first one after that, not one the moment they are back
        after = max(after, therapist.away_until)
    while planned := next_occurrence(rule, after, zone, starts_on=EVER, ends_on=FOREVER):
        if (at := opens_at(therapist, planned.at)) > unit.now:
            await timers.set(unit, at, "digest", therapist.id, 0)
            return
        after = planned.at


async def plan_first(unit: Unit, therapist_id: str) -> None:
    """Set the time of a digest where none is set: one that is due, or overdue, stays as it is."""
    if not await timers.is_set(unit, "digest", therapist_id):
        await plan(unit, therapist_id)


async def digest_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """Send the digests whose time came, and set the next."""
    for timer in fired:
        therapist = await people.therapist_by_id(unit, timer.subject)
        if therapist is None or therapist.person is None:
            continue
        person = await people.person_by_id(unit, therapist.person)
        if person is not None:
            message = await digest_of(unit, house, therapist, house.texts(person.locale))
            key = f"digest.{therapist.id}.{timer.due_at:%Y%m%dT%H%M%S.%f}"
            unit.post(Outgoing(person.id, None, "digest", message, dedupe=key))
        await plan(unit, therapist.id)


async def digest_of(
    unit: Unit, house: House, therapist: Therapist, texts: Texts, first: int = 0
) -> Message:
    """Return the digest as it stands now. `first`: how many clients were shown before."""
    found = await people.clients_of(unit, therapist.id)
    facts = await facts_of(unit, house, therapist, found, texts)
    span = period(therapist, unit.now)
    start = begin_of(span.start, therapist, unit.now)
    took = await entries.time_to_read(unit, [client.id for client in found], start, therapist.id)
    open_now = await alerting.open_for(unit, therapist)
    zone = zone_of(therapist)
    flags = [(_flag_line(one, texts, zone), _flag_button(one, texts)) for one in open_now]
    return digest.digest(facts, texts, span, took=took, first=first, alerts=flags)


def _flag_line(one: Alert, texts: Texts, zone: ZoneInfo) -> str:
    key = "digest-alert-taken" if one.state == TAKEN else "digest-alert-open"
    return texts.html(key, name=one.name, at=moment(one.raised_at, zone, texts))


def _flag_button(one: Alert, texts: Texts) -> Button:
    label = texts.plain("alerts-button", name=one.name, at=texts.plain("alert-show"))
    return tap(label[:60], "alert", one.id, "show")


async def facts_of(
    unit: Unit,
    house: House,
    therapist: Therapist,
    clients: Sequence[Client],
    texts: Texts,
    start: datetime | None = None,
    planned: Sequence[Occurrence] | None = None,
    closed: Sequence[Written] | None = None,
    noted: Collection[str] | None = None,
) -> list[ClientFacts]:
    """Return the facts of some of a therapist's clients since `start` (the digest's week), loaded
    together. Counts alone: of an entry nothing is looked at but whether it was too much, or very
    hard for who went silent after it. `planned`, `closed`: what was planned, and which entries
    were closed since then, where that is at hand; `noted`: which of the clients have a note to be
    told of, if not all those that have a new one."""
    week = period(therapist, unit.now).start
    start = start or begin_of(week, therapist, unit.now)
    keys = [client.id for client in clients]
    found = await occurrences.since(unit, keys, start) if planned is None else planned
    planned_by = _by_client(found)
    written = _by_client(await entries.heads(unit, keys, start, therapist.id))
    agreed = _by_client(await assignments.agreed_since(unit, keys, start))
    silent = await silences.days_unanswered(unit, keys, unit.now - LOOK_BACK, week)
    if noted is None:
        noted = await session_notes.unread_of(unit, keys, therapist.id)
    hard = await _after_hard(unit, [key for key, days in silent.items() if days])
    if closed is None:
        closed = await entries.shared_since(unit, keys, start)
    much = Counter(one.client for one in closed if wrapping.was_too_much(one))
    persons = await people.persons_by_id(unit, [one.person for one in clients if one.person])
    raised = await alerts.of_clients(unit, keys, start)
    flags = await alerts.told_in_digest(unit, keys, start)
    smaller = Counter(key for key, _, _ in await feedback.smaller_since(unit, keys, start))
    suggested = await assignments.unanswered(unit, keys)
    common = _Found(house, texts, zone_of(therapist), start)
    return [
        common.facts(
            client,
            planned_by.get(client.id, []),
            written.get(client.id, []),
            agreed.get(client.id, []),
            0 if client.paused_until or client.stopped_at else silent.get(client.id, 0),
            noted=client.id in noted,
            after_hard=client.id in hard and not client.paused_until and not client.stopped_at,
            unreachable=_unreachable(persons.get(client.person or "")),
            raised=[one for one in raised if one.client == client.id],
            flags=flags.get(client.id, 0),
            after_sheets=much[client.id],
            smaller=smaller[client.id],
            suggested=suggested.get(client.id, 0),
        )
        for client in clients
    ]


async def _after_hard(unit: Unit, silent: Sequence[str]) -> set[str]:
    """Those who answered nothing since an entry that was very hard for them."""
    newest = [await entries.newest_of_client(unit, key, 1) for key in silent]
    hard = [one for found in newest for one in found if wrapping.was_hard(one)]
    return {
        one.client
        for one in hard
        if not await silences.there_since(unit, one.client, one.closed_at)
    }


class _Whose(Protocol):
    @property
    def client(self) -> str: ...


_Row = TypeVar("_Row", bound=_Whose)


def _by_client(found: Sequence[_Row]) -> dict[str, list[_Row]]:
    result: dict[str, list[_Row]] = {}
    for one in found:
        result.setdefault(one.client, []).append(one)
    return result


def _unreachable(person: Person | None) -> bool:
    return person is not None and person.unreachable_since is not None


@dataclass(frozen=True, slots=True)
class _Found:
    """What the facts of all clients have in common."""

    house: House
    texts: Texts
    zone: ZoneInfo
    start: datetime

    def facts(
        self,
        client: Client,
        planned: Sequence[Occurrence],
        written: Sequence[Head],
        agreed: Sequence[Assignment],
        silent: int,
        *,
        noted: bool,
        after_hard: bool,
        unreachable: bool,
        raised: Sequence[Alert],
        flags: int,
        after_sheets: int,
        smaller: int,
        suggested: int,
    ) -> ClientFacts:
        """Return the facts of one client: `written` are the entries since then, and all new ones;
        `after_sheets`: how often it was said after a sheet that it was too much."""
        unread = [one for one in written if one.new]
        lately = [one for one in written if one.closed_at >= self.start]
        until = client.paused_until
        return ClientFacts(
            id=client.id,
            code_name=client.code_name,
            state=client.state,
            paused_until=until.astimezone(ZoneInfo(client.zone or "UTC")).date() if until else None,
            unreachable=unreachable,
            stopped=client.stopped_at is not None,
            erased_on=client.erase_at.astimezone(self.zone).date() if client.erase_at else None,
            counts=Counter(one.state for one in planned if one.state in END_STATES),
            unprompted=sum(not one.occurrence for one in lately),
            recalled=sum(one.recalled for one in lately),
            unread=len(unread),
            brought_new=noted
            or any(
                one.sharing == "all" and to_session(self.house, one.worksheet) for one in unread
            ),
            unread_newest=max(
                (one.closed_at.astimezone(self.zone).date() for one in unread), default=None
            ),
            too_much=sum(one.reason == "too_much" for one in planned) + after_sheets,
            smaller=smaller,
            suggested=suggested,
            silent_days=silent,
            silence=client.silence,
            after_hard=after_hard,
            alerts=sum(one.state in UNSEEN for one in raised),
            flags=flags,
            flag_lines=tuple(flag_line(one, self.texts, self.zone) for one in raised),
            agreed=tuple(
                f"{self.house.sheet(one.worksheet, self.texts).title}: "
                + schedule_words([entry.rule for entry in one.entries], self.texts)
                for one in agreed
            ),
        )


def flag_line(one: Alert, texts: Texts, zone: ZoneInfo) -> str:
    """Return when a safety flag was raised, and when it was seen."""
    at = moment(one.raised_at, zone, texts)
    if one.seen_at is None:
        return texts.html("alert-line-taken" if one.state == TAKEN else "alert-line-open", at=at)
    state = texts.plain(f"alert-state-{one.state.replace('_', '-')}")
    return texts.html("alert-line", at=at, state=state, seen=moment(one.seen_at, zone, texts))


def to_session(house: House, worksheet: str) -> bool:
    """Whether a sheet is brought to the session."""
    ref = house.shelf.newest.get(worksheet)
    return ref is not None and house.shelf.worksheet(ref).to_session


def is_series(house: House, one: Written) -> bool:
    """Whether an entry is a point of a series, which is read as one."""
    ref = house.shelf.newest.get(one.worksheet)
    return ref is not None and house.shelf.worksheet(ref).momentary
