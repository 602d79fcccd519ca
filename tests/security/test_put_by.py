"""X11, C6: a flood is looked through to its last word, a little at a time, and its sender is
answered once for each time."""

from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select
from structlog.testing import capture_logs

from bot import screener
from bot.floodgate import LOOKS, Limits
from bot.routing import Router
from homework import putting_by
from homework.putting_by import AT_ONCE, SOON
from homework.store import alerts
from homework.store.tables import flagged, timer
from tests.support.alerted import DANGER, every, fire, to, words
from tests.support.scene import Heard, Scene


async def flood(scene: Scene, *texts: str) -> list[Heard]:
    """Send more than is looked through at once, and then these."""
    scene.router = Router(scene.house, ("en",), Limits(1, 1))
    user = scene.parties["A1"].user
    before = [f"and so on {number}" for number in range(LOOKS + 1)]
    await scene.happen(*(scene.message(user, text) for text in (*before, *texts)))
    scene.router = Router(scene.house, ("en",))
    return await scene.deliver()


async def soon(scene: Scene) -> list[Heard]:
    scene.now += SOON
    return await fire(scene, (putting_by.TIMER,))


async def unread(scene: Scene) -> int:
    async with scene.looking() as unit:
        query = select(func.count()).where(flagged.c.tier == alerts.UNREAD)
        return (await unit.conn.execute(query)).scalar_one()


async def test_x11_words_of_danger_deep_in_a_flood_are_found_soon(watched: Scene) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    await flood(watched, DANGER, DANGER, f"{DANGER} now")
    assert await every(watched) == [] and await unread(watched) == 3
    heard = await soon(watched)
    assert await words(watched) == [f"{DANGER}\n{DANGER} now"]
    assert to(heard, one.user).count("It is all right to write it here") == 1
    assert to(heard, carer.user).count("Safety flag") == 1
    assert await unread(watched) == 0 and await soon(watched) == []


async def test_x11_what_was_answered_in_a_flood_is_kept_at_once(watched: Scene) -> None:
    one = watched.parties["A1"]
    await flood(watched, DANGER)
    held = await watched.open_session(one.user)
    assert held is not None and DANGER in str(held.answers)


async def test_x11_a_flood_is_looked_through_a_little_at_a_time(watched: Scene) -> None:
    long = [f"{number} " + "it was cold and the wind was hard " * 110 for number in range(10)]
    await flood(watched, *long, DANGER)
    left = [await unread(watched)]
    while left[-1]:
        await soon(watched)
        left.append(await unread(watched))
    read = [before - after for before, after in pairwise(left)]
    assert len(read) >= 4 and all(count * len(long[0]) <= AT_ONCE for count in read[:-1])
    assert await words(watched) == [DANGER]


async def test_x11_more_texts_than_are_looked_through_at_one_time_are_all_looked_through(
    watched: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(putting_by, "MOST", 5)
    await flood(watched, *(f"it was cold {number}" for number in range(12)), DANGER)
    for _ in range(3):
        await soon(watched)
    assert await unread(watched) == 0
    assert await words(watched) == [DANGER]


async def test_x11_the_softer_tier_and_what_cannot_be_looked_through_are_told_in_the_digest(
    watched: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    carer = watched.parties["A"]
    await flood(watched, "I do not want to die")
    assert "words that may need" not in to(await watched.say(carer.user, "/digest"), carer.user)
    await soon(watched)
    assert "words that may need a talk" in to(await watched.say(carer.user, "/digest"), carer.user)

    def broken(text: str, language: str) -> None:
        raise RuntimeError

    monkeypatch.setattr(putting_by, "screen", broken)
    watched.now += timedelta(hours=2)
    await flood(watched, "whatever")
    watched.db.listeners.append(screener.heard)
    with capture_logs() as said:
        await soon(watched)
    assert [line["event"] for line in said] == ["screening_failed"]
    assert "in 2 messages" in to(await watched.say(carer.user, "/digest"), carer.user)
    assert await every(watched) == []


async def test_x11_where_nothing_is_looked_through_nothing_is_put_by(scene: Scene) -> None:
    await flood(scene, DANGER)
    assert await unread(scene) == 0
    async with scene.looking() as unit:
        query = select(timer.c.id).where(timer.c.kind == putting_by.TIMER)
        assert (await unit.conn.execute(query)).all() == []


async def test_x11_what_was_put_by_goes_with_its_client(watched: Scene) -> None:
    one = watched.parties["A1"]
    await flood(watched, DANGER)
    await watched.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        await watched.tap(one.user, f"1:forget~:{value}")
    for _ in range(2):
        await fire(watched, ("erase",))
    assert await unread(watched) == 0
    assert await soon(watched) == []
