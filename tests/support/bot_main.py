"""The bot as a test starts it in a process of its own: the real one, with a calendar to jump.

Everything is composed by `bot.app.serve` from the environment's settings. Orders come as JSON lines
over a socket whose number is in `BOT_TEST_SOCKET`; the process ends when the test's end closes.

    BOT_TEST_OFFSET     file with the calendar's seconds ahead of the machine
    BOT_TEST_ATTEMPTS   file where each sending is noted (optional)
    BOT_TEST_DEATH      JSON arguments of `bot_edges.order`, given before anything starts (optional)
    BOT_TEST_POISON     a word that makes the handling of a text fail (optional)
    BOT_TEST_LOUD       every logger says everything, whatever the program sets (optional)
    BOT_TEST_PACE       "real": no faster than the messenger takes it, floods held back (optional)

With `--nursery FD` it becomes a process that has everything imported and forks bots on demand: the
loop that kills hundreds of them needs no second for each start.
"""

import array
import asyncio
import gc
import json
import logging
import os
import resource
import socket
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog

from bot import telemetry
from bot.app import Running, serve
from bot.clock import Calendar, Machine
from bot.endings import classify
from bot.floodgate import UNLIMITED
from bot.settings import load
from bot.stopping import stop_on_signals
from homework import joining, packaged, places
from homework.safety import screening
from homework.stocking import FORMS
from homework.store import timers, upgrading
from scheduler.pacing import Pace
from tests.support import bot_edges
from tests.support.forked import HOMEWORK

SWIFT = Pace(per_second=2000, chat_per_second=500, chat_burst=100)
LONG_POLL = 5


class Orders:
    """What a test may ask of a running bot."""

    def __init__(self, running: Running) -> None:
        self.running = running

    async def obey(self, order: dict[str, Any]) -> dict[str, Any]:
        match order.pop("do"):
            case "jump":
                self.running.calendar.jump(datetime.fromisoformat(order["to"]))
                await self.running.due.tick()
                await self.running.due.at_rest()  # the bot's own tick may have been first
                return {}
            case "leap":  # the clock of this machine is set, forward or back, to so far ahead
                self.running.calendar.offset = timedelta(seconds=order["ahead"])
                self.running.runner.wake()
                return {}
            case "next_due":
                async with self.running.db.transaction(self.running.calendar.now()) as unit:
                    due = await timers.next_due(unit)
                return {"due": due.isoformat() if due else None}
            case "die":
                bot_edges.order(**order)
                return {}
            case "invite":
                async with self.running.db.transaction(self.running.calendar.now()) as unit:
                    token = await joining.invite_therapist(unit, order["name"])
                return {"link": self.running.house.link(token)}
            case "limit":  # no file may grow beyond this; -1 lifts it
                _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
                resource.setrlimit(resource.RLIMIT_FSIZE, (order["bytes"], most))
                return {}
            case "counts":
                return {"counts": telemetry.counts()}
            case unknown:
                raise LookupError(unknown)


def _offset() -> timedelta:
    file = os.environ.get("BOT_TEST_OFFSET")
    return timedelta(seconds=float(Path(file).read_text()) if file else 0.0)


async def live(connection: socket.socket) -> None:
    """Run one bot until it is told to stop, or nobody is left to tell it."""
    calendar = Calendar(Machine(), _offset())
    stop = asyncio.Event()
    stop_on_signals(stop)
    connection.setblocking(False)
    reader, writer = await asyncio.open_connection(sock=connection)
    obeying: list[asyncio.Task[None]] = []

    async def obey(running: Running) -> None:
        orders = Orders(running)
        while line := await reader.readline():
            writer.write(json.dumps(await orders.obey(json.loads(line))).encode() + b"\n")
            await writer.drain()
        stop.set()

    def ready(running: Running) -> None:
        writer.write(json.dumps({"ready": os.getpid()}).encode() + b"\n")
        obeying.append(asyncio.create_task(obey(running)))

    try:
        real = os.environ.get("BOT_TEST_PACE") == "real"
        await serve(
            load(),
            calendar,
            stop,
            ready=ready,
            pace=None if real else SWIFT,
            floods=None if real else UNLIMITED,
            long_poll=LONG_POLL,
        )
    finally:
        for task in obeying:
            task.cancel()
        writer.close()


def run() -> int:
    """Run one bot as the environment says; return its exit code."""
    attempts = os.environ.get("BOT_TEST_ATTEMPTS")
    bot_edges.install(Path(attempts) if attempts else None)
    if death := os.environ.get("BOT_TEST_DEATH"):
        bot_edges.order(**json.loads(death))
    if word := os.environ.get("BOT_TEST_POISON"):
        bot_edges.poison(word)
    connection = socket.socket(fileno=int(os.environ["BOT_TEST_SOCKET"]))
    try:
        settings = load()
        telemetry.setup(settings.homework_log)
        if os.environ.get("BOT_TEST_LOUD"):
            for name in ("", *logging.root.manager.loggerDict):
                logging.getLogger(name).setLevel(logging.DEBUG)
        asyncio.run(live(connection))
    except Exception as error:
        ending = classify(error)
        if ending is None:
            print(telemetry.describe(error), file=sys.stderr)  # noqa: T201
            return 1
        print(f"homework: {ending}", file=sys.stderr)  # noqa: T201
        return ending.exit_code
    return 0


# The nursery --------------------------------------------------------------------------------------


def nurse(mother: socket.socket) -> None:
    """Fork a bot for each request; a request brings the bot's socket and its log file's number."""
    import aiohttp  # noqa: F401 - imported before the first fork
    import alembic.command  # noqa: F401

    assert upgrading and structlog
    _read_what_travels()
    gc.collect()
    gc.freeze()  # what is shared is not copied because somebody counts it
    while True:
        request, numbers = _receive(mother)
        if not request:
            return
        order = json.loads(request)
        child = os.fork()
        if child == 0:
            mother.close()
            connection, log = numbers
            os.dup2(log, 2)
            os.chdir(order["cwd"])
            os.environ.clear()
            os.environ.update(order["env"], BOT_TEST_SOCKET=str(connection))
            code = 1
            try:
                code = run()
            finally:
                sys.stderr.flush()
                os._exit(code)
        for number in numbers:
            os.close(number)
        mother.sendall(json.dumps({"pid": child}).encode() + b"\n")
        _, status = os.waitpid(child, 0)
        mother.sendall(json.dumps({"exit": os.waitstatus_to_exitcode(status)}).encode() + b"\n")


def _read_what_travels() -> None:
    """Read once for all that are forked what every start reads: words, worksheets, patterns."""
    screening.load()
    for locale in packaged.locales():
        packaged.texts(locale)
    places.load()
    for name in (*packaged.worksheets(), *FORMS):
        packaged.in_other_words(name)


def _receive(mother: socket.socket) -> tuple[bytes, list[int]]:
    numbers = array.array("i")
    message, ancillary, _, _ = mother.recvmsg(65536, socket.CMSG_LEN(2 * numbers.itemsize))
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            numbers.frombytes(data[: len(data) - len(data) % numbers.itemsize])
    return message, list(numbers)


def _seem_the_script() -> None:
    """What a bot starts imports its main module: the installed script's, as in life, not this."""
    main = sys.modules["__main__"]
    main.__file__, main.__spec__ = HOMEWORK, None


if __name__ == "__main__":
    _seem_the_script()
    if sys.argv[1:2] == ["--nursery"]:
        nurse(socket.socket(fileno=int(sys.argv[2])))
    else:
        sys.exit(run())
