"""P12: copies made beside a busy writer, looked at before they count, thinned out by age."""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.identity import remember_username
from bot.lock import hold
from conversations.message import Message
from homework.outgoing import Outgoing
from homework.safety import crisis
from homework.safety.confirmations import FILE, confirm
from homework.store import backups, people, updates
from homework.store.backups import Backup, back_up, listed, newest, superfluous
from homework.store.database import Database, DatabaseUnavailable, upgrade
from homework.store.keyring import Keyring
from homework.store.restoring import restore
from homework.store.sealing import Sealer
from homework.store.tables import client, outbox
from homework.store.troubles import BackupBroken, DatabaseTooNew, KeyringError
from scheduler.due import Due
from scheduler.jobs import Workbench
from scheduler.jobs import back_up as hourly
from tests.support.hurried_clock import HurriedMachine
from tests.support.stores import MASTER, NOW, Cast, count, fill
from tests.support.turns import others_at_work


def where(folder: Path) -> Path:
    return folder / "backups"


def left_over(folder: Path) -> list[Path]:
    """What a restore that came to nothing left beside the database."""
    return list(folder.glob("homework.db.*"))


def spoil(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * page : 4096 * (page + 1)] = b"\xa5" * 4096
    path.write_bytes(content)


async def names(path: Path, keyring: Keyring) -> list[str]:
    """Every client's code name in a database, opened."""
    db = Database(f"sqlite:///{path}", Sealer(keyring))
    await db.open()
    async with db.transaction(NOW) as unit:
        keys = (await unit.conn.execute(select(client.c.id))).scalars().all()
        found = [await people.client_by_id(unit, key) for key in keys]
    await db.close()
    return [one.code_name for one in found if one]


# Making -------------------------------------------------------------------------------------------


async def test_p12_a_backup_is_whole_its_owners_alone_and_one_file(
    db: Database, cast: Cast, folder: Path, keyring: Keyring
) -> None:
    made = await back_up(db, where(folder), NOW)
    assert made.path.name == "homework-20260302T093000Z.db"
    assert listed(where(folder)) == [made]
    assert [one.name for one in where(folder).iterdir()] == [made.path.name]
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert where(folder).stat().st_mode & 0o777 == 0o700
    assert await names(made.path, keyring) == ["Fox"]


async def test_p1_a_backup_holds_no_word_in_the_clear(
    db: Database, cast: Cast, folder: Path
) -> None:
    canary = "Kanarienvogel-5721"
    async with db.transaction(NOW) as unit:
        key = await people.add_client(unit, cast.therapist, canary, is_self=False)
        await updates.bury(unit, 1, canary.encode(), "ValueError")
        unit.post(Outgoing(cast.person, key, "ack", Message(canary), dedupe="a key"))
    body = (await back_up(db, where(folder), NOW)).path.read_bytes()
    assert canary.encode() not in body
    assert b"Fox" not in body
    for wrapped in sqlite3.connect(folder / "keyring.db").execute(
        "SELECT wrapped FROM wrapped_key"
    ):
        assert wrapped[0] not in body, "keys never go with the data"


async def test_p12_a_copy_beside_a_busy_writer_is_one_moment_and_starves_nobody(
    db: Database, cast: Cast, folder: Path
) -> None:
    """The writer goes on meanwhile; each copy holds whole transactions of two rows each."""
    await fill(db, 20_000)
    written, done = 0, asyncio.Event()

    async def write() -> None:
        nonlocal written
        while not done.is_set():
            first = 100_000 + 2 * written
            async with db.transaction(NOW) as unit:
                await updates.claim(unit, 1, [first, first + 1])
            written += 1

    writing = asyncio.create_task(write())
    for number in range(5):
        before = written
        made = await back_up(db, where(folder), NOW + timedelta(seconds=number))
        assert written > before, "nobody wrote meanwhile"
        with closing(sqlite3.connect(made.path)) as copy:
            query = "SELECT count(*) FROM update_claim"
            (rows,) = copy.execute(query).fetchone()
        assert 20_000 + 2 * before <= rows <= 20_000 + 2 * written
        assert rows % 2 == 0
    done.set()
    await writing
    assert await count(db) == 20_000 + 2 * written


async def test_p12_the_event_loop_is_not_held_by_a_copy(
    db: Database, cast: Cast, folder: Path
) -> None:
    """Other tasks run many times while some ten megabytes are copied and looked at."""
    await fill(db, 150_000)
    async with others_at_work() as others:
        await asyncio.sleep(0)
        before = others.had
        await back_up(db, where(folder), NOW)
        assert others.had - before > 100


# Looking at them ----------------------------------------------------------------------------------


