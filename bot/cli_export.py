"""`homework export`: a file of what clients share with their therapist, for a practice's records.

Whoever runs it can read what clients wrote, so it has to be said, and stands in each client's
trail. Works beside a running bot.
"""

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli_output import say, say_json
from bot.endings import Failed, WrongUsage

if TYPE_CHECKING:
    from bot.settings import Settings
    from conversations.model import Worksheet
    from conversations.session import Ref
    from homework.reports.filing import Filing
    from homework.reports.shared import Case
    from homework.store.database import Unit
    from homework.store.people import Client

Form = Literal["csv", "json", "fhir"]
Period = Literal["w4", "w12", "all"]
SEES = "--i-see-clinical-text"


def export(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="A new file.")],
    form: Annotated[Form, typer.Option("--format", help="csv: a ZIP with a codebook.")],
    therapist: Annotated[
        str, typer.Option("--therapist", metavar="NAME", help="All clients of this therapist.")
    ] = "",
    client: Annotated[
        str, typer.Option("--client", metavar="CODE", help="One client, by code name.")
    ] = "",
    period: Annotated[Period, typer.Option(help="The last 4 or 12 weeks, or all.")] = "all",
    sees: Annotated[
        bool, typer.Option(SEES, help="I can read what clients wrote; they see that I took it.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Write what clients share with their therapist into a file; it is noted in their trail."""
    if not (therapist or client):
        raise WrongUsage("Say whose: --therapist NAME, --client CODE, or both.")
    if not sees:
        raise WrongUsage(
            f"This file holds what clients wrote, to be read by anybody. If you may, add {SEES};"
            " it is noted, and they can see it."
        )
    from bot.settings import load

    settings = load()
    with _Fresh(out) as file:
        filing = asyncio.run(_gathered(settings, therapist, client, period, form))
        size = file.write(filing)
    _tell(out, size, filing, as_json)


class _Fresh:
    """A file that was not there before and that only its owner reads; gone again if it fails."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> "_Fresh":
        try:
            self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise WrongUsage(f"{self._path} exists already; expected is a new file.") from None
        except OSError as error:
            raise WrongUsage(f"{self._path} cannot be written: {error.strerror}.") from None
        return self

    def write(self, filing: "Filing") -> int:
        from homework.reports.filing import made

        body = made(filing)
        with os.fdopen(os.dup(self._file), "wb") as out:
            out.write(body)
            out.flush()
            os.fsync(out.fileno())
        return len(body)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        os.close(self._file)
        if kind is not None:
            self._path.unlink(missing_ok=True)


async def _gathered(
    settings: "Settings", therapist: str, code: str, period: str, form: str
) -> "Filing":
    from bot.clock import Machine
    from bot.opening import opened
    from homework import packaged, records
    from homework.gathering import Gathering
    from homework.house import House
    from homework.reports.filing import Filing
    from homework.safety import crisis
    from homework.stocking import stock

    now = Machine().now()
    cases: list[Case] = []
    sheets: dict[Ref, Worksheet] = {}
    async with opened(settings) as database:
        async with database.transaction(now) as unit:
            found = await _clients(unit, therapist, code)
            house = House(await stock(unit), {"en": packaged.texts("en")}, crisis.shipped(), "")
            for one in found:
                await records.note(unit, "operator", one, period, form, records.BY_OPERATOR)
        for one in found:
            gathering, more = Gathering(house, one, records.PERIODS[period]), True
            while more:  # slice by slice, so that a running bot waits for none
                async with database.transaction(now) as unit:
                    more = await gathering.more(unit)
            cases.append(gathering.case)
            sheets |= gathering.sheets
    return Filing(records.bound(now, period, cases, sheets), form, "en")


async def _clients(unit: "Unit", name: str, code: str) -> "list[Client]":
    from homework.store import people

    everybody = await people.therapists(unit)
    wanted = [one for one in everybody if name in (one.id, "") or _same(name, one.name)]
    if name and not wanted:
        raise Failed(f'No therapist is called {name!r}; "homework therapist list" shows them.')
    if name and len(wanted) > 1:
        raise Failed(f"Several therapists are called {name!r}; use the id of one.")
    found = {
        one.id: one
        for therapist in wanted
        for one in await people.clients_of(unit, therapist.id)
        if one.state == "active" and (not code or _same(code, one.code_name))
    }
    if not found:
        raise Failed(f"No client is called {code!r} there." if code else "There are no clients.")
    if code and len(found) > 1:
        raise Failed(f"Several clients are called {code!r}; say whose, with --therapist.")
    return list(found.values())


def _same(said: str, name: str) -> bool:
    return " ".join(said.split()).casefold() == name.casefold()


def _tell(out: Path, size: int, filing: "Filing", as_json: bool) -> None:
    cases = filing.records.cases
    entries = sum(len(case.entries) for case in cases)
    kept = sum(case.sharing["nothing"] for case in cases)
    if as_json:
        told = {"clients": len(cases), "entries": entries, "kept": kept}
        say_json({"ok": True, "file": str(out), "bytes": size} | told)
        return
    say(f"Wrote {out} ({size / 1000:.1f} kB): clients {len(cases)}, sheets {entries}.")
    if kept:
        say(f"Of {kept} sheets only that they were done: their clients keep the rest.")
    say("It is not sealed. Its clients can see under /privacy that it was taken.")
