"""What is held against the bot: what phones showed, what clients had set, what the rows say.

Gathered while lives are lived, looked at by `breaches.py`. It must not know the rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.simulate.carrier import Shown
from bot.simulate.lives import WORD, Life, letters, occurrence_of, shown_end
from bot.simulate.regimens import Regimen
from bot.simulate.weather import Spell
from homework import weekhours
from homework.chain import Event, Occurrence
from homework.store.entries import Written
from homework.store.people import Client

OWNED = ("occ", "ses", "ent", "asg", "share", "log")
"""Nouns of buttons that are about something of one client's."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a client had set from a moment on. `nights`: the quiet hours that begin on a weekday."""

    at: datetime
    zone: ZoneInfo
    nights: Mapping[int, tuple[time, time]]
    paused_until: datetime | None

    def quiet_at(self, at: datetime) -> tuple[time, time] | None:
        """Return the quiet hours that a moment lies in, None if it lies in none."""
        wall = at.astimezone(self.zone).replace(tzinfo=None, fold=0)
        for day in (wall.date() - timedelta(days=1), wall.date()):
            start, end = self.nights[day.isoweekday()]
            if datetime.combine(day, start) <= wall < _morning(day, start, end):
                return start, end
        return None


def _morning(day: date, start: time, end: time) -> datetime:
    """Return the wall time at which the night ends that begins on a day."""
    return datetime.combine(day + timedelta(days=start > end), end)


def setting(client: Client, at: datetime) -> Setting:
    """Return what a client has set."""
    spans = dict.fromkeys(weekhours.WEEK, (client.quiet_from, client.quiet_to))
    spans |= weekhours.from_json(client.quiet_days)
    nights = {
        day: (time.fromisoformat(start), time.fromisoformat(end))
        for day, (start, end) in spans.items()
    }
    return Setting(at, ZoneInfo(client.zone or "UTC"), nights, client.paused_until)


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
        """Keep what a client's phone showed; `asked`: it answers something they did.

        What comes in answer to a press about a prompt is no prompt, although it looks like one.
        """
        self._whose(life, shown)
        prompted = occurrence_of(shown)
        if shown.sort != "<" or (asked and prompted == life.about):
            return
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
    """An assignment from its agreement to its end; `rests`: from when to when it was to rest.

    `by_hand`: somebody ended it; its last day was not over.
    """

    assignment: str
    regimen: Regimen
    since: datetime
    until: datetime
    rests: Sequence[tuple[datetime, datetime]] = ()
    by_hand: bool = False


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
