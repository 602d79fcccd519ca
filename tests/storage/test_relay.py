"""The relay on a real database: order per chat, second copies, an absent database, a clean stop."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from homework.outgoing import Posted
from homework.store.database import Database, DatabaseUnavailable, Unit
from homework.store.marks import Mark
from scheduler.pacing import Pace
from scheduler.relay import Relay
from scheduler.sending import (
    CannotSend,
    Gone,
    NotSent,
    Refused,
    SendResult,
    Sent,
    Unknown,
    Wait,
)
from tests.support.hurried_clock import START, HurriedMachine
from tests.support.outboxes import Commits, Messenger, join, post, to

FAST = Pace(per_second=100_000.0, chat_per_second=1000.0)


@asynccontextmanager
async def relaying(db: Database, send: Any, **options: Any) -> AsyncGenerator[Relay]:
    options.setdefault("pace", FAST)
    relay = Relay(db, send, HurriedMachine(), **options)
    db.listeners.append(relay.heard)
    running = asyncio.create_task(relay.run())
    try:
        yield relay
    finally:
        relay.stop()
        async with asyncio.timeout(60):
            await running
        db.listeners.remove(relay.heard)


def answering(*results: SendResult) -> Messenger:
    """A messenger that gives these results in turn, then sends."""
    left = list(results)

    async def answer(posted: Posted) -> SendResult:
        return left.pop(0) if left else Sent(1, START)

    return Messenger(answer)


def states(*wanted: str) -> Any:
    return lambda rows: [row.state for row in rows] == list(wanted)


async def test_rule_4_2_replies_are_sent_in_order_and_marked(db: Database) -> None:
    messenger = Messenger()
    async with relaying(db, messenger):
        ann = await join(db, 11)
        commits = Commits(db)
        await post(db, to(ann, "One"), to(ann, "Two"), to(ann, "Three"))
        assert await messenger.saw(3) == ["One", "Two", "Three"]
        found = await commits.until(states("sent", "sent", "sent"))
        assert [row.tries for row in found] == [1, 1, 1]
        assert [row.message_id for row in found] == [1001, 1002, 1003]
        assert all(row.body is None for row in found)


async def test_rule_4_2_never_two_at_once_to_one_chat_and_order_kept(db: Database) -> None:
    flying: Counter[int] = Counter()
    order: dict[int, list[str]] = {}

    async def answer(posted: Posted) -> SendResult:
        flying[posted.chat] += 1
        assert flying[posted.chat] == 1
        await asyncio.sleep(0)
        flying[posted.chat] -= 1
        order.setdefault(posted.chat, []).append(posted.message.html)
        return Sent(1, START)

    messenger = Messenger(answer)
    persons = [await join(db, chat) for chat in range(10)]
    async with relaying(db, messenger):
        for wave in range(5):
            kinds = [(f"{wave}{n}", kind) for n, kind in enumerate(("ack", "prompt", "step"))]
            await post(db, *(to(one, text, kind) for one in persons for text, kind in kinds))
        await messenger.saw(150)
        await Commits(db).until(lambda rows: all(row.state == "sent" for row in rows))
    expected = [f"{wave}{n}" for wave in range(5) for n in range(3)]
    assert order == {chat: expected for chat in range(10)}


async def test_rule_4_2_replies_flow_while_a_herd_of_prompts_goes_out(db: Database) -> None:
    herd = [await join(db, chat) for chat in range(100, 300)]
    ann = await join(db, 11)
    await post(db, *(to(one, "herd", "prompt") for one in herd))
    blocked = asyncio.Event()

    async def answer(posted: Posted) -> SendResult:
        if posted.kind == "prompt":
            await blocked.wait()
        return Sent(1, START)

    messenger = Messenger(answer)
    async with relaying(db, messenger):
        await messenger.saw(FAST.herd)
        await post(db, to(ann, "reply 1"), to(ann, "reply 2"))
        sent = await messenger.saw(FAST.herd + 2)
        assert sent[-2:] == ["reply 1", "reply 2"]
        blocked.set()
        await messenger.saw(202)


async def test_rule_4_2_a_reply_takes_its_chats_prompt_out_of_the_long_queue(
    db: Database,
) -> None:
    ann = await join(db, 11)
    herd = [await join(db, chat) for chat in range(100, 400)]
    await post(db, *(to(one, "herd", "prompt") for one in [*herd, ann]))
    messenger = Messenger()
    slow = Pace(per_second=20.0)  # of the hurried clock: one in half a millisecond
    async with relaying(db, messenger, pace=slow):
        await messenger.saw(5)
        await post(db, to(ann, "reply"))
        async with asyncio.timeout(60):
            while "reply" not in [one.message.html for one in messenger.taken]:
                await messenger.saw(len(messenger.taken) + 1)
        to_ann = [one.message.html for one in messenger.taken if one.chat == 11]
        assert to_ann == ["herd", "reply"]
        assert len(messenger.taken) < 250


async def test_edits_that_trail_go_when_there_is_room_and_not_when_time_has_passed(
    db: Database,
) -> None:
    chats = [await join(db, chat) for chat in range(100, 124)]
    messenger = Messenger()
    few = Pace(per_second=1e6, in_flight=4, herd=4, chat_per_second=1e6)
    relay = Relay(db, messenger, HurriedMachine(speed=0.001), pace=few)  # the next look is far away
    db.listeners.append(relay.heard)
    running = asyncio.create_task(relay.run())
    asked = await post(db, *(to(one, "?", "step") for one in chats))
    tidy = [to(one, "tidy", "tidy", edits=row) for one, row in zip(chats, asked, strict=True)]
    await post(db, *tidy)
    assert Counter(await messenger.saw(48)) == {"?": 24, "tidy": 24}
    relay.stop()
    await running


async def test_rule_4_3_one_ambiguous_try_is_repeated_with_the_same_ask(db: Database) -> None:
    messenger = answering(Unknown("read time-out"))
    async with relaying(db, messenger):
        ann = await join(db, 11)
        await post(db, to(ann, "?", "step", ask="ask1"), to(ann, "after"))
        assert await messenger.saw(3) == ["?", "?", "after"]
        assert [one.ask for one in messenger.taken] == ["ask1", "ask1", None]
        found = await Commits(db).until(states("sent", "sent"))
        assert [row.tries for row in found] == [2, 1]


async def test_rule_4_2_second_ambiguous_try_ends_unknown(db: Database) -> None:
    messenger = answering(Unknown("read time-out"), Unknown("dropped"))
    async with relaying(db, messenger):
        ann = await join(db, 11)
        await post(db, to(ann, "?", "step"), to(ann, "after"))
        assert await messenger.saw(3) == ["?", "?", "after"]
        found = await Commits(db).until(states("unknown", "sent"))
        assert (found[0].error, found[0].body) == ("dropped", None)


async def test_rule_4_3_reminders_are_at_most_once(db: Database) -> None:
    messenger = answering(Unknown("read time-out"))
    async with relaying(db, messenger):
        ann = await join(db, 11)
        await post(db, to(ann, "reminder", "reminder"), to(ann, "after", "notice"))
        assert await messenger.saw(2) == ["reminder", "after"]
        await Commits(db).until(states("unknown", "sent"))


async def test_rule_4_4_what_was_not_sent_costs_no_try_however_often(db: Database) -> None:
    messenger = answering(*[NotSent("refused")] * 5)
    async with relaying(db, messenger):
        ann = await join(db, 11)
        await post(db, to(ann, "r", "reminder"))
        await messenger.saw(6)
        (row,) = await Commits(db).until(states("sent"))
        assert row.tries == 1


async def test_rule_4_4_a_429_costs_no_try_and_pauses_all(db: Database) -> None:
    machine = HurriedMachine()
    at: list[float] = []

    async def answer(posted: Posted) -> SendResult:
        at.append(machine.monotonic())
        return Wait(20.0) if len(at) == 1 else Sent(1, START)

    messenger = Messenger(answer)
    relay = Relay(db, messenger, machine, pace=FAST)
    db.listeners.append(relay.heard)
    ann, ben = await join(db, 11), await join(db, 12)
    running = asyncio.create_task(relay.run())
    await post(db, to(ann, "1", "reminder"))
    await messenger.saw(1)
    await post(db, to(ben, "2"))
    await messenger.saw(3)
    found = await Commits(db).until(states("sent", "sent"))
    assert [row.tries for row in found] == [1, 1]
    assert min(at[1:]) >= at[0] + 20.0
    relay.stop()
    await running


async def test_rule_4_4_the_unreachable_get_nothing_more_and_the_hooks_hear_of_it(
    db: Database,
) -> None:
    heard: list[Mark] = []

    async def hooks(unit: Unit, marks: Sequence[Mark]) -> None:
        heard.extend(marks)

    async with relaying(db, answering(Gone("bot was blocked")), hooks=hooks):
        ann = await join(db, 11)
        await post(db, to(ann, "1"), to(ann, "2", "prompt"))
        await Commits(db).until(states("gone", "gone"))
    assert [(one.state, one.final, one.posted.person) for one in heard] == [("gone", True, ann)]


async def test_a_refused_message_does_not_hold_up_its_chat(db: Database) -> None:
    messenger = answering(Refused("message is too long"))
    async with relaying(db, messenger):
        ann = await join(db, 11)
        await post(db, to(ann, "1"), to(ann, "2"))
        found = await Commits(db).until(states("refused", "sent"))
        assert found[0].error == "message is too long"


async def test_a_hook_that_breaks_costs_no_mark_and_no_other_hook(db: Database) -> None:
    seen: list[str] = []

    async def hooks(unit: Unit, marks: Sequence[Mark]) -> None:
        for one in marks:
            if one.posted.chat == 11:
                raise LookupError
            seen.append(one.posted.message.html)

    async with relaying(db, Messenger(), hooks=hooks):
        ann, ben = await join(db, 11), await join(db, 12)
        await post(db, to(ann, "a"), to(ben, "b"))
        await Commits(db).until(states("sent", "sent"))
    assert seen == ["b"]


async def test_what_hooks_post_is_sent_too(db: Database) -> None:
    async def hooks(unit: Unit, marks: Sequence[Mark]) -> None:
        for one in marks:
            if one.state == "gone":
                unit.post(to(therapist, "unreachable", "notice"))

    messenger = answering(Gone("blocked"))
    therapist = await join(db, 12)
    async with relaying(db, messenger, hooks=hooks):
        ann = await join(db, 11)
        await post(db, to(ann, "1"))
        assert await messenger.saw(2) == ["1", "unreachable"]


async def test_rule_4_2_marks_survive_a_database_that_is_away(db: Database, folder: Path) -> None:
    """Another program holds the write lock while messages land: each is sent once, none is lost."""
    messenger = Messenger()
    async with relaying(db, messenger):
        persons = [await join(db, chat) for chat in range(5)]
        release = asyncio.Event()

        async def answer(posted: Posted) -> SendResult:
            await release.wait()
            return Sent(1, START)

        messenger.answer = answer
        await post(db, *(to(one, "hello") for one in persons))
        await messenger.saw(5)
        other = sqlite3.connect(
            folder / "homework.db", isolation_level=None, check_same_thread=False
        )
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")  # the relay may be at it too
        release.set()
        tries = await _failed_transactions(db, 3)
        other.execute("ROLLBACK")
        other.close()
        await Commits(db).until(lambda rows: all(row.state == "sent" for row in rows))
        assert (len(messenger.taken), tries) == (5, 3)


async def _failed_transactions(db: Database, count: int) -> int:
    """Wait until as many transactions of our own failed: the relay had its turns in between."""
    failed = 0
    while failed < count:
        try:
            async with db.transaction(START):
                pass
        except DatabaseUnavailable:
            failed += 1
    return failed


async def test_rule_4_2_after_a_kill_what_was_in_hand_is_sent_once_more_and_no_more(
    db: Database,
) -> None:
    never = asyncio.Event()

    async def answer(posted: Posted) -> SendResult:
        await never.wait()
        return Sent(1, START)

    taking = Messenger(answer)
    killed = Relay(db, taking, HurriedMachine(), pace=FAST)
    db.listeners.append(killed.heard)
    ann = await join(db, 11)
    running = asyncio.create_task(killed.run())
    await post(db, to(ann, "1"), to(ann, "2"))
    await taking.saw(1)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    db.listeners.clear()

    messenger = Messenger()
    async with relaying(db, messenger):
        assert await messenger.saw(2) == ["1", "2"]
        found = await Commits(db).until(states("sent", "sent"))
        assert [row.tries for row in found] == [2, 1]


async def test_stopping_marks_what_landed_and_gives_back_what_never_left(db: Database) -> None:
    landing = asyncio.Event()

    async def answer(posted: Posted) -> SendResult:
        await landing.wait()
        return Sent(1, START)

    messenger = Messenger(answer)
    ann, ben = await join(db, 11), await join(db, 12)
    one_at_a_time = Pace(in_flight=1)
    async with relaying(db, messenger, pace=one_at_a_time) as relay:
        await post(db, to(ann, "1"), to(ben, "2"))
        await messenger.saw(1)
        relay.stop()
        landing.set()
    found = await Commits(db).until(states("sent", "waiting"))
    assert [row.tries for row in found] == [1, 0]
    assert relay.idle


async def test_rule_4_4_a_refused_token_ends_the_relay_and_loses_nothing(db: Database) -> None:
    async def answer(posted: Posted) -> SendResult:
        raise CannotSend

    messenger = Messenger(answer)
    relay = Relay(db, messenger, HurriedMachine(), pace=FAST)
    db.listeners.append(relay.heard)
    ann = await join(db, 11)
    running = asyncio.create_task(relay.run())
    await post(db, to(ann, "1"))
    with pytest.raises(CannotSend):
        await running
    (row,) = await Commits(db).until(states("waiting"))
    assert row.tries == 0


async def test_a_sender_that_breaks_is_an_unknown_fate(db: Database) -> None:
    async def answer(posted: Posted) -> SendResult:
        if posted.message.html == "bad":
            raise LookupError("secret words")
        return Sent(1, START)

    async with relaying(db, Messenger(answer)):
        ann = await join(db, 11)
        await post(db, to(ann, "bad"), to(ann, "good"))
        found = await Commits(db).until(states("unknown", "sent"))
        assert found[0].error == "LookupError"
