"""The demo's page under a test's hand: a browser, the two phones, the guide, pictures."""

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
PATIENCE = 30_000
WIDE = (1280, 860)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@asynccontextmanager
async def a_browser(chromium: str) -> AsyncGenerator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        await browser.close()


@asynccontextmanager
async def a_page(browser: Browser, root: str) -> AsyncGenerator[Page]:
    """The page, open; at the end nothing may have been complained of in its console."""
    page = await browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]})
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(root)
    yield page
    await page.close()
    assert complaints == []


class OnePhone:
    """One phone on the page, used as a person would."""

    def __init__(self, page: Page, role: str) -> None:
        self.page = page
        self.seat = page.locator(f"#seat-{role}")
        self.chat = self.seat.locator(".chat")

    async def press(self, label: str) -> None:
        """Press the newest button of a message."""
        button = self.chat.get_by_role("button", name=label, exact=True)
        await button.last.click(timeout=PATIENCE)

    async def start(self) -> None:
        """Press Start under an empty chat."""
        await self.seat.locator(".foot .start").click(timeout=PATIENCE)

    async def say(self, text: str) -> None:
        """Write after a while: nobody reads a question and answers it within two seconds."""
        root = self.page.url.partition("?")[0]
        await self.page.request.post(f"{root}demo/clock/now")
        await self.page.request.post(f"{root}person/clock", data={"advance": 4})
        await self.seat.locator("textarea").fill(text)
        await self.seat.locator("textarea").press("Enter")

    async def reads(self, text: str) -> None:
        await expect(self.chat.get_by_text(text).last).to_be_visible(timeout=PATIENCE)


FAR_TOO_FAST = (
    "one => (one.selectedOptions[0].value = '40', one.dispatchEvent(new Event('change')))"
)


class OneGuide:
    """The strip that says what to do next."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.strip = page.get_by_role("region", name="Guide")
        self.play = self.strip.locator(".play")
        self.hint = self.strip.get_by_role("status")

    async def act(self) -> str:
        """Which act is shown, under a name that no other has."""
        return await self.strip.get_attribute("data-act") or ""

    async def knows(self) -> None:
        """Wait until it points at an act, or says that the story is over."""
        known = self.page.locator(".nudge, [aria-label=Guide][data-act=end]")
        await expect(known).to_have_count(1, timeout=PATIENCE)

    async def moves_on(self, act: str) -> None:
        await expect(self.strip).not_to_have_attribute("data-act", act, timeout=PATIENCE)

    async def hurry(self) -> None:
        """Let it play at a pace that nobody can read, and nothing fade or whirl meanwhile."""
        await self.page.emulate_media(reduced_motion="reduce")
        await self.strip.get_by_label("Speed").evaluate(FAR_TOO_FAST)

    def nudge(self) -> Locator:
        """What it points at."""
        return self.page.locator(".nudge")


async def picture(page: Page, name: str, part: Locator | None = None) -> None:
    """Keep a picture of the page, or of `part` of it, when they are made anew (PICTURES=1)."""
    if os.environ.get("PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        await page.wait_for_timeout(1500)  # new bubbles have faded in, the clock has come to rest
        path = PICTURES / f"{name}.png"
        await (part or page).screenshot(path=path)
        smaller(path)


def smaller(path: Path) -> None:
    """Keep a picture in 256 colours: a third of the size, and nobody sees it."""
    few = Image.Quantize.MAXCOVERAGE  # the colours that are rare and mean something stay
    with Image.open(path) as shot:
        kept = shot.convert("RGB").quantize(256, few, dither=Image.Dither.NONE)
    kept.save(path, optimize=True)
