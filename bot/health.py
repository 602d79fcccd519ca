"""What a watcher on this machine may ask over HTTP: /healthz and /metrics.

Both hold ages and counts, never an identifier. Nothing listens unless HOMEWORK_LISTEN says where,
and never beyond this machine. It must not know what the ages are of.
"""

import asyncio
import socket
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import telemetry
from bot.pulse import Pulse
from bot.settings import Listen


def health_app(pulse: Pulse) -> Starlette:
    """Return the app: 200 when all is fresh, 503 with what is old and by how much."""

    async def healthz(request: Request) -> Response:
        ages = await asyncio.to_thread(pulse.ages)
        late = {one.what: round(one.seconds - one.limit, 1) for one in ages if one.old}
        seconds = {one.what: {"seconds": round(one.seconds, 1), "limit": one.limit} for one in ages}
        body = {"ok": not late, "ages": seconds, "late": late}
        return JSONResponse(body, 503 if late else 200)

    async def metrics(request: Request) -> Response:
        for one in await asyncio.to_thread(pulse.ages):
            telemetry.AGE.labels(one.what).set(one.seconds)
        return Response(generate_latest(telemetry.REGISTRY), media_type=CONTENT_TYPE_LATEST)

    return Starlette(routes=[Route("/healthz", healthz), Route("/metrics", metrics)])


class _Server(uvicorn.Server):
    """A server that leaves signals to the process it lives in."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leave signals alone."""
        yield


@asynccontextmanager
async def listening(where: Listen | None, pulse: Pulse) -> AsyncGenerator[None]:
    """Answer at `where` (None: nowhere) for the time of the block; a taken port is an `OSError`."""
    if where is None:
        yield
        return
    family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((where.host, where.port))
        listener.listen()  # from now on: who asks before the server turns is kept waiting
        config = uvicorn.Config(
            health_app(pulse),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        server = _Server(config)
        task = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield
        finally:
            server.should_exit = True
            await task
