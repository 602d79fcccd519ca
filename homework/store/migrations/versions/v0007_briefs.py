"""What a therapist leaves at an entry, their own notes, and when the brief of a client comes."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
)

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _of_a_client(table: str, *columns: Column[object], more: tuple[str, ...] = ()) -> None:
    references = ("client", "therapist", *more)
    op.create_table(
        table,
        Column("id", String(26), nullable=False),
        *(Column(f"{name}_id", String(26), nullable=False) for name in references),
        *columns,
        PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *(
            ForeignKeyConstraint([f"{name}_id"], [f"{name}.id"], name=f"fk_{table}_{name}_id")
            for name in references
        ),
    )


def upgrade() -> None:
    op.add_column(
        "therapist", Column("brief_minutes", Integer, nullable=False, server_default="60")
    )
    _of_a_client(
        "remark",
        Column("kind", String(8), nullable=False),
        Column("step_id", String(64)),
        Column("text", LargeBinary),
        Column("at", BigInteger, nullable=False),
        Column("answer", LargeBinary),
        Column("answered_at", BigInteger),
        more=("entry",),
    )
    op.create_index("ix_remark_entry_id", "remark", ["entry_id"])
    op.create_index("ix_remark_client_id_kind", "remark", ["client_id", "kind"])
    _of_a_client(
        "private_note",
        Column("text", LargeBinary, nullable=False),
        Column("at", BigInteger, nullable=False),
    )
    op.create_index("ix_private_note_client_id", "private_note", ["client_id", "therapist_id"])
