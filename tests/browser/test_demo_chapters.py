"""Every chapter under "More to see" is played to its end."""

import json
import os
from importlib.resources import files
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.support.screens import OneGuide, OnePhone, a_page, picture

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
MORE: dict[str, Any] = json.loads(files("bot.demo").joinpath("page", "chapters.json").read_text())
CHAPTERS: list[dict[str, Any]] = MORE["chapters"]
PICTURED = {
    "worry-time": "",
    "letting-go": "Let go of your arms and your hands.",
    "fear": "",
    "saying": "",
    "writing": "One more minute. Come to an end",
}
"""Which chapters there are pictures of, and at which words; without, at the end."""
HOLD = """text => {
  const chat = document.querySelector("#seat-client .chat");
  const play = document.querySelector("[aria-label=Guide] .play");
  const watch = new MutationObserver(() => {
    if (chat.textContent.includes(text)) { watch.disconnect(); play.click(); }
  });
  watch.observe(chat, { childList: true, subtree: true, characterData: true });
}"""
"""Holds the play at a line as soon as it stands there: a clock that runs is soon at the next."""
AT_ONCE = 3
LONGEST = 120_000


async def play(page: Page, chapter: dict[str, Any]) -> None:
    guide = OneGuide(page)
    await guide.strip.get_by_label("More to see").select_option(chapter["id"])
    await expect(guide.strip.locator(".chapter")).to_contain_text("of")
    line = os.environ.get("PICTURES") and PICTURED.get(chapter["id"])
    if line:
        await page.evaluate(HOLD, line)
    await guide.play.click()
    if line:
        await OnePhone(page, "client").reads(line)
        await picture(page, chapter["id"], page.locator("#seats"))
        await guide.play.click()
    await expect(guide.hint).to_have_text(MORE["end"], timeout=LONGEST)
    await expect(guide.nudge()).to_have_count(0)
    await OnePhone(page, "client").reads("Your therapist")
    if PICTURED.get(chapter["id"]) == "":
        await picture(page, chapter["id"], page.locator("#seats"))


@pytest.mark.parametrize("begins", range(0, len(CHAPTERS), AT_ONCE))
async def test_chapters_play_to_their_end(begins: int, demo: str, browser: Browser) -> None:
    async with a_page(browser, demo) as page:
        await OneGuide(page).hurry()
        for chapter in CHAPTERS[begins : begins + AT_ONCE]:
            await play(page, chapter)
