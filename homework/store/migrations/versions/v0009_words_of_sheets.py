"""The words of a published worksheet in other languages: kept with the version they belong to."""

from alembic import op
from sqlalchemy import Column, Integer, PrimaryKeyConstraint, String, Text

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sheet_words",
        Column("id", String(64), nullable=False),
        Column("version", Integer, nullable=False),
        Column("sha256", String(64), nullable=False),
        Column("locale", String(16), nullable=False),
        Column("source", Text, nullable=False),
        PrimaryKeyConstraint("id", "version", "sha256", "locale", name="pk_sheet_words"),
    )
