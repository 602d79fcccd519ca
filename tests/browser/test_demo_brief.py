"""The demo in a real browser: from the invitation to the brief, with a picture in the chat."""

import pytest
from playwright.async_api import Browser, expect

from tests.browser.test_demo_story import join
from tests.support.screens import PATIENCE, OnePhone, a_page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
CHECK_IN = "Check-in: how it is right now"


async def set_check_in(therapist: OnePhone) -> None:
    await therapist.press("Set a practice")
    await therapist.press(CHECK_IN)
    await therapist.press("One minute")
    await therapist.reads("What shall they rate?")
    await therapist.say("tense")
    await therapist.press("That’s all")
    await therapist.reads("Why this, for this person?")
    await therapist.say("You said it goes up and down. A few numbers show us when.")
    await therapist.reads("What counts as enough?")
    await therapist.press("Skip")
    await therapist.press("No prompts, only when they like")
    for label in ("2 weeks", "All of it", "Done", "Send"):
        await therapist.press(label)


async def check_in(client: OnePhone, rating: str) -> None:
    await client.say("/log")
    await client.reads("how strong is this")
    await client.press(rating)
    await client.reads("Today so far")


async def test_from_the_invitation_to_a_picture_and_the_brief(demo: str, browser: Browser) -> None:
    async with a_page(browser, demo) as page:
        therapist, client = OnePhone(page, "therapist"), OnePhone(page, "client")
        await join(page, therapist, client)
        await set_check_in(therapist)
        await client.reads("You decide")
        await client.press("Yes")
        await client.reads("Agreed. Nothing rings")
        for rating in ("6", "3", "8"):
            await check_in(client, rating)

        await therapist.say("/brief")
        await therapist.reads("tense: 3 answers, from 3 to 8")
        await therapist.press("Page of Fox")
        await therapist.press("Pictures")
        await therapist.press(f"Over time · {CHECK_IN}")
        await therapist.reads("tense: 3 ratings on 1 day, between 3 and 8.")
        drawn = therapist.chat.locator("img").last
        await expect(drawn).to_be_visible(timeout=PATIENCE)
        size = await drawn.evaluate("image => [image.naturalWidth, image.naturalHeight]")
        assert min(size) >= 600, f"too small to read on a phone: {size}"
