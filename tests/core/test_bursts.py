"""Presses of old buttons, and several messages where one was asked for."""

from datetime import timedelta

import pytest

from conversations.effects import Added, Ask, Stale, TakenBack
from conversations.engine import current, reask
from conversations.events import Answered, Chosen, Edited, Finished
from tests.support.sheets import MOODS, PICK, SCALE, TWO_TEXTS, one, small
from tests.support.talk import EVENING, Talk

# Taps ---------------------------------------------------------------------------------------------


def test_a_second_press_is_stale_and_stores_nothing() -> None:
    talk = Talk(one("scale", SCALE))
    first = talk.session.asked.id
    talk.press("v.60", first)
    before = talk.session
    talk.press("v.70", first)
    assert talk.effects[0] == Stale()
    assert isinstance(talk.effects[1], Ask)
    assert talk.effects[1].again
    assert talk.session == before


@pytest.mark.parametrize("event", [Chosen, Edited])
def test_a_foreign_ask_id_stores_nothing(event: type[Chosen | Edited]) -> None:
    talk = Talk(one("scale", SCALE))
    before = talk.session
    talk.happen(event("x" * 16, "it"))
    assert talk.session == before
    assert talk.has(Stale)


def test_values_of_another_kind_of_question_store_nothing() -> None:
    talk = Talk(one("scale", SCALE))
    before = talk.session
    for value in ("on.a", "done", "keep", "clear", "cant", "ok", "-1", "101", "yes", ""):
        talk.happen(Chosen(talk.session.asked.id, value))
        assert talk.session == before, value
    talk.happen(Finished(talk.session.asked.id)).happen(Edited(talk.session.asked.id, "it"))
    assert talk.session == before


def test_ask_ids_are_new_opaque_and_the_same_for_the_same_state() -> None:
    one_talk, other = Talk(small(TWO_TEXTS)), Talk(small(TWO_TEXTS))
    assert one_talk.session.asked.id == other.session.asked.id
    first = one_talk.session.asked.id
    assert one_talk.type("x").session.asked.id != first
    assert len(first) == 16
    assert first.isalnum() and first.islower()


def test_reask_puts_the_same_question_under_a_new_id() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one")
    again = reask(talk.worksheet, talk.session)
    assert again.session.asked.step == "second"
    assert again.session.asked.id != talk.session.asked.id
    assert [type(effect) for effect in again.effects] == [Ask]
    assert current(talk.worksheet, again.session) == again.effects[0]


# Bursts -------------------------------------------------------------------------------------------


def test_three_messages_at_once_are_one_answer() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one", arrives=False).burst("two").burst("three")
    assert talk.answers == {"first": "one\ntwo\nthree"}
    assert talk.asked == "second"
    assert talk.has(Added)
    assert talk.history[-1].how == "appended"


def test_a_burst_can_be_taken_back() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one", arrives=False).burst("two")
    undo = next(e.ask for e in talk.effects if isinstance(e, Added))
    talk.press("u", undo)
    assert talk.answers == {"first": "one"}
    assert talk.has(TakenBack)
    assert talk.press("u", undo).has(Stale)
    assert talk.answers == {"first": "one"}
    assert talk.asked == "second"


def test_an_old_undo_button_does_nothing_after_a_later_change() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one", arrives=False).burst("two")
    undo = next(e.ask for e in talk.effects if isinstance(e, Added))
    talk.back().type("new")
    assert talk.press("u", undo).answers["first"] == "new"


def test_two_seconds_are_given_to_read() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one")
    seen = talk.session.asked.delivered_at
    assert seen is not None
    talk.happen(Answered("early", seen + timedelta(seconds=2)))
    assert talk.answers == {"first": "one\nearly"}
    talk.happen(Answered("late", seen + timedelta(seconds=3)))
    assert talk.answers == {"first": "one\nearly", "second": "late"}


def test_an_hour_of_downtime_never_fills_the_next_step() -> None:
    talk = Talk(one("scale", SCALE))
    for words in ("60", "or 70", "I do not know", "hello?", "are you there"):
        talk.burst(words) if words == "60" else talk.happen(
            Answered(words, EVENING - timedelta(hours=1)), arrives=False
        )
    assert talk.answers == {}
    assert talk.session.notes == ("60", "or 70", "I do not know", "hello?", "are you there")


def test_a_burst_in_a_list_is_another_item() -> None:
    talk = Talk(one("text_list")).type("one", arrives=False).burst("two").burst("three")
    assert talk.answers == {"it": ["one", "two", "three"]}
    talk = Talk(one("moods", MOODS)).type("sad", arrives=False).burst("angry 40")
    assert talk.answers == {
        "it": [{"name": "sad", "rating": None}, {"name": "angry", "rating": 40}]
    }


def test_a_number_right_after_a_feeling_is_its_rating() -> None:
    talk = Talk(one("moods", MOODS)).type("sad", arrives=False).burst("80")
    assert talk.answers == {"it": [{"name": "sad", "rating": 80}]}


def test_the_first_question_takes_no_burst_as_an_answer() -> None:
    talk = Talk(small(TWO_TEXTS)).burst("hello")
    assert talk.answers == {}
    assert talk.session.notes == ("hello",)
    assert talk.asked == "first"


def test_a_paste_of_9000_characters_is_one_answer() -> None:
    paste = "".join(f"{n:04d} words. " for n in range(750))
    assert len(paste) == 9000
    talk = Talk(small(TWO_TEXTS)).type(paste[:4096], arrives=False)
    talk.burst(paste[4096:8192]).burst(paste[8192:])
    kept = talk.answers["first"]
    assert isinstance(kept, str)
    assert (
        kept.replace("\n", "")
        == paste[:4096].strip() + paste[4096:8192].strip() + paste[8192:].strip()
    )
    assert talk.asked == "second"


def test_beyond_the_limit_of_a_step_the_rest_is_a_note() -> None:
    talk = Talk(small(TWO_TEXTS)).type("x" * 4096, arrives=False)
    talk.burst("y" * 4096).burst("z" * 4096)
    kept = talk.answers["first"]
    assert isinstance(kept, str)
    assert len(kept) == 10_000
    assert len(kept) - 2 + len(talk.session.notes[0]) == 3 * 4096


def test_a_text_after_a_refusal_answers_the_question_seen_before() -> None:
    talk = Talk(one("scale", SCALE)).type("hm hm", arrives=False).type("60", arrives=False)
    assert talk.answers == {"it": 60}


def test_a_burst_redraws_what_stands_on_it() -> None:
    talk = Talk(small(PICK)).type("one").type("two").press("v.done")
    assert talk.asked == "hot"
    talk.happen(Answered("three", talk.now), arrives=False)
    assert talk.answers["thoughts"] == ["one", "two", "three"]
    assert "three" in talk.buttons
