"""Two who care for one client: what one of them has opened stays new to the other."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from homework import briefing, erasing, joining, sharing
from homework.ids import new_id
from homework.store import entries, meetings, session_notes
from homework.store.tables import audit, note, reading, therapist
from homework.store.timers import Timer
from tests.security.test_care_ends import offered, said
from tests.support.alerted import fire
from tests.support.scene import Heard, Party, Scene

WORDS = "zqsisterzq"
NOTED = "for the session"


async def together(scene: Scene, way: str = "beside") -> tuple[Party, Party, Party]:
    """B cares for A1 too (or instead), and may read what was written before."""
    await offered(scene, way)
    me = scene.parties["A1"]
    await scene.about_carer(me, "with")
    scene.now += timedelta(minutes=1)
    return scene.parties["A"], scene.parties["B"], me


async def opens(scene: Scene, carer: Party, me: Party) -> None:
    seen = await scene.tap(carer.user, f"1:ent~{me.ids['entry']}:open")
    assert me.word in said(seen, carer.user)


async def line_of(scene: Scene, carer: Party, me: Party) -> str:
    """What a therapist's digest says of a client."""
    digest = said(await scene.say(carer.user, "/digest"), carer.user)
    return next(line for line in digest.splitlines() if line.startswith(f"<b>{me.word}"))


async def is_new(scene: Scene, carer: Party, me: Party) -> bool:
    """Whether the one entry of a client is new to a therapist: said alike wherever it is said."""
    told: list[bool] = []
    for data, new in (
        (f"client~{me.client}:page", "New: Mon"),
        (f"client~{me.client}:entries.0", "New: Mon"),
        (f"traced~{me.ids['active']}:d28", "New: Mon"),
        (f"brief~{me.client}:d7", "Read the new entry"),
    ):
        told.append(new in said(await scene.tap(carer.user, f"1:{data}"), carer.user))
    told.append("1 entry to read" in await line_of(scene, carer, me))
    async with scene.looking() as unit:
        found = await entries.new_to(unit, [me.client or ""], carer.therapist or "")
    told.append(bool(found))
    assert len(set(told)) == 1, told
    return told[0]


async def test_an_entry_is_new_to_each_until_they_open_it_themselves(scene: Scene) -> None:
    one, other, me = await together(scene)
    assert await is_new(scene, one, me) and await is_new(scene, other, me)
    await opens(scene, one, me)
    assert not await is_new(scene, one, me)
    assert await is_new(scene, other, me)
    seen = await scene.tap(other.user, f"1:queue~{me.client}:go")
    assert me.word in said(seen, other.user)
    assert not await is_new(scene, other, me)


async def test_what_changes_is_new_to_both_again(scene: Scene) -> None:
    one, other, me = await together(scene)
    for carer in (one, other):
        await opens(scene, carer, me)
    await scene.tap(me.user, f"1:mine~{me.ids['entry']}:summary")
    assert not await is_new(scene, one, me) and not await is_new(scene, other, me)
    await scene.tap(me.user, f"1:mine~{me.ids['entry']}:all")
    assert await is_new(scene, one, me) and await is_new(scene, other, me)
    await opens(scene, other, me)
    assert await is_new(scene, one, me) and not await is_new(scene, other, me)


@pytest.mark.parametrize("way", ["beside", "next"])
async def test_what_was_read_before_somebody_came_is_history_to_them(
    scene: Scene, way: str
) -> None:
    """Else a year that was read would lie before what is new."""
    await opens(scene, scene.parties["A"], scene.parties["A1"])
    _, other, me = await together(scene, way)
    assert not await is_new(scene, other, me)
    await opens(scene, other, me)
    assert me.word in said(await scene.tap(me.user, f"1:mine~{me.ids['entry']}:open"), me.user)
    await scene.tap(me.user, f"1:mine~{me.ids['entry']}:nothing")
    await scene.tap(me.user, f"1:mine~{me.ids['entry']}:all")
    assert await is_new(scene, other, me)


async def test_what_nobody_had_read_is_new_to_who_takes_over(scene: Scene) -> None:
    _, other, me = await together(scene, "next")
    assert await is_new(scene, other, me)


async def test_the_client_sees_by_name_who_has_opened_an_entry(scene: Scene) -> None:
    one, other, me = await together(scene)
    first, second = f"Dr {one.word}", f"Dr {other.word}"

    async def told() -> str:
        seen = await scene.tap(me.user, f"1:mine~{me.ids['entry']}:open")
        return said(seen, me.user)

    assert f"{first} and {second} have not opened it yet." in await told()
    await opens(scene, other, me)
    assert f"{second} opened it on Mon 1 Mar. {first} has not opened it yet." in await told()
    await opens(scene, one, me)
    assert f"{second} opened it on Mon 1 Mar. {first} opened it on Mon 1 Mar." in await told()
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, other.therapist or "")
    assert f"{second} opened it on Mon 1 Mar. {first} opened it on Mon 1 Mar." in await told()


