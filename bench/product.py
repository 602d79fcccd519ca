"""The product in a process of its own: what `homework run` runs, with orders for the benchmark.

Everything is composed by `bot.app.serve` from the environment's settings. `BENCH_PACE` "off" takes
the pacing away, all but a limit of `BENCH_IN_FLIGHT` (64) messages under way at once; `BENCH_AHEAD`
sets the calendar that many seconds ahead of the machine.
"""

import asyncio
import json
import os
import signal
import sys
import traceback
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.firing import fire_all
from bench.posting import post_notices
from bot import telemetry
from bot.app import Running, serve
from bot.clock import Calendar, Machine
from bot.floodgate import UNLIMITED
from bot.settings import load
from scheduler.pacing import Pace


def unpaced() -> Pace:
    """Return a pace that holds nothing up but how much is under way at once."""
    most = int(os.environ.get("BENCH_IN_FLIGHT", "64"))
    return Pace(per_second=1e6, in_flight=most, herd=most, chat_per_second=1e6)


class Orders:
    """What a benchmark asks of the running bot."""

    def __init__(self, running: Running) -> None:
        self._running = running

    async def obey(self, order: dict[str, Any]) -> dict[str, Any]:
        """Do what an order says."""
        match order.pop("do"):
            case "post":
                return await post_notices(self._running, order["number"])
            case "ring":  # the calendar comes to the moment at which prompts are due
                calendar = self._running.calendar
                calendar.jump(calendar.now() + timedelta(seconds=order["ahead"]))
                return {}
            case "fire":
                return await fire_all(self._running, order["ahead"])
            case unknown:
                raise LookupError(unknown)


async def live() -> None:
    """Run the bot until the orders end or SIGTERM comes."""
    calendar = Calendar(Machine(), timedelta(seconds=float(os.environ.get("BENCH_AHEAD", "0"))))
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    obeying: list[asyncio.Task[None]] = []

    async def obey(running: Running) -> None:
        orders = Orders(running)
        while line := await reader.readline():
            order = json.loads(line)
            number = order.pop("n")
            try:
                told = await orders.obey(order)
            except Exception:  # told to whoever asked
                told = {"error": traceback.format_exc()}
            _say({"n": number} | told)
        stop.set()

    def ready(running: Running) -> None:
        _say({"ready": os.getpid()})
        obeying.append(asyncio.create_task(obey(running)))

    pace = unpaced() if os.environ.get("BENCH_PACE") == "off" else None
    try:
        await serve(load(None), calendar, stop, ready=ready, pace=pace, floods=UNLIMITED)
    finally:
        for task in obeying:
            task.cancel()


def _say(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Run; with `BENCH_PROFILE` also write where the time went, to that file."""
    telemetry.setup("console")
    file = os.environ.get("BENCH_PROFILE")
    if not file:
        asyncio.run(live())
        return
    from pyinstrument import Profiler

    profiler = Profiler(interval=0.001, async_mode="disabled")
    with profiler:
        asyncio.run(live())
    Path(file).write_text(
        profiler.output_html() if file.endswith("html") else profiler.output_text(),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
