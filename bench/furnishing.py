"""Fills a data folder with people: one is led in through the real use cases, the others are copies.

A copy is what the real one is, row for row, under ids and a key of its own, everything sealed anew;
ten thousand take seconds. It knows the tables, since nobody else makes people by the thousand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, select

from bot.keyfile import new_key
from bot.opening import opened
from bot.settings import Settings
from conversations import loader
from conversations.fingerprints import fingerprint
from conversations.model import Worksheet
from conversations.session import Ref
from conversations.turn import ask_id
from homework import assigning, beginning, joining, packaged
from homework.collecting import Desk
from homework.house import House
from homework.ids import new_id
from homework.recurrence import Rule
from homework.safety import crisis
from homework.safety.consents import consent
from homework.stocking import stock
from homework.store import assignments, people, published
from homework.store.assignments import Assignment
from homework.store.columns import Sealed
from homework.store.database import Database, Unit
from homework.store.marks import Mark, mark
from homework.store.people import Actor, Client, Therapist
from homework.store.tables import metadata

SOURCES = {
    file.name: file.read_text(encoding="utf-8")
    for file in sorted(Path(__file__).with_name("sheets").glob("*.toml"))
}
PRACTICE = "thought_record_3col"
ZONE = "Europe/London"
CHUNK = 250
_LEFT_OUT = frozenset({"invite", "invite_try", "audit", "worksheet", "therapist"})


@dataclass(frozen=True, slots=True)
class Group:
    """So many clients alike: a sheet agreed with these rules, its first question put if `begun`."""

    first_user: int
    count: int
    rules: tuple[Rule, ...] = ()
    sheet: str = PRACTICE
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Seated:
    """One client as the messenger knows them; `press`: data of the button "5" they see, if any."""

    user: int
    press: str


def settings_of(folder: Path, root: str = "http://127.0.0.1:1", token: str = "") -> dict[str, str]:
    """Return the settings of the installation in `folder`, its key made at the first call."""
    key, data = folder / "key", folder / "data"
    if not key.exists():
        new_key(key, data, data / "keyring.db")
    return {
        "TELEGRAM_BOT_TOKEN": token or f"{10**9}:{'A' * 35}",
        "TELEGRAM_API_URL": root,
        "HOMEWORK_DATA_DIR": str(data),
        "HOMEWORK_KEY_FILE": str(key),
    }


async def furnish(folder: Path, groups: Sequence[Group], now: datetime) -> list[list[Seated]]:
    """Make an installation in `folder` with these groups, and return who sits where."""
    given = {name.lower(): value for name, value in settings_of(folder).items()}
    # `_env_file` is the library's own argument and no field, so checkers do not know it.
    settings = Settings(_env_file=None, **given)  # type: ignore[call-arg] - no field
    async with opened(settings, alone=True) as db:
        db.sends = True  # what is asked here is marked as arrived
        async with db.transaction(now) as unit:
            for name, source in SOURCES.items():
                await published.publish(unit, _ref(source, name), source)
            shelf = await stock(unit)
            house = House(
                shelf,
                {"en": packaged.texts("en")},
                crisis.shipped(),
                "bench_bot",
                screened=settings.screened,  # else the bot asks for its own consent anew
            )
            therapist = await _therapist(unit)
        return [await _fill(db, house, therapist, group, now) for group in groups]


def _ref(source: str, name: str) -> Ref:
    sheet = loader.load(source, name)
    assert isinstance(sheet, Worksheet), sheet
    return Ref(sheet.id, sheet.version, fingerprint(sheet))


async def _therapist(unit: Unit) -> Therapist:
    token = await joining.invite_therapist(unit, "Dr A")
    joined = await joining.redeem(unit, Actor(1), token, "en")
    assert isinstance(joined, joining.TherapistJoined)
    return joined.therapist


# The first of a group: through the front door -----------------------------------------------------


async def _fill(
    db: Database, house: House, therapist: Therapist, group: Group, now: datetime
) -> list[Seated]:
    async with db.transaction(now) as unit:
        client = await _join(unit, house, therapist, group.first_user)
        await _agree(unit, house, therapist, client, group)
        press = await _begin(unit, house, client, group.first_user) if group.begun else ""
        await unit.flush()
    async with db.transaction(now) as unit:
        family = await _Family.gathered(unit, client)
    seated = [Seated(group.first_user, press)]
    for start in range(1, group.count, CHUNK):
        users = range(group.first_user + start, group.first_user + min(start + CHUNK, group.count))
        async with db.transaction(now) as unit:
            seated += await family.copy(unit, users, press)
    return seated


async def _join(unit: Unit, house: House, therapist: Therapist, user: int) -> Client:
    _, token = await joining.invite_client(unit, therapist, "Heron")
    joined = await joining.redeem(unit, Actor(user), token, "en")
    assert isinstance(joined, joining.ClientJoins)
    client = joined.client
    await joining.agree(unit, client, consent(house.texts("en"), "Dr A", house.edition("en")), "en")
    await people.change_client(unit, client.id, country="GB")
    await joining.settle(unit, client, ZONE)
    await joining.activate(unit, client)
    return await _client(unit, client.id)


async def _client(unit: Unit, key: str) -> Client:
    found = await people.client_by_id(unit, key)
    assert found is not None
    return found


async def _agree(
    unit: Unit, house: House, therapist: Therapist, client: Client, group: Group
) -> None:
    new = _draft(house, therapist, client, group.sheet, unit.now)
    await assigning.keep_draft(unit, new, list(group.rules))
    await assigning.propose(unit, therapist, new)
    proposed = (await assignments.by_ids(unit, [new.id]))[new.id]
    await assigning.accept(unit, house, client, proposed)


def _draft(
    house: House, therapist: Therapist, client: Client, sheet: str, now: datetime
) -> Assignment:
    newest = {ref.id: ref for ref in house.shelf.published}
    today: date = now.date()
    return Assignment(
        id=new_id(now),
        client=client.id,
        therapist=therapist.id,
        worksheet=house.shelf.newest.get(sheet) or newest[sheet],
        variant="full",
        state="draft",
        texts=assignments.Texts("To see what your thoughts do.", "Twice a week is plenty."),
        sharing="all",
        window_minutes=None,
        grace_minutes=None,
        idle_minutes=7 * 24 * 60,
        reminder_minutes=None,
        starts_on=today,
        ends_on=today + timedelta(days=27),
        revision=0,
        agreed_at=None,
    )


async def _begin(unit: Unit, house: House, client: Client, user: int) -> str:
    """Put the first question and note that it arrived; return the data of its button "5"."""
    who = (await people.actor(unit, user)).person
    (agreed,) = await assignments.of_client(unit, client.id, "active")
    assert who is not None
    desk = Desk(unit, house, {})
    await beginning.begin(desk, who, client, agreed, None)
    await desk.flush()
    await unit.flush()
    (asked,) = unit.born
    await mark(unit, [Mark(asked, "sent", 1, message_id=1, delivered_at=unit.now)])
    buttons = [button for row in asked.message.buttons for button in row]
    return next((button.data for button in buttons if button.label == "5"), "")


# The others ---------------------------------------------------------------------------------------


def _whose(table: Table, row: dict[str, Any]) -> str | None:
    """Whose key seals the values of a row; None: the installation's."""
    return row["id"] if table.name == "client" else row.get("client_id")


