"""What the outcome of a sending means for homework: prompts that arrived, people out of reach.

That somebody cannot be reached is never their doing: their open practice ends as not delivered and
their therapist is told, once.
"""

from collections.abc import Sequence

from homework import (
    alerting,
    leftovers,
    letting_know,
    notices,
    parts,
    prompting,
    receiving,
    safeguarding,
    silence,
    stilling,
    sweeping_up,
)
from homework.house import House
from homework.moments import FOR_GOOD, ask_what_waited
from homework.store import assignments, occurrences, people
from homework.store.database import Unit
from homework.store.marks import Mark

NEVER_ARRIVED = frozenset({"dropped", "refused", "gone"})
"""Ends of a row that nobody has seen; how `unknown` ended nobody knows."""


async def marked(unit: Unit, house: House, marks: Sequence[Mark]) -> None:
    """Follow up on outbox rows that came to an end; part of the transaction that marks them."""
    prompts = [
        (mark, mark.posted.subject)
        for mark in marks
        if mark.posted.kind == "prompt" and mark.posted.subject
    ]
    sent = [
        (subject, mark.delivered_at)
        for mark, subject in prompts
        if mark.state == "sent" and mark.delivered_at
    ]
    await occurrences.note_sent(unit, sent)
    for mark, subject in prompts:
        if mark.state == "refused":
            await _not_delivered(unit, subject, "refused")
        elif mark.state == "dropped":
            await prompting.decide_anew(unit, subject)
    for mark in marks:
        if mark.posted.kind == "question" and mark.posted.subject and mark.state in NEVER_ARRIVED:
            await silence.not_asked(unit, mark.posted.subject)
        if mark.posted.kind == "sweep" and mark.state == "refused":
            await sweeping_up.refused(unit, house, mark.posted.person)
        if mark.posted.kind == "fetch":
            await receiving.received(unit, house, mark)
        if mark.posted.kind == "alert" and mark.posted.subject and mark.state in NEVER_ARRIVED:
            await alerting.undelivered(unit, house, mark.posted.subject, mark.posted.person)
            await letting_know.undelivered(unit, house, mark.posted.subject, mark.posted.person)
    for person in {mark.posted.person for mark in marks if mark.state == "gone"}:
        await _out_of_reach(unit, house, person)


async def _not_delivered(unit: Unit, occurrence: str, reason: str) -> None:
    one = await occurrences.by_id(unit, occurrence)
    if one is not None and one.state in ("planned", "prompted"):
        await occurrences.close(unit, one.id, "not_delivered", reason=reason)
        await leftovers.drop_timers(unit, one.id)


async def _out_of_reach(unit: Unit, house: House, person: str) -> None:
    await alerting.out_of_reach(unit, house, person)
    await letting_know.out_of_reach(unit, house, person)
    client = await people.client_of_person(unit, person)
    if client is None:
        return
    await stilling.still(unit, house, client, seen=False)
    for one in await occurrences.live_of_client(unit, client.id):
        if one.chosen and one.planned_at and one.planned_at > unit.now:
            continue  # it is not due yet; who is back by then is asked
        await _not_delivered(unit, one.id, "unreachable")
        if one.chosen and one.state in ("planned", "prompted"):  # who is back is asked
            agreed = (await assignments.by_ids(unit, [one.assignment]))[one.assignment]
            await parts.after_pause(unit, client, agreed, one, FOR_GOOD)
    await safeguarding.left(unit, house, client, "blocked")
    once = f"unreachable.{client.id}.{unit.now:%Y%m%d}"
    await notices.tell(unit, house, client, "told-unreachable", once=once, besides=person)


async def blocked(unit: Unit, house: House, person: str) -> None:
    """The messenger told that a person blocked the bot: the same as finding out by sending."""
    await people.set_reachable(unit, person, unit.now)
    await _out_of_reach(unit, house, person)


async def sign_of_life(unit: Unit, person: str) -> None:
    """Somebody who was out of reach wrote: prompts may ring again from the next moment on."""
    await people.set_reachable(unit, person, None)
    client = await people.client_of_person(unit, person)
    if client is not None:
        await ask_what_waited(unit, client)
