"""The service unit: shut off as far as it says, and tried again unless a person must mend it."""

import configparser
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.endings import BUSY, FAILED, SETTINGS, USAGE
from bot.stopping import LEAVE_SECONDS

UNIT = Path(__file__).parents[2] / "deploy" / "homework-bot.service"
ANALYZE = shutil.which("systemd-analyze")
MOST_EXPOSED = 3.0


@pytest.mark.system
@pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze")
def test_the_service_is_shut_off_from_what_it_does_not_need() -> None:
    done = subprocess.run(
        [
            str(ANALYZE),
            "security",
            "--offline=true",
            f"--threshold={MOST_EXPOSED * 10:.0f}",
            "--no-pager",
            str(UNIT),
        ],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    figure = float(done.stdout.partition("homework-bot.service: ")[2].split()[0])
    assert 0 < figure <= MOST_EXPOSED


def test_the_service_is_tried_again_unless_a_person_must_mend_it() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment]
    unit.read(UNIT)
    service = unit["Service"]
    given_up = {int(code) for code in service["RestartPreventExitStatus"].split()}
    assert given_up == {USAGE, SETTINGS}
    assert not given_up & {BUSY, FAILED}
    assert service["Restart"] == "on-failure"
    assert float(service["TimeoutStopSec"]) > LEAVE_SECONDS
    assert service["StateDirectoryMode"] == "0700"


def test_the_service_waits_until_the_clock_is_set() -> None:
    lines = UNIT.read_text().splitlines()
    for order in ("Wants", "After"):
        assert f"{order}=network-online.target time-sync.target" in lines
