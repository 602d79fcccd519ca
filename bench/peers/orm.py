"""The database of the durable peers: SQLAlchemy's ORM over aiosqlite, one commit a step.

Write-ahead log and `synchronous=FULL`, as is advised where an answer must not be lost.
"""

from datetime import UTC, datetime

from sqlalchemy import ForeignKey, String, event
from sqlalchemy.ext.asyncio import AsyncAttrs, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bench.peers.orders import STORE


class Base(AsyncAttrs, DeclarativeBase):
    """All tables."""


class Conversation(Base):
    """Where somebody stands."""

    __tablename__ = "conversation"

    chat_id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[int] = mapped_column(default=1)


class Answer(Base):
    """What somebody wrote or pressed."""

    __tablename__ = "answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("conversation.chat_id"), index=True)
    question: Mapped[int]
    kind: Mapped[str] = mapped_column(String(8))
    words: Mapped[str]
    created_at: Mapped[datetime]


engine = create_async_engine(f"sqlite+aiosqlite:///{STORE}")
Session = async_sessionmaker(engine, expire_on_commit=False)


@event.listens_for(engine.sync_engine, "connect")
def _pragmas(connection, record):
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA busy_timeout=30000")
    cursor.close()


async def make_tables() -> None:
    """Make the tables that are not there."""
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


async def keep(chat_id: int, kind: str, words: str) -> int:
    """Keep an answer for good; return the number of its question."""
    async with Session.begin() as session:
        found = await session.get(Conversation, chat_id)
        if found is None:
            found = Conversation(chat_id=chat_id, at=1)
            session.add(found)
            await session.flush()
        at = found.at
        now = datetime.now(UTC)
        session.add(Answer(chat_id=chat_id, question=at, kind=kind, words=words, created_at=now))
        found.at = at + 1
    return at
