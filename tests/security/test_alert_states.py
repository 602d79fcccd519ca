"""C7, C8: what both sides do moves an alert through its states; until it is seen it goes on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from homework import alerting, delivery, erasing
from homework.safety import plans
from homework.store import alerts, contacts, safety_plans, timers
from homework.store.marks import Mark
from homework.store.tables import outbox, person
from tests.support.alerted import DANGER, DAY, every, fire, to, words
from tests.support.scene import Scene

# States -------------------------------------------------------------------------------------------


SAID = {"seen": "1:alert~{}:seen", "contacted": "1:alert~{}:contacted", "false": "1:alert~{}:false"}


@pytest.mark.parametrize(
    ("pressed", "state", "waits"),
    [
        ((), "open", True),
        (("seen",), "seen", True),
        (("contacted",), "contacted", False),
        (("false",), "false_alarm", False),
        (("seen", "contacted"), "contacted", False),
        (("seen", "false"), "false_alarm", False),
        (("false", "contacted"), "contacted", False),
        (("contacted", "seen"), "seen", False),
    ],
)
async def test_c7_what_a_therapist_says_moves_it(
    watched: Scene, pressed: tuple[str, ...], state: str, waits: bool
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    for what in pressed:
        await scene.tap(carer.user, SAID[what].format(raised.id))
    (now,) = await every(scene)
    assert now.state == state
    async with scene.looking() as unit:
        assert bool(await alerts.waiting(unit, [one.client or ""])) == waits
        assert await timers.is_set(unit, alerting.TIMER, raised.id) == (state == "open")


async def test_c7_not_about_me_is_kept_and_the_alert_stays(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    await scene.tap(one.user, f"1:flag~{raised.id}:not-me")
    (now,) = await every(scene)
    assert now.state == "open" and now.not_me_at is not None


async def test_c7_prompts_wait_a_day_at_most(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.say(one.user, DANGER)
    async with scene.looking() as unit:
        assert await alerts.waiting(unit, [one.client or ""])
    scene.now += DAY
    async with scene.looking() as unit:
        assert not await alerts.waiting(unit, [one.client or ""])


# Going on until somebody has seen it --------------------------------------------------------------


async def test_c8_an_alert_whose_message_was_refused_goes_to_whoever_comes_next(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    boss = await scene.therapist("backup", 7070)
    async with scene.looking() as unit:
        await contacts.keep(unit, carer.therapist or "", contacts.Contact(boss.therapist))
    await scene.happen(scene.message(one.user, DANGER))
    (raised,) = await every(scene)
    async with scene.looking() as unit:
        mine = outbox.c.subject == raised.id, outbox.c.kind == "alert"
        query = select(outbox, person.c.tg_id).join(person).where(*mine)
        posted = scene.posted(unit, (await unit.conn.execute(query)).one())
        await delivery.marked(unit, scene.house, [Mark(posted, "refused", 1)])
    seen = await scene.deliver()
    assert "backup contact" in to(seen, boss.user)
    shown = await scene.tap(boss.user, f"1:alert~{raised.id}:show")
    assert "zqwordzq" not in to(shown, boss.user)
    await scene.tap(boss.user, f"1:alert~{raised.id}:seen")
    assert [one.state for one in await every(scene)] == ["taken"]


async def test_c8_forgotten_with_an_open_alert_it_goes_on_until_it_is_seen(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.say(one.user, DANGER)
    await scene.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        await scene.tap(one.user, f"1:forget~:{value}")
    seen = await fire(scene, (erasing.TIMER,)) + await fire(scene, (erasing.TIMER,))
    assert "had everything erased" in to(seen, carer.user)
    (left,) = await every(scene)
    assert left.carers == (carer.therapist,) and await words(scene) == []
    scene.now += timedelta(hours=5)
    assert "not seen yet" in to(await fire(scene), carer.user)
    assert "Safety flag" in to(await scene.say(carer.user, "/digest"), carer.user)
    stranger = scene.parties["B"]
    await scene.tap(stranger.user, f"1:alert~{left.id}:seen")
    assert [one.id for one in await every(scene)] == [left.id]
    await scene.tap(carer.user, f"1:alert~{left.id}:seen")
    assert await every(scene) == []


async def test_c8_after_thirty_days_nothing_of_an_erased_client_is_left(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.say(one.user, DANGER)
    await scene.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        await scene.tap(one.user, f"1:forget~:{value}")
    await fire(scene, (erasing.TIMER,))
    await fire(scene, (erasing.TIMER,))
    scene.now += timedelta(days=29)
    await fire(scene)
    assert len(await every(scene)) == 1
    scene.now += timedelta(days=2)
    await fire(scene)
    assert await every(scene) == []


async def test_c7_the_client_reads_their_own_plan_and_the_therapist_does_not(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    async with scene.looking() as unit:
        kept = await safety_plans.of_client(unit, one.client or "")
        await safety_plans.keep(
            unit, one.client or "", replace(kept, lines={plans.PARTS[0]: "zqplanzq"})
        )
    assert "zqplanzq" in to(await scene.say(one.user, DANGER), one.user)
    (raised,) = await every(scene)
    shown = await scene.tap(carer.user, f"1:alert~{raised.id}:shown")
    assert "Help now" in to(shown, carer.user) and "zqplanzq" not in to(shown, carer.user)
