"""Whom a therapist means by what they type behind a command: never somebody else."""

import pytest

from homework.store import people
from tests.support.scene import Heard, Scene

COMMANDS = ("/assign", "/brief", "/export", "/nudge", "/report", "/session")


async def comes(scene: Scene, name: str, state: str = "active") -> str:
    """Somebody comes into the care of A under a plain code name; return their id."""
    one = scene.parties["A"]
    await scene.say(one.user, f"/invite {name}")
    async with scene.looking() as unit:
        client = (await people.clients_of(unit, one.therapist or ""))[-1]
        await people.change_client(unit, client.id, state=state)
    return client.id


async def says(scene: Scene, text: str) -> str:
    user = scene.parties["A"].user
    return _told(await scene.say(user, text), user)


def _told(seen: list[Heard], user: int) -> str:
    return "\n".join(one.whole for one in seen if one.user == user)


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_name_that_fits_nobody_is_said_to(scene: Scene, command: str) -> None:
    await comes(scene, "Fox")
    said = await says(scene, f"{command} Zebra")
    assert "No client of yours is called like “Zebra”." in said
    assert "Fox" in said, "and all are offered"


@pytest.mark.parametrize("command", COMMANDS)
async def test_the_whole_name_means_one_though_others_begin_alike(
    scene: Scene, command: str
) -> None:
    await comes(scene, "Fox")
    await comes(scene, "Fox 2")
    await comes(scene, "Foxglove")
    said = await says(scene, f"{command} fox 2")
    assert "Fox 2" in said
    assert not {"Fox", "Foxglove"} & set(said.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
async def test_words_behind_a_name_are_no_name(scene: Scene, command: str) -> None:
    await comes(scene, "Fox")
    await comes(scene, "Owl")
    said = await says(scene, f"{command} Fox 3")
    if command == "/session":
        assert "I could not read" in said
    else:
        assert "No client of yours is called like “Fox 3”." in said


@pytest.mark.parametrize("command", COMMANDS)
async def test_who_is_not_here_yet_is_not_somebody_whose_name_holds_theirs(
    scene: Scene, command: str
) -> None:
    await comes(scene, "Joanna")
    await comes(scene, "Anna", "invited")
    said = await says(scene, f"{command} anna")
    assert "Anna is not here yet" in said
    assert "Joanna" not in said


async def test_a_part_of_a_name_asks_before_a_phone_rings(scene: Scene) -> None:
    await comes(scene, "Foxglove")
    said = await says(scene, "/nudge glove")
    assert "Whom do you want to ask" in said and "Foxglove" in said
    said = await says(scene, "/brief glove")
    assert "Whom" not in said and "Foxglove" in said


async def test_a_session_is_moved_for_the_longest_name_that_fits(scene: Scene) -> None:
    await comes(scene, "Fox")
    await comes(scene, "Fox 2")
    assert "session with Fox 2: " in await says(scene, "/session Fox 2 Thu 14:00")
    assert "session with Fox: " in await says(scene, "/session Fox 2 March 14:00")
    assert "session with Fox: " in await says(scene, "/session fox Thu 15:00")


async def test_the_next_page_holds_whom_the_part_fits_alone(scene: Scene) -> None:
    user = scene.parties["A"].user
    for number in range(23):
        await comes(scene, f"Fox {number:02}")
    await comes(scene, "Owl")
    seen = await scene.say(user, "/report fox")
    first = _told(seen, user)
    assert "Fox 19" in first and "Fox 20" not in first
    second = _told(await scene.press(user, seen, "More"), user)
    assert all(f"Fox {number}" in second for number in (20, 21, 22))
    assert "Owl" not in second


async def test_names_are_heard_in_any_alphabet_and_with_any_sign(scene: Scene) -> None:
    for name in ("Лиса", "100% Joe", "a_b", 'O\'Hara "q"'):
        await comes(scene, name)
    for typed, whom in (("ЛИСА", "Лиса"), ("100%", "100% Joe"), ("_", "a_b"), ('"q"', "O'Hara")):
        said = await says(scene, f"/report {typed}")
        assert f"A report of {whom}" in said.replace("&quot;", '"').replace("&#x27;", "'")


async def test_a_list_says_how_many_of_all_were_found(scene: Scene) -> None:
    await comes(scene, "Fox")
    await comes(scene, "Fox 2")
    assert "2 of your 4 clients." in await says(scene, "/clients fox")
