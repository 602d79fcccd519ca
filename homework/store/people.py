"""Persons, therapists, clients and who cares for whom. Ownership is asked here and nowhere else.

A person is a messenger identity; the same person may be a therapist and a client. Messenger ids
are sealed and found again by a blind index.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import care, client, person, therapist

ENDED_STATES = ("refused", "stopped", "erasing")
COVER, ASKED = "cover", "asked"
"""Roles of who stands in for a therapist until a date, and of who was asked to. Both rows end by
themselves; neither makes a client theirs."""


@dataclass(frozen=True, slots=True)
class Person:
    """A messenger identity. `chat` is the private chat, which is the user's own id."""

    id: str
    chat: int = field(repr=False)
    locale: str
    unreachable_since: datetime | None = None
    expecting: str | None = None


@dataclass(frozen=True, slots=True)
class Therapist:
    """A therapist; `person` is None until the link was used. `digest_at` is wall time in `zone`.

    `hours`: JSON of working hours by ISO weekday, None while they were not told. `cover`: the
    therapist who stands in until `away_until`.
    """

    id: str
    person: str | None
    name: str = field(repr=False)
    zone: str | None
    country: str | None
    digest_at: str
    digest_days: str
    joined_at: datetime | None
    hours: str | None = None
    away_until: datetime | None = None
    cover: str | None = None
    brief_minutes: int = 60


