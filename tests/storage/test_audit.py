"""P10: a line that is changed, taken out or put in afterwards shows in the hash of its day."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from structlog.testing import capture_logs

from homework.store import audit
from homework.store.database import Database
from scheduler import jobs
from scheduler.jobs import Workbench, tell_audit
from tests.support.hurried_clock import HurriedMachine

NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
DAY = date(2027, 3, 1)


async def lines(db: Database, *times: datetime) -> None:
    for place, at in enumerate(times):
        async with db.transaction(at) as unit:
            await audit.note(unit, f"p{place}", "read.entry", "c", f"e{place}")


async def hashed(db: Database, day: date = DAY) -> audit.Day:
    async with db.transaction(NOON) as unit:
        return await audit.of_day(unit, day)


async def test_p10_a_day_is_its_lines_and_no_others(db: Database) -> None:
    empty = await hashed(db)
    midnight = datetime(2027, 3, 1, 0, 0, tzinfo=UTC)
    last = timedelta(days=1) - timedelta(milliseconds=1)
    await lines(db, midnight - timedelta(milliseconds=1), midnight, NOON, midnight + last)
    await lines(db, midnight + timedelta(days=1))
    found = await hashed(db)
    assert (empty.lines, found.lines) == (0, 3) and found.sha256 != empty.sha256
    assert await hashed(db) == found, "it is counted the same again"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET actor = 'nobody' WHERE subject = 'e1'",
        "UPDATE audit SET at = at + 1 WHERE subject = 'e1'",
        "DELETE FROM audit WHERE subject = 'e1'",
        "INSERT INTO audit (id, at, actor, action) SELECT 'zz', at, actor, action FROM audit"
        " WHERE subject = 'e1'",
    ],
)
async def test_p10_who_goes_around_the_triggers_is_seen(
    db: Database, folder: Path, change: str
) -> None:
    await lines(db, NOON, NOON, NOON)
    before = await hashed(db)
    with closing(sqlite3.connect(folder / "homework.db", isolation_level=None)) as raw:
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(change)
    assert (await hashed(db)).sha256 != before.sha256


async def test_p10_the_log_is_told_each_day_once(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "log", structlog.get_logger())  # one that was not used yet
    await lines(db, NOON, NOON)
    bench = workbench(db, tmp_path, NOON + timedelta(days=1))
    with capture_logs() as said:
        await tell_audit(bench)
        await tell_audit(bench)
    found = await hashed(db)
    assert said == [
        {
            "event": "audit_day",
            "log_level": "info",
            "day": "2027-03-01",
            "lines": 2,
            "sha256": found.sha256,
        }
    ]


def workbench(db: Database, folder: Path, now: datetime) -> Workbench:
    clock = HurriedMachine(now)

    async def nothing() -> None:
        """Nobody looks."""

    def unheard() -> None:
        """Nobody listens."""

    return Workbench(
        db=db, due=None, calendar=clock, machine=clock, alive=nothing, wrote=unheard, backups=folder
    )  # type: ignore[arg-type]
