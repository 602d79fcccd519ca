"""The page leads a newcomer through the story, plays it by itself, and tells what happened."""

import pytest
from playwright.async_api import Browser, Page, TimeoutError, expect

from tests.support.screens import PATIENCE, OneGuide, OnePhone, a_page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
MOST_ACTS = 90
SOON = 3_000
WORDS = ("Fox", "London", "friend", "ashamed", "spoil", "does not want", "looks away", "Dr Ada")
"""What was typed, or who somebody is: the panel never knows. (Zones are told, cities are not.)"""


async def follow(guide: OneGuide) -> None:
    """Do what the guide points at; where words are wanted, let it write them."""
    act = await guide.act()
    try:
        if await guide.nudge().evaluate("one => one.matches('textarea')", timeout=SOON):
            await guide.strip.get_by_role("button", name="Do it for me").click(timeout=SOON)
        else:
            await guide.nudge().click(timeout=SOON)
    except TimeoutError:
        return  # the bot wrote meanwhile, and it points at nothing or elsewhere: look again
    await guide.moves_on(act)


async def follow_until(guide: OneGuide, hint: str) -> None:
    for _ in range(MOST_ACTS):
        await guide.knows()
        if hint in (await guide.hint.text_content() or ""):
            return
        await follow(guide)
    raise AssertionError(f"the guide never said {hint!r}")


async def test_who_follows_the_guide_gets_to_the_end(demo: str, browser: Browser) -> None:
    async with a_page(browser, demo) as page:
        guide, client = OneGuide(page), OnePhone(page, "client")
        await expect(guide.hint).to_contain_text("Press Start on the therapist’s phone")
        await follow_until(guide, "Press a country")
        # A path of one's own: another country than the story's. The guide finds the way again.
        act = await guide.act()
        await client.say("France")
        await guide.moves_on(act)
        await expect(guide.hint).to_contain_text("same number", timeout=PATIENCE)
        clock = page.get_by_role("region", name="Clock")
        await expect(clock.get_by_text("therapist, Europe/London")).to_be_visible()
        await expect(clock.get_by_text("client, Europe/Paris")).to_be_visible()
        await expect(clock.get_by_text("17:30")).to_be_visible()
        await guide.hurry()
        await follow_until(guide, "That was the whole round")
        await expect(guide.nudge()).to_have_count(0)
        await OnePhone(page, "therapist").reads("She stopped and smiled.")


async def test_the_story_plays_by_itself_and_stops_when_told(demo: str, browser: Browser) -> None:
    async with a_page(browser, demo) as page:
        guide, therapist = OneGuide(page), OnePhone(page, "therapist")
        await guide.strip.get_by_label("Speed").select_option("fast")
        await guide.play.click()
        await expect(guide.play).to_have_text("Pause")
        await therapist.reads("Link for Fox")
        await guide.play.click()
        await expect(guide.play).to_have_text("Play on")
        await expect(therapist.seat.locator("textarea")).to_have_value("")

        await guide.play.click()
        await expect(guide.play).to_have_text("Pause")
        await therapist.chat.click(position={"x": 5, "y": 5})  # whoever touches a phone takes over
        await expect(guide.play).to_have_text("Play on")

        await guide.hurry()
        await guide.play.click()
        await expect(guide.hint).to_contain_text("That was the whole round", timeout=240_000)
        await expect(guide.play).to_be_disabled()
        await therapist.reads("She stopped and smiled.")
        await tells_what_happened(page)


async def tells_what_happened(page: Page) -> None:
    panel = page.get_by_role("complementary", name="What just happened")
    for line in (
        "only its hash is stored",
        "encryption key of their own",
        "Consent kept",
        "answers of the form are sealed",
        "The prompt waits until",
        "digests sent to the therapist, one each morning",
        "Prompt sent",
        "sealed under the client's own key",
        "The check-in is closed: on time",
        "Digest sent",
    ):
        await expect(panel.get_by_text(line).first).to_be_attached()
    told = (await panel.text_content() or "").replace("Europe/London", "")
    assert [word for word in WORDS if word in told] == []


async def test_the_guide_can_be_put_away(demo: str, browser: Browser) -> None:
    async with a_page(browser, demo) as page:
        guide = OneGuide(page)
        await expect(guide.nudge()).to_have_count(1)
        await guide.strip.get_by_role("button", name="Hide the guide").click()
        await expect(guide.strip).to_have_count(0)
        await expect(guide.nudge()).to_have_count(0)
        await expect(page.get_by_role("button", name="Show the guide")).to_be_focused()
        await page.reload()
        await expect(page.get_by_role("region", name="Therapist's phone")).to_be_visible()
        await expect(guide.strip).to_have_count(0)
        await page.get_by_role("button", name="Show the guide").click()
        await expect(guide.hint).to_contain_text("Press Start")
        await expect(guide.nudge()).to_have_count(1)


async def test_a_narrow_window_shows_one_thing_at_a_time(demo: str, browser: Browser) -> None:
    async with a_page(browser, demo) as page:
        await page.set_viewport_size({"width": 390, "height": 780})
        shown = {
            "Therapist": page.get_by_role("region", name="Therapist's phone"),
            "Client": page.get_by_role("region", name="Client's phone"),
            "What happened": page.get_by_role("complementary", name="What just happened"),
        }
        for tab in ("What happened", "Client", "Therapist"):
            await page.get_by_role("navigation").get_by_role("button", name=tab).click()
            for name, place in shown.items():
                await expect(place).to_have_count(1 if name == tab else 0)
        # The guide's next act is on the other phone: it points at the tab that leads there.
        guide = OneGuide(page)
        await page.get_by_role("navigation").get_by_role("button", name="Client").click()
        await expect(guide.nudge()).to_have_text("Therapist")
        await guide.nudge().click()
        await expect(guide.nudge()).to_have_text("Start")
        overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not await page.evaluate(overflow)
        await guide.strip.get_by_label("Speed").select_option("fast")
        await guide.play.click()
        await expect(shown["Client"]).to_be_visible(timeout=PATIENCE)  # it turns to who acts
