"""How strong a rating of distress is, on any scale; which ratings count is word of the sheet."""

from dataclasses import replace

import pytest

from conversations.distress import strongest
from conversations.session import Json
from homework import packaged, steadying
from tests.support.talk import Talk

TABLE: list[tuple[str, dict[str, Json], int]] = [
    ("thought_record_3col", {}, 0),
    ("thought_record_3col", {"moods": [{"name": "sad", "rating": 80}]}, 80),
    ("thought_record_3col", {"moods": [{"name": "sad"}, {"name": "low", "rating": 15}]}, 15),
    ("thought_record_7col", {"hot_belief": 100, "moods": [{"name": "sad", "rating": 40}]}, 40),
    ("thought_record_7col", {"moods_now": [{"name": "sad", "rating": 90}]}, 90),
    ("self_monitoring", {"state_1": 7, "state_3": 9}, 90),
    ("expressive_writing", {"before": 30, "later": 100}, 100),
    ("worry_postponement", {"after": 60}, 60),
    ("relaxation_practice", {"before": 8, "after": 2}, 80),
    ("exposure", {"start": 100, "peak": 100, "expected": 100}, 0),
    ("behavioural_experiment", {"belief_before": 100}, 0),
    ("activity_monitoring", {"mood": 100, "joy": 10}, 0),
]


@pytest.mark.parametrize(("sheet", "answers", "found"), TABLE)
def test_the_strongest_rating_counts_of_a_hundred(
    sheet: str, answers: dict[str, Json], found: int
) -> None:
    worksheet = packaged.worksheets()[sheet]
    session = replace(Talk(worksheet).session, answers=answers)
    assert strongest(worksheet, session) == found


def test_a_step_towards_what_is_feared_has_a_text_at_a_stop_and_no_number() -> None:
    for sheet in packaged.worksheets().values():
        assert not (sheet.distress and steadying.ends_at_stop(sheet)), sheet.id
    assert steadying.ends_at_stop(packaged.worksheets()["exposure"])


@pytest.mark.parametrize("locale", packaged.locales())
def test_every_shipped_text_is_there_in_every_language(locale: str) -> None:
    texts = packaged.texts(locale, strict=True)
    shown = {name: steadying.grounding(texts, name) for name in steadying.SHIPPED}
    assert len(set(shown.values())) == len(steadying.SHIPPED)
    assert steadying.grounding(texts, "") == ""
    assert steadying.grounding(texts, "a < b") == "a &lt; b"
