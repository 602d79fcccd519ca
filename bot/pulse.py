"""How long ago each thing last went well that a living bot does all the time.

Ages and not flags: whatever hangs, is refused or is gone, its age grows. The ages also go to a
small file in the data folder, so that another process can read them; a file that gets old itself
tells of a loop that hangs. It must not know what any of these things are.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from homework.store.backups import newest
from scheduler.clocks import MachineClock

LIMITS: Mapping[str, float] = {
    "fetch": 75.0,  # one lost poll (35 s) and one that waited for news (25 s) are no trouble
    "tick": 30.0,
    "commit": 60.0,
    "backup": 7200.0,
}
"""Seconds since the last success after which a thing is old. All but the last: within 90 s with the
file's own delay."""

FILE = "health.json"


@dataclass(frozen=True, slots=True)
class Age:
    """Seconds since a thing last went well, or since the start if it never did."""

    what: str
    seconds: float

    @property
    def limit(self) -> float:
        """The seconds it may have."""
        return LIMITS[self.what]

    @property
    def old(self) -> bool:
        """Whether it is older than it may be."""
        return self.seconds > self.limit


class Pulse:
    """Counts from its making. `backups`: the folder whose newest copy tells the backup's age."""

    def __init__(self, machine: MachineClock, data_dir: Path, backups: Path) -> None:
        self._machine, self._file, self._backups = machine, data_dir / FILE, backups
        now = machine.monotonic()
        self._last = dict.fromkeys(LIMITS, now)

    def fetched(self) -> None:
        """The messenger answered a poll."""
        self._last["fetch"] = self._machine.monotonic()

    def ticked(self) -> None:
        """Due timers were looked at, and what was due is handled."""
        self._last["tick"] = self._machine.monotonic()

    def wrote(self) -> None:
        """The database kept something."""
        self._last["commit"] = self._machine.monotonic()

    def ages(self) -> list[Age]:
        """Return all ages, in the order of `LIMITS`. Reads a folder's names."""
        now = self._machine.monotonic()
        return [Age(what, self._age(what, now)) for what in LIMITS]

    def _age(self, what: str, now: float) -> float:
        today = self._machine.now()
        last = newest(self._backups, today) if what == "backup" else None
        if last is None:
            return now - self._last[what]
        return (today - last.at).total_seconds()

    def write(self) -> None:
        """Put the ages into the file; replaced whole. A disk that refuses makes them old."""
        ages = {one.what: round(one.seconds, 1) for one in self.ages()}
        draft = self._file.with_suffix(".new")
        body = {"at": self._machine.now().isoformat(), "ages": ages}
        with suppress(OSError):
            draft.write_text(json.dumps(body) + "\n", encoding="utf-8")
            draft.replace(self._file)


def read(data_dir: Path, now: datetime) -> list[Age] | None:
    """Return the ages as they are now by the file of a running bot; None if there is none."""
    try:
        kept: object = json.loads((data_dir / FILE).read_text(encoding="utf-8"))
        body = cast("dict[str, object]", kept)
        at = datetime.fromisoformat(str(body["at"])).astimezone(UTC)
        ages = cast("dict[str, float]", body["ages"])
        since = abs((now - at).total_seconds())  # written ahead of now: the clock was set back
        return [Age(what, float(ages[what]) + since) for what in LIMITS]
    except (OSError, ValueError, LookupError, TypeError):
        return None
