"""X8, P1: what people write, are called and are reached by stands in no log, repr or error.

A canary goes through everything with all loggers at DEBUG, through handlers that break, and into
every field of every dataclass.
"""

import asyncio
import dataclasses
import importlib
import json
import logging
import pkgutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import structlog

from bot import telemetry
from bot.afterwards import Afterwards
from bot.incoming import Incoming
from bot.ingest import Intake
from bot.routing import Router
from conversations.texts import Arg, Texts
from homework import packaged
from homework.house import House, Shelf
from homework.store.unit import Unit
from tests.support.house import joined_client, joined_therapist, practice
from tests.support.hurried_clock import HurriedMachine
from tests.support.scene import Scene
from tests.support.telegram import TOKEN

WORD, NAME = "zqcanaryzq", "Zqfoxzq"
SECRET = TOKEN.partition(":")[2]
EMULATOR = ("uvicorn", "aiohttp.access", "aiohttp.server")
"""The emulated messenger runs in this process too, and logs its own requests."""


class Ear(logging.Handler):
    """Keeps every record of every logger, as it would be written, and its raw parts."""

    def __init__(self) -> None:
        super().__init__(0)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(EMULATOR):
            parts = [record.getMessage(), repr(record.args), repr(record.msg)]
            if record.exc_info and record.exc_info[1] is not None:
                parts.append(telemetry.describe(record.exc_info[1]))
            self.heard.append(f"{record.name}: " + " ".join(parts))


@pytest.fixture
def ear() -> Iterator[Ear]:
    """Everything at DEBUG, whatever the program sets."""
    root, listening = logging.getLogger(), Ear()
    kept, handlers, hook = root.level, list(root.handlers), telemetry.sys.excepthook
    telemetry.setup("json")
    root.addHandler(listening)
    root.setLevel(logging.DEBUG)
    names = [name for name in logging.root.manager.loggerDict if not name.startswith(EMULATOR)]
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield listening
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    root.handlers[:] = handlers
    root.setLevel(kept)
    telemetry.sys.excepthook = hook
    structlog.reset_defaults()


def hits(text: str, *canaries: str) -> list[str]:
    return [line[:200] for line in text.splitlines() if any(one in line for one in canaries)]


def files_with(folder: Path, *canaries: str) -> list[str]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".db" for path in found)
    held = {path.name: path.read_bytes() for path in found}
    return [name for name, body in held.items() if any(one.encode() in body for one in canaries)]


# Logs --------------------------------------------------------------------------------------------


async def test_x8_a_whole_story_at_debug(
    tmp_path: Path, ear: Ear, capfd: pytest.CaptureFixture[str]
) -> None:
    """Joining, setting, prompting, answering, reading; over HTTP, every logger open."""
    async with practice(tmp_path) as here:
        carer = await joined_therapist(here, f"Dr {NAME}")
        client = await joined_client(here, carer, NAME)
        await client.say(f"/nonsense{WORD} {WORD}")
        await client.say("/log")
        await client.say(WORD)
        await carer.say("/assign")
        await carer.expect("Which worksheet")
        await carer.press("Thought record: catching the thought")
        await carer.expect("Which form")
        await carer.press("Full")
        await carer.expect("Why this")
        await here.settled()
        await carer.telegram.advance(5)
        await carer.say(f"Because {WORD}")
        await carer.expect("What counts as enough")
        await here.pass_time(timedelta(hours=30))
        await client.say("/crisis")
        await client.expect("Nobody reads this chat live")
        await here.restart()
        await carer.say(f"/invite {WORD}")
        await carer.expect("Link for")
    out, err = capfd.readouterr()
    written = "\n".join([out, err, *ear.heard])
    assert len(ear.heard) > 20, "it listens"
    assert hits(written, WORD, NAME, SECRET) == []
    assert files_with(tmp_path, WORD, NAME, SECRET) == []


async def test_x8_what_breaks_tells_nothing(
    scene: Scene, ear: Ear, capfd: pytest.CaptureFixture[str]
) -> None:
    """A handler whose error quotes the words: logged by kind, kept aside sealed, three times."""
    one = scene.parties["A1"]
    for broken in broken_houses(scene.house):
        router = Router(broken, ("en",))
        intake = intake_of(scene, router)
        await intake.take(raws(one.user, scene, "1:set~zone:ask", WORD, "1:ent~x:open", "/today"))
        await intake.close()
    out, err = capfd.readouterr()
    written = "\n".join([out, err, *ear.heard])
    assert "update_failed" in written and "update_buried" in written
    assert hits(written, WORD, SECRET) == []
    async with scene.looking() as unit:
        query = "SELECT count(*), min(error) FROM dead_update"
        count, error = (await unit.conn.exec_driver_sql(query)).one()
    assert count > 0 and WORD not in error


def broken_houses(house: House) -> Iterator[House]:
    for error in (ValueError, KeyError, TypeError, LookupError):
        yield dataclasses.replace(house, words={"en": Shouting(error)})
    yield dataclasses.replace(house, shelf=Shelf({}, {}, {}))


class Shouting(Texts):
    """Words that cannot be put together, with an error that quotes what they were made of."""

    def __init__(self, error: type[Exception]) -> None:
        super().__init__("en", packaged.catalogue("en"))
        self._error = error

    def html(self, key: str, **args: Arg) -> str:
        if args:
            raise self._error(f"{key}: {args}")
        return super().html(key, **args)


