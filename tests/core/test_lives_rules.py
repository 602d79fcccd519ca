"""The witness of the simulator: what is right is not complained of, and what is wrong is seen."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.simulate.breaches import judge
from bot.simulate.carrier import Shown
from bot.simulate.evidence import Agreed, Case, Evidence, Rung, Setting
from bot.simulate.handsets import Handset, key
from bot.simulate.lives import Life, shown_end
from bot.simulate.regimens import Regimen
from homework.chain import Event, Occurrence, began, changed
from homework.schedule import Weekly
from homework.store.entries import Written

MONDAY = datetime(2027, 3, 1, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
NIGHTS = dict.fromkeys(range(1, 8), (time(22), time(8)))
NOW = MONDAY + timedelta(days=30)


def life() -> Life:
    own, carers = (Handset(user, "somebody", random.Random(1)) for user in (1, 2))
    return Life(0, own, carers, random.Random(1), zone=LONDON)


def rung(at: datetime, occurrence: str = "o1", *, chosen: bool = False) -> Rung:
    return Rung(at, occurrence, at + timedelta(hours=1), chosen, doubtful=False, calm=True)


def case(rungs: Sequence[Rung] = (), setting: Setting | None = None) -> Case:
    kept = setting or Setting(MONDAY, LONDON, NIGHTS, None)
    evidence = Evidence(rungs=list(rungs), settings=[kept])
    return Case(life(), "c1", evidence, [], {}, [], [], {}, [], NOW)


def broken(one: Case) -> list[str]:
    return [breach.rule for breach in judge(one)]


def at(day: int, clock: str) -> datetime:
    """A moment of March 2027 in London, where the clock is UTC's until the 28th."""
    return datetime.combine(MONDAY.date().replace(day=day), time.fromisoformat(clock), UTC)


def prompted(first: datetime, count: int) -> list[Rung]:
    return [rung(first + timedelta(days=day), f"o{day}") for day in range(count)]


# Friday is the 5th; its night begins at 23:00 and lasts until 10:00.
WEEKEND = NIGHTS | {5: (time(23), time(10))}


@pytest.mark.parametrize(
    ("moment", "rang_wrongly"),
    [
        (at(5, "22:30"), False),
        (at(4, "22:30"), True),
        (at(5, "23:00"), True),
        (at(6, "09:59"), True),
        (at(6, "10:00"), False),
        (at(5, "09:30"), False),
        (at(6, "22:00"), True),
    ],
)
def test_a_night_belongs_to_the_day_it_begins_on(moment: datetime, rang_wrongly: bool) -> None:
    found = broken(case([rung(moment)], Setting(MONDAY, LONDON, WEEKEND, None)))
    assert found == (["never in quiet hours"] if rang_wrongly else [])


def test_what_is_set_in_the_moment_it_rings_may_come_after_it() -> None:
    noon, auckland = at(4, "12:00"), ZoneInfo("Pacific/Auckland")
    one = case([rung(noon)])
    for moved_at, found in ((noon, []), (at(4, "11:59"), ["never in quiet hours"])):
        settings = [
            Setting(MONDAY, LONDON, NIGHTS, None),
            Setting(moved_at, auckland, NIGHTS, None),
        ]
        moved = replace(one, evidence=replace(one.evidence, settings=settings))
        assert broken(moved) == found


def test_what_was_chosen_may_ring_at_night_and_nothing_else() -> None:
    night = at(4, "23:30")
    assert broken(case([rung(night, chosen=True)])) == []
    unasked = case()
    unasked.evidence.unasked.append(night)
    assert broken(unasked) == ["never in quiet hours"]


def test_the_day_of_an_answer_is_no_silent_day_and_the_eighth_after_it_must_not_ring() -> None:
    seven, eight = case(prompted(at(1, "09:00"), 8)), case(prompted(at(1, "09:00"), 9))
    for one in (seven, eight):
        one.life.acts.append(at(1, "08:30"))
    assert broken(seven) == []
    assert broken(eight) == ["never after days of silence"]


