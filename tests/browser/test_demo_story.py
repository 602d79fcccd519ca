"""`homework demo` in a real browser: from the therapist's link to an experiment's outcome."""

import pytest
from playwright.async_api import Browser, Page, expect

from tests.support.screens import PATIENCE, OnePhone, a_page, picture

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
THOUGHT = "She does not want to know me any more."
CATCHING = "Thought record: catching the thought"
TESTING = "Experiment: testing a thought"


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


async def assign(therapist: OnePhone, sheet: str, form: str, why: str) -> None:
    await therapist.press("Set a practice")
    await therapist.press(sheet)
    await therapist.press(form)
    await therapist.reads("Why this, for this person?")
    await therapist.say(why)
    await therapist.reads("What counts as enough?")
    await therapist.press("Skip")
    await therapist.press("No prompts, only when they like")
    for label in ("2 weeks", "All of it", "Done", "Send"):
        await therapist.press(label)


async def accept(client: OnePhone, what: str) -> None:
    await client.reads(what)
    agreed = client.chat.get_by_text("Agreed. Nothing rings")
    before = await agreed.count()
    await client.press("Yes")
    await expect(agreed.nth(before)).to_be_visible(timeout=PATIENCE)
    await client.chat.get_by_role("button", name="/log").last.click()


async def write(page: Page, client: OnePhone) -> None:
    await client.reads("1 of 3")
    await client.say("My friend walked past me in the street.")
    await client.reads("2 of 3")
    await client.say("sad 80, ashamed 60")
    await client.reads("So far")
    await picture(page, "worksheet")
    await client.press("That’s all")
    await client.reads("3 of 3")
    await client.say(THOUGHT)
    await client.press("That’s all")
    await client.press("Done")
    await client.reads("Your therapist can read this sheet.")


async def read(therapist: OnePhone, page: str, words: str) -> None:
    await therapist.press("Fox")
    await therapist.reads(page)
    await therapist.chat.get_by_role("button", name="New:").last.click()
    await therapist.reads(words)


async def plan(client: OnePhone) -> None:
    await client.press(TESTING)
    await client.reads("1 of 6")
    await client.say(THOUGHT)
    await client.press("80")
    await client.reads("3 of 6")
    await client.say("She looks away and walks on.")
    await client.reads("4 of 6")
    await client.say("Say hello first, and ask how she is.")
    await client.reads("5 of 6")
    await client.say("in a week")
    await client.press("18:00")
    await client.reads("The next part comes on")


async def look_back(client: OnePhone) -> None:
    await client.press("Start")
    await client.press("I did it")
    await client.reads("What happened?")
    await client.say("She stopped and smiled. She had not seen me that day.")
    await client.press("No")
    await client.press("30")
    await client.reads("80 → 30")


async def test_the_story_by_clicks(demo: str, browser: Browser) -> None:
    async with a_page(browser, demo) as page:
        therapist, client = OnePhone(page, "therapist"), OnePhone(page, "client")
        await join(page, therapist, client)
        why = "A small moment can spoil a whole day. One note shows us what goes through your mind."
        await assign(therapist, CATCHING, "Full", why)
        await client.reads("You decide")
        await picture(page, "assigning")
        await accept(client, CATCHING)
        await write(page, client)

        await page.get_by_role("button", name="+1 day").click()
        await therapist.reads("1 entry to read")
        await picture(page, "digest")
        await read(therapist, "Agreed:", THOUGHT)

        await therapist.press("Fox")
        why = (
            "It feels true that she is done with you. A small test shows more than a long thought."
        )
        await assign(therapist, TESTING, "One minute", why)
        await accept(client, TESTING)
        await plan(client)
        await page.get_by_role("button", name="To the next prompt").click()
        await client.reads("Ready when you are")
        await picture(page, "prompt")
        await look_back(client)

        await page.get_by_role("button", name="+1 day").click()
        await therapist.reads("1 of 1 done")
        await read(therapist, "predicted", "7 days from the plan")
        await picture(page, "outcome")