@dataclass(frozen=True, slots=True)
class Client:
    """A client, known by a code name that the therapist chose.

    `quiet_days`: JSON of quiet hours by ISO weekday, where they differ from the usual ones.
    `silence`: what came of days without an answer to prompts (asked, stopped), since `silence_at`.
    `stopped_at`: since when nothing is sent that they did not ask for. `erase_at`: when all of
    theirs is erased. `agreed`: the newest edition of the consent that they agreed to. `age_band`:
    of who is under 18. `tidies`: whether questions and answers go from the chat after a sheet.
    """

    id: str
    person: str | None
    code_name: str = field(repr=False)
    state: str
    joining_step: str | None
    check_number: str | None = field(repr=False)
    zone: str | None
    country: str | None
    quiet_from: str
    quiet_to: str
    discreet: bool
    is_self: bool
    paused_until: datetime | None
    revision: int
    quiet_days: str | None = None
    silence: str | None = None
    silence_at: datetime | None = None
    stopped_at: datetime | None = None
    erase_at: datetime | None = None
    agreed: str | None = None
    age_band: str | None = field(default=None, repr=False)
    tidies: bool = False

    @property
    def youth(self) -> bool:
        """Whether they are under 18: then lines for the young are shown too."""
        return self.age_band is not None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who sent an update, as the database knows them at this moment."""

    user: int = field(repr=False)
    person: Person | None = None
    therapist: Therapist | None = None
    client: Client | None = None


_CLIENT = tuple(
    client.c["person_id" if one.name == "person" else one.name] for one in fields(Client)
)
"""What is selected of a client, in the order of its fields."""
_CODE_NAME = [one.name for one in fields(Client)].index("code_name")
_CHECK = [one.name for one in fields(Client)].index("check_number")

_actor_persons = select(person).where(person.c.tg_index.in_(bindparam("indexes", expanding=True)))
_actor_therapists = select(therapist).where(
    therapist.c.person_id.in_(bindparam("persons", expanding=True)),
    therapist.c.removed_at.is_(None),
)
_actor_clients = (
    select(*_CLIENT)
    .where(
        client.c.person_id.in_(bindparam("persons", expanding=True)),
        client.c.state.not_in(ENDED_STATES),
    )
    .order_by(client.c.id)
)


async def actors(unit: Unit, users: Collection[int]) -> dict[int, Actor]:
    """Return who the messenger users are, one `Actor` each, known or not, in three statements."""
    by_index = {unit.sealer.index(user): user for user in users}
    rows = (await unit.conn.execute(_actor_persons, {"indexes": list(by_index)})).all()
    found = {row.id: (by_index[row.tg_index], _person(row, by_index[row.tg_index])) for row in rows}
    result = {user: Actor(user) for user in users}
    if not found:
        return result
    keys = {"persons": list(found)}
    therapists = {
        row.person_id: _therapist(unit, row)
        for row in (await unit.conn.execute(_actor_therapists, keys)).all()
    }
    clients = {
        row.person_id: _client(unit, row)
        for row in (await unit.conn.execute(_actor_clients, keys)).all()
    }
    for key, (user, who) in found.items():
        result[user] = Actor(user, who, therapists.get(key), clients.get(key))
    return result


async def actor(unit: Unit, user: int) -> Actor:
    """Return who one messenger user is."""
    return (await actors(unit, [user]))[user]


def _person(row: Row[tuple[object, ...]], chat: int) -> Person:
    return Person(row.id, chat, row.locale, row.unreachable_since, row.expecting)


def _therapist(unit: Unit, row: Row[tuple[object, ...]]) -> Therapist:
    name = unit.sealer.open("therapist", "name", row.id, None, row.name)
    return Therapist(
        row.id,
        row.person_id,
        name,
        row.zone,
        row.country,
        row.digest_at,
        row.digest_days,
        row.joined_at,
        row.hours,
        row.away_until,
        row.cover_id,
        row.brief_minutes,
    )


def _client(unit: Unit, row: Row[Any]) -> Client:
    values, key = list(row), row[0]
    values[_CODE_NAME] = unit.sealer.open("client", "code_name", key, key, values[_CODE_NAME])
    if check := values[_CHECK]:
        values[_CHECK] = unit.sealer.open("client", "check_number", key, key, check)
    return Client(*values)


# Persons ----------------------------------------------------------------------------------------


async def add_person(unit: Unit, user: int, locale: str) -> Person:
    """Write a person for a messenger user and return it."""
    key = new_id(unit.now)
    await unit.conn.execute(
        insert(person).values(
            id=key,
            tg_index=unit.sealer.index(user),
            tg_id=unit.sealer.seal("person", "tg_id", key, None, str(user)),
            locale=locale,
            created_at=unit.now,
        )
    )
    return Person(key, user, locale)


_persons = select(person).where(person.c.id.in_(bindparam("keys", expanding=True)))


async def person_by_id(unit: Unit, key: str) -> Person | None:
    """Return a person by row id, messenger id unsealed."""
    return (await persons_by_id(unit, [key])).get(key)


async def persons_by_id(unit: Unit, keys: Collection[str]) -> dict[str, Person]:
    """Return several persons by row id, messenger ids unsealed."""
    rows = (await unit.conn.execute(_persons, {"keys": list(keys)})).all()
    opened = unit.sealer.open
    return {
        row.id: _person(row, int(opened("person", "tg_id", row.id, None, row.tg_id)))
        for row in rows
    }


async def expect(unit: Unit, who: str, what: str | None) -> None:
    """Remember what the next typed text of this person is (None: nothing in particular)."""
    await unit.conn.execute(update(person).where(person.c.id == who).values(expecting=what))


async def set_reachable(unit: Unit, who: str, since: datetime | None) -> None:
    """Mark a person as unreachable since an instant, or reachable (None)."""
    await unit.conn.execute(
        update(person).where(person.c.id == who).values(unreachable_since=since)
    )


async def set_locale(unit: Unit, who: str, locale: str) -> None:
    """Set the language a person reads."""
    await unit.conn.execute(update(person).where(person.c.id == who).values(locale=locale))


# Therapists -------------------------------------------------------------------------------------


async def add_therapist(unit: Unit, name: str) -> str:
    """Write a therapist who has not joined yet and return the row id."""
    key = new_id(unit.now)
    await unit.conn.execute(
        insert(therapist).values(
            id=key,
            name=unit.sealer.seal("therapist", "name", key, None, name),
            digest_at="08:00",
            digest_days="1234567",
            created_at=unit.now,
        )
    )
    return key


async def change_therapist(unit: Unit, key: str, **values: object) -> None:
    """Change plain columns of a therapist."""
    await unit.conn.execute(update(therapist).where(therapist.c.id == key).values(**values))


async def therapists(unit: Unit) -> list[Therapist]:
    """Return all therapists who were not removed, oldest first."""
    query = select(therapist).where(therapist.c.removed_at.is_(None)).order_by(therapist.c.id)
    return [_therapist(unit, row) for row in (await unit.conn.execute(query)).all()]


async def therapist_of_person(unit: Unit, who: str) -> Therapist | None:
    """Return the therapist that a person is, None for everybody else and who was removed."""
    return next((one for one in await therapists(unit) if one.person == who), None)


async def therapist_by_id(unit: Unit, key: str) -> Therapist | None:
    """Return a therapist who was not removed."""
    query = select(therapist).where(therapist.c.id == key, therapist.c.removed_at.is_(None))
    row = (await unit.conn.execute(query)).first()
    return None if row is None else _therapist(unit, row)


# Clients and care -------------------------------------------------------------------------------


async def add_client(unit: Unit, therapist_id: str, code_name: str, *, is_self: bool) -> str:
    """Write a client in the care of a therapist and return the row id. The key is made first."""
    key = new_id(unit.now)
    unit.sealer.keyring.make(key)
    await unit.conn.execute(
        insert(client).values(
            id=key,
            code_name=unit.sealer.seal("client", "code_name", key, key, code_name),
            state="invited",
            quiet_from="22:00",
            quiet_to="08:00",
            discreet=True,
            is_self=is_self,
            revision=0,
            created_at=unit.now,
        )
    )
    await unit.conn.execute(
        insert(care).values(
            id=new_id(unit.now),
            client_id=key,
            therapist_id=therapist_id,
            role="lead",
            since=unit.now,
        )
    )
    return key


async def change_client(unit: Unit, key: str, **values: object) -> None:
    """Change plain columns of a client; the revision goes up by one."""
    values["revision"] = client.c.revision + 1
    await unit.conn.execute(update(client).where(client.c.id == key).values(**values))


async def rename_client(unit: Unit, key: str, code_name: str) -> None:
    """Give a client another code name."""
    await change_client(
        unit, key, code_name=unit.sealer.seal("client", "code_name", key, key, code_name)
    )


async def set_check_number(unit: Unit, key: str, number: str) -> None:
    """Store, sealed, the number that both sides compare after joining."""
    sealed = unit.sealer.seal("client", "check_number", key, key, number)
    await change_client(unit, key, check_number=sealed)


async def client_by_id(unit: Unit, key: str) -> Client | None:
    """Return a client by row id, whoever asks: for the house's own work, never for a person's."""
    row = (await unit.conn.execute(select(*_CLIENT).where(client.c.id == key))).first()
    return None if row is None else _client(unit, row)


async def client_of_user(unit: Unit, user: int) -> str | None:
    """Return the row id of the client that a messenger user is; nothing is opened."""
    query = (
        select(client.c.id)
        .join(person, person.c.id == client.c.person_id)
        .where(person.c.tg_index == unit.sealer.index(user), client.c.state.not_in(ENDED_STATES))
        .order_by(client.c.id)
    )
    return (await unit.conn.execute(query)).scalars().first()


async def client_of_person(unit: Unit, who: str) -> Client | None:
    """Return the client that a person is, if they are one now."""
    rows = (await unit.conn.execute(_actor_clients, {"persons": [who]})).all()
    return _client(unit, rows[0]) if rows else None


_clients = select(*_CLIENT).where(client.c.id.in_(bindparam("keys", expanding=True)))


async def clients_by_id(unit: Unit, keys: Collection[str]) -> Mapping[str, Client]:
    """Return several clients by row id."""
    rows = (await unit.conn.execute(_clients, {"keys": list(keys)})).all()
    return {row.id: _client(unit, row) for row in rows}


async def clients_of(unit: Unit, therapist_id: str) -> list[Client]:
    """Return the clients now in a therapist's care, in the order they came."""
    query = (
        select(*_CLIENT)
        .join(care, care.c.client_id == client.c.id)
        .where(
            care.c.therapist_id == therapist_id,
            care.c.until.is_(None),
            client.c.state.not_in(ENDED_STATES),
        )
        .order_by(client.c.id)
    )
    return [_client(unit, row) for row in (await unit.conn.execute(query)).all()]


