"""A Bot API server on this machine: `/bot<token>/<method>` and `/file/bot<token>/<path>`.

It answers what Telegram answers and refuses what Telegram refuses (`api_*.py`), and misbehaves when
a test asks for it (`faults.py`). Clocks are handed in.
"""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.demo import api_rest, api_sends
from bot.demo.api_methods import API, LIMITS
from bot.demo.faults import NOISE, Fault, refusal_of
from bot.demo.floods import Floods
from bot.demo.refusals import ApiRefusal, conflict
from bot.demo.request_body import Bag, read_bag
from bot.demo.serving import Cut
from bot.demo.world import World
from conversations.session import Json

_METHODS: dict[str, Callable[[World, Bag], Json]] = {
    "getMe": api_rest.get_me,
    "sendMessage": api_sends.send_message,
    "editMessageText": api_sends.edit_message_text,
    "editMessageReplyMarkup": api_sends.edit_message_reply_markup,
    "deleteMessage": api_sends.delete_message,
    "deleteMessages": api_sends.delete_messages,
    "sendPhoto": api_sends.send_photo,
    "sendDocument": api_sends.send_document,
    "sendVoice": api_sends.send_voice,
    "sendChatAction": api_rest.send_chat_action,
    "answerCallbackQuery": api_rest.answer_callback_query,
    "setMyCommands": api_rest.set_my_commands,
    "getMyCommands": api_rest.get_my_commands,
    "deleteMyCommands": api_rest.delete_my_commands,
    "pinChatMessage": api_sends.pin_chat_message,
    "unpinChatMessage": api_sends.unpin_chat_message,
    "leaveChat": api_rest.leave_chat,
    "getFile": api_rest.get_file,
    "setWebhook": api_rest.set_webhook,
    "deleteWebhook": api_rest.delete_webhook,
    "getWebhookInfo": api_rest.get_webhook_info,
}
_OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
_TERMINATED = "terminated by setWebhook request"


class Emulator:
    """One emulated messenger with one bot; `world` is its state, `routes` its Bot API."""

    def __init__(
        self,
        token: str,
        *,
        calendar: Callable[[], datetime],
        machine: Callable[[], float],
        username: str = "homework_demo_bot",
        bot_name: str = "Homework",
        floods: Floods | None = None,
        seed: int = 1,
    ) -> None:
        """Take the bot's token, `calendar` (aware time, dates messages) and `machine` (seconds)."""
        self.world = World(token, calendar, machine, username, bot_name, floods or Floods(), seed)
        self.routes = [
            Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._download, methods=["GET"]),
        ]

    def close(self) -> None:
        """Let go of everybody who waits: call it before the server stops."""
        self.world.bell.close()

    async def _call(self, request: Request) -> ASGIApp:
        token, named = request.path_params["token"], request.path_params["method"]
        if token != self.world.token:
            number, _, secret = token.partition(":")
            well_formed = number.isdigit() and secret
            return _refuse(ApiRefusal(401, "Unauthorized") if well_formed else _NOT_FOUND)
        method = API.spelled(named)
        if method is None:
            return _refuse(ApiRefusal(404, "Not Found: method not found"))
        try:
            bag = await read_bag(request)
        except ApiRefusal as refusal:
            return self._done(method, Bag({}), refusal)
        except ClientDisconnect:  # whoever called died in the middle of it
            return Cut()
        fault = self.world.faults.next_for(method, _chat_of(bag))
        if fault is None:
            return await self._answer(method, bag, request)
        return await self._misbehave(fault, method, bag, request)

    async def _answer(self, method: str, bag: Bag, request: Request) -> Response:
        try:
            bag.check(API.methods[method])
            if method == "getUpdates":
                result = await self._poll(bag, request)
            else:
                result = _METHODS[method](self.world, bag)
        except ApiRefusal as refusal:
            return self._done(method, bag, refusal)
        self._note(method, bag, 200)
        return _json(200, {"ok": True, "result": result})

    async def _misbehave(self, fault: Fault, method: str, bag: Bag, request: Request) -> ASGIApp:
        if refusal := refusal_of(fault):
            return self._done(method, bag, refusal)
        match fault.kind:
            case "drop_before":
                self._note(method, bag, 0)
                return Cut()
            case "drop_after":
                await self._answer(method, bag, request)
                return Cut()
            case "delay":
                await asyncio.sleep(fault.seconds)
                return await self._answer(method, bag, request)
            case "answer_late":
                whole = await self._answer(method, bag, request)
                await asyncio.sleep(fault.seconds)
                return whole
            case "truncated":
                whole = await self._answer(method, bag, request)
                half = bytes(whole.body)[: len(whole.body) // 2]
                return Response(half, media_type="application/json")
            case "garbage":
                await self._answer(method, bag, request)
                return Response(NOISE[len(self.world.calls) % len(NOISE)])
            case _:
                self._note(method, bag, 500)
                page = "<html><body><h1>500 Internal Server Error</h1></body></html>"
                return Response(page, 500, media_type="text/html")

    async def _poll(self, bag: Bag, request: Request) -> Json:
        """Answer getUpdates; a poll whose bot hung up takes nothing out of the queue any more."""
        gone = asyncio.Event()

        async def watch() -> None:
            while (await request.receive())["type"] != "http.disconnect":
                pass
            gone.set()
            self.world.bell.ring()

        watching = asyncio.create_task(watch())
        try:
            return await self._updates(bag, gone)
        finally:
            watching.cancel()

    async def _updates(self, bag: Bag, gone: asyncio.Event) -> Json:
        world = self.world
        if world.webhook:
            raise conflict(_WEBHOOK + "webhook first")
        offset = bag.whole("offset") or 0
        limit = min(max(bag.whole("limit") or LIMITS.updates, 1), LIMITS.updates)
        timeout = min(max(bag.whole("timeout") or 0, 0), LIMITS.poll_seconds)
        world.queue.allow(bag.listed("allowed_updates"))
        world.polling += 1
        turn = world.polling
        world.bell.ring()

        def look() -> list[Json] | None:
            if gone.is_set():
                return []
            if world.polling != turn:
                raise conflict(_TERMINATED if world.webhook else _OTHER_POLL)
            return [item.raw for item in world.queue.take(offset, limit)] or None

        return await world.bell.until(look, timeout) or []

    async def _download(self, request: Request) -> Response:
        if request.path_params["token"] != self.world.token:
            return _refuse(ApiRefusal(401, "Unauthorized"))
        path = request.path_params["path"]
        for file in self.world.files.values():
            if file.path == path:
                return Response(file.body, media_type="application/octet-stream")
        return _refuse(_NOT_FOUND)

    def _done(self, method: str, bag: Bag, refusal: ApiRefusal) -> Response:
        self._note(method, bag, refusal.code, refusal.description)
        return _refuse(refusal)

    def _note(self, method: str, bag: Bag, code: int, description: str = "") -> None:
        calls = self.world.calls
        entry: dict[str, Json] = {"n": len(calls) + 1, "method": method, "code": code}
        entry |= {"chat": _chat_of(bag), "seconds": self.world.seconds()}
        calls.append(entry | ({"description": description} if description else {}))
        self.world.bell.ring()


_NOT_FOUND = ApiRefusal(404, "Not Found")


def _chat_of(bag: Bag) -> int | None:
    given = str(bag.values.get("chat_id", ""))
    return int(given) if given.removeprefix("-").isdigit() else None


def _json(status: int, body: Json) -> Response:
    return Response(json.dumps(body), status, media_type="application/json")


def _refuse(refusal: ApiRefusal) -> Response:
    body: dict[str, Json] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return _json(refusal.code, body)
