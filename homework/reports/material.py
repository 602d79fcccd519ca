"""What the pictures of one client are made of, and how much of it a reader may see.

A client sees all of their own. A therapist sees what is shared; how much stays out is always said.
It must not know what is drawn of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations.model import Worksheet
from conversations.texts import Texts
from homework.house import House
from homework.moments import zone_of
from homework.reports.pictures import Picture
from homework.store import entries, occurrences
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.occurrences import Occurrence
from homework.store.people import Client

YEAR = timedelta(days=366)
LEAST = 3
"""Below this many points there is nothing to look at."""


@dataclass(frozen=True, slots=True)
class Told:
    """A picture, and the one finding that says the same in words.

    `key` stands in a button: it tells nothing, and stays the same while the data grow.
    """

    key: str
    label: str = field(repr=False)
    picture: Picture = field(repr=False)
    finding: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Material:
    """A year of one client, oldest first. `own`: the reader is the client.

    `days`: of the period that is looked at, today the last of them; None: each picture has its own.
    `sheet`: the worksheet whose entries alone are in it; "": all.
    """

    client: str
    name: str = field(repr=False)
    own: bool
    zone: ZoneInfo
    today: date
    sheets: Mapping[str, Worksheet] = field(repr=False)
    written: Sequence[Written] = field(repr=False)
    planned: Sequence[Occurrence] = field(repr=False)
    days: int | None = None
    sheet: str = ""

    def of_sheet(self, sheet: Worksheet, *, whole: bool = False) -> tuple[list[Written], int]:
        """Return the entries of a sheet that may be shown, and how many stay out.

        `whole`: what is shown says more than numbers, so all of an entry must be shared.
        """
        return self.seen([one for one in self.written if one.worksheet == sheet.id], whole=whole)

    def seen(self, found: Sequence[Written], *, whole: bool = False) -> tuple[list[Written], int]:
        """Return which of some entries may be shown, and how many stay out."""
        hidden = ("nothing", "summary") if whole else ("nothing",)
        shown = [one for one in found if self.own or one.sharing not in hidden]
        return shown, len(found) - len(shown)

    def since(self, found: Sequence[Written], days: int) -> list[Written]:
        """Return what was begun on the last so many days of the client's calendar."""
        first = self.today - timedelta(days=days - 1)
        return [one for one in found if self.local(one.began_at).date() >= first]

    def local(self, at: datetime) -> datetime:
        """Return an instant on the client's clock."""
        return at.astimezone(self.zone)


async def gather(
    unit: Unit, house: House, client: Client, texts: Texts, *, own: bool, days: int | None = None
) -> Material:
    """Return a client's year, or the last so many days of their calendar, today included.

    The ledger is in it only where the reader is a therapist.
    """
    zone = zone_of(client)
    today = unit.now.astimezone(zone).date()
    start = unit.now - YEAR
    if days is not None:
        first = datetime.combine(today - timedelta(days=days - 1), time(0), zone)
        start = first.astimezone(unit.now.tzinfo)
    written = await entries.lately(unit, client.id, start)
    planned = [] if own else await occurrences.since(unit, [client.id], start)
    return Material(
        client.id,
        client.code_name,
        own,
        zone,
        today,
        {key: house.sheet(ref, texts) for key, ref in house.shelf.newest.items()},
        sorted(written, key=lambda one: one.began_at),
        planned,
        days,
    )
