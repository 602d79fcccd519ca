"""A server that misbehaves below HTTP: for what a polite emulator cannot do to a client.

Each connection is given to the next behaviour; the last one serves all that follow.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Rude:
    """`root` is the address; `requests` the request lines and bodies that came in."""

    root: str
    requests: list[bytes] = field(default_factory=list[bytes])
    connections: int = 0


async def read_request(reader: asyncio.StreamReader) -> bytes:
    """Read one request; return its first line and body."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        (
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    return head.split(b"\r\n")[0] + b"\n" + await reader.readexactly(length)


def response(status: int, body: bytes, *, close: bool = False) -> bytes:
    """Return the bytes of an HTTP answer."""
    head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n"
    head += "Connection: close\r\n" if close else ""
    return f"{head}Content-Type: application/json\r\n\r\n".encode() + body


def api(status: int, description: str = "", **parameters: Any) -> bytes:
    """Return an answer in the Bot API's shape."""
    if status == 200:
        return response(200, json.dumps({"ok": True, "result": parameters["result"]}).encode())
    body = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters
    return response(status, json.dumps(body).encode())


def says(*answers: bytes) -> Behaviour:
    """Answer each request on a connection with the next of these bytes, then hang up."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for answer in answers:
            await read_request(reader)
            writer.write(answer)
            await writer.drain()

    return behave


async def hangs(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Take the request and never answer."""
    await read_request(reader)
    await reader.read()


@asynccontextmanager
async def rude(*behaviours: Behaviour) -> AsyncGenerator[Rude]:
    """Serve on a free port of this machine."""
    left = list(behaviours)
    tasks: set[asyncio.Task[Any]] = set()
    server_holder: list[Rude] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_holder[0].connections += 1
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        behave = left.pop(0) if len(left) > 1 else left[0]
        original = reader.readexactly

        async def remembering(count: int) -> bytes:
            body = await original(count)
            server_holder[0].requests.append(body)
            return body

        reader.readexactly = remembering  # type: ignore[method-assign]
        try:
            await behave(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()
            tasks.discard(task)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server_holder.append(Rude(f"http://127.0.0.1:{port}"))
    try:
        yield server_holder[0]
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()


def converses(answer: Callable[[str, dict[str, Any]], Awaitable[bytes]]) -> Behaviour:
    """Answer every request on every connection by `answer(method, parameters)`."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            line, _, body = (await read_request(reader)).partition(b"\n")
            method = line.split(b" ")[1].rsplit(b"/", 1)[-1].decode()
            writer.write(await answer(method, json.loads(body)))
            await writer.drain()

    return behave
