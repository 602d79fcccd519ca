"""HTTP on bare sockets: just enough of it for clients that post forms and keep their connection."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import cast
from urllib.parse import urlencode

Answer = Callable[[int, bytes], None]
Handler = Callable[[bytes, bytes, Answer], None]
"""`handler(path, body, answer)`: whoever handles a request answers it, now or later, once."""

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_REASONS = {200: b"OK", 400: b"Bad Request", 404: b"Not Found", 429: b"Too Many Requests"}


def as_form(body: bytes) -> bytes:
    """Return the body of a request as a form: some clients post JSON."""
    if not body.startswith(b"{"):
        return body
    fields = {
        name: value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
        for name, value in json.loads(body).items()
    }
    return urlencode(fields).encode()


class Wire(asyncio.Protocol):
    """One connection."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Answers that come later go nowhere."""
        self._transport = None

    def data_received(self, data: bytes) -> None:
        """Handle each request that has arrived whole."""
        self._buffer = buffer = self._buffer + data if self._buffer else data
        while (end := buffer.find(b"\r\n\r\n")) >= 0:
            found = _LENGTH.search(buffer, 0, end)
            size = int(found[1]) if found else 0
            whole = end + 4 + size
            if len(buffer) < whole:
                return
            path = buffer[buffer.index(b" ") + 1 : buffer.index(b" HTTP/")]
            body = as_form(buffer[end + 4 : whole])
            self._buffer = buffer = buffer[whole:]
            self._handler(path, body, self.answer)

    def answer(self, status: int, payload: bytes) -> None:
        """Write an answer of JSON."""
        if self._transport is None:
            return
        self._transport.write(
            b"HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            % (status, _REASONS[status], len(payload), payload)
        )
