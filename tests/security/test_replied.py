"""A reply puts its words where its own writer's question is, and nowhere else: numbers of messages
are the same in many chats, and everything about them is client-supplied."""

import pytest
from sqlalchemy import select

from bot.floodgate import Limits
from bot.routing import Router
from homework.store.people import actor
from homework.store.tables import outbox
from tests.support.alerted import DANGER, words
from tests.support.scene import Heard, Party, Scene


async def number_of(scene: Scene, ask: str) -> int:
    """Return the number of the message that carries a question."""
    async with scene.looking() as unit:
        query = select(outbox.c.message_id).where(
            outbox.c.ask_id == ask, outbox.c.edits_id.is_(None)
        )
        return (await unit.conn.execute(query)).scalars().all()[-1]


async def newest(scene: Scene) -> int:
    """Return the number of the plain answer sent last."""
    async with scene.looking() as unit:
        query = select(outbox.c.message_id).where(outbox.c.kind == "ack")
        return (await unit.conn.execute(query.order_by(outbox.c.id.desc()))).scalars().all()[0]


async def begin(scene: Scene, one: Party) -> tuple[int, int]:
    """Begin a sheet; answer its first question; return the numbers of that and of the open one."""
    await scene.say(one.user, "/log")
    seen = await scene.open_session(one.user)
    assert seen is not None
    first = await number_of(scene, seen.asked.id)
    await scene.say(one.user, "Lunch.")
    return first, await open_number(scene, one)


async def open_number(scene: Scene, one: Party) -> int:
    seen = await scene.open_session(one.user)
    assert seen is not None
    return await number_of(scene, seen.asked.id)


async def under(scene: Scene, user: int, number: int, text: str, **more: object) -> list[Heard]:
    return await scene.say(user, text, reply_to_message={"message_id": number}, **more)


async def answers(scene: Scene, one: Party) -> dict[str, object]:
    seen = await scene.open_session(one.user)
    assert seen is not None
    return {**seen.answers}


@pytest.fixture
def one(scene: Scene) -> Party:
    return scene.parties["A1"]


async def test_words_go_to_the_question_they_were_written_under(scene: Scene, one: Party) -> None:
    first, _ = await begin(scene, one)
    seen = await scene.open_session(one.user)
    assert seen is not None
    step = seen.last
    await under(scene, one.user, first, "With two from work.")
    after = await answers(scene, one)
    assert after == {step: "Lunch.\nWith two from work."}
    await under(scene, one.user, await open_number(scene, one), "sad 80")
    assert len(await answers(scene, one)) == 2


async def test_a_number_that_is_somebody_elses_message_reaches_nothing(
    scene: Scene, one: Party
) -> None:
    other = scene.parties["B1"]
    first, _ = await begin(scene, one)
    before = await scene.open_session(one.user)
    for user in (other.user, 700_700):
        await under(scene, user, first, "not yours")
        assert await scene.open_session(one.user) == before


async def test_a_number_that_nobody_knows_is_no_hindrance(scene: Scene, one: Party) -> None:
    await begin(scene, one)
    for number, said in ((2**31 - 1, "sad 80"), (10**30, "angry 40"), (-7, "tired 30")):
        await under(scene, one.user, number, said)
        assert said.split()[0] in str(await answers(scene, one))


async def test_words_of_danger_are_kept_there_and_told(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    first, _ = await begin(scene, one)
    heard = await under(scene, one.user, first, DANGER)
    assert DANGER in str(await answers(scene, one))
    assert await words(scene) == [DANGER]
    mine = [each for each in heard if each.user == one.user]
    assert "999" in mine[-1].html, "help stands lowest"
    assert not any(each.kind == "step" for each in mine), "nothing is asked"
    more = await under(scene, one.user, first, "it is all too much today")
    assert not any(each.kind == "step" for each in more if each.user == one.user)
    assert "it is all too much today" in str(await answers(scene, one))
    went_on = await scene.press(one.user, heard, "Go on")
    assert any(each.kind == "step" for each in went_on)


async def test_words_of_danger_under_another_message_are_told_once(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.say(one.user, "/help")
    number = await newest(scene)
    await begin(scene, one)
    heard = await under(scene, one.user, number, DANGER)
    assert DANGER not in str(await answers(scene, one))
    assert await words(scene) == [DANGER]
    await scene.press(one.user, heard, "Use this")
    assert DANGER.split()[-1] in str(await answers(scene, one))
    assert await words(scene) == [DANGER]


async def test_a_reply_to_a_question_is_for_it_though_a_note_was_asked_for(
    scene: Scene, one: Party
) -> None:
    first, _ = await begin(scene, one)
    await scene.say(one.user, "/note")
    await under(scene, one.user, first, "With two from work.")
    assert "With two from work." in str(await answers(scene, one))
    async with scene.looking() as unit:
        who = await actor(unit, one.user)
    assert who.person is not None and who.person.expecting is None


async def test_what_is_forwarded_as_a_reply_is_still_asked_about(scene: Scene, one: Party) -> None:
    first, _ = await begin(scene, one)
    before = await answers(scene, one)
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}
    heard = await under(scene, one.user, first, "words of another", forward_origin=origin)
    assert await answers(scene, one) == before
    assert any(button.label == "Use this" for each in heard for button in each.buttons)


async def test_in_a_flood_a_reply_is_kept_where_it_belongs(scene: Scene, one: Party) -> None:
    first, _ = await begin(scene, one)
    scene.router = Router(scene.house, ("en",), Limits(1, 1))
    for number in range(5):
        await under(scene, one.user, first, f"word{number}")
    kept = str(await answers(scene, one))
    assert all(f"word{number}" in kept for number in range(5))


async def test_stop_and_help_are_heard_under_any_message(scene: Scene, one: Party) -> None:
    first, _ = await begin(scene, one)
    before = await answers(scene, one)
    heard = await under(scene, one.user, first, "sos")
    assert "999" in heard[-1].html
    assert await answers(scene, one) == before


async def test_a_therapists_reply_to_an_old_message_is_no_answer_in_a_form(scene: Scene) -> None:
    carer, client = scene.parties["A"], scene.parties["A1"]
    await scene.say(carer.user, "/help")
    number = await newest(scene)
    await scene.begin_form(carer, client)
    before = await answers(scene, carer)
    await under(scene, carer.user, number, "I shall call her at six")
    assert await answers(scene, carer) == before
