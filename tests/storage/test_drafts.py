"""A draft is looked at again when it is sent; it is made smaller and never larger; its reason is
for the therapist alone."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from homework import assigning
from homework.burden import Caps
from homework.page import Page
from homework.schedule import WEEK, Rule, Weekly
from homework.store import assignments, pages
from homework.store.assignments import Assignment
from tests.support.given_work import assignment
from tests.support.scene import Heard, Scene, scene_in

TWICE: tuple[Rule, ...] = (Weekly(WEEK, time(10)), Weekly(WEEK, time(18)))


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncGenerator[Scene]:
    """A therapist and their client; a draft of the light form, twice a day."""
    async with scene_in(tmp_path) as scene:
        for name, user in (("A", 11), ("B", 22)):
            await scene.therapist(name, user)
        party, token = await scene.invite(scene.parties["A"], "A1", 111)
        await scene.joins(party, token)
        new = assignment(scene, party, scene.parties["A"].therapist or "", "It helps.", "One.")
        async with scene.looking() as unit:
            await assigning.keep_draft(unit, replace(new, variant="light"), TWICE)
        party.ids["draft"] = new.id
        yield scene


async def press(scene: Scene, value: str, user: int = 11) -> list[Heard]:
    return await scene.tap(user, f"1:draft~{scene.parties['A1'].ids['draft']}:{value}")


async def stored(scene: Scene) -> Assignment:
    key = scene.parties["A1"].ids["draft"]
    async with scene.looking() as unit:
        return (await assignments.by_ids(unit, [key]))[key]


async def allow(scene: Scene, page: Page) -> None:
    async with scene.looking() as unit:
        await pages.keep(unit, scene.parties["A1"].client or "", page)


async def test_it_is_sent_where_it_fits(scene: Scene) -> None:
    heard = await press(scene, "send")
    assert {one.user for one in heard} == {11, 111}
    assert (await stored(scene)).state == "proposed"
    await press(scene, "send")
    assert scene.notice == scene.house.texts("en").plain("tap-stale")


async def test_what_fits_no_more_is_not_sent_and_what_does_is_one_tap_away(scene: Scene) -> None:
    await allow(scene, Page(Caps(prompts=1)))
    heard = await press(scene, "send")
    assert [one.user for one in heard] == [11] and "1 is the most" in heard[0].html
    assert (await stored(scene)).state == "draft"
    (less,) = [one for one in heard[0].buttons if one.label == "Once a day"]
    seen = await scene.tap(11, less.data)
    assert "Nothing is sent yet" in seen[0].html
    one = await stored(scene)
    assert [entry.rule for entry in one.entries] == [TWICE[0]] and one.variant == "light"
    assert {heard.user for heard in await press(scene, "send")} == {11, 111}


@pytest.mark.parametrize("value", ["c000", "c900", "c", "cab", "c0000000000000", "why2", "l9"])
async def test_no_button_makes_it_larger_or_other(scene: Scene, value: str) -> None:
    before = await stored(scene)
    heard = await press(scene, value)
    assert heard == [] and scene.notice == scene.house.texts("en").plain("tap-stale")
    assert await stored(scene) == before


async def test_a_reason_is_kept_for_the_therapist_and_never_shown_to_the_client(
    scene: Scene,
) -> None:
    await allow(scene, Page(minutes=5))
    heard = await press(scene, "send")
    assert [one.label for one in heard[0].buttons if "say why" in one.label]
    assert (await stored(scene)).state == "draft"
    await press(scene, "why")
    await scene.say(11, "...")
    assert (await stored(scene)).texts.reason is None
    await scene.say(11, "The exam zqreasonzq is near.")
    assert (await stored(scene)).texts.reason == "The exam zqreasonzq is near."
    heard = await press(scene, "send")
    key = scene.parties["A1"].ids["draft"]
    heard += await scene.tap(111, f"1:asg~{key}:accept")
    heard += await scene.tap(111, f"1:pact~{key}:show") + await scene.tap(
        111, f"1:pact~{key}:history"
    )
    assert len([one for one in heard if one.user == 111]) >= 4
    assert not [one for one in heard if one.user == 111 and "zqreasonzq" in one.whole]
    shown = await scene.tap(11, f"1:prac~{key}:show")
    assert "zqreasonzq" in shown[-1].html
    history = await scene.tap(11, f"1:prac~{key}:history")
    assert "zqreasonzq" not in history[-1].html, "the client reads the same history"
    assert "zqreasonzq" not in repr(await stored(scene))


async def test_nobody_else_gives_a_reason(scene: Scene) -> None:
    await allow(scene, Page(minutes=5))
    await press(scene, "why", user=22)
    await scene.say(22, "Because I say so.")
    assert (await stored(scene)).texts.reason is None
