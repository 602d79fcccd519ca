"""`homework audit`: the hash of a day of the audit, to compare with what the log said then."""

import asyncio
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_output import say, say_json
from bot.endings import WrongUsage

if TYPE_CHECKING:
    from homework.store.audit import Day


def audit(
    day: Annotated[
        str, typer.Option("--day", help="As 2027-03-01, in UTC; yesterday if left out.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Count a day's lines of the audit, and hash them as the log did."""
    try:
        wanted = date.fromisoformat(day) if day else None
    except ValueError:
        raise WrongUsage(f"{day!r} is no day; expected is one like 2027-03-01.") from None
    found = asyncio.run(_of_day(wanted))
    if as_json:
        say_json({"day": str(found.day), "lines": found.lines, "sha256": found.sha256})
    else:
        say(f"{found.day}: {found.lines} lines, sha256 {found.sha256}")


async def _of_day(wanted: date | None) -> "Day":
    from bot.clock import Machine
    from bot.opening import opened
    from bot.settings import load
    from homework.store.audit import of_day

    now = Machine().now()
    day = wanted or now.astimezone(UTC).date() - timedelta(days=1)
    async with opened(load()) as db, db.transaction(now) as unit:
        return await of_day(unit, day)
