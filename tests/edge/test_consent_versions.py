"""C5: when the consent's text changes, it is asked again before anything new is opened."""

from pathlib import Path

import pytest

from homework.safety import consents
from tests.support.house import joined_client, joined_therapist, practice, with_practice_set


async def test_a_new_version_is_asked_before_the_next_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)
        await with_practice_set(here, therapist, client)
        monkeypatch.setattr(consents, "VERSION", consents.VERSION + 1)
        monkeypatch.setattr(consents.consent, "__kwdefaults__", {"version": consents.VERSION})
        await client.say("/log")
        await client.expect("has changed since you agreed")
        await client.expect_button("I agree")
        await client.press("I agree")
        await client.expect("You agreed")
        await client.say("/log")
        await client.expect("1 of")


async def test_a_sheet_that_was_put_aside_goes_on_only_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)
        await with_practice_set(here, therapist, client)
        await client.say("/log")
        await client.expect("1 of")
        await client.press("Pause")
        await client.expect("Put aside")
        monkeypatch.setattr(consents, "VERSION", consents.VERSION + 1)
        monkeypatch.setattr(consents.consent, "__kwdefaults__", {"version": consents.VERSION})
        await client.press("Go on now")
        await client.expect("has changed since you agreed")
        await client.expect_button("I agree")
        await client.press("I agree")
        await client.expect("You agreed")
        await client.press("Go on now")
        await client.expect("1 of")
