"""Which messages of a sheet stand in its writer's chat: the bot's questions, and the answers."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from homework.store.database import Unit
from homework.store.tables import answer, outbox, session


@dataclass(frozen=True, slots=True)
class Traces:
    """`messages`: the messenger's numbers of those young enough, in order; `older`: how many are
    too old to be taken away."""

    person: str
    client: str
    messages: tuple[int, ...]
    older: int


async def of_session(unit: Unit, key: str, since: datetime) -> Traces | None:
    """Return what a sheet left in the chat since an instant, and how much of it is older.

    Its own messages and no other sheet's. A question that stands open stays. After an earlier part
    of it was swept, what was too old then is not counted again.
    """
    query = select(session.c.person_id, session.c.client_id).where(session.c.id == key)
    row = (await unit.conn.execute(query)).first()
    if row is None:
        return None
    open_now = select(session.c.ask_id)
    open_now = open_now.where(session.c.id == key, session.c.status.in_(("open", "waiting")))
    asked = (outbox.c.subject == key) & (outbox.c.kind == "step")
    asked &= outbox.c.message_id.is_not(None) & outbox.c.ask_id.not_in(open_now)
    said = (answer.c.session_id == key) & answer.c.message_id.is_not(None)
    told = select(outbox.c.message_id).where(asked, outbox.c.created_at > since)
    written = select(answer.c.message_id).where(said, answer.c.at > since)
    found = {
        *(await unit.conn.execute(told)).scalars(),
        *(await unit.conn.execute(written)).scalars(),
    }
    swept = (outbox.c.subject == key) & outbox.c.kind.in_(("sweep", "ack"))
    newest = select(func.max(outbox.c.created_at)).where(swept)
    before = (await unit.conn.execute(newest)).scalar()
    if before is not None:
        asked &= outbox.c.created_at > before
        said &= answer.c.at > before
    old_told = select(func.count()).where(asked, outbox.c.created_at <= since)
    old_written = select(func.count(answer.c.message_id.distinct())).where(
        said, answer.c.at <= since
    )
    older = (await unit.conn.execute(old_told)).scalar_one()
    older += (await unit.conn.execute(old_written)).scalar_one()
    return Traces(row.person_id, row.client_id, tuple(sorted(found)), older)