async def client_in_care(unit: Unit, therapist_id: str, key: str) -> Client | None:
    """Return the client if it is in this therapist's care now, else None. The ownership check."""
    query = (
        select(*_CLIENT)
        .join(care, care.c.client_id == client.c.id)
        .where(
            client.c.id == key,
            care.c.therapist_id == therapist_id,
            care.c.until.is_(None),
            client.c.state.not_in(ENDED_STATES),
        )
    )
    row = (await unit.conn.execute(query)).first()
    return None if row is None else _client(unit, row)


async def therapists_of(unit: Unit, client_id: str) -> list[Therapist]:
    """Return the therapists who care for a client now."""
    query = (
        select(therapist)
        .join(care, care.c.therapist_id == therapist.c.id)
        .where(
            care.c.client_id == client_id,
            care.c.until.is_(None),
            therapist.c.removed_at.is_(None),
        )
        .order_by(care.c.id)
    )
    return [_therapist(unit, row) for row in (await unit.conn.execute(query)).all()]


async def names_of(unit: Unit, persons: Collection[str]) -> dict[str, str]:
    """Return the names of those of some persons who are or were therapists, by person."""
    query = select(therapist).where(therapist.c.person_id.in_(list(persons)))
    rows = (await unit.conn.execute(query)).all()
    opened = unit.sealer.open
    return {row.person_id: opened("therapist", "name", row.id, None, row.name) for row in rows}


