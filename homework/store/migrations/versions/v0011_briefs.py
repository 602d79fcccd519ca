"""When the brief of a client comes: so many minutes before a session."""

from alembic import op
from sqlalchemy import Column, Integer

revision = "0011"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "therapist", Column("brief_minutes", Integer, nullable=False, server_default="60")
    )
