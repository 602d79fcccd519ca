"""Safety flags: alerts, and what was found."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Text,
)

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alert",
        Column("id", String(26), nullable=False),
        Column("client_ref", String(26), nullable=False),
        Column("name", LargeBinary, nullable=False),
        Column("raised_at", BigInteger, nullable=False),
        Column("state", String(12), nullable=False),
        Column("looked_at", BigInteger, nullable=False),
        Column("seen_at", BigInteger),
        Column("waits_until", BigInteger),
        Column("not_me_at", BigInteger),
        Column("call_at", BigInteger),
        Column("left_at", BigInteger),
        Column("carers", Text),
        PrimaryKeyConstraint("id", name="pk_alert"),
    )
    op.create_index("ix_alert_client_ref_raised_at", "alert", ["client_ref", "raised_at"])
    op.create_table(
        "flagged",
        Column("id", String(26), nullable=False),
        Column("client_id", String(26), nullable=False),
        Column("alert_id", String(26)),
        Column("tier", String(8), nullable=False),
        Column("rule", String(64), nullable=False),
        Column("words", LargeBinary, nullable=False),
        Column("at", BigInteger, nullable=False),
        PrimaryKeyConstraint("id", name="pk_flagged"),
        ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_flagged_client_id"),
    )
    op.create_index("ix_flagged_client_id_at", "flagged", ["client_id", "at"])
    op.create_index("ix_flagged_alert_id", "flagged", ["alert_id"])
