"""What a client may ask for: that nothing more is sent, that everything is erased.

An update that could not be handled is from now on sealed with its sender's key, so that it closes
with it.
"""

from alembic import op
from sqlalchemy import BigInteger, Column, String

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("client", Column("stopped_at", BigInteger))
    op.add_column("client", Column("erase_at", BigInteger))
    op.add_column("dead_update", Column("client_id", String(26)))
