"""What the demo's server gives to a browser, and what it does not."""

import json
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.clock import Machine
from bot.demo.emulator import Emulator
from bot.demo.server import DemoClock, Seat, demo_app
from bot.demo.serving import serving
from tests.support.telegram import TOKEN, Telegram, connected


class Desk:
    """A clock under a test's hand."""

    now = datetime(2026, 3, 2, 17, 5, tzinfo=UTC)
    planned: datetime | None = None

    async def jump(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    async def jump_to_next(self) -> datetime | None:
        return self.planned


@pytest.fixture
async def demo() -> AsyncGenerator[Telegram, None]:
    desk = Desk()
    emulator = Emulator(TOKEN, calendar=lambda: desk.now, machine=Machine().monotonic)
    person = emulator.world.add_person("Dr A", None, "en")
    clock = DemoClock(lambda: desk.now, desk.jump, desk.jump_to_next)
    app = demo_app(emulator, clock, lambda: [Seat(person.id, "therapist", "Dr A")])
    async with serving(app, before_stop=emulator.close) as root, connected(root) as telegram:
        telegram.emulator = emulator
        yield telegram


async def heard(stream: aiohttp.StreamReader) -> tuple[str, dict[str, Any]]:
    name = (await stream.readline()).decode().removeprefix("event: ").strip()
    body = json.loads((await stream.readline()).decode().removeprefix("data: "))
    await stream.readline()
    return name, body


async def test_the_page_allows_nothing_inline_and_nothing_foreign(demo: Telegram):
    for path, kind in (
        ("/", "text/html"),
        ("/page/page.js", "text/javascript"),
        ("/page/phones.js", "text/javascript"),
        ("/page/bubbles.js", "text/javascript"),
        ("/page/style.css", "text/css"),
        ("/page/icon.svg", "image/svg+xml"),
    ):
        async with demo.http.get(demo.root + path) as response:
            assert response.status == 200 and response.headers["content-type"].startswith(kind)
            policy = response.headers["content-security-policy"]
            assert policy.startswith("default-src 'none'; script-src 'self'")
            text = await response.text()
            assert (
                "http://" not in text.replace("http://www.w3.org", "") and "innerHTML" not in text
            )
    for path in ("/page/server.py", "/page/..%2fserver.py", "/page/%2e%2e/server.py", "/server.py"):
        async with demo.http.get(demo.root + path) as response:
            assert response.status == 404


async def test_the_clock_is_the_one_handed_in(demo: Telegram):
    assert await demo.get("/demo/clock") == {"now": "2026-03-02T17:05:00+00:00"}
    moved = await demo.post("/demo/clock/day")
    assert moved == {"now": "2026-03-03T17:05:00+00:00", "found": True}
    assert not (await demo.post("/demo/clock/next"))["found"]
    async with demo.http.post(f"{demo.root}/demo/clock/year") as response:
        assert response.status == 404


async def test_the_stream_tells_seats_chats_and_the_time(demo: Telegram):
    assert demo.emulator is not None
    [person] = demo.emulator.world.people
    async with demo.http.get(f"{demo.root}/demo/events") as response:
        names = [await heard(response.content) for _ in range(3)]
        assert [name for name, _ in names] == ["seats", "chat", "clock"]
        assert names[0][1]["seats"][0]["name"] == "Dr A"
        await demo.post(f"/person/{person}/say", text="hello")
        name, body = await heard(response.content)
        while name == "clock":
            name, body = await heard(response.content)
        assert (name, body["messages"][0]["text"]) == ("chat", "hello")
