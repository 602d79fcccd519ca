"""C8: an alert that could not be written shows help all the same, and is counted."""

from pathlib import Path

import pytest

from bot import telemetry
from homework.store import alerts
from tests.support.house import joined_client, joined_therapist, practice

LOST = "homework_screening_total,lost"


async def test_c8_an_alert_that_could_not_be_written_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise LookupError

    async with practice(tmp_path) as here:
        client = await joined_client(here, await joined_therapist(here))
        monkeypatch.setattr(alerts, "add", broken)
        before = telemetry.counts().get(LOST, 0)
        await client.say("I want to die")
        await client.expect("116 123")
        assert telemetry.counts()[LOST] == before + 1
