"""The conversation, situation by situation, on small worksheets and on one with every step kind."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.effects import (
    Completed,
    Ended,
    PutAside,
    Review,
    Schedule,
    Settled,
    Stale,
    SteppedDownTo,
)
from conversations.engine import advance, current, start
from conversations.events import (
    Answered,
    Paused,
    Resumed,
    SteppedDown,
    Stopped,
    TimedOut,
)
from conversations.path import CANNOT_YET, visible_path
from homework import packaged
from tests.support.sheets import HANDED, SCALE, TWO_TEXTS, every_kind, one, small
from tests.support.talk import EVENING, Talk

# Moving -------------------------------------------------------------------------------------------


def test_back_shows_the_answer_and_keeps_it_with_one_tap() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one").back()
    assert "Your answer now: one" in talk.shown
    assert talk.label("Keep it so").asked == "second"
    assert talk.back().type("other").answers == {"first": "other"}
    assert talk.history[-1].how == "edited"


def test_back_at_the_first_question_says_so() -> None:
    talk = Talk(small(TWO_TEXTS)).back()
    assert talk.refused() == "refuse-first"
    assert talk.asked == "first"


def test_skip_keeps_an_answer_that_is_there() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one").back().skip()
    assert talk.answers == {"first": "one"}
    assert talk.asked == "second"


def test_an_answer_can_be_left_empty_afterwards() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one").back().label("Leave it empty")
    assert talk.answers == {}
    assert talk.session.skipped == {"first"}


def test_review_edit_and_done() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one").skip().type("three")
    assert talk.has(Review)
    assert "skipped" in talk.shown
    talk.press("e.second").type("two")
    assert talk.asked is None
    assert talk.press("e.first").back().asked is None
    talk.label("Done")
    assert talk.has(Completed)
    assert talk.session.status == "done"
    assert talk.answers == {"first": "one", "second": "two", "third": "three"}


@pytest.mark.parametrize(
    ("locale", "said"), [("en", "Stop"), ("de", "später"), ("es", "ahora no"), ("ru", "стоп")]
)
def test_a_word_for_the_button_to_pause_is_heard_at_the_review(locale: str, said: str) -> None:
    talk = Talk(small(TWO_TEXTS), texts=packaged.texts(locale))
    talk.type("x").type("y").type("z").type(said)
    assert talk.has(PutAside)
    assert talk.session.notes == ()


def test_a_text_at_the_review_is_kept_beside_the_answers() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one").type("two").type("three").type("one more thing")
    assert talk.session.notes == ("one more thing",)
    assert talk.asked is None
    assert "one more thing" in talk.shown


def test_required_is_not_skipped_but_cannot_yet_is_an_answer() -> None:
    sheet = one("text", "required = true\ncannot_yet = true")
    talk = Talk(sheet).skip()
    assert talk.refused() == "refuse-required-cannot-yet"
    assert talk.label("I can’t yet").answers == {"it": CANNOT_YET}
    talk.skip().press("f")
    assert talk.effects[-1] == Completed(partial=True)


def test_conditions_open_and_close_steps() -> None:
    sheet = small(
        '[[steps]]\nid = "done"\nkind = "yes_no"\nprompt = "Done?"\n'
        '[[steps]]\nid = "why"\nkind = "text"\nprompt = "Why not?"\n'
        'when = { step = "done", is = false }\n'
    )
    talk = Talk(sheet).label("No").type("busy")
    assert [s.id for s in visible_path(sheet, talk.session)] == ["done", "why"]
    talk.press("e.done").label("Yes")
    assert [s.id for s in visible_path(sheet, talk.session)] == ["done"]
    assert talk.answers["why"] == "busy"  # kept, though it is not on the path now
    assert talk.asked is None


def test_progress_does_not_grow_under_ones_hands() -> None:
    talk = Talk(every_kind(), handed=HANDED)
    assert "1 of 13" in talk.shown
    assert "2 of 13" in talk.press("v.ok").shown


def test_pause_and_resume_ask_the_same_question() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one").happen(Paused(None))
    assert talk.has(PutAside, Settled)
    assert talk.session.status == "paused"
    assert talk.happen(Resumed()).asked == "second"
    assert talk.session.status == "open"
    assert talk.type("two").asked == "third"


def test_stop_and_time_out_keep_what_was_written() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one").happen(Stopped())
    assert talk.effects[-1] == Ended("second", "stopped")
    assert talk.answers == {"first": "one"}
    talk = Talk(small(TWO_TEXTS)).type("one").happen(TimedOut())
    assert talk.effects[-1] == Ended("second", "expired")
    assert talk.session.status == "expired"


def test_a_closed_session_takes_nothing_and_loses_nothing() -> None:
    talk = Talk(small(TWO_TEXTS)).happen(Stopped())
    assert talk.type("one more").session.notes == ("one more",)
    assert talk.happen(Resumed()).effects == (Stale(),)
    assert talk.happen(TimedOut()).effects == ()


def test_step_down_keeps_every_answer() -> None:
    talk = Talk(every_kind(), handed=HANDED).press("v.ok").type("on the bus").press("v.k1")
    talk.label("At home").press("v.on.a").press("v.done").type("sad 80").press("v.done")
    talk.type("one").happen(SteppedDown("minute", None))
    assert talk.has(SteppedDownTo)
    assert talk.answers["thoughts"] == ["one"]
    assert talk.asked is None  # all that the one-minute form asks was answered already
    assert "on the bus" in talk.shown


def test_too_much_where_words_are_no_answer_is_a_smaller_form() -> None:
    talk = Talk(every_kind(), handed=HANDED)
    while talk.asked != "belief":
        talk.type("it will go wrong") if talk.asked == "prediction" else talk.skip()
    talk.type("It’s too much!")
    assert talk.session.variant == "light"
    assert talk.answers["prediction"] == "it will go wrong"
    assert "shorter form" in talk.shown
    assert talk.session.notes == ()


def test_too_much_without_a_smaller_form_puts_aside() -> None:
    smallest = Talk(one("scale", SCALE), variant="minute").type("too much")
    assert smallest.session.notes == ("too much",)
    assert smallest.session.status == "paused"  # no smaller form is left: nobody argues
    assert "Put aside" in smallest.shown and "number" not in smallest.shown


def test_step_up_is_refused() -> None:
    talk = Talk(every_kind(), variant="light", handed=HANDED).happen(SteppedDown("full", None))
    assert talk.refused() == "refuse-no-smaller"


def test_a_form_that_the_sheet_does_not_have_becomes_the_next_smaller() -> None:
    sheet = one("text", 'variants = ["light"]')
    assert start(sheet, id="s", client="c", variant="light", now=EVENING).session.variant == "light"
    only = small('[[steps]]\nid = "a"\nkind = "text"\nprompt = "A?"\nvariants = ["full"]\n')
    assert start(only, id="s", client="c", variant="minute", now=EVENING).session.variant == "full"


def test_a_stage_without_review_completes_with_its_last_answer() -> None:
    sheet = small(
        '[[stages]]\nid = "main"\nreview_in = ["full"]\n'
        '[[steps]]\nid = "a"\nkind = "text"\nprompt = "A?"\n'
    )
    assert Talk(sheet, variant="minute").type("x").session.status == "done"
    assert Talk(sheet).type("x").asked is None


# Stages, locks ------------------------------------------------------------------------------------


def planned() -> Talk:
    talk = Talk(every_kind(), handed=HANDED)
    talk.press("v.ok").type("on the bus").press("v.k1").label("At home").press("v.done")
    talk.type("sad 80").press("v.done").skip().type("they will laugh").label("90")
    talk.label("Tomorrow").label("18:30")
    return talk.press("f")


def test_a_stage_ends_with_a_schedule_in_the_clients_zone() -> None:
    zone = ZoneInfo("America/New_York")
    talk = Talk(every_kind(), handed=HANDED, now=EVENING.astimezone(zone))
    for _ in range(3):
        talk.skip()
    talk.skip().press("v.done").skip().skip().type("x").skip().label("Tomorrow").label("18:30")
    talk.press("f")
    schedule = next(e for e in talk.effects if isinstance(e, Schedule))
    assert schedule.stage == "after"
    assert schedule.at is not None
    assert schedule.at.isoformat() == "2026-05-06T18:30:00-04:00"
    assert talk.session.status == "waiting"
    assert "The next part comes on" in talk.shown


def test_locked_answers_stay_and_later_thoughts_are_added() -> None:
    talk = planned().happen(Resumed())
    assert talk.asked == "happened"
    assert talk.session.locked == {"prediction", "belief"}
    talk.label("No").label("20").label("3").skip().skip().label("10").press("v.done")
    assert talk.asked is None
    talk.press("e.prediction")
    assert "Your first words stay as they are" in talk.shown
    talk.type("or only smile")
    assert talk.answers["prediction"] == "they will laugh\nor only smile"
    assert talk.history[-1].how == "appended"
    assert talk.press("e.belief").refused() == "refuse-locked"
    assert talk.answers["belief"] == 90
    assert "90 → 20" in talk.shown
    assert talk.press("f").has(Completed)


def test_a_move_typed_to_a_locked_text_is_a_move() -> None:
    talk = planned().happen(Resumed())
    talk.label("No").label("20").label("3").skip().skip().label("10").press("v.done")
    assert talk.press("e.prediction").type("stop").has(PutAside)
    assert talk.happen(Resumed()).type("back").asked != "prediction"
    assert talk.answers["prediction"] == "they will laugh"
    talk.press("e.prediction").type("stop here")
    assert talk.answers["prediction"] == "they will laugh\nstop here"


def test_back_stays_within_the_stage() -> None:
    talk = planned().happen(Resumed()).back()
    assert talk.refused() == "refuse-first"


def test_a_stage_that_asks_nothing_is_passed_over() -> None:
    sheet = small(
        '[[stages]]\nid = "one"\n[[stages]]\nid = "two"\nstarts = { after_minutes = 60 }\n'
        '[[steps]]\nid = "a"\nkind = "yes_no"\nprompt = "A?"\nstage = "one"\n'
        '[[steps]]\nid = "b"\nkind = "text"\nprompt = "B?"\nstage = "two"\n'
        'when = { step = "a", is = true }\n'
    )
    assert Talk(sheet).label("No").press("f").has(Completed)
    later = Talk(sheet).label("Yes").press("f")
    schedule = next(e for e in later.effects if isinstance(e, Schedule))
    assert schedule.at == later.now + timedelta(minutes=60)


# Small things -------------------------------------------------------------------------------------


def test_empty_and_invisible_texts_are_asked_again() -> None:
    talk = Talk(small(TWO_TEXTS)).type("\u200b\u202e  ")
    assert talk.refused() == "refuse-empty"
    assert talk.answers == {}


def test_a_session_survives_a_worksheet_that_lost_its_step() -> None:
    talk = Talk(small(TWO_TEXTS)).type("one")
    other = one("text")
    assert isinstance(current(other, talk.session), Review)
    after = advance(other, talk.session, Answered("x", talk.now + timedelta(hours=1)), now=talk.now)
    assert after.session.notes == ("x",)


def test_answers_stay_out_of_reprs() -> None:
    talk = Talk(small(TWO_TEXTS)).type("canary-one", arrives=False).burst("canary-two")
    talk.type("canary-note", arrives=True)
    assert "canary" not in repr(talk.session)
    assert "canary" not in repr(talk.effects)
    assert "canary" not in repr(Answered("canary", EVENING))
    assert "canary" not in repr(talk.history)
