"""Which use case a kind of timer wakes. Whoever adds a kind adds a row here."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from conversations.events import TimedOut
from homework import (
    alerting,
    assigning,
    beginning,
    briefing,
    chaining,
    contracting,
    covering,
    digesting,
    erasing,
    helping,
    leftovers,
    locking,
    notices,
    offering,
    parts,
    pausing,
    prompting,
    putting_by,
    remarking,
    reporting,
    retaining,
    returning,
    room,
    silence,
    sweeping_up,
    ticks,
)
from homework.collecting import TICK, Desk
from homework.house import House
from homework.prompting import Fired
from homework.store import assignments, people, sessions, timers
from homework.store.database import Unit
from homework.store.people import Actor

UseCase = Callable[[Unit, House, Sequence[Fired]], Awaitable[None]]


async def idle_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """End worksheets that nobody went on with; what was written is kept as partly done.

    If the program was away at that moment, what was written meanwhile is taken in first.
    """
    for timer in fired:
        if unit.now - timer.due_at > leftovers.CATCH_UP_AFTER:
            at = unit.now + leftovers.CATCH_UP_AFTER
            await timers.set(unit, at, "idle", timer.subject, timer.revision)
            continue
        held = await sessions.load(unit, timer.subject)
        if held is None or held.session.status not in ("open", "waiting", "paused"):
            continue
        found = await assignments.by_ids(unit, [held.assignment] if held.assignment else [])
        agreed = found[held.assignment] if held.assignment else None
        if not await beginning.lapse(unit, held, agreed):
            continue
        person = await people.person_by_id(unit, held.person)
        if person is None:
            continue
        if held.kind == "contract" and agreed and agreed.state == "active":
            form = house.sheet(held.session.worksheet, house.texts(person.locale))
            answers = held.session.answers
            await contracting.keep_answers(unit, agreed, person.id, answers, form)
        desk = Desk(unit, house, {}, {person.id: held})
        client = await people.client_by_id(unit, held.session.client)
        await desk.take(Actor(person.chat, person, None, client), TimedOut())
        await desk.flush()


async def ending_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """An assignment's last day is over."""
    found = await assignments.by_ids(unit, {timer.subject for timer in fired})
    for one in found.values():
        if one.state == "active":
            await assigning.end(unit, assigning.TIMER, one)
            if one.program:
                await timers.set(unit, unit.now, "chain", one.id, chaining.OVER)


FIRE: Mapping[str, UseCase] = {
    "plan": prompting.plan_due,
    "prompt": prompting.prompt_due,
    "remind": prompting.remind_due,
    "close": prompting.close_due,
    "idle": idle_due,
    "resume": pausing.resume_due,
    pausing.ONE: pausing.one_due,
    silence.TIMER: silence.day_over,
    notices.HOURS: notices.hours_due,
    locking.TIMER: locking.lock_due,
    covering.BACK: covering.back_due,
    TICK: ticks.tick_due,
    "recall": parts.recall_due,
    "ending": ending_due,
    "chain": chaining.chain_due,
    "link": chaining.link_due,
    room.FREED: offering.room_due,
    "digest": digesting.digest_due,
    briefing.TIMER: briefing.brief_due,
    erasing.TIMER: erasing.erase_due,
    reporting.TIMER: reporting.report_due,
    retaining.TIMER: retaining.retention_due,
    erasing.GOODBYE: erasing.goodbye_due,
    remarking.TIMER: remarking.remarks_due,
    alerting.TIMER: alerting.alert_due,
    putting_by.TIMER: putting_by.unread_due,
    helping.TIMER: helping.pin_due,
    sweeping_up.TIMER: sweeping_up.sweep_due,
    returning.TIMER: returning.offer_due,
}
