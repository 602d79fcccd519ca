"""Compares what people said and saw with what the database holds, after any number of deaths.

Three witnesses: the messenger (what was said, what arrived), the edge of the sender (which outbox
row each sending was for), and the database, opened with its key.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from bot.opening import opened
from bot.settings import Settings
from conversations.codec import fold
from conversations.effects import Saved
from conversations.session import CLOSED
from homework.store.database import Unit
from homework.store.packing import unpack
from homework.store.tables import (
    answer,
    dead_update,
    entry,
    occurrence,
    outbox,
    session,
    timer,
    update_claim,
)
from tests.support.patients import Patient
from tests.support.premises import Premises
from tests.support.sendings import Findings, look_at_sendings

POINTING = {"hot_thought", "moods_now"}
NOT_KEPT = ("I have not kept these words", "Please press", "Please send", "Which number on it")


@dataclass(frozen=True)
class Answered:
    """One answer row, opened."""

    session: str
    seq: int
    step: str
    how: str
    value: Any
    message_id: int | None


async def examine(
    here: Premises, patients: Sequence[Patient], *, killed_only: bool = True
) -> Findings:
    """Compare the witnesses. The bot must have stopped.

    `killed_only`: nothing but kills can have made the bot repeat itself.
    """
    found = Findings()
    settings = Settings(
        homework_data_dir=here.data, homework_key_file=here.folder / "key", _env_file=None
    )
    async with opened(settings) as db, db.transaction(here.calendar.now()) as unit:
        answers = await _answers(unit)
        rows = {row.id: row for row in (await unit.conn.execute(select(outbox))).all()}
        for patient in patients:
            await _nothing_lost(found, here, patient, answers)
        _nothing_twice(found, answers, rows)
        await _records(found, unit)
        await _updates(found, here, unit)
    look_at_sendings(found, here, here.folder / "attempts", killed_only=killed_only)
    said = sum(len(patient.said) for patient in patients)
    found.numbers |= {
        "said": said,
        "pressed": sum(patient.presses for patient in patients),
        "sheets": sum(patient.sheets for patient in patients),
        "nudges": sum(patient.nudges for patient in patients),
        "answers": len(answers),
        "sent": len(here.emulator.world.sends),
    }
    return found


async def _answers(unit: Unit) -> list[Answered]:
    rows = await unit.conn.execute(select(answer).order_by(answer.c.session_id, answer.c.seq))
    opened_value = unit.sealer.open
    return [
        Answered(
            row.session_id,
            row.seq,
            row.step_id,
            row.how,
            unpack(opened_value("answer", "value", row.id, row.client_id, row.value)),
            row.message_id,
        )
        for row in rows
    ]


# What was said ------------------------------------------------------------------------------------


async def _nothing_lost(
    found: Findings, here: Premises, patient: Patient, answers: Iterable[Answered]
) -> None:
    """Each text is stored, once, under the message it came in; or its writer was told otherwise."""
    by_message: dict[int, list[Answered]] = defaultdict(list)
    by_session: dict[str, list[Answered]] = defaultdict(list)
    for one in answers:
        by_session[one.session].append(one)
        if one.message_id is not None:
            by_message[one.message_id].append(one)
    told = sum(_tells_not_kept(one) for one in _sent_to(here, patient.phone.chat))
    missing = 0
    for said in patient.said:
        rows = [one for one in by_message[said.message_id] if said.word in json.dumps(one.value)]
        if not rows:
            missing += 1
            continue
        sessions = {one.session for one in rows}
        found.check(len(sessions) == 1, f"{said.word} is in {len(sessions)} sessions")
        for history in (by_session[key] for key in sessions):
            first = next(one for one in history if said.word in json.dumps(one.value))
            found.check(
                first.message_id == said.message_id, f"{said.word} came in by another message"
            )
            left = json.dumps(_folded(history)).count(said.word)
            found.check(left <= 1, f"{said.word} stands {left} times in one sheet")
    found.check(missing <= told, f"{patient.phone.name}: {missing} texts lost, {told} told so")
    found.numbers["told not kept"] = found.numbers.get("told not kept", 0) + missing
    kept = [one for one in patient.said if by_message[one.message_id]]
    for history in by_session.values():
        places = [
            one.message_id for one in history if one.message_id in {k.message_id for k in kept}
        ]
        found.check(places == sorted(places), f"{patient.phone.name}: texts out of order")


def _folded(history: Iterable[Answered]) -> list[Any]:
    """What the rows add up to, without the steps that only point at words of another step."""
    whole = fold(Saved(one.step, one.value, one.how) for one in history)  # type: ignore[arg-type]
    own = {step: value for step, value in whole.answers.items() if step not in POINTING}
    return [own, [*whole.notes]]


def _sent_to(here: Premises, chat: int) -> list[Mapping[str, Any]]:
    return [one for one in here.emulator.world.sends if one["chat"] == chat]  # type: ignore[index,call-overload,misc]


def _tells_not_kept(one: Mapping[str, Any]) -> bool:
    return any(words in str(one["text"]) for words in NOT_KEPT)


def _nothing_twice(found: Findings, answers: Iterable[Answered], rows: Mapping[str, Any]) -> None:
    """A question's buttons have one effect, whichever copy was pressed and how often."""
    by_session: dict[str, list[Answered]] = defaultdict(list)
    for one in answers:
        by_session[one.session].append(one)
    for key, history in by_session.items():
        seqs = [one.seq for one in history]
        found.check(seqs == [*range(1, len(seqs) + 1)], f"session {key}: numbers {seqs}")
    asked = {row.message_id: row.ask_id for row in rows.values() if row.ask_id and row.message_id}
    presses = Counter(asked[one.message_id] for one in answers if one.message_id in asked)
    for ask, times in presses.items():
        found.check(times == 1, f"ask {ask} was answered {times} times")