async def test_p12_a_copy_of_a_damaged_database_is_refused_and_thrown_away(
    db: Database, cast: Cast, folder: Path
) -> None:
    await fill(db, 20_000)
    good = await back_up(db, where(folder), NOW)
    spoil(folder / "homework.db", (folder / "homework.db").stat().st_size // 4096 // 2)
    with pytest.raises(BackupBroken):
        await back_up(db, where(folder), NOW + timedelta(hours=1))
    assert listed(where(folder)) == [good], "the good one stays"
    assert len(list(where(folder).iterdir())) == 1


async def test_p12_a_copy_whose_words_do_not_open_is_refused(
    db: Database, cast: Cast, folder: Path
) -> None:
    async with db.transaction(NOW) as unit:
        other = await people.add_client(unit, cast.therapist, "Owl", is_self=False)
        stolen = select(client.c.code_name).where(client.c.id == other).scalar_subquery()
        await unit.conn.execute(
            update(client).where(client.c.id == cast.client).values(code_name=stolen)
        )
    with pytest.raises(BackupBroken, match="client"):
        await back_up(db, where(folder), NOW)
    assert list(where(folder).iterdir()) == []


async def test_p12_no_room_leaves_nothing_behind(db: Database, cast: Cast, folder: Path) -> None:
    where(folder).write_text("in the way")
    with pytest.raises(DatabaseUnavailable):
        await back_up(db, where(folder), NOW)
    assert where(folder).read_text() == "in the way"


async def test_p12_rows_that_are_missing_are_noticed(
    db: Database, cast: Cast, folder: Path
) -> None:
    made = await back_up(db, where(folder), NOW)
    backups.examine(made.path, {**_counted(made.path)})
    with pytest.raises(BackupBroken, match="rows"):
        backups.examine(made.path, {**_counted(made.path), "person": 2})


def _counted(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as copy:
        tables = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: copy.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for (name,) in tables
            if name != "alembic_version"
        }


# Keeping ------------------------------------------------------------------------------------------


def at(moment: datetime) -> Backup:
    return Backup(Path(f"{moment:%Y%m%d%H%M}"), moment)


def test_p12_of_two_months_of_hours_24_hours_and_30_days_stay() -> None:
    start = datetime(2027, 1, 1, tzinfo=UTC)
    there = [at(start + timedelta(hours=number)) for number in range(60 * 24)]
    gone = superfluous(there)
    kept = sorted(one.at for one in there if one not in gone)
    hours = [start + timedelta(hours=60 * 24 - 24 + number) for number in range(24)]
    days = [start + timedelta(days=day, hours=23) for day in range(30, 60)]
    assert kept == sorted({*hours, *days})


def test_p12_of_one_hour_the_newest_stays_and_gaps_cost_nothing() -> None:
    start = datetime(2027, 1, 1, tzinfo=UTC)
    there = [at(start), at(start + timedelta(minutes=5)), at(start + timedelta(days=90))]
    assert superfluous(there) == [there[0]]
    assert superfluous(list(reversed(there))) == [there[0]]
    assert superfluous([]) == []


async def test_p12_old_ones_go_when_a_new_one_is_there_and_no_other_file(
    db: Database, cast: Cast, folder: Path
) -> None:
    first = await back_up(db, where(folder), NOW)
    (where(folder) / "mine.db").write_text("x")
    (where(folder) / "homework-old.db").write_text("x")
    second = await back_up(db, where(folder), NOW + timedelta(minutes=10))
    assert listed(where(folder)) == [second]
    assert not first.path.exists()
    assert len(list(where(folder).iterdir())) == 3


async def test_p12_the_job_makes_one_an_hour_however_often_it_runs(
    db: Database, cast: Cast, folder: Path
) -> None:
    machine = HurriedMachine(NOW, speed=1)

    async def alive() -> None:
        """Tell nobody."""

    due = Due(db, machine, {})
    bench = Workbench(db, due, machine, machine, alive, lambda: None, where(folder))
    for minutes in (0, 5, 50):
        machine.skip(minutes * 60)
        await hourly(bench)
        assert len(listed(where(folder))) == 1
    machine.skip(6 * 60)
    await hourly(bench)
    assert len(listed(where(folder))) == 2
    machine.skip(-86_400)  # a clock that was put back does not end the backups
    await hourly(bench)
    assert len(listed(where(folder))) == 3


async def test_p12_what_a_clock_ahead_of_time_made_counts_for_nothing_and_pushes_none_out(
    db: Database, cast: Cast, folder: Path
) -> None:
    where(folder).mkdir()
    for day in range(31):
        at = NOW + timedelta(days=365 + day)
        (where(folder) / f"homework-{at:%Y%m%dT%H%M%SZ}.db").write_bytes(b"")
    assert newest(where(folder), NOW) is None
    made = await back_up(db, where(folder), NOW)
    assert made.path.exists()
    assert newest(where(folder), NOW + timedelta(hours=3)) == made


# Restoring ----------------------------------------------------------------------------------------


async def test_p12_restore_puts_the_old_data_back_and_keeps_what_it_replaced(
    db: Database, cast: Cast, folder: Path, keyring: Keyring
) -> None:
    made = await back_up(db, where(folder), NOW)
    async with db.transaction(NOW) as unit:
        await people.add_client(unit, cast.therapist, "Owl", is_self=False)
    await db.close()
    database = folder / "homework.db"
    replaced = await restore(made.path, database, Sealer(keyring), NOW)
    assert replaced == folder / "homework.db.replaced-20260302T093000Z"
    assert await names(database, keyring) == ["Fox"]
    assert sorted(await names(replaced, keyring)) == ["Fox", "Owl"]
    assert database.stat().st_mode & 0o777 == 0o600
    assert not (folder / "homework.db.new").exists()


async def test_p6_restore_brings_nobody_back_who_was_erased(
    db: Database, cast: Cast, folder: Path, keyring: Keyring
) -> None:
    async with db.transaction(NOW) as unit:
        await people.add_client(unit, cast.therapist, "Owl", is_self=False)
    made = await back_up(db, where(folder), NOW)
    keyring.destroy(cast.client)
    await db.close()
    await restore(made.path, folder / "homework.db", Sealer(keyring), NOW)
    again = Database(f"sqlite:///{folder / 'homework.db'}", Sealer(keyring))
    await again.open()
    async with again.transaction(NOW) as unit:
        rows = (await unit.conn.execute(select(client.c.id, client.c.code_name))).all()
    await again.close()
    opened = [
        Sealer(keyring).open("client", "code_name", row.id, row.id, row.code_name) for row in rows
    ]
    assert opened == ["Owl"]


async def test_restore_replaces_a_damaged_database_and_its_journal(
    db: Database, cast: Cast, folder: Path, keyring: Keyring
) -> None:
    """What a journal would put back belongs to the old pages, never to the new ones."""
    made = await back_up(db, where(folder), NOW)
    await db.close()
    database = folder / "homework.db"
    database.write_bytes(b"not a database" * 1000)
    journal = folder / "homework.db-journal"
    journal.write_bytes(b"left behind" * 100)
    replaced = await restore(made.path, database, Sealer(keyring), NOW)
    assert replaced is not None
    assert replaced.read_bytes().startswith(b"not a database")
    assert not journal.exists()
    assert await names(database, keyring) == ["Fox"]


@pytest.mark.parametrize("what", ["damaged", "empty", "no database", "nobody", "newer", "foreign"])
async def test_restore_refuses_what_it_cannot_use_and_changes_nothing(
    db: Database, cast: Cast, folder: Path, blank: Path, keyring: Keyring, what: str
) -> None:
    file = folder / "given.db"
    shutil.copy((await back_up(db, where(folder), NOW)).path, file)
    await db.close()
    expected: tuple[type[Exception], ...] = (BackupBroken,)
    sealer = Sealer(keyring)
    match what:
        case "damaged":
            spoil(file, 5)
        case "empty":
            file.write_bytes(b"")
        case "no database":
            file.write_bytes(b"words, words" * 1000)
        case "nobody":
            shutil.copy(blank, file)
        case "newer":
            with closing(sqlite3.connect(file)) as there, there:
                there.execute("UPDATE alembic_version SET version_num = '9999'")
            expected = (DatabaseTooNew,)
        case _:
            (folder / "elsewhere").mkdir()
            sealer = Sealer(Keyring.open(folder / "elsewhere" / "keyring.db", MASTER))
            expected = (BackupBroken, KeyringError)
    before = (folder / "homework.db").read_bytes()
    with pytest.raises(expected):
        await restore(file, folder / "homework.db", sealer, NOW)
    sealer.keyring.close()
    assert (folder / "homework.db").read_bytes() == before
    assert not left_over(folder)


async def test_a_restored_message_body_opens(
    db: Database, cast: Cast, folder: Path, keyring: Keyring
) -> None:
    async with db.transaction(NOW) as unit:
        unit.post(Outgoing(cast.person, cast.client, "ack", Message("Well"), dedupe="one"))
    made = await back_up(db, where(folder), NOW)
    await db.close()
    await restore(made.path, folder / "homework.db", Sealer(keyring), NOW)
    again = Database(f"sqlite:///{folder / 'homework.db'}", Sealer(keyring))
    await again.open()
    async with again.transaction(NOW) as unit:
        row = (await unit.conn.execute(select(outbox))).one()
        body = unit.sealer.open("outbox", "body", row.id, row.client_id, row.body)
    await again.close()
    assert "Well" in body


async def test_p12_what_a_superuser_makes_belongs_to_whom_its_folder_belongs(
    db: Database, cast: Cast, folder: Path, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bot's user has to open it; a command may have been typed by another."""
    given: set[int] = set()
    there = os.fstat

    def anothers(number: int) -> os.stat_result:
        return os.stat_result((*there(number)[:4], 4242, 4242, *there(number)[6:]))

    def give(number: int, user: int, group: int) -> None:
        assert (user, group) == (folder.stat().st_uid, folder.stat().st_gid)
        given.add(there(number).st_ino)

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "fstat", anothers)
    monkeypatch.setattr(os, "fchown", give)
    made = await back_up(db, where(folder), NOW)
    await db.close()
    await restore(made.path, folder / "homework.db", Sealer(keyring), NOW)
    upgrade(f"sqlite:///{folder / 'first.db'}")
    confirm(folder, "GB", NOW.date(), book=crisis.load())
    remember_username(folder, "a_bot")
    with hold(folder / "first.lock"):
        names = ["backups", "homework.db", "first.db", FILE, "bot.json", "first.lock"]
    assert {(folder / name).stat().st_ino for name in names} | {made.path.stat().st_ino} <= given
