"""P8: whoever wants it finds the questions and answers of a sheet gone from their chat; what is too
old for the messenger is said, and what was written stays stored."""

from datetime import timedelta

from sqlalchemy import select

from conversations.message import Message
from homework import delivery, sweeping_up
from homework.firing import FIRE
from homework.outgoing import Posted, swept
from homework.store import entries, timers
from homework.store.marks import Mark
from homework.store.tables import outbox
from tests.support.scene import Heard, Scene


async def pass_time(scene: Scene, by: timedelta) -> list[Heard]:
    scene.now += by
    async with scene.looking() as unit:
        found = await timers.due(unit, unit.now, 500)
        due = [one for one in found if one.kind == sweeping_up.TIMER]
        await timers.remove(unit, [one.id for one in due])
        await FIRE[sweeping_up.TIMER](unit, scene.house, due)
    return await scene.deliver()


def gone(heard: list[Heard]) -> list[int]:
    return [number for one in heard if one.kind == "sweep" for number in swept(one.message)]


async def writes(scene: Scene) -> list[int]:
    """Write a sheet to its end; return the numbers of its answers that were typed."""
    me = scene.parties["A1"]
    await scene.tap(me.user, f"1:log~{me.ids['active']}:go")
    before = scene._messages
    await scene.answer_all(me.user, me.word)
    return [number for number in range(before + 1, scene._messages + 1)]


async def test_p8_after_a_sheet_its_questions_and_answers_go(scene: Scene) -> None:
    me = scene.parties["A1"]
    await scene.tap(me.user, "1:set~tidy:on")
    async with scene.looking() as unit:
        before = len(await entries.of_client(unit, me.client or ""))
    numbers = await writes(scene)
    assert gone(await pass_time(scene, timedelta(minutes=5))) == []
    swept_now = gone(await pass_time(scene, timedelta(minutes=6)))
    assert len(swept_now) >= 6 and set(swept_now) & set(numbers)
    assert swept_now == sorted(set(swept_now))
    async with scene.looking() as unit:
        assert len(await entries.of_client(unit, me.client or "")) == before + 1
    assert gone(await pass_time(scene, timedelta(minutes=30))) == [], "once is enough"


async def test_p8_nothing_goes_for_who_did_not_ask_for_it(scene: Scene) -> None:
    await writes(scene)
    assert gone(await pass_time(scene, timedelta(minutes=11))) == []


async def test_p8_who_changes_their_mind_in_time_keeps_all(scene: Scene) -> None:
    me = scene.parties["A1"]
    await scene.tap(me.user, "1:set~tidy:on")
    await writes(scene)
    await scene.tap(me.user, "1:set~tidy:off")
    assert gone(await pass_time(scene, timedelta(minutes=11))) == []


async def test_p8_what_is_too_old_is_said_and_not_tried(scene: Scene) -> None:
    me = scene.parties["A1"]
    await scene.tap(me.user, "1:set~tidy:on")
    numbers = await writes(scene)
    heard = await pass_time(scene, timedelta(hours=47, minutes=1))
    told = [one.html for one in heard if one.user == me.user and "48 hours" in one.html]
    assert gone(heard) == [] and len(told) == 1 and numbers


async def test_p8_what_the_messenger_refuses_to_delete_is_said_once_a_day(scene: Scene) -> None:
    me = scene.parties["A1"]
    await scene.tap(me.user, "1:set~tidy:on")
    await writes(scene)
    assert gone(await pass_time(scene, timedelta(minutes=11)))
    async with scene.looking() as unit:
        query = select(outbox).where(outbox.c.kind == "sweep")
        rows = (await unit.conn.execute(query)).all()
        for state in ("sent", "unknown", "refused", "refused"):
            for row in rows:
                posted = Posted(row.id, row.person_id, me.user, "sweep", Message(""))
                await delivery.marked(unit, scene.house, [Mark(posted, state, 1)])
    heard = [one for one in await scene.deliver() if "did not let me delete" in one.html]
    assert [one.user for one in heard] == [me.user]
    await scene.tap(me.user, "1:set~tidy:off")
    scene.now += timedelta(days=1)
    async with scene.looking() as unit:
        posted = Posted(rows[0].id, rows[0].person_id, me.user, "sweep", Message(""))
        await delivery.marked(unit, scene.house, [Mark(posted, "refused", 1)])
    assert await scene.deliver() == []


async def questions(scene: Scene, session: str) -> set[int]:
    """The numbers of the questions that a sheet has put."""
    async with scene.looking() as unit:
        row = (outbox.c.subject == session) & (outbox.c.kind == "step")
        found = await unit.conn.execute(select(outbox.c.message_id).where(row))
        return set(found.scalars())


async def begun(scene: Scene) -> str:
    """Begin a sheet, and answer its first question; return its id."""
    me = scene.parties["A1"]
    await scene.tap(me.user, f"1:log~{me.ids['active']}:go")
    await scene.answer_once(me.user, me.word)
    current = await scene.open_session(me.user)
    assert current is not None
    return current.id


async def test_p8_other_sheets_that_wait_keep_their_questions(scene: Scene) -> None:
    me = scene.parties["A1"]
    await scene.tap(me.user, "1:set~tidy:on")
    first = await begun(scene)
    current = await scene.open_session(me.user)
    second = await begun(scene)
    assert current is not None and first != second
    await scene.tap(me.user, f"1:{current.asked.id}:s")  # back to the first, the other waits
    await scene.answer_all(me.user, me.word)
    swept_now = set(gone(await pass_time(scene, timedelta(minutes=11))))
    assert await questions(scene, first) <= swept_now
    theirs = await questions(scene, second)
    assert len(theirs) == 2 and not theirs & swept_now


async def test_p8_only_what_is_left_of_the_sheet_itself_is_called_too_old(scene: Scene) -> None:
    me = scene.parties["A1"]
    await scene.tap(me.user, "1:set~tidy:on")
    first = await begun(scene)
    current = await scene.open_session(me.user)
    assert current is not None
    own = len(await questions(scene, first)) + 1  # and one answer
    for _ in range(3):
        await writes(scene)
        assert gone(await pass_time(scene, timedelta(minutes=11)))
    scene.now += timedelta(days=3)
    await scene.tap(me.user, f"1:{current.asked.id}:s")
    await scene.answer_all(me.user, me.word)
    heard = await pass_time(scene, timedelta(minutes=11))
    told = [one.html for one in heard if one.user == me.user and "48 hours" in one.html]
    assert [int(html.split()[0]) for html in told] == [own]
    assert gone(heard)
    async with scene.looking() as unit:  # as if another part of it were closed later
        await timers.set(unit, unit.now, sweeping_up.TIMER, first, 0)
    heard = await pass_time(scene, timedelta(minutes=1))
    assert not [one for one in heard if "48 hours" in one.html], "said once"
