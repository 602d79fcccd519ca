"""Each benchmark runs, at a size that takes a second, ours alone: nothing is timed here."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench import digest, due, herd, reply, send, steps
from bench.figures import Figure, Report, ratio
from bench.fleet import HOOKED, OURS, fleet
from bench.stub.limits import Limits

pytestmark = pytest.mark.system


def told(report: Report, *wanted: str) -> None:
    """The report names its contender, and these of its goals are reached."""
    page = report.markdown()
    assert OURS in page
    reached = {claim.what: claim.reached for claim in report.claims}
    assert {what: reached[what] for what in wanted} == dict.fromkeys(wanted, True)


async def test_steps_are_answered_once_and_edited_once(tmp_path: Path) -> None:
    profile = tmp_path / "profile.txt"
    async with fleet(steps.crew((), 12, {"BENCH_PROFILE": str(profile)})) as ships:
        turns = {
            kind: await steps.turn(ships, OURS, kind, 0.0, waiting=4, window=0.2)
            for kind in steps.KINDS
        }
    assert all(turn.whole > 0 for turn in turns.values())
    assert all((turn.lost, turn.repeats, turn.owed) == (0, 0, 0) for turn in turns.values())
    assert {kind: turn.calls for kind, turn in turns.items()} == {"text": 2, "rating": 3}
    found = {(kind, 0.0, OURS): [turn] for kind, turn in turns.items()}
    told(steps.report(found), "repeats", "people without an answer")
    assert "ingest.py" in profile.read_text(encoding="utf-8")


async def test_replies_are_heard_quietly_and_in_a_herd() -> None:
    calm = await reply.quiet((), 1, 0.4)
    wild = await reply.herded((), 10, 0.4)
    told(reply.report(calm, wild), "repeats, and people without a reply")
    heard = [[len(found[name][0].took) for name in (OURS, HOOKED)] for found in (calm, wild)]
    assert heard == [[10, 10], [10, 10]]


async def test_a_wave_is_sent_once_to_each() -> None:
    async with fleet(send.crew((), 40)) as ships:
        found = await send.measure(ships, [OURS], {OURS: 40}, 2)
    told(send.report(found), "sent twice")
    assert [wave.chats for wave in found[OURS]] == [40, 40]


async def test_a_herd_loses_nobody() -> None:
    found = await herd.measure((), 20, 30.0)
    told(herd.report([found], 20), "lost", "twice", "429")


async def test_what_is_due_fires_and_is_sealed() -> None:
    found = await due.measure(30, 3, 1, peers=False)
    told(due.report(found, [due.next_ones(50)], 30, 3), "missed", "not sealed")


async def test_a_therapist_reads_a_year() -> None:
    async with digest.desk([digest.busy(100)]) as here:
        assert 80 < here.entries < 120
        found = await digest.measure(here, 1)
        for said in ((await here.digest()).html, (await here.brief(7)).html, await here.page()):
            assert here.client.code_name in said
    page = digest.report(found, here.entries, 1)
    told(page)
    assert {claim.what for claim in page.claims} == set(digest.WHAT.values())
    assert all(turn.took > 0 for turns in found.values() for turn in turns)
    assert "report, set" in found


def test_the_messenger_takes_thirty_in_any_trailing_second() -> None:
    limits = Limits()
    taken = [limits.refused(b"%d" % chat, 10.0 + chat / 100) for chat in range(32)]
    assert taken == [None] * 30 + [1, 1]
    assert limits.refused(b"99", 11.001) is None
    assert limits.refused(b"99", 11.5) == 1


def test_the_ratio_is_that_of_each_round() -> None:
    by = ratio(Figure((10.0, 30.0, 20.0)), Figure((5.0, 10.0, 5.0)))
    assert by.rounds == (2.0, 3.0, 4.0)
    assert by.median == 3.0


@pytest.mark.parametrize("name", ["steps", "reply", "send", "herd", "due", "digest"])
def test_each_runs_alone(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}", "--help"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "--rounds" in done.stdout
