"""Alerts and what was found: written, read, and let go of.

An alert holds the code name under the installation's key, so that it can still be told when its
client's key is gone. The words that were found are sealed with the client's key and go with it.
Whose alert it is to look at is asked in `safeguarding.py`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, update

from homework.ids import new_id
from homework.safety.screening import Finding
from homework.store.database import Unit
from homework.store.packing import pack, unpack
from homework.store.people import Client
from homework.store.tables import alert, flagged

OPEN, SEEN, CONTACTED, FALSE_ALARM = "open", "seen", "contacted", "false_alarm"
TAKEN = "taken"
"""A backup contact has taken it on; whoever cares for the client has not seen it."""
UNSEEN = (OPEN, TAKEN)
UNREAD = "unread"
"""The tier of words that nothing has looked through yet."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert. `carers`: who is to be told, once the client is erased; else care says it."""

    id: str
    client: str
    name: str = field(repr=False)
    raised_at: datetime
    state: str
    looked_at: datetime
    seen_at: datetime | None = None
    waits_until: datetime | None = None
    not_me_at: datetime | None = None
    call_at: datetime | None = None
    left_at: datetime | None = None
    carers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Flagged:
    """One text in which something was found. `alert`: None where only the digest tells it."""

    id: str
    client: str
    alert: str | None
    tier: str
    rule: str
    words: str = field(repr=False)
    at: datetime


def _alert(unit: Unit, row: Row[Any]) -> Alert:
    carers = unpack(row.carers) if row.carers else None
    return Alert(
        row.id,
        row.client_ref,
        unit.sealer.open("alert", "name", row.id, None, row.name),
        row.raised_at,
        row.state,
        row.looked_at,
        row.seen_at,
        row.waits_until,
        row.not_me_at,
        row.call_at,
        row.left_at,
        tuple(str(key) for key in carers) if isinstance(carers, list) else None,
    )


def _flagged(unit: Unit, row: Row[Any]) -> Flagged:
    words = unit.sealer.open("flagged", "words", row.id, row.client_id, row.words)
    return Flagged(row.id, row.client_id, row.alert_id, row.tier, row.rule, words, row.at)


async def add(unit: Unit, client: Client, waits_until: datetime) -> Alert:
    """Write a new alert."""
    key = new_id(unit.now)
    name = unit.sealer.seal("alert", "name", key, None, client.code_name)
    row = {
        "id": key,
        "client_ref": client.id,
        "name": name,
        "raised_at": unit.now,
        "state": OPEN,
        "looked_at": unit.now,
        "waits_until": waits_until,
    }
    await unit.conn.execute(insert(alert).values(row))
    return Alert(
        key, client.id, client.code_name, unit.now, OPEN, unit.now, waits_until=waits_until
    )


async def change(unit: Unit, key: str, **values: object) -> None:
    """Change plain columns of an alert."""
    await unit.conn.execute(update(alert).where(alert.c.id == key).values(**values))


async def by_id(unit: Unit, key: str) -> Alert | None:
    """Return an alert by row id, whoever asks: for the house's own work, never for a person's."""
    row = (await unit.conn.execute(select(alert).where(alert.c.id == key))).first()
    return None if row is None else _alert(unit, row)


async def of_clients(
    unit: Unit, clients: Collection[str], since: datetime | None = None
) -> list[Alert]:
    """Return the alerts of some clients that nobody who cares for them has seen, and with `since`
    those raised from then on too."""
    wanted = alert.c.state.in_(UNSEEN)
    if since is not None:
        wanted = or_(wanted, alert.c.raised_at >= since)
    query = select(alert).where(alert.c.client_ref.in_(list(clients)), wanted).order_by(alert.c.id)
    return [_alert(unit, row) for row in (await unit.conn.execute(query)).all()]


async def of_the_gone(unit: Unit) -> list[Alert]:
    """Return the alerts not seen yet whose clients are erased."""
    query = select(alert).where(alert.c.carers.is_not(None), alert.c.state.in_(UNSEEN))
    rows = (await unit.conn.execute(query.order_by(alert.c.id))).all()
    return [_alert(unit, row) for row in rows]


async def waiting(unit: Unit, clients: Collection[str]) -> dict[str, datetime]:
    """Return those of some clients whose prompts wait because of an alert, and until when."""
    query = (
        select(alert.c.client_ref, func.max(alert.c.waits_until))
        .where(alert.c.client_ref.in_(list(clients)), alert.c.waits_until > unit.now)
        .group_by(alert.c.client_ref)
    )
    return {key: until for key, until in (await unit.conn.execute(query)).all()}


