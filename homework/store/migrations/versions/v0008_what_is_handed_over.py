"""Notes for the next session; voice notes and pictures as answers; material for a practice."""

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

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "note",
        Column("id", String(26), nullable=False),
        Column("client_id", String(26), nullable=False),
        Column("body", LargeBinary, nullable=False),
        Column("written_at", BigInteger, nullable=False),
        Column("read_at", BigInteger),
        PrimaryKeyConstraint("id", name="pk_note"),
        ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_note_client_id"),
    )
    op.create_index("ix_note_client_id", "note", ["client_id"])
    op.create_table(
        "medium",
        Column("id", String(26), nullable=False),
        Column("client_id", String(26), nullable=False),
        Column("session_id", String(26), nullable=False),
        Column("step_id", String(64), nullable=False),
        Column("mime", String(64), nullable=False),
        Column("label", LargeBinary, nullable=False),
        Column("body", LargeBinary, nullable=False),
        Column("at", BigInteger, nullable=False),
        PrimaryKeyConstraint("id", name="pk_medium"),
        ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_medium_client_id"),
        ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_medium_session_id"),
    )
    op.create_index("ix_medium_client_id", "medium", ["client_id"])
    op.create_index("ix_medium_session_id", "medium", ["session_id"])
    op.create_table(
        "material",
        Column("id", String(26), nullable=False),
        Column("client_id", String(26), nullable=False),
        Column("assignment_id", String(26), nullable=False),
        Column("kind", String(8), nullable=False),
        Column("mime", String(64), nullable=False),
        Column("name", LargeBinary, nullable=False),
        Column("body", LargeBinary, nullable=False),
        Column("place", Integer, nullable=False),
        Column("at", BigInteger, nullable=False),
        PrimaryKeyConstraint("id", name="pk_material"),
        ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_material_client_id"),
        ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name="fk_material_assignment_id"
        ),
    )
    op.create_index("ix_material_client_id", "material", ["client_id"])
    op.create_index("ix_material_assignment_id", "material", ["assignment_id"])
