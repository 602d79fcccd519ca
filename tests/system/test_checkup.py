"""What the doctor finds, looked at one by one."""

import errno
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.checkup import (
    LEAST_ROOM,
    ROOM,
    alert_finding,
    clock_finding,
    crisis_findings,
    examine,
    flags_finding,
    room_finding,
)
from bot.endings import BUSY, SETTINGS, classify
from bot.identity import known_username, remember_username, start_link
from bot.settings import Settings
from homework.safety import confirmations, crisis
from homework.store.inspection import inspect

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "state"),
    [(0, "ok"), (2.9, "ok"), (-2, "ok"), (3.1, "warning"), (-2.1, "warning"), (90, "warning")],
)
def test_clocks_that_are_apart(seconds: float, state: str) -> None:
    found = clock_finding(NOW + timedelta(seconds=seconds), NOW)
    assert found.state == state
    assert not found.setting


@pytest.mark.parametrize(
    ("days", "state"), [(0, "ok"), (180, "ok"), (181, "warning"), (365, "warning"), (366, "wrong")]
)
def test_crisis_lines_grow_old(tmp_path: Path, days: int, state: str) -> None:
    today = date(2026, 3, 2)
    when = today - timedelta(days=days)
    confirmations.confirm(tmp_path, "GB", when, book=crisis.load(tmp_path))
    (found,) = crisis_findings(tmp_path, {"GB"}, today)
    assert found.state == state


def test_only_countries_with_clients_are_looked_at(tmp_path: Path) -> None:
    (none,) = crisis_findings(tmp_path, set(), NOW.date())
    assert none.state == "warning" and "before the first client" in none.text
    confirmations.confirm(tmp_path, "FR", NOW.date(), book=crisis.load(tmp_path))
    assert [one.state for one in crisis_findings(tmp_path, set(), NOW.date())] == ["ok"]
    found = crisis_findings(tmp_path, {"GB", "AQ"}, NOW.date())
    assert [one.state for one in found] == ["warning", "warning"]


def test_a_broken_file_of_ones_own_lines(tmp_path: Path) -> None:
    (tmp_path / crisis.OWN_FILE).write_text("[[country]]\ncode = 'XX'\n")
    (found,) = crisis_findings(tmp_path, {"GB"}, NOW.date())
    assert found.state == "wrong"


def test_the_bots_name_is_kept(tmp_path: Path) -> None:
    assert known_username(tmp_path) is None
    remember_username(tmp_path, "a_bot")
    assert known_username(tmp_path) == "a_bot"
    assert start_link("a_bot", "tok") == "https://t.me/a_bot?start=tok"
    for broken in ("", "[]", "{}", '{"username": 5}', "\x00"):
        (tmp_path / "bot.json").write_text(broken)
        assert known_username(tmp_path) is None


def test_the_bot_runs_where_there_is_no_room_for_its_name(tmp_path: Path) -> None:
    (tmp_path / "bot.new").mkdir()  # nothing can be written there
    remember_username(tmp_path, "a_bot")
    assert known_username(tmp_path) is None


@pytest.mark.parametrize(
    ("free", "size", "state"),
    [
        (ROOM, 0, "ok"),
        (ROOM - 1, 0, "warning"),
        (5 * ROOM, 4 * ROOM, "ok"),
        (5 * ROOM - 1, 4 * ROOM, "warning"),
        (LEAST_ROOM, 0, "warning"),
        (LEAST_ROOM - 1, 0, "wrong"),
        (0, 0, "wrong"),
    ],
)
def test_a_disk_that_gets_full_is_said_before_it_is(free: int, size: int, state: str) -> None:
    found = room_finding(free, size)
    assert found.state == state and ("make room" in found.text) == (state != "ok")
    assert not found.setting


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_full_disk_is_one_sentence_and_to_be_tried_again(number: int) -> None:
    ending = classify(OSError(number, os.strerror(number)))
    assert ending is not None and ending.exit_code == BUSY
    assert "make room" in str(ending)


def test_a_file_of_another_user_is_one_sentence_that_names_it() -> None:
    ending = classify(PermissionError(errno.EACCES, "Permission denied", "/data/homework.db"))
    assert ending is not None and ending.exit_code == SETTINGS
    assert "/data/homework.db" in str(ending) and "sudo -u" in str(ending)


async def test_the_doctor_of_another_user_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # a superuser may look everywhere
    settings = Settings(homework_data_dir=tmp_path, _env_file=None)
    found = {one.check: one async for one in examine(settings)}
    assert found["data folder"].state == "wrong" and "sudo -u" in found["data folder"].text
    assert found["data folder"].setting
    assert "database" not in found and "backups" not in found


async def test_the_doctor_says_that_the_disk_can_only_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.statvfs(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    flags = (*tuple(real)[:8], os.ST_RDONLY, real.f_namemax)
    monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result(flags))
    settings = Settings(homework_data_dir=tmp_path, _env_file=None)
    found = {one.check: one async for one in examine(settings)}
    assert found["data folder"].state == "wrong" and "only be read" in found["data folder"].text
    assert not found["data folder"].setting
    assert "sudo" not in found["data folder"].text


def test_inspecting_what_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    assert not inspect(path).exists
    path.touch()
    assert not inspect(path).holds_data
    path.write_bytes(b"not a database at all" * 100)
    found = inspect(path, thoroughly=True)
    assert found.damage
    assert found.holds_data
    assert path.read_bytes() == b"not a database at all" * 100


def test_an_alert_that_nobody_looks_at_has_somebody_to_go_to() -> None:
    alone = Settings(homework_operator_chat=None, _env_file=None)
    found = alert_finding(alone)
    assert found.state == "warning" and "HOMEWORK_OPERATOR_CHAT" in found.text
    assert not found.setting
    told = Settings(homework_operator_chat=4711, _env_file=None)
    assert alert_finding(told).state == "ok"


@pytest.mark.parametrize(
    ("languages", "flags", "said"),
    [
        ("en", "on", "is looked through; it misses things"),
        ("en,es,de", "on", "not looked through in es, de"),
        ("en,ru", "off", "not looked through in en, ru"),
    ],
)
def test_where_no_flag_will_come_is_said(languages: str, flags: str, said: str) -> None:
    given = {"homework_languages": languages, "homework_risk_flags": flags}
    assert said in flags_finding(Settings(_env_file=None, **given)).text  # type: ignore[arg-type]
