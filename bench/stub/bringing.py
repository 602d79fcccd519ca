"""Brings updates to a bot that named a webhook, each again until 200 is said.

Connections stay open, as the messenger's do. Different people's updates are brought at the same
time; one person's never are, since nobody here writes before they have heard.
"""

import asyncio
import re
from urllib.parse import SplitResult, urlsplit

MOST = 20
"""Connections at once: as many as our bot asks for."""
AGAIN = 0.05
_STATUS, _LENGTH = re.compile(rb"HTTP/1\.1 (\d+)"), re.compile(rb"\ncontent-length: *(\d+)", re.I)

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Bringer:
    """`bring(update, rtt)` hands over one update; half of the round trip is its way there."""

    def __init__(self, url: str, secret: str) -> None:
        self.url = url
        self._to: SplitResult = urlsplit(url)
        self._secret = secret.encode()
        self._waiting: asyncio.Queue[tuple[bytes, float]] = asyncio.Queue()
        self._workers = [asyncio.create_task(self._work()) for _ in range(MOST)]

    def bring(self, update: bytes, rtt: float) -> None:
        """Bring an update as soon as a connection is free."""
        self._waiting.put_nowait((update, rtt))

    async def _work(self) -> None:
        open_one: Connection | None = None
        while True:
            update, rtt = await self._waiting.get()
            while True:
                await asyncio.sleep(rtt / 2)
                if open_one and open_one[0].at_eof():
                    open_one = None  # closed by the bot after a while without updates
                try:
                    open_one = open_one or await self._connect()
                    status = await self._post(open_one, update)
                except (OSError, EOFError):
                    open_one, status = None, 0
                await asyncio.sleep(rtt / 2)
                if status == 200:
                    break
                await asyncio.sleep(AGAIN)

    async def _connect(self) -> Connection:
        return await asyncio.open_connection(self._to.hostname, self._to.port)

    async def _post(self, connection: Connection, update: bytes) -> int:
        reader, writer = connection
        writer.write(
            b"POST %s HTTP/1.1\r\nHost: bot\r\nX-Telegram-Bot-Api-Secret-Token: %s\r\n"
            b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            % (self._to.path.encode(), self._secret, len(update), update)
        )
        head = await reader.readuntil(b"\r\n\r\n")
        status, length = _STATUS.match(head), _LENGTH.search(head)
        if length:
            await reader.readexactly(int(length[1]))
        return int(status[1]) if status else 0
