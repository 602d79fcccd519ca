"""When a client and a therapist last met: what is told before a session reaches back to it.

And when a note for the session was sent in a brief that nobody asked for.
"""

from alembic import op
from sqlalchemy import BigInteger, Column

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("care", Column("held_at", BigInteger))
    op.add_column("note", Column("sent_at", BigInteger))
