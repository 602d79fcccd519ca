"""A client's pause, of everything or of one practice: nothing rings until a date, and nothing of it
counts as missed."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import chain
from typing import Protocol

from conversations.daywords import DayWords, day_in
from conversations.message import Message
from conversations.session import Ref
from homework import contracting, leftovers, notices, parts
from homework.house import House
from homework.moments import audible, move
from homework.outgoing import Outgoing
from homework.store import assignments, audit, occurrences, people, timers
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Person

LONGEST = timedelta(weeks=4)
ONE = "resume_one"
"""The kind of the timer at which one practice has rested."""


class Over(Protocol):
    """A timer that says that a pause is over."""

    @property
    def subject(self) -> str:
        """The client, or the assignment."""
        ...


def parse_length(text: str, tongues: Sequence[DayWords]) -> timedelta | None:
    """Return the length of "2 weeks" or "three days"; None for anything else or above 4 weeks."""
    number, _, unit = " ".join(text.casefold().rstrip(" .!").split()).partition(" ")
    weeks = any(unit in each.week for each in tongues)
    count = _count(number, tongues)
    if count is None or not (weeks or any(unit in each.day for each in tongues)):
        return None
    length = timedelta(days=min(count, 10_000) * (7 if weeks else 1))
    return length if timedelta(0) < length <= LONGEST else None


def length_meant(
    text: str, now: datetime, tongues: Sequence[DayWords], *, bare: bool = True
) -> timedelta | None:
    """Return how long "for 3 days", "a week" or "until Friday" is from `now`, which is in the
    client's zone; a day is when it ends, and begins at midnight. None as in `parse_length`.

    `bare`: a day alone says it too.
    """
    words = " ".join(text.casefold().split())
    length = parse_length(words, tongues)
    for each in tongues:
        for rest in _after(words, each.lasting):
            days = 7 if rest in each.week else 1 if rest in each.day else 0
            length = length or timedelta(days=days) or parse_length(rest, tongues)
    return length or _until(words, now, tongues, bare=bare)


def _until(
    words: str, now: datetime, tongues: Sequence[DayWords], *, bare: bool
) -> timedelta | None:
    said = [rest for each in tongues for rest in _after(words, each.until)]
    days = (day_in(one, now.date(), "future", tongues) for one in [*said, *([words] * bare)])
    day = next(filter(None, days), None)
    if day is None:
        return None
    length = datetime.combine(day, time(), now.tzinfo).astimezone(UTC) - now.astimezone(UTC)
    return length if timedelta(0) < length <= LONGEST else None


def _after(words: str, leads: Sequence[str]) -> list[str]:
    """Return what stands behind each of some words that the text may begin with."""
    return [words.removeprefix(f"{one} ") for one in leads if words.startswith(f"{one} ")]


def _count(word: str, tongues: Sequence[DayWords]) -> int | None:
    if word.isdecimal():
        return int(word)
    named = (count for each in tongues for count, ways in each.counts.items() if word in ways)
    return next(named, None)


async def pause(
    unit: Unit, house: House, person: Person, client: Client, length: timedelta
) -> datetime:
    """Pause until the given time from now (at most four weeks); return the end."""
    until = audible(client, unit.now + min(length, LONGEST))
    await people.change_client(
        unit, client.id, paused_until=until, silence=None, silence_at=unit.now
    )
    await audit.note(unit, person.id, "client.pause", client.id)
    await timers.set(unit, until, "resume", client.id, 0)
    live = await occurrences.live_of_client(unit, client.id)
    await let_rest(unit, house, person, client, live, until)
    return until


async def let_rest(
    unit: Unit,
    house: House,
    person: Person | None,
    client: Client,
    live: Sequence[Occurrence],
    until: datetime,
) -> None:
    """Let occurrences that were not begun rest until a date; take their prompts off the screen.

    What a client chose, and has not rung yet, waits for the end of the pause when its time comes.
    """
    agreed = await assignments.by_ids(unit, {one.assignment for one in live})
    waiting = [one for one in live if one.state == "prompted"]
    waiting += [one for one in live if one.state == "planned" and not one.chosen]
    for one in waiting:
        await occurrences.close(unit, one.id, "paused")
        await leftovers.drop_timers(unit, one.id)
        if one.chosen:
            await parts.after_pause(unit, client, agreed[one.assignment], one, until)
    if person is None:
        return
    shown = await occurrences.prompt_rows(unit, [one.id for one in waiting])
    for row in chain.from_iterable(shown.values()):
        leftovers.take_away_buttons(unit, house, person, client, row)


async def resume(unit: Unit, actor: str, client: Client) -> bool:
    """End the pause now; False if there was none."""
    if client.paused_until is None:
        return False
    await people.change_client(unit, client.id, paused_until=None)
    await audit.note(unit, actor, "client.resume", client.id)
    await timers.cancel(unit, "resume", client.id)
    live = await occurrences.live_of_client(unit, client.id)
    await _wake(unit, client, live, client.paused_until)
    return True


async def _wake(
    unit: Unit, client: Client, live: Sequence[Occurrence], paused_until: datetime
) -> None:
    """Ask now for what waited for the end of a pause."""
    over = audible(client, paused_until)
    waited = [one for one in live if one.chosen and one.planned_at == over]
    agreed = await assignments.by_ids(unit, {one.assignment for one in waited})
    for one in waited:
        await move(unit, client, agreed[one.assignment], one, unit.now)


async def resume_due(unit: Unit, house: House, fired: Sequence[Over]) -> None:
    """A pause is over: say so kindly, once and silently; prompts go on by their schedule."""
    for timer in fired:
        client = await people.client_by_id(unit, timer.subject)
        if client is None or client.paused_until is None or client.paused_until > unit.now:
            continue
        await people.change_client(unit, client.id, paused_until=None)
        once = f"resume.{client.id}.{int(client.paused_until.timestamp())}"
        await _welcome(unit, house, client, "pause-over", once)


# One practice ------------------------------------------------------------------------------------


async def pause_one(
    unit: Unit,
    house: House,
    actor: str,
    client: Client,
    assignment: Assignment,
    length: timedelta,
) -> datetime:
    """Let one practice rest from now on (at most four weeks); return the end."""
    until = audible(client, unit.now + min(length, LONGEST))
    await assignments.change(unit, assignment.id, paused_until=until)
    await contracting.record(unit, assignment.id, actor, "pause")
    await audit.note(unit, actor, "assignment.pause", client.id, assignment.id)
    await timers.set(unit, until, ONE, assignment.id, 0)
    live = await occurrences.live_of_client(unit, client.id)
    mine = [one for one in live if one.assignment == assignment.id]
    person = await people.person_by_id(unit, client.person) if client.person else None
    await let_rest(unit, house, person, client, mine, until)
    return until


async def resume_one(unit: Unit, actor: str, client: Client, assignment: Assignment) -> bool:
    """End the rest of one practice now; False if it did not rest."""
    if assignment.paused_until is None:
        return False
    await assignments.change(unit, assignment.id, paused_until=None)
    await contracting.record(unit, assignment.id, actor, "resume")
    await audit.note(unit, actor, "assignment.resume", client.id, assignment.id)
    await timers.cancel(unit, ONE, assignment.id)
    live = await occurrences.live_of_client(unit, client.id)
    mine = [one for one in live if one.assignment == assignment.id]
    await _wake(unit, client, mine, assignment.paused_until)
    return True


async def one_due(unit: Unit, house: House, fired: Sequence[Over]) -> None:
    """The rest of a practice is over: say so kindly, once and silently."""
    found = await assignments.by_ids(unit, {timer.subject for timer in fired})
    for one in found.values():
        client = await people.client_by_id(unit, one.client)
        if client is None or one.paused_until is None or one.paused_until > unit.now:
            continue
        await assignments.change(unit, one.id, paused_until=None)
        once = f"resume.{one.id}.{int(one.paused_until.timestamp())}"
        if one.state == "active":
            await _welcome(unit, house, client, "pause-one-over", once, title=one.worksheet)


async def _welcome(
    unit: Unit, house: House, client: Client, key: str, once: str, **args: Ref
) -> None:
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is not None:
        texts = house.texts(person.locale)
        message = Message(texts.html(key, **notices.in_words(house, texts, args)))
        unit.post(Outgoing(person.id, client.id, "notice", message, dedupe=once, silent=True))
