"""What people send beside words: always answered, once for an album, and nothing of it is kept."""

import pytest

from tests.support.neighbours import all_rows
from tests.support.phones import SENT
from tests.support.scene import Scene


@pytest.mark.parametrize("what", sorted(SENT))
@pytest.mark.parametrize("name", ["A1", "A"])
async def test_it_is_answered_and_nothing_is_kept(scene: Scene, what: str, name: str) -> None:
    user = scene.parties[name].user
    open_before = await scene.open_session(user)
    async with scene.looking() as unit:
        before = await all_rows(unit)
    await scene.happen(scene.message(user, "", **SENT[what], caption="under it"))
    async with scene.looking() as unit:
        after = await all_rows(unit)
    grown = {table for table, key in after.keys() - before.keys()}
    assert grown == {"outbox"}
    assert await scene.open_session(user) == open_before


async def test_an_album_gets_one_reply(scene: Scene) -> None:
    user = scene.parties["A1"].user
    await scene.deliver()
    pictures = [scene.message(user, "", **SENT["photo"], media_group_id="g") for _ in range(3)]
    await scene.happen(*pictures[:2])
    await scene.happen(pictures[2])
    assert len(await scene.deliver()) == 1
