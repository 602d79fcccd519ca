"""Who the sixty are: each kind of life with the one thing about it that is known."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.support.known_lives import (
    BOTH_SIDES,
    BRIDGE,
    CATCHING,
    CHECKS,
    EVERY_DAY,
    NOW,
    TODAY,
    TRYING,
    WORRY,
    Fate,
    Habit,
    Life,
    Practice,
    Sheet,
    Told,
    live,
    usual,
)

NAMES = [
    "Adler",
    "Amsel",
    "Biber",
    "Birke",
    "Buche",
    "Dachs",
    "Distel",
    "Drossel",
    "Eiche",
    "Elch",
    "Elster",
    "Enzian",
    "Erle",
    "Esche",
    "Falke",
    "Farn",
    "Fichte",
    "Fink",
    "Fuchs",
    "Ginster",
    "Habicht",
    "Hasel",
    "Hirsch",
    "Holunder",
    "Igel",
    "Iltis",
    "Kiefer",
    "Klee",
    "Kranich",
    "Kresse",
    "Lachs",
    "Lerche",
    "Linde",
    "Luchs",
    "Marder",
    "Meise",
    "Minze",
    "Mohn",
    "Nelke",
    "Otter",
    "Pappel",
    "Pirol",
    "Quitte",
    "Rabe",
    "Raps",
    "Reh",
    "Robbe",
    "Salbei",
    "Schilf",
    "Schwan",
    "Specht",
    "Star",
    "Storch",
    "Tanne",
    "Ulme",
    "Veilchen",
    "Weide",
    "Wiesel",
    "Wolf",
    "Zeder",
]
KEPT = "kept to myself"
"""Words that stand in every sheet of those who share no words."""


def cast() -> list[Life]:
    """Return the sixty, in the order in which they came to be clients."""
    kinds = [*_KINDS]
    names = [*NAMES]
    random.Random(7).shuffle(names)
    known = [_KINDS[kind](name) for kind, name in zip(kinds, names, strict=False)]
    return known + [_ordinary(name, at) for at, name in enumerate(names[len(known) :])]


def _daily(worksheet: str = BOTH_SIDES, *times: time, **more: object) -> Practice:
    return Practice(worksheet, times or (time(18),), EVERY_DAY, **more)  # pyright: ignore


def _always(state: str) -> Habit:
    return lambda rng, ago, at: Fate(state)


def _ordinary(name: str, at: int) -> Life:
    """Somebody with one or two practices; a third of them has nothing left to be read."""
    life = Life(name, "ordinary", session=NOW + timedelta(days=1 + at % 9, hours=at % 4))
    if at % 3 == 0:
        life.practices = [Practice(BOTH_SIDES, since=200)]
    elif at % 3 == 1:
        names = {"state_1": "Tension"}
        series = _daily(CHECKS, time(10), time(16, 30), since=45, names=names)
        life.practices = [Practice(CATCHING), series]
    else:
        life.practices = [Practice(CATCHING, (time(20),), since=120)]
    return live(life, _lately_stopped if at % 5 == 4 else usual, reads=0 if at % 4 == 1 else 3)


def _lately_stopped(rng: random.Random, ago: int, at: time) -> Fate:
    return Fate("missed") if ago < 3 else usual(rng, ago, at)


def _silent(name: str) -> Life:
    """Answered no prompt for ten days; after three of them every second prompt was left out."""

    def habit(rng: random.Random, ago: int, at: time) -> Fate:
        if ago > 10:
            return Fate("on_time")
        return Fate("not_delivered", "halved") if ago <= 7 and ago % 2 else Fate("missed")

    practices = [_daily(BOTH_SIDES, time(16, 45))]
    return live(Life(name, "silent", practices, silence="asked"), habit, reads=0)


def _overwhelmed(name: str) -> Life:
    def habit(rng: random.Random, ago: int, at: time) -> Fate:
        if ago in (1, 4, 9):
            return Fate("skipped", "too_much")
        if ago > 40:
            return usual(rng, ago, at)
        return Fate("partial", snoozes=1 + ago % 2) if ago % 2 else Fate("on_time")

    return live(Life(name, "overwhelmed", [_daily()]), habit)


def _improving(name: str) -> Life:
    """Every second rating lies below the first; something was written for the session."""
    told = Told(again=lambda rng, was: was - 5 * rng.randint(2, 6))
    life = Life(name, "improving", [_daily()], session=NOW + timedelta(days=3))
    at = NOW - timedelta(days=2, hours=5)
    said = {"week": 60, "well": "I went to the meeting", "topic": "Saying no to my sister"}
    life.alone.append(Sheet(BRIDGE, at, at + timedelta(minutes=4), said, prompted=False))
    return live(life, _always("on_time"), told, reads=4)


def _unmoved(name: str) -> Life:
    return live(
        Life(name, "unmoved", [_daily()]), _always("on_time"), Told(again=lambda rng, was: was)
    )


def _blocked(name: str) -> Life:
    def habit(rng: random.Random, ago: int, at: time) -> Fate:
        return Fate("not_delivered", "unreachable") if ago < 12 else usual(rng, ago, at)

    life = Life(name, "blocked", [_daily()], unreachable=NOW - timedelta(days=12))
    return live(life, habit)


def _from_memory(name: str) -> Life:
    names = {"state_1": "Tension"}
    practice = _daily(CHECKS, time(11), time(15), since=60, names=names)
    return live(Life(name, "from memory", [practice]), _always("late"), recalled=True, reads=0)


def _keeps_all(name: str) -> Life:
    practices = [_daily(BOTH_SIDES, sharing="nothing"), Practice(WORRY, sharing="nothing")]
    return live(Life(name, "keeps all", practices), _always("on_time"), Told(own=KEPT))


def _numbers_only(name: str) -> Life:
    names = {"state_1": "Tension"}
    practices = [
        _daily(BOTH_SIDES, sharing="summary"),
        _daily(CHECKS, time(12), sharing="summary", since=30, names=names),
    ]
    return live(Life(name, "numbers only", practices), _always("on_time"), Told(own=KEPT))


def _no_evenings(name: str) -> Life:
    """Answers in the mornings and afternoons of their own clock, five hours behind."""
    names = {"state_1": "Energy"}
    practice = _daily(CHECKS, time(8), time(14), time(20), since=60, names=names)

    def habit(rng: random.Random, ago: int, at: time) -> Fate:
        return Fate("missed" if at.hour == 20 else "on_time")

    return live(Life(name, "no evenings", [practice], zone="America/New_York"), habit, reads=0)


def _bot_down(name: str) -> Life:
    def habit(rng: random.Random, ago: int, at: time) -> Fate:
        return Fate("not_delivered", "too_late") if ago not in (0, 3) else Fate("on_time")

    life = Life(name, "bot down", [_daily(BOTH_SIDES, time(9), since=20)])
    return live(life, habit, reads=0)


def _paused(name: str) -> Life:
    """Left the prompts of three days alone, and then chose to pause."""

    def habit(rng: random.Random, ago: int, at: time) -> Fate:
        return Fate("paused") if ago < 2 else Fate("missed") if ago < 6 else Fate("on_time")

    life = Life(name, "paused", [_daily()], paused_until=NOW + timedelta(days=12))
    return live(life, habit, reads=0)


def _new(name: str) -> Life:
    return Life(name, "new", state="invited")


def _worrier(name: str) -> Life:
    """Of what was predicted, most did not happen."""
    practices = [Practice(WORRY, since=180), Practice(TRYING, (time(12),), frozenset({2}))]
    told = Told(came=("no", "no", "no", "no", "partly", "yes"))
    life = Life(name, "worrier", practices, session=NOW + timedelta(hours=20))
    return live(life, _always("on_time"), told)


def _skips(reason: str) -> Habit:
    def habit(rng: random.Random, ago: int, at: time) -> Fate:
        return Fate("skipped", reason) if ago in (1, 2, 5, 11) else Fate("on_time")

    return habit


def _night_writer(name: str) -> Life:
    """Writes after midnight too, when it is still the day before elsewhere; began this week."""
    one = _daily(BOTH_SIDES, time(9), since=3)
    life = live(Life(name, "night writer", [one]), _always("on_time"), reads=0)
    for ago in (2, 0):
        day = datetime.combine(TODAY - timedelta(days=ago), time(0, 20), ZoneInfo(life.zone))
        at, said = day.astimezone(UTC), Told().both_sides(random.Random(ago), partly=False)
        sheet = Sheet(BOTH_SIDES, at, at + timedelta(minutes=6), said, practice=one, prompted=False)
        sheet.read = NOW - timedelta(hours=1)
        life.alone.append(sheet)
    life.moments = [each for each in life.moments if each.at < NOW - timedelta(days=1)]
    return life


def _habitual(kind: str, habit: Habit) -> Callable[[str], Life]:
    return lambda name: live(Life(name, kind, [_daily()]), habit, reads=0)


def _stuck(rng: random.Random, ago: int, at: time) -> Fate:
    return Fate("partial", step="evidence_against") if ago in (1, 2, 4, 6) else Fate("on_time")


def _puts_off(rng: random.Random, ago: int, at: time) -> Fate:
    return Fate("on_time", snoozes=int(ago % 3 > 0))


def _held_back(rng: random.Random, ago: int, at: time) -> Fate:
    return Fate("not_delivered", "quiet") if ago in (1, 3, 5) else Fate("on_time")


_KINDS = {
    "silent": _silent,
    "overwhelmed": _overwhelmed,
    "improving": _improving,
    "unmoved": _unmoved,
    "blocked": _blocked,
    "from memory": _from_memory,
    "keeps all": _keeps_all,
    "numbers only": _numbers_only,
    "no evenings": _no_evenings,
    "bot down": _bot_down,
    "paused": _paused,
    "new": _new,
    "worrier": _worrier,
    "night writer": _night_writer,
    "busy": _habitual("busy", _skips("busy")),
    "unwell": _habitual("unwell", _skips("unwell")),
    "too hard": _habitual("too hard", _skips("too_hard")),
    "not relevant": _habitual("not relevant", _skips("not_relevant")),
    "stuck": _habitual("stuck", _stuck),
    "puts off": _habitual("puts off", _puts_off),
    "held back": _habitual("held back", _held_back),
}
