"""The process: listens on loopback, takes orders as JSON lines, answers each with one line."""

import asyncio
import json
import sys
import time
import traceback
from typing import Any

from bench.stub.crowd import Tally
from bench.stub.limits import Limits
from bench.stub.office import Log, Office
from bench.stub.wire import Answer, Wire

QUIET = 1.2
"""Seconds without a call after which a bot that owes edits will not make them any more."""
SETTLED = 0.25
"""Seconds after the last message in which a second copy of one would come."""


class Desk:
    """Obeys orders. Every bot has an office of its own, named by its token."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._offices: dict[bytes, Office] = {}

    def handle(self, path: bytes, body: bytes, answer: Answer) -> None:
        """Hand a request to its office."""
        _, bot, method = path.split(b"/", 2)
        office = self._offices.get(bot[3:])
        if office is None:
            answer(404, b'{"ok":false,"error_code":404,"description":"Not Found"}')
        else:
            office.call(method, body, answer)

    async def obey(self, order: dict[str, Any]) -> dict[str, Any]:
        """Do what an order says."""
        do, token = order.pop("do"), order.pop("token", "").encode()
        if do == "open":
            office = self._offices[token] = Office()
            for kind, people in order["people"].items():
                office.crowd.seat(people, kind)
            return {}
        office = self._offices[token]
        match do:
            case "rules":
                office.rtt = order["rtt"]
                office.limits = Limits() if order.get("strict") else None
                return {"answered": office.crowd.steps}
            case "crowd":
                office.crowd.keep_waiting(order["kind"], order["waiting"], self._loop.time())
                return {}
            case "measure":
                return await self._measure(office, **order)
            case "arrive":
                return await self._arrive(office, **order)
            case "drain":
                return await self._drain(office, **order)
            case "reset":
                office.log, office.crowd.tally = Log(), Tally()
                return {}
            case "sent":
                return await self._sent(office, **order)
            case unknown:
                raise LookupError(unknown)

    async def _measure(
        self, office: Office, seconds: float, steps: int, at_most: float, warm: bool
    ) -> dict[str, Any]:
        """Count steps for `seconds`, and until there are `steps`, but not longer than `at_most`.

        `warm`: begin when the first answer has come.
        """
        until = self._loop.time() + at_most
        office.log, office.crowd.tally = Log(), Tally()
        while warm and not office.crowd.tally.steps and self._loop.time() < until:
            await asyncio.sleep(0.002)
        office.log, office.crowd.tally = Log(), Tally()
        tally, log = office.crowd.tally, office.log
        began, cpu = self._loop.time(), time.process_time()
        while True:
            await asyncio.sleep(0.02)
            length = self._loop.time() - began
            enough = length >= seconds and len(tally.steps) >= steps
            if enough or length >= at_most or not office.crowd.open:
                break
        return {
            "seconds": length,
            "steps": len(tally.steps),
            "cpu": (time.process_time() - cpu) / length,
            "calls": dict(log.calls),
            "repeats": tally.repeats,
            "asides": tally.asides,
        }

    async def _arrive(
        self, office: Office, kind: str, gaps: list[float], patience: float
    ) -> dict[str, Any]:
        """Let one person after another answer, each after a gap; wait for what they hear."""
        crowd = office.crowd
        crowd.keep_waiting(kind, 0, 0.0)
        tally = crowd.tally = Tally()
        office.log = log = Log()
        began, cpu, at = self._loop.time(), time.process_time(), 0.0
        for gap in gaps:
            at += gap
            await asyncio.sleep(max(0.0, began + at - self._loop.time()))
            crowd.one_more(self._loop.time())
        until = self._loop.time() + patience
        while crowd.open and self._loop.time() < until:
            await asyncio.sleep(0.02)
        length = self._loop.time() - began
        return {
            "took": tally.took,
            "unheard": crowd.open,
            "repeats": tally.repeats,
            "asides": tally.asides,
            "calls": dict(log.calls),
            "floods": log.floods,
            "cpu": (time.process_time() - cpu) / length,
        }

    async def _drain(self, office: Office, patience: float) -> dict[str, Any]:
        """Let everybody who waits hear their answer, nobody else begin, and the bot get done.

        It is done when it has made one edit for each answer.
        """
        office.crowd.keep_waiting("", 0, 0.0)
        began = self._loop.time()
        until = began + patience
        office.log.last = began
        while self._loop.time() < until:
            quiet = self._loop.time() - office.log.last > QUIET
            if not office.crowd.open and (quiet or not office.owed):
                break
            await asyncio.sleep(0.01)
        tally = office.crowd.tally
        return {
            "open": office.crowd.open,
            "owed": office.owed,
            "answered": office.crowd.steps,
            "seconds": max(0.0, office.log.last - began),
            "repeats": tally.repeats,
            "calls": dict(office.log.calls),
        }

    async def _sent(self, office: Office, number: int, patience: float) -> dict[str, Any]:
        """Wait until so many chats have a message; tell who got what, in seconds from now."""
        log = office.log
        began, cpu = self._loop.time(), time.process_time()
        chats: set[bytes] = set()
        seen = 0
        quiet_from: float | None = None
        while self._loop.time() - began < patience:
            await asyncio.sleep(0.02)
            chats.update(chat for _, chat in log.sent[seen:])
            seen = len(log.sent)
            if len(chats) >= number:
                quiet_from = quiet_from or self._loop.time()
                if self._loop.time() - quiet_from > SETTLED:
                    break
        length = self._loop.time() - began
        times = [at for at, _ in log.sent]
        return {
            "sent": len(times),
            "chats": len(chats),
            "floods": log.floods,
            "first": times[0] - began if times else 0.0,
            "last": times[-1] - began if times else 0.0,
            "cpu": (time.process_time() - cpu) / length,
            "calls": dict(log.calls),
        }


async def main() -> None:
    """Serve until the orders end."""
    loop = asyncio.get_running_loop()
    desk = Desk()
    server = await loop.create_server(lambda: Wire(desk.handle), "127.0.0.1", 0, backlog=512)
    reader = asyncio.StreamReader(limit=1 << 24)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    _say({"ready": server.sockets[0].getsockname()[1]})
    running: set[asyncio.Task[None]] = set()

    async def answer(order: dict[str, Any]) -> None:
        number = order.pop("n")
        try:
            told = await desk.obey(order)
        except Exception:  # told to whoever asked
            told = {"error": traceback.format_exc()}
        _say({"n": number} | told)

    while line := await reader.readline():
        task = asyncio.create_task(answer(json.loads(line)))
        running.add(task)
        task.add_done_callback(running.discard)


def _say(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
