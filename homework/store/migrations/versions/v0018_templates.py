"""Templates of a therapist's own: a filled-in form under a name."""

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, String

from homework.store.columns import Instant, Sealed

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "template",
        Column("id", String(26), nullable=False),
        Column("therapist_id", String(26), nullable=False),
        Column("worksheet_id", String(64), nullable=False),
        Column("name", Sealed, nullable=False),
        Column("body", Sealed, nullable=False),
        Column("used_at", Instant, nullable=False),
        PrimaryKeyConstraint("id", name="pk_template"),
        ForeignKeyConstraint(
            ["therapist_id"], ["therapist.id"], name="fk_template_therapist_id_therapist"
        ),
    )
    op.create_index("ix_template_therapist_id", "template", ["therapist_id"])
