"""When a client was told of a remark: several are told together. Those that are there were told."""

from alembic import op
from sqlalchemy import BigInteger, Column

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("remark", Column("told_at", BigInteger))
    op.execute("UPDATE remark SET told_at = at")
