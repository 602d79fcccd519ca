"""What simulated clients do by themselves, beside answering: one row each, with how often a week.

An errand is a few steps, each done with what then stands on the screen; a button is named by what
its data says, never by its words. Whoever adds a command or a setting adds a row here.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Say:
    """Write a text. `{word}` stands for a word that nobody else says, `{name}` for the client's
    code name. `who`: from whose phone."""

    text: str = field(repr=False)
    who: str = "client"


@dataclass(frozen=True, slots=True)
class Press:
    """Press the newest button about something; without one nothing happens.

    `may`: where there is no such button the errand goes on. `any`: one of several such buttons, by
    chance. `naming`: only under a message that names the client. `who`: whose phone.
    """

    noun: str
    subject: str = ""
    value: str = ""
    may: bool = False
    any: bool = False
    naming: bool = False
    who: str = "client"


@dataclass(frozen=True, slots=True)
class Block:
    """Block the bot; `told`: the messenger says so. Otherwise it finds out by sending."""

    told: bool


@dataclass(frozen=True, slots=True)
class Unblock:
    """Take it back."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Send a picture."""


@dataclass(frozen=True, slots=True)
class Change:
    """Change the last text that was written."""


@dataclass(frozen=True, slots=True)
class Burst:
    """Write several texts in one go."""

    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rest:
    """Do nothing for so many minutes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Hush:
    """Look at nothing and do nothing for so many days."""

    days: float


Act = Say | Press | Block | Unblock | Picture | Change | Burst | Rest | Hush
Make = Callable[[random.Random], Sequence[Act]]
Errand = tuple[float, Make]
"""How many a week, and the steps."""

CITIES = (
    "London", "Berlin", "Lisbon", "New York", "Chicago", "Los Angeles", "Honolulu", "Tokyo",
    "Sydney", "Auckland", "Apia", "Kathmandu", "Kiritimati", "Casablanca", "Santiago", "Lord Howe",
)  # fmt: skip
HOURS = ("22-8", "23-7", "21:30 to 9", "0-6", "20-11", "13-15", "22:00 - 08:00")
NIGHTS = ("Fri-Sat 23-10", "Mon-Thu 22:30-6, Sun 21-9", "Sat and Sun 0-11")
LENGTHS = ("1 day", "3 days", "1 week", "2 weeks")
SESSIONS = ("Mon 10:00", "Tue 9:00", "Wed 14:30", "Thu 14:00", "Fri 18:00", "Sat 11:00")


def _travels(chance: random.Random) -> Sequence[Act]:
    city = Say(chance.choice(CITIES))
    ask = (Say("/settings"), Press("set", "zone", "ask"), city)
    return (*ask, Press("set", "tz", may=True), Press("set", "cc", may=True))


def _travels_twice(chance: random.Random) -> Sequence[Act]:
    return (*_travels(chance), Rest(chance.choice((10, 180, 600))), *_travels(chance))


def _quiet(chance: random.Random) -> Sequence[Act]:
    return (Say("/settings"), Press("set", "quiet", "ask"), Say(chance.choice(HOURS)))


def _nights(chance: random.Random) -> Sequence[Act]:
    hours = Press("set", "nights", any=True) if chance.random() < 0.5 else Say(_of(chance, NIGHTS))
    return (Say("/settings"), Press("set", "nights", "ask"), hours)


def _of(chance: random.Random, choices: Sequence[str]) -> str:
    return chance.choice(choices)


def _own_times(chance: random.Random) -> Sequence[Act]:
    return (Say("/settings"), Press("set", "times"), Press("time", value="ask", any=True))


def _wakes(chance: random.Random) -> Sequence[Act]:
    told = (Press("time", "wake", "work.", any=True), Press("time", "wake", "free.", any=True))
    return (Say("/settings"), Press("set", "times"), Press("time", "wake", "ask"), *told)


def _tells_of_days(chance: random.Random) -> Sequence[Act]:
    picked = (Press("prof", any=True), Press("prof", any=True, may=True))
    ask = Press("prof", value="ask", any=True)
    return (Say("/settings"), Press("prof", "all"), ask, *picked, Press("prof", value="done"))


EASES = ("fewer", "full", "hold", "v.")
PACTS = ("plan", "history", "end")


def _changes_what_is_agreed(chance: random.Random) -> Sequence[Act]:
    shown = (Say("/settings"), Press("set", "agreed"), Press("pact", value="show", any=True))
    if chance.random() < 0.6:
        return (*shown, *_eases(chance))
    return (*shown, Press("pact", value=_of(chance, PACTS)), Press("pact", value="end_", any=True))


def _eases(chance: random.Random) -> Sequence[Act]:
    way = _of(chance, EASES)
    asked = Press("ease", value=way, any=True)
    if way != "hold":
        return (asked,)
    resting = Rest(chance.choice((60, 2000, 9000)))
    return (asked, Press("ease", value="r.", any=True), resting, Press("ease", value="go"))


def _too_much(chance: random.Random) -> Sequence[Act]:
    ways: Sequence[Sequence[Act]] = (
        (Press("occ", value="v", any=True),),
        (Press("occ", value="stoo_much"),),
        (Press("occ", value="tell"),),
        (Press("cmd", "pause"), Press("pause", any=True)),
        (Press("ease", value="fewer"),),
        (Press("ease", value="hold"), Press("ease", value="r.", any=True)),
    )
    return (Press("occ", value="much"), *chance.choice(ways))


def _thinks_again(chance: random.Random) -> Sequence[Act]:
    answer = Press("asg", value=_of(chance, ("accept", "adjust", "not_now")))
    return (Say("/today"), Press("asg", value="show", any=True), answer)


def _hushes(chance: random.Random) -> Sequence[Act]:
    return (Hush(chance.choice((3.5, 4, 5, 8, 10, 12))),)


def _meets(chance: random.Random) -> Sequence[Act]:
    """The therapist sets the next session; sometimes it is moved, or taken back."""
    when = Say(f"/session {{name}} {_of(chance, SESSIONS)}", "carer")
    changed = chance.random()
    if changed < 0.5:
        return (when,)
    wait = Rest(chance.choice((30, 1500, 4000)))
    if changed < 0.8:
        return (when, wait, Say(f"/session {{name}} {_of(chance, SESSIONS)}", "carer"))
    cleared = Press("meet", value="none", naming=True, who="carer")
    return (when, wait, Say("/session {name}", "carer"), cleared)


def _pauses(chance: random.Random) -> Sequence[Act]:
    typed = Say(f"/pause {chance.choice(LENGTHS)}")
    return (typed,) if chance.random() < 0.5 else (Say("/pause"), Press("pause"))


def _pauses_shortly(chance: random.Random) -> Sequence[Act]:
    return (*_pauses(chance), Rest(chance.choice((30, 900, 3000))), Say("/resume"))


def _blocks(chance: random.Random) -> Sequence[Act]:
    away = Rest(chance.choice((60, 900, 3000)))
    return (Block(chance.random() < 0.5), away, Unblock(), Say("/today"))


def _says(*texts: str) -> Make:
    return lambda chance: [Say(text) for text in texts]


ERRANDS: Sequence[Errand] = (
    (1.0, _says("/today")),
    (0.7, _says("/log")),
    (0.3, _travels),
    (0.1, _travels_twice),
    (0.15, _quiet),
    (0.1, _nights),
    (0.25, _own_times),
    (0.1, _wakes),
    (0.15, _tells_of_days),
    (0.25, _changes_what_is_agreed),
    (0.25, _too_much),
    (0.3, _thinks_again),
    (0.08, _hushes),
    (0.8, _meets),
    (0.1, _pauses),
    (0.1, _pauses_shortly),
    (0.12, _blocks),
    (0.1, lambda chance: (Say("/settings"), Press("set", "discreet"))),
    (0.05, lambda chance: (Say("/settings"), Press("set", "most"))),
    (0.1, _says("/crisis")),
    (0.1, _says("/help", "/privacy")),
    (0.2, _says("{word}")),
    (0.2, lambda chance: (Burst(("{word} one", "{word} two", "{word}")),)),
    (0.2, lambda chance: (Say("/log"), Burst(("{word}", "{word} and more")))),
    (0.1, lambda chance: (Picture(),)),
    (0.2, lambda chance: (Say("/log"), Say("{word}"), Change())),
    (0.1, _says("/back", "/skip")),
    (0.15, _says("/cancel")),
    (0.15, _says("/resume")),
    (0.1, lambda chance: (Press("occ"),)),  # any button that ever stood under a prompt
    (0.3, lambda chance: (Press("client", who="carer"), Press("ent", who="carer"))),
)
"""What clients do, and with their therapist."""


def _is_away(chance: random.Random) -> Sequence[Act]:
    left = (Say("/away"), Press("away", "until", any=True), Press("away", "nobody"))
    if chance.random() < 0.5:
        return left
    return (*left, Rest(chance.choice((600, 3000))), Say("/away"), Press("away", value="back"))


CARERS: Sequence[Errand] = ((0.15, _is_away), (0.3, _says("/digest")), (0.3, _says("/clients")))
"""What therapists do for all their clients at once."""
