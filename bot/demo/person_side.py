"""The people's side of the emulator over HTTP (`/person/...`, JSON), for tests and for the page.

It turns requests into `person_acts.py` and state into JSON; a refusal is 400 with `error`.
"""

import base64
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.demo import person_acts
from bot.demo.faults import FAULT_KINDS, Fault, FaultKind
from bot.demo.looks import query_json, screen, shown
from bot.demo.person_acts import CannotDo, Where
from bot.demo.refusals import ApiRefusal
from bot.demo.request_body import Bag, Upload, read_bag
from bot.demo.world import Letter, Person, World
from conversations.session import Json

_Answer = Callable[[World, Request, Bag], Awaitable[Json]]
_LONGEST_WAIT = 60.0


def person_routes(world: World) -> list[Route]:
    """Return the routes of the person side over `world`."""

    def route(path: str, answer: _Answer, method: str = "POST") -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                return _json(200, await answer(world, request, await read_bag(request)))
            except CannotDo as refusal:
                return _json(400, {"error": str(refusal)})
            except ApiRefusal as refusal:
                return _json(400, {"error": refusal.description})

        return Route(f"/person{path}", endpoint, methods=[method])

    async def download(request: Request) -> Response:
        file = world.files.get(request.path_params["file"])
        if file is None:
            return _json(404, {"error": "no such file"})
        picture = file.mime in {"image/png", "image/jpeg", "image/gif", "image/webp"}
        headers = {"X-Content-Type-Options": "nosniff"}
        if not picture:
            headers["Content-Disposition"] = "attachment"
        mime = file.mime if picture else "application/octet-stream"
        return Response(file.body, media_type=mime, headers=headers)

    return [
        route("", _create),
        route("", _list, "GET"),
        route("/{id:int}/{act}", _act),
        route("/{id:int}/screen", _screen, "GET"),
        route("/query/{query}", _query, "GET"),
        route("/log", _log, "GET"),
        route("/calls", _calls, "GET"),
        route("/faults", _faults, "GET"),
        route("/faults", _add_fault),
        route("/faults", _clear_faults, "DELETE"),
        route("/queue", _queue),
        route("/clock", _advance),
        route("/settings", _settings),
        Route("/person/file/{file}", download, methods=["GET"]),
    ]


async def _create(world: World, request: Request, bag: Bag) -> Json:
    name = bag.text("name") or "Somebody"
    person = world.add_person(name, bag.text("username"), bag.text("language") or "en")
    return _person_json(person)


async def _list(world: World, request: Request, bag: Bag) -> Json:
    return {"bot": world.username, "people": [_person_json(p) for p in world.people.values()]}


def _person_json(person: Person) -> Json:
    return {**person.to_json(), "started": person.started, "blocked": person.blocked}


def _where(world: World, request: Request, bag: Bag) -> Where:
    person = world.people.get(request.path_params["id"])
    if person is None:
        raise CannotDo("there is no such person")
    chat = world.chats.get(bag.whole("chat") or person.id)
    if chat is None or person.id not in chat.members:
        raise CannotDo("there is no such chat")
    date = bag.whole("date")
    if date is None:
        date = world.now() + int(bag.number("after") or 0)
    return Where(person, chat, date)


async def _act(world: World, request: Request, bag: Bag) -> Json:
    where = _where(world, request, bag)
    letters: list[Letter] = []
    match request.path_params["act"]:
        case "say":
            letters = person_acts.say(world, where, _needed(bag, "text"), bag.whole("reply_to"))
        case "open":
            letters = person_acts.open_link(world, where, _needed(bag, "link"))
        case "press":
            return query_json(_press(world, where, bag))
        case "edit":
            number = bag.whole("message_id") or 0
            letters = [person_acts.edit(world, where, number, _needed(bag, "text"))]
        case "delete":
            letters = [person_acts.delete(world, where, bag.whole("message_id") or 0)]
        case "forward":
            author = bag.text("author") or "Somebody else"
            letters = [person_acts.forward(world, where, _needed(bag, "text"), author)]
        case "send":
            kind, caption = _needed(bag, "kind"), bag.text("caption") or ""
            letters = [person_acts.send(world, where, kind, caption, _upload(bag))]
        case "block":
            person_acts.block(world, where, blocked=True)
        case "unblock":
            person_acts.block(world, where, blocked=False)
        case "no_voice":
            where.person.no_voice = True
        case "deactivate":
            where.person.deactivated = True
        case "group":
            title = bag.text("title") or "A group"
            return {"chat": person_acts.add_to_group(world, where.person, title, where.date).id}
        case "remove":
            person_acts.remove_from_group(world, where)
        case act:
            raise CannotDo(f"nobody can {act!r} here")
    return {"messages": [shown(world, letter) for letter in letters]}


