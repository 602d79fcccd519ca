"""A client's page is changed by those who care for them: kept, written down, told to whom it
concerns."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from homework.ids import new_id
from homework.page import USUAL
from homework.store import pages
from homework.store.tables import audit, care
from tests.support.given_work import give_agreements
from tests.support.scene import Heard, Party, Scene, scene_in


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncGenerator[Scene]:
    """A therapist, their client, and a colleague who cares for the client too."""
    async with scene_in(tmp_path) as scene:
        for name, user in (("A", 11), ("B", 22)):
            await scene.therapist(name, user)
        party, token = await scene.invite(scene.parties["A"], "A1", 111)
        await scene.joins(party, token)
        async with scene.looking() as unit:
            colleague = {"therapist_id": scene.parties["B"].therapist, "client_id": party.client}
            row = colleague | {"id": new_id(scene.now), "role": "lead", "since": scene.now}
            await unit.conn.execute(insert(care).values(**row))
        yield scene


async def change(scene: Scene, value: str) -> dict[int, list[str]]:
    """Press a button of the page; return what each phone showed."""
    a1 = scene.parties["A1"]
    heard: list[Heard] = await scene.tap(scene.parties["A"].user, f"1:page~{a1.client}:{value}")
    return {user: [one.html for one in heard if one.user == user] for user in (11, 22, 111)}


async def written(scene: Scene, party: Party) -> list[str]:
    query = select(audit.c.action).where(audit.c.client_id == party.client)
    async with scene.looking() as unit:
        found = (await unit.conn.execute(query)).scalars()
        return [action for action in found if action.startswith("page.")]


async def test_a_number_that_is_felt_is_told_to_the_client_and_to_colleagues(scene: Scene) -> None:
    seen = await change(scene, "prompts.2")
    assert "2 prompts a day at most" in seen[111][0] and "/settings" in seen[111][0]
    assert "2 prompts a day at most" in seen[22][0] and scene.parties["A1"].word in seen[22][0]
    assert "2 prompts and 2 reminders" in seen[11][0]
    a1 = scene.parties["A1"]
    async with scene.looking() as unit:
        assert (await pages.of_client(unit, a1.client or "")).caps.prompts == 2
    again = await change(scene, "prompts.2")
    assert again[111] == again[22] == [], "what is so already is told to nobody"
    assert await written(scene, a1) == ["page.prompts"]


@pytest.mark.parametrize("value", ["minutes.10", "relaxation.on", "expressive_writing.on"])
async def test_what_only_holds_the_therapist_is_not_told_to_the_client(
    scene: Scene, value: str
) -> None:
    seen = await change(scene, value)
    assert seen[111] == [] and len(seen[22]) == 1
    kept = ["page.minutes"] if value.startswith("minutes") else ["page.mark"]
    assert await written(scene, scene.parties["A1"]) == kept, "no mark stands in the plain"


async def test_a_mark_is_taken_away_again(scene: Scene) -> None:
    for value in ("relaxation.on", "relaxation.off"):
        await change(scene, value)
    async with scene.looking() as unit:
        assert await pages.of_client(unit, scene.parties["A1"].client or "") == USUAL


@pytest.mark.parametrize("value", ["prompts.5", "prompts.0", "minutes.31", "sleep.on", "prompts.x"])
async def test_what_is_no_choice_changes_nothing(scene: Scene, value: str) -> None:
    seen = await change(scene, value)
    assert seen == {11: [], 22: [], 111: []}
    assert scene.notice == scene.house.texts("en").plain("tap-stale")
    async with scene.looking() as unit:
        assert await pages.of_client(unit, scene.parties["A1"].client or "") == USUAL


async def test_what_is_set_above_a_lower_cap_is_said(scene: Scene) -> None:
    await give_agreements(scene, scene.parties["A1"])
    await change(scene, "prompts.1")
    shown = (await change(scene, "show"))[11][-1]
    assert "up to 1 prompt on one day" in shown and "does not ring" not in shown
    await give_agreements(scene, scene.parties["A1"])
    shown = (await change(scene, "show"))[11][-1]
    assert "up to 2 prompts on one day" in shown and "does not ring" in shown
