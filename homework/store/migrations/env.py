"""What Alembic runs for a migration; the connection and its transaction are handed in."""

from alembic import context
from sqlalchemy import Connection

connection = context.config.attributes["connection"]
assert isinstance(connection, Connection)  # noqa: S101 - for the type checker  # nosec B101
context.configure(connection=connection, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
