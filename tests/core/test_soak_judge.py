"""The judge of the soak can be angry: it gets honest histories, and doctored ones."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.support.evidence import Answered, Evidence, Shown, Testimony
from tests.support.history import judge
from tests.support.patients import Said
from tests.support.sendings import REMINDER
from tests.support.storms import draw

FOX, DOCTOR = 7, 9
PROMPT = "It is the time you picked. Ready when you are."
START = ("1:occ~o1:start",)


def note(row: str, kind: str, text: str, **more: Any) -> list[dict[str, Any]]:
    """The two notes of a try that went well; `result` "" cuts the second off."""
    told = {"pid": 100, "chat": FOX, "buttons": [], "ask": None, "subject": None, "edits": None}
    told |= {"row": row, "kind": kind, "text": text, "result": "Sent", "id": None} | more
    result, message_id = told.pop("result"), told.pop("id")
    end = told | {"at": "end", "result": result, "id": message_id}
    return [told | {"at": "begin"}, end] if result else [told | {"at": "begin"}]


def sent(message_id: int, text: str, buttons: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    arrived = {"method": "sendMessage", "chat": FOX, "message_id": message_id}
    return arrived | {"text": text, "buttons": [*buttons]} | more


def row(key: str, kind: str, message_id: int | None, **more: Any) -> dict[str, Any]:
    stored = {"id": key, "chat": FOX, "kind": kind, "message_id": message_id, "tries": 1}
    stored["error"] = None
    return stored | {"state": "sent", "edits_id": None, "dedupe_key": key} | more


def honest() -> Evidence:
    """Fox is prompted, reminded, answers two questions, and lets Dr A know that it is too much."""
    yes = ("1:a2:yes",)
    return Evidence(
        people=[
            Testimony("Fox", FOX, [Said("qa", 4), Said("qb", 5)], [Said("qz", 9)], set(), {"o1"})
        ],
        sends=[
            sent(1, PROMPT, START),
            sent(2, REMINDER, START),
            sent(1, "Started.", method="editMessageText"),
            sent(3, "What happened?"),
            sent(6, "Was it so?", yes),
            sent(8, "Fox says that it is too much.", chat=DOCTOR),
        ],
        screens={
            1: Shown(FOX, "Started.", ()),
            2: Shown(FOX, REMINDER, START),
            3: Shown(FOX, "What happened?", ()),
            6: Shown(FOX, "Was it so?", yes),
            8: Shown(DOCTOR, "Fox says that it is too much.", ()),
        },
        tries=[
            *note("r1", "prompt", PROMPT, id=1, subject="o1", buttons=[*START]),
            *note("r2", "reminder", REMINDER, id=2, subject="o1", buttons=[*START]),
            *note("r3", "redraw", "Started.", id=1, edits=1),
            *note("r4", "step", "What happened?", id=3, ask="a1"),
            *note("r5", "step", "Was it so?", id=6, ask="a2", buttons=[*yes]),
            *note("r6", "notice", "Fox says that it is too much.", id=8, chat=DOCTOR),
        ],
        answers=[
            Answered("s1", 1, "situation", "answered", "qa", 4),
            Answered("s1", 2, "situation", "appended", "qa\nqb", 5),
            Answered("s1", 3, "sure", "chosen", True, 6),
        ],
        outbox=[
            row("r1", "prompt", 1),
            row("r2", "reminder", 2),
            row("r3", "redraw", 1, edits_id="r1"),
            row("r4", "step", 3),
            row("r5", "step", 6),
            row("r6", "notice", 8, chat=DOCTOR, dedupe_key="much.o1.p9"),
        ],
        sheets={"s1": "done"},
        entries=["s1"],
        occurrences=[
            {"id": "o1", "state": "on_time", "entry_id": "e1", "local_date": "d1", "snoozes": 0}
        ],
        made={1, 2, 3},
        claimed={1, 2, 3},
    )


def test_an_honest_history_is_found_good() -> None:
    found = judge(honest())
    assert found.wrong == []
    assert found.numbers["said"] == 2
    assert found.numbers["reminders"] == 1
    assert found.numbers["edits"] == 1
    assert found.numbers["repeats"] == 0


def test_what_is_allowed_is_found_good() -> None:
    """Told that it was not kept; repeats after a lost answer and a death; shuffled texts."""
    told = honest()
    told.people[0].said.append(Said("qc", 10))
    told.sends.append(sent(11, "I have not kept these words."))
    told.screens[11] = Shown(FOX, "I have not kept these words.", ())
    told.tries += note("r7", "ack", "I have not kept these words.", id=11)
    told.outbox.append(row("r7", "ack", 11))
    assert judge(told).wrong == []

    gone_on_with = honest()
    gone_on_with.sheets["s1"] = "open"
    gone_on_with.partial.add("s1")
    assert judge(gone_on_with).wrong == []

    for result, process in (("Unknown", 100), ("", 101)):
        repeated = honest()
        repeat(repeated, "r4", 12, result=result, process=process)
        found = judge(repeated)
        assert found.wrong == []
        assert found.numbers["repeats"] == 1

    late = honest()  # on the wire when its process died, it comes after all others
    repeat(late, "r5", 12)
    late.tries += note("r7", "ack", "Kept.", id=13, pid=101)
    original = next(one for one in late.sends if one["message_id"] == 6)
    original["message_id"] = 14
    late.sends.append(sent(13, "Kept."))
    late.screens |= {13: Shown(FOX, "Kept.", ()), 14: late.screens.pop(6)}
    late.outbox[4]["message_id"] = 12
    assert judge(late).wrong == []

    shuffled = honest()
    swap_texts(shuffled)
    shuffled.shuffled = {4}
    assert judge(shuffled).wrong == []


def repeat(
    evidence: Evidence, key: str, message_id: int, *, result: str = "", process: int = 101
) -> None:
    """Let a row arrive once more, after a try that ended with `result`."""
    begin = next(one for one in evidence.tries if one["row"] == key)
    place = evidence.tries.index(begin)
    first = [begin | {"at": "end", "result": result, "id": None}] if result else []
    arrived = evidence.tries[place + 1]["id"]
    again = begin | {"pid": process}
    told = again | {"at": "end", "result": "Sent", "id": message_id}
    evidence.tries[place : place + 2] = [begin, *first, again, told]
    original = next(one for one in evidence.sends if one["message_id"] == arrived)
    evidence.sends.append(original | {"message_id": message_id})
    evidence.screens[message_id] = evidence.screens[arrived]


def swap_texts(evidence: Evidence) -> None:
    evidence.answers[:2] = [
        Answered("s1", 1, "situation", "answered", "qb", 5),
        Answered("s1", 2, "situation", "appended", "qb\nqa", 4),
    ]


def an_answer_is_lost(evidence: Evidence) -> None:
    del evidence.answers[1]
    evidence.answers[1] = replace(evidence.answers[1], seq=2)


def one_was_told_and_two_are_lost(evidence: Evidence) -> None:
    evidence.tries[-2]["chat"] = evidence.tries[-1]["chat"] = FOX
    evidence.tries[-2]["text"] = "I have not kept these words."
    del evidence.answers[:2]


def an_answer_is_doubled(evidence: Evidence) -> None:
    evidence.answers[1] = replace(evidence.answers[1], value="qa\nqb\nqb")


def an_answer_stands_in_two_sheets(evidence: Evidence) -> None:
    evidence.answers.append(Answered("s2", 1, "situation", "answered", "qb", 5))
    evidence.sheets["s2"] = "open"


def an_answer_came_by_another_message(evidence: Evidence) -> None:
    evidence.answers[0] = replace(evidence.answers[0], value="qa qb")


def a_button_counted_twice(evidence: Evidence) -> None:
    evidence.answers.append(Answered("s1", 4, "sure", "chosen", True, 6))


def an_answer_has_a_wrong_number(evidence: Evidence) -> None:
    evidence.answers[2] = replace(evidence.answers[2], seq=4)


def a_rewritten_word_was_taken(evidence: Evidence) -> None:
    evidence.answers.append(Answered("s1", 4, "note", "noted", "qz", 4))


def a_reminder_came_twice(evidence: Evidence) -> None:
    repeat(evidence, "r2", 12)


def a_second_reminder_was_written(evidence: Evidence) -> None:
    evidence.tries += note("r9", "reminder", REMINDER, id=12, subject="o1", buttons=[*START])
    evidence.sends.append(sent(12, REMINDER, START))
    evidence.screens[12] = Shown(FOX, REMINDER, START)
    evidence.outbox.append(row("r9", "reminder", 12))


def a_prompt_rang_for_nothing(evidence: Evidence) -> None:
    evidence.tries += note("r9", "prompt", PROMPT, id=12, subject="o1", buttons=[*START])
    evidence.sends.append(sent(12, PROMPT, START))
    evidence.screens[12] = Shown(FOX, PROMPT, START)
    evidence.outbox.append(row("r9", "prompt", 12))


def a_message_came_three_times(evidence: Evidence) -> None:
    repeat(evidence, "r4", 12)
    evidence.tries += note("r4", "step", "What happened?", id=13, ask="a1", pid=102)
    evidence.sends.append(sent(13, "What happened?"))


def a_message_came_again_for_no_reason(evidence: Evidence) -> None:
    evidence.tries += note("r5", "step", "Was it so?", id=12, ask="a2", buttons=["1:a2:yes"])
    evidence.sends.append(sent(12, "Was it so?", ("1:a2:yes",)))


def one_death_made_two_repeats(evidence: Evidence) -> None:
    repeat(evidence, "r5", 13)
    repeat(evidence, "r4", 5)


def copies_differ(evidence: Evidence) -> None:
    repeat(evidence, "r5", 12)
    evidence.tries[-4]["buttons"] = []


def messages_were_swapped(evidence: Evidence) -> None:
    for one in evidence.tries:
        one["id"] = {3: 6, 6: 3}.get(one.get("id", 0), one.get("id"))
    for one in evidence.sends:
        one["message_id"] = {3: 6, 6: 3}.get(one["message_id"], one["message_id"])


def a_message_nobody_sent(evidence: Evidence) -> None:
    evidence.sends.append(sent(12, "Hello?"))


def an_old_edit_stands(evidence: Evidence) -> None:
    evidence.tries += note("r9", "tidy", "This one is in the past.", id=1, edits=1)


def an_edit_never_came(evidence: Evidence) -> None:
    evidence.screens[1] = Shown(FOX, PROMPT, START)


def a_message_is_marked_as_sent(evidence: Evidence) -> None:
    evidence.outbox.append(row("r9", "ack", 12))


def a_message_waits_for_ever(evidence: Evidence) -> None:
    evidence.outbox.append(row("r9", "ack", None, state="waiting"))


def a_message_was_refused(evidence: Evidence) -> None:
    evidence.outbox.append(row("r9", "ack", None, state="refused"))


def a_message_was_given_up_too_soon(evidence: Evidence) -> None:
    evidence.outbox.append(row("r9", "step", None, state="unknown"))


def somebody_is_taken_for_gone(evidence: Evidence) -> None:
    evidence.outbox.append(row("r9", "step", None, state="gone"))


def who_skipped_is_still_asked(evidence: Evidence) -> None:
    evidence.people[0].skipped.add("o1")
    evidence.occurrences[0]["state"] = "prompted"


def the_therapist_never_heard(evidence: Evidence) -> None:
    evidence.outbox[-1]["dedupe_key"] = "other"


def a_sheet_has_no_entry(evidence: Evidence) -> None:
    evidence.entries.clear()


def a_sheet_has_two_entries(evidence: Evidence) -> None:
    evidence.entries.append("s1")


def an_open_sheet_has_an_entry(evidence: Evidence) -> None:
    evidence.sheets["s1"] = "open"


def an_occurrence_is_doubled(evidence: Evidence) -> None:
    evidence.occurrences.append(evidence.occurrences[0] | {"id": "o2"})


def a_timer_was_put_aside(evidence: Evidence) -> None:
    evidence.parked.append("prompt")


def an_update_is_lost(evidence: Evidence) -> None:
    evidence.claimed.remove(2)


def an_update_came_from_nowhere(evidence: Evidence) -> None:
    evidence.claimed.add(5)


def an_update_was_buried(evidence: Evidence) -> None:
    evidence.garbage = 1
    evidence.buried.append("LookupError")


def more_was_buried_than_there_was_garbage(evidence: Evidence) -> None:
    evidence.buried.append("UpdateUnreadable")


DOCTORED: dict[Callable[[Evidence], None], str] = {
    an_answer_is_lost: "1 texts lost, 0 told so",
    one_was_told_and_two_are_lost: "2 texts lost, 1 told so",
    an_answer_is_doubled: "qb stands 2 times",
    an_answer_stands_in_two_sheets: "qb is in 2 sheets",
    an_answer_came_by_another_message: "qb came in by another message",
    a_button_counted_twice: "ask a2 was answered 2 times",
    an_answer_has_a_wrong_number: "numbers [1, 2, 4]",
    swap_texts: "texts out of order",
    a_rewritten_word_was_taken: "qz, written over 9, was taken",
    a_reminder_came_twice: "2 reminders of o1",
    a_second_reminder_was_written: "2 reminders of o1",
    a_prompt_rang_for_nothing: "o1 rang 2 times, allowed 1",
    a_message_came_three_times: "r4 (step): 3 copies",
    a_message_came_again_for_no_reason: "sent again by 100",
    one_death_made_two_repeats: "2 repeats after the death of 100",
    copies_differ: "r5: copies differ",
    messages_were_swapped: "out of order",
    a_message_nobody_sent: "a message nobody sent: 'Hello?'",
    an_old_edit_stands: "not its newest edit r9",
    an_edit_never_came: "not its newest edit r3",
    a_message_is_marked_as_sent: "r9 (ack) is marked as sent and on no screen",
    a_message_waits_for_ever: "r9 (ack) is waiting at the end",
    a_message_was_refused: "r9 (ack) is refused at the end",
    a_message_was_given_up_too_soon: "r9 (step) was given up after 1 tries",
    somebody_is_taken_for_gone: "r9 (step): gone, and why?",
    who_skipped_is_still_asked: "Fox skipped o1, which is prompted",
    the_therapist_never_heard: "the therapist heard 0",
    a_sheet_has_no_entry: "1 finished sheets have no entry",
    a_sheet_has_two_entries: "a sheet has two entries",
    an_open_sheet_has_an_entry: "1 entries of sheets that are open",
    an_occurrence_is_doubled: "an occurrence is there twice",
    a_timer_was_put_aside: "timers were put aside",
    an_update_is_lost: "1 updates were never handled",
    an_update_came_from_nowhere: "1 updates were handled that nobody sent",
    an_update_was_buried: "updates were buried",
    more_was_buried_than_there_was_garbage: "updates were buried",
}


@pytest.mark.parametrize("doctor", DOCTORED, ids=lambda doctor: doctor.__name__)
def test_a_doctored_history_is_found_out(doctor: Callable[[Evidence], None]) -> None:
    evidence = honest()
    doctor(evidence)
    wrong = judge(evidence).wrong
    assert any(DOCTORED[doctor] in words for words in wrong), wrong


def test_the_same_seed_brings_the_same_storms() -> None:
    storms = [draw(7, number, people=4) for number in range(1, 201)]
    assert storms == [draw(7, number, people=4) for number in range(1, 201)]
    assert storms != [draw(8, number, people=4) for number in range(1, 201)]
    kinds = {fault.kind for storm in storms for fault in storm.faults}
    assert len(kinds) == 9, "every trouble of the wire comes in 200 rounds"
    assert {storm.queue for storm in storms} == {
        "",
        "redelivered",
        "shuffled",
        "garbage",
        "restarted",
    }
