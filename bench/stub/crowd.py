"""People who answer questions: each writes or presses as soon as it is their turn.

`waiting` of them wait for an answer at any time, one after another around the whole ring, so that
each has read a question before they answer it. Everybody's clock moves ten seconds an answer:
nobody answers what they could not have read.
"""

import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_plus, unquote_to_bytes

QUESTION = re.compile(rb"Question(?:\+|%20)(\d+)")
_PRESS = re.compile(rb'"callback_data": ?"([^"]*)"')
_TEXT, _MARKUP = re.compile(rb"(?:^|&)text=([^&]*)"), re.compile(rb"(?:^|&)reply_markup=([^&]*)")
LAST = 12
RATED = 5
"""Which of a question's buttons is pressed, counted from 0: the rating 5."""
AHEAD = 60
"""Seconds their clocks are ahead: the first question must lie well behind them."""


@dataclass(slots=True)
class Human:
    """One person in a private chat; `at`: the number of the question they see."""

    user: int
    kind: str
    press: str
    clock: int
    at: int = 1
    shown: bytes = b""
    asked_at: float | None = None
    aside: int = 0


@dataclass(slots=True)
class Tally:
    """What came back: times of steps, seconds each took, and what should not have happened."""

    steps: list[float] = field(default_factory=list[float])
    took: list[float] = field(default_factory=list[float])
    repeats: int = 0
    asides: int = 0


class Crowd:
    """The people of one bot. `send(kind, update)` queues an update without its id."""

    def __init__(self, send: Callable[[str, str], None], now: int) -> None:
        self._send = send
        self._start = now + AHEAD
        self.humans: dict[bytes, Human] = {}
        self._rings: dict[str, deque[Human]] = {}
        self._kind, self._follow = "", False
        self.open = 0
        self.tally = Tally()
        self._numbers = 0
        self.steps = 0

    def seat(self, people: list[list[Any]], kind: str) -> None:
        """Let people in: pairs of user and what their first button "5" carries."""
        for user, press in people:
            human = Human(user, kind, press, self._start)
            self.humans[b"%d" % user] = human
            self._rings.setdefault(kind, deque()).append(human)

    def keep_waiting(self, kind: str, number: int, now: float) -> None:
        """From now on `number` people of this kind wait for an answer, 0: nobody by themselves."""
        self._kind, self._follow = kind, number > 0
        for _ in range(number - self.open):
            self.one_more(now)

    def one_more(self, now: float) -> bool:
        """Let the next in the ring answer their question; False when all sheets are full."""
        ring = self._rings.get(self._kind)
        if not ring:
            return False
        human = ring.popleft()
        human.asked_at = now
        self.open += 1
        self._answer(human)
        return True

    def clock_of(self, chat: bytes) -> int:
        """Return the date a message in this chat gets."""
        human = self.humans.get(chat)
        return human.clock if human else self._start

    def heard(self, chat: bytes, body: bytes, message: bytes, now: float) -> None:
        """Take a message of the bot's: `body` as posted, `message` as the messenger gives it."""
        human = self.humans.get(chat)
        if human is None:
            return
        found = QUESTION.search(body)
        if human.asked_at is None:
            self.tally.repeats += 1
        elif found is None and human.at < LAST:
            self._told_aside(human)
        elif found is not None and int(found[1]) != human.at + 1:
            self.tally.repeats += 1
        else:
            self._stepped(human, body, message, now)

    def _stepped(self, human: Human, body: bytes, message: bytes, now: float) -> None:
        self.steps += 1
        self.tally.steps.append(now)
        self.tally.took.append(now - (human.asked_at or now))
        human.asked_at = None
        human.at += 1
        human.shown = message
        self.open -= 1
        if human.kind == "rating":
            human.press = _pressed(body)
        if human.at < LAST:
            self._rings[human.kind].append(human)
        if self._follow:
            self.one_more(now)

    def _told_aside(self, human: Human) -> None:
        """Their words were taken for something else: they say it once more."""
        self.tally.asides += 1
        human.aside += 1
        self._answer(human)

    def _answer(self, human: Human) -> None:
        human.clock += 10
        self._numbers += 1
        who = f'"id":{human.user},"first_name":"Heron"'
        person = f'{{{who},"is_bot":false,"language_code":"en"}}'
        chat = f'{{{who},"type":"private"}}'
        if human.kind == "text":
            words = f"I thought that nobody would want to talk to me, {human.user} at {human.at}."
            self._send(
                "message",
                f'{{"message_id":{1_000_000 + self._numbers},"from":{person},"chat":{chat},'
                f'"date":{human.clock},"text":"{words}"}}',
            )
            return
        shown = human.shown.decode() or (
            f'{{"message_id":1,"from":{BOT},"chat":{chat},"date":{human.clock},"text":"…"}}'
        )
        self._send(
            "callback_query",
            f'{{"id":"{self._numbers}","from":{person},"chat_instance":"1",'
            f'"message":{shown},"data":{json.dumps(human.press)}}}',
        )


BOT = '{"id":1,"is_bot":true,"first_name":"Bench","username":"bench_bot"}'


def _pressed(body: bytes) -> str:
    markup = _MARKUP.search(body)
    found = _PRESS.findall(unquote_to_bytes(markup[1].replace(b"+", b" "))) if markup else []
    return found[RATED].decode() if len(found) > RATED else ""


def as_message(number: int, chat: bytes, date: int, body: bytes) -> bytes:
    """Return the message that a posted form made, as the messenger would give it back."""
    text, markup = _TEXT.search(body), _MARKUP.search(body)
    words = json.dumps(unquote_plus(text[1].decode())) if text else '""'
    buttons = b""
    if markup:
        buttons = b',"reply_markup":' + unquote_to_bytes(markup[1].replace(b"+", b" "))
    return (
        (
            f'{{"message_id":{number},"from":{BOT},'
            f'"chat":{{"id":{chat.decode()},"first_name":"Heron","type":"private"}},'
            f'"date":{date},"text":{words}'
        ).encode()
        + buttons
        + b"}"
    )
