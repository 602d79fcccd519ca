"""Lives in virtual time: all rules hold, and where one is broken it is seen and its story told."""

import asyncio
import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from typer.testing import CliRunner

from bot import cli_simulate
from bot.cli import app
from bot.endings import FAILED
from bot.simulate import crews
from bot.simulate.carrier import Network
from bot.simulate.simulation import Plan, Report, simulate


def test_all_rules_hold_in_these_lives() -> None:
    asked = ["simulate", "--clients", "16", "--weeks", "2", "--seed", "1", "--json"]
    ended = CliRunner().invoke(app, asked)
    told = json.loads(ended.stdout)
    assert told["breaches"] == [] and ended.exit_code == 0, told["story"]
    assert told["counts"]["prompts"] > 100 and told["counts"]["updates"] > 1000


class Stuttering(Network):
    """A line that carries every prompt twice."""

    def deliver(self, method: str, told: Mapping[str, Any]) -> object:
        """Carry a prompt once more."""
        if method == "sendMessage" and "occ~" in json.dumps(told.get("reply_markup")):
            super().deliver(method, told)
        return super().deliver(method, told)


class Lying(Network):
    """A line on which every prompt says that it is open until some other time."""

    def deliver(self, method: str, told: Mapping[str, Any]) -> object:
        """Change the time that is shown."""
        text = re.sub("Open until [^.]+", "Open until 03:33", str(told.get("text")))
        return super().deliver(method, {**told, "text": text} if "text" in told else told)


async def test_a_broken_rule_is_seen_alone_as_among_others() -> None:
    plan = Plan(clients=2, weeks=1, seed=3)
    report = await simulate(plan, network=Lying)
    rule = "shown deadline is enforced"
    broken = [one for one in report.breaches if one.client is not None and one.rule == rule]
    assert broken, "it was wrong every time, and nobody noticed"
    number = broken[0].client or 0
    alone = await simulate(plan, crew=[number], told=number, network=Lying)
    assert broken[0] in alone.breaches
    story = "\n".join(alone.story)
    assert "client< " in story and "client> " in story and rule in story


async def test_the_same_seed_makes_the_same_lives_and_alone_too() -> None:
    plan = Plan(clients=2, weeks=1, seed=5)
    first, again = [await simulate(plan, told=1) for _ in range(2)]
    assert first.counts == again.counts and first.counts["updates"] > 20
    alone = await simulate(plan, crew=[1], told=1)
    for report in (again, alone):
        assert _of_the_client(report) == _of_the_client(first)


def _of_the_client(report: Report) -> list[str]:
    return [line for line in report.story if line.startswith("client")]


def test_crews_share_all_clients_and_part_nobody_from_their_therapist() -> None:
    for clients in (1, 5, 25, 26, 57, 100):
        every = crews.crews(Plan(clients, 1, 1))
        assert sorted(number for crew in every for number in crew) == [*range(clients)]
        groups = [{number // crews.A_THERAPISTS for number in crew} for crew in every]
        assert sum(map(len, groups)) == len(set[int]().union(*groups))
        assert all(0 < len(crew) <= crews.LARGEST + crews.A_THERAPISTS for crew in every)


def test_a_plan_in_several_crews_has_one_report() -> None:
    """As many processes as there are cores; the progress of all of them is one."""
    far: list[float] = []
    plan = Plan(clients=6, weeks=1, seed=2)
    report = crews.simulate_all(plan, far.append, largest=5)
    assert report.breaches == [] and far == sorted(far)
    assert report.counts["updates"] > 50


def test_a_failing_run_tells_the_life_of_the_first_client_it_failed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plan = Plan(clients=2, weeks=1, seed=3)
    assert cli_simulate.play(plan, as_json=False, network=Stuttering) == FAILED
    said = capsys.readouterr().out.splitlines()
    (first, *_) = [line for line in said if line.startswith("BROKEN  client")]
    number = int(first.removeprefix("BROKEN  client ").partition(":")[0])
    alone = asyncio.run(simulate(plan, crew=[number], told=number, network=Stuttering))
    assert "#### never twice" in "\n".join(alone.story)
    assert said[-len(alone.story) :] == list(alone.story)
