"""What is known when the bot has stopped: everything that people did and saw, and what is stored.

Four witnesses, gathered here and judged in `history.py` and `sendings.py`: the people, the
messenger, the edge of the sender (which outbox row each try was for), and the database, opened with
its key. It is plain data, so that a test can doctor it.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from bot.demo.world import World
from bot.opening import opened
from bot.settings import Settings
from homework.store.database import Unit
from homework.store.packing import unpack
from homework.store.tables import (
    answer,
    dead_update,
    entry,
    occurrence,
    outbox,
    person,
    session,
    timer,
    update_claim,
)
from tests.support.patients import Patient, Said
from tests.support.premises import Premises


@dataclass
class Testimony:
    """What one client says that they did; see `Patient`."""

    __test__ = False

    name: str
    chat: int
    said: list[Said]
    rewritten: list[Said]
    skipped: set[str]
    told: set[str]


@dataclass(frozen=True)
class Shown:
    """A message of the bot as it stands on a screen."""

    chat: int
    text: str
    buttons: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """One answer row, opened."""

    session: str
    seq: int
    step: str
    how: str
    value: Any
    message_id: int | None


@dataclass
class Evidence:
    """Everything. Rows of the outbox carry their `chat`; `sends` is the messenger's log.

    `tries`: the notes of the sender's edge. `forbidden`: chats that refused the bot at some time.
    `shuffled`: messages that were handed to the bot in an order of chance. `made` and `claimed`:
    ids of updates. `garbage`: how many updates were nonsense.
    """

    people: list[Testimony] = field(default_factory=list[Testimony])
    sends: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    screens: dict[int, Shown] = field(default_factory=dict[int, Shown])
    tries: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    answers: list[Answered] = field(default_factory=list[Answered])
    outbox: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    sheets: dict[str, str] = field(default_factory=dict[str, str])
    entries: list[str] = field(default_factory=list[str])
    partial: set[str] = field(default_factory=set[str])
    occurrences: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    parked: list[str] = field(default_factory=list[str])
    buried: list[str] = field(default_factory=list[str])
    made: set[int] = field(default_factory=set[int])
    claimed: set[int] = field(default_factory=set[int])
    garbage: int = 0
    shuffled: set[int] = field(default_factory=set[int])
    forbidden: set[int] = field(default_factory=set[int])


async def gather(
    here: Premises, patients: Sequence[Patient], *, claimed: Collection[int] = (), garbage: int = 0
) -> Evidence:
    """Ask all witnesses. The bot must have stopped. `claimed`: what was seen in earlier looks."""
    world: Any = here.emulator.world
    found = Evidence(
        people=[
            Testimony(p.phone.name, p.phone.chat, p.said, p.rewritten, p.skipped, p.told)
            for p in patients
        ],
        sends=list(world.sends),
        screens=_screens(here.emulator.world),
        tries=_tries(here),
        made=set(world.queue.made),
        claimed=set(claimed),
        garbage=garbage,
        shuffled={
            item.raw["message"]["message_id"]
            for item in world.queue.shuffled
            if "message" in item.raw and "message_id" in (item.raw["message"] or {})
        },
        forbidden={one["chat"] for one in world.calls if one["code"] == 403},
    )
    settings = Settings(
        homework_data_dir=here.data, homework_key_file=here.folder / "key", _env_file=None
    )
    async with opened(settings) as db, db.transaction(here.calendar.now()) as unit:
        await _open(found, unit)
    return found


def _screens(world: World) -> dict[int, Shown]:
    return {
        one.id: Shown(
            one.chat,
            one.content.text,
            tuple(str(b.get("callback_data")) for row in one.keyboard for b in row),
        )
        for one in world.letters.values()
        if one.sender is None
    }


def _tries(here: Premises) -> list[dict[str, Any]]:
    with (here.folder / "attempts").open() as lines:
        return [json.loads(line) for line in lines]


async def _open(found: Evidence, unit: Unit) -> None:
    sealer, conn = unit.sealer, unit.conn
    people = (await conn.execute(select(person.c.id, person.c.tg_id))).all()
    chats = {one.id: int(sealer.open("person", "tg_id", one.id, None, one.tg_id)) for one in people}
    found.answers = [
        Answered(
            row.session_id,
            row.seq,
            row.step_id,
            row.how,
            unpack(sealer.open("answer", "value", row.id, row.client_id, row.value)),
            row.message_id,
        )
        for row in await conn.execute(select(answer).order_by(answer.c.session_id, answer.c.seq))
    ]
    found.outbox = [
        {**row, "chat": chats[row["person_id"]]}
        for row in (await conn.execute(select(outbox).order_by(outbox.c.id))).mappings()
    ]
    sheets = select(session.c.id, session.c.status).where(session.c.kind == "worksheet")
    found.sheets = {row.id: row.status for row in await conn.execute(sheets)}
    for row in await conn.execute(select(entry.c.session_id, entry.c.state)):
        found.entries.append(row.session_id)
        if row.state == "partial":
            found.partial.add(row.session_id)
    found.occurrences = [dict(row) for row in (await conn.execute(select(occurrence))).mappings()]
    parked = select(timer.c.kind).where(timer.c.parked_error.is_not(None))
    found.parked = [*(await conn.execute(parked)).scalars()]
    found.buried = [*(await conn.execute(select(dead_update.c.error))).scalars()]
    found.claimed |= set((await conn.execute(select(update_claim.c.update_id))).scalars())
