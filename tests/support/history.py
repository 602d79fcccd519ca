"""Judges what people said and did against what is stored: nothing lost, nothing twice, in order.

It must not know where the evidence comes from: it is handed everything, and says what is wrong.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from conversations.codec import fold
from conversations.effects import Saved
from conversations.session import CLOSED
from tests.support.evidence import Answered, Evidence, Testimony
from tests.support.sendings import Findings, Sending, judge_sendings

POINTING = {"hot_thought", "moods_now"}
NOT_KEPT = ("I have not kept these words", "Please press", "Please send", "Which number on it")
NONSENSE = "UpdateUnreadable"


@dataclass
class Stored:
    """Answers, found by the message they came in and by the sheet they stand in."""

    by_message: dict[int, list[Answered]] = field(
        default_factory=lambda: defaultdict[int, list[Answered]](list)
    )
    by_sheet: dict[str, list[Answered]] = field(
        default_factory=lambda: defaultdict[str, list[Answered]](list)
    )

    @classmethod
    def of(cls, answers: Iterable[Answered]) -> "Stored":
        found = cls()
        for one in answers:
            found.by_sheet[one.session].append(one)
            if one.message_id is not None:
                found.by_message[one.message_id].append(one)
        return found


def judge(evidence: Evidence) -> Findings:
    """Compare all that is known; `wrong` is empty when all is well."""
    found = Findings()
    tries = judge_sendings(found, evidence)
    stored = Stored.of(evidence.answers)
    for one in evidence.people:
        _nothing_lost(found, evidence, one, stored, tries)
        _choices(found, evidence, one)
    _nothing_twice(found, stored, tries)
    _records(found, evidence)
    _updates(found, evidence)
    found.numbers |= {
        "said": sum(len(one.said) for one in evidence.people),
        "rewritten": sum(len(one.rewritten) for one in evidence.people),
        "answers": len(evidence.answers),
        "sent": len(evidence.sends),
    }
    return found


# What was said ------------------------------------------------------------------------------------


def _nothing_lost(
    found: Findings, evidence: Evidence, one: Testimony, stored: Stored, tries: list[Sending]
) -> None:
    """Each text is stored, once, under the message it came in; or its writer was told otherwise."""
    told = {tried.row for tried in tries if tried.chat == one.chat and _tells_not_kept(tried.text)}
    tried = {any_try.row for any_try in tries}
    cut_off = [
        row
        for row in evidence.outbox
        if row["chat"] == one.chat and row["state"] == "gone" and row["id"] not in tried
    ]
    missing: list[str] = []
    for said in one.said:
        rows = [row for row in stored.by_message[said.message_id] if _holds(row, said.word)]
        if not rows:
            missing.append(said.word)
            continue
        sheets = {row.session for row in rows}
        found.check(len(sheets) == 1, f"{said.word} is in {len(sheets)} sheets")
        for history in (stored.by_sheet[key] for key in sheets):
            first = next(row for row in history if _holds(row, said.word))
            found.check(
                first.message_id == said.message_id, f"{said.word} came in by another message"
            )
            left = json.dumps(_folded(history)).count(said.word)
            found.check(left <= 1, f"{said.word} stands {left} times in one sheet")
    excused = len(told) + len(cut_off)
    found.check(
        len(missing) <= excused,
        f"{one.name}: {len(missing)} texts lost, {excused} told so: {missing[:5]}",
    )
    found.add("told not kept", len(missing))
    for new in one.rewritten:
        by = {  # what carries an answer on, such as its rating, comes by messages of its own
            next(row.message_id for row in history if _holds(row, new.word))
            for history in stored.by_sheet.values()
            if any(_holds(row, new.word) for row in history)
        }
        found.check(
            by <= {new.message_id},
            f"{new.word}, written over {new.message_id}, was taken for new: "
            + _story(stored, new.word),
        )
    _in_order(found, evidence, one, stored)


def _in_order(found: Findings, evidence: Evidence, one: Testimony, stored: Stored) -> None:
    """Texts stand in the order they were written, but for those that came in shuffled."""
    changed = {text.message_id for text in one.rewritten}
    said = {text.message_id for text in one.said} - evidence.shuffled - changed
    for history in stored.by_sheet.values():
        places = [row.message_id for row in history if row.message_id in said]
        found.check(places == sorted(places), f"{one.name}: texts out of order")  # type: ignore[type-var]


def _holds(one: Answered, word: str) -> bool:
    return word in json.dumps(one.value)


def _story(stored: Stored, word: str) -> str:
    """Where a word stands, row by row."""
    rows = [
        f"{row.session} {row.seq} {row.step} {row.how} by {row.message_id} {json.dumps(row.value)}"
        for history in stored.by_sheet.values()
        for row in history
        if _holds(row, word)
    ]
    return "; ".join(rows)


def _folded(history: Iterable[Answered]) -> list[Any]:
    """What the rows add up to, without the steps that only point at words of another step."""
    whole = fold(Saved(one.step, one.value, one.how) for one in history)  # type: ignore[arg-type]
    own = {step: value for step, value in whole.answers.items() if step not in POINTING}
    return [own, [*whole.notes]]


def _tells_not_kept(text: str) -> bool:
    return any(words in text for words in NOT_KEPT)


# What was done ------------------------------------------------------------------------------------


def _choices(found: Findings, evidence: Evidence, one: Testimony) -> None:
    """Who passed a prompt over is asked no more; who let their therapist know did so once."""
    state = {row["id"]: row["state"] for row in evidence.occurrences}
    for key in one.skipped:
        found.check(
            state.get(key) not in (None, "planned", "prompted"),
            f"{one.name} skipped {key}, which is {state.get(key)}",
        )
    for key in one.told:
        times = sum(row["dedupe_key"].startswith(f"much.{key}.") for row in evidence.outbox)
        found.check(times == 1, f"{one.name} said {key} was too much; the therapist heard {times}")
    found.add("skipped", len(one.skipped))
    found.add("too much", len(one.told))


def _nothing_twice(found: Findings, stored: Stored, tries: Iterable[Sending]) -> None:
    """A question's buttons have one effect, whichever copy was pressed and how often."""
    for key, history in stored.by_sheet.items():
        seqs = [one.seq for one in history]
        found.check(seqs == [*range(1, len(seqs) + 1)], f"sheet {key}: numbers {seqs}")
    asked = {one.message_id: one.ask for one in tries if one.ask and one.message_id}
    presses = Counter(
        asked[one.message_id]
        for history in stored.by_sheet.values()
        for one in history
        if one.message_id in asked
    )
    for ask, times in presses.items():
        found.check(times == 1, f"ask {ask} was answered {times} times")


