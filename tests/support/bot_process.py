"""The bot in a process of its own: started, asked, killed, waited for, and started again."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.nursery import Nursery, environment

START_SECONDS = 60.0


class BotDied(AssertionError):
    """The process ended before it was ready, or before it answered."""


@dataclass
class BotProcess:
    """One bot process after another on the same data. `env`: its settings."""

    folder: Path
    env: dict[str, str]
    nursery: Nursery | None = None
    pid: int = 0
    starts: int = 0
    _popen: subprocess.Popen[bytes] | None = None
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _alive: bool = False

    @property
    def log(self) -> Path:
        """What all these processes wrote to stderr."""
        return self.folder / "bot.log"

    async def start(self, *, death: dict[str, Any] | None = None, **more: str) -> None:
        """Start and wait until it runs; raises `BotDied` when it ends before that."""
        await self.launch(death=death, **more)
        try:
            await self.ready()
        except BotDied:
            raise BotDied(f"exit {await self.ended()}\n{self.tail()}") from None

    async def launch(self, *, death: dict[str, Any] | None = None, **more: str) -> None:
        """Start and don't wait."""
        assert not self._alive, "it runs already"
        ours, theirs = socket.socketpair()
        env = self.env | more
        if death is not None:
            env["BOT_TEST_DEATH"] = json.dumps(death)
        with theirs:
            self.pid = self._spawn(env, theirs)
        self.starts += 1
        self._alive = True
        self._reader, self._writer = await asyncio.open_connection(sock=ours)

    def _spawn(self, env: dict[str, str], connection: socket.socket) -> int:
        number = connection.fileno()
        with self.log.open("ab") as log:
            if self.nursery:
                return self.nursery.start(self.folder, environment(env), number, log.fileno())
            self._popen = subprocess.Popen(
                [sys.executable, "-m", "tests.support.bot_main"],
                cwd=self.folder,
                env=environment(env | {"BOT_TEST_SOCKET": str(number)}),
                pass_fds=[number],
                stderr=log,
            )
            return self._popen.pid

    async def ready(self) -> None:
        """Wait until a launched bot runs."""
        assert "ready" in await self._answer(START_SECONDS)

    async def ask(self, do: str, **more: Any) -> dict[str, Any]:
        """Give an order and wait for its answer."""
        assert self._writer is not None
        async with self._asking:
            self._writer.write(json.dumps({"do": do} | more).encode() + b"\n")
            return await self._answer(START_SECONDS)

    async def _answer(self, within: float) -> dict[str, Any]:
        assert self._reader is not None
        async with asyncio.timeout(within):
            try:
                line = await self._reader.readline()
            except ConnectionError:
                line = b""
        if not line:
            raise BotDied
        return json.loads(line)

    def kill(self) -> None:
        """Kill -9, now; harmless when it died this moment."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to stop."""
        os.kill(self.pid, signal.SIGTERM)

    async def died(self, within: float = 30.0) -> None:
        """Wait until its end of the socket is closed: it is gone, whatever killed it."""
        assert self._reader is not None
        async with asyncio.timeout(within):
            try:
                while await self._reader.read(1024):
                    pass
            except ConnectionError:
                pass

    async def ended(self, within: float = 30.0) -> int:
        """Wait for the end of the process; return its exit code, negative for a signal."""
        if not self._alive:
            return 0
        async with asyncio.timeout(within):
            if self.nursery:
                code = await asyncio.to_thread(self.nursery.ended)
            else:
                assert self._popen is not None
                code = await asyncio.to_thread(self._popen.wait)
        self._alive = False
        if self._writer is not None:
            self._writer.close()
        return code

    async def restart(self, **more: Any) -> None:
        """Kill -9 and start again."""
        self.kill()
        await self.ended()
        await self.start(**more)

    async def stop(self) -> int:
        """SIGTERM, and its exit code."""
        if not self._alive:
            return 0
        self.terminate()
        return await self.ended()

    async def abandon(self) -> None:
        """Leave nothing running, whatever happened."""
        if not self._alive:
            return
        self.terminate()
        try:
            await self.ended(15)
        except TimeoutError:
            self.kill()
            await self.ended()

    def tail(self, lines: int = 40) -> str:
        """The end of its log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
