"""`homework demo` in a real browser: from the therapist's link to the digest, by clicks alone."""

import pytest
from playwright.async_api import Browser, Page

from tests.support.screens import OnePhone, a_page, picture

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


async def join(page: Page, therapist: OnePhone, client: OnePhone) -> None:
    await therapist.start()
    await therapist.reads("In which city do you work?")
    await therapist.say("London")
    await therapist.press("At any time")
    await therapist.press("I have none")
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


async def assign(therapist: OnePhone) -> None:
    await therapist.press("Set a practice")
    await therapist.press("Thought record: catching the thought")
    await therapist.press("Full")
    await therapist.reads("Why this, for this person?")
    await therapist.say("Evenings are the hardest. One note shows us what goes through your mind.")
    await therapist.reads("What counts as enough?")
    for label in ("Skip", "Every day", "18:00", "Skip", "To the end of the day", "No reminder"):
        await therapist.press(label)
    for label in ("1 week", "All of it", "Done", "Send"):
        await therapist.press(label)


async def write(client: OnePhone) -> None:
    await client.press("Start")
    await client.reads("1 of 3")
    await client.say("My friend walked past me in the street.")
    await client.reads("2 of 3")
    await client.say("sad 80, ashamed 60")
    await client.press("That’s all")
    await client.reads("3 of 3")
    await client.say("She does not want to know me any more.")
    await client.press("That’s all")
    await client.press("Done")
    await client.reads("Your therapist can read this sheet.")


async def test_the_story_by_clicks(demo: str, browser: Browser) -> None:
    async with a_page(browser, demo) as page:
        therapist, client = OnePhone(page, "therapist"), OnePhone(page, "client")
        await join(page, therapist, client)
        await assign(therapist)
        await client.reads("You decide")
        await picture(page, "assigning")
        await client.press("Yes")
        await client.reads("Agreed. I will ask you")

        await page.get_by_role("button", name="To the next prompt").click()
        await client.reads("Ready when you are")
        await picture(page, "prompt")
        await write(client)
        await picture(page, "worksheet")

        await page.get_by_role("button", name="To the next prompt").click()
        await therapist.reads("1 entry to read")
        await picture(page, "digest")
        await therapist.press("Fox")
        await therapist.reads("Agreed:")
        await therapist.chat.get_by_role("button", name="New:").last.click()
        await therapist.reads("She does not want to know me any more.")
        await picture(page, "entry")
