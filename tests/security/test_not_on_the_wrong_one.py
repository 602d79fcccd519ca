"""What somebody did stays where it belongs: with their sheet, their code name, their version."""

from dataclasses import replace
from datetime import time

import pytest
from sqlalchemy import insert, select, update

from bot.ingest import Intake
from homework import assigning, notices, publishing, stocking
from homework.ids import new_id
from homework.recurrence import Weekly
from homework.store import assignments, entries, people
from homework.store.people import COVER
from homework.store.tables import care, consent, dead_update, timer
from tests.support.given_work import assignment
from tests.support.scene import Party, Scene

OWN = """format = 1
id = "mine"
version = {version}
title = "Mine"
[[steps]]
id = "{step}"
kind = "text"
prompt = "What was the worst thought?"
"""


async def said(scene: Scene, user: int, text: str) -> int:
    """Say something; return the number of the message."""
    message = scene.message(user, text)
    await scene.happen(message)
    await scene.deliver()
    assert message.message_id is not None
    return message.message_id


async def agreed(scene: Scene, party: Party, sheet: str, form: str, state: str = "") -> str:
    """A practice of their own, agreed; nothing else stands open."""
    for _ in range(6):
        if await scene.open_session(party.user) is None:
            break
        await scene.say(party.user, "/cancel")
    async with scene.looking() as unit:
        carer = await people.actor(unit, scene.parties[party.carer or ""].user)
        client = await people.client_by_id(unit, party.client or "")
        assert client is not None and carer.therapist is not None
        new = assignment(scene, party, carer.therapist.id, "why", "enough")
        texts = replace(new.texts, states=(state,)) if state else new.texts
        ref = scene.house.shelf.newest[sheet]
        new = replace(new, worksheet=ref, variant=form, texts=texts)  # type: ignore[arg-type]
        await assigning.keep_draft(unit, new, [Weekly(frozenset(range(1, 8)), time(18))])
        await assigning.propose(unit, carer.therapist, new)
        proposed = (await assignments.by_ids(unit, [new.id]))[new.id]
        await assigning.accept(unit, scene.house, client, proposed)
    return new.id


async def test_an_edit_that_answers_the_last_question_closes_the_sheet_as_any_answer(
    scene: Scene,
) -> None:
    one = scene.parties["A1"]
    key = await agreed(scene, one, "self_monitoring", "minute", "tense")
    await scene.tap(one.user, f"1:log~{key}:go")
    message = await said(scene, one.user, "pretty bad really")
    async with scene.looking() as unit:
        before = await entries.count_of_client(unit, one.client or "")
    await scene.happen(scene.edited(one.user, "7", message))
    async with scene.looking() as unit:
        assert await entries.count_of_client(unit, one.client or "") == before + 1


async def test_an_edited_command_is_no_answer(scene: Scene) -> None:
    one = scene.parties["A1"]
    key = await agreed(scene, one, "thought_record_3col", "full")
    await scene.tap(one.user, f"1:log~{key}:go")
    message = await said(scene, one.user, "/bakc")
    await scene.happen(scene.edited(one.user, "/back", message))
    place = await said(scene, one.user, "/settings")
    await scene.happen(scene.edited(one.user, "London, Camden", place))
    held = await scene.open_session(one.user)
    assert held is not None and held.answers == {}


async def test_what_a_wrong_joiner_wanted_does_not_fall_on_the_right_one(scene: Scene) -> None:
    one = scene.parties["unconfirmed"]
    carer = scene.parties[one.carer or ""]
    scene.house = replace(scene.house, erasure_days=30)
    scene.router._house = scene.house  # pyright: ignore[reportPrivateUsage]
    await scene.say(one.user, "/forget")
    for answer in ("once", "twice", "erase"):
        await scene.tap(one.user, f"1:forget~:{answer}")
    number = (await scene.client(one.client or "")).check_number
    await scene.tap(carer.user, f"1:confirm~{one.client}:no.{number}")
    after = await scene.client(one.client or "")
    assert (after.stopped_at, after.paused_until, after.erase_at) == (None, None, None)
    async with scene.looking() as unit:
        left = select(timer.c.id).where(timer.c.kind == "erase", timer.c.subject == one.client)
        assert (await unit.conn.execute(left)).all() == []


async def test_who_says_no_to_a_new_consent_has_nothing_open_that_keeps_words(scene: Scene) -> None:
    one = scene.parties["A1"]
    key = await agreed(scene, one, "thought_record_3col", "full")
    await scene.tap(one.user, f"1:log~{key}:go")
    async with scene.looking() as unit:
        await unit.conn.execute(update(consent).values(version=1))
    await scene.say(one.user, "/log")
    await scene.tap(one.user, "1:consent~:no")
    await scene.say(one.user, "my words after saying no")
    assert await scene.open_session(one.user) is None


async def test_an_unreadable_update_goes_with_its_sender(
    scene: Scene,
) -> None:
    one = scene.parties["A1"]

    async def nothing(_: object) -> None:
        """Call nobody."""

    class Clock:
        now = staticmethod(lambda: scene.now)
        monotonic = staticmethod(lambda: 0.0)

        async def sleep(self, seconds: float) -> None:
            raise AssertionError("nobody waits here")

    intake = Intake(
        scene.db, 7, scene.router.handle, nothing, nothing, calendar=Clock(), machine=Clock()
    )
    raw = {"update_id": 900_001, "message": {"message_id": "x", "from": {"id": one.user}}}
    await intake.take([raw])
    async with scene.looking() as unit:
        assert (await unit.conn.execute(select(dead_update.c.client_id))).scalars().all() == [
            one.client
        ]