@pytest.mark.parametrize(
    ("practices", "points", "fine"), [(4, 5, True), (5, 4, False), (4, 7, False)]
)
def test_a_series_lifts_its_own_number_alone(practices: int, points: int, *, fine: bool) -> None:
    daily = tuple(Weekly(frozenset(range(1, 8)), time(8 + hour)) for hour in range(5))
    record, series = (
        Regimen("record", 0, 14, daily),
        Regimen("points", 0, 14, daily, states=("sad",)),
    )
    agreed = [Agreed(key, one, MONDAY, NOW) for key, one in (("a1", record), ("a2", series))]
    whose = ["a1"] * practices + ["a2"] * points
    rungs = [rung(at(3, f"{8 + place:02}:00"), f"o{place}") for place in range(len(whose))]
    rows = [replace(planned(key), id=f"o{place}") for place, key in enumerate(whose)]
    chains = {one.id: [began(one, NOW)] for one in rows}
    found = broken(replace(case(rungs), occurrences=rows, agreed=agreed, chains=chains))
    assert ("never over the caps" not in found) is fine


def test_three_practices_at_a_time_are_seen_and_a_series_beside_two_is_none() -> None:
    record, series = Regimen("record", 0, 14, ()), Regimen("points", 0, 14, (), states=("sad",))
    two = [Agreed("a1", record, MONDAY, at(9, "09:00")), Agreed("a2", record, MONDAY, NOW)]
    for more, fine in (
        (Agreed("a3", series, at(3, "09:00"), NOW), True),
        (Agreed("a3", record, at(3, "09:00"), NOW), False),
        (Agreed("a3", record, at(9, "09:00"), NOW), True),
    ):
        found = broken(replace(case(), agreed=[*two, more]))
        assert found == ([] if fine else ["no more at a time than may run"])


def test_a_part_that_was_to_come_is_silent_once_somebody_ended_its_practice() -> None:
    part = replace(planned("a1"), entry=None)
    for by_hand, found in ((True, ["never after the end"]), (False, [])):
        ended = Agreed("a1", Regimen("r", 0, 14, ()), MONDAY, at(2, "09:00"), (), by_hand)
        chains = {"o1": [began(part, at(1, "09:00"))]}
        one = replace(
            case([rung(at(3, "09:00"))]), occurrences=[part], agreed=[ended], chains=chains
        )
        assert [rule for rule in broken(one) if rule == "never after the end"] == found


def test_what_was_put_off_and_did_not_ring_again_was_not_missed() -> None:
    before = replace(planned("a1"), snoozes=1, sent_at=at(3, "09:00"))
    missed = replace(before, state="missed", closed_at=at(3, "10:00"))
    closed = changed(before, missed, at(3, "10:00"), "UTC")
    assert closed is not None
    chains = {"o1": [began(before, at(3, "09:00")), closed]}
    moments = [rung(at(3, "09:00")), rung(at(3, "09:15"), chosen=True)]
    for rungs, fine in ((moments[:1], False), (moments, True)):
        found = broken(replace(case(rungs), occurrences=[missed], chains=chains))
        assert ("never the client's doing" not in found) is fine


def test_what_ran_out_while_it_was_to_rest_was_not_left() -> None:
    before = replace(planned("a1"), opened_at=at(3, "08:00"), sent_at=at(3, "07:55"))
    left = replace(before, state="partial", closed_at=at(4, "10:00"))
    closed = changed(before, left, at(4, "10:00"), "UTC")
    assert closed is not None
    one = replace(case(), occurrences=[left], chains={"o1": [began(before, MONDAY), closed]})
    for day, fine in ((4, True), (5, False)):
        rests = [(at(3, "12:00"), at(day, "09:00"))]
        resting = Agreed("a1", Regimen("r", 0, 14, ()), MONDAY, NOW, rests)
        found = broken(replace(one, agreed=[resting]))
        assert ("never the client's doing" not in found) is fine


