"""A removed therapist's clients are told, and nothing rings for them any more."""

from datetime import timedelta
from pathlib import Path

from homework import joining
from homework.store import people
from tests.support.house import joined_client, joined_therapist, practice, with_practice_set


async def test_a_client_left_alone_is_told_and_nothing_rings(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)
        await with_practice_set(here, therapist, client)
        async with here.here.db.transaction(here.calendar.now()) as unit:
            who = (await people.actor(unit, therapist.id)).therapist
            assert who is not None
            await joining.remove_therapist(unit, who.id)
        await client.expect("does not use this bot any more")
        before = [one for one in await client.messages() if not one.silent]
        await here.pass_time(timedelta(days=2))
        await client.say("/today")
        await client.expect("Nothing is due")
        rang = [one for one in await client.messages() if not one.silent]
        assert len(rang) == len(before) + 2, "what was said and its answer"
