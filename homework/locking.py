"""A therapist's screen: after some idle minutes nothing is shown until the passphrase is sent.

What was shown in the last two days is taken from the chat, as far as the messenger does that; what
is new waits in the outbox. Alerts still ring: they hold a code name and a time. It must not know
how a message is deleted, nor how a passphrase is checked.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Literal, Protocol

from conversations.message import Message
from homework import notices, packaged, passphrases
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Outgoing
from homework.store import audit, people, screen_locks, timers
from homework.store.database import Unit
from homework.store.people import Person, Therapist
from homework.store.screen_locks import ScreenLock

TIMER = "lock"
IDLE = (5, 15, 60)
USUAL = 15
MOST_TRIES = 5
WAIT = timedelta(minutes=15)
DELETABLE = timedelta(hours=47)
"""The messenger deletes for 48 hours; what is on its way takes a moment."""
NOTED_EVERY = timedelta(seconds=30)


class Idle(Protocol):
    """A timer whose subject is the person."""

    @property
    def subject(self) -> str:
        """The person."""
        ...


async def look(unit: Unit, house: House, person: Person) -> ScreenLock | None:
    """Return the lock that stands between somebody and what they ask for; None: go on.

    Notes that they were here. Locks now if the time is over and the timer was late.
    """
    lock = await screen_locks.of_person(unit, person.id)
    if lock is None:
        return None
    if not lock.is_locked(unit.now):
        if unit.now - lock.seen_at > NOTED_EVERY:
            await screen_locks.note_seen(unit, lock.therapist, unit.now)
        return None
    if lock.locked_at is None:
        lock = await shut(unit, house, lock)
    return lock


async def set_passphrase(unit: Unit, therapist: Therapist, person: Person, text: str) -> None:
    """Keep a usable passphrase and begin to count idle time."""
    old = await screen_locks.of_person(unit, person.id)
    idle = old.idle_minutes if old else USUAL
    await _begin(
        unit,
        ScreenLock(therapist.id, person.id, passphrases.check_of(text), idle, unit.now),
    )
    await audit.note(unit, person.id, "lock.set", subject=therapist.id)


async def set_idle(unit: Unit, lock: ScreenLock, minutes: int) -> None:
    """Lock after so many minutes from now on."""
    await _begin(unit, replace(lock, idle_minutes=minutes, seen_at=unit.now))


async def _begin(unit: Unit, lock: ScreenLock) -> None:
    await screen_locks.keep(unit, lock)
    await timers.set(unit, lock.due_at, TIMER, lock.person, 0)


async def take_off(unit: Unit, therapist: Therapist, actor: str) -> bool:
    """Ask for no passphrase any more; say whether there was one. What waited goes out."""
    if not await screen_locks.drop(unit, therapist.id):
        return False
    if therapist.person is not None:
        await timers.cancel(unit, TIMER, therapist.person)
    await audit.note(unit, actor, "lock.off", subject=therapist.id)
    await notices.look_again(unit, therapist)
    return True


async def forgotten(unit: Unit, therapist: Therapist) -> bool:
    """Take a lock off whose passphrase is forgotten, and tell its owner (the operator's act)."""
    if not await take_off(unit, therapist, "operator"):
        return False
    person = await people.person_by_id(unit, therapist.person) if therapist.person else None
    if person is not None:
        said = Message(packaged.texts(person.locale).html("lock-taken-off"))
        unit.post(Outgoing(person.id, None, "lock", said, new_id(unit.now)))
    return True


async def try_to_open(
    unit: Unit, therapist: Therapist, lock: ScreenLock, text: str
) -> Literal["open", "wrong", "wait"]:
    """Try a passphrase. After five wrong ones in a row none is tried for a while."""
    if lock.wait_until is not None and unit.now < lock.wait_until:
        return "wait"
    if not passphrases.fits(text, lock.check):
        tries = lock.tries + 1
        wait = unit.now + WAIT if tries >= MOST_TRIES else None
        kept = replace(lock, tries=0 if wait else tries, wait_until=wait)
        await screen_locks.keep(unit, kept)
        return "wait" if wait else "wrong"
    await _begin(
        unit,
        replace(lock, seen_at=unit.now, locked_at=None, told_at=None, tries=0, wait_until=None),
    )
    await notices.look_again(unit, therapist)
    return "open"


async def shut(unit: Unit, house: House, lock: ScreenLock) -> ScreenLock:
    """Lock the screen and take from it what can be taken."""
    lock = replace(lock, locked_at=unit.now, told_at=None)
    await screen_locks.keep(unit, lock)
    await timers.cancel(unit, TIMER, lock.person)  # it may be early; it would tell of news
    await screen_locks.hold(unit, lock.person)
    shown = await screen_locks.on_screen(unit, lock.person, unit.now - DELETABLE)
    for row in shown:
        gone = Message("")
        unit.post(Outgoing(lock.person, None, "wipe", gone, dedupe=f"wipe.{row}", edits=row))
    await _say(unit, house, lock, "lock-shut")
    return lock


async def lock_due(unit: Unit, house: House, fired: Sequence[Idle]) -> None:
    """The idle time may be over, or something new waits behind the lock."""
    for timer in fired:
        lock = await screen_locks.of_person(unit, timer.subject)
        if lock is None:
            continue
        if not lock.is_locked(unit.now):
            await timers.set(unit, lock.due_at, TIMER, lock.person, 0)
        elif lock.locked_at is None:
            await shut(unit, house, lock)
        elif lock.told_at is None:
            await screen_locks.keep(unit, replace(lock, told_at=unit.now))
            await _say(unit, house, lock, "lock-news")


async def _say(unit: Unit, house: House, lock: ScreenLock, key: str) -> None:
    person = await people.person_by_id(unit, lock.person)
    if person is not None:
        said = Message(house.texts(person.locale).html(key))
        silent = key == "lock-shut"
        unit.post(Outgoing(person.id, None, "lock", said, new_id(unit.now), silent=silent))
