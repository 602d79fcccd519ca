"""Days without an answer to prompts: once it is asked what would help, and then less is asked.

A day counts when prompts arrived on it and none was answered in any way; days on which nothing was
delivered count for nothing. After three the next prompt gives its place to one kind question, and
from then on every second prompt rings. After seven nothing rings any more and the therapist is
told. Any sign of life brings everything back.
"""

from collections.abc import Sequence
from typing import Protocol

from conversations.message import Message, Rows, tap
from conversations.texts import Texts
from homework import notices
from homework.house import House
from homework.ids import new_id
from homework.moments import ask_what_waited, zone_of
from homework.outgoing import Outgoing
from homework.store import feedback, people, silences, timers
from homework.store.database import Unit
from homework.store.people import Client, Person
from homework.windows import start_of_next_day

ASK_AFTER, STOP_AFTER = 3, 7
TIMER = "silence"
"""The kind of the timer at the end of a local day on which something rang."""
TO_ASK, ASKED, STOPPED = "ask", "asked", "stopped"
HELPS = ("times", "fewer", "smaller", "break", "stop", "fine")


class DayOver(Protocol):
    """A timer that says that a client's day is over."""

    @property
    def subject(self) -> str:
        """The client."""
        ...


async def watch(unit: Unit, client: Client) -> None:
    """Something rings today: look at the end of the client's day what came of it."""
    await timers.set(unit, start_of_next_day(unit.now, zone_of(client)), TIMER, client.id, 0)


async def answered(unit: Unit, client: Client) -> None:
    """A prompt was answered: today is no silent day, and those before are over."""
    await timers.cancel(unit, TIMER, client.id)


async def day_over(unit: Unit, house: House, fired: Sequence[DayOver]) -> None:
    """Days of some clients are over: count those without an answer."""
    found = await people.clients_by_id(unit, {timer.subject for timer in fired})
    for client in found.values():
        if client.state != "active" or client.paused_until is not None:
            continue
        if client.silence is None and await _quiet_days(unit, client) >= ASK_AFTER:
            await people.change_client(unit, client.id, silence=TO_ASK, silence_at=unit.now)
        elif client.silence == ASKED and await _days_since_asked(unit, client) >= STOP_AFTER:
            await _stop(unit, house, client)


async def _quiet_days(unit: Unit, client: Client) -> int:
    zone = zone_of(client)
    signs = [await silences.last_sign(unit, client.id, client.person), client.silence_at]
    last = max((at for at in signs if at is not None), default=None)
    after = last.astimezone(zone).date() if last else None
    today = unit.now.astimezone(zone).date()
    return await silences.days_delivered(unit, client.id, after=after, before=today)


async def _days_since_asked(unit: Unit, client: Client) -> int:
    """The days before the question, and those after it."""
    today = unit.now.astimezone(zone_of(client)).date()
    later = await silences.days_delivered(
        unit, client.id, after=None, before=today, since=client.silence_at
    )
    return ASK_AFTER + later


async def _stop(unit: Unit, house: House, client: Client) -> None:
    await people.change_client(unit, client.id, silence=STOPPED, silence_at=unit.now)
    once = f"silent.{client.id}.{int(unit.now.timestamp())}"
    await notices.tell(unit, house, client, "told-silent", once=once, days=STOP_AFTER)
    await _say(unit, house, client, "silence-stopped")


async def _say(unit: Unit, house: House, client: Client, key: str) -> None:
    """A word that makes no phone ring."""
    person = await people.person_by_id(unit, client.person) if client.person else None
    if person is not None:
        message = Message(house.texts(person.locale).html(key))
        out = Outgoing(person.id, client.id, "notice", message, new_id(unit.now), silent=True)
        unit.post(out)


async def ask(unit: Unit, house: House, person: Person, client: Client) -> None:
    """Ask what would help, in the place of a prompt whose moment has come."""
    await people.change_client(unit, client.id, silence=ASKED, silence_at=unit.now)
    asked = await feedback.add(unit, client.id, None, feedback.SILENCE)
    texts = house.texts(person.locale)
    message = Message(texts.html("silence-ask"), _buttons(texts, asked))
    key = f"silence.{asked}"
    unit.post(Outgoing(person.id, client.id, "question", message, key, subject=asked))


async def not_asked(unit: Unit, key: str) -> None:
    """A question was written and never reached a phone: nobody was asked. Ask in time again."""
    asked = await feedback.take_back(unit, key)
    client = await people.client_by_id(unit, asked.client) if asked else None
    if client is None or asked is None or asked.kind != feedback.SILENCE:
        return
    if client.silence == ASKED and client.silence_at == asked.asked_at:
        await people.change_client(unit, client.id, silence=TO_ASK, silence_at=unit.now)


def _buttons(texts: Texts, asked: str) -> Rows:
    every = [tap(texts.plain(f"silence-{key}"), "sil", asked, key) for key in HELPS]
    return tuple(tuple(every[at : at + 2]) for at in range(0, len(every), 2))


async def sign_of_life(unit: Unit, house: House, client: Client, *, aloud: bool) -> None:
    """Somebody who did not answer for days is there: all prompts ring again.

    `aloud`: say so, in a quiet word; what they pressed does not say it.
    """
    await people.change_client(unit, client.id, silence=None, silence_at=unit.now)
    if client.silence == TO_ASK:
        return
    if aloud:
        await _say(unit, house, client, "silence-over")
    if client.silence == STOPPED:
        await ask_what_waited(unit, client)
        await notices.tell(unit, house, client, "told-there-again")
