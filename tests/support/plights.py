"""States in which help may be asked for that take some making: each returns whose state it is."""

from dataclasses import replace

from sqlalchemy import update

from bot.routing import Router
from homework.store.tables import client
from tests.support.scene import Scene

WORDS = "correct horse battery"


async def alarmed(scene: Scene) -> int:
    """Under an alert: the client wrote of danger a moment ago, and nobody has seen it."""
    one = scene.parties["A1"]
    scene.house = replace(scene.house, screened=frozenset({"en"}))
    scene.router = Router(scene.house, ("en",))
    async with scene.looking() as unit:
        agreed = str(scene.house.edition("en"))
        await unit.conn.execute(update(client).values(agreed=agreed))
    await scene.say(one.user, "I want to die")
    return one.user


async def stopped(scene: Scene) -> int:
    """After /stop."""
    await scene.say(scene.parties["A1"].user, "/stop")
    return scene.parties["A1"].user


async def asked_anew(scene: Scene) -> int:
    """The consent has a new text, and was asked for."""
    scene.house = replace(scene.house, retention_days=scene.house.retention_days + 30)
    scene.router = Router(scene.house, ("en",))
    await scene.say(scene.parties["A1"].user, "/log")
    return scene.parties["A1"].user


async def typing_a_plan(scene: Scene) -> int:
    """Asked for a line of one's own safety plan."""
    await scene.tap(scene.parties["A1"].user, "1:myplan~:helps")
    return scene.parties["A1"].user


async def locked(scene: Scene) -> int:
    """A therapist whose screen is locked."""
    user = scene.parties["A"].user
    await scene.tap(user, "1:tset~lock:ask")
    await scene.say(user, WORDS)
    await scene.tap(user, "1:tset~lock:now")
    return user


async def forgetting(scene: Scene) -> int:
    """Asked once more whether all is to be erased."""
    await scene.say(scene.parties["A1"].user, "/forget")
    await scene.tap(scene.parties["A1"].user, "1:forget~:once")
    return scene.parties["A1"].user
