"""What each therapist has opened, and when a brief last came to each by itself.

Until now a row said only when the first of them opened it. Who opened it as it stands is told by
the audit; where that names nobody, it counts as read by all who care for the client now.
"""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
    column,
    insert,
    table,
    text,
)

from homework.ids import new_id
from homework.store.columns import from_milliseconds

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

OPENED = """
    SELECT {table}.client_id AS client_id, therapist.id AS therapist_id, {table}.id AS subject,
        min(audit.at) AS read_at
    FROM {table}
    JOIN audit ON audit.client_id = {table}.client_id AND audit.subject = {table}.id
        AND audit.action = 'read.{table}' AND audit.at >= {table}.read_at
    JOIN therapist ON therapist.person_id = audit.actor
    GROUP BY {table}.client_id, therapist.id, {table}.id
"""
BY_NOBODY_NAMED = """
    SELECT DISTINCT {table}.client_id AS client_id, care.therapist_id AS therapist_id,
        {table}.id AS subject, {table}.read_at AS read_at
    FROM {table}
    JOIN care ON care.client_id = {table}.client_id AND care.until IS NULL
    WHERE {table}.read_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM reading WHERE reading.subject = {table}.id)
"""
AT_ONCE = 10_000

reading = table("reading", *map(column, ("id", "client_id", "therapist_id", "subject", "read_at")))


def upgrade() -> None:
    op.add_column("care", Column("brief_at", BigInteger))
    op.create_table(
        "reading",
        Column("id", String(26), nullable=False),
        Column("client_id", String(26), nullable=False),
        Column("therapist_id", String(26), nullable=False),
        Column("subject", String(26), nullable=False),
        Column("read_at", BigInteger, nullable=False),
        PrimaryKeyConstraint("id", name="pk_reading"),
        ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_reading_client_id_client"),
        ForeignKeyConstraint(
            ["therapist_id"], ["therapist.id"], name="fk_reading_therapist_id_therapist"
        ),
        UniqueConstraint("subject", "therapist_id", name="uq_reading_subject_therapist_id"),
    )
    op.create_index("ix_reading_client_id_read_at", "reading", ["client_id", "read_at"])
    for query in (OPENED, BY_NOBODY_NAMED):
        for name in ("entry", "note"):
            _keep(query.format(table=name))


def _keep(query: str) -> None:
    conn = op.get_bind()
    found = [dict(row) for row in conn.execute(text(query)).mappings()]
    for row in found:
        row["id"] = new_id(from_milliseconds(row["read_at"]))
    for first in range(0, len(found), AT_ONCE):
        conn.execute(insert(reading), found[first : first + AT_ONCE])
