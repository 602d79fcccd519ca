"""A form that begins with earlier answers: what fits is kept, what does not is asked."""

from collections.abc import Mapping
from datetime import UTC, datetime

from conversations import engine
from conversations.effects import Ask, Outcome, Review, Saved
from conversations.prefilling import fill
from conversations.session import Json, Option
from homework import packaged

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
FORM = packaged.form("assign")
HANDED = {
    "worksheet": (Option("thought_record_3col", "Catching"),),
    "variant": (Option("full", "Full"), Option("light", "Light")),
    "dates": (Option("2027-03-05", "Fri 5 Mar"),),
}
EARLIER: Mapping[str, Json] = {
    "worksheet": "thought_record_3col",
    "variant": "full",
    "why": "You asked for it.",
    "enough": None,
    "rhythm": "none",
    "weeks": "4",
    "sharing": "all",
}


def filled(**changed: Json) -> Outcome:
    begun = engine.start(FORM, id="s", client="c", variant="full", now=NOW, handed=HANDED).session
    return fill(FORM, begun, {**EARLIER, **changed}, now=NOW)


def asked(outcome: Outcome) -> str | None:
    last = outcome.effects[-1]
    return last.step if isinstance(last, Ask) else None


def test_everything_that_fits_is_kept_and_only_looked_through() -> None:
    outcome = filled()
    assert isinstance(outcome.effects[-1], Review)
    assert outcome.session.answers == {k: v for k, v in EARLIER.items() if v is not None}
    assert outcome.session.skipped == {"enough"}
    saved = {one.step: one.how for one in outcome.effects if isinstance(one, Saved)}
    assert saved.keys() == EARLIER.keys() and saved["enough"] == "skipped"


def test_what_is_missing_is_asked_first() -> None:
    assert asked(filled(worksheet="thought_record_3col", why=None)) == "why"


def test_what_cannot_be_chosen_any_more_is_asked() -> None:
    assert asked(filled(worksheet="withdrawn")) == "worksheet"
    assert asked(filled(rhythm="dates", dates=["2027-02-01"])) == "dates"


def test_answers_off_the_path_are_left_out() -> None:
    assert "count" not in filled(count="3").session.answers
