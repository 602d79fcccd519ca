"""Processes of a benchmark: the stub, the product, the peers. Orders and answers are JSON lines."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PEERS_PYTHON = ROOT / "bench" / ".venv" / "bin" / "python"
START_SECONDS = 60.0
END_SECONDS = 60.0
"""Long, because a profile may have to be written."""


class ChildFailed(RuntimeError):
    """A process of the benchmark ended before its time, or could not obey; its words follow."""


@dataclass
class Child:
    """One process: `ask` gives an order and waits for its answer; orders may overlap."""

    name: str
    process: asyncio.subprocess.Process
    log: Path
    ready: Any = None
    _numbers: "count[int]" = field(default_factory=count)
    _waiting: dict[int, asyncio.Future[dict[str, Any]]] = field(default_factory=dict)
    _reading: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int:
        """Its process id."""
        return self.process.pid

    async def begin(self) -> None:
        """Wait until it says that it is ready."""
        assert self.process.stdout is not None
        async with asyncio.timeout(START_SECONDS):
            line = await self.process.stdout.readline()
        if not line:
            raise ChildFailed(self._last_words())
        self.ready = json.loads(line)["ready"]
        self._reading = asyncio.create_task(self._read(self.process.stdout))

    def cpu(self) -> float:
        """Return the seconds of processor time it has taken, all threads together (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    async def ask(self, do: str, **more: Any) -> dict[str, Any]:
        """Give an order and wait for its answer."""
        assert self.process.stdin is not None
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        self.process.stdin.write(json.dumps({"do": do, "n": number} | more).encode() + b"\n")
        return await answer

    async def _read(self, stream: asyncio.StreamReader) -> None:
        while line := await stream.readline():
            told = json.loads(line)
            answer = self._waiting.pop(told.pop("n"))
            if "error" in told:
                answer.set_exception(ChildFailed(f"{self.name}\n{told['error']}"))
            else:
                answer.set_result(told)
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(ChildFailed(self._last_words()))

    async def end(self) -> None:
        """Close its orders, which ends it, and wait."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            async with asyncio.timeout(END_SECONDS):
                await self.process.wait()
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
        if self._reading:
            self._reading.cancel()

    def _last_words(self) -> str:
        words = self.log.read_text(errors="replace").splitlines()[-15:]
        return f"{self.name}\n" + "\n".join(words)


@asynccontextmanager
async def child(
    name: str, folder: Path, *arguments: str, python: Path | str = sys.executable, **env: str
) -> AsyncGenerator[Child]:
    """A process that runs in `folder`, ready for orders; its stderr goes to a file."""
    async with children([(name, arguments, python, env)], folder) as (one,):
        yield one


Plan = tuple[str, Sequence[str], Path | str, Mapping[str, str]]
"""Name, arguments after `python`, the Python, more environment."""


@asynccontextmanager
async def children(plans: Sequence[Plan], folder: Path) -> AsyncGenerator[list[Child]]:
    """Several processes, begun at once."""
    begun: list[Child] = []
    try:
        for name, arguments, python, env in plans:
            begun.append(await _spawn(name, arguments, python, env, folder))
        await asyncio.gather(*(one.begin() for one in begun))
        yield begun
    finally:
        await asyncio.gather(*(one.end() for one in begun))


async def _spawn(
    name: str, arguments: Sequence[str], python: Path | str, env: Mapping[str, str], folder: Path
) -> Child:
    log = folder / f"{name.replace(' ', '_').replace('+', 'and')}.log"
    with log.open("ab") as errors:
        process = await asyncio.create_subprocess_exec(
            str(python),
            *arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
            cwd=folder,
            env=_environment() | env,
            limit=1 << 24,
        )
    return Child(name, process, log)


def _environment() -> dict[str, str]:
    """Return our own environment without settings of the product, the tree importable."""
    foreign = ("HOMEWORK_", "TELEGRAM_", "DATABASE_", "PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        with suppress(KeyError):
            del kept[name]
        with suppress(KeyError):
            del kept[name.upper()]
    return kept | {"PYTHONPATH": str(ROOT)}
