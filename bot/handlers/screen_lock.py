"""A therapist's lock: what is asked for while it is shut, and how it is set.

A passphrase is deleted from the chat as soon as it was read. It must not know how it is checked.
"""

from bot import screener
from bot.afterwards import Delete
from bot.exchange import Exchange
from bot.handlers import help_now
from conversations.message import split_callback, tap
from homework import beginning, locking, passphrases
from homework.store import screen_locks
from homework.store.screen_locks import ScreenLock

TYPED = "tset.lock"


async def stands_before(turn: Exchange, lock: ScreenLock) -> bool:
    """Answer somebody whose screen is locked; False for what is no question of theirs."""
    match turn.incoming.what:
        case "blocked" | "unblocked" | "joined_group":
            return False
        case "text" if not turn.incoming.foreign and passphrases.could_be(turn.incoming.text):
            await _tried(turn, lock)
        case "tap" if _is_always_heard(turn):
            return False
        case "tap":
            turn.notice = turn.texts.plain("lock-tap")
        case _:
            turn.say(turn.texts.html("lock-ask"), kind="lock")
    return True


async def is_said_again(turn: Exchange) -> bool:
    """Whether a text is the passphrase, typed on a screen that is open: nothing may keep it."""
    incoming, person = turn.incoming, turn.who.person
    if turn.who.therapist is None or person is None or person.expecting == TYPED:
        return False
    if incoming.what != "text" or incoming.foreign or not passphrases.usable(incoming.text):
        return False
    lock = await screen_locks.of_person(turn.unit, person.id)
    return lock is not None and passphrases.fits_again(incoming.text, lock.check)


def take_away(turn: Exchange) -> None:
    """Take a passphrase from a chat that is open, and say so."""
    _delete(turn)
    turn.say(turn.texts.html("lock-open-already"), kind="lock")


def _is_always_heard(turn: Exchange) -> bool:
    """Whether they say that they have seen an alert, which goes on until they do, or need help."""
    ref, said = split_callback(turn.incoming.data) or ("", "")
    return (ref.startswith("alert~") and said == "seen") or ref.startswith("crisis~")


async def _tried(turn: Exchange, lock: ScreenLock) -> None:
    _delete(turn)
    result = await locking.try_to_open(turn.unit, turn.therapist, lock, turn.incoming.text)
    if result == "wait":
        minutes = int(locking.WAIT.total_seconds() // 60)
        turn.say(turn.texts.html("lock-wait", minutes=minutes), kind="lock")
    else:
        turn.say(turn.texts.html(f"lock-{result}"), kind="lock")
    if result != "open":
        await _help_whom_it_may_concern(turn)
        return
    await turn.desk.load([turn.person.id])
    held = turn.desk.open_for(turn.who)
    if held is not None:  # its question was taken from the screen
        await beginning.go_on(turn.desk, turn.person, held)


async def _help_whom_it_may_concern(turn: Exchange) -> None:
    """Words of danger that opened nothing may be meant: a client sees whom to call. Nobody is told
    and nothing is kept, for it may be a slip in typing a passphrase."""
    found = screener.finding_in(turn.house, turn.who, turn.incoming.text)
    client = turn.who.client
    if client is not None and client.state == "active" and found and found.tier == "alert":
        await help_now.show_for(turn, client.country)


def _delete(turn: Exchange) -> None:
    if turn.incoming.message_id is not None:
        turn.afterwards.append(Delete(turn.incoming.chat_id, turn.incoming.message_id))


async def pressed(turn: Exchange) -> None:
    """A button of the lock's settings."""
    lock = await screen_locks.of_person(turn.unit, turn.person.id)
    if turn.value == "new" or (turn.value == "ask" and lock is None):
        await turn.expect(TYPED)
        shortest, longest = passphrases.SHORTEST, passphrases.LONGEST
        turn.say(turn.texts.html("lock-new", least=shortest, most=longest))
    elif lock is None:
        turn.notice = turn.texts.plain("tap-stale")
    elif turn.value == "ask":
        _show(turn, lock)
    elif turn.value == "off":
        await locking.take_off(turn.unit, turn.therapist, turn.person.id)
        turn.say(turn.texts.html("lock-off"))
    elif turn.value == "now":
        await turn.desk.flush()
        await turn.unit.flush()
        await locking.shut(turn.unit, turn.house, lock)
    elif turn.value in map(str, locking.IDLE):
        await locking.set_idle(turn.unit, lock, int(turn.value))
        turn.say(turn.texts.html("lock-idle", minutes=int(turn.value)))
    else:
        turn.notice = turn.texts.plain("tap-stale")


async def typed(turn: Exchange) -> None:
    """A passphrase was typed for the first time, or a new one."""
    _delete(turn)
    if not passphrases.usable(turn.incoming.text):
        shortest, longest = passphrases.SHORTEST, passphrases.LONGEST
        turn.say(turn.texts.html("lock-unusable", least=shortest, most=longest))
        return
    await turn.expect(None)
    await locking.set_passphrase(turn.unit, turn.therapist, turn.person, turn.incoming.text)
    lock = await screen_locks.of_person(turn.unit, turn.person.id)
    if lock is not None:
        _show(turn, lock)


def _show(turn: Exchange, lock: ScreenLock) -> None:
    texts = turn.texts
    idle = tuple(
        tap(texts.plain("lock-minutes", minutes=one), "tset", "lock", str(one))
        for one in locking.IDLE
    )
    rows = (
        idle,
        (tap(texts.plain("lock-now"), "tset", "lock", "now"),),
        (tap(texts.plain("lock-change"), "tset", "lock", "new"),),
        (tap(texts.plain("lock-turn-off"), "tset", "lock", "off"),),
    )
    turn.say(texts.html("lock-is", minutes=lock.idle_minutes), rows)
