"""Which use case a kind of timer wakes. Whoever adds a kind adds a row here."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from conversations.events import TimedOut
from conversations.message import Message
from homework import assigning, beginning, chaining, digesting, prompting
from homework.collecting import Desk
from homework.house import House
from homework.outgoing import Outgoing
from homework.prompting import Fired
from homework.store import assignments, people, sessions, timers
from homework.store.database import Unit
from homework.store.people import Actor

UseCase = Callable[[Unit, House, Sequence[Fired]], Awaitable[None]]


async def idle_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """End worksheets that nobody went on with; what was written is kept as partly done."""
    for timer in fired:
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
        desk = Desk(unit, house, {}, {person.id: held})
        client = await people.client_by_id(unit, held.session.client)
        await desk.take(Actor(person.chat, person, None, client), TimedOut())
        await desk.flush()


async def resume_due(unit: Unit, house: House, fired: Sequence[Fired]) -> None:
    """A pause is over: say so kindly, once; prompts go on by their schedule."""
    for timer in fired:
        client = await people.client_by_id(unit, timer.subject)
        if client is None or client.paused_until is None or client.paused_until > unit.now:
            continue
        await people.change_client(unit, client.id, paused_until=None)
        person = await people.person_by_id(unit, client.person) if client.person else None
        if person is not None:
            text = house.texts(person.locale).html("pause-over")
            key = f"resume.{client.id}.{int(client.paused_until.timestamp())}"
            unit.post(Outgoing(person.id, client.id, "notice", Message(text), dedupe=key))


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
    "resume": resume_due,
    "ending": ending_due,
    "chain": chaining.chain_due,
    "link": chaining.link_due,
    "digest": digesting.digest_due,
}