async def raised_between(unit: Unit, client: str, start: datetime, end: datetime) -> bool:
    """Whether an alert about a client was raised in that time."""
    query = select(alert.c.id).where(
        alert.c.client_ref == client, alert.c.raised_at >= start, alert.c.raised_at <= end
    )
    return (await unit.conn.execute(query.limit(1))).first() is not None


async def note(unit: Unit, client: str, about: str | None, finding: Finding, words: str) -> Flagged:
    """Write what was found, sealed with the client's key. `about`: the alert it belongs to."""
    return await _keep(unit, client, about, finding.tier, finding.rule, words)


async def _keep(
    unit: Unit, client: str, about: str | None, tier: str, rule: str, words: str
) -> Flagged:
    key = new_id(unit.now)
    row = {
        "id": key,
        "client_id": client,
        "alert_id": about,
        "tier": tier,
        "rule": rule,
        "words": unit.sealer.seal("flagged", "words", key, client, words),
        "at": unit.now,
    }
    await unit.conn.execute(insert(flagged).values(row))
    return Flagged(key, client, about, tier, rule, words, unit.now)


async def found(unit: Unit, key: str) -> list[Flagged]:
    """Return what belongs to an alert, oldest first, opened; [] when the client is erased."""
    query = select(flagged).where(flagged.c.alert_id == key).order_by(flagged.c.id)
    return [_flagged(unit, row) for row in (await unit.conn.execute(query)).all()]


async def counts(unit: Unit, keys: Sequence[str]) -> dict[str, int]:
    """Return how many texts belong to each of some alerts."""
    query = (
        select(flagged.c.alert_id, func.count())
        .where(flagged.c.alert_id.in_(list(keys)))
        .group_by(flagged.c.alert_id)
    )
    return {key: count for key, count in (await unit.conn.execute(query)).all()}


async def put_by(unit: Unit, client: str, words: str) -> None:
    """Keep words that are looked through later."""
    await _keep(unit, client, None, UNREAD, UNREAD, words)


async def unread(unit: Unit, client: str, most: int) -> list[Flagged]:
    """Return words of a client that nothing has looked through yet, oldest first."""
    mine = flagged.c.client_id == client, flagged.c.tier == UNREAD
    query = select(flagged).where(*mine).order_by(flagged.c.id).limit(most)
    return [_flagged(unit, row) for row in (await unit.conn.execute(query)).all()]


async def was_read(unit: Unit, keys: Sequence[str]) -> None:
    """Delete words that were kept to be looked through."""
    await unit.conn.execute(delete(flagged).where(flagged.c.id.in_(list(keys))))


async def told_in_digest(unit: Unit, clients: Collection[str], since: datetime) -> dict[str, int]:
    """Return how many texts of some clients were found since then that raised no alert."""
    query = (
        select(flagged.c.client_id, func.count())
        .where(
            flagged.c.client_id.in_(list(clients)),
            flagged.c.alert_id.is_(None),
            flagged.c.tier != UNREAD,
            flagged.c.at >= since,
        )
        .group_by(flagged.c.client_id)
    )
    return {key: count for key, count in (await unit.conn.execute(query)).all()}


async def flagged_since(unit: Unit, client: str, since: datetime) -> bool:
    """Whether something of a client's was found since then that raised no alert."""
    return bool(await told_in_digest(unit, [client], since))


async def outlive(unit: Unit, client: str, carers: Sequence[str], since: datetime) -> list[Alert]:
    """A client is being erased: drop what was seen or raised before `since`, keep the rest for
    `carers`; return the rest."""
    over = or_(alert.c.state.not_in(UNSEEN), alert.c.raised_at <= since)
    await unit.conn.execute(delete(alert).where(alert.c.client_ref == client, over))
    kept = alert.c.client_ref == client
    await unit.conn.execute(
        update(alert).where(kept).values(carers=pack([*carers]), left_at=unit.now)
    )
    rows = (await unit.conn.execute(select(alert).where(kept).order_by(alert.c.id))).all()
    return [_alert(unit, row) for row in rows]


async def drop(unit: Unit, key: str) -> None:
    """Let go of an alert whose client is erased."""
    await unit.conn.execute(delete(alert).where(alert.c.id == key))
