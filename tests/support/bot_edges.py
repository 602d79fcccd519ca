"""Edges of a bot in a test process: where it can be told to die, and what it is about to send.

Only the process that tests start imports this. Production code knows nothing of it: functions are
wrapped from outside, and behave as before until a death is ordered.
"""

import json
import os
import resource
import signal
import threading
import time
from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import routing
from bot.calls import Api
from bot.routing import Router
from bot.sender import Sender
from conversations import markup
from homework import firing
from homework.store.keyring import Keyring
from homework.store.unit import Unit
from scheduler import relay

POINTS = (
    "intake: before commit",
    "intake: during commit",
    "intake: after commit, before sending",
    "intake: committed, before the offset moves",
    "offset moved",
    "sending: before",
    "sending: on its way",
    "sending: after, before marking",
    "marking: before commit",
    "marking: during commit",
    "marking: after commit",
    "timers: slice open",
    "timers: before commit",
    "timers: during commit",
    "timers: after commit, before sending",
    "key made, before its row",
)
"""The named moments at which a process can be told to die."""


@dataclass
class Death:
    """An order: die at the `skip`-th time from now that `point` is passed."""

    point: str | None = None
    skip: int = 0
    after: float = 0.0


death = Death()
_doing = ""


def order(point: str, skip: int = 0, after: float = 0.0) -> None:
    """Die at `point`; `after` seconds later where the point is a stretch of time."""
    assert point in POINTS, point
    death.point, death.skip, death.after = point, skip, after


def _now_is(point: str) -> bool:
    if death.point != point:
        return False
    if death.skip:
        death.skip -= 1
        return False
    return True


def _die_if(point: str) -> None:
    if _now_is(point):
        os.kill(os.getpid(), signal.SIGKILL)


def _die_soon(point: str) -> None:
    """Die from another thread, in the middle of what this one is about to do."""
    if _now_is(point):

        def kill() -> None:
            time.sleep(death.after)
            os.kill(os.getpid(), signal.SIGKILL)

        threading.Thread(target=kill, daemon=True).start()


def install(attempts: Path | None) -> None:
    """Wrap the edges. `attempts`: where each sending is noted before and after it is made."""
    _wrap_units()
    _wrap_commit()
    _wrap_intake()
    _wrap_timers()
    _wrap_sending(attempts)
    _wrap_keys()


def _set(doing: str) -> None:
    global _doing
    _doing = doing


def _wrap_units() -> None:
    made = Unit.__init__

    @wraps(made)
    def init(self: Unit, *args: Any, **kwargs: Any) -> None:
        _set("")
        made(self, *args, **kwargs)

    Unit.__init__ = init


def _wrap_commit() -> None:
    commit = AsyncConnection.commit

    @wraps(commit)
    async def wrapped(self: AsyncConnection) -> None:
        doing = _doing
        _die_if(f"{doing}: before commit")
        _die_soon(f"{doing}: during commit")
        await commit(self)
        _die_if(f"{doing}: after commit")
        _die_if(f"{doing}: after commit, before sending")

    AsyncConnection.commit = wrapped


def _wrap_intake() -> None:
    handle, call = Router.handle, Api.call

    @wraps(handle)
    async def handled(self: Router, unit: Unit, incomings: Any) -> Any:
        result = await handle(self, unit, incomings)
        if _doing == "":
            _set("intake")
        return result

    @wraps(call)
    async def called(self: Api, method: str, parameters: Any, **more: Any) -> Any:
        moving = method == "getUpdates" and parameters.get("offset") is not None
        if moving:
            _die_if("intake: committed, before the offset moves")
        if method != "getUpdates" and "text" in parameters:
            _die_soon("sending: on its way")
        result = await call(self, method, parameters, **more)
        if moving:
            _die_if("offset moved")
        return result

    Router.handle, Api.call = handled, called


def _wrap_timers() -> None:
    def wrap(use_case: firing.UseCase) -> firing.UseCase:
        @wraps(use_case)
        async def fire(unit: Unit, house: Any, fired: Sequence[Any]) -> None:
            await use_case(unit, house, fired)
            _set("timers")
            _die_if("timers: slice open")

        return fire

    for kind, use_case in list(firing.FIRE.items()):
        firing.FIRE[kind] = wrap(use_case)  # type: ignore[index]


def _wrap_sending(attempts: Path | None) -> None:
    send: Callable[[Sender, Any], Awaitable[Any]] = Sender.__call__
    mark = relay.mark
    log = os.open(attempts, os.O_WRONLY | os.O_CREAT | os.O_APPEND) if attempts else None

    def note(**what: Any) -> None:
        if log is not None:
            with _roomy():
                os.write(log, json.dumps({"pid": os.getpid()} | what).encode() + b"\n")

    @wraps(send)
    async def sent(self: Sender, posted: Any) -> Any:
        _die_if("sending: before")
        buttons = [button.data for row in posted.message.buttons for button in row]
        edits = posted.edits_message
        common = {"row": posted.id, "chat": posted.chat, "kind": posted.kind, "edits": edits}
        text = markup.plain(posted.message.html)
        about = {"ask": posted.ask, "subject": posted.subject}
        note(at="begin", buttons=buttons, text=text, **about, **common)
        result = await send(self, posted)
        message_id = getattr(result, "message_id", None)
        note(at="end", result=type(result).__name__, id=message_id, **common)
        _die_if("sending: after, before marking")
        return result

    @wraps(mark)
    async def marked(unit: Unit, marks: Any) -> None:
        await mark(unit, marks)
        if marks:
            _set("marking")

    Sender.__call__ = sent
    relay.mark = marked


@contextmanager
def _roomy() -> Generator[None]:
    """Lift the limit that plays a full disk: what is noted for the test is no part of the play."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits[1], limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def _wrap_keys() -> None:
    make = Keyring.make

    @wraps(make)
    def made(self: Keyring, client: str) -> None:
        make(self, client)
        _die_if("key made, before its row")

    Keyring.make = made


def poison(word: str) -> None:
    """Make every update whose text holds `word` fail, as a bug of ours would."""
    decide = routing._Batch._in_memory  # pyright: ignore[reportPrivateUsage]

    async def raising(self: Any, who: Any, incoming: Any) -> bool:
        if word in incoming.text:
            raise LookupError(incoming.text)
        return await decide(self, who, incoming)

    routing._Batch._in_memory = raising  # type: ignore[method-assign]
