"""What each kind of step takes, refuses and keeps."""

from zoneinfo import ZoneInfo

import pytest

from conversations.answers import Value, parse
from conversations.effects import Ask, Noted, Refuse, Saved
from conversations.model import Multi, OneChoice
from conversations.session import Option
from homework import packaged
from tests.support.sheets import HANDED, MOODS, PICK, SCALE, one, small
from tests.support.talk import EVENING, Talk


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


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Ask others, if all is well", ["x"]),
        ("Y, ask others, if all is well.", ["x", "y"]),
        ("ask others, if all is well; y", ["x", "y"]),
        ("ask others\ny", ["x", "y"]),
        ("ask others, if it rains", None),
        (",", None),
    ],
)
def test_multi_knows_what_stands_on_a_button_with_a_comma(
    text: str, chosen: list[str] | None
) -> None:
    labels = 'label = "Ask others, if all is well" }, { id = "y", label = "Y" }'
    talk = Talk(one("multi", f'choices = [{{ id = "x", {labels}]')).type(text)
    assert talk.answers.get("it") == chosen


@pytest.mark.parametrize("locale", packaged.locales())
def test_every_choice_of_a_sheet_can_be_typed_as_it_stands(locale: str) -> None:
    for name, original in packaged.worksheets().items():
        sheet = packaged.in_other_words(name).get(locale, original)
        for step in sheet.steps:
            if not isinstance(step, OneChoice | Multi) or step.choices_from:
                continue
            options = tuple(Option(choice.id, choice.label) for choice in step.choices)
            for choice in step.choices:
                typed = parse(step, choice.label.lower(), today=EVENING.date(), options=options)
                value = [choice.id] if isinstance(step, Multi) else choice.id
                assert typed == Value(value), (name, step.id, choice.label)


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


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "I don't want to"),
        ("en", "what is this?"),
        ("de", "keine Lust"),
        ("es", "no quiero"),
        ("ru", "не хочу"),
    ],
)
def test_not_wanting_to_and_a_question_are_no_feelings(locale: str, said: str) -> None:
    talk = Talk(one("moods", MOODS), texts=packaged.texts(locale)).type(said)
    assert talk.answers == {} and talk.refused() == "refuse-moods"
    assert talk.session.notes == (said,)


@pytest.mark.parametrize("said", ["I can't any more", "sad?", "no energy"])
def test_what_may_be_a_feeling_is_one(said: str) -> None:
    assert Talk(one("moods", MOODS)).type(said).session.item == 0


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
