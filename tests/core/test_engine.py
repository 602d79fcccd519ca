"""The conversation, situation by situation, on small worksheets and on one with every step kind."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.effects import (
    Added,
    Ask,
    Completed,
    Ended,
    Noted,
    PutAside,
    Refuse,
    Review,
    Saved,
    Schedule,
    Settled,
    Stale,
    SteppedDownTo,
    TakenBack,
)
from conversations.engine import advance, current, reask, start
from conversations.events import (
    Answered,
    Chosen,
    Edited,
    Finished,
    Paused,
    Resumed,
    SteppedDown,
    Stopped,
    TimedOut,
)
from conversations.path import CANNOT_YET, visible_path
from tests.support.sheets import HANDED, every_kind, one, small
from tests.support.talk import EVENING, Talk

SCALE = 'low = "none"\nhigh = "most"'
MOODS = SCALE + '\nrate_prompt = "How strong is {name}?"'
TWO_TEXTS = """
[[steps]]
id = "first"
kind = "text"
prompt = "First?"

[[steps]]
id = "second"
kind = "text"
prompt = "Second?"

[[steps]]
id = "third"
kind = "text"
prompt = "Third?"
"""


# One test per step kind ---------------------------------------------------------------------------


def test_info_goes_on_with_a_press_and_keeps_what_is_typed() -> None:
    talk = Talk(one("info")).type("but why?")
    assert talk.refused() == "refuse-info"
    assert talk.session.notes == ("but why?",)
    assert talk.press("v.ok").answers == {"it": True}
    assert talk.asked == "after"


def test_text_is_kept_as_written() -> None:
    assert Talk(one("text")).type(" a <b> & \u202ec ").answers == {"it": "a <b> & c"}


def test_choice_by_button_and_by_typing() -> None:
    sheet = one("choice", 'choices = [{ id = "x", label = "Home" }, { id = "y", label = "Work" }]')
    assert Talk(sheet).label("Work").answers == {"it": "y"}
    assert Talk(sheet).type("home").answers == {"it": "x"}
    talk = Talk(sheet).type("on the moon")
    assert talk.refused() == "refuse-choice"
    assert talk.session.notes == ("on the moon",)


def test_choice_handed_in_from_outside() -> None:
    sheet = small(
        '[[steps]]\nid = "who"\nkind = "choice"\nprompt = "Who?"\nchoices_from = "handed"\n'
        '[[steps]]\nid = "after"\nkind = "text"\nprompt = "Then?"\n'
    )
    talk = Talk(sheet, handed={"who": HANDED["client"]})
    assert talk.press("v.k2").answers == {"who": "k2"}
    assert Talk(sheet).asked == "after"  # nothing to choose from: no dead end


def test_multi_toggles_are_absolute_and_keep_the_question() -> None:
    sheet = one("multi", 'choices = [{ id = "x", label = "X" }, { id = "y", label = "Y" }]')
    talk = Talk(sheet)
    ask = talk.session.asked.id
    talk.press("v.on.y").press("v.on.y")
    assert talk.answers == {"it": ["y"]}
    assert not talk.has(Saved)
    assert [each.role for each in talk.messages] == ["redraw"]
    talk.press("v.on.x")
    assert talk.answers == {"it": ["x", "y"]}
    assert talk.session.asked.id == ask
    assert talk.press("v.off.x").press("v.done").answers == {"it": ["y"]}
    assert talk.asked == "after"


def test_multi_may_stay_empty_unless_it_may_not() -> None:
    choices = 'choices = [{ id = "x", label = "X" }, { id = "y", label = "Y" }]'
    assert Talk(one("multi", choices)).press("v.done").answers == {"it": []}
    talk = Talk(one("multi", choices + "\nmin_items = 1")).press("v.done")
    assert talk.refused() == "refuse-more"
    assert talk.press("v.on.x").press("v.done").answers == {"it": ["x"]}


def test_scale_by_button_and_by_typing() -> None:
    assert Talk(one("scale", SCALE)).label("70").answers == {"it": 70}
    assert Talk(one("scale", SCALE)).type("6/10").answers == {"it": 60}
    assert Talk(one("scale", SCALE + "\nmax = 10")).label("7").answers == {"it": 7}


def test_free_text_in_the_middle_of_a_rating_is_kept() -> None:
    talk = Talk(one("scale", SCALE)).type("I hate numbers")
    assert talk.session.notes == ("I hate numbers",)
    assert talk.has(Saved, Noted, Refuse, Ask)
    assert "I kept your words" in talk.shown
    assert "such as 60" in talk.shown
    assert talk.asked == "it"
    talk.type("60 because of him")
    assert talk.answers == {"it": 60}
    assert talk.session.notes == ("I hate numbers", "60 because of him")


def test_six_on_a_scale_to_a_hundred_is_asked_with_two_buttons() -> None:
    talk = Talk(one("scale", SCALE)).type("6")
    assert talk.answers == {}
    assert "6 or 60" in talk.shown
    assert list(talk.buttons)[:3] == ["6", "60", "0"]
    assert talk.label("60").answers == {"it": 60}
    assert Talk(one("scale", SCALE)).type("6").type("6").answers == {"it": 6}


def test_two_ends_of_a_rating_are_asked_and_nothing_is_noted() -> None:
    talk = Talk(one("scale", SCALE)).type("between 60 and 70")
    assert talk.refused() == "refuse-rating-between"
    assert talk.session.notes == ()
    assert talk.type("65").answers == {"it": 65}


def test_a_doubt_about_one_feeling_is_not_carried_to_the_next() -> None:
    talk = Talk(one("moods", MOODS)).type("sad, angry").type("6").type("6")
    assert talk.answers["it"] == [{"name": "sad", "rating": 6}, {"name": "angry", "rating": None}]
    assert talk.session.offered == ()
    assert talk.type("6").refused() == "refuse-rating-which"


def test_a_number_in_a_text_question_is_text() -> None:
    for said in ("60", "6", "sixty", "sad 80, angry 40"):
        assert Talk(one("text")).type(said).answers == {"it": said}


def test_after_one_retry_skipping_is_offered() -> None:
    talk = Talk(one("scale", SCALE)).type("hm")
    assert "You can also skip" not in talk.shown
    assert "You can also skip" in talk.type("no idea").shown
    assert talk.label("Skip").asked == "after"


def test_moods_one_message_with_numbers() -> None:
    talk = Talk(one("moods", MOODS)).type("sad 80, angry 40")
    assert talk.answers == {"it": [{"name": "sad", "rating": 80}, {"name": "angry", "rating": 40}]}
    assert talk.asked == "it"
    assert "Any other feeling?" in talk.shown
    assert talk.label("That’s all").asked == "after"


def test_moods_one_after_the_other() -> None:
    talk = Talk(one("moods", MOODS)).type("sad")
    assert "How strong is sad?" in talk.shown
    talk.label("80").type("angry, worried").type("40")
    assert "How strong is worried?" in talk.shown
    talk.skip().label("That’s all")
    assert talk.answers == {
        "it": [
            {"name": "sad", "rating": 80},
            {"name": "angry", "rating": 40},
            {"name": "worried", "rating": None},
        ]
    }
    assert talk.asked == "after"


def test_another_feeling_named_where_a_rating_was_asked() -> None:
    talk = Talk(one("moods", MOODS)).type("sad").type("angry 40")
    assert talk.answers == {
        "it": [{"name": "sad", "rating": None}, {"name": "angry", "rating": 40}]
    }
    assert "How strong is sad?" in talk.shown
    assert "skipped" not in talk.shown


def test_moods_named_twice_are_one() -> None:
    talk = Talk(one("moods", MOODS)).type("sad 80, Sad 60")
    assert talk.answers == {"it": [{"name": "sad", "rating": 60}]}


def test_moods_beyond_five_are_kept_as_notes() -> None:
    talk = Talk(one("moods", MOODS)).type("a 10, b 20, c 30, d 40, e 50, f 60")
    assert len(talk.answers["it"]) == 5  # pyright: ignore
    assert talk.session.notes == ("f 60",)
    assert talk.asked == "after"


def test_moods_a_sentence_is_kept_and_an_example_given() -> None:
    talk = Talk(one("moods", MOODS)).type("it was awful and nobody in there said a single word")
    assert talk.refused() == "refuse-moods"
    assert len(talk.session.notes) == 1


def test_one_mood_is_enough_where_the_sheet_says_so() -> None:
    talk = Talk(one("moods", MOODS + '\none_in = ["minute"]'), variant="minute").type("sad 80")
    assert talk.asked == "after"


def test_text_list_takes_one_a_message_or_one_a_line() -> None:
    talk = Talk(one("text_list")).type("one").type("two\nthree")
    assert talk.answers == {"it": ["one", "two", "three"]}
    assert talk.label("That’s all").asked == "after"


def test_text_list_ends_by_itself_when_it_is_full() -> None:
    talk = Talk(one("text_list", "max_items = 2")).type("one\ntwo\nthree")
    assert talk.answers == {"it": ["one", "two"]}
    assert talk.session.notes == ("three",)
    assert talk.asked == "after"


def test_number_with_its_unit() -> None:
    talk = Talk(one("number", 'max = 90\nunit = "minutes"')).type("about 20 min")
    assert talk.answers == {"it": 20}
    assert "20 minutes" in talk.shown


def test_days_follow_the_zone_of_now() -> None:
    late = EVENING.astimezone(ZoneInfo("Asia/Tokyo"))  # there it is the 6th already
    assert Talk(one("date"), now=late).label("Today").answers == {"it": "2026-05-06"}
    assert Talk(one("date")).label("Yesterday").answers == {"it": "2026-05-04"}
    assert Talk(one("date")).type("1 May").answers == {"it": "2026-05-01"}


def test_time_by_button_and_by_typing() -> None:
    sheet = one("time", 'suggest = ["09:00", "18:30"]')
    assert Talk(sheet).label("18:30").answers == {"it": "18:30"}
    assert Talk(sheet).type("6 pm").answers == {"it": "18:00"}


def test_yes_and_no() -> None:
    assert Talk(one("yes_no")).label("No").answers == {"it": False}
    assert Talk(one("yes_no")).type("yes").answers == {"it": True}


PICK = """
[[steps]]
id = "thoughts"
kind = "text_list"
prompt = "Thoughts?"

