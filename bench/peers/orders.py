"""How a peer is spoken to: it says that it is ready, then takes orders as JSON lines."""

import asyncio
import json
import os
import sys
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

ROOT = os.environ["BENCH_ROOT"]
TOKEN = os.environ["BENCH_TOKEN"]
STORE = os.environ["BENCH_STORE"]

Obey = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]


async def _nothing(order: dict[str, Any]) -> dict[str, Any]:
    raise LookupError(order)


async def attend(obey: Obey = _nothing) -> None:
    """Say ready, obey one order after another, return when they end."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    _say({"ready": os.getpid()})
    while line := await reader.readline():
        order = json.loads(line)
        number = order.pop("n")
        try:
            told = await obey(order)
        except Exception:  # told to whoever asked
            told = {"error": traceback.format_exc()}
        _say({"n": number} | told)


def _say(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
