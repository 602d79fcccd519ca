"""P4: a new master key under a busy bot, and a death between any two steps and within one."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot import keyfile
from bot.endings import Failed
from bot.keyfile import keys_there, new_key, next_path, read_key, settled_key
from bot.rotating import rotate
from homework.store.keyring import BACKUP_NAME, Keyring
from homework.store.troubles import KeyDestroyed, KeyringError

STEPS = ["written", "wrapped", "in place"]
CLIENTS = [f"client{number}" for number in range(40)]

_DIES = """
import os, signal, sys
from pathlib import Path
from bot.keyfile import read_key, keys_there
from bot.rotating import rotate
from homework.store.keyring import Keyring

home, steps, after = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
path, data = home / "key", home / "data"
keyring = Keyring.open(data / "keyring.db", read_key(path, data), lambda: keys_there(path, data))
if after:
    signal.setitimer(signal.ITIMER_REAL, after)  # nobody handles it: the process dies at once
for number, step in enumerate(rotate(path, data, keyring, data / "keyring.db"), 1):
    print(step, flush=True)
    if number == steps:
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir(mode=0o700)
    new_key(tmp_path / "key", tmp_path / "data", tmp_path / "data" / "keyring.db")
    keyring = opened(tmp_path)
    keyring.make_all(CLIENTS)
    keyring.destroy("client7")
    keyring.close()
    return tmp_path


def opened(home: Path) -> Keyring:
    """As every command and the bot open it."""
    path, data = home / "key", home / "data"
    return Keyring.open(data / "keyring.db", read_key(path, data), lambda: keys_there(path, data))


def steps(home: Path, keyring: Keyring) -> list[str]:
    return [*rotate(home / "key", home / "data", keyring, home / "data" / "keyring.db")]


def contents(keyring: Keyring) -> dict[str | None, tuple[bytes, bytes]]:
    with pytest.raises(KeyDestroyed):
        keyring.key("client7")
    alive: list[str | None] = [None, *(one for one in CLIENTS if one != "client7")]
    return {one: keyring.key(one) for one in alive} | {"": (b"", keyring.index_key)}


def die(home: Path, *, steps: int = 0, after: float = 0.0) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _DIES, str(home), str(steps), str(after)],
        capture_output=True,
        text=True,
        timeout=60,
    )


def whole(home: Path, before: dict[str | None, tuple[bytes, bytes]]) -> None:
    """Everything opens after the death; the next try finishes; only the newest key opens then."""
    again = opened(home)
    assert contents(again) == before
    again.make("late")  # as a bot would that was started in between
    late = again.key("late")
    again.close()
    old = keys_there(home / "key", home / "data")
    keyring = opened(home)
    assert steps(home, keyring) == STEPS
    keyring.close()
    assert not next_path(home / "key").exists()
    finished = opened(home)
    assert contents(finished) == before
    assert finished.key("late") == late
    finished.close()
    now = read_key(home / "key", home / "data")
    for one in old:
        if one != now:
            with pytest.raises(KeyringError):
                Keyring.open(home / "data" / "keyring.db", one)


def test_p4_after_a_rotation_the_old_key_opens_nothing_and_every_key_is_what_it_was(
    home: Path,
) -> None:
    keyring = opened(home)
    before, old = contents(keyring), read_key(home / "key", home / "data")
    assert steps(home, keyring) == STEPS
    assert contents(keyring) == before
    keyring.close()
    assert (home / "key").stat().st_mode & 0o777 == 0o600
    assert [one.name for one in home.iterdir() if one.is_file()] == ["key"]
    fresh = opened(home)
    assert contents(fresh) == before
    assert fresh.tombstones() == {"client7"}
    fresh.close()
    for name in ("keyring.db", BACKUP_NAME):
        with pytest.raises(KeyringError, match="does not fit"):
            Keyring.open(home / "data" / name, old)