[[steps]]
id = "hot"
kind = "pick"
of = "thoughts"
pin = true
label = "Hottest"
prompt = "Which?"

[[steps]]
id = "after"
kind = "text"
prompt = "Then?"
"""


def test_pick_stores_the_words_and_pins_them() -> None:
    talk = Talk(small(PICK)).type("I am bad").type("they know").press("v.done")
    talk.label("they know")
    assert talk.answers["hot"] == "they know"
    assert "Hottest:</i> they know" in talk.shown


def test_a_single_thought_picks_itself() -> None:
    talk = Talk(small(PICK)).type("I am bad").press("v.done")
    assert talk.answers["hot"] == "I am bad"
    assert talk.asked == "after"


def test_pick_is_left_out_where_there_is_nothing_to_pick() -> None:
    assert Talk(small(PICK)).skip().asked == "after"


def test_a_pick_whose_words_were_taken_away_is_asked_again() -> None:
    talk = Talk(small(PICK)).type("one").type("two").press("v.done").press("v.1").type("then")
    talk.press("e.thoughts").label("Begin this one again").type("three").type("four")
    talk.press("v.done")
    assert talk.asked == "hot"
    assert talk.skip().asked is None


RERATE = f"""
[[steps]]
id = "moods"
kind = "moods"
prompt = "Feelings?"
{MOODS}

