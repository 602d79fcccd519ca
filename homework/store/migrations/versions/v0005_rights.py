"""What a client may ask for: that nothing more is sent, that everything is erased.

An update that could not be handled is from now on sealed with its sender's key, so that it closes
with it. SQLite's REPLACE, which deletes without asking a trigger, changes no line of the audit.
"""

from alembic import op
from sqlalchemy import BigInteger, Column, String

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_NO_REPLACE = """
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END
"""


def upgrade() -> None:
    op.add_column("client", Column("stopped_at", BigInteger))
    op.add_column("client", Column("erase_at", BigInteger))
    op.add_column("dead_update", Column("client_id", String(26)))
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_NO_REPLACE)
