"""One-time links: only a hash is kept, single use, bad tries are counted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update

from homework.ids import new_id
from homework.store.database import Unit
from homework.store.tables import invite, invite_try


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation: for a therapist (no client) or for one client of a therapist."""

    id: str
    role: str
    therapist: str
    client: str | None
    expires_at: datetime
    used_at: datetime | None


async def add(
    unit: Unit, token_hash: bytes, therapist: str, client: str | None, expires_at: datetime
) -> str:
    """Write an invitation; without a client it is the therapist's own."""
    key = new_id(unit.now)
    await unit.conn.execute(
        insert(invite).values(
            id=key,
            token_hash=token_hash,
            role="client" if client else "therapist",
            therapist_id=therapist,
            client_id=client,
            created_at=unit.now,
            expires_at=expires_at,
        )
    )
    return key


async def find(unit: Unit, token_hash: bytes) -> Invite | None:
    """Return the invitation with this token hash."""
    query = select(invite).where(invite.c.token_hash == token_hash)
    row = (await unit.conn.execute(query)).first()
    if row is None:
        return None
    return Invite(row.id, row.role, row.therapist_id, row.client_id, row.expires_at, row.used_at)


async def newest(unit: Unit, client: str) -> datetime | None:
    """Return when the newest invitation of a client that still works was made."""
    query = select(func.max(invite.c.created_at)).where(
        invite.c.client_id == client, invite.c.used_at.is_(None)
    )
    return (await unit.conn.execute(query)).scalar()


async def use(unit: Unit, key: str) -> bool:
    """Mark an invitation as used; False if somebody was faster."""
    result = await unit.conn.execute(
        update(invite)
        .where(invite.c.id == key, invite.c.used_at.is_(None))
        .values(used_at=unit.now)
    )
    return result.rowcount == 1


async def withdraw(unit: Unit, client: str) -> None:
    """Make all unused invitations of a client worthless."""
    await unit.conn.execute(
        update(invite)
        .where(invite.c.client_id == client, invite.c.used_at.is_(None))
        .values(used_at=unit.now)
    )


async def note_try(unit: Unit, user: int) -> None:
    """Count one bad try of a messenger user."""
    await unit.conn.execute(
        insert(invite_try).values(
            id=new_id(unit.now), tg_index=unit.sealer.index(user), at=unit.now
        )
    )


async def tries_since(unit: Unit, user: int, since: datetime) -> int:
    """Return how many bad tries a messenger user made since an instant."""
    query = (
        select(func.count())
        .select_from(invite_try)
        .where(invite_try.c.tg_index == unit.sealer.index(user), invite_try.c.at > since)
    )
    return (await unit.conn.execute(query)).scalar_one()


async def forget_tries(unit: Unit, before: datetime) -> None:
    """Delete the record of old tries."""
    await unit.conn.execute(delete(invite_try).where(invite_try.c.at < before))
