"""Plays the transcripts of one folder; what others continue is played once for all.

`work` may belong to several processes: which of them plays first keeps the house and the phones as
they stood in the end, the others wait for it and copy them.
"""

import fcntl
import pickle
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.clock import Calendar
from bot.keyfile import new_key
from homework.store.database import upgrade
from tests.support.phones import Edge
from tests.support.playing import START, Broken, Stage, StillMachine
from tests.support.transcripts import Transcript, problem, read, rewritten


def in_order(scripts: Path) -> list[Path]:
    """Return the transcripts of a folder, each after the one that it continues."""
    known = _all(scripts)

    def before(name: str) -> int:
        first = known[name]
        return 0 if first is None else 1 + before(first)

    return [_path(scripts, name) for name in sorted(known, key=lambda one: (before(one), one))]


@dataclass
class Theatre:
    """Plays what stands in `scripts`; `work` holds what others continue."""

    scripts: Path
    work: Path

    @cached_property
    def _continued(self) -> frozenset[str]:
        return frozenset(filter(None, _all(self.scripts).values()))

    async def _stage(self, continues: str | None, folder: Path) -> Stage:
        """Return a stage at the beginning, or where another transcript ended."""
        if continues is None:
            _new_house(folder)
            offset, edge = timedelta(), Edge(_no_time)
        else:
            await self._played(continues)
            offset, edge = self._copied(continues, folder)
        calendar = Calendar(StillMachine(), offset)
        edge.now = calendar.now
        return Stage(folder, edge, calendar)

    async def _played(self, name: str) -> None:
        with self._alone(name):
            if self._house(name).exists():
                return
            script = read(_path(self.scripts, name))
            with TemporaryDirectory(dir=self.work) as folder:
                stage = await self._stage(script.continues, Path(folder))
                for line in script.lines:
                    await stage.play(line)
                self._keep(name, stage)

    # What others continue -----------------------------------------------------------------------

    def _house(self, name: str) -> Path:
        return self.work / name.replace("/", "-")

    @contextmanager
    def _alone(self, name: str) -> Generator[None]:
        """Hold back every other process that wants the same; only what goes before is asked for
        meanwhile, so that none waits for another in a circle."""
        with self._house(name).with_suffix(".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _keep(self, name: str, stage: Stage) -> None:
        stage.edge.now = _no_time  # what is kept must not hold the machine it was played on
        half = self._house(name).with_suffix(".half")
        shutil.copytree(stage.folder, half)
        (half / "phones").write_bytes(pickle.dumps((stage.calendar.offset, stage.edge)))
        half.rename(self._house(name))

    def _copied(self, name: str, folder: Path) -> tuple[timedelta, Edge]:
        shutil.copytree(self._house(name), folder, dirs_exist_ok=True)
        offset, edge = pickle.loads((folder / "phones").read_bytes())  # noqa: S301
        return offset, edge

    # A performance ------------------------------------------------------------------------------

    async def perform(self, path: Path, folder: Path, *, update: bool) -> None:
        """Play a transcript; raise `Broken`, or write it anew where it differs.

        What others may continue is kept for them.
        """
        script, name = read(path), _name(self.scripts, path)
        if script.settings or name not in self._continued:
            await self._perform(script, folder, update=update)
            return
        with self._alone(name):
            stage = await self._perform(script, folder, update=update)
            if not self._house(name).exists():
                self._keep(name, stage)

    async def _perform(self, script: Transcript, folder: Path, *, update: bool) -> Stage:
        stage = await self._stage(script.continues, folder)
        stage.settings = script.settings
        written, done = [*script.head], 0
        try:
            for line in script.lines:
                seen = await stage.play(line)
                differs = problem(line, seen)
                if differs and not update:
                    raise Broken(f"{script.path.name}, {differs}")
                written += [*line.raw, *rewritten(line, seen, buttons=script.buttons)]
                written += line.remarks
                done += 1
            if stage.batch is not None:
                raise Broken("! end is missing")
        except Exception as error:
            if update:
                written.append(f"#### STOPPED: {error or type(error).__name__}")
                for line in script.lines[done:]:
                    written += [*line.raw, *(raw for one in line.shown for raw in one.raw)]
                    written += line.remarks
                script.path.write_text("\n".join(written) + "\n", encoding="utf-8")
            raise
        if update:
            script.path.write_text("\n".join(written) + "\n", encoding="utf-8")
        return stage


def _all(scripts: Path) -> dict[str, str | None]:
    """Return every transcript by name, with the one that it continues."""
    paths = [one for one in scripts.glob("*/*.txt") if one.parent.name != "files"]
    return {_name(scripts, one): read(one).continues for one in paths}


def _path(scripts: Path, name: str) -> Path:
    return scripts / f"{name}.txt"


def _name(scripts: Path, path: Path) -> str:
    return str(path.relative_to(scripts).with_suffix(""))


def _no_time() -> datetime:
    return START


def _new_house(folder: Path) -> None:
    data = folder / "data"
    data.mkdir(parents=True)
    new_key(folder / "key", data, data / "keyring.db")
    upgrade(f"sqlite:///{data / 'homework.db'}")
