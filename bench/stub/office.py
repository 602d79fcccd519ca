"""The Bot API as far as the contenders use it: one `Office` for each token.

Round-trip time: a request needs half of it to get here and its answer half of it to get back. A
long poll is looked at when it gets here, and again whenever there is something new. Whoever names a
webhook is brought updates instead.
"""

import asyncio
import json
import re
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import parse_qs

from bench.stub.bringing import Bringer
from bench.stub.crowd import BOT, Crowd, as_message
from bench.stub.limits import Limits
from bench.stub.wire import Answer

_CHAT = re.compile(rb"(?:^|&)chat_id=(-?\d+)")
_MESSAGE = re.compile(rb"(?:^|&)message_id=(\d+)")
_OFFSET, _LIMIT = re.compile(rb"(?:^|&)offset=(\d+)"), re.compile(rb"(?:^|&)limit=(\d+)")
_WAIT = re.compile(rb"(?:^|&)timeout=(\d+)")
TRUE = b'{"ok":true,"result":true}'
EMPTY = b'{"ok":true,"result":[]}'
WRITTEN = frozenset({b"sendMessage", b"editMessageText", b"editMessageReplyMarkup"})


@dataclass(slots=True)
class Log:
    """What was asked of the messenger since the last look."""

    calls: Counter[str] = field(default_factory=Counter[str])
    sent: list[tuple[float, bytes]] = field(default_factory=list[tuple[float, bytes]])
    floods: int = 0
    last: float = 0.0


class Office:
    """Everything one bot sees of the messenger."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.rtt = 0.0
        self.limits: Limits | None = None
        self.log = Log()
        self.crowd = Crowd(self._queue_update, int(time.time()))
        self._updates: deque[tuple[int, bytes]] = deque()
        self._next_update = 1
        self._message = 10
        self.owed = 0  # edits: one for each answer to a person
        self._poll: tuple[Answer, int, asyncio.TimerHandle] | None = None
        self._bringer: Bringer | None = None

    def call(self, method: bytes, body: bytes, answer: Answer) -> None:
        """Take a request; half the way lies behind it when it is looked at."""
        if self.rtt:
            self._loop.call_later(self.rtt / 2, self._look, method, body, answer)
        else:
            self._look(method, body, answer)

    def _look(self, method: bytes, body: bytes, answer: Answer) -> None:
        if method == b"getUpdates":
            self._hold(body, answer)
            return
        now = self._loop.time()
        self.log.calls[method.decode()] += 1
        self.log.last = now
        if method in WRITTEN:
            self._write(method, body, answer, now)
        elif method == b"getMe":
            self._reply(answer, 200, f'{{"ok":true,"result":{BOT}}}'.encode())
        elif method == b"getWebhookInfo":
            told = {"url": self._bringer.url if self._bringer else "", "pending_update_count": 0}
            self._reply(answer, 200, json.dumps({"ok": True, "result": told}).encode())
        elif method == b"setWebhook":
            named = parse_qs(body.decode())
            self._bringer = Bringer(named["url"][0], named["secret_token"][0])
            self._reply(answer, 200, TRUE)
        else:
            self._reply(answer, 200, TRUE)

    def _reply(self, answer: Answer, status: int, payload: bytes) -> None:
        if self.rtt:
            self._loop.call_later(self.rtt / 2, answer, status, payload)
        else:
            answer(status, payload)

    def _write(self, method: bytes, body: bytes, answer: Answer, now: float) -> None:
        chat = _found(_CHAT, body)
        edit = method != b"sendMessage"
        if self.limits and (wait := self.limits.refused(chat, now, edit=edit)):
            self.log.floods += 1
            self._reply(answer, 429, _flood(wait))
            return
        if edit:
            number = int(_found(_MESSAGE, body) or b"0")
            self.owed -= 1
        else:
            self._message += 1
            self.owed += 1
            number = self._message
        message = as_message(number, chat, self.crowd.clock_of(chat), body)
        self._reply(answer, 200, b'{"ok":true,"result":' + message + b"}")
        if not edit:
            self.log.sent.append((now, chat))
            self.crowd.heard(chat, body, message, now)

    # Updates ------------------------------------------------------------------------------------

    def _queue_update(self, kind: str, body: str) -> None:
        update = f'{{"update_id":{self._next_update},"{kind}":{body}}}'.encode()
        self._next_update += 1
        if self._bringer is not None:
            self._bringer.bring(update, self.rtt)
            return
        self._updates.append((self._next_update - 1, update))
        if self._poll is not None:
            self._loop.call_soon(self._serve)

    def _hold(self, body: bytes, answer: Answer) -> None:
        offset, limit = int(_found(_OFFSET, body) or b"0"), int(_found(_LIMIT, body) or b"100")
        while self._updates and self._updates[0][0] < offset:
            self._updates.popleft()
        if self._poll is not None:
            self._end_poll(EMPTY)
        wait = int(_found(_WAIT, body) or b"0")
        timer = self._loop.call_later(wait, self._end_poll, EMPTY)
        self._poll = (answer, limit, timer)
        self._serve()

    def _serve(self) -> None:
        if self._poll is None or not self._updates:
            return
        batch = [update for _, update in islice(self._updates, self._poll[1])]
        self._end_poll(b'{"ok":true,"result":[' + b",".join(batch) + b"]}")

    def _end_poll(self, payload: bytes) -> None:
        if self._poll is None:
            return
        answer, _, timer = self._poll
        self._poll = None
        timer.cancel()
        self._reply(answer, 200, payload)


def _found(what: re.Pattern[bytes], body: bytes) -> bytes:
    found = what.search(body)
    return found[1] if found else b""


def _flood(seconds: int) -> bytes:
    return (
        f'{{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {seconds}",'
        f'"parameters":{{"retry_after":{seconds}}}}}'
    ).encode()
