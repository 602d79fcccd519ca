"""What must hold for all that rings, whatever clients and the weather do: one function each.

Judged by what stood on phones. It must not know how lives are lived.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from bot.simulate.evidence import Case, Rung
from homework import loads
from homework.burden import Caps
from homework.page import MOST_PRACTICES

MINUTE = timedelta(minutes=1)
SILENT_DAYS = 7
A_COPY = timedelta(minutes=5)
"""Within this a second copy of a doubtful message follows."""

Found = Iterator[tuple[datetime, str]]
"""When a rule did not hold, and what was seen."""


def _started_by_the_bot(case: Case) -> list[Rung]:
    """Return prompts and reminders without what the client asked for, and without copies."""
    found: list[Rung] = []
    before: list[Rung] = []
    for one in case.evidence.rungs:
        copy = any(  # also of what the client had asked for
            other.occurrence == one.occurrence and other.doubtful and one.at - other.at < A_COPY
            for other in before[-3:]
        )
        before.append(one)
        if not copy and not (one.chosen and one.calm):
            found.append(one)
    return found


def _split(case: Case) -> tuple[list[Rung], list[Rung]]:
    """Return prompts, and reminders: what rings again for the same practice unasked."""
    prompts: list[Rung] = []
    reminders: list[Rung] = []
    rung: set[str] = set()
    for one in _started_by_the_bot(case):
        (reminders if one.occurrence in rung and not one.chosen else prompts).append(one)
        rung.add(one.occurrence)
    return prompts, reminders


def quiet_hours(case: Case) -> Found:
    """Nothing that the bot starts rings in quiet hours.

    When both come at one moment, as after a downtime, it may have rung before what was set then.
    """
    rings = [one.at for one in _started_by_the_bot(case)] + case.evidence.unasked
    for at in rings:
        setting, before = case.evidence.at(at), case.evidence.at(at - timedelta.resolution)
        if before.quiet_at(at) and (quiet := setting.quiet_at(at)):
            here = at.astimezone(setting.zone)
            yield at, f"rang on {here:%a %H:%M}, quiet is {quiet[0]:%H:%M} to {quiet[1]:%H:%M}"


def caps(case: Case) -> Found:
    """No more prompts and reminders a day than agreed, over everything; and no more prompts of
    practices than usual, however many a series beside them has."""
    prompts, reminders = _split(case)
    usual, beside = Caps(), [one for one in prompts if not _is_series(case, one)]
    for one in prompts:
        yield from _too_many(case, one, prompts, "prompts", _allowed(case, one.at).most)
    for one in beside:
        yield from _too_many(case, one, beside, "prompts of practices", usual.prompts)
    for one in reminders:
        yield from _too_many(case, one, reminders, "reminders", usual.reminders)


def _too_many(case: Case, one: Rung, rungs: Sequence[Rung], kind: str, allowed: int) -> Found:
    zone = case.evidence.at(one.at).zone
    day = one.at.astimezone(zone).date()
    rang = sum(other.at <= one.at and other.at.astimezone(zone).date() == day for other in rungs)
    if rang > allowed:
        yield one.at, f"{rang} {kind} on {day}, allowed {allowed}"


def _is_series(case: Case, rung: Rung) -> bool:
    mine = case.assignment_of(rung.occurrence)
    return any(one.assignment == mine and one.regimen.momentary for one in case.agreed)


def _allowed(case: Case, at: datetime) -> Caps:
    """Return the most of a day at which any of the agreements around a moment aims."""
    day = timedelta(days=1)
    running = [one for one in case.agreed if one.since <= at < one.until + day]
    series = frozenset(one.assignment for one in running if one.regimen.momentary)
    return loads.caps({one.assignment: one.regimen.rules for one in running}, series)


def spacing(case: Case) -> Found:
    """Between prompts of different assignments lies an hour."""
    prompts, _ = _split(case)
    for before, after in pairwise(prompts):
        other = case.assignment_of(before.occurrence) != case.assignment_of(after.occurrence)
        if other and after.at - before.at < timedelta(minutes=Caps().spacing_minutes) - MINUTE:
            yield after.at, f"{(after.at - before.at) // MINUTE} min after another's prompt"


def twice(case: Case) -> Found:
    """Each practice rings once, is reminded of once, and again only as often as was asked for."""
    prompts, reminders = _split(case)
    for key in dict.fromkeys(one.occurrence for one in case.evidence.rungs):
        rang = [one.at for one in (*prompts, *reminders) if one.occurrence == key]
        row = next((one for one in case.occurrences if one.id == key), None)
        snoozed_for_later = row.snoozes if row else 0
        if len(rang) > 2 + snoozed_for_later:
            yield max(rang), f"rang {len(rang)} times"
        reminded = [one.at for one in reminders if one.occurrence == key]
        if len(reminded) > 1 or (reminded and row and row.reminded_at is None):
            yield max(reminded), f"{len(reminded)} reminders"
    moments = [(one.entry, one.local_date) for one in case.occurrences if one.entry]
    if len(moments) != len(set(moments)):
        yield case.now, "a moment of a schedule came twice"
    sheets = [one.session for one in case.entries]
    if len(sheets) != len(set(sheets)):
        yield case.now, "a sheet has two entries"


def paused(case: Case) -> Found:
    """Nothing rings while a client pauses, everything or that practice."""
    rests = {one.assignment: one.rests for one in case.agreed}
    for one in case.evidence.rungs:
        until = case.evidence.at(one.at).paused_until
        ends = [until] if until is not None and one.at < until else []
        mine = rests.get(case.assignment_of(one.occurrence), ())
        ends += [end for start, end in mine if start <= one.at < end]
        if ends:
            yield one.at, f"rang, paused until {max(ends):%Y-%m-%d %H:%M}"


def silent(case: Case) -> Found:
    """After seven days on which a client answered nothing, nothing rings any more."""
    for one in case.evidence.rungs:
        zone = case.evidence.at(one.at).zone
        last = next((at for at in reversed(case.life.acts) if at <= one.at), None)
        rang = {
            other.at.astimezone(zone).date()
            for other in case.evidence.rungs
            if (last is None or last < other.at) and other.at <= one.at
        }
        if last is not None:
            rang.discard(last.astimezone(zone).date())
        if len(rang) > SILENT_DAYS:
            yield one.at, f"day {len(rang)} without an answer, and it rang"


def over(case: Case) -> Found:
    """Nothing of a schedule rings after its assignment has ended; nor does a part that was to come,
    once somebody has ended it."""
    ends = {one.assignment: one for one in case.agreed}
    rows = {one.id: one for one in case.occurrences}
    for rung in case.evidence.rungs:
        row = rows.get(rung.occurrence)
        end = ends.get(row.assignment) if row else None
        if row is None or end is None or rung.at <= end.until:
            continue
        asked_for = row.chosen and (not end.by_hand or case.chains[row.id][0].at > end.until)
        if not asked_for:
            yield rung.at, "rang after its assignment had ended"


def room(case: Case) -> Found:
    """No more practices run at a time than may, and one series beside them."""
    for one in case.agreed:
        series = one.regimen.momentary
        same = [
            other
            for other in case.agreed
            if other.regimen.momentary == series and other.since <= one.since < other.until
        ]
        if len(same) > (1 if series else MOST_PRACTICES):
            yield one.since, f"{len(same)} {'series' if series else 'practices'} run at a time"
