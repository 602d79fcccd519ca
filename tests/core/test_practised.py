"""What practice shows, in plain lines: only what is shared, and no more than was said."""

from conversations.session import Json
from homework import packaged
from homework.practised import adds_up, lines
from homework.store.entries import Written
from tests.core.test_tallies import written

TEXTS = packaged.texts("en", strict=True)
EXPOSURE = packaged.worksheets()["exposure"]
SAYING = packaged.worksheets()["assertiveness_practice"]
RELAXATION = packaged.worksheets()["relaxation_practice"]
DOING = packaged.worksheets()["activity_scheduling"]
WRITING = packaged.worksheets()["expressive_writing"]


def faced(place: int, sharing: str = "all", **said: Json) -> Written:
    answers: dict[str, Json] = {
        "item": "Take the lift", "hard": 40, "go": "alone",
        "expected": 70, "start": 60, "peak": 80, "end": 30,
        "drop": ["phone", "door"], "kept": ["door", "ask"],
    }  # fmt: skip
    return written(place, EXPOSURE.id, sharing=sharing, **(answers | said))


def relaxed(place: int, before: int, after: int, sharing: str = "all", **said: Json) -> Written:
    return written(
        place, RELAXATION.id, sharing=sharing, which="breath", before=before, after=after, **said
    )


def test_an_exposure_is_told_by_item_with_fear_and_what_was_kept() -> None:
    found = [faced(0), faced(1), faced(2, item="Stairs", hard=20), faced(3, go="not_doing")]
    assert lines(EXPOSURE, found[:3], TEXTS) == [
        "From the list so far: Take the lift (40): 2 × · Stairs (20): 1 ×",
        "Newest: fear expected 70; at the start 60, at its most 80, at the end 30",
        "Newest: planned to leave out 2, done all the same 1 of them and 1 more",
    ]
    assert lines(EXPOSURE, found, TEXTS)[0] == lines(EXPOSURE, found[:3], TEXTS)[0]


def test_of_a_summary_only_numbers_are_told_and_of_what_is_kept_nothing() -> None:
    (told,) = lines(EXPOSURE, [faced(0, "summary")], TEXTS)
    assert told.startswith("Newest: fear expected 70")
    assert lines(EXPOSURE, [faced(0, "nothing")], TEXTS) == []


def test_saying_it_is_told_by_rung_and_style() -> None:
    one = written(0, SAYING.id, moment="Ask for a seat", hard=20, did="did", style="fair")
    told = lines(SAYING, [one], TEXTS)
    assert told[-1] == "Newest, Ask for a seat (20): Clear, and fair to both"


def test_that_nothing_moves_is_said_from_seven_days_on() -> None:
    six = [relaxed(place, 6, 6) for place in range(6)]
    assert not any("No shift" in told for told in lines(RELAXATION, six, TEXTS))
    seven = [*six, relaxed(6, 6, 6)]
    assert "No shift over the last 7 days of practice: 6.0 → 6.0 on average" in lines(
        RELAXATION, seven, TEXTS
    )
    moved = [relaxed(place, 6, 5) for place in range(7)]
    assert not any("No shift" in told for told in lines(RELAXATION, moved, TEXTS))


def test_relaxation_is_told_by_week_stage_and_what_felt_worse() -> None:
    found = [relaxed(place, 6, 5) for place in range(8)]
    found.append(relaxed(8, 6, 7, trouble=["worse"]))
    told = lines(RELAXATION, found, TEXTS)
    assert "9 times in 2 weeks" in told
    assert "The last 9 were all “Slow breathing”: 6.0 → 5.2 on average" in told
    assert "Felt worse in 1 of 9" in told
    kept = [*found[:-1], relaxed(8, 6, 7, "nothing", trouble=["worse"])]
    assert not any("worse" in line for line in lines(RELAXATION, kept, TEXTS))


def test_writing_is_told_by_how_often_and_how_long() -> None:
    clock: Json = {"ran": 900, "ratings": {}}
    found = [written(place, WRITING.id, sharing="summary", writing=clock) for place in range(3)]
    assert lines(WRITING, found, TEXTS) == ["Written 3 ×, 45 minutes in all"]


def test_other_sheets_have_no_such_lines() -> None:
    other = packaged.worksheets()["thought_record_3col"]
    assert not adds_up(other) and lines(other, [], TEXTS) == []


def test_plans_are_told_by_size_from_five_on() -> None:
    plans = [("ten", "did"), ("ten", "part"), ("ten", "not_doing"), ("hour", "swapped")]
    found = [written(n, DOING.id, size=size, did=did) for n, (size, did) in enumerate(plans)]
    assert adds_up(DOING) and lines(DOING, found, TEXTS) == []
    found.append(written(4, DOING.id, size="ten", did="did"))
    assert lines(DOING, found, TEXTS) == [
        "Done, whole or in part, by how long it was to take: "
        "Up to 10 minutes: 3 of 4 · Up to an hour: 0 of 1"
    ]
    found.append(written(5, DOING.id, sharing="summary", size="hour", did="did"))
    assert "Up to an hour: 0 of 1" in lines(DOING, found, TEXTS)[0], "its answers are not shared"
