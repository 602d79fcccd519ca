"""A note for the session is its writer's until it is read, and read by those who care alone."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from homework import briefing
from homework.ids import new_id
from homework.store import session_notes
from homework.store.tables import audit, care, note
from homework.store.timers import Timer
from tests.support.scene import Heard, Scene

WORDS = "zqsisterzq"


def text_of(seen: list[Heard], user: int) -> str:
    return "\n".join(one.html for one in seen if one.user == user)


async def write(scene: Scene, name: str = "A1") -> str:
    """Write a note anew; return its row id."""
    one = scene.parties[name]
    await scene.tap(one.user, f"1:note~{one.ids['note']}:new")
    await scene.say(one.user, WORDS)
    async with scene.looking() as unit:
        newest = await session_notes.newest(unit, one.client or "")
    assert newest is not None and newest.words == WORDS and newest.read_at is None
    return newest.id


async def test_it_is_sealed(scene: Scene) -> None:
    await write(scene)
    async with scene.looking() as unit:
        bodies = (await unit.conn.execute(select(note.c.body))).scalars().all()
    assert bodies and not [one for one in bodies if WORDS.encode() in one]


async def comes_by_itself(scene: Scene, client: str) -> list[Heard]:
    """A brief whose time came; what is delivered."""
    async with scene.looking() as unit:
        query = select(care.c.id).where(care.c.client_id == client)
        row = (await unit.conn.execute(query)).scalar_one()
        at = scene.now.replace(hour=23)
        await unit.conn.execute(care.update().where(care.c.id == row).values(session_at=at))
        fired = [Timer(new_id(scene.now), scene.now, briefing.TIMER, str(row), 0)]
        await briefing.brief_due(unit, scene.house, fired)
    return await scene.deliver()


async def noted(scene: Scene, subject: str) -> list[str]:
    async with scene.looking() as unit:
        query = select(audit.c.action).where(audit.c.subject == subject)
        return [*(await unit.conn.execute(query)).scalars()]


@pytest.mark.parametrize("where", ["client~{}:page", "brief~{}:d7", "brief~{}:seen"])
async def test_whoever_cares_reads_it_on_top_and_from_then_on_it_stays(
    scene: Scene, where: str
) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    key = await write(scene)
    digest = text_of(await scene.say(carer.user, "/digest"), carer.user)
    assert "for the session" in digest and WORDS not in digest
    seen = await scene.tap(carer.user, f"1:{where.format(one.client)}")
    assert WORDS in text_of(seen, carer.user)
    for value in ("back", "new", "add"):
        await scene.tap(one.user, f"1:note~{key}:{value}")
    async with scene.looking() as unit:
        kept = await session_notes.newest(unit, one.client or "")
    assert kept is not None and kept.words == WORDS and kept.read_at is not None
    assert await noted(scene, key) == ["read.note"]
    told = text_of(await scene.say(one.user, "/note"), one.user)
    assert WORDS in told and "stays as it is" in told


async def test_what_comes_by_itself_opens_nothing_and_its_writer_is_told_that_it_was_sent(
    scene: Scene,
) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    key = await write(scene)
    seen = await comes_by_itself(scene, one.client or "")
    assert WORDS in text_of(seen, carer.user)
    assert await noted(scene, key) == []
    assert "read.brief" not in await noted(scene, one.client or "")
    told = text_of(await scene.say(one.user, "/note"), one.user)
    assert WORDS in told and "has not opened it" in told and "before the session" in told
    await scene.press(carer.user, seen, "Seen")
    assert await noted(scene, key) == ["read.note"]


@pytest.mark.parametrize("below", ["queue~{client}:go", "traced~{active}:d0"])
async def test_a_button_under_a_brief_opens_what_stood_in_it_and_nothing_newer(
    scene: Scene, below: str
) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    pressed = f"1:{below.format(client=one.client, active=one.ids['active'])}"
    key = await write(scene)
    await scene.tap(carer.user, pressed)
    assert await noted(scene, key) == [], "no brief has come yet"
    await comes_by_itself(scene, one.client or "")
    scene.now += timedelta(minutes=5)
    await write(scene)  # the same note, in other words than were sent
    await scene.tap(carer.user, pressed)
    assert await noted(scene, key) == []
    scene.now += timedelta(minutes=5)
    async with scene.looking() as unit:
        await session_notes.mark_sent(unit, carer.therapist or "", one.client or "")
    await scene.tap(carer.user, pressed)
    assert await noted(scene, key) == ["read.note"]


async def test_what_was_sent_and_is_taken_back_may_have_been_seen(scene: Scene) -> None:
    one = scene.parties["A1"]
    key = await write(scene)
    await comes_by_itself(scene, one.client or "")
    told = text_of(await scene.tap(one.user, f"1:note~{key}:back"), one.user)
    assert "may have seen it" in told and "Nobody" not in told


async def test_what_was_taken_back_is_gone(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    key = await write(scene)
    await scene.tap(one.user, f"1:note~{key}:back")
    seen = await scene.tap(carer.user, f"1:client~{one.client}:page")
    assert WORDS not in text_of(seen, carer.user)
    async with scene.looking() as unit:
        assert await session_notes.of_client(unit, one.client or "") == []


@pytest.mark.parametrize("role", [None, "cover"])
async def test_nobody_else_reads_it(scene: Scene, role: str | None) -> None:
    """A colleague who stands in is told that there is something, not what."""
    one, other = scene.parties["A1"], scene.parties["B"]
    if role:
        row = {"id": new_id(scene.now), "client_id": one.client, "role": role}
        row |= {"therapist_id": other.therapist, "since": scene.now}
        row |= {"until": scene.now.replace(year=2028)}
        async with scene.looking() as unit:
            await unit.conn.execute(care.insert(), [row])
    key = await write(scene)
    seen = await scene.tap(other.user, f"1:client~{one.client}:page")
    seen += await scene.tap(other.user, f"1:brief~{one.client}:d7")
    seen += await scene.say(other.user, "/digest")
    assert WORDS not in text_of(seen, other.user)
    for name in ("A", "A2", "B"):
        await scene.tap(scene.parties[name].user, f"1:note~{key}:back")
    async with scene.looking() as unit:
        kept = await session_notes.newest(unit, one.client or "")
    assert kept is not None and kept.words == WORDS and kept.read_at is None


async def test_a_note_that_is_too_long_is_asked_for_shorter(scene: Scene) -> None:
    one = scene.parties["A1"]
    await write(scene)
    await scene.say(one.user, "/note " + "word " * 400)
    async with scene.looking() as unit:
        kept = await session_notes.newest(unit, one.client or "")
    assert kept is not None and kept.words == WORDS
