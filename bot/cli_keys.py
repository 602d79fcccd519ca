"""`homework key …` and `homework db upgrade`: the key that opens everything, and the database.

The key is shown only by `paper`, and to a person who says yes. It must not know what a key opens.
"""

import sys
from pathlib import Path

import typer

from bot.cli_output import say, warn
from bot.endings import Failed

key = typer.Typer(help="The master key.", no_args_is_help=True)
db = typer.Typer(help="The database.", no_args_is_help=True)


@key.callback()
def _key() -> None: ...


@db.callback()
def _db() -> None: ...


@key.command("new")
def make_key() -> None:
    """Write a new master key to HOMEWORK_KEY_FILE; never over an old one."""
    from bot.keyfile import LOST_KEY, new_key
    from bot.settings import load

    settings = load()
    path = settings.key_path()
    new_key(path, settings.homework_data_dir, settings.keyring_path)
    say(f"Wrote a new master key to {path} (only its owner may read it).")
    say(LOST_KEY)
    _offer_paper(path, settings.homework_data_dir)


@key.command("paper")
def show_on_paper() -> None:
    """Show the master key as four lines to write on paper; who has them can read everything."""
    from bot.settings import load

    settings = load()
    _show(settings.key_path(), settings.homework_data_dir)


@key.command("restore")
def restore_from_paper() -> None:
    """Type the four lines of "key paper" back, where the key file is lost."""
    from bot.keyfile import put_back
    from bot.opening import open_keyring
    from bot.settings import load

    settings = load()
    path = settings.key_path()
    if path.exists():
        raise Failed(f"{path} exists already and was left as it is.")
    master = _typed_back()
    if settings.keyring_path.exists():
        open_keyring(settings, master, alone=True).close()
    put_back(path, settings.homework_data_dir, master)
    say(f"Wrote the master key to {path} (only its owner may read it).")


@key.command("rotate")
def rotate_key() -> None:
    """Put a new master key around all keys, while the bot runs; the data stays as it is."""
    from bot.keyfile import read_key
    from bot.lock import hold
    from bot.opening import open_keyring
    from bot.rotating import rotate
    from bot.settings import load
    from homework.store.keyring import BACKUP_NAME

    settings = load()
    path, data = settings.key_path(), settings.homework_data_dir
    master = read_key(path, data)
    if not settings.keyring_path.exists():
        raise Failed(f"There is no keyring yet ({settings.keyring_path}), so nothing to rotate.")
    with hold(settings.rotation_lock_path, "change of the master key"):
        keyring = open_keyring(settings, master)
        try:
            for step in rotate(path, data, keyring, settings.keyring_path):
                say(_STEPS[step].format(path=path))
        finally:
            keyring.close()
    say(f"A running bot goes on by itself. Now copy {path} and {data / BACKUP_NAME} to where your")
    say("copies are, and only then destroy the copies of the old key: old copies of the keyring")
    say("open with the old key alone.")
    _offer_paper(path, data)


_STEPS = {
    "written": "1 of 3: a new key is written.",
    "wrapped": "2 of 3: every key in the keyring and in its copy is wrapped with it.",
    "in place": "3 of 3: {path} holds the new key; the old one is gone from there.",
}


def _offer_paper(path: Path, data_dir: Path) -> None:
    """Show the key only to a person who asks for it: what is shown may be kept in a file."""
    say('To have it on paper too: "homework key paper" shows four lines to write down.')
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return
    if typer.confirm("Show them now? Nobody else must see the screen."):
        _show(path, data_dir)


def _show(path: Path, data_dir: Path) -> None:
    from bot.keyfile import settled_key
    from bot.written_key import to_paper

    for line in to_paper(settled_key(path, data_dir)):
        say(line)


def _typed_back() -> bytes:
    """Ask for the lines one by one; a person may type a wrong one again, a file is refused."""
    from bot.written_key import LINES, LineMistyped, from_paper

    lines: list[str] = []
    while len(lines) < LINES:
        person = sys.stdin.isatty()
        if person:
            typer.echo(f"Line {len(lines) + 1} of {LINES}: ", nl=False)
        line = sys.stdin.readline()
        if not line:
            raise Failed(f"Only {len(lines)} of {LINES} lines were typed; nothing was changed.")
        if not line.strip():
            continue
        try:
            from_paper([*lines, line])
        except LineMistyped as wrong:
            if not person:
                raise Failed(f"Nothing was changed: {wrong}.") from None
            warn(f"No: {wrong}. Type it again.")
            continue
        lines.append(line)
    return from_paper(lines)


@db.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to this version's form, after a copy; makes it if there is none."""
    from bot.keyfile import read_key
    from bot.lock import hold
    from bot.opening import open_keyring, upgrade_carefully
    from bot.settings import load
    from homework.store.database import upgrade
    from homework.store.inspection import inspect
    from homework.store.upgrading import is_behind

    settings = load()
    settings.make_data_dir()
    path = settings.database_path
    if not (inspect(path).holds_data and is_behind(settings.database_url)):
        upgrade(settings.database_url)
        say(f"The database {path} is up to date.")
        return
    master = read_key(settings.key_path(), settings.homework_data_dir)
    with hold(settings.lock_path):
        keyring = open_keyring(settings, master)
        try:
            copy = upgrade_carefully(settings, keyring)
        finally:
            keyring.close()
    say(f"The database {path} is up to date. As it was before it is kept as {copy}.")
