"""Serves an app on the loopback address in this process, and can cut a connection in the middle.

It must not know what is served. Nothing here listens beyond this machine.
"""

import asyncio
import socket
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

HOST = "127.0.0.1"
_PATIENCE = 2.0
_open: dict[tuple[object, object], asyncio.Transport] = {}


class CuttableProtocol(H11Protocol):
    """HTTP/1.1 whose connections can be found again by their two addresses."""

    def connection_made(  # type: ignore[override] - a socket is narrower than the stub says
        self, transport: asyncio.Transport
    ) -> None:
        """Remember the connection."""
        super().connection_made(transport)
        _open[self.client, self.server] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        _open.pop((self.client, self.server), None)
        super().connection_lost(exc)


class Cut:
    """An ASGI answer that is none: the connection is aborted without another byte."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Abort the connection and wait until it is gone."""
        transport = _open.get((scope["client"], scope["server"]))
        if transport is not None:
            transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass


class _Server(uvicorn.Server):
    """A server that leaves signals to the process it lives in and tells when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()
        self.leaving = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leave signals alone."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start and say so."""
        await super().startup(sockets)
        self.listening.set()

    async def main_loop(self) -> None:
        """Serve until told to leave; there is nothing to do at every tick."""
        await self.leaving.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let requests under way end, at most two seconds, and close every connection."""
        for server in self.servers:
            server.close()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=_PATIENCE)
        for task in self.server_state.tasks:
            task.cancel()
        for connection in list(self.server_state.connections):
            connection.transport.close()
        await asyncio.sleep(0)  # the connections hear that they are lost


class LoopbackOnly:
    """Refuses requests under a foreign host name or from a page of another origin."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from this machine's own pages and programs."""
        if scope["type"] == "http" and not _is_local(scope):
            await send({"type": "http.response.start", "status": 403, "headers": []})
            await send({"type": "http.response.body", "body": b"this machine only"})
            return
        await self.app(scope, receive, send)


def _is_local(scope: Scope) -> bool:
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    host = headers.get(b"host", "")
    origin = headers.get(b"origin")
    return host.rpartition(":")[0] in {HOST, "localhost"} and origin in {None, f"http://{host}"}


@asynccontextmanager
async def serving(
    app: ASGIApp, *, port: int = 0, before_stop: Callable[[], None] | None = None
) -> AsyncGenerator[str, None]:
    """Serve `app` on 127.0.0.1 while the block runs; yield the root URL without a final slash.

    `port` 0 takes a free one; a taken port raises `OSError`. `before_stop` is called before the
    server waits for requests under way, so that long polls can be let go.
    """
    # asyncio switches Nagle's delay off (40 ms a call) only where the protocol is named
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise
    config = uvicorn.Config(
        LoopbackOnly(app),
        http=CuttableProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=75,
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    await server.listening.wait()
    try:
        yield f"http://{HOST}:{listener.getsockname()[1]}"
    finally:
        if before_stop is not None:
            before_stop()
        server.leaving.set()
        await task
        listener.close()
