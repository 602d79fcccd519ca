"""The messenger's limits at their strictest: 30 in any trailing second, one a second in a chat."""

import math
from collections import deque


class Limits:
    """`refused(chat, now)` says how many whole seconds to wait, or None and counts the message."""

    def __init__(self, per_second: int = 30, chat_seconds: float = 1.0) -> None:
        self._per_second, self._chat_seconds = per_second, chat_seconds
        self._taken: deque[float] = deque()
        self._chats: dict[bytes, float] = {}

    def refused(self, chat: bytes, now: float, *, edit: bool = False) -> int | None:
        """Edits count among the 30, but not in their chat."""
        while self._taken and self._taken[0] <= now - 1.0:
            self._taken.popleft()
        waits: list[float] = []
        if len(self._taken) >= self._per_second:
            waits.append(self._taken[0] + 1.0 - now)
        if not edit and (last := self._chats.get(chat)) is not None:
            waits.append(last + self._chat_seconds - now)
        if waits and max(waits) > 0:
            return max(1, math.ceil(max(waits)))
        self._taken.append(now)
        if not edit:
            self._chats[chat] = now
        return None
