"""P11: what is kept after the end of care is announced, and then erased; who is cared for stays."""

from datetime import timedelta

from sqlalchemy import insert

from homework import joining, retaining
from homework.firing import FIRE
from homework.house import USUAL_DAYS
from homework.ids import new_id
from homework.store import erasure, timers
from homework.store.tables import care
from tests.support.scene import Heard, Scene

KINDS = (retaining.TIMER, "erase", "goodbye")


def to(heard: list[Heard], user: int) -> list[str]:
    return [one.html for one in heard if one.user == user]


async def pass_days(scene: Scene, days: int) -> list[Heard]:
    """Let days pass, with what falls due of all this."""
    scene.now += timedelta(days=days)
    fired = True
    while fired:
        async with scene.looking() as unit:
            due = [one for one in await timers.due(unit, unit.now, 500) if one.kind in KINDS]
            await timers.remove(unit, [one.id for one in due])
            for one in due:
                await FIRE[one.kind](unit, scene.house, [one])
            fired = bool(due)
    return await scene.deliver()


async def is_there(scene: Scene, client: str | None) -> bool:
    async with scene.looking() as unit:
        return await erasure.leaving(unit, client or "") is not None


async def end_care(scene: Scene, days: int = USUAL_DAYS) -> None:
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, scene.parties["A"].therapist or "", days)
    await scene.deliver()


async def test_p11_told_two_weeks_before_and_then_erased(scene: Scene) -> None:
    one, other = scene.parties["A1"], scene.parties["B1"]
    await end_care(scene)
    assert to(await pass_days(scene, 75), one.user) == []
    told = await pass_days(scene, 2)
    assert ["/export" in text for text in to(told, one.user)] == [True]
    assert len(await scene.say(one.user, "/export")) == 3, "a copy can still be had"
    assert await is_there(scene, one.client)
    done = await pass_days(scene, 14)
    assert any("It is done" in text for text in to(done, one.user))
    assert not await is_there(scene, one.client)
    assert one.client in scene.db.sealer.keyring.tombstones()
    assert await is_there(scene, other.client)


async def test_p11_who_is_cared_for_again_keeps_everything(scene: Scene) -> None:
    one = scene.parties["A1"]
    await end_care(scene, 20)
    told = await pass_days(scene, 7)
    assert len(to(told, one.user)) == 1
    async with scene.looking() as unit:
        await unit.conn.execute(
            insert(care).values(
                id=new_id(unit.now),
                client_id=one.client,
                therapist_id=scene.parties["B"].therapist,
                role="lead",
                since=unit.now,
            )
        )
    await pass_days(scene, 30)
    assert await is_there(scene, one.client)


async def test_p11_who_wants_nothing_sent_is_told_all_the_same(scene: Scene) -> None:
    one = scene.parties["A1"]
    await scene.say(one.user, "/stop")
    await end_care(scene)
    assert len(to(await pass_days(scene, 77), one.user)) == 1
