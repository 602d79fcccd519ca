"""Worksheets of one's own: whose one is, when it was withdrawn, files being looked at."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKeyConstraint, PrimaryKeyConstraint, String, Text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("worksheet", Column("owner", String(26)))
    op.add_column("worksheet", Column("withdrawn_at", BigInteger))
    op.create_table(
        "sheet_draft",
        Column("id", String(26), nullable=False),
        Column("therapist_id", String(26), nullable=False),
        Column("source", Text, nullable=False),
        Column("made_at", BigInteger, nullable=False),
        PrimaryKeyConstraint("id", name="pk_sheet_draft"),
        ForeignKeyConstraint(
            ["therapist_id"], ["therapist.id"], name="fk_sheet_draft_therapist_id"
        ),
    )
    op.create_index("ix_sheet_draft_therapist_id", "sheet_draft", ["therapist_id"])