async def published(scene: Scene, version: int, step: str, owner: str) -> bool:
    async with scene.looking() as unit:
        source = OWN.format(version=version, step=step)
        checked = publishing.check(scene.house.shelf, source, "mine.toml", owner)
        assert isinstance(checked, publishing.Checked), checked
        done = await publishing.publish(unit, checked, owner)
        news = list(unit.shelved)
    scene.house.shelf.take(news)
    return done


async def test_an_entry_is_read_with_the_version_it_was_written_on(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    assert await published(scene, 1, "worst", carer.therapist or "")
    key = await agreed(scene, one, "mine", "full")
    await scene.tap(one.user, f"1:log~{key}:go")
    await said(scene, one.user, "that I am worthless")
    held = await scene.open_session(one.user)
    if held is not None:
        await scene.tap(one.user, f"1:{held.asked.id}:f")
    async with scene.looking() as unit:
        (newest,) = await entries.newest_of_client(unit, one.client or "", 1)
    assert await published(scene, 2, "worst_thought", carer.therapist or "")
    for user, data in (
        (carer.user, f"1:ent~{newest.id}:open"),
        (one.user, f"1:mine~{newest.id}:x"),
    ):
        seen = await scene.tap(user, data)
        assert any("that I am worthless" in each.html for each in seen if each.user == user)


async def test_an_id_stays_with_who_published_it_first(scene: Scene) -> None:
    a, b = scene.parties["A"], scene.parties["B"]
    source = OWN.format(version=1, step="worst")
    async with scene.looking() as unit:
        checked = publishing.check(scene.house.shelf, source, "mine.toml", a.therapist)
        assert isinstance(checked, publishing.Checked)
        assert await publishing.publish(unit, checked, a.therapist)
        assert not await publishing.publish(unit, checked, b.therapist)
        assert not await publishing.publish(unit, checked, None)


async def test_a_withdrawn_sheet_comes_back_when_its_file_is_sent_again(scene: Scene) -> None:
    carer = scene.parties["A"]
    assert await published(scene, 1, "worst", carer.therapist or "")
    async with scene.looking() as unit:
        assert await publishing.withdraw(unit, scene.house.shelf, "mine", carer.therapist or "")
        news = list(unit.shelved)
    scene.house.shelf.take(news)
    source = OWN.format(version=1, step="worst")
    checked = publishing.check(scene.house.shelf, source, "mine.toml", carer.therapist)
    assert isinstance(checked, publishing.Checked) and not checked.same


async def test_forms_never_stand_in_the_library(scene: Scene) -> None:
    carer = scene.parties["A"]
    before = [sheet.id for sheet in scene.house.shelf.settable_by(carer.therapist or "", "en")]
    async with scene.looking() as unit:
        await stocking.Restocking(scene.house.shelf).look(unit)
    assert [
        sheet.id for sheet in scene.house.shelf.settable_by(carer.therapist or "", "en")
    ] == before


async def test_who_stands_in_is_told_without_a_clients_words(scene: Scene) -> None:
    one, lead, cover = scene.parties["A1"], scene.parties["A"], scene.parties["B"]
    async with scene.looking() as unit:
        row = {"id": new_id(unit.now), "client_id": one.client, "therapist_id": cover.therapist}
        await unit.conn.execute(insert(care).values(**row, role=COVER, since=unit.now))
        client = await people.client_by_id(unit, one.client or "")
        assert client is not None
        house = scene.house
        await notices.tell(unit, house, client, "told-contract", title="T", said="zqwordszq")
        await notices.tell(unit, house, client, "told-why-not", title="T", why="zqwordszq")
    heard = await scene.deliver()
    read = {each.user for each in heard if "zqwordszq" in each.html}
    assert read == {lead.user}
    assert cover.user in {each.user for each in heard}


async def test_a_sheet_that_stands_open_says_nothing_after_stop(scene: Scene) -> None:
    one = scene.parties["A1"]
    key = await agreed(scene, one, "thought_record_3col", "full")
    await scene.tap(one.user, f"1:log~{key}:go")
    await said(scene, one.user, "I saw her on the street")
    held = await scene.open_session(one.user)
    assert held is not None
    waits = select(timer.c.id).where(timer.c.kind == "idle", timer.c.subject == held.id)
    async with scene.looking() as unit:
        assert (await unit.conn.execute(waits)).all()
    await scene.say(one.user, "/stop")
    async with scene.looking() as unit:
        assert (await unit.conn.execute(waits)).all() == []
    await scene.say(one.user, "/start")
    async with scene.looking() as unit:
        assert (await unit.conn.execute(waits)).all()


@pytest.mark.parametrize("version", ["1" * 5000, "99999999999999999999"])
def test_an_endless_version_is_told_by_its_line(version: str) -> None:
    source = OWN.format(version=version, step="worst")
    shelf = publishing.Shelf({}, {}, {})
    found = publishing.check(shelf, source, "mine.toml", None)
    assert not isinstance(found, publishing.Checked)
