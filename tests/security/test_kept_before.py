"""X3: what a client keeps from before somebody new cared for them, nobody else reads; but words
that may mean danger and that nobody had seen are for who has to act on them."""

from datetime import timedelta

import pytest

from homework.store import entries, session_notes
from tests.security.test_care_ends import offered, said, settled
from tests.support.scene import Heard, Party, Scene

KEPT = "stays with the client"
QUOTED = "<blockquote>"


async def goes_over(scene: Scene, answer: str) -> list[Heard]:
    """B cares in A's place from now on; a minute later things go on."""
    await offered(scene, "next")
    heard = await scene.about_carer(scene.parties["A1"], answer)
    scene.now += timedelta(minutes=1)
    return heard


async def read(scene: Scene, carer: Party, *buttons: str) -> str:
    """Press some buttons as a therapist; return all that was shown."""
    shown = [said(await scene.tap(carer.user, f"1:{data}"), carer.user) for data in buttons]
    return "\n".join(shown)


@pytest.mark.parametrize("answer", ["with", "without"])
async def test_x3_words_for_the_session_from_before(scene: Scene, answer: str) -> None:
    new, me = scene.parties["B"], scene.parties["A1"]
    await goes_over(scene, answer)
    async with scene.looking() as unit:
        waits = await session_notes.unread_of(unit, [me.client or ""], new.therapist or "")
    assert bool(waits) is (answer == "with")
    page = await read(scene, new, f"client~{me.client}:page", f"brief~{me.client}:d7")
    assert (f"note {me.word}" in page) is (answer == "with")
    async with scene.looking() as unit:
        (one,) = await session_notes.of_client(unit, me.client or "")
    assert (one.read_at is None) is (answer == "without")


async def test_x3_a_new_note_takes_no_old_words_along(scene: Scene) -> None:
    new, me = scene.parties["B"], scene.parties["A1"]
    await goes_over(scene, "without")
    await scene.tap(me.user, f"1:note~{me.ids['note']}:add")
    assert "past" in scene.notice
    await scene.say(me.user, "/note zqfromnowzq")
    page = await read(scene, new, f"client~{me.client}:page")
    assert "zqfromnowzq" in page and f"note {me.word}" not in page


@pytest.mark.parametrize("answer", ["with", "without"])
async def test_x3_words_of_an_alert_that_was_seen_before(scene: Scene, answer: str) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    await settled(scene, old, me)
    scene.now += timedelta(minutes=1)
    await goes_over(scene, answer)
    shown = await read(scene, new, f"alert~{me.ids['alert']}:show")
    assert (QUOTED in shown) is (answer == "with")
    assert (KEPT in shown) is (answer == "without")


async def test_x3_words_of_an_open_alert_are_for_who_has_to_act(scene: Scene) -> None:
    new, me = scene.parties["B"], scene.parties["A1"]
    heard = said(await goes_over(scene, "without"), me.user)
    assert "no one has seen yet can still be read" in heard
    for value in ("show", "seen", "show"):
        shown = await read(scene, new, f"alert~{me.ids['alert']}:{value}")
        assert (QUOTED in shown) is (value == "show")


async def test_x3_comments_from_before_stay_also_where_a_sheet_is_shared_again(
    scene: Scene,
) -> None:
    new, me = scene.parties["B"], scene.parties["A1"]
    opened, comment = f"ent~{me.ids['entry']}:open", f"on {me.word}"
    assert comment in await read(scene, scene.parties["A"], opened)
    await goes_over(scene, "without")
    assert comment not in await read(scene, new, opened)
    async with scene.looking() as unit:
        await entries.share(unit, me.ids["entry"], "all", unread=True)
    shown = await read(scene, new, opened)
    assert comment not in shown and f"Photo {me.word}" in shown


async def test_x3_what_stays_to_be_seen_is_said_before_and_after(scene: Scene) -> None:
    new, me = scene.parties["B"], scene.parties["A1"]
    told = said(await goes_over(scene, "without"), me.user)
    for what in ("what is set for you", "your lists", "your safety plan", "when there was a flag"):
        assert what in told
    plan = await read(scene, new, f"plan~{me.client}:show")
    assert me.word in plan and not scene.notice
