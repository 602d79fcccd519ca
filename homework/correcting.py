"""A message is edited after it was taken: its answer follows, whether the sheet is open or closed.

The history keeps what was there before. An entry that was written already is amended, is unread
again, and says that it was changed afterwards. A form that was carried out stays as it is.
"""

from dataclasses import replace
from datetime import datetime

from conversations.effects import Added, Noted, Outcome, Reworded
from conversations.engine import READING_TIME
from conversations.events import Answered
from conversations.model import Worksheet
from conversations.rewording import reword
from conversations.session import CLOSED, Json, Session
from homework import steadying
from homework.collecting import Desk, local_now
from homework.outcomes import ends
from homework.posting import say as say_to
from homework.store import corrections, entries, sessions
from homework.store.people import Actor
from homework.store.sessions import Held


async def correct(desk: Desk, who: Actor, message_id: int, text: str, written: datetime) -> bool:
    """Let the answer that a message gave follow its edit; False if it gave none.

    `written`: when the message was first sent. One that was refused where the same question still
    stands is taken as an answer to it.
    """
    person = who.person
    if person is None:
        return False
    await desk.flush()
    found = await corrections.brought_by(desk.unit, person.id, message_id)
    held = await sessions.load(desk.unit, found[0]) if found else None
    if found is None or held is None:
        return await _answer_late(desk, who, message_id, text, written)
    closed = held.session.status in CLOSED
    if not sessions.is_theirs(who, held) or (closed and held.kind != "worksheet"):
        return False
    zone = who.client.zone if who.client else None
    texts, now = desk.house.texts(person.locale), local_now(desk.unit, zone)
    sheet = desk.house.sheet(held.session.worksheet, texts)
    outcome = reword(sheet, held.session, found[1], text, now=now, language=texts.language)
    if outcome.effects:  # else it says the same as before
        await carry_out(desk, who, held, sheet, outcome, message_id)
    return True


async def carry_out(
    desk: Desk,
    who: Actor,
    held: Held,
    sheet: Worksheet,
    outcome: Outcome,
    message_id: int | None,
) -> None:
    """Keep an answer that was changed afterwards, in a sheet in any state; say who sees it."""
    person = who.person
    if person is None:
        return
    texts = desk.house.texts(person.locale)
    risk = await desk.risk(who, held, sheet, outcome)
    if ends(outcome):
        await desk.end(who, person, held, sheet, outcome, message_id)
    else:
        desk.keep(person, held, sheet, outcome, texts, message_id)
    await steadying.offer(desk.unit, desk.house, person, held, sheet, outcome)
    await desk.flush()
    told = [
        one
        for one in outcome.effects
        if isinstance(one, Added | Noted) or (isinstance(one, Reworded) and one.what == "taken")
    ]
    if told and await _amend(desk, held, outcome.session):
        say_to(desk.unit, person, held.session.client, texts.html("edited-told"))
    if risk:
        await desk.flag(who, *risk)


async def _answer_late(
    desk: Desk, who: Actor, message_id: int, text: str, written: datetime
) -> bool:
    """Take a message of which nothing was kept, if it was written to the question that stands."""
    if who.person is None or who.person.expecting:
        return False
    await desk.load([who.person.id])
    held = desk.open_for(who)
    asked = held.session.asked if held else None
    seen = (asked.seen_at or asked.delivered_at) if asked else None
    if seen is None or written <= seen + READING_TIME or text.startswith("/"):
        return False
    if held is None or not held.session.tries:  # it was no answer that was refused here
        return False
    at = max(written, desk.unit.now)
    return bool(await desk.take(who, Answered(text, at), message_id=message_id))


async def _amend(desk: Desk, held: Held, session: Session) -> bool:
    """Bring the entry up to date, as far as it was written; tell whether its reader sees it."""
    known = await entries.of_session(desk.unit, session.id)
    if known is None:
        return False
    sheet = desk.house.shelf.worksheet(session.worksheet)
    closed = session.status in CLOSED
    done = [step.id for step in sheet.steps if closed or step.stage != session.stage]
    before, kept = held.session.answers, known.body.get("answers")
    answers: dict[str, Json] = dict(kept) if isinstance(kept, dict) else {}
    changed = [step for step in done if before.get(step) != session.answers.get(step)]
    answers |= {step: session.answers[step] for step in changed if step in session.answers}
    if not changed and (not closed or held.session.notes == session.notes):
        return False
    marked = known.body.get("changed")
    steps = {str(step) for step in marked} if isinstance(marked, list) else set[str]()
    body = known.body | {
        "answers": answers,
        "skipped": [*sorted(session.skipped)] if closed else known.body.get("skipped"),
        "notes": [*session.notes] if closed else known.body.get("notes"),
        "changed": [*sorted(steps.union(changed))],
    }
    private = known.sharing == "nothing"
    read_at = known.read_at if private else None
    await entries.grow(desk.unit, replace(known, body=body, read_at=read_at))
    return not private
