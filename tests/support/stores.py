"""What tests of the database agree on: one moment, one master key, a small cast."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select

from conversations.message import Message
from homework.house import USUAL_DAYS
from homework.outgoing import Outgoing
from homework.safety import consents
from homework.safety.consents import Edition
from homework.store import updates
from homework.store.database import Database
from homework.store.tables import update_claim

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MASTER = bytes(range(32))
EDITION = Edition(consents.VERSION, days=USUAL_DAYS)
AGREED = str(EDITION)
"""The consent of a practice that set nothing: what clients of the tests have agreed to."""


@dataclass(frozen=True)
class Cast:
    """Row ids of a therapist, and of a client with the person behind it."""

    person: str
    therapist: str
    client: str


async def fill(db: Database, rows: int) -> None:
    """Claim updates 0 to `rows`: as many rows of the plainest table."""
    async with db.transaction(NOW) as unit:
        await updates.claim(unit, 1, range(rows))


async def count(db: Database) -> int:
    """How many updates are claimed."""
    async with db.transaction(NOW) as unit:
        query = select(func.count()).select_from(update_claim)
        return (await unit.conn.execute(query)).scalar_one()


def to(person: str, words: str) -> Outgoing:
    """A small message; its words are its dedupe key too."""
    return Outgoing(person, None, "ack", Message(words), dedupe=words)
