"""P6: what /forget erases is gone, everywhere, for good, and nothing else is."""

import dataclasses
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.routing import Router
from homework import erasing
from homework.firing import FIRE
from homework.store import erasure, people, timers, updates
from homework.store.backups import back_up
from homework.store.columns import Sealed
from homework.store.database import Database
from homework.store.restoring import restore
from homework.store.tables import audit, client, dead_update, metadata, outbox, person
from homework.store.troubles import DatabaseUnavailable, KeyDestroyed
from tests.support.scene import Heard, Party, Scene

OURS = (erasing.TIMER, erasing.GOODBYE)


def to(heard: list[Heard], user: int) -> list[str]:
    return [one.html for one in heard if one.user == user]


async def fire(scene: Scene) -> bool:
    """Let one round of what is due about erasing happen; say whether there was any."""
    async with scene.looking() as unit:
        due = [one for one in await timers.due(unit, unit.now, 500) if one.kind in OURS]
        await timers.remove(unit, [one.id for one in due])
        for one in due:
            await FIRE[one.kind](unit, scene.house, [one])
    return bool(due)


async def forget(scene: Scene, one: Party) -> list[Heard]:
    """The client goes all the way; return what everybody is shown."""
    seen = await scene.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        seen += await scene.tap(one.user, f"1:forget~:{value}")
    while await fire(scene):
        pass
    return seen + await scene.deliver()


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as raw:
        return {
            name: raw.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - our own tables
            for name in metadata.tables
        }


async def test_p6_no_row_is_left_but_the_audit_and_others_lose_nothing(scene: Scene) -> None:
    one = scene.parties["A1"]
    before = everything(scene.db.file)
    heard = await forget(scene, one)
    assert "It is done" in to(heard, one.user)[-1]
    scene.now += timedelta(hours=2)
    await fire(scene)
    after = everything(scene.db.file)
    mine = {one.client, one.ids["person"], *(key for key in one.ids.values() if len(key) == 26)}
    for name, rows in after.items():
        held = [row for row in rows if mine & set(row)]
        # An alert that nobody has seen outlives them: a code name and a time.
        kept = ("audit", "sheet_draft", "sheet_material", "template", "alert", "timer", "outbox")
        assert not held or name in kept, name
    gone = {name: [row for row in rows if row not in after[name]] for name, rows in before.items()}
    for name in ("therapist", "worksheet", "audit", "consent", "entry", "answer", "assignment"):
        theirs = [row for row in gone[name] if one.client not in row]
        assert theirs == [], name
    assert all(gone[name] for name in ("client", "consent", "entry", "answer", "person", "care"))
    assert one.client in scene.db.sealer.keyring.tombstones()


async def test_p6_a_backup_from_before_opens_nothing_of_theirs_with_todays_keyring(
    scene: Scene, tmp_path: Path
) -> None:
    """Crypto-shredding: every sealed value of theirs in the copy is tried."""
    one, other = scene.parties["A1"], scene.parties["A2"]
    copy = (await back_up(scene.db, tmp_path / "old", scene.now)).path
    opened, refused = tried(copy, scene, one)
    assert opened > 20 and refused == 0, "before, everything opens"
    await forget(scene, one)
    assert tried(copy, scene, one) == (0, opened)
    opened, refused = tried(copy, scene, other)
    assert opened > 5 and refused == 0


def tried(copy: Path, scene: Scene, one: Party) -> tuple[int, int]:
    """Try each sealed value of a client in a database file; return how many open and do not."""
    opened = refused = 0
    for place in sealed_of(copy, one):
        try:
            scene.sealer.open_bytes(*place)
        except KeyDestroyed:
            refused += 1
        else:
            opened += 1
    return opened, refused


def sealed_of(copy: Path, one: Party) -> Iterator[tuple[str, str, str, str, bytes]]:
    with closing(sqlite3.connect(copy)) as raw:
        raw.row_factory = sqlite3.Row
        for name, table in metadata.tables.items():
            key = "id" if name == "client" else "client_id"
            if key not in table.c:
                continue
            query = f"SELECT * FROM {name} WHERE {key} = ?"  # noqa: S608 - our own tables
            for row in raw.execute(query, (one.client,)):
                for column in table.c:
                    if isinstance(column.type, Sealed) and row[column.name] is not None:
                        yield name, column.name, row["id"], one.client or "", row[column.name]


