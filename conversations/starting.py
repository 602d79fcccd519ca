"""When a stage begins, and whether a moment that somebody chose for one is over already.

A chosen day and time are the person's own: the zone is that of the `now` handed in.
"""

from datetime import date, datetime, time, timedelta

from conversations.model import Again, Clock, Day, Starts, Step, Worksheet
from conversations.path import all_hold, suggested
from conversations.session import Json, Session


def begins_at(worksheet: Worksheet, session: Session, now: datetime) -> datetime | None:
    """Return when the session's stage begins; None: at once."""
    starts = worksheet.stage(session.stage).starts
    if starts is None:
        return None
    if starts.after_minutes is not None:
        return now + timedelta(minutes=starts.after_minutes)
    return _chosen(starts, session, now)


def is_put_off(worksheet: Worksheet, session: Session) -> bool:
    """Whether the answers of the session's stage say that it is to be asked anew."""
    again = worksheet.stage(session.stage).again
    return again is not None and all_hold(again.when, worksheet, session)


def again_at(worksheet: Worksheet, session: Session, now: datetime) -> datetime | None:
    """Return when the session's stage, which was put off, begins anew; None: at once."""
    again = worksheet.stage(session.stage).again
    return None if again is None else _chosen(again, session, now)


def is_over(worksheet: Worksheet, session: Session, step: Step, value: Json, now: datetime) -> bool:
    """Whether `value` would begin a stage in the past: a day before today, a time gone by."""
    if not isinstance(step, Day | Clock) or not isinstance(value, str):
        return False
    for stage in worksheet.stages:
        for plan in (stage.starts, stage.again):
            if plan is None or plan.on is None:
                continue
            if step.id == plan.on and date.fromisoformat(value) < now.date():
                return True
            day = session.answers.get(plan.on)
            if step.id == plan.at and isinstance(day, str) and _moment(day, value, now) <= now:
                return True
    return False


def choices_over(
    worksheet: Worksheet, session: Session, step: Step | None, now: datetime
) -> tuple[str, ...]:
    """Return what is offered of a day or a time, and begins a stage when it is over already.

    A time is over on the day that was chosen; today is, when all times offered for it are.
    """
    if isinstance(step, Clock):
        times = suggested(step, session)
        return tuple(at for at in times if is_over(worksheet, session, step, at, now))
    if isinstance(step, Day) and any(
        _all_over(worksheet.by_id.get(plan.at or ""), session, now)
        for stage in worksheet.stages
        for plan in (stage.starts, stage.again)
        if plan is not None and plan.on == step.id
    ):
        return ("today",)
    return ()


def _all_over(step: Step | None, session: Session, now: datetime) -> bool:
    times = suggested(step, session) if isinstance(step, Clock) else ()
    today = now.date().isoformat()
    return bool(times) and all(_moment(today, at, now) <= now for at in times)


def _chosen(plan: Starts | Again, session: Session, now: datetime) -> datetime | None:
    day = session.answers.get(plan.on or "")
    if not isinstance(day, str):
        return None
    clock = session.answers.get(plan.at or "")
    return _moment(day, clock if isinstance(clock, str) else plan.usual_time, now)


def _moment(day: str, clock: str, now: datetime) -> datetime:
    wall = time.fromisoformat(clock)
    return datetime.combine(date.fromisoformat(day), wall, tzinfo=now.tzinfo)