def _press(world: World, where: Where, bag: Bag) -> person_acts.Query:
    return person_acts.press(
        world,
        where,
        label=bag.text("label"),
        data=bag.text("data"),
        message_id=bag.whole("message_id"),
        forged=bag.flag("forged"),
    )


def _upload(bag: Bag) -> Upload | None:
    """Return the file given as base64 in `file`, with its `name` and `mime`."""
    encoded = bag.text("file")
    if encoded is None:
        return None
    try:
        body = base64.b64decode(encoded, validate=True)
    except ValueError:
        raise CannotDo("'file' is not base64") from None
    return Upload(bag.text("name") or "file.bin", bag.text("mime") or "", body)


def _needed(bag: Bag, name: str) -> str:
    value = bag.text(name)
    if value is None:
        raise CannotDo(f"{name!r} is missing")
    return value


def _timeout(bag: Bag) -> float:
    return min(bag.number("timeout") or 0.0, _LONGEST_WAIT)


async def _screen(world: World, request: Request, bag: Bag) -> Json:
    chat = _where(world, request, bag).chat.id
    after = bag.whole("after") or 0

    def look() -> bool | None:
        return True if world.chat_revision.get(chat, 0) > after else None

    await world.bell.until(look, _timeout(bag))
    return screen(world, chat, after)


async def _query(world: World, request: Request, bag: Bag) -> Json:
    query = world.queries.get(request.path_params["query"])
    if query is None:
        raise CannotDo("nobody pressed that")
    await world.bell.until(lambda: query.answered or None, _timeout(bag))
    return query_json(query)


async def _log(world: World, request: Request, bag: Bag) -> Json:
    return {"sends": world.sends[bag.whole("after") or 0 :]}


async def _calls(world: World, request: Request, bag: Bag) -> Json:
    """Answer with the calls after number `after`, waiting until there is one of `method`."""
    after, method = bag.whole("after") or 0, bag.text("method")

    def look() -> list[Json] | None:
        return [
            call
            for call in world.calls[after:]
            if method is None or (isinstance(call, dict) and call["method"] == method)
        ] or None

    return {"calls": await world.bell.until(look, _timeout(bag)) or []}


async def _faults(world: World, request: Request, bag: Bag) -> Json:
    return {"faults": [fault.to_json() for fault in world.faults.switched_on]}


async def _add_fault(world: World, request: Request, bag: Bag) -> Json:
    asked = bag.text("kind")
    kind: FaultKind | None = next((known for known in FAULT_KINDS if known == asked), None)
    if kind is None:
        raise CannotDo(f"there is no such fault; there is {', '.join(FAULT_KINDS)}")
    times = None if bag.flag("for_good") else bag.whole("times") or 1
    fault = Fault(
        kind, bag.text("method") or "*", times, bag.whole("skip") or 0, chat=bag.whole("chat")
    )
    if (seconds := bag.number("seconds")) is not None:
        fault.seconds = seconds
    world.faults.switched_on.append(fault)
    return fault.to_json()


async def _clear_faults(world: World, request: Request, bag: Bag) -> Json:
    world.faults.switched_on.clear()
    return {}


async def _queue(world: World, request: Request, bag: Bag) -> Json:
    """Spoil the queue: `garbage` (a list of raw updates), `redeliver`, `shuffle`, `restart`."""
    queue = world.queue
    answer: dict[str, Json] = {}
    if (garbage := bag.listed("garbage")) is not None:
        answer["ids"] = [queue.put_raw(raw) for raw in garbage]
    if count := bag.whole("redeliver"):
        answer["redelivered"] = queue.redeliver(count)
    if count := bag.whole("shuffle"):
        queue.shuffles += count
    if (restart := bag.whole("restart")) is not None:
        answer["next_id"] = queue.restart(restart or None)
    world.bell.ring()
    return answer | {"waiting": len(queue.waiting)}


async def _advance(world: World, request: Request, bag: Bag) -> Json:
    world.ahead += timedelta(seconds=bag.number("advance") or 0.0)
    world.bell.ring()
    return {"now": world.now(), "ahead": world.ahead.total_seconds()}


async def _settings(world: World, request: Request, bag: Bag) -> Json:
    """Set `floods` (true/false), `per_second`, `chat_burst`, `query_lifetime`, `privacy_mode`."""
    floods = world.floods
    if "floods" in bag.values:
        floods.on = bag.flag("floods")
    floods.per_second = bag.whole("per_second") or floods.per_second
    floods.chat_burst = bag.whole("chat_burst") or floods.chat_burst
    floods.chat_per_second = bag.number("chat_per_second") or floods.chat_per_second
    world.query_lifetime = bag.number("query_lifetime") or world.query_lifetime
    if "privacy_mode" in bag.values:
        world.privacy_mode = bag.flag("privacy_mode")
    return {"floods": floods.on, "query_lifetime": world.query_lifetime}


def _json(status: int, body: Json) -> Response:
    return Response(json.dumps(body), status, media_type="application/json")
