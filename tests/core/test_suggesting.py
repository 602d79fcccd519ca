"""What /assign proposes from what a client told: a form, times, never inside their quiet hours."""

from datetime import time

import pytest

from conversations.session import Option
from homework import suggesting
from homework.profile import Profile
from homework.waking import Waking
from tests.support.sheets import one
from tests.support.talk import Talk

SEVEN = Waking(time(7), time(9))


@pytest.mark.parametrize(
    ("told", "form"),
    [
        (Profile(), None),
        (Profile(minutes=10), None),
        (Profile(minutes=5), "light"),
        (Profile(hard=("none",)), None),
        (Profile(hard=("writing",)), "light"),
        (Profile(minutes=30, hard=("reading",)), "light"),
        (Profile(minutes=5, hard=("focus",)), "minute"),
    ],
)
def test_the_form_fits_what_was_told(told: Profile, form: str | None) -> None:
    assert suggesting.form(told) == form


def test_without_a_word_nothing_is_proposed() -> None:
    assert suggesting.times(Profile(), SEVEN) == ()
    assert suggesting.times(Profile(days="shifts"), SEVEN) == ()


def test_good_times_are_proposed_and_the_morning_follows_waking_up() -> None:
    told = Profile(best=("morning", "evening"), days="home")
    found = suggesting.times(told, SEVEN)
    assert found == (time(7, 30), time(8, 30), time(18, 30), time(20), time(20, 30))
    late = suggesting.times(Profile(best=("morning",)), Waking(time(9, 10), time(9, 10)))
    assert late == (time(10),), "half hours, and no longer morning is none"


def test_the_usual_day_stands_in_for_good_times() -> None:
    found = suggesting.times(Profile(days="work"), SEVEN)
    assert found == (time(7, 30), time(8, 30), time(12, 30), time(18), time(20), time(20, 30))


def test_times_handed_in_are_offered_in_place_of_the_sheets_own() -> None:
    sheet = one("time", 'suggest = ["08:00"]\nsuggest_from = "handed"')
    handed = {"it": (Option("17:30", "17:30"),)}
    assert _offered(Talk(sheet, handed=handed)) == ["17:30"]
    assert _offered(Talk(sheet)) == ["08:00"]
    own = one("time", 'suggest = ["08:00"]')
    assert _offered(Talk(own, handed=handed)) == ["08:00"], "only where the sheet asks for it"


def _offered(talk: Talk) -> list[str]:
    return [label for label in talk.buttons if ":" in label]
