"""`homework doctor`: looks at everything and says what is wrong; mends nothing."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_output import say, say_json
from bot.endings import FAILED, OK, SETTINGS

if TYPE_CHECKING:
    from bot.checkup import Finding

_MARKS = {"ok": "ok     ", "warning": "WARNING", "wrong": "WRONG  "}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    live: Annotated[bool, typer.Option("--live", help="Only ask how the running bot is.")] = False,
) -> None:
    """Look at settings, key, data, crisis lines and clock; exit 0 unless something is wrong."""
    found = _live(quiet=as_json) if live else asyncio.run(_examine(quiet=as_json))
    if as_json:
        say_json(
            {
                "ok": all(one.state != "wrong" for one in found),
                "findings": [
                    {"check": one.check, "state": one.state, "text": one.text} for one in found
                ],
            }
        )
    wrong = [one for one in found if one.state == "wrong"]
    if any(one.setting for one in wrong):
        raise typer.Exit(SETTINGS)
    raise typer.Exit(FAILED if wrong else OK)


def _live(*, quiet: bool) -> "list[Finding]":
    from bot.clock import Machine
    from bot.settings import load
    from bot.vitals import live

    found = live(load(), Machine().now())
    for one in found if not quiet else ():
        _tell(one)
    return found


def _tell(one: "Finding") -> None:
    say(f"{_MARKS[one.state]}  {one.check}: {one.text}")


async def _examine(*, quiet: bool) -> "list[Finding]":
    from bot.checkup import examine
    from bot.settings import load

    found: list[Finding] = []
    async for one in examine(load()):
        found.append(one)
        if not quiet:
            _tell(one)
    return found
