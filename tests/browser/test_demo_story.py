"""`homework demo` in a real browser: from the therapist's link to the digest, by clicks alone."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
PATIENCE = 30_000


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def demo() -> AsyncGenerator[str, None]:
    """The demo as a person starts it; its address."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        Path(sys.executable).with_name("homework"),
        "demo",
        "--no-browser",
        "--port",
        str(port),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    async with asyncio.timeout(60):
        line = await process.stdout.readline()
    assert str(port) in line.decode()
    yield f"http://127.0.0.1:{port}/"
    process.terminate()
    async with asyncio.timeout(20):
        assert await process.wait() == 0


class OnePhone:
    """One phone on the page, used as a person would."""

    def __init__(self, page: Page, role: str) -> None:
        self.seat = page.locator(f"#seat-{role}")

    async def press(self, label: str) -> None:
        """Press the newest button of a message."""
        chat = self.seat.locator(".chat")
        await chat.get_by_role("button", name=label, exact=True).last.click(timeout=PATIENCE)

    async def start(self) -> None:
        """Press Start under an empty chat."""
        await self.seat.locator(".foot .start").click(timeout=PATIENCE)

    async def say(self, text: str) -> None:
        await self.seat.locator("textarea").fill(text)
        await self.seat.locator("textarea").press("Enter")

    async def reads(self, text: str) -> None:
        await expect(self.seat.locator(".chat").get_by_text(text).last).to_be_visible(
            timeout=PATIENCE
        )


async def picture(page: Page, name: str) -> None:
    """Keep a picture when they are made anew (PICTURES=1)."""
    if os.environ.get("PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        await page.wait_for_timeout(800)  # new bubbles have faded in
        await page.screenshot(path=PICTURES / f"{name}.png")


async def assign(therapist: OnePhone) -> None:
    await therapist.press("Set a practice")
    await therapist.press("Thought record: catching the thought")
    await therapist.press("Full")
    await therapist.reads("Why this, for this person?")
    await asyncio.sleep(3.1)  # nobody reads a question faster: words before that join the last
    await therapist.say("Evenings are the hardest. One note shows us what goes through your mind.")
    await therapist.reads("What counts as enough?")
    for label in ("Skip", "Every day", "18:00", "Skip", "To the end of the day", "No reminder"):
        await therapist.press(label)
    for label in ("1 week", "All of it", "Done", "Send"):
        await therapist.press(label)


async def test_the_story_by_clicks(demo: str, chromium: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=QUIET)
        page = await browser.new_page(viewport={"width": 1280, "height": 860})
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(demo)
        therapist, client = OnePhone(page, "therapist"), OnePhone(page, "client")

        await therapist.start()
        await therapist.reads("In which city do you work?")
        await therapist.say("London")
        await therapist.press("Invite a client")
        await therapist.reads("What code name")
        await therapist.say("Fox")
        await therapist.reads("Link for Fox")
        await client.start()
        await client.press("Yes, 18 or over")
        await client.press("I agree")
        await client.press("United Kingdom")
        await client.reads("Your number is")
        await picture(page, "joining")
        await therapist.press("Yes, it is them")
        await assign(therapist)
        await picture(page, "assigning")
        await client.press("Yes")
        await client.reads("Agreed. I will ask you")

        await page.get_by_role("button", name="To the next prompt").click()
        await client.reads("Ready when you are")
        await picture(page, "prompt")
        await client.press("Start")
        await client.reads("1 of 3")
        await asyncio.sleep(3.1)
        await client.say("My friend walked past me in the street.")
        await client.reads("2 of 3")
        await asyncio.sleep(3.1)
        await client.say("sad 80, ashamed 60")
        await client.press("That’s all")
        await client.reads("3 of 3")
        await asyncio.sleep(3.1)
        await client.say("She does not want to know me any more.")
        await client.press("That’s all")
        await client.press("Done")
        await client.reads("Your therapist can read this sheet.")
        await picture(page, "worksheet")

        for _ in range(4):
            await page.get_by_role("button", name="To the next prompt").click()
            if await therapist.seat.locator(".chat").get_by_text("1 entry to read").count():
                break
        await therapist.reads("1 entry to read")
        await picture(page, "digest")
        await therapist.press("Fox")
        await therapist.reads("Agreed:")
        await therapist.seat.get_by_role("button", name="New:").last.click()
        await therapist.reads("She does not want to know me any more.")
        await picture(page, "entry")
        assert complaints == []
        await browser.close()
