"""Two processes on one database lose nothing."""

import asyncio
import sys
from pathlib import Path

from sqlalchemy import select, update

from homework.store.database import (
    Database,
)
from homework.store.tables import client
from tests.support.stores import NOW, Cast

INCREMENT = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import select, update
from homework.store.database import Database
from homework.store.keyring import Keyring
from homework.store.sealing import Sealer
from homework.store.tables import client

async def main(folder, times):
    keyring = Keyring.open(Path(folder) / "keyring.db", bytes(range(32)))
    db = Database(f"sqlite:///{folder}/homework.db", Sealer(keyring), busy_ms=60_000)
    await db.open()
    for _ in range(times):
        async with db.transaction(datetime(2026, 1, 1, tzinfo=UTC)) as unit:
            read = (await unit.conn.execute(select(client.c.revision))).scalar_one()
            await unit.conn.execute(update(client).values(revision=read + 1))
    await db.close()
    keyring.close()

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


async def test_rule_4_8_two_processes_that_count_lose_nothing(
    db: Database, cast: Cast, folder: Path
):
    async with db.transaction(NOW) as unit:
        await unit.conn.execute(update(client).values(revision=0))
    command = [sys.executable, "-c", INCREMENT, str(folder), "60"]
    root = Path(__file__).parents[2]
    running = [await asyncio.create_subprocess_exec(*command, cwd=root) for _ in range(2)]
    assert [await process.wait() for process in running] == [0, 0]
    async with db.transaction(NOW) as unit:
        assert (await unit.conn.execute(select(client.c.revision))).scalar_one() == 120
