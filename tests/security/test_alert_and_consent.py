"""C5, C7: who writes of danger while the consent's text is new to them meets help first, the new
text when they go on to a question, and no obstacle before anything else."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.routing import Router
from homework.store import alerts, people
from homework.store.tables import alert, answer, client
from tests.support.alerted import DANGER, look_through, to
from tests.support.scene import Heard, Scene

ANEW = "has changed since you agreed"
HELP = "It is all right to write it here"


@pytest.fixture
async def pending(scene: Scene) -> AsyncIterator[Scene]:
    """Everybody agreed to a text with screening; since then how long things are kept has changed,
    so that each is to be asked anew."""
    await look_through(scene)
    scene.house = replace(scene.house, retention_days=scene.house.retention_days + 30)
    scene.router = Router(scene.house, ("en",))
    yield scene


def asked(heard: list[Heard]) -> list[Heard]:
    return [one for one in heard if one.kind == "step"]


async def answers(scene: Scene, key: str) -> int:
    async with scene.looking() as unit:
        rows = await unit.conn.execute(select(answer.c.id).where(answer.c.client_id == key))
        return len(rows.all())


async def test_c7_help_comes_first_and_the_new_text_with_the_next_question(pending: Scene) -> None:
    scene, one = pending, pending.parties["A1"]
    before = await answers(scene, one.client or "")
    heard = await scene.answer_once(one.user, DANGER)
    shown = to(heard, one.user)
    assert HELP in shown and ANEW not in shown and not asked(heard)
    assert await answers(scene, one.client or "") == before + 1, "what was written is kept"
    told = to(heard, scene.parties["A"].user)
    assert "Safety flag" in told

    more = await scene.say(one.user, "it is all too much today")
    assert ANEW not in to(more, one.user) and not asked(more), "what is added asks for nothing"
    more = await scene.say(one.user, DANGER + " now")
    assert "added this to the note" in to(more, one.user)
    assert ANEW not in to(more, one.user) and not asked(more)

    went_on = await scene.press(one.user, heard, "Go on")
    assert ANEW in to(went_on, one.user) and not asked(went_on)
    agreed = await scene.tap(one.user, f"1:consent~:yes.{scene.house.edition('en')}")
    assert "You agreed" in to(agreed, one.user)
    went_on = await scene.press(one.user, heard, "Go on")
    assert asked(went_on) and ANEW not in to(went_on, one.user)


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ("Stop for now", ""),
        ("Tell Dr", "would like a call"),
        ("Not about me, or not what I meant", "Thank you for saying so"),
    ],
)
async def test_c7_only_a_question_waits_for_the_new_text(
    pending: Scene, button: str, said: str
) -> None:
    scene, one = pending, pending.parties["A1"]
    heard = await scene.say(one.user, DANGER)
    shown = to(await scene.press(one.user, heard, button), one.user)
    assert shown and ANEW not in shown
    assert said in shown
    assert ANEW not in to(await scene.say(one.user, "/crisis"), one.user)


async def test_c7_after_declining_the_new_text_help_is_as_it_was(pending: Scene) -> None:
    scene, one = pending, pending.parties["A1"]
    heard = await scene.say(one.user, DANGER)
    await scene.press(one.user, heard, "Go on")
    await scene.tap(one.user, "1:consent~:no")
    assert "Nobody reads this chat live" in to(await scene.say(one.user, "/crisis"), one.user)
    again = await scene.say(one.user, DANGER + " still")
    assert "added this to the note" in to(again, one.user), "what was agreed to before holds"


async def test_c7_a_note_of_danger_beside_an_open_question(pending: Scene) -> None:
    """The open question was put before; its answer is kept, and no other is put."""
    scene, one = pending, pending.parties["A1"]
    heard = await scene.say(one.user, f"/note {DANGER}")
    assert HELP in to(heard, one.user) and ANEW not in to(heard, one.user)
    async with scene.looking() as unit:
        (raised,) = (await unit.conn.execute(select(alert.c.id))).scalars().all()
        assert [found.words for found in await alerts.found(unit, raised)] == [DANGER]
    answered = await scene.answer_once(one.user, "a walk by the river")
    assert ANEW in to(answered, one.user) and not asked(answered)


async def test_c7_who_agreed_to_no_screening_meets_help_and_no_text(scene: Scene) -> None:
    """The screening itself is what is new: help at once, nobody is told, the text comes later."""
    scene.house = replace(scene.house, screened=frozenset({"en"}))
    scene.router = Router(scene.house, ("en",))
    one = scene.parties["A1"]
    heard = await scene.answer_once(one.user, DANGER)
    shown = to(heard, one.user)
    assert HELP in shown and ANEW not in shown and not asked(heard)
    assert "Safety flag" not in to(heard, scene.parties["A"].user)
    later = await scene.say(one.user, "I went for a walk")
    assert ANEW in to(later, one.user) and not asked(later)


async def test_c8_a_therapist_sees_of_whom_no_flag_will_come(pending: Scene) -> None:
    """Not in their language, not agreed to, or turned off: who counts on flags is told."""
    scene, one, carer = pending, pending.parties["A1"], pending.parties["A"]

    async def warned() -> bool:
        shown = to(await scene.tap(carer.user, f"1:page~{one.client}:show"), carer.user)
        assert "What fits" in shown
        return "No safety flag will come" in shown

    assert not await warned()
    async with scene.looking() as unit:
        who = await people.actor(unit, one.user)
        assert who.person is not None
        await people.set_locale(unit, who.person.id, "es")
    assert await warned()
    async with scene.looking() as unit:
        await people.set_locale(unit, who.person.id, "en")
        await unit.conn.execute(client.update().values(agreed="4.90"))
    assert await warned()
