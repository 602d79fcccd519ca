"""`homework key new` and `homework db upgrade`: what is done once before the first start."""

import typer

from bot.cli_output import say

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


@db.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to this version's form; makes it if there is none."""
    from bot.settings import load
    from homework.store.database import upgrade

    settings = load()
    settings.make_data_dir()
    upgrade(settings.database_url)
    say(f"The database {settings.database_path} is up to date.")
