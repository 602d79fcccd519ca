"""What adds up over all sheets of a kind: from five on, whichever way it comes out."""

from datetime import UTC, datetime, timedelta

import pytest

from conversations.loader import load
from conversations.session import Json
from homework import packaged
from homework.store.entries import Written
from homework.tallies import adds_up, lines, own
from tests.support.sheets import HEAD

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
TEXTS = packaged.texts("en", strict=True)
WORRY = packaged.worksheets()["worry_outcome"]
ACTIVITY = packaged.worksheets()["activity_scheduling"]


def written(
    place: int, sheet: str, *, sharing: str = "all", state: str = "done", **said: Json
) -> Written:
    at = NOW + timedelta(days=place)
    return Written(
        id=f"e{place}",
        client="c",
        session=f"s{place}",
        assignment="a",
        occurrence=None,
        worksheet=sheet,
        variant="full",
        state=state,
        sharing=sharing,
        body={"answers": said},
        began_at=at,
        closed_at=at,
    )


def worries(*came: str, sharing: str = "all", state: str = "done") -> list[Written]:
    return [
        written(place, WORRY.id, sharing=sharing, state=state, came=one, likely=10 * place)
        for place, one in enumerate(came)
    ]


def test_below_five_nothing_is_told() -> None:
    few = worries("no", "no", "yes", "partly", "unclear", "unclear")
    assert own(WORRY, few, TEXTS) == ""
    assert lines(WORRY, few, TEXTS) == []


def test_from_five_on_the_client_reads_it_in_plain_words() -> None:
    found = worries("no", "no", "yes", "partly", "unclear", "no")
    said = "You have looked back on 5 of these so far. Did it come true? No 3 · In part 1 · Yes 1"
    assert own(WORRY, found, TEXTS) == said


def test_it_is_told_the_same_way_when_all_of_them_came_true() -> None:
    assert own(WORRY, worries(*["yes"] * 5), TEXTS).endswith("Did it come true? Yes 5")


def test_a_therapist_reads_what_was_expected_beside_what_came() -> None:
    found = worries("no", "no", "yes", "partly", "unclear", "no")
    assert lines(WORRY, found, TEXTS) == [
        "Worry check: what came of it: looked back on 5 so far. Came true: "
        "No 3 · In part 1 · Yes 1; not counted: I cannot tell 1; "
        "before, How likely was 22 on average of 5"
    ]


@pytest.mark.parametrize(("sharing", "state"), [("summary", "done"), ("all", "partial")])
def test_what_is_kept_or_not_finished_is_not_counted(sharing: str, state: str) -> None:
    assert lines(WORRY, worries(*["no"] * 9, sharing=sharing, state=state), TEXTS) == []


def test_guess_and_real_are_averaged_over_those_who_have_both() -> None:
    found = [
        written(place, ACTIVITY.id, sharing="summary", joy_guess=3, joy=place) for place in range(5)
    ]
    found += [written(9, ACTIVITY.id, joy_guess=10), written(10, ACTIVITY.id, joy=10)]
    said = "Joy, guess → real: 3.0 → 2.0 on average of 5 so far"
    assert lines(ACTIVITY, found, TEXTS) == [said]
    hidden = [written(place, ACTIVITY.id, sharing="nothing", joy_guess=3, joy=3) for place in (1,)]
    assert lines(ACTIVITY, found[:4] + hidden, TEXTS) == []


def test_a_sheet_without_either_adds_nothing_up() -> None:
    assert not adds_up(packaged.worksheets()["thought_record_3col"])
    assert adds_up(WORRY) and adds_up(ACTIVITY)


STEPS = (
    '[[steps]]\nid = "likely"\nkind = "scale"\nlow = "l"\nhigh = "h"\nprompt = "L?"\n'
    '[[steps]]\nid = "came"\nkind = "choice"\nprompt = "Came?"\n'
    'choices = [{ id = "yes", label = "Yes" }]\n'
)


@pytest.mark.parametrize(
    ("tally", "rule"),
    [
        ('{ step = "likely", counted = ["yes"] }', '"likely" must be a choice step'),
        ('{ step = "came", counted = ["no"] }', '"came" has no choice "no"'),
        (
            '{ step = "came", counted = ["yes"], expected = "came" }',
            '"came" must be a scale step',
        ),
    ],
)
def test_a_tally_that_cannot_be_counted_is_told(tally: str, rule: str) -> None:
    found = load(f"{HEAD}tally = {tally}\n{STEPS}", "x.toml")
    assert isinstance(found, list)
    assert [problem.rule for problem in found] == [rule]
    right = '{ step = "came", counted = ["yes"], expected = "likely" }'
    assert not isinstance(load(f"{HEAD}tally = {right}\n{STEPS}", "x.toml"), list)
