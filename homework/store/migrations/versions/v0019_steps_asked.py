"""Which step the message of a question asks for, so that a reply to it finds its answer."""

from alembic import op
from sqlalchemy import Column, String

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", Column("step_id", String(64)))
