"""Lives in virtual time: all rules hold, and where one is broken it is seen and its story told."""

import json
from collections.abc import Mapping
from typing import Any

from typer.testing import CliRunner

from bot.cli import app
from bot.simulate.carrier import Network
from bot.simulate.simulation import Plan, simulate


def test_a_few_lives_break_no_rule() -> None:
    asked = ["simulate", "--clients", "4", "--weeks", "1", "--seed", "1", "--json"]
    ended = CliRunner().invoke(app, asked)
    told = json.loads(ended.stdout)
    assert told["breaches"] == [] and ended.exit_code == 0, told["story"]
    assert told["counts"]["prompts"] > 5 and told["counts"]["updates"] > 50


class Stuttering(Network):
    """A line that carries every prompt twice."""

    def deliver(self, method: str, told: Mapping[str, Any]) -> object:
        if method == "sendMessage" and "occ~" in json.dumps(told.get("reply_markup")):
            super().deliver(method, told)
        return super().deliver(method, told)


async def test_a_broken_rule_is_seen_and_its_story_told() -> None:
    plan = Plan(clients=2, weeks=1, seed=3)
    report = await simulate(plan, network=Stuttering)
    broken = [one for one in report.breaches if one.client is not None]
    assert broken, "every prompt came twice, and nobody noticed"
    alone = await simulate(plan, only=broken[0].client, network=Stuttering)
    assert {one.rule for one in alone.breaches} >= {broken[0].rule}
    story = "\n".join(alone.story)
    assert "client< " in story and "client> " in story and broken[0].rule in story


async def test_the_same_seed_makes_the_same_lives() -> None:
    first, again = [await simulate(Plan(clients=2, weeks=1, seed=5)) for _ in range(2)]
    assert first.counts == again.counts and first.counts["updates"] > 20
