"""Many sheets begun and none done: /today still comes, and no sheet is lost by that.

The messenger refuses a message with more than a hundred buttons.
"""

from bot.handlers.standing import MOST
from homework.store import people, sessions
from tests.support.scene import Heard, Scene

BEGUN = MOST + 3


async def begin(scene: Scene, times: int) -> None:
    one = scene.parties["A1"]
    for _ in range(times):
        await scene.happen(scene.button(one.user, f"1:log~{one.ids['active']}:go"))
        await scene.happen(scene.message(one.user, one.word))
    await scene.deliver()


def going_on(heard: Heard) -> list[str]:
    return [button.data for button in heard.buttons if button.data.startswith("1:ses~")]


def begun(heard: list[Heard]) -> Heard:
    return next(one for one in heard if going_on(one))


async def test_who_began_many_sheets_reads_the_newest_and_how_many_more_there_are(
    scene: Scene,
) -> None:
    user = scene.parties["A1"].user
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        assert who.person is not None
        before = len(await sessions.load_resumable(unit, who.person.id))
    await begin(scene, BEGUN)
    for command in ("/today", "/help"):
        shown = begun(await scene.say(user, command))
        assert len(going_on(shown)) == MOST
        more = before + BEGUN + 1 - MOST  # one was open before
        assert f"{more} more sheets wait" in shown.html


async def test_the_next_sheet_shows_when_one_is_done(scene: Scene) -> None:
    one = scene.parties["A1"]
    await begin(scene, BEGUN)
    before = going_on(begun(await scene.say(one.user, "/today")))
    await scene.answer_all(one.user, one.word)
    after = going_on(begun(await scene.say(one.user, "/today")))
    assert len(after) == MOST
    assert set(after) - set(before)