async def test_p6_a_restored_backup_is_erased_again(scene: Scene, tmp_path: Path) -> None:
    one = scene.parties["A1"]
    copy = (await back_up(scene.db, tmp_path / "old", scene.now)).path
    await forget(scene, one)
    target = tmp_path / "restored.db"
    await restore(copy, target, scene.sealer, scene.now)
    rows = everything(target)
    assert not [row for name in rows for row in rows[name] if one.client in row if name != "audit"]
    assert one.ids["person"] not in {row[0] for row in rows["person"]}
    assert scene.parties["A2"].client in {row[0] for row in rows["client"]}


async def test_p6_tombstones_are_replayed_at_start(scene: Scene, tmp_path: Path) -> None:
    """Somebody put an old file back by hand."""
    one = scene.parties["A1"]
    copy = (await back_up(scene.db, tmp_path / "old", scene.now)).path
    await forget(scene, one)
    old = Database(f"sqlite:///{copy}", scene.sealer)
    await old.open()
    async with old.transaction(scene.now) as unit:
        assert await erasure.replay(unit) == 1
        assert await erasure.replay(unit) == 0
        assert await erasure.leaving(unit, one.client or "") is None
        assert (await people.actor(unit, one.user)).person is None
    await old.close()


async def test_p6_a_commit_that_fails_after_the_key_is_gone_harms_nobody(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    await scene.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        await scene.tap(one.user, f"1:forget~:{value}")
    await fire(scene)  # their rows
    with pytest.raises(DatabaseUnavailable):
        async with scene.looking() as unit:
            due = [each for each in await timers.due(unit, unit.now, 500) if each.kind in OURS]
            await timers.remove(unit, [each.id for each in due])
            for each in due:
                await FIRE[each.kind](unit, scene.house, [each])
            raise DatabaseUnavailable("the disk is full")
    assert one.client in scene.db.sealer.keyring.tombstones()
    assert (await scene.say(one.user, "/today")) and (await scene.say(carer.user, "/digest"))
    assert scene.last.failed == {}
    assert await fire(scene), "the timer is still there"
    assert "It is done" in to(await scene.deliver(), one.user)[-1]


async def test_p6_buttons_out_of_turn_erase_nobody(scene: Scene) -> None:
    one = scene.parties["A1"]
    for value in ("copy", "once", "twice", "erase", "keep", "more"):
        await scene.tap(one.user, f"1:forget~:{value}")
        assert "past" in scene.notice
    await scene.say(one.user, "/forget")
    scene.now += timedelta(hours=2)
    await scene.tap(one.user, "1:forget~:erase")
    assert "past" in scene.notice, "asked too long ago"
    await scene.say(one.user, "/forget")
    await scene.tap(one.user, "1:forget~:keep")
    await scene.tap(one.user, "1:forget~:erase")
    assert "past" in scene.notice, "all is kept"
    assert (await scene.client(one.client or "")).erase_at is None
    assert not await fire(scene)


async def test_p6_their_therapist_is_told_by_the_code_name_under_another_key(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    heard = await forget(scene, one)
    told = [text for text in to(heard, carer.user) if "wanted everything erased" in text]
    assert len(told) == 1 and one.word in told[0]
    async with scene.looking() as unit:
        mine = select(func.count()).where(outbox.c.client_id == one.client)
        assert (await unit.conn.execute(mine)).scalar_one() == 0
        noted = select(audit.c.action).where(audit.c.client_id == one.client).order_by(audit.c.id)
        actions = (await unit.conn.execute(noted)).scalars().all()
    assert actions[-3:] == ["forget.ask", "forget.order", "erase"]


async def test_p6_a_therapist_who_tries_it_stays_a_therapist(scene: Scene) -> None:
    both = scene.parties["B"]
    heard = await forget(scene, both)
    assert "It is done" in to(heard, both.user)[-1]
    scene.now += timedelta(hours=2)
    await fire(scene)
    async with scene.looking() as unit:
        who = await people.actor(unit, both.user)
    assert who.therapist is not None and who.client is None


async def test_p6_what_could_not_be_read_is_sealed_with_their_key_and_goes_too(
    scene: Scene,
) -> None:
    one = scene.parties["A1"]
    async with scene.looking() as unit:
        mine = await people.client_of_user(unit, one.user)
        assert mine == one.client
        await updates.bury(unit, 7, b"{}", "ValueError", mine)
        await updates.bury(unit, 8, b"{}", "ValueError", None)
    await forget(scene, one)
    async with scene.looking() as unit:
        left = (await unit.conn.execute(select(dead_update.c.update_id))).scalars().all()
    assert left == [8]


# Where the practice must keep records -------------------------------------------------------------


def keeping_records(scene: Scene, days: int = 30) -> None:
    scene.house = dataclasses.replace(scene.house, erasure_days=days)
    scene.router = Router(scene.house, ("en",))


async def state_of(scene: Scene, one: Party) -> Mapping[str, object] | None:
    async with scene.looking() as unit:
        query = select(client.c.state, client.c.erase_at).where(client.c.id == one.client)
        row = (await unit.conn.execute(query)).first()
        return None if row is None else dict(row._mapping)


@pytest.mark.parametrize("days", [30, 400])
async def test_p6_it_waits_for_the_therapist_and_then_happens_by_itself(
    scene: Scene, days: int
) -> None:
    """For 30 days at most, whatever is set."""
    keeping_records(scene, days)
    one, carer = scene.parties["A1"], scene.parties["A"]
    heard = await forget(scene, one)
    assert any("Your wish is kept" in text for text in to(heard, one.user))
    assert any("keep by law" in text for text in to(heard, carer.user))
    assert any("wish is kept" in text for text in to(await scene.say(one.user, "/start"), one.user))
    assert (await scene.client(one.client or "")).stopped_at is not None, "still nothing is sent"
    scene.now += timedelta(days=29)
    assert not await fire(scene) and await state_of(scene, one)
    scene.now += timedelta(days=1, minutes=5)
    while await fire(scene):
        pass
    assert await state_of(scene, one) is None
    assert "It is done" in to(await scene.deliver(), one.user)[-1]


async def test_p6_the_therapist_confirms_and_is_asked_once_more(scene: Scene) -> None:
    keeping_records(scene)
    one, carer, other = scene.parties["A1"], scene.parties["A"], scene.parties["B"]
    await scene.tap(carer.user, f"1:erase~{one.client}:yes")
    assert "past" in scene.notice, "nobody wants it"
    await forget(scene, one)
    await scene.tap(other.user, f"1:erase~{one.client}:yes")
    assert "past" in scene.notice and not await fire(scene), "somebody else's client"
    asked = await scene.tap(carer.user, f"1:erase~{one.client}:ask")
    assert any("cannot be undone" in text for text in to(asked, carer.user))
    assert not await fire(scene)
    page = await scene.tap(carer.user, f"1:client~{one.client}:page")
    assert any(button.label == "Erase it now" for heard in page for button in heard.buttons)
    await scene.tap(carer.user, f"1:erase~{one.client}:yes")
    while await fire(scene):
        pass
    assert await state_of(scene, one) is None


async def test_p6_until_then_they_may_keep_everything(scene: Scene) -> None:
    keeping_records(scene)
    one, carer = scene.parties["A1"], scene.parties["A"]
    await forget(scene, one)
    kept = await scene.tap(one.user, "1:forget~:keep")
    assert any("Nothing is erased" in text for text in to(kept, one.user))
    assert any("kept after all" in text for text in to(kept, carer.user))
    scene.now += timedelta(days=31)
    assert not await fire(scene)
    assert "Messages come again" in "".join(to(await scene.say(one.user, "/start"), one.user))
    async with scene.looking() as unit:
        there = select(func.count()).select_from(person).where(person.c.id == one.ids["person"])
        assert (await unit.conn.execute(there)).scalar_one() == 1
