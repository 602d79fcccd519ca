"""P11: what was a removed therapist's alone goes with them; what a client has stays theirs."""

from collections import Counter

import pytest
from sqlalchemy import delete, func, select, update

from conversations.session import Ref
from homework import erasing, helping, joining
from homework.store import contacts, departures, people, published, safety_plans
from homework.store.tables import (
    assignment,
    entry,
    material,
    metadata,
    remark,
    therapist,
    worksheet,
)
from tests.support.alerted import fire
from tests.support.scene import Heard, Party, Scene

OWN = [table for table in metadata.sorted_tables if "therapist_id" in table.c]


def said(heard: list[Heard], user: int) -> str:
    return "\n".join(one.whole for one in heard if one.user == user)


async def remove(scene: Scene, party: Party) -> list[Heard]:
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, party.therapist or "")
    return await scene.deliver()


async def rows_of(scene: Scene, party: Party) -> Counter[str]:
    async with scene.looking() as unit:
        return Counter(
            {
                table.name: found
                for table in OWN
                if (
                    found := (
                        await unit.conn.execute(
                            select(func.count()).where(table.c.therapist_id == party.therapist)
                        )
                    ).scalar_one()
                )
            }
        )


def test_what_becomes_of_each_table_that_names_a_therapist_is_decided() -> None:
    alone = {table.name for table in departures.THEIRS_ALONE}
    assert {table.name for table in OWN} == alone | departures.STAYS.keys()
    assert not alone & departures.STAYS.keys()


async def test_p11_what_was_a_removed_therapists_alone_goes_with_them(scene: Scene) -> None:
    leaves, other = scene.parties["A"], scene.parties["B"]
    async with scene.looking() as unit:
        await contacts.keep(unit, leaves.therapist or "", contacts.Contact(None, "Sister, 0123"))
    await scene.tap(leaves.user, "1:tset~lock:ask")
    await scene.say(leaves.user, "correct horse battery")
    alone = {table.name for table in departures.THEIRS_ALONE}
    assert (await rows_of(scene, leaves)).keys() >= alone, "there is something of each"
    kept = await rows_of(scene, other)
    await remove(scene, leaves)
    assert not (await rows_of(scene, leaves)).keys() & alone
    assert await rows_of(scene, other) == kept
    async with scene.looking() as unit:
        query = select(therapist).where(therapist.c.id == leaves.therapist)
        row = (await unit.conn.execute(query)).one()
        assert row.backup is row.after_hours is row.hours is None
        for table in (material, remark, entry):
            mine = table.c.client_id == scene.parties["A1"].client
            count = select(func.count()).select_from(table).where(mine)
            assert (await unit.conn.execute(count)).scalar_one(), f"{table.name} is the client's"


async def own_sheets(scene: Scene) -> dict[str, bool]:
    """The worksheets that have an owner: whether each is out of the library."""
    async with scene.looking() as unit:
        query = select(worksheet.c.id, worksheet.c.withdrawn_at)
        found = (await unit.conn.execute(query.where(worksheet.c.owner.is_not(None)))).all()
    return {row.id: row.withdrawn_at is not None for row in found}


async def test_p11_a_sheet_of_ones_own_stays_while_a_client_has_something_of_it(
    scene: Scene,
) -> None:
    leaves, other, me = (scene.parties[name] for name in ("A", "B", "A1"))
    async with scene.looking() as unit:
        await unit.conn.execute(delete(worksheet).where(worksheet.c.owner.is_not(None)))
        for key, owner in (("used", leaves), ("unused", leaves), ("others", other)):
            await published.publish(unit, Ref(key, 1, "0" * 64), "", owner=owner.therapist)
        written = entry.c.client_id == me.client
        await unit.conn.execute(update(entry).where(written).values(worksheet_id="used"))
    await remove(scene, leaves)
    assert await own_sheets(scene) == {"used": True, "others": False}
    async with scene.looking() as unit:
        await erasing.erase_now(unit, me.client or "")
    for _ in range(2):
        await fire(scene, (erasing.TIMER,))
    assert await own_sheets(scene) == {"others": False}


async def test_x3_who_is_cared_for_by_two_goes_on_with_the_one_who_stays(scene: Scene) -> None:
    leaves, stays, me = (scene.parties[name] for name in ("A", "B", "A1"))
    seen = await scene.tap(leaves.user, f"1:care~{me.client}:beside")
    await scene.press(leaves.user, seen, f"Dr {stays.word}")
    await scene.heir_says(stays.user, me, "yes")
    await scene.about_carer(me, "with")
    told = said(await remove(scene, leaves), me.user)
    assert f"Dr {leaves.word} does not care for you here any more" in told
    assert f"Dr {stays.word} goes on with you" in told
    async with scene.looking() as unit:
        query = select(assignment.c.therapist_id, assignment.c.state)
        found = (await unit.conn.execute(query.where(assignment.c.client_id == me.client))).all()
    assert {row.therapist_id for row in found} == {stays.therapist}
    assert "active" in {row.state for row in found}, "nothing of it ended"


@pytest.mark.parametrize("beside", [True, False])
async def test_who_wants_nothing_sent_learns_who_reads_no_more_and_no_phone_rings(
    scene: Scene, beside: bool
) -> None:
    leaves, stays, me = (scene.parties[name] for name in ("A", "B", "A1"))
    if beside:
        seen = await scene.tap(leaves.user, f"1:care~{me.client}:beside")
        await scene.press(leaves.user, seen, f"Dr {stays.word}")
        await scene.heir_says(stays.user, me, "yes")
        await scene.about_carer(me, "with")
    async with scene.looking() as unit:
        await people.change_client(unit, me.client or "", stopped_at=unit.now)
        await joining.remove_therapist(unit, leaves.therapist or "")
        posted = [one for _, one in unit.posted if one.client == me.client]
    assert posted and all(one.silent for one in posted)
    told = said(await scene.deliver(), me.user)
    assert ("goes on with you" if beside else "nobody reads here now") in told


async def test_c2_no_pinned_help_tells_to_call_who_was_removed(scene: Scene) -> None:
    leaves, me = scene.parties["A"], scene.parties["A1"]
    async with scene.looking() as unit:
        await safety_plans.say_out_of_hours(unit, leaves.therapist or "", "Ring me: 0123 999")
        client = await people.client_by_id(unit, me.client or "")
        assert client is not None
        await helping.pin_anew(unit, scene.house, client)
    assert "0123 999" in said(await scene.deliver(), me.user)
    await remove(scene, leaves)
    heard = [one for one in await fire(scene, (helping.TIMER,)) if one.user == me.user]
    assert [one.kind for one in heard if one.kind == "crisis"] == ["crisis"]
    assert "0123 999" not in said(heard, me.user)
