"""A therapist's own worksheet over HTTP: its file is fetched from the messenger, then looked at."""

from pathlib import Path

from bot.demo.faults import Fault
from tests.support.house import joined_client, joined_therapist, practice
from tests.support.phones import FILES

SHEET = (FILES / "kind_words.toml").read_bytes()


async def test_a_sent_file_is_looked_at_published_and_set(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        other = await joined_therapist(here, "Dr B")
        await joined_client(here, therapist)
        await therapist.send("document", body=SHEET, name="kind_words.toml")
        await therapist.expect("this file holds")
        await therapist.press("Look at it: full form")
        await therapist.expect("What was hard today?")
        await therapist.press("Close")
        await therapist.expect("this file holds")
        await therapist.press("Publish")
        await therapist.expect("in your library")
        await other.say("/library")
        assert "Kind words" not in (await other.expect("The worksheets")).labels
        await here.restart()
        await therapist.say("/assign")
        await therapist.expect("Which worksheet?")
        await therapist.press("Kind words")
        await therapist.expect("Which form")


async def test_a_fetch_that_breaks_is_tried_again_and_then_told(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        here.emulator.world.faults.switched_on.append(Fault("error_500", method="getFile"))
        await therapist.send("document", body=SHEET, name="kind_words.toml")
        await therapist.expect("this file holds", within=30)
        here.emulator.world.faults.switched_on.append(Fault("error_500", method="getFile", times=2))
        await therapist.send("document", body=SHEET + b"\n# again", name="kind_words.toml")
        await therapist.expect("could not get your file", within=30)


async def test_what_is_no_worksheet_is_told_so(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        await therapist.send("document", body=b"%PDF-1.7", name="paper.pdf")
        await therapist.expect("ends in .toml")
        await therapist.send("document", body=b"\xff\xfe\x00", name="sheet.toml")
        await therapist.expect("not UTF-8 text")
        await therapist.send("document", body=b"#" * 300_001, name="sheet.toml")
        await therapist.expect("could not take this file")
        await therapist.send("document", body=b"#" * 250_000, name="sheet.toml")
        await therapist.expect("is longer than")