def test_p4_the_new_key_is_the_old_ones_owners_whoever_turns_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bot reads it as its own user, while a superuser may have turned it."""
    given: dict[int, tuple[int, int]] = {}
    there = os.fstat

    def elsewhere(number: int) -> os.stat_result:
        return os.stat_result((*there(number)[:4], 4242, 4242, *there(number)[6:]))

    monkeypatch.setattr(os, "fstat", elsewhere)
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    def give(number: int, user: int, group: int) -> None:
        given[there(number).st_ino] = user, group

    monkeypatch.setattr(os, "fchown", give)
    keyring = opened(home)
    assert steps(home, keyring) == STEPS
    keyring.close()
    assert given[(home / "key").stat().st_ino] == (os.getuid(), os.getgid())


@pytest.mark.parametrize("number", [1, 2, 3])
def test_p4_a_death_after_each_step_loses_no_key(home: Path, number: int) -> None:
    keyring = opened(home)
    before = contents(keyring)
    keyring.close()
    done = die(home, steps=number)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert done.stdout.split("\n")[number - 1] == STEPS[number - 1]
    whole(home, before)


def test_p4_a_key_is_not_handed_out_while_another_takes_its_place(home: Path) -> None:
    path, data = home / "key", home / "data"
    before = settled_key(path, data)
    keyring = opened(home)
    for step in rotate(path, data, keyring, data / "keyring.db"):
        if step != STEPS[-1]:
            with pytest.raises(Failed, match="being changed"):
                settled_key(path, data)
    keyring.close()
    after = settled_key(path, data)
    assert after != before
    Keyring.open(data / "keyring.db", after).close()


def test_p4_no_key_is_handed_out_that_was_changed_while_it_was_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last step comes between the reading of the old key and the look for a next one."""
    path, data = home / "key", home / "data"
    keyring = opened(home)
    last = rotate(path, data, keyring, data / "keyring.db")
    assert [next(last), next(last)] == STEPS[:2]

    def late(of: Path) -> Path:
        next(last, None)
        return next_path(of)

    monkeypatch.setattr(keyfile, "next_path", late)
    with pytest.raises(Failed, match="being changed"):
        settled_key(path, data)
    keyring.close()


def test_p4_deaths_at_any_moment_lose_no_key(home: Path) -> None:
    """From before the first write to after the last; each try goes on from what it found."""
    keyring = opened(home)
    before = contents(keyring)
    keyring.close()
    died = 0
    for number in range(12):
        done = die(home, after=0.0005 + 0.003 * number)
        died += done.returncode == -signal.SIGALRM
        again = opened(home)
        assert contents(again) == before
        again.close()
    assert died > 3
    whole(home, before)


def test_p4_who_has_the_keyring_open_goes_on_and_wraps_new_keys_with_the_new_key(
    home: Path,
) -> None:
    bot, command = opened(home), opened(home)
    before = contents(bot)
    made: list[str] = []
    for step in rotate(home / "key", home / "data", command, home / "data" / "keyring.db"):
        bot.refresh()
        assert contents(bot) == before, step
        bot.make(step)
        made.append(step)
    command.close()
    keys = {one: bot.key(one) for one in made}
    bot.close()
    fresh = opened(home)
    assert {one: fresh.key(one) for one in made} == keys
    fresh.close()


def test_p4_a_bot_that_has_not_looked_since_does_not_wrap_with_the_old_key(home: Path) -> None:
    bot, command = opened(home), opened(home)
    steps(home, command)
    bot.make("late")  # without a refresh before
    key = bot.key("late")
    bot.close()
    command.close()
    fresh = opened(home)
    assert fresh.key("late") == key
    fresh.close()


def test_p4_nothing_of_the_old_wrapping_is_left_in_the_file(home: Path) -> None:
    with sqlite3.connect(home / "data" / "keyring.db") as before:
        old = [row[0] for row in before.execute("SELECT wrapped FROM wrapped_key")]
    before.close()
    keyring = opened(home)
    steps(home, keyring)
    keyring.close()
    for name in ("keyring.db", BACKUP_NAME):
        body = (home / "data" / name).read_bytes()
        assert not any(wrapped in body for wrapped in old)


def test_p4_a_folder_that_cannot_be_written_changes_nothing(home: Path) -> None:
    if os.geteuid() == 0:
        (home / "key.next.new").mkdir()  # the superuser may write anywhere: stand in the way
    else:
        home.chmod(0o500)
    keyring = opened(home)
    before = contents(keyring)
    with pytest.raises(Exception, match="HOMEWORK_KEY_FILE cannot be written"):
        steps(home, keyring)
    home.chmod(0o700)
    assert contents(keyring) == before
    keyring.close()
    assert not next_path(home / "key").exists()
