"""What may be asked over HTTP: /healthz and /metrics, and the door for updates if there is one.

The first two hold ages and counts, never an identifier, and answer this machine only: not what a
proxy hands on. Nothing listens unless HOMEWORK_LISTEN says where. It must not know what the ages
are of, nor what comes in by the door.
"""

import asyncio
import ipaddress
import socket
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot import telemetry
from bot.pulse import Pulse
from bot.settings import Listen

_HANDED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
MOST_CONNECTIONS = 200


def _from_here(request: Request) -> bool:
    """Whether somebody on this machine asks, and asks by themselves."""
    if request.client is None or any(name in request.headers for name in _HANDED_ON):
        return False
    return ipaddress.ip_address(request.client.host).is_loopback


def health_app(pulse: Pulse, doors: Sequence[BaseRoute] = ()) -> Starlette:
    """Return the app: 200 when all is fresh, 503 with what is old and by how much."""

    async def healthz(request: Request) -> Response:
        if not _from_here(request):
            return Response(status_code=404)
        ages = await asyncio.to_thread(pulse.ages)
        late = {one.what: round(one.seconds - one.limit, 1) for one in ages if one.old}
        seconds = {one.what: {"seconds": round(one.seconds, 1), "limit": one.limit} for one in ages}
        body = {"ok": not late, "ages": seconds, "late": late}
        return JSONResponse(body, 503 if late else 200)

    async def metrics(request: Request) -> Response:
        if not _from_here(request):
            return Response(status_code=404)
        for one in await asyncio.to_thread(pulse.ages):
            telemetry.AGE.labels(one.what).set(one.seconds)
        return Response(generate_latest(telemetry.REGISTRY), media_type=CONTENT_TYPE_LATEST)

    watched = [Route("/healthz", healthz), Route("/metrics", metrics)]
    return Starlette(routes=[*watched, *doors])


class _Server(uvicorn.Server):
    """A server that leaves signals to the process it lives in."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leave signals alone."""
        yield


@asynccontextmanager
async def listening(
    where: Listen | None, pulse: Pulse, doors: Sequence[BaseRoute] = ()
) -> AsyncGenerator[None]:
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
            health_app(pulse, doors),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=MOST_CONNECTIONS,
            timeout_graceful_shutdown=1,
        )
        server = _Server(config)
        task = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield
        finally:
            server.should_exit = True
            await task
