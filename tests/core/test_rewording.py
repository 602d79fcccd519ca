"""A message is edited after it was taken: what becomes of the answer it gave."""

from datetime import timedelta

import pytest

from conversations.brought import Brought
from conversations.codec import fold
from conversations.effects import Reworded, Saved
from conversations.events import Ticked
from conversations.rewording import reword
from tests.support.sheets import every_kind, one
from tests.support.talk import Talk

SCALE = 'low = "none"\nhigh = "most"'
MOODS = SCALE + '\nrate_prompt = "How strong is {name}?"'


class Phone:
    """A talk whose messages can be edited. `letters`: what each message brought, by number."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.letters: list[list[Brought]] = []

    def type(self, text: str, *, burst: bool = False) -> int:
        before = dict(self.talk.answers)
        (self.talk.burst if burst else self.talk.type)(text)
        self.letters.append([])
        self._keep(len(self.letters) - 1, before)
        return len(self.letters) - 1

    def edit(self, number: int, text: str) -> list[str]:
        """Edit a message; return what came of it."""
        talk, before = self.talk, dict(self.talk.answers)
        outcome = reword(
            talk.worksheet,
            talk.session,
            self.letters[number],
            text,
            now=talk.now,
            language=talk.texts.language,
        )
        talk._take(outcome, arrives=True)  # pyright: ignore[reportPrivateUsage]
        self._keep(number, before)
        again = fold(talk.history)
        assert (dict(again.answers), again.notes) == (dict(talk.answers), talk.session.notes)
        return [effect.what for effect in talk.effects if isinstance(effect, Reworded)]

    def _keep(self, number: int, before: dict[str, object]) -> None:
        kept = self.letters[number]
        for saved in self.talk.effects:
            if not isinstance(saved, Saved):
                continue
            if saved.how == "reworded":
                value = saved.value
                assert isinstance(value, dict)
                for place, each in enumerate(kept):
                    if (each.how == "noted") == ("was" in value) and each.step == saved.step:
                        said = str(value["now"])
                        kept[place] = Brought(each.step, each.how, each.before, each.after, said)
            elif saved.how == "noted" or not any(
                each.step == saved.step and each.how != "noted" for each in kept
            ):
                was = None if saved.how == "noted" else before.get(saved.step)
                kept.append(Brought(saved.step, saved.how, was, saved.value))  # pyright: ignore


def phone(kind: str, more: str = "") -> Phone:
    return Phone(Talk(one(kind, more)))


@pytest.mark.parametrize(
    ("kind", "more", "old", "new", "value"),
    [
        ("text", "", "I cryed", "I cried", "I cried"),
        ("scale", SCALE, "60", "about seventy", 70),
        ("scale", SCALE, "60", "80%", 80),
        ("yes_no", "", "yes", "no", False),
        ("number", "", "20", "30 min", 30),
        ("time", "", "6 pm", "7 pm", "19:00"),
        ("text", "", "skip", "it was loud", "it was loud"),
        ("scale", SCALE, "skip", "40", 40),
        ("text_list", "", "they no", "they know", ["they know"]),
        ("text_list", "", "one\ntwo", "one\ntwo\nthree", ["one", "two", "three"]),
        ("moods", MOODS, "sad 80", "sad 60", [{"name": "sad", "rating": 60}]),
        ("moods", MOODS, "agry 80", "angry 80", [{"name": "angry", "rating": 80}]),
        (
            "moods",
            MOODS,
            "sad 80",
            "sad 80, angry 40",
            [{"name": "sad", "rating": 80}, {"name": "angry", "rating": 40}],
        ),
    ],
)
def test_the_answer_follows_its_message(
    kind: str, more: str, old: str, new: str, value: object
) -> None:
    line = phone(kind, more)
    assert line.edit(line.type(old), new) == ["taken"]
    assert line.talk.answers == {"it": value}
    assert "Changed. “" in line.talk.shown


def test_an_edit_may_be_edited_again() -> None:
    for kind, more, said in (
        ("text", "", ["a", "b", "c"]),
        ("scale", SCALE, ["10", "20", "30"]),
        ("text_list", "", ["a", "b", "c"]),
        ("moods", MOODS, ["sad 10", "glad 20", "mad 30"]),
    ):
        line = phone(kind, more)
        number = line.type(said[0])
        for text in said[1:]:
            assert line.edit(number, text) == ["taken"]
        other = phone(kind, more)
        other.type(said[-1])
        assert line.talk.answers == other.talk.answers


def test_an_edit_that_says_the_same_changes_nothing() -> None:
    line = phone("scale", SCALE)
    revision = line.talk.session.revision
    assert line.edit(line.type("60"), "60%") == []
    assert line.talk.effects == ()
    assert line.talk.session.revision == revision + 1  # only the answer itself


def test_one_of_several_items_is_changed_where_it_stands() -> None:
    line = phone("text_list")
    first, second = line.type("they no"), line.type("I am bad")
    assert line.edit(first, "they know") == ["taken"]
    assert line.edit(second, "I feel bad") == ["taken"]
    assert line.edit(first, "they all know") == ["taken"]
    assert line.talk.answers == {"it": ["they all know", "I feel bad"]}


def test_a_feeling_keeps_the_rating_given_since() -> None:
    line = phone("moods", MOODS)
    name = line.type("agry")
    rating = line.type("80")
    line.type("sad 40")
    assert line.edit(name, "angry") == ["taken"]
    assert line.talk.answers["it"] == [
        {"name": "angry", "rating": 80},
        {"name": "sad", "rating": 40},
    ]
    assert line.edit(rating, "70") == ["overtaken"]  # it was a rating of another name


def test_a_rating_of_one_feeling_is_changed() -> None:
    line = phone("moods", MOODS)
    line.type("sad, angry")
    first = line.type("80")
    line.type("40")
    assert line.edit(first, "70") == ["taken"]
    assert line.edit(first, "75") == ["taken"]
    assert line.talk.answers["it"] == [
        {"name": "sad", "rating": 75},
        {"name": "angry", "rating": 40},
    ]


def test_words_added_in_a_burst_change_alone() -> None:
    line = phone("text")
    first = line.type("I went out")
    more = line.type("it was cold", burst=True)
    assert line.edit(more, "it was very cold") == ["taken"]
    assert line.edit(first, "I went home") == ["taken"]
    assert line.edit(more, "it was dark") == ["taken"]
    assert line.talk.answers == {"it": "I went home\nit was dark"}


def test_an_answer_given_anew_since_is_left_alone() -> None:
    line = phone("scale", SCALE)
    first = line.type("60")
    line.talk.back()
    line.type("30")
    assert line.edit(first, "90") == ["overtaken"]
    assert line.talk.answers == {"it": 30}


def test_an_edit_that_is_no_answer_leaves_the_answer() -> None:
    line = phone("scale", SCALE)
    assert line.edit(line.type("60"), "no idea") == ["unclear"]
    assert line.talk.answers == {"it": 60}
    assert "stays: 60" in line.talk.shown


def test_the_words_beside_a_number_change_with_it() -> None:
    line = phone("scale", SCALE)
    number = line.type("60 because of hm")
    assert line.edit(number, "70 because of him") == ["taken"]
    assert (line.talk.answers, line.talk.session.notes) == ({"it": 70}, ("70 because of him",))
    assert line.edit(number, "70") == []
    assert line.talk.session.notes == ()


def test_a_day_by_which_the_next_part_was_planned_stays() -> None:
    line = Phone(Talk(every_kind()))
    talk = line.talk
    while talk.asked != "day":
        talk.type("it will go wrong") if talk.asked == "prediction" else talk.skip()
    day = line.type("tomorrow")
    assert line.edit(day, "yesterday") == ["unclear"]  # a part cannot begin in the past
    assert line.edit(day, "in 3 days") == ["taken"]
    talk.type("18:30")
    talk.label("Done")
    assert talk.session.status == "waiting"
    assert line.edit(day, "tomorrow") == ["planned"]


def test_words_that_were_kept_may_become_the_answer() -> None:
    line = phone("scale", SCALE)
    number = line.type("I do not know")
    line.edit(number, "60")
    assert (line.talk.answers, line.talk.session.notes) == ({"it": 60}, ())
    assert line.edit(number, "70") == ["taken"]


def test_what_was_picked_and_rated_again_follows() -> None:
    talk = Talk(every_kind())
    line = Phone(talk)
    while talk.asked not in ("moods", None):
        talk.skip()
    moods = line.type("agry 80")
    talk.label("That’s all")
    thought = line.type("they no")
    line.type("I am bad")
    talk.label("That’s all")
    talk.type("1")
    assert talk.answers["hot"] == "they no"
    line.edit(thought, "they know")
    assert (talk.answers["hot"], talk.answers["thoughts"]) == (
        "they know",
        ["they know", "I am bad"],
    )
    line.edit(moods, "angry 80")
    assert talk.answers["moods"] == [{"name": "angry", "rating": 80}]


def test_the_open_question_is_drawn_anew_and_not_answered() -> None:
    line = phone("moods", MOODS)
    number = line.type("agry")
    asked = line.talk.session.asked.id
    line.edit(number, "angry")
    assert line.talk.session.asked.id == asked
    assert "angry" in line.talk.question.message.html


def test_feelings_that_only_changed_places_keep_their_ratings() -> None:
    phone = Phone(Talk(one("moods", MOODS)))
    number = phone.type("sad, angry")
    phone.type("80")
    phone.type("30")
    phone.edit(number, "angry, sad")
    assert phone.talk.answers["it"] == [
        {"name": "angry", "rating": 30},
        {"name": "sad", "rating": 80},
    ]


CLOCK = 'minutes = 5\nevery = 2\nrate_prompt = "How is it?"\n' + SCALE


def at_a_rating() -> Phone:
    """A clock that runs and has just asked for a number."""
    p = phone("clock", CLOCK)
    p.talk.label("Start the clock")
    p.talk.now += timedelta(minutes=2)
    p.talk.happen(Ticked())
    return p


def test_a_rating_typed_while_a_clock_runs_changes_and_the_clock_runs_on() -> None:
    p = at_a_rating()
    number = p.type("60 and shaky")
    assert p.edit(number, "70 and shaky") == ["taken"]
    assert p.edit(number, "no idea") == ["unclear"]
    p.talk.now += timedelta(minutes=4)
    p.talk.happen(Ticked())
    assert p.talk.answers["it"] == {"ran": 300, "ratings": {"2": 70}}
    assert p.talk.session.notes == ("70 and shaky",)
    assert p.edit(number, "65") == ["taken"]
    assert p.talk.answers["it"] == {"ran": 300, "ratings": {"2": 65}}
    assert p.talk.session.notes == ()


def test_a_rating_given_anew_since_is_left_alone_and_no_edit_starts_or_sets_a_clock() -> None:
    p = at_a_rating()
    number = p.type("60")
    p.type("40")
    assert p.edit(number, "70") == ["overtaken"]
    p = phone("clock", CLOCK)
    assert p.edit(p.type("start"), "5") == ["unclear"]
    value = p.talk.answers["it"]
    assert isinstance(value, dict) and value["ran"] == 0 and "since" in value
