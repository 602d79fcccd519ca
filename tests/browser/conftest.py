"""What browser tests share: one Chromium each, and the demo as a person starts it."""

import asyncio
import socket
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.support.screens import PATIENCE, a_browser

expect.set_options(timeout=PATIENCE)


@pytest.fixture
async def browser(chromium: str) -> AsyncGenerator[Browser]:
    async with a_browser(chromium) as browser:
        yield browser


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncGenerator[str]:
    """`homework demo` in a process of its own; its address."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        Path(sys.executable).with_name("homework"),
        *("demo", "--no-browser", "--port", str(port)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=tmp_path,
    )
    assert process.stdout is not None
    async with asyncio.timeout(60):
        line = await process.stdout.readline()
    assert str(port) in line.decode()
    yield f"http://127.0.0.1:{port}/"
    process.terminate()
    async with asyncio.timeout(20):
        assert await process.wait() == 0
