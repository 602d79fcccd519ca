"""The main job in one process, in short: invite, join, assign, prompt, begin."""

from datetime import timedelta
from pathlib import Path

from tests.support.house import joined_client, joined_therapist, practice, with_practice_set


async def test_from_the_invitation_to_the_first_question(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)
        await with_practice_set(here, therapist, client)
        await therapist.expect("Fox accepted")
        await here.pass_time(timedelta(hours=10))
        await client.expect("Ready when you are")
        await client.press("Start")
        await client.expect("1 of")
        assert await therapist.menu() != await client.menu()
        assert len(await client.pinned()) == 1
