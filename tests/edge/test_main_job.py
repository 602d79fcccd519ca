"""The main job in one process: invite, join, assign, prompt, worksheet, digest."""

from datetime import timedelta
from pathlib import Path

from tests.support.house import joined_client, joined_therapist, practice


async def test_the_whole_story(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)

        await therapist.say("/assign")
        await therapist.expect("Which worksheet?")
        await therapist.press("Thought record: catching the thought")
        await therapist.expect("Which form")
        await therapist.press("Full")
        await therapist.expect("Why this")
        await therapist.telegram.advance(5)
        await therapist.say("You said evenings are the worst. One note helps us see.")
        await therapist.expect("What counts as enough")
        await therapist.press("Skip")
        await therapist.expect("When should the bot ask")
        await therapist.press("Every day")
        await therapist.expect("At what time")
        await therapist.press("18:00")
        await therapist.expect("A second time")
        await therapist.press("Skip")
        await therapist.expect("How long may it be begun")
        await therapist.press("To the end of the day")
        await therapist.expect("One reminder")
        await therapist.press("No reminder")
        await therapist.expect("For how long")
        await therapist.press("1 week")
        await therapist.expect("What will you see")
        await therapist.press("All of it")
        review = await therapist.expect("evenings are the worst")
        print(await therapist.screen())
        await therapist.press("Done")
        await therapist.expect("what Fox will see")
        await therapist.press("Send")
        await client.expect("suggests this")
        await client.press("Yes")
        await client.expect("Agreed. I will ask you")
        await therapist.expect("Fox accepted")
        await here.pass_time(timedelta(hours=10))
        await client.expect("Ready when you are")
        await client.press("Start")
        print(await client.screen())
        await client.expect("1 of")
