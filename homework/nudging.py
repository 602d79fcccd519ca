"""/nudge: a therapist asks by hand how it is going, at most once in a day and night.

It rings like a prompt, so it is held to what prompts are held to: quiet hours, the number a day,
the time between, pauses, and what the client has stopped. It must not know how it is asked for.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from conversations.message import Message, Rows, tap
from homework import burden, ringing, safeguarding
from homework.burden import Drop, SendNow, WaitUntil
from homework.house import House
from homework.ids import new_id
from homework.moments import quiet_of, zone_of
from homework.outgoing import Outgoing
from homework.store import assignments, audit, feedback
from homework.store.database import Unit
from homework.store.people import Client, Therapist

EVERY = timedelta(hours=24)

Why = Literal["stopped", "silent", "paused", "alert", "lately", "unreachable", "burden"]


@dataclass(frozen=True, slots=True)
class Held:
    """Why it may not ring now: the key of the reason, and from when it may, where that is known."""

    why: Why
    until: datetime | None = None


async def held(unit: Unit, house: House, client: Client) -> Held | None:
    """Return what stands against a nudge now, or None."""
    if client.state != "active" or client.stopped_at or client.erase_at:
        return Held("stopped")
    if client.silence:
        return Held("silent")
    if client.paused_until is not None and unit.now < client.paused_until:
        return Held("paused", client.paused_until)
    if (waits := await safeguarding.waits(unit, client)) is not None:
        return Held("alert", waits)
    last = await feedback.last_asked(unit, client.id, feedback.NUDGE)
    if last is not None and unit.now - last < EVERY:
        return Held("lately", last + EVERY)
    case = (await ringing.load(unit, house, {client.id}, ())).cases[client.id]
    if case.person is None or case.person.unreachable_since:
        return Held("unreachable")
    found = burden.slot(
        unit.now,
        unit.now,
        closes_at=unit.now + EVERY,
        zone=zone_of(client),
        quiet=quiet_of(client),
        today=case.rang,
        assignment="",
        caps=case.caps,
    )
    match found:
        case SendNow():
            return None
        case WaitUntil(at=at):
            return Held("burden", at)
        case Drop():
            return Held("burden")


async def nudge(unit: Unit, house: House, therapist: Therapist, client: Client) -> Held | None:
    """Ask now how it is going, or return why not."""
    if (against := await held(unit, house, client)) is not None:
        return against
    case = (await ringing.load(unit, house, {client.id}, ())).cases[client.id]
    if case.person is None:
        return Held("unreachable")
    texts = house.texts(case.person.locale)
    await feedback.add(unit, client.id, None, feedback.NUDGE)
    await audit.note(unit, therapist.person or "", "nudge", client.id)
    rows: Rows = ((tap(texts.plain("nudge-note"), "cmd", "note", "go"),),)
    said = "nudge-nothing-set"
    if await assignments.of_client(unit, client.id, "active"):
        said = "nudge"
        rows = (
            (tap(texts.plain("nudge-today"), "cmd", "today", "go"),),
            (tap(texts.plain("nudge-pause"), "cmd", "pause", "go"),),
        )
    message = Message(texts.html(said, name=therapist.name), rows)
    key = f"nudge.{new_id(unit.now)}"
    unit.post(Outgoing(case.person.id, client.id, "question", message, dedupe=key))
    return None
