"""P8: after /stop nothing goes out that was not asked for, whoever would send it."""

from datetime import timedelta

from sqlalchemy import func, select

from conversations.message import Message
from homework.ids import new_id
from homework.moments import FOR_GOOD
from homework.outgoing import KINDS, Lane, Outgoing
from homework.store import people
from homework.store.tables import audit, outbox
from tests.support.scene import Heard, Scene


def to(heard: list[Heard], user: int) -> list[str]:
    return [one.html for one in heard if one.user == user]


async def test_p8_no_kind_of_message_the_bot_begins_is_even_written(scene: Scene) -> None:
    one, other = scene.parties["A1"], scene.parties["A2"]
    await scene.say(one.user, "/stop")
    async with scene.looking() as unit:
        for party in (one, other):
            who = await people.actor(unit, party.user)
            assert who.person is not None and who.client is not None
            for kind in KINDS:
                key = new_id(unit.now)
                unit.post(Outgoing(who.person.id, who.client.id, kind, Message(kind), key))
    heard = await scene.deliver()
    ours = {kind for kind, policy in KINDS.items() if policy.lane is Lane.PROMPT}
    assert ours == {"prompt", "reminder", "question", "notice"}
    assert set(to(heard, one.user)) == KINDS.keys() - ours
    assert set(to(heard, other.user)) == set(KINDS)


async def test_p8_what_waits_at_that_moment_does_not_go_out(scene: Scene) -> None:
    one = scene.parties["A1"]
    async with scene.looking() as unit:
        who = await people.actor(unit, one.user)
        assert who.person is not None and who.client is not None
        for kind in ("reminder", "ack"):
            unit.post(Outgoing(who.person.id, who.client.id, kind, Message(kind), new_id(unit.now)))
    await scene.happen(scene.message(one.user, "/stop"))
    said = to(await scene.deliver(), one.user)
    assert "reminder" not in said and "ack" in said
    async with scene.looking() as unit:
        dropped = select(outbox.c.body, outbox.c.error).where(outbox.c.state == "dropped")
        assert [tuple(row) for row in (await unit.conn.execute(dropped)).all()] == [
            (None, "stopped")
        ]


async def test_p8_the_therapist_is_told_once_by_the_code_name(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    first, again = await scene.say(one.user, "/stop"), await scene.say(one.user, "/stop")
    told = [text for text in to(first, carer.user) if "to send nothing on its own" in text]
    assert [one.word in text for text in told] == [True]
    assert to(again, carer.user) == []
    back = await scene.say(one.user, "/start")
    assert ["wants messages again" in text for text in to(back, carer.user)] == [True]
    async with scene.looking() as unit:
        noted = select(func.count()).where(audit.c.action.in_(("client.stop", "client.start")))
        assert (await unit.conn.execute(noted)).scalar_one() == 2


async def test_p8_a_proposal_waits_for_them(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    await scene.tap(carer.user, f"1:end~{one.ids['proposed']}:yes")
    await scene.say(one.user, "/stop")
    sent = await scene.tap(carer.user, f"1:draft~{one.ids['draft']}:send")
    assert to(sent, one.user) == []
    assert any("they stopped messages" in text for text in to(sent, carer.user))
    back = "\n".join(to(await scene.say(one.user, "/start"), one.user))
    assert "Your therapist suggests" in back


async def test_p8_writing_and_help_work_as_ever(scene: Scene) -> None:
    one = scene.parties["A1"]
    await scene.say(one.user, "/stop")
    assert any("116 123" in text for text in to(await scene.say(one.user, "sos"), one.user))
    before = await scene.open_session(one.user)
    await scene.answer_all(one.user, "still here")
    after = await scene.open_session(one.user)
    assert before is not None and (after is None or after.id != before.id)


async def test_p8_a_guest_may_stop_too_and_come_back(scene: Scene) -> None:
    one = scene.parties["unconfirmed"]
    carer = scene.parties[one.carer or ""]
    await scene.say(one.user, "/stop")
    number = (await scene.client(one.client or "")).check_number
    heard = await scene.tap(carer.user, f"1:confirm~{one.client}:yes.{number}")
    assert to(heard, one.user) == []
    scene.now += timedelta(hours=1)
    assert "Messages come again" in "".join(to(await scene.say(one.user, "/start"), one.user))
    client = await scene.client(one.client or "")
    assert client.stopped_at is None and client.paused_until is None
    assert scene.now + timedelta(days=36_500) < FOR_GOOD
