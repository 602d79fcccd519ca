"""What befalls everybody in a simulation at once: the bot is away, the messenger is away.

Drawn from the seed alone, so that a life that is lived again alone meets the same weather.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

LENGTHS = {
    "down": (0, 0, 7, 40, 180, 840),
    "away": (10, 25, 90),
}
"""Minutes. A bot that is down for none was only started anew."""
A_WEEK = {"down": 1.5, "away": 0.7}


@dataclass(frozen=True, slots=True)
class Spell:
    """The bot is `down`, or the messenger `away`, from one moment to another.

    `ticks_first`: when the bot is back, due timers are looked at before what people wrote.
    """

    kind: Literal["down", "away"]
    start: datetime
    end: datetime
    ticks_first: bool


def weather(seed: int, start: datetime, end: datetime) -> list[Spell]:
    """Return what happens between two moments, in order, never two things at once."""
    chance = random.Random(f"{seed}.weather")  # noqa: S311 - a seeded life  # nosec B311
    weeks = (end - start) / timedelta(weeks=1)
    found: list[Spell] = []
    kinds: tuple[Literal["down", "away"], ...] = ("down", "away")
    for kind in kinds:
        for _ in range(round(A_WEEK[kind] * weeks)):
            minute = chance.randrange(int((end - start) / timedelta(minutes=1)))
            begins = start + timedelta(minutes=minute)
            length = timedelta(minutes=chance.choice(LENGTHS[kind]))
            found.append(Spell(kind, begins, begins + length, chance.random() < 0.5))
    found.sort(key=lambda spell: spell.start)
    calm: list[Spell] = []
    for spell in found:
        if not calm or calm[-1].end + timedelta(hours=1) < spell.start:
            calm.append(spell)
    return calm
