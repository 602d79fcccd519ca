"""Two practices next door to each other, and whose each of their rows is."""

import shutil
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from homework import joining
from homework.store import (
    people,
)
from homework.store.database import Unit
from homework.store.tables import metadata
from tests.support.given_work import give_agreements, give_work
from tests.support.scene import Party, Scene, scene_in

USERS = {"A": 11, "B": 22, "A1": 111, "A2": 112, "B1": 221}
LATE = {"joining": 301, "unconfirmed": 302, "under_age": 303, "paused": 304, "removed": 305}


@dataclass(frozen=True)
class Settled:
    """Where two practices lie on the disk, who is in them, and when it is there."""

    folder: Path
    parties: Mapping[str, Party]
    now: datetime


async def settle(folder: Path) -> Settled:
    """Let the two practices come to be in `folder`.

    A and B are therapists; A1, A2, B1 their clients at work; B is also their own client. Around
    them: somebody joining, somebody unconfirmed, under age, paused; a removed therapist with a
    form open.
    """
    async with scene_in(folder) as scene:
        for name in ("A", "B"):
            await scene.therapist(name, USERS[name])
        for name in ("A1", "A2", "B1"):
            party, token = await scene.invite(scene.parties[name[0]], name, USERS[name])
            await give_work(scene, await scene.joins(party, token))
        await _people_around(scene)
        await _tries_it(scene, scene.parties["B"])
        await scene.begin_form(scene.parties["A"], scene.parties["A1"])
        await scene.begin_form(scene.parties["B"], scene.parties["B1"])
        await scene.deliver()
        return Settled(folder, scene.parties, scene.now)


async def _people_around(scene: Scene) -> None:
    carer = scene.parties["B"]
    for name, until in (("joining", "consent"), ("unconfirmed", "unconfirmed")):
        party, token = await scene.invite(carer, name, LATE[name])
        await scene.joins(party, token, until=until)
    party, token = await scene.invite(carer, "under_age", LATE["under_age"])
    await scene.joins(party, token, until="age")
    await scene.tap(party.user, "1:join~age:no")
    party, token = await scene.invite(carer, "paused", LATE["paused"])
    await scene.joins(party, token)
    await give_agreements(scene, party)
    await scene.say(party.user, "/pause 2 weeks")
    removed = await scene.therapist("removed", LATE["removed"])
    party, token = await scene.invite(removed, "R1", 331)
    await scene.joins(party, token)
    await scene.begin_form(removed, party)
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, removed.therapist or "")


async def _tries_it(scene: Scene, carer: Party) -> None:
    """The therapist becomes a client of their own, and works."""
    seen = await scene.tap(carer.user, "1:invite~:self")
    for label in ("Yes, 18", "I agree", "United King"):
        seen = await scene.press(carer.user, seen, label)
    async with scene.looking() as unit:
        who = await people.actor(unit, carer.user)
    assert who.client is not None and who.client.state == "active"
    carer.client, carer.carer = who.client.id, carer.name
    await give_work(scene, carer)


@asynccontextmanager
async def copied(settled: Settled, target: Path) -> AsyncGenerator[Scene]:
    """A scene over a copy of what `settle` made."""
    for name in ("homework.db", "keyring.db"):
        shutil.copy(settled.folder / name, target / name)
    async with scene_in(target, settled.now) as scene:
        scene.parties = {
            name: replace(party, ids=dict(party.ids)) for name, party in settled.parties.items()
        }
        yield scene


Rows = dict[tuple[str, object], Mapping[str, Any]]


async def all_rows(unit: Unit) -> Rows:
    """Return every row of every table, by table and primary key."""
    found: Rows = {}
    for table in metadata.sorted_tables:
        result = await unit.conn.exec_driver_sql(f'SELECT * FROM "{table.name}"')  # noqa: S608
        names = list(result.keys())
        for row in result:
            values = dict(zip(names, row, strict=True))
            key = tuple(values[column.name] for column in table.primary_key.columns)
            found[table.name, key] = values
    return found


async def belongings(unit: Unit, party: Party) -> set[object]:
    """Return the row ids that may change by what this party does: their own and their clients'."""
    who = await people.actor(unit, party.user)
    mine: set[object] = {unit.sealer.index(party.user)}
    if who.person:
        mine.add(who.person.id)
    if who.client:
        mine.add(who.client.id)
    if who.therapist:
        mine.add(who.therapist.id)
        mine |= {one.id for one in await people.clients_of(unit, who.therapist.id)}
    return mine


def grown(rows: Rows, mine: set[object]) -> set[object]:
    """Return `mine` and the ids of all rows that name one of them, or a row of theirs."""
    own, more = set(mine), True
    while more:
        found = {
            key[1][0]  # type: ignore[index]
            for key, row in rows.items()
            if key[0] not in ROOTS and any(row.get(name) in own for name in OWNERS)
        }
        more = not found <= own
        own |= found
    return own


def without(rows: Rows, mine: set[object]) -> Rows:
    """Return the rows that belong to none of `mine`: that name neither them nor a row of theirs."""
    own = grown(rows, mine)
    return {
        key: row
        for key, row in rows.items()
        if row.get("id") not in own and not any(row.get(name) in own for name in OWNERS)
    }


ROOTS = ("person", "therapist", "client", "care")
OWNERS = (
    "owner",
    "client_id",
    "client_ref",
    "person_id",
    "therapist_id",
    "assignment_id",
    "session_id",
    "outbox_id",
    "tg_index",
    "actor",
    "subject",
)
