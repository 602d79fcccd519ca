"""What simulated clients do by themselves, beside answering: one row each, with how often a week.

An errand is a few steps, each done with what then stands on the screen; a button is named by what
its data says, never by its words. Whoever adds a command or a setting adds a row here.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Say:
    """Write a text. `{word}` stands for a word that nobody else says."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Press:
    """Press the newest button about something; without one nothing happens.

    `may`: where there is no such button the errand goes on. `who`: whose phone.
    """

    noun: str
    subject: str = ""
    value: str = ""
    may: bool = False
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


Act = Say | Press | Block | Unblock | Picture | Change | Burst | Rest
Make = Callable[[random.Random], Sequence[Act]]

CITIES = (
    "London", "Berlin", "Lisbon", "New York", "Chicago", "Los Angeles", "Honolulu", "Tokyo",
    "Sydney", "Auckland", "Apia", "Kathmandu", "Kiritimati", "Casablanca", "Santiago", "Lord Howe",
)  # fmt: skip
HOURS = ("22-8", "23-7", "21:30 to 9", "0-6", "20-11", "13-15", "22:00 - 08:00")
LENGTHS = ("1 day", "3 days", "1 week", "2 weeks")


def _travels(chance: random.Random) -> Sequence[Act]:
    city = Say(chance.choice(CITIES))
    ask = (Say("/settings"), Press("set", "zone", "ask"), city)
    return (*ask, Press("set", "tz", may=True), Press("set", "cc", may=True))


def _travels_twice(chance: random.Random) -> Sequence[Act]:
    return (*_travels(chance), Rest(chance.choice((10, 180, 600))), *_travels(chance))


def _quiet(chance: random.Random) -> Sequence[Act]:
    return (Say("/settings"), Press("set", "quiet", "ask"), Say(chance.choice(HOURS)))


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


ERRANDS: Sequence[tuple[float, Make]] = (
    (1.0, _says("/today")),
    (0.7, _says("/log")),
    (0.3, _travels),
    (0.1, _travels_twice),
    (0.2, _quiet),
    (0.1, _pauses),
    (0.1, _pauses_shortly),
    (0.12, _blocks),
    (0.1, lambda chance: (Say("/settings"), Press("set", "discreet"))),
    (0.1, lambda chance: (Say("/settings"), Press("set", "agreed"))),
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
"""How many a week, and the steps."""
