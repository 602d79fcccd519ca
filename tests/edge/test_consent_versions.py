"""C5: when the consent's text changes, it is asked again before anything new is opened."""

from pathlib import Path

import pytest

from homework.safety import consents
from tests.support.house import joined_client, joined_therapist, practice, with_practice_set

SAID = {"screening": "a program now looks through", "unscreened": "no program looks through"}


@pytest.mark.parametrize("how", ["version", "screening", "unscreened", "days"])
async def test_a_new_version_is_asked_before_the_next_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    async with practice(tmp_path) as here:
        if how == "screening":
            object.__setattr__(here.here.house, "screened", frozenset[str]())
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)
        await with_practice_set(here, therapist, client)
        house = here.here.house
        if how == "version":
            new = consents.VERSION + 1
            monkeypatch.setattr(consents, "VERSION", new)
            monkeypatch.setattr(consents, "CHANGES", {new: "consent-changed-4"})
        elif how == "screening":
            object.__setattr__(house, "screened", frozenset({"en"}))
        elif how == "unscreened":
            assert house.screened == {"en"}
            object.__setattr__(house, "screened", frozenset[str]())
        else:
            object.__setattr__(house, "retention_days", 30)
        await client.say("/log")
        await client.expect("New: " + SAID.get(how, ""))
        await client.expect_button("I agree")
        await client.press("I agree")
        await client.expect("You agreed")
        await client.say("/log")
        await client.expect("1 of")