def _records(found: Findings, evidence: Evidence) -> None:
    """One entry for each finished sheet, an occurrence for each moment, no timer put aside.

    A sheet that ran out and is gone on with keeps what it had come to, a part, until it is done.
    """
    sheets, got = evidence.sheets, Counter(evidence.entries)
    done = {key for key, how in sheets.items() if how == "done"}
    found.check(done <= got.keys(), f"{len(done - got.keys())} finished sheets have no entry")
    found.check(all(count == 1 for count in got.values()), "a sheet has two entries")
    early = [key for key in got if sheets[key] not in CLOSED and key not in evidence.partial]
    found.check(not early, f"{len(early)} entries of sheets that are open")
    days = [(one["entry_id"], one["local_date"]) for one in evidence.occurrences if one["entry_id"]]
    found.check(len(set(days)) == len(days), "an occurrence is there twice")
    found.check(not evidence.parked, f"timers were put aside: {evidence.parked}")
    found.numbers |= {"entries": len(evidence.entries), "occurrences": len(days)}


def _updates(found: Findings, evidence: Evidence) -> None:
    """Every update there ever was is claimed, none besides; only nonsense was buried."""
    lost, invented = evidence.made - evidence.claimed, evidence.claimed - evidence.made
    found.check(not lost, f"{len(lost)} updates were never handled")
    found.check(not invented, f"{len(invented)} updates were handled that nobody sent")
    fine = set(evidence.buried) <= {NONSENSE} and len(evidence.buried) <= evidence.garbage
    found.check(fine, f"updates were buried: {Counter(evidence.buried)}")
    found.numbers |= {"updates": len(evidence.claimed), "buried": len(evidence.buried)}
