"""A therapist's passphrase: their screen is locked after some idle minutes."""

from alembic import op
from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
)

from homework.store.columns import Instant, Sealed

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "screen_lock",
        Column("therapist_id", String(26), nullable=False),
        Column("person_id", String(26), nullable=False),
        Column("passphrase", Sealed, nullable=False),
        Column("idle_minutes", Integer, nullable=False),
        Column("seen_at", Instant, nullable=False),
        Column("locked_at", Instant),
        Column("told_at", Instant),
        Column("tries", Integer, nullable=False),
        Column("wait_until", Instant),
        ForeignKeyConstraint(
            ["therapist_id"], ["therapist.id"], name="fk_screen_lock_therapist_id_therapist"
        ),
        PrimaryKeyConstraint("therapist_id", name="pk_screen_lock"),
        UniqueConstraint("person_id", name="uq_screen_lock_person_id"),
    )
