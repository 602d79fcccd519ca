"""A picture as it arrives over HTTP, drawn by the real worker; nothing of it stays here."""

import io
from datetime import timedelta
from multiprocessing import active_children
from pathlib import Path

from PIL import Image
from sqlalchemy import func, select

from homework.store import people
from homework.store.tables import attachment, report, timer
from tests.support.house import joined_client, joined_therapist, practice
from tests.support.written import write


async def test_pressing_a_button_brings_a_picture_with_its_words(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        client = await joined_client(here, await joined_therapist(here))
        await here.settled()
        async with here.here.db.transaction(here.calendar.now()) as unit:
            (therapist,) = await people.therapists(unit)
            (fox,) = await people.clients_of(unit, therapist.id)
            for day in range(5):
                at = unit.now - timedelta(days=day)
                await write(unit, here.here.house, fox.person or "", fox.id, at)
        await client.say("/progress")
        await client.expect_button("Pictures")
        await client.press("Pictures")
        await client.expect("Which one?")
        await client.press("The year, day by day")
        seen = await client.expect("5 entries on 5 days since 25 Feb.")
        assert any(button.startswith("Other pictures") for button in seen.labels)
        await here.settled()
        (sent,) = [
            file
            for file in here.emulator.world.files.values()
            if file.body.startswith(b"\x89PNG") and file.name != "invitation.png"
        ]
        with Image.open(io.BytesIO(sent.body)) as image:
            assert image.size[0] == 1080
        async with here.here.db.transaction(here.calendar.now()) as unit:
            for table in (report, attachment):
                left = select(func.count()).select_from(table)
                assert await unit.conn.scalar(left) == 0, table.name
            waits = select(func.count()).where(timer.c.kind == "report")
            assert await unit.conn.scalar(waits) == 0
        assert len(active_children()) == 1
    assert active_children() == [], "the worker ends with the bot"
