"""Lives: profiles, quiet hours per weekday, hours and cover, programs, contracts, the event chain.

What a client or a therapist tells about their days, what was agreed each time, and each change of
an occurrence. Occurrences from before have no chain: they are left as they are.
"""

from typing import Any

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Text,
    false,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Instant = BigInteger
Sealed = LargeBinary

_ADDED: dict[str, tuple[Column[Any], ...]] = {
    "therapist": (
        Column("hours", Text),
        Column("backup", Sealed),
        Column("away_until", Instant),
        Column("cover_id", String(26)),
    ),
    "client": (
        Column("quiet_days", Text),
        Column("profile", Sealed),
        Column("page", Sealed),
        Column("silence", String(8)),
        Column("silence_at", Instant),
    ),
    "care": (Column("session_at", Instant),),
    "assignment": (
        Column("program_id", String(26)),
        Column("position", Integer),
        Column("paused_until", Instant),
        Column("step_downs", Integer, nullable=False, server_default="0"),
    ),
    "entry": (Column("recalled", Boolean, nullable=False, server_default=false()),),
}


def upgrade() -> None:
    for table, columns in _ADDED.items():
        for column in columns:
            op.add_column(table, column)
    op.create_index("ix_assignment_program_id", "assignment", ["program_id"])
    _make(
        "contract",
        "assignment",
        "client",
        _plain("at", Instant),
        _plain("actor", String(26)),
        _plain("change", String(16)),
        _plain("body", Sealed),
    )
    op.create_index("ix_contract_assignment_id_at", "contract", ["assignment_id", "at"])
    _make(
        "program",
        "client",
        "therapist",
        _plain("name", String(64)),
        _plain("state", String(16)),
        _plain("links", Text),
        _plain("created_at", Instant),
        Column("ended_at", Instant),
    )
    op.create_index("ix_program_client_id", "program", ["client_id"])
    _make(
        "event",
        "occurrence",
        "client",
        _plain("kind", String(16)),
        _plain("at", Instant),
        _plain("zone", String(64)),
        _plain("changes", Text),
    )
    op.create_index("ix_event_occurrence_id", "event", ["occurrence_id"])
    op.create_index("ix_event_client_id_at", "event", ["client_id", "at"])
    _make(
        "feedback",
        "client",
        "assignment",
        _plain("kind", String(16)),
        _plain("asked_at", Instant),
        Column("answer", Sealed),
        Column("answered_at", Instant),
        null="assignment",
    )
    op.create_index("ix_feedback_client_id_asked_at", "feedback", ["client_id", "asked_at"])


def _plain(name: str, kind: Any) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _make(name: str, first: str, second: str, *columns: Column[Any], null: str = "") -> None:
    """Make a table with an id that belongs to two others."""
    op.create_table(
        name,
        Column("id", String(26), nullable=False),
        *(Column(f"{one}_id", String(26), nullable=one == null) for one in (first, second)),
        *columns,
        PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(
            ForeignKeyConstraint([f"{one}_id"], [f"{one}.id"], name=f"fk_{name}_{one}_id")
            for one in (first, second)
        ),
    )
