"""A worksheet over days: its stages, what is put off, what is locked, what may be chosen."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from conversations.effects import Added, Completed, Schedule, Stale
from conversations.events import Resumed, SteppedDown
from conversations.fingerprints import fingerprint
from conversations.loader import load
from conversations.session import Option, Variant
from homework import packaged
from tests.support.sheets import EXPERIMENT, small
from tests.support.talk import EVENING, Talk


def planned(**how: Any) -> Talk:
    talk = Talk(small(EXPERIMENT), **how).type("ask a question").skip()
    return talk.label("Tomorrow").label("18:00").press("f")


def schedule(talk: Talk) -> Schedule:
    return next(effect for effect in talk.effects if isinstance(effect, Schedule))


def test_not_yet_asks_the_same_stage_anew_and_no_outcome() -> None:
    talk = planned().happen(Resumed())
    assert talk.asked == "did"
    talk.label("Not yet").skip().label("Tomorrow").label("18:00")
    assert talk.asked is None, "a review before it is put off"
    talk.press("f")
    put_off = schedule(talk)
    assert (put_off.stage, talk.session.status) == ("checkin", "waiting")
    assert put_off.at is not None and put_off.at > talk.now
    assert put_off.put_off["did"] == "not_yet"
    assert "I will ask you again on" in talk.shown
    assert {"did", "new_day", "new_clock"}.isdisjoint(talk.answers)
    assert talk.happen(Resumed()).asked == "did"


def test_what_was_put_off_stays_in_the_history() -> None:
    talk = planned().happen(Resumed()).label("Not yet").skip().label("Tomorrow").skip().press("f")
    kept = [row for row in talk.history if row.step == "did"]
    assert [(row.value, row.how) for row in kept] == [("not_yet", "answered"), (None, "again")]


def test_a_stage_may_be_put_off_many_times_and_then_answered() -> None:
    talk = planned()
    for _ in range(4):
        talk.happen(Resumed()).label("Not yet").skip().label("Tomorrow").skip().press("f")
        assert schedule(talk).put_off
    talk.happen(Resumed()).label("Yes").type("they answered").press("f")
    assert talk.has(Completed)
    assert talk.answers["happened"] == "they answered"


def test_a_smaller_step_is_added_to_the_plan_whose_words_stay() -> None:
    talk = planned().happen(Resumed())
    talk.label("Not yet").type("ask Ana only").label("Tomorrow").skip().press("f")
    assert talk.answers["what"] == "ask a question\nask Ana only"
    assert "ask Ana only" in talk.happen(Resumed()).shown
    assert [row.how for row in talk.history if row.step == "what"] == ["answered", "appended"]


def test_one_can_go_back_from_the_outcome_to_the_check_in() -> None:
    talk = planned().happen(Resumed()).label("Yes")
    assert talk.asked == "happened"
    assert talk.back().asked == "did"
    talk.label("Not yet").skip().label("Tomorrow").skip().press("f")
    assert schedule(talk).put_off


def test_the_review_of_a_later_stage_shows_that_stage_and_what_is_locked() -> None:
    talk = planned().happen(Resumed()).label("Yes").type("they answered")
    assert {"e.what", "e.did", "e.happened"} <= set(talk.buttons.values())
    assert {"e.place", "e.day"}.isdisjoint(talk.buttons.values())


@pytest.mark.parametrize("said", ["2026-05-04", "yesterday"])
def test_a_day_that_is_over_is_not_taken(said: str) -> None:
    talk = Talk(small(EXPERIMENT)).type("ask").skip().type(said)
    assert (talk.refused(), talk.asked) == ("refuse-over", "day")


def test_a_time_that_is_over_is_not_taken() -> None:
    talk = Talk(small(EXPERIMENT)).type("ask").skip().label("Today").type("18:00")
    assert (talk.refused(), talk.asked) == ("refuse-over-today", "clock")
    assert talk.label("23:00").asked is None


def test_a_time_that_is_over_is_not_offered() -> None:
    talk = Talk(small(EXPERIMENT)).type("ask").skip().label("Today")
    assert "18:00" not in talk.buttons and "23:00" in talk.buttons
    assert "18:00" not in talk.type("late").buttons, "nor when it is asked once more"
    talk.back().label("Tomorrow")
    assert "18:00" in talk.buttons
    talk.back().label("Today").now += timedelta(hours=1, minutes=30)
    assert "23:00" in talk.buttons
    assert talk.label("23:00").refused() == "refuse-over-today"
    assert "23:00" not in talk.buttons


def test_today_is_not_offered_when_all_its_times_are_over() -> None:
    late = EVENING + timedelta(hours=1, minutes=30)
    talk = Talk(small(EXPERIMENT), now=late).type("ask").skip()
    assert "Today" not in talk.buttons and "Tomorrow" in talk.buttons
    assert "Today" not in talk.type("soon").buttons, "nor when it is asked once more"
    talk.now += timedelta(hours=8)
    assert "Today" in talk.type("soon").buttons, "the next morning it is"


def test_a_day_that_is_not_offered_can_be_typed() -> None:
    late = EVENING + timedelta(hours=1, minutes=30)
    talk = Talk(small(EXPERIMENT), now=late).type("ask").skip()
    assert talk.type("today").type("23:55").asked is None


def test_a_day_with_no_button_left_is_typed() -> None:
    only = small(EXPERIMENT.replace('suggest = ["today", "tomorrow"]', 'suggest = ["today"]'))
    late = EVENING + timedelta(hours=1, minutes=30)
    talk = Talk(only, now=late).type("ask").skip()
    assert talk.asked == "day" and "Today" not in talk.buttons
    assert talk.type("tomorrow").label("23:00").asked is None


def test_words_that_were_locked_are_not_taken_back() -> None:
    talk = Talk(small(EXPERIMENT), variant="minute").type("ask").burst("them")
    undo = next(e.ask for e in talk.effects if isinstance(e, Added))
    talk.skip().label("Tomorrow").label("18:00")
    assert "what" in talk.press("f").session.locked
    assert talk.press("u", undo).has(Stale)
    assert talk.answers["what"] == "ask\nthem"


def test_today_is_the_clients_own() -> None:
    tokyo = EVENING.astimezone(ZoneInfo("Asia/Tokyo"))  # already the next morning there
    talk = Talk(small(EXPERIMENT), now=tokyo).type("ask").skip().label("Today").label("18:00")
    at = schedule(talk.press("f")).at
    assert at is not None and at - EVENING == timedelta(hours=11)


def test_without_a_moment_the_stage_begins_at_once() -> None:
    sheet = small(
        '[[stages]]\nid = "a"\nreview_in = []\n[[stages]]\nid = "b"\nstarts = { on = "day" }\n'
        '[[steps]]\nid = "day"\nkind = "date"\nprompt = "Day?"\nstage = "a"\n'
        '[[steps]]\nid = "did"\nkind = "yes_no"\nprompt = "Did you?"\nstage = "b"\n'
    )
    talk = Talk(sheet).skip()
    assert (talk.session.status, talk.asked, schedule(talk).at) == ("open", "did", None)


def test_a_smaller_form_while_it_waits_opens_the_stage_in_that_form() -> None:
    talk = planned().happen(SteppedDown("minute"))
    assert (talk.session.status, talk.session.variant, talk.asked) == ("open", "minute", "did")
    assert talk.label("Yes").type("fine").has(Completed), "no review in this form"


# What is handed in by name ------------------------------------------------------------------------

NAMED = (
    '[[steps]]\nid = "one"\nkind = "scale"\nmax = 10\nnamed = true\nlabel = "{name}"\n'
    'prompt = "How strong is {name}?"\nlow = "none"\nhigh = "most"\n'
    '[[steps]]\nid = "two"\nkind = "scale"\nmax = 10\nnamed = true\nlabel = "{name}"\n'
    'prompt = "How strong is {name}?"\nlow = "none"\nhigh = "most"\n'
    '[[steps]]\nid = "note"\nkind = "text"\nprompt = "Note?"\n'
)


def test_a_named_rating_is_asked_by_its_name_and_not_at_all_without_one() -> None:
    talk = Talk(small(NAMED), handed={"one": (Option("one", "<b>tense</b>"),)})
    assert "How strong is &lt;b&gt;tense&lt;/b&gt;?" in talk.question.message.html
    assert "1 of 2" in talk.question.message.html
    talk.label("4")
    assert talk.asked == "note"
    talk.skip()
    assert "✎ <b>tense</b>" in talk.buttons
    assert "<b>&lt;b&gt;tense&lt;/b&gt;</b>\n4" in talk.question.message.html


# Rules --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('on = "new_day"', 'on = "day"', '"day" must be a date step of the stage that is asked'),
        ('at = "new_clock"', 'at = "did"', '"did" must be a time step of the stage that is asked'),
        ('is = "not_yet" }, on', 'is = "maybe" }, on', '"did" has no choice "maybe"; use yes'),
        ('when = { step = "did", is = "not_yet" }, on', 'when = { step = "what", answered = true }'
         ', on', '"what" is no step of the stage that is asked anew; choose did'),
        ('adds_to = "what"', 'adds_to = "day"', '"adds_to" must name an earlier text step'),
        ('beside = "what"', 'beside = "day"', '"beside" must name an earlier text step'),
        (', on = "new_day", at', ", wann = 1, at", '"wann" is not known here'),
    ],
)  # fmt: skip
def test_stages_that_are_asked_anew_have_rules(old: str, new: str, sentence: str) -> None:
    head = 'format = 1\nid = "small"\nversion = 1\ntitle = "Small"\n'
    assert EXPERIMENT.count(old) == 1
    found = load(head + EXPERIMENT.replace(old, new), "x.toml")
    assert isinstance(found, list)
    assert any(sentence in str(problem) for problem in found), [str(each) for each in found]


def test_a_named_rating_must_say_the_name() -> None:
    found = load(
        'format = 1\nid = "small"\nversion = 1\ntitle = "Small"\n'
        + NAMED.replace("is {name}?", "is it?", 1),
        "x.toml",
    )
    assert isinstance(found, list)
    assert "write {name} where the name belongs" in str(found[0])


# Forms and versions -------------------------------------------------------------------------------


def test_what_a_new_field_is_not_used_for_keeps_its_version() -> None:
    sheet = packaged.worksheets()["thought_record_3col"]
    assert fingerprint(sheet) == fingerprint(sheet.model_copy(update={"momentary": False}))


FORMS: list[Variant] = ["full", "light", "minute"]


@pytest.mark.parametrize("form", FORMS)
def test_saved_rows_add_up_over_the_stages(form: Variant) -> None:
    talk = planned(variant=form)
    assert [row.step for row in talk.history] == ["what", "place", "day", "clock"]
