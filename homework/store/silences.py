"""What was delivered and not answered: the days of a client, the prompts of an assignment.

It must not know what follows from it.
"""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import and_, case, exists, func, or_, select

from homework.store.database import Unit
from homework.store.occurrences import LIVE_STATES
from homework.store.tables import answer, client, occurrence, session

_ANSWERED = or_(
    occurrence.c.opened_at.is_not(None),
    occurrence.c.snoozes > 0,
    occurrence.c.state.in_(("skipped", "declined")),
)
_RECENT = 12
"""Of an assignment's prompts; silence over days ends a longer run."""


async def last_sign(unit: Unit, client: str, person: str | None) -> datetime | None:
    """Return when a client last answered a prompt in any way, or wrote unprompted."""
    answers = select(
        func.max(occurrence.c.opened_at),
        func.max(case((occurrence.c.state.in_(("skipped", "declined")), occurrence.c.closed_at))),
        func.max(case((occurrence.c.snoozes > 0, occurrence.c.planned_at))),
    ).where(occurrence.c.client_id == client)
    wrote = (
        select(func.max(session.c.opened_at), func.max(answer.c.at))
        .outerjoin(answer, answer.c.session_id == session.c.id)
        .where(
            session.c.person_id == person,
            session.c.client_id == client,
            session.c.kind == "worksheet",
        )
    )
    signs = [
        *(await unit.conn.execute(answers)).one(),
        *(await unit.conn.execute(wrote)).one(),
    ]
    return max((at for at in signs if at is not None), default=None)


async def there_since(unit: Unit, client: str, at: datetime) -> bool:
    """Whether a client answered a prompt in any way, or began to write, later than an instant."""
    answered = exists().where(
        occurrence.c.client_id == client,
        or_(
            occurrence.c.opened_at > at,
            and_(occurrence.c.state.in_(("skipped", "declined")), occurrence.c.closed_at > at),
            and_(occurrence.c.snoozes > 0, occurrence.c.planned_at > at),
        ),
    )
    wrote = exists().where(
        session.c.client_id == client, session.c.kind == "worksheet", session.c.opened_at > at
    )
    return bool((await unit.conn.execute(select(or_(answered, wrote)))).scalar())


async def days_delivered(
    unit: Unit, client: str, *, after: date | None, before: date, since: datetime | None = None
) -> int:
    """Return on how many local dates prompts arrived: later than `after`, earlier than `before`,
    planned later than `since`."""
    query = select(func.count(occurrence.c.local_date.distinct())).where(
        occurrence.c.client_id == client,
        occurrence.c.sent_at.is_not(None),
        occurrence.c.local_date < before.isoformat(),
    )
    if after is not None:
        query = query.where(occurrence.c.local_date > after.isoformat())
    if since is not None:
        query = query.where(occurrence.c.planned_at > since)
    return (await unit.conn.execute(query)).scalar_one()


async def days_unanswered(
    unit: Unit, clients: Collection[str], start: datetime, until: date
) -> dict[str, int]:
    """Return on how many of the last local dates since `start` prompts arrived and none was
    answered, of each client whose last such date is not before `until`. What may still be answered
    in time does not count, nor what was before a client wrote by themselves, or was there again in
    another way."""
    wrote = (
        select(session.c.client_id, func.max(session.c.opened_at).label("at"))
        .where(session.c.client_id.in_(list(clients)), session.c.kind == "worksheet")
        .group_by(session.c.client_id)
        .subquery()
    )
    there_again = and_(client.c.silence.is_(None), occurrence.c.planned_at <= client.c.silence_at)
    over = or_(_ANSWERED, occurrence.c.state.not_in(LIVE_STATES))
    days = (
        select(
            occurrence.c.client_id,
            occurrence.c.local_date,
            func.max(case((_ANSWERED, 1), else_=0)).label("answered"),
        )
        .join(client, client.c.id == occurrence.c.client_id)
        .outerjoin(wrote, wrote.c.client_id == occurrence.c.client_id)
        .where(
            occurrence.c.client_id.in_(list(clients)),
            occurrence.c.planned_at >= start,
            occurrence.c.sent_at.is_not(None),
            occurrence.c.state != "paused",
            or_(client.c.silence_at.is_(None), ~there_again),
            or_(wrote.c.at.is_(None), occurrence.c.planned_at > wrote.c.at),
            over,
        )
        .group_by(occurrence.c.client_id, occurrence.c.local_date)
        .subquery()
    )
    last = (
        select(days.c.client_id, func.max(days.c.local_date).label("day"))
        .where(days.c.answered == 1)
        .group_by(days.c.client_id)
        .subquery()
    )
    query = (
        select(days.c.client_id, func.count())
        .outerjoin(last, last.c.client_id == days.c.client_id)
        .where(or_(last.c.day.is_(None), days.c.local_date > last.c.day))
        .group_by(days.c.client_id)
        .having(func.max(days.c.local_date) >= until.isoformat())
    )
    return {key: count for key, count in (await unit.conn.execute(query)).all()}


async def decided_since(
    unit: Unit, client: str, since: datetime, assignment: str | None = None
) -> int:
    """Return how many prompts of a schedule rang, or were left out for the rate, since then."""
    left_out = and_(occurrence.c.state == "not_delivered", occurrence.c.reason != "halved")
    query = select(func.count()).where(
        occurrence.c.client_id == client,
        occurrence.c.entry_id.is_not(None),
        occurrence.c.planned_at > since,
        occurrence.c.state != "paused",
        ~left_out,
    )
    if assignment is not None:
        query = query.where(occurrence.c.assignment_id == assignment)
    return (await unit.conn.execute(query)).scalar_one()


async def unanswered_run(unit: Unit, assignment: str) -> tuple[int, datetime | None]:
    """Return how many of an assignment's last prompts in a row arrived and were not answered, and
    when the first of them was planned."""
    query = (
        select(occurrence.c.planned_at, _ANSWERED.label("answered"))
        .where(occurrence.c.assignment_id == assignment, occurrence.c.sent_at.is_not(None))
        .order_by(occurrence.c.planned_at.desc())
        .limit(_RECENT)
    )
    count, first = 0, None
    for row in (await unit.conn.execute(query)).all():
        if row.answered:
            break
        count, first = count + 1, row.planned_at
    return count, first
