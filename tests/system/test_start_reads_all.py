"""What a start reads, in a process of its own: later neither help nor an update reads more."""

import subprocess
import sys
from pathlib import Path

ASSEMBLED = """
import asyncio, sys
from datetime import timedelta
from pathlib import Path

from bot.clock import Calendar
from bot.keyfile import new_key
from homework.store.database import upgrade
from tests.support.phones import Edge
from tests.support.playing import START, Stage, StillMachine

async def main(folder):
    data = folder / "data"
    data.mkdir()
    new_key(folder / "key", data, data / "keyring.db")
    upgrade(f"sqlite:///{data / 'homework.db'}")
    stage = Stage(folder, Edge(lambda: START), Calendar(StillMachine(), timedelta()))
    async with stage.machine():
        seen = []
        sys.addaudithook(lambda event, args: event in ("open", "import") and seen.append(args[0]))
        CHECK
        assert not seen, seen

asyncio.run(main(Path(sys.argv[1])))
"""


def _assembled(check: str, folder: Path) -> None:
    script = ASSEMBLED.replace("CHECK", check)
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_countries_are_known_in_all_languages_without_a_file(tmp_path: Path) -> None:
    _assembled(
        "from homework import places; assert places.find_country('Deutschland') == ('DE',)",
        tmp_path,
    )


def test_every_handler_is_imported(tmp_path: Path) -> None:
    handlers = sorted(path.stem for path in Path("bot/handlers").glob("[!_]*.py"))
    assert len(handlers) > 50
    missing = f"[one for one in {handlers} if 'bot.handlers.' + one not in sys.modules]"
    _assembled(f"assert {missing} == []", tmp_path)
