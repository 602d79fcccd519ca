"""A client's lists of situations, each with how hard it is: sealed, one object per client."""

from alembic import op
from sqlalchemy import Column, LargeBinary

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("client", Column("hierarchy", LargeBinary))
