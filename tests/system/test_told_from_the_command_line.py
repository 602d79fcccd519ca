"""What the command line has to tell is told by the bot that runs beside it, within seconds."""

from pathlib import Path

import pytest

from tests.support.furnished import furnished
from tests.support.nursery import Nursery

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]


async def test_who_is_left_alone_is_told_at_once_and_their_chat_goes_on(
    template: Path, tmp_path: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        done = await practice.here.command("therapist", "remove", "Dr A", "--yes")
        assert done.returncode == 0, done.stderr
        await practice.clients[0].expect("does not use this bot any more")
        await practice.here.settled()
