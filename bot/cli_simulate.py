"""`homework simulate`: lets people live with the bot in virtual time and looks whether all held.

A failing run lives the first failing client's life again, alone, and prints it as a transcript.
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_output import say, say_json, warn
from bot.endings import FAILED, OK

if TYPE_CHECKING:
    from bot.simulate.breaches import Breach
    from bot.simulate.carrier import Network
    from bot.simulate.simulation import Plan, Report
    from bot.simulate.timeline import Progress

MOST_TOLD = 20


def simulate(
    clients: Annotated[int, typer.Option(min=1, max=1000, help="How many people.")] = 25,
    weeks: Annotated[int, typer.Option(min=1, max=52, help="How long each lives with it.")] = 6,
    seed: Annotated[int, typer.Option(help="The same seed, the same lives.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Play random lives through the real bot and check the rules; exit 0 if all of them held."""
    from bot.simulate.carrier import Network
    from bot.simulate.simulation import Plan

    raise typer.Exit(play(Plan(clients, weeks, seed), as_json=as_json, network=Network))


def play(plan: "Plan", *, as_json: bool, network: "type[Network]") -> int:
    """Live a plan, say what came of it, and return the exit code.

    `network`: the bot's line to the messenger, where it is to be other than right.
    """
    from bot.simulate import crews

    with _bar(plan, quiet=as_json) as progress:
        report = crews.simulate_all(plan, progress, network=network)
    first = next((one.client for one in report.breaches if one.client is not None), None)
    story: Sequence[str] = ()
    if first is not None:
        if not as_json:
            warn(f"Client {first} once more, alone ...")
        story = crews.tell(plan, first, network)
    if as_json:
        say_json(_document(plan, report, story))
    else:
        _tell(plan, report, story)
    return FAILED if report.breaches else OK


@contextmanager
def _bar(plan: "Plan", *, quiet: bool) -> Generator["Progress"]:
    """Show how far a plan is; yield what is told the part, 0 to 1."""
    from rich import progress
    from rich.console import Console

    bar = progress.Progress(
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.TextColumn("{task.percentage:>3.0f} %"),
        progress.TimeElapsedColumn(),
        console=Console(stderr=True),
        disable=quiet,
    )
    with bar:
        task = bar.add_task(f"{plan.clients} clients, {plan.weeks} weeks", total=1.0)
        yield lambda part: bar.update(task, completed=part)


def _tell(plan: "Plan", report: "Report", story: Sequence[str]) -> None:
    for name, count in sorted(report.counts.items()):
        say(f"{count:>8}  {name}")
    if not report.breaches:
        say(f"All rules held for {plan.clients} clients over {plan.weeks} weeks, seed {plan.seed}.")
        return
    for one in report.breaches[:MOST_TOLD]:
        say(_line(one))
    if len(report.breaches) > MOST_TOLD:
        say(f"... and {len(report.breaches) - MOST_TOLD} more.")
    for line in story:
        say(line)


def _line(one: "Breach") -> str:
    whose = "the program" if one.client is None else f"client {one.client}"
    return f"BROKEN  {whose}: {one.rule}, {one.at:%Y-%m-%d %H:%M} UTC: {one.what}"


def _document(plan: "Plan", report: "Report", story: Sequence[str]) -> dict[str, object]:
    return {
        "clients": plan.clients,
        "weeks": plan.weeks,
        "seed": plan.seed,
        "ok": not report.breaches,
        "counts": dict(sorted(report.counts.items())),
        "breaches": [
            {"client": one.client, "rule": one.rule, "at": one.at.isoformat(), "what": one.what}
            for one in report.breaches
        ],
        "story": list(story),
    }
