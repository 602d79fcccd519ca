"""A scene with screening on, and what becomes of alerts in it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from bot.routing import Router
from homework import alerting
from homework.firing import FIRE
from homework.store import alerts, timers
from homework.store.alerts import Alert
from homework.store.tables import alert, client, flagged
from tests.support.scene import Heard, Scene

DANGER = "I want to die zqwordzq"
DAY = timedelta(days=1)


async def look_through(scene: Scene) -> None:
    """Turn screening on, with everybody's consent to it; no alert is there yet."""
    scene.house = replace(scene.house, screened=frozenset({"en"}))
    scene.router = Router(scene.house, ("en",))
    async with scene.looking() as unit:
        await unit.conn.execute(delete(flagged))
        await unit.conn.execute(delete(alert))
        await unit.conn.execute(client.update().values(agreed=str(scene.house.edition("en"))))


@pytest.fixture
async def watched(scene: Scene) -> Scene:
    """The scene with screening on, and no alert yet."""
    await look_through(scene)
    return scene


def to(heard: list[Heard], user: int) -> str:
    return "\n".join(one.whole for one in heard if one.user == user)


async def every(scene: Scene) -> list[Alert]:
    async with scene.looking() as unit:
        keys = (await unit.conn.execute(select(alert.c.id).order_by(alert.c.id))).scalars().all()
        return [one for key in keys if (one := await alerts.by_id(unit, key))]


async def words(scene: Scene) -> list[str]:
    async with scene.looking() as unit:
        return [
            one.words
            for key in (await unit.conn.execute(select(alert.c.id))).scalars().all()
            for one in await alerts.found(unit, key)
        ]


async def fire(scene: Scene, kinds: tuple[str, ...] = (alerting.TIMER,)) -> list[Heard]:
    """Let what is due of some kinds happen; return what everybody is shown."""
    async with scene.looking() as unit:
        due = [one for one in await timers.due(unit, unit.now, 500) if one.kind in kinds]
        await timers.remove(unit, [one.id for one in due])
        for one in due:
            await FIRE[one.kind](unit, scene.house, [one])
    return await scene.deliver()