def raws(user: int, scene: Scene, *things: str) -> list[dict[str, Any]]:
    """The same person's presses and words, as the messenger's JSON."""
    made: list[dict[str, Any]] = []
    for place, thing in enumerate(things):
        sender = {"id": user, "is_bot": False, "first_name": WORD}
        message = {"message_id": 5000 + place, "date": int(scene.now.timestamp()) + 60}
        message |= {"chat": {"id": user, "type": "private"}, "from": sender}
        body: dict[str, Any] = {"message": message | {"text": thing}}
        if thing.startswith("1:"):
            query = {"id": "q", "from": sender, "chat_instance": "1", "data": thing}
            body = {"callback_query": query | {"message": message}}
        made.append({"update_id": next(NUMBERS)} | body)
    return made


NUMBERS = iter(range(900_000, 990_000))


def intake_of(scene: Scene, router: Router) -> Intake:
    async def nothing(items: object) -> None:
        await asyncio.sleep(0)

    async def perform(items: Any) -> None:
        repr([one for one in items if isinstance(one, Afterwards)])

    async def apologise(unit: Unit, incoming: Incoming) -> None:
        raise ValueError(f"no apology to {incoming.text}")

    clock = HurriedMachine(scene.now)
    return Intake(
        scene.db, 1, router.handle, perform, nothing,
        calendar=clock, machine=clock, apologise=apologise,
    )  # fmt: skip


# Reprs -------------------------------------------------------------------------------------------

# Row ids, opaque ids, and words of ours: names of states, kinds, steps, zones, roles.
_MAY_BE_SEEN = """
id client person therapist assignment occurrence session entry subject ask edits dedupe key
ask_row callback data ref step stage state ask_state kind reason step_reached stages last
skipped locked halfway began role roles locale locale_hint languages zone country variant
worksheet sha256 sharing joining_step expecting digest_at digest_days quiet_from quiet_to
check code noun mime table note error rule fix field args counts beside root damage
quiet_days silence hours cover program column row seed begins persons change changes asked_on
held actor action
username bot_name published newest forms words countries sentence about
"""
TELLS = frozenset(_MAY_BE_SEEN.split())
"""Fields that may be seen. One that carries what people wrote is made with `repr=False`."""
NAMED_SO = {
    ("Age", "what"),
    ("Command", "name"),
    ("Country", "name"),
    ("Finding", "text"),
    ("Job", "name"),
    ("Listen", "host"),
    ("Running", "name"),
    ("Week", "days"),
    ("Sparing", "turns"),
    ("Contact", "colleague"),
    ("Pick", "value"),
    ("Pick", "labels"),
    ("Pick", "own"),
    ("House", "screened"),
    ("House", "operator"),
    ("_Softening", "pattern"),
    ("_Compiled", "name"),
    ("Alert", "carers"),
    ("Flagged", "alert"),
    ("Flagged", "tier"),
    ("Flagged", "rule"),
    ("Offer", "way"),
    ("Client", "agreed"),
    ("Material", "sheet"),
}
"""Fields called like a text of people that hold one of ours."""


def dataclasses_of_the_house() -> Iterator[type[Any]]:
    for room in ("bot", "scheduler", "homework", "conversations"):
        package = importlib.import_module(room)
        for found in pkgutil.walk_packages(package.__path__, f"{room}."):
            if found.name.startswith(("bot.demo", "bot.simulate")) or ".migrations" in found.name:
                continue  # the demo's people are invented, and live in its own process
            if found.name.endswith("__main__"):
                continue
            module = importlib.import_module(found.name)
            for one in vars(module).values():
                ours = isinstance(one, type) and one.__module__ == found.name
                if ours and dataclasses.is_dataclass(one):
                    yield one


@pytest.mark.parametrize(
    "kind", list(dataclasses_of_the_house()), ids=lambda kind: f"{kind.__module__}.{kind.__name__}"
)
def test_p1_reprs_tell_nothing_people_wrote(kind: type[Any]) -> None:
    one = object.__new__(kind)
    for each in dataclasses.fields(kind):
        hushed = each.name in TELLS or (kind.__name__, each.name) in NAMED_SO
        object.__setattr__(one, each.name, None if hushed else canary(each.type))
    assert WORD not in repr(one)
    assert "4242424" not in repr(one), "the messenger's number of a chat or user"


def canary(annotation: Any) -> Any:
    """A value for a field of this type that holds what somebody wrote, or a messenger id."""
    said = str(annotation)
    if said in ("<class 'bool'>", "<class 'datetime.datetime'>") or "Literal" in said:
        return None
    if said.startswith("<class 'int'>"):
        return None
    if any(word in said for word in ("Mapping", "dict[")):
        return MappingProxyType({"x": WORD})
    return WORD if any(word in said for word in ("str", "bytes", "Json", "object")) else None


@pytest.mark.parametrize("name", ["Incoming", "Posted", "Tell", "SetMenu", "LeaveChat", "Person"])
def test_p1_reprs_tell_no_messenger_ids(name: str) -> None:
    (kind,) = [one for one in dataclasses_of_the_house() if one.__name__ == name]
    shown = {each.name for each in dataclasses.fields(kind) if each.repr}
    assert not shown & {"chat", "chat_id", "user", "user_id", "tg_id"}


async def test_p1_reprs_of_what_really_happens(scene: Scene) -> None:
    """Whatever the router makes of words: none of it shows them."""
    one = scene.parties["A1"]
    await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
    incoming = scene.message(one.user, WORD)
    handled = await scene.happen(incoming)
    heard = await scene.deliver()
    current = await scene.open_session(one.user)
    assert current is not None and WORD in json.dumps(dict(current.answers))
    shown = repr((incoming, handled, [each.message for each in heard], current))
    shown += repr((await scene.client(one.client or ""), scene.db.sealer, scene.house.texts("en")))
    assert hits(shown, WORD, one.word, scene.parties["A"].word) == []
