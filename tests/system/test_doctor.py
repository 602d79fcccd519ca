"""`homework doctor`: what it finds, and that it makes nothing."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from homework.store.database import upgrade
from homework.store.keyring import Keyring
from tests.support.command_line import Run, everything_in, states

pytestmark = pytest.mark.system


def test_the_doctor_on_a_healthy_house(homework: Run, ready: Path) -> None:
    homework("therapist", "invite", "Dr A")
    assert states(homework("doctor", "--json"))["backups"] == "warning"
    assert states(homework("doctor", "--json"))["crisis lines"] == "warning"
    assert homework("crisis", "confirm", "GB", typed="y\n").returncode == 0
    assert homework("backup").returncode == 0
    done = homework("doctor", "--json", HOMEWORK_OPERATOR_CHAT="4711")
    found = states(done)
    assert done.returncode == 0
    assert json.loads(done.stdout)["ok"] is True
    assert found.pop("messenger") == "warning"
    assert set(found.values()) == {"ok"}
    assert {"token", "key", "keyring", "database", "languages", "crisis lines", "disk"} <= set(
        found
    )
    told = homework("doctor", HOMEWORK_OPERATOR_CHAT="4711").stdout
    assert told.count("\n") == len(found) + 1
    assert states(homework("doctor", "--json"))["alerts"] == "warning", "nobody stands in"


def test_the_doctor_names_a_backup_that_a_clock_ahead_of_time_made(
    homework: Run, ready: Path
) -> None:
    assert homework("backup").returncode == 0
    (ready / "data" / "backups" / "homework-29990101T000000Z.db").write_bytes(b"")
    done = homework("doctor")
    assert "WARNING  backups: homework-29990101T000000Z.db is dated ahead of now" in done.stdout
    assert done.returncode == 0


def test_the_doctor_warns_of_each_language_that_nobody_has_read(homework: Run, ready: Path) -> None:
    done = homework("doctor", "--json", HOMEWORK_LANGUAGES="en,de,ru")
    assert done.returncode == 0
    found = [one for one in json.loads(done.stdout)["findings"] if one["check"] == "language"]
    assert [(one["state"], one["text"][:2]) for one in found] == [
        ("warning", "de"),
        ("warning", "ru"),
    ]


def test_the_doctor_before_anything_was_made_makes_nothing(homework: Run, home: Path) -> None:
    before = everything_in(home)
    assert homework("doctor").returncode == 0
    assert everything_in(home) == before
    assert not (home / "data").exists()


def test_the_doctor_finds_a_wrong_setting(homework: Run, ready: Path) -> None:
    (ready / "master.key").chmod(0o644)
    done = homework("doctor", "--json")
    assert done.returncode == 78
    assert states(done)["key"] == "wrong"


def test_the_doctor_warns_of_a_token_that_others_may_read(homework: Run, ready: Path) -> None:
    (ready / ".env").chmod(0o644)
    assert states(homework("doctor", "--json"))["token"] == "warning"
    assert "chmod 600 .env" in homework("doctor").stdout


def test_the_doctor_finds_a_damaged_database(homework: Run, ready: Path) -> None:
    homework("therapist", "invite", "Dr A")
    path = ready / "data" / "homework.db"
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 12] = b"\xa5" * (4096 * 9)
    path.write_bytes(content)
    done = homework("doctor", "--json")
    assert done.returncode == 1
    assert states(done)["database"] == "wrong"
    assert "put a copy back: homework restore FILE" in homework("doctor").stdout


@pytest.mark.parametrize("how", ["gone", "empty", "made anew"])
def test_a_lost_database_is_missed_where_clients_have_keys(
    homework: Run, ready: Path, how: str
) -> None:
    homework("therapist", "invite", "Dr A")
    with closing(Keyring.open(ready / "data" / "keyring.db", bytes(range(32)))) as keyring:
        keyring.make("01m8fxnbx6e0092xhqc07jsaeg")
    assert homework("doctor").returncode == 0
    path = ready / "data" / "homework.db"
    path.unlink()
    if how == "empty":
        path.touch()
    elif how == "made anew":
        upgrade(f"sqlite:///{path}")
    done = homework("doctor", "--json")
    assert (done.returncode, states(done)["database"]) == (78, "wrong")
    assert "put a copy back with: homework restore FILE" in homework("doctor").stdout
    refused = homework("run")
    assert refused.returncode == 78 and "holds the keys of clients" in refused.stderr
    assert homework("therapist", "invite", "Dr B").returncode == 78


def test_the_doctor_misses_the_keyring(homework: Run, ready: Path) -> None:
    homework("therapist", "invite", "Dr A")
    (ready / "data" / "keyring.db").unlink()
    done = homework("doctor", "--json")
    assert done.returncode == 1
    assert states(done)["keyring"] == "wrong"
    assert not (ready / "data" / "keyring.db").exists()
