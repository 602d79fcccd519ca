"""The outbox: what is born claimed, in which order rows go, how each comes to its end."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, get_args

from sqlalchemy import func, select

from conversations.message import Button, Message
from homework.ids import new_id
from homework.outgoing import KINDS, Attachment, Lane, Outgoing, Posted
from homework.store import people
from homework.store.claims import Claims, claim, take_over
from homework.store.database import Database
from homework.store.front import URGENT, pick
from homework.store.marks import ALL_BUT_DROPPED, HELD, UNSENT, Mark, State, mark
from homework.store.outbox import LEASE, arrived, withdraw
from homework.store.tables import attachment, person
from tests.support.hurried_clock import START
from tests.support.outboxes import join, rows, to

LATER = START + LEASE + timedelta(seconds=1)


async def post(db: Database, *messages: Outgoing) -> list[Posted]:
    """Write messages in one transaction; return what was born claimed."""
    async with db.transaction(START) as unit:
        for one in messages:
            unit.post(one)
    return unit.born


async def claimed(
    db: Database, *, held: Sequence[str] = (), others: int = 16, at: Any = START, **more: Any
) -> Claims:
    async with db.transaction(START) as unit:
        return await claim(unit, at, held, replies=16, others=others, **more)


async def marked(db: Database, posted: Posted, state: State, **more: Any) -> None:
    more.setdefault("tries", posted.tries)
    async with db.transaction(START) as unit:
        await mark(unit, [Mark(posted, state, **more)])


def texts(found: Claims | Sequence[Posted]) -> list[str]:
    ready = [posted for posted, _ in found.ready] if isinstance(found, Claims) else found
    return [posted.message.html for posted in ready]


# Born claimed


async def test_rule_4_2_a_reply_is_born_claimed_with_its_first_try_counted(db: Database) -> None:
    ann = await join(db, 11)
    message = Message("Hello <b>you</b>", ((Button("Yes", "1:a:y"),),))
    asked = Outgoing(ann, None, "step", message, dedupe="d", ask="ask1", subject="s", silent=True)
    born = await post(db, asked)
    assert born == [
        Posted(born[0].id, ann, 11, "step", message, ask="ask1", subject="s", silent=True)
    ]
    (row,) = await rows(db)
    assert (row.state, row.tries, row.lease_until) == ("claimed", 1, START + LEASE)


async def test_rule_4_2_born_claimed_rows_never_overtake_an_older_row(db: Database) -> None:
    ann, ben = await join(db, 11), await join(db, 12)
    first = await post(db, to(ann, "1"), to(ann, "2"), to(ben, "b"))
    assert texts(first) == ["1", "b"]
    assert await post(db, to(ann, "3")) == []
    assert texts(await claimed(db, held=[one.id for one in first])) == []
    await marked(db, first[0], "sent", message_id=1)
    found = await claimed(db)
    assert texts(found) == ["2"]
    await marked(db, found.ready[0][0], "sent", message_id=2)
    assert texts(await claimed(db)) == ["3"]


async def test_rule_4_2_prompts_digests_and_tidying_wait_for_their_turn(db: Database) -> None:
    ann = await join(db, 11)
    waiting = [kind for kind, policy in KINDS.items() if policy.lane is not Lane.REPLY]
    assert await post(db, *(to(ann, kind, kind) for kind in waiting)) == []
    assert {row.state for row in await rows(db)} == {"waiting"}


async def test_a_tidying_edit_keeps_no_reply_waiting(db: Database) -> None:
    ann = await join(db, 11)
    (asked,) = await post(db, to(ann, "?", "step"))
    await marked(db, asked, "sent", message_id=7)
    born = await post(db, to(ann, "tidy", "tidy", edits=asked.id), to(ann, "next", "step"))
    assert texts(born) == ["next"]


async def test_only_what_nothing_goes_before_asks_for_a_look(db: Database) -> None:
    async def asked(*messages: Outgoing) -> int | None:
        async with db.transaction(START) as unit:
            for one in messages:
                unit.post(one)
        return unit.waiting

    ann, ben = await join(db, 11), await join(db, 12)
    assert await asked(to(ann, "next", "step"), to(ann, "tidy", "tidy")) is None
    assert await asked(to(ben, "tidy", "tidy")) == Lane.TIDY
    assert await asked(to(ben, "prompt", "prompt"), to(ben, "tidy", "tidy")) == Lane.PROMPT
    assert await asked(to(ben, "digest", "digest"), to(ben, "reply")) == Lane.REPLY


async def test_rule_c1_the_crisis_text_is_born_claimed_whatever_waits_before_it(
    db: Database,
) -> None:
    ann = await join(db, 11)
    await post(db, to(ann, "1"), to(ann, "2"))
    assert texts(await post(db, to(ann, "help", "crisis"))) == ["help"]


async def test_rule_4_2_a_known_dedupe_key_writes_no_second_row(db: Database) -> None:
    ann = await join(db, 11)
    born = await post(db, to(ann, "1", dedupe="same"), to(ann, "2", dedupe="same"))
    assert texts(born) == ["1"]
    assert await post(db, to(ann, "3", dedupe="same")) == []
    assert len(await rows(db)) == 1


async def test_what_a_savepoint_undoes_is_neither_written_nor_sent(db: Database) -> None:
    ann = await join(db, 11)
    async with db.transaction(START) as unit:
        try:
            async with unit.savepoint():
                unit.post(to(ann, "undone"))
                await unit.flush()
                raise LookupError
        except LookupError:
            unit.post(to(ann, "kept"))
    assert texts(unit.born) == ["kept"]
    assert len(await rows(db)) == 1


# Order


async def test_rule_4_2_replies_go_before_prompts_before_digests_before_tidying(
    db: Database,
) -> None:
    chats = [await join(db, chat) for chat in range(1, 6)]
    (asked,) = await post(db, to(chats[0], "?", "step"))
    await marked(db, asked, "sent", message_id=1)
    await post(
        db,
        to(chats[0], "tidy", "tidy", edits=asked.id),
        to(chats[1], "digest", "digest"),
        to(chats[2], "prompt", "prompt"),
    )
    born = await post(db, to(chats[3], "held"), to(chats[3], "reply"), to(chats[4], "x"))
    for one in born:
        await marked(db, one, "sent", message_id=2)
    assert texts(await claimed(db)) == ["reply", "prompt", "digest", "tidy"]


async def test_a_prompt_with_a_reply_behind_it_goes_as_early_as_the_reply(db: Database) -> None:
    ann, ben = await join(db, 11), await join(db, 12)
    await post(db, to(ben, "other", "prompt"))
    await post(db, to(ann, "prompt", "prompt"))
    assert await post(db, to(ann, "reply")) == []
    found = await claimed(db, others=0)
    assert [(one.message.html, urgency) for one, urgency in found.ready] == [("prompt", 0)]


async def test_rule_c1_a_crisis_text_that_waits_goes_before_its_chats_older_rows(
    db: Database,
) -> None:
    ann = await join(db, 11)
    (first,) = await post(db, to(ann, "1"), to(ann, "2"))
    (crisis,) = await post(db, to(ann, "help", "crisis"))
    await marked(db, crisis, "waiting", tries=0)
    found = await claimed(db, held=[first.id])
    assert [(one.message.html, urgency) for one, urgency in found.ready] == [("help", URGENT)]


async def test_a_row_held_back_holds_its_chat_back(db: Database) -> None:
    ann = await join(db, 11)
    (first,) = await post(db, to(ann, "1"), to(ann, "2"))
    await marked(db, first, "waiting", tries=0, not_before=START + timedelta(seconds=5))
    assert texts(await claimed(db)) == []
    assert texts(await claimed(db, at=START + timedelta(seconds=5))) == ["1"]


async def test_who_waits_by_a_clock_that_was_set_back_waits_no_longer(db: Database) -> None:
    """A year ahead it was given seconds to wait; it would keep its chat silent for a year."""
    ann, year = await join(db, 11), timedelta(days=365)
    (first,) = await post(db, to(ann, "1"), to(ann, "2"))
    await marked(db, first, "waiting", tries=0, not_before=START + year + timedelta(seconds=5))
    assert texts(await claimed(db)) == ["1"]
    await marked(db, first, "waiting", tries=0, not_before=START + timedelta(minutes=50))
    assert texts(await claimed(db)) == []


async def test_no_more_is_claimed_than_asked_for(db: Database) -> None:
    chats = [await join(db, chat) for chat in range(1, 9)]
    await post(db, *(to(one, "p", "prompt") for one in chats))
    found = await claimed(db, others=3)
    assert (len(found.ready), found.more) == (3, True)
    assert [row.tries for row in await rows(db)] == [1, 1, 1, 0, 0, 0, 0, 0]


async def test_looking_at_some_chats_only_leaves_the_others_alone(db: Database) -> None:
    ann, ben = await join(db, 11), await join(db, 12)
    await post(db, to(ann, "a", "prompt"), to(ben, "b", "prompt"))
    assert texts(await claimed(db, persons=[ben])) == ["b"]


async def test_chats_that_must_wait_hold_nobody_up(db: Database) -> None:
    stuck = [await join(db, chat) for chat in range(100, 120)]
    ann = await join(db, 11)
    for one in await post(db, *(to(one, "stuck") for one in stuck)):
        await marked(db, one, "waiting", tries=0, not_before=START + timedelta(seconds=5))
    await post(db, *(to(one, "behind") for one in stuck), to(stuck[0], "prompt", "prompt"))
    await post(db, to(ann, "prompt", "prompt"))
    assert texts(await claimed(db, others=1)) == ["prompt"]
    assert [row.person_id for row in await rows(db) if row.state == "claimed"] == [ann]


async def test_a_look_costs_the_same_however_long_the_queue_is(db: Database) -> None:
    async def steps() -> int:
        """How many instructions SQLite needs to find the next rows, in hundreds."""
        async with db.transaction(START) as unit:
            driver: Any = (await unit.conn.get_raw_connection()).driver_connection
            counted: list[None] = []
            driver._conn.set_progress_handler(lambda: counted.append(None), 100)
            found = await pick(unit, START, (), replies=16, others=16, persons=None)
            driver._conn.set_progress_handler(None, 0)
        assert len(found) == 16
        return len(counted)

    chats = [await join(db, chat) for chat in range(100, 420)]
    await post(db, *(to(one, "p", "prompt") for one in chats[:20]))
    short = await steps()
    await post(db, *(to(one, "p", "prompt") for one in chats[20:]))
    assert await steps() <= short + 2


# Leases


async def test_rule_4_2_a_lease_keeps_a_row_from_being_claimed_twice(db: Database) -> None:
    ann = await join(db, 11)
    await post(db, to(ann, "p", "prompt"))
    assert texts(await claimed(db)) == ["p"]
    assert texts(await claimed(db)) == []
    found = await claimed(db, at=LATER)
    assert [(one.message.html, one.tries) for one, _ in found.ready] == [("p", 2)]


async def test_rule_4_2_a_row_in_hand_is_not_claimed_though_its_lease_ran_out(
    db: Database,
) -> None:
    ann = await join(db, 11)
    (born,) = await post(db, to(ann, "1"))
    assert texts(await claimed(db, held=[born.id], at=LATER)) == []
    assert texts(await claimed(db, at=LATER)) == ["1"]


async def test_rule_4_2_the_holder_of_the_lock_takes_over_all_leases_at_start(
    db: Database,
) -> None:
    ann = await join(db, 11)
    await post(db, to(ann, "1"))
    async with db.transaction(START) as unit:
        assert await take_over(unit, START) == []
    found = await claimed(db)
    assert [(one.message.html, one.tries) for one, _ in found.ready] == [("1", 2)]


async def test_rule_4_3_a_reminder_of_a_killed_process_is_not_sent_again(db: Database) -> None:
    ann = await join(db, 11)
    file = Attachment("a.png", "image/png", b"png")
    await post(db, to(ann, "r", "reminder", attachment=file))
    await claimed(db)
    async with db.transaction(START) as unit:
        (ended,) = await take_over(unit, START)
        files = (await unit.conn.execute(select(func.count()).select_from(attachment))).scalar()
    assert (ended.state, ended.final, ended.posted.person) == ("unknown", True, ann)
    (row,) = await rows(db)
    assert (row.state, row.body, files) == ("unknown", None, 0)
    assert texts(await claimed(db)) == []


async def test_rule_4_3_after_two_kills_a_row_ends_unknown_with_two_copies_at_most(
    db: Database,
) -> None:
    ann = await join(db, 11)
    await post(db, to(ann, "1", "step"), to(ann, "2"))
    for _ in range(2):
        async with db.transaction(START) as unit:
            await take_over(unit, START)
        await claimed(db)
    first, second = await rows(db)
    assert (first.state, first.tries) == ("unknown", 2)
    assert (second.state, second.tries) == ("claimed", 1)


# Ends


async def test_rule_4_2_a_body_is_blanked_once_sent_and_its_file_deleted(db: Database) -> None:
    ann = await join(db, 11)
    file = Attachment("chart.png", "image/png", b"\x89PNG")
    await post(db, to(ann, "1", "digest", attachment=file))
    found = await claimed(db)
    posted = found.ready[0][0]
    assert posted.attachment == file
    await marked(db, posted, "sent", message_id=5, delivered_at=START)
    (row,) = await rows(db)
    assert (row.state, row.body, row.message_id, row.delivered_at) == ("sent", None, 5, START)
    assert row.lease_until is None
    async with db.transaction(START) as unit:
        assert (await unit.conn.execute(select(attachment))).all() == []


async def test_rule_4_4_gone_ends_every_unsent_row_of_the_chat_and_marks_the_person(
    db: Database,
) -> None:
    ann, ben = await join(db, 11), await join(db, 12)
    file = Attachment("a.png", "image/png", b"png")
    (first, _) = await post(
        db, to(ann, "1"), to(ben, "b"), to(ann, "2"), to(ann, "3", "digest", attachment=file)
    )
    await marked(db, first, "gone")
    assert [row.state for row in await rows(db)] == ["gone", "claimed", "gone", "gone"]
    async with db.transaction(START) as unit:
        found = await unit.conn.execute(select(person.c.id, person.c.unreachable_since))
        assert {row.id: row.unreachable_since for row in found} == {ann: START, ben: None}
        assert (await unit.conn.execute(select(attachment))).all() == []


async def test_what_was_sent_is_not_undone_by_a_later_mark(db: Database) -> None:
    ann = await join(db, 11)
    (born,) = await post(db, to(ann, "1"))
    await marked(db, born, "sent", message_id=5)
    await marked(db, born, "waiting", tries=0)
    assert [row.state for row in await rows(db)] == ["sent"]


async def test_prompts_whose_time_is_over_are_withdrawn_unless_they_were_tried(
    db: Database,
) -> None:
    ann, ben = await join(db, 11), await join(db, 12)
    await post(db, to(ann, "1", "prompt", subject="occ1"), to(ben, "2", "prompt", subject="occ2"))
    await claimed(db, persons=[ben])
    async with db.transaction(START) as unit:
        gone = await withdraw(unit, ["occ1", "occ2", "occ3"], ["prompt"])
    assert gone == {"occ1"}
    assert [row.state for row in await rows(db)] == ["dropped", "claimed"]


# Edits


async def test_an_edit_waits_until_its_message_is_out(db: Database) -> None:
    ann = await join(db, 11)
    (asked,) = await post(db, to(ann, "?", "step"))
    assert await post(db, to(ann, "redrawn", "redraw", edits=asked.id)) == []
    assert texts(await claimed(db)) == []
    await marked(db, asked, "sent", message_id=77)
    found = await claimed(db)
    assert [one.edits_message for one, _ in found.ready] == [77]


async def test_an_edit_of_a_sent_message_is_born_claimed(db: Database) -> None:
    ann = await join(db, 11)
    (asked,) = await post(db, to(ann, "?", "step"))
    await marked(db, asked, "sent", message_id=77)
    (edit,) = await post(db, to(ann, "redrawn", "redraw", edits=asked.id))
    assert edit.edits_message == 77


async def test_an_edit_of_a_message_that_never_went_out_is_dropped(db: Database) -> None:
    ann = await join(db, 11)
    (asked,) = await post(db, to(ann, "?", "step"), to(ann, "after"))
    await post(db, to(ann, "redrawn", "redraw", edits=asked.id))
    await marked(db, asked, "refused")
    assert texts(await claimed(db)) == ["after"]
    after = next(row for row in await rows(db) if row.state == "claimed")
    await marked(db, Posted(after.id, ann, 11, "ack", Message("")), "sent", message_id=2)
    assert texts(await claimed(db)) == []
    assert [row.state for row in await rows(db)] == ["refused", "sent", "dropped"]


async def test_a_tidying_edit_overtaken_by_a_later_edit_is_dropped(db: Database) -> None:
    ann = await join(db, 11)
    (asked,) = await post(db, to(ann, "?", "step"))
    await marked(db, asked, "sent", message_id=77)
    (redraw,) = await post(
        db, to(ann, "tidy", "tidy", edits=asked.id), to(ann, "new", "redraw", edits=asked.id)
    )
    await marked(db, redraw, "sent", message_id=77)
    assert texts(await claimed(db)) == []
    assert [row.state for row in await rows(db)] == ["sent", "dropped", "sent"]


def test_every_state_but_one_counts_as_an_edit() -> None:
    assert {*ALL_BUT_DROPPED, "dropped"} == {*get_args(State), *UNSENT, HELD}


async def test_what_a_person_was_sent_before_costs_an_edit_nothing(db: Database) -> None:
    ann = await join(db, 11)

    async def steps() -> int:
        """How many tens of steps SQLite takes to find the edit of a message just sent."""
        (asked,) = await post(db, to(ann, "?", "step"))
        await marked(db, asked, "sent", message_id=77)
        taken: list[None] = []
        async with db.transaction(START) as unit:
            unit.post(to(ann, "tidy", "tidy", edits=asked.id))
            await unit.flush()
            driver = (await unit.conn.get_raw_connection()).driver_connection
            assert driver is not None
            await driver.set_progress_handler(lambda: taken.append(None), 10)
            found = await claim(unit, START, (), replies=16, others=16)
            await driver.set_progress_handler(None, 10)
        assert texts(found) == ["tidy"]
        await marked(db, found.ready[0][0], "sent", message_id=77)
        return len(taken)

    first = await steps()
    for number in range(200):
        (before,) = await post(db, to(ann, f"{number}", "step"))
        await marked(db, before, "sent", message_id=number)
    assert await steps() < 2 * first


async def test_rule_4_3_a_press_proves_that_an_unknown_message_arrived(db: Database) -> None:
    ann = await join(db, 11)
    (asked,) = await post(db, to(ann, "?", "step", ask="ask1"))
    await marked(db, asked, "unknown")
    async with db.transaction(START) as unit:
        await arrived(unit, "ask1", 77)
    (edit,) = await post(db, to(ann, "redrawn", "redraw", edits=asked.id))
    assert edit.edits_message == 77


# Sealing


async def test_bodies_are_sealed_with_the_clients_key_and_a_lost_key_blocks_nobody(
    db: Database, cast: Any
) -> None:
    ann = await join(db, 11)
    sealed = Outgoing(cast.person, cast.client, "prompt", Message("secret"), dedupe=new_id(START))
    await post(db, sealed, to(ann, "other", "prompt"))
    assert all(b"secret" not in row.body for row in await rows(db))
    db.sealer.keyring.destroy(cast.client)
    assert texts(await claimed(db)) == ["other"]
    assert [row.state for row in await rows(db)] == ["dropped", "claimed"]


async def test_five_hundred_and_more_rows_are_written_at_once(db: Database) -> None:
    async with db.transaction(START) as unit:
        persons = [(await people.add_person(unit, chat, "en")).id for chat in range(1200)]
    born = await post(db, *(to(one, f"{number}") for number, one in enumerate(persons)))
    assert texts(born) == [str(number) for number in range(1200)]