# Notes for the session ----------------------------------------------------------------------------


async def write(scene: Scene, me: Party) -> str:
    """Write a note; return its row id."""
    await scene.say(me.user, f"/note {WORDS}")
    async with scene.looking() as unit:
        newest = await session_notes.newest(unit, me.client or "")
    assert newest is not None and WORDS in newest.words
    return newest.id


async def readers(scene: Scene, key: str) -> list[str]:
    """The therapists of whom the audit says that they read a note, in that order."""
    async with scene.looking() as unit:
        query = (
            select(therapist.c.id)
            .join(audit, audit.c.actor == therapist.c.person_id)
            .where(audit.c.subject == key, audit.c.action == "read.note")
        )
        return [*(await unit.conn.execute(query.order_by(audit.c.id))).scalars()]


@pytest.mark.parametrize("where", ["client~{}:page", "brief~{}:d7"])
async def test_a_note_is_new_to_each_until_it_stood_before_them(scene: Scene, where: str) -> None:
    one, other, me = await together(scene)
    key = await write(scene, me)
    await scene.tap(one.user, f"1:{where.format(me.client)}")
    assert NOTED not in await line_of(scene, one, me)
    assert NOTED in await line_of(scene, other, me)
    assert await readers(scene, key) == [one.therapist]
    await scene.tap(me.user, f"1:note~{key}:back")
    seen = await scene.tap(other.user, f"1:{where.format(me.client)}")
    assert WORDS in said(seen, other.user), "it stays as the first of them read it"
    assert NOTED not in await line_of(scene, other, me)
    for carer in (one, other):
        await scene.tap(carer.user, f"1:{where.format(me.client)}")
    assert await readers(scene, key) == [one.therapist, other.therapist]


async def test_an_old_note_that_nobody_opened_is_shown_before_it_counts_as_read(
    scene: Scene,
) -> None:
    one, other, me = await together(scene)
    key = await write(scene, me)
    async with scene.looking() as unit:
        long_ago = unit.now - timedelta(days=60)
        await unit.conn.execute(note.update().where(note.c.id == key).values(written_at=long_ago))
    for carer in (one, other):
        shown = [
            WORDS in said(await scene.tap(carer.user, f"1:brief~{me.client}:d7"), carer.user)
            for _ in range(2)
        ]
        assert shown == [True, False]
    assert len(await readers(scene, key)) == 2


async def comes_by_itself(scene: Scene, carer: Party, me: Party) -> list[Heard]:
    """A brief before a session with this therapist; what is delivered."""
    reader, client = carer.therapist or "", me.client or ""
    async with scene.looking() as unit:
        await meetings.put(unit, reader, client, scene.now + timedelta(hours=1))
        row = await meetings.care_of(unit, reader, client)
        fired = [Timer(new_id(scene.now), scene.now, briefing.TIMER, str(row), 0)]
        await briefing.brief_due(unit, scene.house, fired)
    return await scene.deliver()


async def test_a_button_under_an_old_brief_opens_nothing_that_came_to_a_colleague(
    scene: Scene,
) -> None:
    one, other, me = await together(scene)
    assert said(await comes_by_itself(scene, other, me), other.user)
    scene.now += timedelta(minutes=5)
    key = await write(scene, me)
    assert WORDS in said(await comes_by_itself(scene, one, me), one.user)
    for carer in (other, one):
        await scene.tap(carer.user, f"1:queue~{me.client}:go")
    assert await readers(scene, key) == [one.therapist]
    assert NOTED in await line_of(scene, other, me)


# What is kept of it -------------------------------------------------------------------------------


async def rows(scene: Scene, me: Party) -> int:
    async with scene.looking() as unit:
        theirs = select(func.count()).where(reading.c.client_id == me.client)
        return (await unit.conn.execute(theirs)).scalar_one()


async def test_who_has_read_what_goes_with_the_client(scene: Scene) -> None:
    one, other, me = await together(scene)
    await write(scene, me)
    for carer in (one, other):
        await opens(scene, carer, me)
        await scene.tap(carer.user, f"1:client~{me.client}:page")
    assert await rows(scene, me) >= 4
    async with scene.looking() as unit:
        await erasing.erase_now(unit, me.client or "")
    for _ in range(2):
        await fire(scene, (erasing.TIMER,))
    assert await rows(scene, me) == 0


async def test_what_is_kept_later_is_no_news_and_who_has_opened_it_stays_known(
    scene: Scene,
) -> None:
    one, other, me = await together(scene)
    await opens(scene, one, me)
    async with scene.looking() as unit:
        written = await entries.own(unit, me.ids["entry"], me.client or "")
        assert written is not None
        await sharing.change(unit, me.ids["person"], written, "nothing")
    assert await rows(scene, me) > 0
    assert not await is_new(scene, one, me) and await is_new(scene, other, me)
