"""No text that anybody types keeps the program: each pattern over text is quick at its worst."""

import json
import random
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from time import process_time
from types import FrameType
from typing import Any

import pytest

from conversations import ratings
from homework import hierarchy, packaged, spoken, weekhours
from tests.support.patterns_seen import ROOT, SCANNING
from tests.support.pumping import pumped
from tests.support.yardstick import slowness

LONGEST = 4096
"""No message has more characters."""
SHORTER = {
    "homework/hierarchy.py": hierarchy._LONGEST_LINE,
    "homework/spoken.py": spoken.LONGEST,
    "homework/weekhours.py": weekhours._LONGEST,
}
"""Where nothing that is longer is looked at."""
YARDSTICK, BLANKS = re.compile(r"\s+$"), " " * (LONGEST - 1) + "\x00"
"""A pattern that looks from each blank at all that follow; by it each machine measures itself."""
SLOW = 0.7
"""Of what the yardstick takes: what takes longer is slow for one message."""
GIVEN_UP = 0.5

Seen = tuple[str, int, str | None, int, list[str]]


class TooSlow(Exception):
    """A pattern was still at it after `GIVEN_UP`."""


@pytest.fixture(scope="module")
def seen() -> list[Seen]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.patterns_seen"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]  # type: ignore[misc]


@pytest.fixture
def alarm() -> Iterator[None]:
    def give_up(signum: int, frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, give_up)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def took(pattern: re.Pattern[str], method: str, text: str) -> float:
    """Return the seconds of the process that one use takes; what scans, scans to the end."""
    began = process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, GIVEN_UP)
    try:
        if method in SCANNING:
            for _ in pattern.finditer(text):
                pass
        else:
            getattr(pattern, method)(text)
    except TooSlow:
        return GIVEN_UP
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return process_time() - began


@cache
def suspicious() -> float:
    """Return from how many seconds on a pattern is worth being held against the yardstick."""
    return 0.5 * min(took(YARDSTICK, "search", BLANKS) for _ in range(5))


def is_slow(pattern: re.Pattern[str], method: str, text: str) -> bool:
    """Whether a use is slow beside the yardstick, each at its best of three turns: a machine that
    is busy with other things slows both."""
    if took(pattern, method, text) < suspicious():
        return False
    turns = [(took(pattern, method, text), took(YARDSTICK, "search", BLANKS)) for _ in range(3)]
    return min(own for own, _ in turns) > SLOW * min(other for _, other in turns)


def worst(
    pattern: str, flags: int, methods: list[str], chance: random.Random, longest: int = LONGEST
) -> Any:
    """Return method and text at which a pattern is slow, None if it never is."""
    made = re.compile(pattern, flags)
    for length in (40, longest):
        for text in pumped(pattern, flags, length, chance):
            for method in methods or ["finditer"]:
                if is_slow(made, method, text):
                    return method, text[:60], len(text)
    return None


def test_every_pattern_is_looked_at(seen: list[Seen]) -> None:
    assert [row[:2] for row in seen if row[2] is None] == [], "nothing here made them"
    files = {row[0] for row in seen}
    assert {"conversations/ratings.py", "conversations/daywords.py", "homework/spoken.py"} <= files
    assert len(seen) > 120


def test_no_text_keeps_the_program(seen: list[Seen], alarm: None) -> None:
    chance, slow = random.Random(7), []
    for name, line, pattern, flags, methods in seen:
        if pattern is None:
            continue
        longest = SHORTER.get(name, LONGEST)
        if found := worst(pattern, flags, methods, chance, longest):
            slow.append((name, line, pattern[:80], *found))
    assert slow == []


@pytest.mark.parametrize("locale", packaged.tongues())
@pytest.mark.parametrize(
    "text", [":" * 4000, " " * 4000, "about, " * 500, " ~" * 2000, "60" + " " * 4000]
)
def test_no_text_keeps_whoever_reads_a_number(text: str, locale: str) -> None:
    words, began = packaged.numerals(locale), process_time()
    for typed in (f"{text}x", f"a{text}x", f"{text}60"):
        ratings.rating_in(typed, 100, words)
        ratings.amount_in(typed, words)
        ratings.feelings_in(typed, 100, words)
    assert process_time() - began < 0.5 * slowness()


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"^(?:a|a)*$", "match"),
        (YARDSTICK.pattern, "search"),
        (r"^(\w+\s?)*$", "match"),
        (r"x*x*x*y", "match"),
    ],
)
def test_a_slow_pattern_would_be_found(pattern: str, method: str, alarm: None) -> None:
    assert worst(pattern, 0, [method], random.Random(7)) is not None
