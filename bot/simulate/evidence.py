"""What is held against the bot: what phones showed, what clients had set, what the rows say.

Gathered while lives are lived, looked at by `breaches.py`. It must not know the rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.simulate.carrier import Shown
from bot.simulate.lives import WORD, Life, letters, occurrence_of, shown_end
from bot.simulate.regimens import Regimen
from bot.simulate.weather import Spell
from homework.chain import Event, Occurrence
from homework.store.assignments import Assignment
from homework.store.entries import Written
from homework.store.people import Client

OWNED = ("occ", "ses", "ent", "asg", "share", "log")
"""Nouns of buttons that are about something of one client's."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a client had set from a moment on."""

    at: datetime
    zone: ZoneInfo
    quiet: tuple[time, time]
    paused_until: datetime | None

    def is_quiet(self, at: datetime) -> bool:
        """Return whether a moment lies in the quiet hours."""
        wall, (start, end) = at.astimezone(self.zone).time().replace(fold=0), self.quiet
        return start <= wall < end if start <= end else wall >= start or wall < end


def setting(client: Client, at: datetime) -> Setting:
    """Return what a client has set."""
    quiet = time.fromisoformat(client.quiet_from), time.fromisoformat(client.quiet_to)
    return Setting(at, ZoneInfo(client.zone or "UTC"), quiet, client.paused_until)


@dataclass(frozen=True, slots=True)
class Rung:
    """A prompt or a reminder on a phone. `ends_at`: until when it says that it is open.

    `chosen`: the client had asked to be reminded of it again. `doubtful`: the bot cannot know that
    it arrived, so that a second copy may follow. `calm`: neither bot nor messenger had been away.
    """

    at: datetime
    occurrence: str
    ends_at: datetime
    chosen: bool
    doubtful: bool
    calm: bool


@dataclass(slots=True)
class Evidence:
    """What was seen around one client."""

    rungs: list[Rung] = field(default_factory=list[Rung])
    unasked: list[datetime] = field(default_factory=list[datetime])
    about: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    foreign: list[tuple[datetime, str]] = field(default_factory=list[tuple[datetime, str]])
    settings: list[Setting] = field(default_factory=list[Setting])

    def see(self, life: Life, shown: Shown, *, asked: bool, calm: bool) -> None:
        """Keep what a client's phone showed; `asked`: it answers something they did."""
        self._whose(life, shown)
        if shown.sort != "<":
            return
        prompted = occurrence_of(shown)
        if prompted is not None:
            ends_at = shown_end(shown.text, shown.at, life.zone)
            chosen = prompted in life.snoozed
            life.snoozed.discard(prompted)
            rung = Rung(shown.at, prompted, ends_at, chosen, shown.doubtful, calm)
            self.rungs.append(rung)
        elif shown.rings and not asked:
            self.unasked.append(shown.at)

    def _whose(self, life: Life, shown: Shown) -> None:
        own = letters(life.number)
        if any(whose != own for whose in WORD.findall(shown.text)):
            self.foreign.append((shown.at, "words of somebody else"))
        self.about |= {(key.noun, key.subject) for key in shown.keys if key.noun in OWNED}

    def at(self, moment: datetime) -> Setting:
        """Return what was set at a moment."""
        found = self.settings[0]
        for one in self.settings:
            if one.at <= moment:
                found = one
        return found


@dataclass(frozen=True, slots=True)
class Agreed:
    """An assignment from its agreement to its end (None: its last day)."""

    assignment: Assignment
    regimen: Regimen
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """Everything about one client at the end. `owners`: whose a row id is, of all clients."""

    life: Life
    client: str
    evidence: Evidence
    occurrences: Sequence[Occurrence]
    chains: Mapping[str, Sequence[Event]]
    entries: Sequence[Written]
    agreed: Sequence[Agreed]
    owners: Mapping[str, str]
    spells: Sequence[Spell]
    now: datetime

    def assignment_of(self, occurrence: str) -> str:
        """Return the assignment of an occurrence, "" for one that is not theirs."""
        return next((one.assignment for one in self.occurrences if one.id == occurrence), "")
