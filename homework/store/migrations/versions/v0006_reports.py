"""Pictures and papers that somebody asked for and that are not made yet: a crash forgets none."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
)

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report",
        Column("id", String(26), nullable=False),
        Column("person_id", String(26), nullable=False),
        Column("client_id", String(26), nullable=False),
        Column("what", LargeBinary, nullable=False),
        Column("asked_at", BigInteger, nullable=False),
        PrimaryKeyConstraint("id", name="pk_report"),
        ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_report_person_id"),
        ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_report_client_id"),
    )
    op.create_index("ix_report_person_id", "report", ["person_id"])
