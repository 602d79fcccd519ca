"""The brief: one screen, a sentence beside every number, nothing that the facts do not hold."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from conversations.markup import plain, units
from conversations.message import split_callback
from homework import packaged
from homework.brief import BriefFacts, Pairs, PracticeFacts, brief, pairs_of
from homework.brief_span import Span, Why
from homework.chain import Occurrence
from homework.missing import by_part, worth_telling

TEXTS = packaged.texts("en", strict=True)
BEGINS = datetime(2026, 5, 3, tzinfo=UTC)
DAYS = Span(date(2026, 5, 3), date(2026, 5, 9), BEGINS, BEGINS)


def told(**facts: object) -> str:
    return plain(brief(BriefFacts("c", "Fox", DAYS, **facts), TEXTS, choices=(0, 7, 28)).html)  # pyright: ignore


def test_an_empty_week_says_so_and_no_more() -> None:
    said = told()
    assert said == (
        "Fox, May 3, 2026 to May 9, 2026\n"
        "No session date is set. /session sets one.\n\n"
        "Nothing is set, and nothing was written in these days."
    )


def test_what_was_suggested_and_not_agreed_is_no_silence() -> None:
    said = told(suggested=(("Thought record", "waits for their answer"),))
    assert said.endswith("Suggested: Thought record, waits for their answer")


def test_it_opens_with_safety_and_then_the_clients_own_words() -> None:
    said = told(
        flags=("an alert of 3 March was seen",),
        noted=("I want to speak about work",),
        brought=(date(2026, 3, 4), ("Most important: my sister",)),
        pressing=("prompts on 4 days, none answered",),
        unread=2,
        practices=(PracticeFacts("a", "Thought record"),),
    ).splitlines()
    order = [
        "No session date is set",
        "An alert of 3 March was seen",
        "I want to speak about work",
        "Most important: my sister",
        "Prompts on 4 days, none answered",
        "stays unread until you open it",
        "Thought record",
    ]
    found = [next(i for i, line in enumerate(said) if part in line) for part in order]
    assert found == sorted(found)


def test_a_practice_tells_its_rate_with_what_stays_out_of_it() -> None:
    one = PracticeFacts(
        "a",
        "Thought record",
        counts={"on_time": 2, "late": 1, "partial": 1, "missed": 2, "skipped": 2},
        unprompted=1,
        stopped_at={"Evidence": 1},
        skips={"busy": 2},
        parts={"morning": (0, 3), "evening": (2, 3)},
        newest=(date(2026, 5, 8), "shame 85 → 60"),
        pairs=Pairs(3, 1, 1),
        quote=(date(2026, 5, 8), "She may be busy."),
    )
    said = told(practices=(one,), next_session="Mon 11 May 10:00")
    assert said.split("\n\n")[1].splitlines() == [
        "Thought record: 3 of 6 done (50 %), 1 partly, 2 not begun, 2 skipped,"
        " 1 written without a prompt",
        "Stopped at: “Evidence” 1 ×",
        "Skipped: busy 2 ×",
        "Not begun, by time of day: morning 0 of 3, evening 2 of 3",
        "Rated twice: 5 times; lower the second time 3, the same 1, higher 1",
        "Newest, May 8, 2026: shame 85 → 60",
        "“She may be busy.”",
    ]
    assert "Next session: Mon 11 May 10:00" in said


def test_words_of_another_day_than_the_line_above_say_of_which() -> None:
    other = (date(2026, 5, 4), "She may be busy.")
    newest = (date(2026, 5, 8), "shame 85 → 60")
    assert "“She may be busy.” (May 4, 2026)" in told(
        practices=(PracticeFacts("a", "Sheet", newest=newest, quote=other),)
    )
    assert "“She may be busy.” (May 4, 2026)" in told(
        practices=(PracticeFacts("a", "Sheet", quote=other),)
    )


def test_what_came_by_itself_says_that_it_is_not_read_and_has_a_button_for_that() -> None:
    facts = BriefFacts("c", "Fox", DAYS, asked=0, unseen=True, unread=1)
    message = brief(facts, TEXTS, choices=(0, 7, 28))
    assert "stays unread until you open it" in plain(message.html)
    assert split_callback(message.buttons[0][0].data) == ("brief~c", "seen")
    asked_for = brief(replace(facts, unseen=False, unread=0), TEXTS, choices=(0, 7, 28))
    assert "seen" not in {
        button.data.rsplit(":")[-1] for row in asked_for.buttons for button in row
    }
    assert "unread" not in asked_for.html


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("session", "Since the last session."),
        ("longer", "over 4 weeks ago"),
        ("unknown", "No earlier session is known here"),
    ],
)
def test_the_days_it_looks_at_are_explained(why: Why, said: str) -> None:
    facts = BriefFacts("c", "Fox", replace(DAYS, why=why), asked=0)
    assert said in plain(brief(facts, TEXTS, choices=(0, 7, 28)).html).splitlines()[1]


def test_no_percentage_stands_below_five() -> None:
    one = PracticeFacts("a", "P", counts={"on_time": 2, "missed": 2})
    assert "%" not in told(practices=(one,))


def test_what_did_not_arrive_is_apart_from_what_was_not_begun() -> None:
    one = PracticeFacts("a", "P", counts={"missed": 1, "not_delivered": 2})
    said = told(practices=(one,), undelivered={"too_late": 1, "unreachable": 1})
    assert "P: 0 of 1 done, 1 not begun, 2 not delivered" in said
    assert (
        "Not delivered, not their doing: 1 while the bot was not running, 1 could not be reached"
        in said
    )


def test_what_waits_to_be_read_is_one_tap_away() -> None:
    message = brief(BriefFacts("c", "Fox", DAYS, unread=2), TEXTS, choices=(0, 7, 28))
    assert message.buttons[0][0].label == "Read the 2 new entries"
    assert split_callback(message.buttons[0][0].data) == ("queue~c", "go")


def test_every_practice_with_numbers_is_one_tap_from_what_they_are() -> None:
    practices = (PracticeFacts("a", "P", counts={"on_time": 1}), PracticeFacts("b", "Q"))
    facts = BriefFacts("c", "Fox", DAYS, practices=practices)
    buttons = brief(facts, TEXTS, choices=(0, 7, 28)).buttons
    found = [split_callback(button.data) for row in buttons for button in row]
    assert found == [
        ("traced~a", "d7"),
        ("brief~c", "d0"),
        ("brief~c", "d28"),
        ("client~c", "page"),
    ]


def test_three_full_practices_stay_on_one_screen() -> None:
    words = "x" * 500
    one = PracticeFacts(
        "a",
        "A title of a sheet that is rather long",
        counts=dict.fromkeys(("on_time", "missed", "skipped", "partial", "not_delivered"), 99),
        stopped_at={"Evidence that speaks for it": 9, "Evidence against": 9},
        skips={"busy": 9, "too_hard": 9},
        parts=dict.fromkeys(("morning", "afternoon", "evening", "night"), (9, 99)),
        pairs=Pairs(99, 99, 99),
        quote=(DAYS.end, words),
    )
    assert units(told(practices=(one, one, one), put_off=9, too_much=9, kept=9)) < 2000


def test_hostile_words_stay_words() -> None:
    one = PracticeFacts(
        "a", "<b>", newest=(DAYS.end, "<i>x"), quote=(DAYS.end, "<a href='x'>"), lines=("<u>",)
    )
    html = brief(BriefFacts("c", "<Fox>", DAYS, practices=(one,)), TEXTS, choices=(0, 7, 28))
    assert all(f"&lt;{tag}" in html.html for tag in ("Fox", "b", "i", "a", "u"))


def test_pairs_are_counted_without_judgement() -> None:
    assert pairs_of([(80, 60), (60, 60), (10, 40), (50, 20)]) == Pairs(2, 1, 1)


def moment(hour: int, state: str) -> Occurrence:
    at = datetime(2026, 5, 4, hour, tzinfo=UTC)
    day = at.date()
    late = at + timedelta(hours=1)
    return Occurrence("o", "c", "a", "e", day, "main", at, "Europe/Berlin", late, state=state)


def test_parts_of_the_day_are_those_of_the_client_and_hold_what_was_due() -> None:
    found = [moment(3, "missed"), moment(9, "on_time"), moment(10, "skipped")]
    assert by_part(found) == {"morning": (1, 2)}
    assert by_part([moment(22, "missed"), moment(18, "late")]) == {
        "evening": (0, 1),
        "night": (1, 1),
    }


def test_a_pattern_is_told_from_two_on_and_where_there_is_another_part() -> None:
    assert worth_telling({"morning": (0, 1), "evening": (2, 2)})
    assert not worth_telling({"morning": (0, 9), "evening": (1, 9)})
    assert not worth_telling({"evening": (9, 9)})
