"""`homework backup` and `homework restore`: the data as it was at some hour.

They work on the database alone; the keyring keeps a copy of its own beside it.
"""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_output import say, say_json
from bot.endings import WrongUsage

KEYS = "The keys are not in it. Keep {copy} and the key file too, apart from it."


def backup(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Copy the database, beside the running bot, and look at the copy."""
    from bot.settings import load
    from homework.store.keyring import BACKUP_NAME

    settings = load()
    path = asyncio.run(_back_up())
    size = path.stat().st_size
    if as_json:
        say_json({"ok": True, "backup": str(path), "bytes": size})
        return
    say(f"Wrote {path} ({size / 1_000_000:.1f} MB). It was opened and looked at: it is whole.")
    say(KEYS.format(copy=settings.homework_data_dir / BACKUP_NAME))


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", show_default=False)],
) -> None:
    """Put a backup in the place of the database; the bot must not be running."""
    if not file.is_file():
        raise WrongUsage(f"There is no file {file}; expected is a backup.")
    replaced = asyncio.run(_restore(file.absolute()))
    say(f"The database is now that of {file}.")
    if replaced is not None:
        say(f"The one it replaced is {replaced}: remove it when all is well.")
    say('Start the bot with "homework run"; open questions will be asked again.')


async def _back_up() -> Path:
    from bot.clock import Machine
    from bot.opening import opened
    from bot.settings import load
    from homework.store.backups import back_up

    settings = load()
    async with opened(settings) as db:
        return (await back_up(db, settings.backups_path, Machine().now())).path


async def _restore(file: Path) -> Path | None:
    from bot.clock import Machine
    from bot.endings import Failed
    from bot.keyfile import read_key
    from bot.lock import hold
    from bot.opening import open_keyring
    from bot.settings import load
    from homework.store.restoring import restore
    from homework.store.sealing import Sealer
    from homework.store.troubles import KeyringError

    settings = load()
    master = read_key(settings.key_path(), settings.homework_data_dir)
    settings.make_data_dir()
    with hold(settings.lock_path):
        keyring = open_keyring(settings, master)
        try:
            sealer = Sealer(keyring)
            return await restore(file, settings.database_path, sealer, Machine().now())
        except KeyringError:
            raise Failed(f"{file.name} was not written with the keyring of this data.") from None
        finally:
            keyring.close()
