"""C1, C7: nothing is promised of who cannot be reached; whoever stands behind them hears."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.routing import Router
from homework import delivery, erasing, notices
from homework.store import contacts, people
from homework.store.marks import Mark, mark
from homework.store.tables import outbox, person
from tests.support.alerted import DANGER, DAY, every, fire, to
from tests.support.scene import Heard, Party, Scene

ALONE = "I cannot reach your therapist right now"


async def behind(scene: Scene, *, colleague: bool = True) -> tuple[Party, Party]:
    """A backup contact of A, or none, and the operator."""
    backup, boss = await scene.therapist("backup", 7070), await scene.therapist("boss", 7171)
    async with scene.looking() as unit:
        key = scene.parties["A"].therapist or ""
        contact = contacts.Contact(backup.therapist if colleague else None)
        await contacts.keep(unit, key, contact)
        operator = (await people.actor(unit, boss.user)).person
    assert operator is not None
    scene.house = replace(scene.house, operator=operator.id)
    scene.router = Router(scene.house, ("en",))
    return backup, boss


async def blocks(scene: Scene, party: Party) -> None:
    async with scene.looking() as unit:
        found = (await people.actor(unit, party.user)).person
        assert found is not None
        await delivery.blocked(unit, scene.house, found.id)


async def all_gone(scene: Scene, party: Party) -> None:
    """The first row that waits for somebody comes back: they have blocked the bot."""
    async with scene.looking() as unit:
        mine = person.c.id == outbox.c.person_id, outbox.c.state.in_(("waiting", "claimed"))
        query = select(outbox, person.c.tg_id).where(*mine).order_by(outbox.c.id)
        who = (await people.actor(unit, party.user)).person
        assert who is not None
        row = (await unit.conn.execute(query.where(person.c.id == who.id))).first()
        assert row is not None
        marks = [Mark(scene.posted(unit, row), "gone", 1)]
        await mark(unit, marks)
        await delivery.marked(unit, scene.house, marks)


@pytest.mark.parametrize("colleague", [True, False])
async def test_c1_let_know_where_the_therapist_is_out_of_reach(
    watched: Scene, colleague: bool
) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    backup, boss = await behind(watched, colleague=colleague)
    await blocks(watched, carer)
    heard = await watched.tap(one.user, "1:crisis~:tell")
    assert ALONE in to(heard, one.user) and "gets a note" not in to(heard, one.user)
    told, other = (backup, boss) if colleague else (boss, backup)
    assert 'opened "help now"' in to(heard, told.user) and one.word in to(heard, told.user)
    assert to(heard, other.user) == "" and to(heard, carer.user) == ""
    again = await watched.tap(one.user, "1:crisis~:tell")
    assert to(again, told.user) == "", "not twice within the hour"


async def test_c1_let_know_and_it_comes_back_behind_something_else(watched: Scene) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    backup, _ = await behind(watched)
    await watched.happen(watched.message(carer.user, "/digest"))
    await watched.happen(watched.button(one.user, "1:crisis~:tell"))
    await all_gone(watched, carer)
    heard = await watched.deliver()
    assert f"{carer.word} gets a note that you opened this" in to(heard, one.user)
    assert 'opened "help now"' in to(heard, backup.user)


async def test_c1_where_the_backup_is_out_of_reach_too_the_operator_hears(watched: Scene) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    backup, boss = await behind(watched)
    await blocks(watched, carer)
    await watched.happen(watched.button(one.user, "1:crisis~:tell"))
    await all_gone(watched, backup)
    assert 'opened "help now"' in to(await watched.deliver(), boss.user)


async def test_c1_where_one_of_two_can_be_reached_they_are_named(watched: Scene) -> None:
    one, carer, second = (watched.parties[name] for name in ("A1", "A", "B"))
    backup, _ = await behind(watched)
    seen = await watched.tap(carer.user, f"1:care~{one.client}:beside")
    await watched.press(carer.user, seen, f"Dr {second.word}")
    await watched.heir_says(second.user, one, "yes")
    await watched.about_carer(one, "with")
    await blocks(watched, carer)
    heard = await watched.tap(one.user, "1:crisis~:tell")
    assert f"Dr {second.word} gets a note" in to(heard, one.user)
    assert 'opened "help now"' in to(heard, second.user) and to(heard, backup.user) == ""


@pytest.mark.parametrize("seen", [True, False])
async def test_c7_a_call_where_the_therapist_is_out_of_reach(watched: Scene, seen: bool) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    backup, _ = await behind(watched)
    await watched.say(one.user, DANGER)
    (raised,) = await every(watched)
    if seen:
        await watched.tap(carer.user, f"1:alert~{raised.id}:seen")
    await blocks(watched, carer)
    before = await watched.deliver()
    heard = await watched.tap(one.user, f"1:flag~{raised.id}:call")
    assert ALONE in to(heard, one.user)
    told = to(before, backup.user) + to(heard, backup.user)
    assert "You are the backup contact" in told
    assert ("would like a call" in told) is seen


async def test_c7_a_call_after_seen_goes_on_until_somebody_has_seen_that(watched: Scene) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    backup, boss = await behind(watched)
    await watched.say(one.user, DANGER)
    (raised,) = await every(watched)
    await watched.tap(carer.user, f"1:alert~{raised.id}:contacted")
    watched.now += 2 * DAY
    heard = await watched.tap(one.user, f"1:flag~{raised.id}:call")
    assert "gets a note that you would like a call" in to(heard, one.user)
    assert "would like a call" in to(heard, carer.user)
    await watched.tap(one.user, f"1:flag~{raised.id}:call")
    assert [each.state for each in await every(watched)] == ["contacted", "open"]
    watched.now += DAY / 2
    heard = await fire(watched)
    assert "would like a call" in to(heard, backup.user)
    watched.now += DAY / 2
    assert "has not been looked at" in to(await fire(watched), boss.user)
    _, call = await every(watched)
    shown = to(await watched.tap(carer.user, f"1:alert~{call.id}:show"), carer.user)
    assert "would like a call" in shown and "zqwordzq" not in shown
    assert "What the client was shown" not in shown, "nothing was"
    await watched.tap(carer.user, f"1:alert~{call.id}:seen")
    watched.now += DAY
    assert to(await fire(watched), carer.user) == ""


async def taken(scene: Scene) -> tuple[Party, Party, str]:
    """Nobody looks for twelve hours; the backup contact takes it on."""
    backup, boss = await behind(scene)
    await scene.say(scene.parties["A1"].user, DANGER)
    (raised,) = await every(scene)
    scene.now += DAY / 2
    assert "You are the backup contact" in to(await fire(scene), backup.user)
    return backup, boss, raised.id


async def test_c8_what_a_backup_has_taken_on_stays_with_its_therapist(watched: Scene) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    backup, _, key = await taken(watched)
    heard = await watched.tap(backup.user, f"1:alert~{key}:seen")
    assert "you have taken it on" in to(heard, backup.user)
    assert "does not see your words" in to(heard, one.user)
    assert "has seen the note" not in to(heard, one.user)
    assert "has taken on the safety flag" in to(heard, carer.user) + to(
        await held(watched, carer), carer.user
    )
    for what in ("/digest", "/alerts"):
        assert "backup contact" in to(await watched.say(carer.user, what), carer.user)
    await watched.tap(backup.user, f"1:alert~{key}:seen")
    assert "past" in watched.notice
    watched.now += DAY
    again = await fire(watched)
    assert "The backup contact has taken it on" in to(again, carer.user)
    assert to(again, backup.user) == ""
    heard = await watched.tap(carer.user, f"1:alert~{key}:show")
    assert "zqwordzq" in to(heard, carer.user)
    heard = await watched.tap(carer.user, f"1:alert~{key}:seen")
    assert f"{carer.word} has seen the note" in to(heard, one.user)
    assert "backup contact" not in to(await watched.say(carer.user, "/digest"), carer.user)


async def test_c8_the_operator_hears_of_what_a_backup_took_on_and_nobody_read(
    watched: Scene,
) -> None:
    backup, boss, key = await taken(watched)
    heard = await watched.tap(backup.user, f"1:alert~{key}:seen")
    watched.now += DAY / 2 - timedelta(minutes=1)
    assert to(heard + await fire(watched), boss.user) == "", "not a day yet"
    watched.now += timedelta(minutes=1)
    told = to(await fire(watched), boss.user)
    assert "has not been looked at by" in told and watched.parties["A"].word in told
    assert "The backup contact has taken it on" in told and "zqwordzq" not in told
    watched.now += DAY
    assert to(await fire(watched), boss.user) == "", "once"


async def test_c8_what_was_taken_on_and_seen_reaches_no_operator(watched: Scene) -> None:
    backup, boss, key = await taken(watched)
    await watched.tap(backup.user, f"1:alert~{key}:seen")
    await watched.tap(watched.parties["A"].user, f"1:alert~{key}:seen")
    watched.now += DAY
    assert to(await fire(watched), boss.user) == ""


async def test_c8_a_therapist_out_of_reach_after_a_backup_took_it_on(watched: Scene) -> None:
    backup, boss, key = await taken(watched)
    await watched.tap(backup.user, f"1:alert~{key}:seen")
    await blocks(watched, watched.parties["A"])
    heard = await watched.deliver()
    assert "The backup contact has taken it on" in to(heard, boss.user)
    assert to(heard, backup.user) == ""


async def held(scene: Scene, carer: Party) -> list[Heard]:
    """What waits for somebody's hours is let go."""
    scene.now += DAY / 2
    return await fire(scene, (notices.HOURS,))


async def test_c8_new_words_after_a_backup_took_it_on_are_an_alert_of_their_own(
    watched: Scene,
) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    backup, _, key = await taken(watched)
    await watched.tap(backup.user, f"1:alert~{key}:seen")
    heard = await watched.say(one.user, DANGER)
    assert "It is all right to write it here" in to(heard, one.user)
    assert "Safety flag" in to(heard, carer.user)
    assert [each.state for each in await every(watched)] == ["taken", "open"]


async def test_c8_taken_on_and_then_erased_it_stays_until_seen(watched: Scene) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    backup, _, key = await taken(watched)
    await watched.tap(backup.user, f"1:alert~{key}:seen")
    await watched.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        await watched.tap(one.user, f"1:forget~:{value}")
    for _ in range(2):
        await fire(watched, (erasing.TIMER,))
    (left,) = await every(watched)
    assert left.carers == (carer.therapist,) and left.state == "taken"
    await watched.tap(carer.user, f"1:alert~{key}:seen")
    assert await every(watched) == []
