"""Makes one app out of the emulator, the people's side, the page and the demo's clock.

It must not know the bot: `play.py` starts both and hands in what the clock panel may do.
"""

import importlib.resources
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.demo.emulator import Emulator
from bot.demo.looks import screen
from bot.demo.person_side import person_routes
from bot.demo.world import World
from conversations.session import Json

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PAGE = {
    "index.html": "text/html; charset=utf-8",
    "style.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "bubbles.js": "text/javascript; charset=utf-8",
}
_BEAT = 15.0


@dataclass(frozen=True, slots=True)
class DemoClock:
    """What the clock panel may do. `now`: the calendar, aware.

    `jump(seconds)` moves it on; `jump_to_next()` moves it to the next prompt and returns that
    moment, None if nothing is planned.
    """

    now: Callable[[], datetime]
    jump: Callable[[float], Awaitable[None]]
    jump_to_next: Callable[[], Awaitable[datetime | None]]


@dataclass(frozen=True, slots=True)
class Seat:
    """One phone on the page. `zone`: whose wall time it shows; `link`: a start link to offer."""

    person: int
    role: str
    name: str
    zone: str = "UTC"
    link: str = ""


def messenger_app(emulator: Emulator) -> Starlette:
    """Return the emulator and the people's side, without a page."""
    return Starlette(routes=[*emulator.routes, *person_routes(emulator.world)])


def demo_app(
    emulator: Emulator,
    clock: DemoClock,
    seats: Callable[[], Sequence[Seat]],
    more: Sequence[BaseRoute] = (),
) -> Starlette:
    """Return everything: emulator, people's side, page, clock; `more` routes come last.

    `seats` tells who sits at the two phones; it is asked at each load of the page.
    """
    world = emulator.world

    async def describe(request: Request) -> Response:
        body: Json = {
            "bot": world.username,
            "name": world.bot_name,
            "seats": [_seat_json(seat) for seat in seats()],
            "now": clock.now().isoformat(),
        }
        return _json(body)

    async def tell(request: Request) -> Response:
        return _json({"now": clock.now().isoformat()})

    async def move(request: Request) -> Response:
        asked = request.path_params["how"]
        if asked == "next":
            reached = await clock.jump_to_next()
            found = reached is not None
        else:
            await clock.jump({"hour": 3600.0, "day": 86400.0}[asked])
            found = True
        world.bell.ring()
        return _json({"now": clock.now().isoformat(), "found": found})

    async def events(request: Request) -> Response:
        return StreamingResponse(
            _changes(world, clock, [seat.person for seat in seats()]),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    return Starlette(
        routes=[
            *emulator.routes,
            *person_routes(world),
            Route("/", _page_file),
            Route("/page/{name}", _page_file),
            Route("/demo", describe),
            Route("/demo/clock", tell),
            Route("/demo/clock/{how:str}", move, methods=["POST"]),
            Route("/demo/events", events),
            *more,
        ]
    )


async def _changes(
    world: World, clock: DemoClock, people: Sequence[int]
) -> AsyncGenerator[str, None]:
    """Yield server-sent events: what changed on each of the phones, and the time, for ever."""
    seen = dict.fromkeys(people, 0)
    told = world.revision
    first = True
    while not world.bell.closed:
        for person in people:
            if first or world.chat_revision.get(person, 0) > seen[person]:
                body = screen(world, person, seen[person])
                seen[person] = world.chat_revision.get(person, 0)
                yield f"event: chat\ndata: {json.dumps(body)}\n\n"
        first = False
        yield f"event: clock\ndata: {json.dumps({'now': clock.now().isoformat()})}\n\n"
        told = world.revision

        def look(since: int = told) -> bool | None:
            return True if world.revision > since else None

        await world.bell.until(look, _BEAT)


async def _page_file(request: Request) -> Response:
    name = request.path_params.get("name", "index.html")
    if name not in _PAGE:
        return Response("Not found", 404)
    body = importlib.resources.files("bot.demo").joinpath("page", name).read_bytes()
    headers = {
        "Content-Type": _PAGE[name],
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
    return Response(body, headers=headers)


def _seat_json(seat: Seat) -> Json:
    return {
        "person": seat.person,
        "role": seat.role,
        "name": seat.name,
        "zone": seat.zone,
        "link": seat.link,
    }


def _json(body: Json) -> Response:
    return Response(json.dumps(body), media_type="application/json")
