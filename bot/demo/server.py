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
    "phones.css": "text/css; charset=utf-8",
    "page.js": "text/javascript; charset=utf-8",
    "phones.js": "text/javascript; charset=utf-8",
    "thread.js": "text/javascript; charset=utf-8",
    "bubbles.js": "text/javascript; charset=utf-8",
    "clock.js": "text/javascript; charset=utf-8",
    "panel.js": "text/javascript; charset=utf-8",
    "guide.js": "text/javascript; charset=utf-8",
    "player.js": "text/javascript; charset=utf-8",
    "more.js": "text/javascript; charset=utf-8",
    "strip.js": "text/javascript; charset=utf-8",
    "chapters.json": "application/json; charset=utf-8",
    "story.json": "application/json; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
_BEAT = 15.0
_JUMPS = {"now": 0.0, "hour": 3600.0, "day": 86400.0}
"""`now` moves nothing: it waits until what is due is done and what was sent is written down."""


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


@dataclass(frozen=True, slots=True)
class Told:
    """One line about what happened. `revision` is new whenever the line is; `at`: the calendar's.

    A line with a known `id` takes the place of that line.
    """

    id: int
    revision: int
    at: datetime
    tone: str
    text: str


def _nothing_told(revision: int) -> Sequence[Told]:
    return ()


def messenger_app(emulator: Emulator) -> Starlette:
    """Return the emulator and the people's side, without a page."""
    return Starlette(routes=[*emulator.routes, *person_routes(emulator.world)])


def demo_app(
    emulator: Emulator,
    clock: DemoClock,
    seats: Callable[[], Sequence[Seat]],
    more: Sequence[BaseRoute] = (),
    told: Callable[[int], Sequence[Told]] = _nothing_told,
) -> Starlette:
    """Return everything: emulator, people's side, page, clock; `more` routes come last.

    `seats` tells who sits at the two phones; it is asked again at every change, so a name, a zone
    or a start link may come later. `told(revision)` returns what happened since, oldest first.
    """
    world = emulator.world

    async def tell(request: Request) -> Response:
        return _json({"now": clock.now().isoformat()})

    async def move(request: Request) -> Response:
        asked, found = request.path_params["how"], True
        if asked == "next":
            found = await clock.jump_to_next() is not None
        elif asked in _JUMPS:
            await clock.jump(_JUMPS[asked])
        else:
            return Response("Not found", 404)
        world.bell.ring()
        return _json({"now": clock.now().isoformat(), "found": found})

    async def events(request: Request) -> Response:
        return StreamingResponse(
            _changes(world, clock, seats, told),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    return Starlette(
        routes=[
            *emulator.routes,
            *person_routes(world),
            Route("/", _page_file),
            Route("/page/{name}", _page_file),
            Route("/demo/clock", tell),
            Route("/demo/clock/{how:str}", move, methods=["POST"]),
            Route("/demo/events", events),
            *more,
        ]
    )


async def _changes(
    world: World,
    clock: DemoClock,
    seats: Callable[[], Sequence[Seat]],
    told: Callable[[int], Sequence[Told]],
) -> AsyncGenerator[str, None]:
    """Yield server-sent events for ever: seats, what changed on each phone, what was told, time."""
    seen: dict[int, int] = {}
    heard = 0
    seated: Json = None
    while not world.bell.closed:
        rung = world.bell.rung
        people = seats()
        sitting: Json = {
            "bot": world.username,
            "name": world.bot_name,
            "seats": [_seat_json(seat) for seat in people],
        }
        if sitting != seated:
            seated = sitting
            yield _event("seats", sitting)
        for person in (seat.person for seat in people):
            if person not in seen or world.chat_revision.get(person, 0) > seen[person]:
                body = screen(world, person, seen.get(person, 0))
                seen[person] = world.chat_revision.get(person, 0)
                yield _event("chat", body)
        if lines := told(heard):
            heard = max(line.revision for line in lines)
            yield _event("told", {"lines": [_line_json(line) for line in lines]})
        yield _event("clock", {"now": clock.now().isoformat()})

        def look(since: int = rung) -> bool | None:
            return True if world.bell.rung > since else None

        await world.bell.until(look, _BEAT)


def _event(name: str, body: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(body)}\n\n"


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


def _line_json(line: Told) -> Json:
    return {"id": line.id, "at": line.at.isoformat(), "tone": line.tone, "text": line.text}


def _json(body: Json) -> Response:
    return Response(json.dumps(body), media_type="application/json")
