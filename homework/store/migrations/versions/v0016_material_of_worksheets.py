"""What a therapist attached to a worksheet: it goes with the worksheet to whoever they set it."""

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, String

from homework.store.columns import Instant, Sealed

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sheet_material",
        Column("id", String(26), nullable=False),
        Column("therapist_id", String(26), nullable=False),
        Column("worksheet_id", String(64), nullable=False),
        Column("kind", String(8), nullable=False),
        Column("mime", String(64), nullable=False),
        Column("name", Sealed, nullable=False),
        Column("body", Sealed, nullable=False),
        Column("at", Instant, nullable=False),
        PrimaryKeyConstraint("id", name="pk_sheet_material"),
        ForeignKeyConstraint(
            ["therapist_id"], ["therapist.id"], name="fk_sheet_material_therapist_id_therapist"
        ),
    )
    op.create_index("ix_sheet_material_therapist_id", "sheet_material", ["therapist_id"])
