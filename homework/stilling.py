"""A clock that runs stands still: its person wants nothing now, needs help, or is out of reach.

Nothing is lost and nothing comes of itself: the question keeps its place, what the clock counted
stays, and it runs on only when they come back and let it. It must not know why.
"""

from dataclasses import dataclass, replace

from conversations import countdown, engine
from conversations.effects import Effect, Outcome, Saved
from conversations.model import Countdown
from conversations.texts import Texts
from homework.collecting import Desk, local_now
from homework.house import House
from homework.store import people
from homework.store.database import Unit
from homework.store.people import Client
from homework.store.sessions import Held


@dataclass(frozen=True, slots=True)
class Stood:
    """A clock that stands still from now on: of which session, minutes it ran, of how many."""

    session: str
    minutes: int
    whole: int


async def still(
    unit: Unit, house: House, client: Client, *, assignment: str | None = None, seen: bool = True
) -> Stood | None:
    """Let the clock stand that a client has running, if one runs; return where it stands.

    `assignment`: only a clock of its sheet. `seen`: whether its message can be closed; nothing is
    sent to who is out of reach.
    """
    if client.person is None:
        return None
    desk = Desk(unit, house, {})
    await desk.load([client.person])
    held = desk.held.get(client.person)
    if held is None or held.session.client != client.id:
        return None
    if assignment is not None and held.assignment != assignment:
        return None
    return await stand(desk, held, client, seen=seen)


async def stand(desk: Desk, held: Held, client: Client, *, seen: bool) -> Stood | None:
    """The same for a session at hand."""
    sheet = desk.house.shelf.worksheet(held.session.worksheet)
    step = sheet.by_id.get(held.session.asked.step or "")
    person = await people.person_by_id(desk.unit, held.person)
    running = countdown.is_running(step, held.session)
    if person is None or not isinstance(step, Countdown) or not running:
        return None
    outcome = engine.hold_clock(sheet, held.session, now=local_now(desk.unit, client.zone))
    texts = desk.house.texts(person.locale)
    await desk.watch_the_clock(held, outcome)
    if not seen:
        outcome = replace(outcome, effects=_saved(outcome))
    desk.keep(person, held, desk.house.sheet(held.session.worksheet, texts), outcome, texts, None)
    await desk.flush()
    value = outcome.session.answers.get(step.id)
    whole = countdown.length(step, outcome.session) // 60
    return Stood(held.session.id, countdown.minutes(value), whole)


def _saved(outcome: Outcome) -> tuple[Effect, ...]:
    return tuple(effect for effect in outcome.effects if isinstance(effect, Saved))


def words(texts: Texts, stood: Stood | None, said: str = "") -> str:
    """Return what is said (HTML), with where the clock stands below it, if one does."""
    if stood is None:
        return said
    stands = texts.html("clock-stood", done=stood.minutes, minutes=stood.whole)
    return f"{said}\n\n{stands}" if said else stands
