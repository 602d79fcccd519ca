"""Telegram's flood limits: about 30 messages a second in all, about one a second in one chat.

It must not know what a message is, nor read a clock: seconds of the machine's clock are handed in.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from bot.demo.refusals import too_many


@dataclass(slots=True)
class Floods:
    """Counts accepted messages; raises 429 beyond the limits. `on=False` lets everything pass.

    `chat_burst` messages may go to one chat at once, then `chat_per_second`.
    """

    on: bool = True
    per_second: int = 30
    chat_per_second: float = 1.0
    chat_burst: int = 6
    _recent: deque[float] = field(default_factory=deque[float])
    _buckets: dict[int, tuple[float, float]] = field(default_factory=dict[int, tuple[float, float]])

    def count(self, chat: int, now: float) -> None:
        """Count one message to `chat` at `now` (seconds), or raise 429 with the wait."""
        if not self.on:
            return
        while self._recent and self._recent[0] <= now - 1:
            self._recent.popleft()
        if len(self._recent) >= self.per_second:
            raise too_many(max(1, math.ceil(self._recent[0] + 1 - now)))
        left, since = self._buckets.get(chat, (float(self.chat_burst), now))
        left = min(self.chat_burst, left + (now - since) * self.chat_per_second)
        if left < 1:
            self._buckets[chat] = (left, now)
            raise too_many(max(1, math.ceil((1 - left) / self.chat_per_second)))
        self._buckets[chat] = (left - 1, now)
        self._recent.append(now)