async def _records(found: Findings, unit: Unit) -> None:
    """One entry for each finished sheet, one prompt for each occurrence, no timer put aside."""
    sheets = select(session.c.id, session.c.status).where(session.c.kind == "worksheet")
    status = {row.id: row.status for row in await unit.conn.execute(sheets)}
    got = Counter((await unit.conn.execute(select(entry.c.session_id))).scalars())
    done = {key for key, how in status.items() if how == "done"}
    found.check(done <= got.keys(), f"{len(done - got.keys())} finished sheets have no entry")
    found.check(all(count == 1 for count in got.values()), "a sheet has two entries")
    early = [key for key in got if status[key] not in CLOSED]
    found.check(not early, f"{len(early)} entries of sheets that are open")
    rung = Counter(
        (
            await unit.conn.execute(select(outbox.c.subject).where(outbox.c.kind == "prompt"))
        ).scalars()
    )
    found.check(all(count == 1 for count in rung.values()), f"prompts: {rung.most_common(3)}")
    days = (await unit.conn.execute(select(occurrence.c.entry_id, occurrence.c.local_date))).all()
    found.check(len(set(days)) == len(days), "an occurrence is there twice")
    parked = select(timer.c.kind).where(timer.c.parked_error.is_not(None))
    found.check(not (await unit.conn.execute(parked)).all(), "a timer was put aside")
    dead = (await unit.conn.execute(select(dead_update.c.error))).all()
    found.check(not dead, f"updates were buried: {dead}")
    found.numbers |= {"entries": sum(got.values()), "prompts": len(rung)}


async def _updates(found: Findings, here: Premises, unit: Unit) -> None:
    """Every update there ever was is claimed; that it is claimed once, the table itself holds."""
    claimed = set((await unit.conn.execute(select(update_claim.c.update_id))).scalars())
    made = set(range(here.first_update, here.emulator.world.queue.next_id))
    found.check(made == claimed, f"{len(made - claimed)} updates were never handled")
    found.numbers["updates"] = len(claimed)
