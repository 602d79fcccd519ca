"""An edited message changes what its own writer wrote, and nobody else's: numbers of messages are
the same in many chats, and everything about them is client-supplied."""

from homework.store.database import Unit
from tests.support.neighbours import all_rows
from tests.support.scene import Scene


async def answers_of(unit: Unit) -> int:
    return sum(table == "answer" for table, _ in await all_rows(unit))


async def wrote(scene: Scene, user: int, text: str) -> int:
    sent = scene.message(user, text)
    await scene.happen(sent)
    await scene.deliver()
    assert sent.message_id is not None
    return sent.message_id


async def test_an_edit_with_the_number_of_somebody_elses_message(scene: Scene) -> None:
    owner, other = scene.parties["A1"], scene.parties["B1"]
    number = await wrote(scene, owner.user, "only mine")
    before = await scene.open_session(owner.user)
    assert before is not None
    for user in (other.user, 700_700):
        await scene.happen(scene.edited(user, "not yours", number))
        await scene.deliver()
        assert await scene.open_session(owner.user) == before
    await scene.happen(scene.edited(owner.user, "mine still", number))
    after = await scene.open_session(owner.user)
    assert after is not None
    assert "mine still" in str(dict(after.answers)) + str(after.notes)
    assert "only mine" not in str(dict(after.answers)) + str(after.notes)


async def test_the_history_keeps_what_was_there_before(scene: Scene) -> None:
    owner = scene.parties["A1"]
    number = await wrote(scene, owner.user, "at first")
    async with scene.looking() as unit:
        rows = await answers_of(unit)
    await scene.happen(scene.edited(owner.user, "and now", number))
    async with scene.looking() as unit:
        assert await answers_of(unit) > rows