[[steps]]
id = "now"
kind = "rerate"
of = "moods"
allow_new = true
prompt = "And now?"
rate_prompt = "How strong is {{name}} now?"
"""


def test_rerate_asks_each_and_takes_new_ones() -> None:
    talk = Talk(small(RERATE)).type("shame 85, anxiety 70").press("v.done")
    assert "How strong is shame now?" in talk.shown
    talk.label("60").skip()
    assert "new feeling" in talk.shown
    talk.type("hopeful").type("about 30").press("v.done")
    assert talk.answers["now"] == [
        {"name": "shame", "rating": 60},
        {"name": "anxiety", "rating": None},
        {"name": "hopeful", "rating": 30},
    ]
    assert "shame 85 → 60" in talk.shown
    assert talk.asked is None


def test_a_feeling_added_later_is_rated_later_too() -> None:
    talk = Talk(small(RERATE)).type("shame 85").press("v.done").label("60").press("v.done")
    talk.press("e.moods").type("anger 50").press("v.done")
    assert talk.asked == "now"
    assert "How strong is anger now?" in talk.shown
    assert talk.label("20").press("v.done").asked is None


def test_rerate_goes_back_item_by_item() -> None:
    talk = Talk(small(RERATE)).type("shame 85, anger 70").press("v.done").label("60")
    assert "anger now" in talk.shown
    assert "shame now" in talk.back().shown
    assert talk.back().asked == "moods"


# Moving ------------------------------------------------------------------------------------------


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


def test_too_much_is_an_answer_where_words_are() -> None:
    assert Talk(one("text")).type("too much").answers == {"it": "too much"}
    smallest = Talk(one("scale", SCALE), variant="minute").type("too much")
    assert smallest.session.notes == ("too much",)


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


# Stages, locks -----------------------------------------------------------------------------------


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


# Taps --------------------------------------------------------------------------------------------


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


# Bursts ------------------------------------------------------------------------------------------


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


# Small things ------------------------------------------------------------------------------------


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
