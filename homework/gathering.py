"""What one client shares of a period, read in slices: a year is more than one look should hold.

Each slice is read in a transaction of its own; whoever writes meanwhile comes in between. What is
shared at that moment counts. It must not know who wants it: that was looked at before.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations.model import Worksheet
from conversations.session import Ref
from homework import reading
from homework.house import House
from homework.moments import zone_of
from homework.reports.as_shared import as_shared
from homework.reports.shared import Case, Shared
from homework.store import assignments, entries, occurrences, taken
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.occurrences import Occurrence
from homework.store.people import Client
from homework.store.taken import Zones, zone_at

SLICE = 200
"""Entries of one transaction."""


class Gathering:
    """Call `more` with one open transaction after another while it says that there is more; then
    `case` is whole. `sheets` gathers the worksheets that stand in it."""

    def __init__(self, house: House, client: Client, days: int | None) -> None:
        """`days`: back from today, the client's today included; None: from the beginning."""
        self._house, self._client, self._days = house, client, days
        self._zone = zone_of(client)
        self._keys: list[str] | None = None
        self._clocks: Zones = ()
        self._found: list[Shared] = []
        self._planned: list[Occurrence] = []
        self._kinds: dict[str, Ref] = {}
        self.sheets: dict[Ref, Worksheet] = {}

    async def more(self, unit: Unit) -> bool:
        """Read the next slice; say whether there is another one."""
        if self._keys is None:
            self._keys = await self._begin(unit)
        else:
            now, self._keys = self._keys[:SLICE], self._keys[SLICE:]
            await self._entries(unit, now)
        return bool(self._keys)

    async def _begin(self, unit: Unit) -> list[str]:
        today = unit.now.astimezone(self._zone).date()
        start = first_day(today, self._days)
        self._clocks = await taken.zones(unit, self._client.id)
        planned = await occurrences.of_days(unit, self._client.id, start, today)
        self._planned = [one for one in planned if _was_due(one, unit.now)]
        kinds = await assignments.by_ids(unit, {one.assignment for one in self._planned})
        self._kinds = {key: one.worksheet for key, one in kinds.items()}
        since = first_moment(unit.now, self._zone, self._days)
        return await taken.entry_keys(unit, self._client.id, since)

    async def _entries(self, unit: Unit, keys: Sequence[str]) -> None:
        answered = await taken.answered_at(unit, keys)
        for one in await entries.by_ids(unit, self._client.id, keys):
            ref, sheet = self._sheet(one)
            if sheet is not None:
                self.sheets.setdefault(ref, sheet)
            clock = zone_at(self._clocks, one.began_at, self._zone.key)
            said = answered.get(one.session, {})
            self._found.append(as_shared(one, sheet, ref, clock, said))

    def _sheet(self, one: Written) -> tuple[Ref, Worksheet | None]:
        """The worksheet an entry was written on, or the newest of its kind that there is."""
        version, known = one.body.get("version"), str(one.body.get("sha256"))
        then = Ref(one.worksheet, version if isinstance(version, int) else 0, known)
        sheet = reading.sheet_of(self._house, one)
        if sheet is not None and then not in self._house.shelf.published:
            then = self._house.shelf.newest[one.worksheet]
        return then, sheet

    @property
    def case(self) -> Case:
        """What was gathered, oldest first."""
        here = self._zone.key
        ended = [(one.id, one.closed_at) for one in self._planned if one.closed_at]
        return Case(
            code_name=self._client.code_name,
            zone=here,
            entries=self._found,
            occurrences=self._planned,
            zones={key: zone_at(self._clocks, at, here) for key, at in ended},
            kinds=self._kinds,
        )


def first_day(today: date, days: int | None) -> date | None:
    """Return the first of so many days, today the last of them."""
    return None if days is None else today - timedelta(days=days - 1)


def first_moment(now: datetime, zone: ZoneInfo, days: int | None) -> datetime | None:
    """Return when the first of so many days begins on a client's clock (UTC)."""
    start = first_day(now.astimezone(zone).date(), days)
    return datetime.combine(start, time(0), zone).astimezone(now.tzinfo) if start else None


def _was_due(one: Occurrence, now: datetime) -> bool:
    """Whether its moment has come; what is only planned says nothing yet."""
    return one.state != "planned" or one.planned_at is None or one.planned_at <= now
