"""An edited message changes what its own writer wrote, and nobody else's: numbers of messages are
the same in many chats, and everything about them is client-supplied."""

from bot.incoming import Incoming
from homework.store.database import Unit
from tests.support.neighbours import Scene, all_rows


def edit(scene: Scene, user: int, message_id: int, text: str) -> Incoming:
    body = {
        "message_id": message_id,
        "date": int(scene.now.timestamp()),
        "edit_date": int(scene.now.timestamp()) + 10,
        "chat": {"id": user, "type": "private"},
        "from": {"id": user, "is_bot": False, "first_name": "x"},
        "text": text,
    }
    return scene._parsed("edited_message", body)  # pyright: ignore[reportPrivateUsage]


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
        await scene.happen(edit(scene, user, number, "not yours"))
        await scene.deliver()
        assert await scene.open_session(owner.user) == before
    await scene.happen(edit(scene, owner.user, number, "mine still"))
    after = await scene.open_session(owner.user)
    assert after is not None
    assert "mine still" in str(dict(after.answers)) + str(after.notes)
    assert "only mine" not in str(dict(after.answers)) + str(after.notes)


async def test_the_history_keeps_what_was_there_before(scene: Scene) -> None:
    owner = scene.parties["A1"]
    number = await wrote(scene, owner.user, "at first")
    async with scene.looking() as unit:
        rows = await answers_of(unit)
    await scene.happen(edit(scene, owner.user, number, "and now"))
    async with scene.looking() as unit:
        assert await answers_of(unit) > rows
