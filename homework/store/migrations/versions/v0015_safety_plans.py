"""The client's safety plan, the therapist's words for after hours, age band, and tidying a chat."""

from alembic import op
from sqlalchemy import Boolean, Column, LargeBinary, String, false

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("client", Column("plan", LargeBinary))
    op.add_column("client", Column("age_band", String(8)))
    op.add_column("client", Column("tidies", Boolean, nullable=False, server_default=false()))
    op.add_column("therapist", Column("after_hours", LargeBinary))