@dataclass(frozen=True, slots=True)
class _Family:
    """Every row of one client and their person, values opened, in an order that may be written."""

    rows: list[tuple[Table, dict[str, Any]]]
    asks: dict[str, tuple[str, int]]

    @classmethod
    async def gathered(cls, unit: Unit, client: Client) -> "_Family":
        everything = await _everything(unit)
        known = {client.id, client.person}
        while True:
            rows = [(table, row) for table, row in everything if known.intersection(_texts(row))]
            if known.issuperset(row["id"] for _, row in rows):
                break
            known.update(row["id"] for _, row in rows)
        rows = [(table, _opened(unit, table, row)) for table, row in rows]
        asks = {
            row["ask_id"]: (row["id"], _minted_at(row["id"], row["ask_id"]))
            for table, row in rows
            if table.name == "session"
        }
        return cls(rows, asks)

    async def copy(self, unit: Unit, users: range, press: str) -> list[Seated]:
        """Write one family for each user."""
        names = [self._names(unit.now) for _ in users]
        clients = next(row["id"] for table, row in self.rows if table.name == "client")
        unit.sealer.keyring.make_all(one[clients] for one in names)
        written: dict[Table, list[dict[str, Any]]] = {table: [] for table, _ in self.rows}
        for user, new in zip(users, names, strict=True):
            for table, row in self.rows:
                written[table].append(self._copied(unit, table, row, new, user))
        for table, rows in written.items():
            await unit.conn.execute(insert(table), rows)
        return [Seated(user, _renamed(press, new)) for user, new in zip(users, names, strict=True)]

    def _names(self, now: datetime) -> dict[str, str]:
        new = {row["id"]: new_id(now) for _, row in self.rows}
        return new | {ask: ask_id(new[key], place) for ask, (key, place) in self.asks.items()}

    def _copied(
        self, unit: Unit, table: Table, row: dict[str, Any], new: dict[str, str], user: int
    ) -> dict[str, Any]:
        values = {
            name: new.get(value, value) if isinstance(value, str) else value
            for name, value in row.items()
        }
        if table.name == "person":
            values |= {"tg_index": unit.sealer.index(user), "tg_id": str(user)}
        if "dedupe_key" in values:
            values["dedupe_key"] = new_id(unit.now)
        for name in _sealed(table):
            if values[name] is not None:
                text = _renamed(values[name], new)
                whose = _whose(table, values)
                values[name] = unit.sealer.seal(table.name, name, values["id"], whose, text)
        return values


async def _everything(unit: Unit) -> list[tuple[Table, dict[str, Any]]]:
    found: list[tuple[Table, dict[str, Any]]] = []
    for table in metadata.sorted_tables:
        if table.name not in _LEFT_OUT and "id" in table.c:
            rows = (await unit.conn.execute(select(table))).mappings()
            found += [(table, dict(row)) for row in rows]
    return found


def _texts(row: dict[str, Any]) -> list[str]:
    return [value for value in row.values() if isinstance(value, str)]


def _sealed(table: Table) -> Iterator[str]:
    return (column.name for column in table.columns if isinstance(column.type, Sealed))


def _opened(unit: Unit, table: Table, row: dict[str, Any]) -> dict[str, Any]:
    opened_now = {
        name: unit.sealer.open(table.name, name, row["id"], _whose(table, row), row[name])
        for name in _sealed(table)
        if row[name] is not None
    }
    return row | opened_now


def _minted_at(session: str, ask: str) -> int:
    return next(number for number in range(100) if ask_id(session, number) == ask)


def _renamed(text: str, new: dict[str, str]) -> str:
    for old, fresh in new.items():
        if old in text:
            text = text.replace(old, fresh)
    return text
