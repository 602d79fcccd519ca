"""C8: an alert is told to whoever cares, whoever that is by then."""

from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot import screener
from bot.app import apologiser
from bot.floodgate import Limits
from bot.routing import Router
from homework import covering, erasing, joining, putting_by
from homework.store import alerts, people, timers
from homework.store.troubles import SealBroken
from tests.support.alerted import DANGER, DAY, every, fire, to
from tests.support.scene import Scene


async def test_c8_who_takes_over_is_told_of_what_is_open(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    new = scene.parties["B"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    asked = await scene.tap(carer.user, f"1:care~{one.client}:next")
    await scene.press(carer.user, asked, f"Dr {new.word}")
    await scene.heir_says(new.user, one, "yes")
    await scene.tap(new.user, f"1:alert~{raised.id}:show")
    assert not await fire(scene), "nothing before the client agrees"
    await scene.about_carer(one, "with")
    heard = await fire(scene)
    assert "Safety flag" in to(heard, new.user) and not to(heard, carer.user)
    assert "zqwordzq" in to(await scene.tap(new.user, f"1:alert~{raised.id}:show"), new.user)
    shown = await scene.tap(carer.user, f"1:alert~{raised.id}:show")
    assert "zqwordzq" not in to(shown, carer.user)
    scene.now += timedelta(hours=1)
    assert to(await fire(scene), new.user).count("not seen yet") == 1


async def test_c8_who_stands_in_is_told_of_what_is_open_and_reads_only_that(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    cover = scene.parties["B"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    scene.now += timedelta(minutes=1)
    async with scene.looking() as unit:
        lead, other = [
            found
            for party in (carer, cover)
            if (found := await people.therapist_by_id(unit, party.therapist or ""))
        ]
        until = unit.now + DAY
        await covering.ask(unit, scene.house, lead, other, until, lambda _: ())
        await covering.agree(unit, scene.house, other, lead)
    await scene.deliver()
    assert "Safety flag" in to(await fire(scene), cover.user)
    assert "zqwordzq" in to(await scene.tap(cover.user, f"1:alert~{raised.id}:show"), cover.user)
    heard = await scene.tap(cover.user, f"1:ent~{one.ids['entry']}:open")
    assert one.word not in to(heard, cover.user)


async def test_c8_an_alert_nobody_cares_for_any_more_goes_to_the_operator_at_once(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    boss = await scene.therapist("operator", 7171)
    async with scene.looking() as unit:
        who = (await people.actor(unit, boss.user)).person
        scene.house = replace(scene.house, operator=who.id if who else None)
    scene.router = Router(scene.house, ("en",))
    await scene.say(one.user, DANGER)
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, carer.therapist or "")
    await scene.deliver()
    heard = await fire(scene)
    assert to(heard, boss.user).count("no therapist here who could look at it") == 1
    assert not to(heard, carer.user)
    scene.now += timedelta(hours=25)
    assert "looked at by:" not in to(await fire(scene), boss.user)


async def test_p11_an_alert_as_old_as_that_goes_with_its_client(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.say(one.user, DANGER)
    scene.now += timedelta(days=31)
    await fire(scene)
    await scene.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        await scene.tap(one.user, f"1:forget~:{value}")
    await fire(scene, (erasing.TIMER,))
    seen = await fire(scene, (erasing.TIMER,))
    assert await every(scene) == [] and "safety flag" not in to(seen, carer.user)


async def test_c8_who_takes_over_hears_of_flags_that_the_one_before_expected(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    new = scene.parties["B"]
    await scene.tap(carer.user, f"1:page~{one.client}:expected.on")
    asked = await scene.tap(carer.user, f"1:care~{one.client}:next")
    await scene.press(carer.user, asked, f"Dr {new.word}")
    await scene.heir_says(new.user, one, "yes")
    await scene.about_carer(one, "with")
    heard = await scene.say(one.user, DANGER)
    assert "Safety flag" in to(heard, new.user) and len(await every(scene)) == 1


async def test_c8_a_call_that_is_asked_for_again_later_is_told_again(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    for told in (1, 0):
        heard = await scene.tap(one.user, f"1:flag~{raised.id}:call")
        assert to(heard, carer.user).count("would like a call") == told
    scene.now += 3 * DAY
    heard = await scene.tap(one.user, f"1:flag~{raised.id}:call")
    assert "would like a call" in to(heard, carer.user)


async def test_c7_numbers_are_shown_also_where_the_alert_could_not_be_written(
    watched: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr(alerts, "add", broken)
    one = watched.parties["A1"]
    assert "116 123" in to(await watched.say(one.user, DANGER), one.user)


async def test_c8_of_an_alert_that_could_not_be_written_the_operator_is_told(
    watched: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the name of one who cares does not open any more."""

    async def broken(*_: object) -> None:
        raise SealBroken

    boss, one = await watched.therapist("operator", 7171), watched.parties["A1"]
    async with watched.looking() as unit:
        who = (await people.actor(unit, boss.user)).person
    watched.house = replace(watched.house, operator=who.id if who else None)
    watched.router = Router(watched.house, ("en",))
    monkeypatch.setattr(people, "told_about", broken)
    told = to(await watched.say(one.user, DANGER), boss.user)
    assert "could not be written down" in told and one.word in told and "zqwordzq" not in told
    assert to(await watched.say(one.user, DANGER), boss.user) == "", "once an hour"
    watched.now += timedelta(hours=1)
    assert "could not be written" in to(await watched.say(one.user, DANGER), boss.user)
    assert await every(watched) == []


async def test_c7_an_alert_that_could_not_be_written_is_told_to_the_log_whatever_woke_it(
    watched: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message, words that were put by in a flood, and an update that broke."""

    async def broken(*_: object) -> None:
        raise LookupError(DANGER)

    async def put_by() -> None:
        async with watched.looking() as unit:
            await alerts.put_by(unit, one.client or "", DANGER)
            await timers.set(unit, unit.now, putting_by.TIMER, one.client or "", 0)
        await fire(watched, (putting_by.TIMER,))

    async def apologised() -> None:
        async with watched.looking() as unit:
            await apologiser(watched.house)(unit, watched.message(one.user, DANGER))

    monkeypatch.setattr(alerts, "add", broken)
    watched.db.listeners.append(screener.heard)
    one = watched.parties["A1"]
    for happening in (watched.say(one.user, DANGER), put_by(), apologised()):
        with capture_logs() as said:
            await happening
        assert [(line["event"], line["count"]) for line in said] == [("alert_not_written", 1)]
        assert DANGER not in str(said)


async def test_c7_words_of_an_update_that_broke_raise_an_alert_all_the_same(
    watched: Scene,
) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    incoming = watched.message(one.user, DANGER)
    async with watched.looking() as unit:
        await apologiser(watched.house)(unit, incoming)
    heard = await watched.deliver()
    assert "Something went wrong" in to(heard, one.user) and "116 123" in to(heard, one.user)
    assert "Safety flag" in to(heard, carer.user) and len(await every(watched)) == 1


async def test_x11_what_stands_under_help_is_heard_in_a_flood(watched: Scene) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    await watched.say(one.user, DANGER)
    (raised,) = await every(watched)
    watched.router = Router(watched.house, ("en",), Limits(20, 1))
    await watched.say(one.user, "again")
    heard = await watched.tap(one.user, f"1:flag~{raised.id}:call")
    assert "would like a call" in to(heard, carer.user)
    assert "911" in to(await watched.tap(one.user, "1:crisis~:c.US"), one.user)
    await watched.tap(one.user, "1:set~tidy:on")
    assert "a lot at once" in watched.notice
