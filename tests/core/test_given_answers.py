"""Answers that come with a practice: shown, not asked, not changed; and a rating that is odd."""

from conversations.countdown import marks
from conversations.loader import load
from conversations.markup import plain
from conversations.model import Countdown, Worksheet
from conversations.moves import partial
from conversations.path import wrote
from conversations.session import Json
from homework import packaged
from tests.support.sheets import HEAD
from tests.support.talk import TEXTS, Talk

EXPOSURE = packaged.worksheets()["exposure"]
GIVEN: dict[str, Json] = {"item": "Take the lift", "hard": 40, "model": "find_out", "pace": 2}


def test_what_is_given_is_shown_and_not_asked() -> None:
    talk = Talk(EXPOSURE, given=GIVEN)
    assert talk.asked == "to_find_out"
    assert plain(talk.shown).startswith("The step: Take the lift\n1 of 8")
    assert not wrote(EXPOSURE, talk.session) and partial(EXPOSURE, talk.session)


def test_without_an_item_the_sheet_asks_for_it() -> None:
    talk = Talk(EXPOSURE, given={"model": "stay", "pace": 5})
    assert talk.asked == "item"
    assert "you two agreed" in talk.type("Take the lift").type("40").shown.lower()


def test_what_a_therapist_sets_is_never_asked() -> None:
    talk = Talk(EXPOSURE)
    assert talk.asked == "item"
    assert talk.type("Take the lift").type("40").asked == "expected"


PACED = """
[[steps]]
id = "pace"
kind = "number"
given = "therapist"
usual = 5
min = 2
max = 15
prompt = "Every?"

[[steps]]
id = "clock"
kind = "clock"
minutes = 10
every = 5
every_from = "pace"
rate_prompt = "How is it?"
low = "none"
high = "most"
prompt = "Do it."
"""


def test_how_often_a_number_is_asked_is_set() -> None:
    sheet = rated(PACED)
    step = sheet.by_id["clock"]
    assert isinstance(step, Countdown)
    set_so = Talk(sheet, given={"pace": 3}).session
    assert [mark.at for mark in marks(step, set_so)] == [0, 180, 360, 540]
    assert [mark.at for mark in marks(step, Talk(sheet).session)] == [0, 300]


RATED = """
[[steps]]
id = "start"
kind = "scale"
label = "At the start"
prompt = "Start?"
low = "none"
high = "most"

[[steps]]
id = "peak"
kind = "scale"
not_below = "start"
prompt = "Peak?"
low = "none"
high = "most"

[[steps]]
id = "more"
kind = "text"
prompt = "More?"
"""


def rated(text: str) -> Worksheet:
    found = load(HEAD + text, "small.toml")
    assert isinstance(found, Worksheet), found
    return found


def test_an_odd_rating_is_asked_about_once_and_then_stands() -> None:
    talk = Talk(rated(RATED)).type("60").type("40")
    assert talk.asked == "peak" and "peak" not in talk.answers
    said = plain(TEXTS.html("refuse-unlikely", label="At the start", earlier=60, given=40))
    assert said in talk.shown
    assert talk.type("40").answers["peak"] == 40


def test_a_rating_that_fits_is_not_asked_about() -> None:
    assert Talk(rated(RATED)).type("60").type("60").asked == "more"


def problems(text: str) -> str:
    found = load(HEAD + text, "small.toml")
    assert not isinstance(found, Worksheet)
    return " ".join(map(str, found))


def test_rules_of_what_is_given() -> None:
    step = '[[steps]]\nid = "a"\nkind = "text"\nprompt = "A?"\ngiven = "{}"\n'
    assert "from which list" in problems(step.format("item"))
    assert "another kind" in problems(step.format("therapist"))
    wrong = RATED.replace('not_below = "start"', 'not_below = "nobody"')
    assert "earlier scale" in problems(wrong)
