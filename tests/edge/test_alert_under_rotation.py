"""P4, C8: a new master key under an open alert: it is still told, read and seen, also after a
restart."""

from pathlib import Path

from bot.keyfile import keys_there, read_key
from bot.rotating import rotate
from homework.store.keyring import Keyring
from tests.support.house import Practice, joined_client, joined_therapist, practice

DANGER = "I want to die zqwordzq"


def turn_the_key(here: Practice) -> list[str]:
    """As `homework key rotate` does it beside the running bot."""
    path, data = here.settings.homework_key_file, here.settings.homework_data_dir
    assert path is not None
    ring = here.settings.keyring_path
    keyring = Keyring.open(ring, read_key(path, data), lambda: keys_there(path, data))
    try:
        return [*rotate(path, data, keyring, ring)]
    finally:
        keyring.close()


async def test_c8_a_new_master_key_loses_no_open_alert(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)
        await client.say(DANGER)
        await client.expect("It is all right to write it here")
        await therapist.expect("Safety flag")
        assert turn_the_key(here)[-1] == "in place"
        await client.say(DANGER + " still")
        await client.expect("added this to the note")
        await therapist.press("Show what was written")
        shown = (await therapist.expect("zqwordzq still")).text
        assert shown.count("zqwordzq") == 2
        await here.restart()
        await therapist.say("/alerts")
        await therapist.expect("not seen yet")
        await therapist.press("Fox, Mon 1 Mar 09:00")
        await therapist.expect("Now: not seen yet")
        await therapist.press("Seen")
        await client.expect("has seen the note")
