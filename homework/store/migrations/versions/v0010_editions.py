"""Which edition of the consent a client agreed to: its version, and what the practice had set."""

from alembic import op
from sqlalchemy import Column, String

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("consent", Column("edition", String(16), nullable=False, server_default=""))
    op.add_column("client", Column("agreed", String(16)))
    op.execute("UPDATE consent SET edition = CAST(version AS VARCHAR) || '.0'")
    op.execute(
        "UPDATE client SET agreed = (SELECT CAST(max(version) AS VARCHAR) || '.0' FROM consent"
        " WHERE consent.client_id = client.id)"
    )