def test_one_practice_rests_and_another_rings() -> None:
    regimen = Regimen("thought_record_3col", 0, 14, ())
    rests = [(at(2, "08:00"), at(5, "09:00"))]
    resting = Agreed("a1", regimen, MONDAY, NOW, rests)
    rang = case([rung(at(3, "09:00"))])
    for assignment, found in (("a1", ["never in a pause"]), ("a2", [])):
        one = replace(rang, occurrences=[planned(assignment)], agreed=[resting], chains=chain_of())
        assert [rule for rule in broken(one) if rule == "never in a pause"] == found


def planned(assignment: str) -> Occurrence:
    moment = at(3, "09:00")
    return Occurrence("o1", "c1", assignment, "e1", moment.date(), "only", moment, "UTC", moment)


def chain_of() -> dict[str, list[Event]]:
    return {"o1": [began(planned("a1"), at(3, "09:00"))]}


def test_an_end_comes_once() -> None:
    before = planned("a1")
    missed = replace(before, state="missed", sent_at=at(3, "09:00"), closed_at=at(3, "10:00"))
    closed = changed(before, missed, at(3, "10:00"), "UTC")
    assert closed is not None
    chains = {"o1": [*chain_of()["o1"], closed]}
    right = replace(case(), occurrences=[missed], chains=chains)
    assert broken(right) == []
    assert "one end state each" in broken(replace(right, occurrences=[before]))
    assert "ledger rebuilt equal" in broken(
        replace(right, occurrences=[replace(missed, snoozes=1)])
    )
    unsent = replace(missed, sent_at=None)
    assert "never the client's doing" in broken(replace(right, occurrences=[unsent]))


def test_only_numbers_that_were_given_may_stand_in_an_entry() -> None:
    wrote = case()
    wrote.life.typed += ["6/10", "about 40"]
    for number, found in ((60, []), (40, []), (6, []), (4, ["nothing imputed"])):
        one = replace(wrote, entries=[entry({"belief": number})])
        assert broken(one) == found


def entry(answers: dict[str, int]) -> Written:
    told = ("e", "c1", "s1", "a1", "o1", "thought_record_3col", "full", "done", "all")
    return Written(*told, {"answers": {**answers}}, MONDAY, MONDAY)


def test_the_time_that_a_prompt_shows_is_not_that_of_the_plan_below_it() -> None:
    prompt = "Hello.\n\nAbout 5 minutes. Open until 20:30.\n\nYour plan: at 18:30"
    assert shown_end(prompt, at(3, "18:00"), LONDON) == at(3, "20:30")
    midnight = prompt.replace("20:30", "midnight")
    assert shown_end(midnight, at(3, "18:00"), LONDON) == at(4, "00:00")


def test_a_prompt_is_known_by_its_buttons() -> None:
    evidence, seen = Evidence(), life()
    keys = tuple(key("", f"1:occ~o1:{way}") for way in ("start", "later"))
    shown = Shown(1, "<", "About 5 minutes. Open until 10:00.", at(3, "09:00"), 7, keys, (2,), True)
    evidence.see(seen, shown, asked=False, calm=True)
    assert [(one.occurrence, one.ends_at) for one in evidence.rungs] == [("o1", at(3, "10:00"))]
    seen.about = "o1"  # Later was pressed, too late: the answer has the prompt's buttons
    evidence.see(seen, shown, asked=True, calm=True)
    assert len(evidence.rungs) == 1
    evidence.see(seen, shown, asked=False, calm=True)
    seen.about = "o2"
    evidence.see(seen, shown, asked=True, calm=True)
    assert len(evidence.rungs) == 3
    evidence.see(seen, replace(shown, keys=(), rows=()), asked=False, calm=True)
    assert evidence.unasked == [at(3, "09:00")]
