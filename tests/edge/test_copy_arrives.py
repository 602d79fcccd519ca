"""P8: a client's copy as it arrives over HTTP, and what is left of it here afterwards: nothing."""

import json
from pathlib import Path

from sqlalchemy import func, select

from homework.store.tables import attachment
from tests.support.house import joined_client, joined_therapist, practice, with_practice_set


async def test_p8_two_documents_arrive_and_nothing_of_them_stays(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)
        await with_practice_set(here, therapist, client)
        await client.say("/export")
        await client.expect("Your copy, to read")
        await client.expect("The same for programs")
        await here.settled()
        sent = {file.name: file for file in here.emulator.world.files.values()}
        page, data = sent["copy-2027-03-01.html"], sent["copy-2027-03-01.json"]
        assert page.mime == "text/html" and data.mime == "application/json"
        assert page.body.decode().startswith("<!doctype html>")
        assert len(json.loads(data.body)["assignment"]) == 1
        async with here.here.db.transaction(here.calendar.now()) as unit:
            left = (
                select(func.count()).select_from(attachment).where(attachment.c.mime != "image/png")
            )
            assert (await unit.conn.execute(left)).scalar_one() == 0
