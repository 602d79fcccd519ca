"""C8: words of danger, and kill -9 again and again: 0 of them lost."""

from pathlib import Path

import pytest

from tests.support.flagging import run_flags

pytestmark = pytest.mark.system


async def test_c8_no_alert_is_lost_whatever_kills_the_bot(tmp_path: Path) -> None:
    found = await run_flags(tmp_path, 8, 11)
    assert not found.wrong, "\n".join(found.wrong)
    assert len(found.said) >= 10
    assert found.alerts >= 2
    assert found.delivered >= 1
