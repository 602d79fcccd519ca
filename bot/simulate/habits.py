"""How simulated people answer what stands on their screen: weights by what a button is about.

Buttons that no row names are pressed now and then, so that what is new is tried as well. It must
not know any word of the bot's.
"""

import random
from collections.abc import Sequence
from datetime import timedelta

from bot.simulate.errands import Act, Say
from bot.simulate.handsets import Key, Letter

PASSES = "passes"
TYPES = "types"

WEIGHTS: Sequence[tuple[str, str, float]] = (
    ("occ", "start", 60),
    ("occ", "later", 10),
    ("occ", "skip", 8),
    ("occ", "much", 5),
    ("occ", "menu", 2),
    ("occ", "", 8),  # a time, a reason, a smaller form
    ("ask", "v.", 60),
    ("ask", "n.", 40),
    ("ask", "o.", 2),
    ("ask", "f", 60),
    ("ask", "e.", 6),
    ("ask", "s", 4),
    ("ask", "b", 2),
    ("ask", "u", 4),
    ("ask", "d.", 2),
    ("ask", "p", 1),
    ("ask", "h", 0.3),
    ("ses", "", 20),
    ("asg", "accept", 60),
    ("pact", "keep", 5),
    ("share", "", 4),
    ("log", "", 15),
    ("set", "", 2),
    ("consent", "yes", 40),
    ("cmd", "", 0.3),
)
"""What a button is about, how its value begins, and the weight of all such buttons together. The
first row that fits counts."""
UNKNOWN = 3.0

THEN: Sequence[tuple[str, str, Sequence[str]]] = (
    ("asg", "adjust", ("{word} later", "only at weekends {word}")),
    ("asg", "why", ("{word}",)),
    ("asg", "wish", ("{word}",)),
    ("ease", "times", ("{word} in the evening",)),
    ("time", "ask", ("7:00", "8:15", "12:00", "18:30", "21:45", "22:30", "half past six")),
)
"""What is written after a press that asks for it: what the button is about, and its value."""
GOES_ON = 0.8
"""How often somebody writes it at once."""

PASSING: Sequence[tuple[str, float]] = (("occ", 22), ("ask", 2), ("share", 20), ("cmd", 30))
"""The weight of leaving something as it is, by what it is about."""
PASSING_USUALLY = 10.0
PASSING_WAYS = 4.0
"""The same under the ways that are offered after Later, Skip or Too much."""
TYPING = 40.0
"""The weight of writing, where a question stands open."""

ANSWERS: Sequence[tuple[str, float]] = (
    ("{word}", 50),
    ("{word} {word}", 10),
    ("60", 12),
    ("about 40", 4),
    ("6/10", 3),
    ("{word} 80", 12),
    ("tomorrow", 3),
    ("18:30", 2),
    ("no", 1),
)
"""What people write where something is asked."""


def then(key: Key, chance: random.Random) -> list[Act]:
    """Return what is written after a press."""
    for noun, value, texts in THEN:
        if key.noun == noun and key.value == value and key.subject != "wake":
            return [Say(chance.choice(texts))]
    return []


def weight_of(key: Key) -> tuple[str, float]:
    """Return the group a button belongs to, and the weight of that group."""
    for noun, value, weight in WEIGHTS:
        if key.noun == noun and key.value.startswith(value):
            return f"{noun}.{value}", weight
    return f"{key.noun}.{key.value[:1]}", UNKNOWN


def choose(letter: Letter, chance: random.Random) -> Key | str:
    """Return the button that is pressed under a letter, or `PASSES`, or `TYPES`."""
    groups: dict[str, tuple[float, list[Key]]] = {}
    for key in letter.keys:
        name, weight = weight_of(key)
        groups.setdefault(name, (weight, []))[1].append(key)
    about = {key.noun for key in letter.keys}
    passing = next((weight for noun, weight in PASSING if noun in about), PASSING_USUALLY)
    if "occ" in about and not any(key.value == "start" for key in letter.keys):
        passing = PASSING_WAYS
    choices: list[list[Key] | str] = [keys for _, keys in groups.values()]
    weights = [weight for weight, _ in groups.values()]
    choices.append(PASSES)
    weights.append(passing)
    if "ask" in about:
        choices.append(TYPES)
        weights.append(TYPING)
    chosen = chance.choices(choices, weights)[0]
    return chosen if isinstance(chosen, str) else chance.choice(chosen)


def answer(chance: random.Random) -> str:
    """Return a text as somebody may write it into a sheet."""
    return chance.choices([row[0] for row in ANSWERS], [row[1] for row in ANSWERS])[0]


NEVER, BEFORE_THE_END, AFTER_THE_END = "never", "before", "after"
DELAYS: Sequence[tuple[str | int, float]] = (
    (1, 10),
    (5, 20),
    (10, 10),
    (30, 12),
    (60, 8),
    (180, 6),
    (600, 3),
    (1500, 2),
    (BEFORE_THE_END, 5),
    (AFTER_THE_END, 5),
    (NEVER, 14),
)
"""Minutes until somebody looks at a prompt; or a minute before or after the time shown in it."""


def delay(chance: random.Random, until_shown: timedelta | None) -> timedelta | None:
    """Return how long a prompt is left alone; `until_shown`: to the time shown in it."""
    drawn = chance.choices([row[0] for row in DELAYS], [row[1] for row in DELAYS])[0]
    if drawn == NEVER:
        return None
    if isinstance(drawn, int):
        return timedelta(minutes=drawn)
    if until_shown is None:
        return timedelta(minutes=20)
    minute = timedelta(minutes=1 if drawn == AFTER_THE_END else -1)
    return max(until_shown + minute, timedelta(minutes=1))