async def therapist_names(unit: Unit, keys: Collection[str]) -> dict[str, str]:
    """Return the names of some who are or were therapists, by row id."""
    query = select(therapist.c.id, therapist.c.name).where(therapist.c.id.in_(list(keys)))
    rows = (await unit.conn.execute(query)).all()
    return {row.id: unit.sealer.open("therapist", "name", row.id, None, row.name) for row in rows}


async def told_about(unit: Unit, client_id: str) -> list[tuple[Therapist, bool]]:
    """Return whom to tell about a client now, and whether they only stand in for somebody away.

    To be told is all that standing in means: whose client it is says `client_in_care`.
    """
    now = care.c.until.is_(None) | (care.c.until > unit.now)
    query = (
        select(therapist, care.c.role)
        .join(care, care.c.therapist_id == therapist.c.id)
        .where(
            care.c.client_id == client_id,
            care.c.role.in_(("lead", COVER)),
            now,
            therapist.c.removed_at.is_(None),
        )
        .order_by(care.c.id)
    )
    rows = (await unit.conn.execute(query)).all()
    return [(_therapist(unit, row), row.role == COVER) for row in rows]


async def came_since(unit: Unit, client_id: str, since: datetime) -> set[str]:
    """Return the therapists who began to care for a client, or to stand in, after a moment."""
    query = select(care.c.therapist_id).where(
        care.c.client_id == client_id, care.c.role.in_(("lead", COVER)), care.c.since > since
    )
    return set((await unit.conn.execute(query)).scalars().all())


async def stands_in_for(unit: Unit, therapist_id: str) -> set[str]:
    """Return the clients that a therapist stands in for now."""
    query = select(care.c.client_id).where(
        care.c.therapist_id == therapist_id, care.c.role == COVER, care.c.until > unit.now
    )
    return {*(await unit.conn.execute(query)).scalars()}


async def is_unreachable(unit: Unit, client: Client) -> bool:
    """Whether what is sent to a client does not arrive now."""
    person_now = await person_by_id(unit, client.person) if client.person else None
    return person_now is not None and person_now.unreachable_since is not None


async def end_care(unit: Unit, therapist_id: str) -> None:
    """End the care of all clients of a therapist now, and what they stand in for."""
    open_yet = care.c.until.is_(None) | (care.c.until > unit.now)
    await unit.conn.execute(
        update(care).where(care.c.therapist_id == therapist_id, open_yet).values(until=unit.now)
    )


async def end_care_of(unit: Unit, therapist_id: str, client_id: str) -> None:
    """End the care of one client by one therapist now, and what they stand in for."""
    open_yet = care.c.until.is_(None) | (care.c.until > unit.now)
    theirs = (care.c.therapist_id == therapist_id) & (care.c.client_id == client_id)
    await unit.conn.execute(update(care).where(theirs, open_yet).values(until=unit.now))


async def last_carer(unit: Unit, client_id: str) -> Therapist | None:
    """Return who cared for a client last, if they still use the bot."""
    query = (
        select(therapist)
        .join(care, care.c.therapist_id == therapist.c.id)
        .where(
            care.c.client_id == client_id, care.c.role == "lead", therapist.c.removed_at.is_(None)
        )
        .order_by(care.c.until.desc())
    )
    row = (await unit.conn.execute(query)).first()
    return None if row is None else _therapist(unit, row)


async def countries_of_clients(unit: Unit) -> set[str]:
    """Return the countries that clients live in (for the crisis lines' check)."""
    query = select(client.c.country).where(client.c.country.is_not(None)).distinct()
    return {row.country for row in (await unit.conn.execute(query)).all()}
