"""The digest: who needs a look comes first, and no number stands alone."""

from datetime import date

import pytest

from conversations.markup import plain, units
from conversations.message import split_callback, tap
from homework import packaged
from homework.digest import ClientFacts, Need, Period, client_line, digest, need, page_head

TEXTS = packaged.texts("en", strict=True)
WEEK = Period(date(2026, 5, 3), date(2026, 5, 9))


def client(name: str = "Fern", **facts: object) -> ClientFacts:
    return ClientFacts(id=f"{name.lower():0<26}"[:26], code_name=name, **facts)  # pyright: ignore


NEEDS = [
    (Need.ALERT, client("Alder", alerts=1)),
    (Need.SILENT, client("Dove", silence="asked")),
    (Need.SILENT, client("Birch", silent_days=3)),
    (Need.SILENT, client("Cedar", unreachable=True)),
    (Need.SILENT, client("Dill", erased_on=date(2026, 6, 1))),
    (Need.SILENT, client("Dogwood", state="unconfirmed")),
    (Need.TOO_MUCH, client("Elm", too_much=2)),
    (Need.TOO_MUCH, client("Erika", smaller=1)),
    (Need.UNREAD, client("Fir", unread=1)),
    (Need.CHANGED, client("Gorse", agreed=("Mondays at 9",))),
    (Need.NONE, client("Hazel", silent_days=2, counts={"missed": 2})),
    (Need.NONE, client("Ivy", state="invited")),
]


@pytest.mark.parametrize(("expected", "facts"), NEEDS)
def test_need_is_the_most_pressing_reason(expected: Need, facts: ClientFacts) -> None:
    assert need(facts) is expected


def test_clients_come_in_order_of_need() -> None:
    message = digest([facts for _, facts in reversed(NEEDS)], TEXTS, WEEK)
    names = [line.split("</b>")[0][3:] for line in message.html.splitlines() if ": " in line]
    kinds = [expected for name in names for expected, facts in NEEDS if facts.code_name == name]
    assert kinds == sorted(kinds)
    assert len(names) == len(NEEDS)


def test_each_client_has_one_line_and_one_button() -> None:
    message = digest([facts for _, facts in NEEDS], TEXTS, WEEK)
    buttons = [button for row in message.buttons for button in row]
    assert [split_callback(button.data) for button in buttons] == [
        (f"client~{facts.id}", "page") for _, facts in NEEDS
    ]


def test_what_was_left_out_is_said_beside_the_rate() -> None:
    line = client_line(client(counts={"on_time": 5, "skipped": 20}, unprompted=2), TEXTS)
    assert plain(line) == "Fern: 5 of 5 done (100 %), 20 skipped, 2 written without a prompt"


def test_what_waits_for_an_answer_of_the_client_is_said_after_the_rate() -> None:
    line = plain(client_line(client(suggested=2), TEXTS))
    assert line == "Fern: nothing was due · 2 suggestions wait for their answer"


def test_how_much_rings_for_who_did_not_answer_is_said() -> None:
    halved = plain(client_line(client(silent_days=4, silence="asked"), TEXTS))
    assert "4 days, none answered · every second prompt rings until they are back" in halved
    stopped = plain(client_line(client(silent_days=7, silence="stopped"), TEXTS))
    assert "7 days, none answered · nothing rings until they are back" in stopped
    for silence in (None, "ask"):  # three days are over, but the rate is the agreed one
        assert "rings" not in client_line(client(silent_days=3, silence=silence), TEXTS)


def test_all_that_presses_is_said_in_order() -> None:
    facts = client(
        unread=3,
        unread_newest=date(2026, 5, 8),
        too_much=1,
        silent_days=4,
        counts={"on_time": 1, "missed": 2},
    )
    assert plain(client_line(facts, TEXTS)) == (
        'Fern: prompts on 4 days, none answered · said "too much" once · '
        "3 entries to read, the newest from May 8, 2026 · 1 of 3 done"
    )


def test_a_pause_is_said() -> None:
    line = client_line(client(paused_until=date(2026, 6, 1)), TEXTS)
    assert "paused until Jun 1, 2026" in line


@pytest.mark.parametrize(
    ("state", "words"), [("invited", "has not joined yet"), ("joining", "is joining")]
)
def test_who_has_not_joined_has_no_rate(state: str, words: str) -> None:
    assert plain(client_line(client(state=state), TEXTS)) == f"Fern: {words}"


def test_a_quiet_day_and_an_empty_practice_are_said() -> None:
    day = Period(WEEK.end, WEEK.end)
    assert "Nothing here waits for you" in digest([client()], TEXTS, day).html
    assert "Nothing here waits" not in digest([client(unread=1)], TEXTS, day).html
    assert "no clients here yet" in digest([], TEXTS, day).html


def test_it_is_not_calm_while_an_alert_is_open_of_nobody_in_the_list() -> None:
    alert = ("An alert of a colleague's client", tap("Show", "alert", "a" * 26, "show"))
    assert "Nothing here waits for you." not in digest([client()], TEXTS, WEEK, alerts=[alert]).html


def test_alerts_that_do_not_fit_are_counted() -> None:
    alert = ("Seen by nobody", tap("Show", "alert", "a" * 26, "show"))
    assert "more alert" not in plain(digest([client()], TEXTS, WEEK, alerts=[alert] * 10).html)
    said = plain(digest([client()], TEXTS, WEEK, alerts=[alert] * 12).html)
    assert "2 more alerts wait: /alerts shows all." in said


@pytest.mark.parametrize("count", [60, 300])
def test_it_is_one_message_however_many_clients(count: int) -> None:
    quiet = [client(f"Oak {i}", counts={"on_time": 5, "late": 1}) for i in range(count)]
    pressing = [client(f"<Ash {i}> 🌳" * 3, unread=2, silent_days=5) for i in range(count // 10)]
    message = digest([*quiet, *pressing], TEXTS, WEEK)
    assert units(plain(message.html)) <= 4096
    assert all(f"Ash {i}" in message.html for i in range(len(pressing)))
    buttons = [button for row in message.buttons for button in row]
    shown = [button for button in buttons if button.data.startswith("1:client~")]
    left = count + len(pressing) - len(shown)
    assert len(buttons) <= 100
    assert (f"{left} more client" in message.html) is (left > 0)
    assert left == 0 or split_callback(buttons[-1].data) == ("digest~page", str(len(shown)))


def test_a_button_shows_who_did_not_fit_and_in_the_end_everybody_was_shown() -> None:
    facts = [client(f"Oak {i}", counts={"on_time": 5}) for i in range(200)]
    found: list[str] = []
    while len(found) < len(facts):
        message = digest(facts, TEXTS, WEEK, first=len(found))
        buttons = [button for row in message.buttons for button in row]
        new = [button.label for button in buttons if button.data.startswith("1:client~")]
        assert new
        found += new
    assert sorted(found) == sorted(one.code_name for one in facts)


def test_the_head_of_a_page_says_what_presses_a_sentence_a_line() -> None:
    facts = client("<b>Fox</b>", agreed=("Mondays at 9",), unread=1, counts={"partial": 1})
    title, *said = page_head(facts, TEXTS, WEEK)
    assert title.startswith("<b>&lt;b&gt;Fox&lt;/b&gt;</b>, ")
    assert said == ["1 entry to read", "1 change agreed", "0 of 1 done, 1 partly"]


def test_a_clients_words_are_not_in_the_repr() -> None:
    assert "secret" not in repr(client(brought=("secret",), change_lines=("secret",)))


def test_what_is_for_the_session_is_only_news_in_the_digest() -> None:
    facts = client(brought=("For the session:", "Topic: <b>"), brought_new=True, unread=1)
    assert "wrote something for the session" in client_line(facts, TEXTS)
    assert "Topic" not in client_line(facts, TEXTS)
    read = client(brought=("For the session:",))
    assert "wrote something for the session" not in client_line(read, TEXTS)


def test_who_stopped_answering_after_a_hard_entry_stands_with_the_silent() -> None:
    facts = client(silent_days=1, after_hard=True, unread=1)
    assert need(facts) is Need.SILENT
    assert "no answer since an entry that was very hard for them" in client_line(facts, TEXTS)
    assert need(client(silent_days=1, unread=1)) is Need.UNREAD


def test_who_is_asked_less_stands_before_who_is_still_asked_every_day() -> None:
    facts = [
        client("Ash", silent_days=6),
        client("Elm", silent_days=4, silence="asked"),
        client("Oak", silent_days=4, silence="stopped"),
        client("Yew", silent_days=7),
    ]
    lines = plain(digest(facts, TEXTS, WEEK).html).splitlines()
    names = [line.partition(":")[0] for line in lines if ":" in line]
    assert names == ["Oak", "Elm", "Yew", "Ash"]


def test_code_names_that_are_alike_once_cut_short_stand_whole() -> None:
    names = [f"Who came from the far north {number}" for number in (1, 2)]
    seen = digest([client(name) for name in names], TEXTS, WEEK)
    assert {button.label for row in seen.buttons for button in row} == set(names)


def test_who_wants_all_erased_is_told_of_with_the_day_while_it_can_be_kept() -> None:
    facts = client(erased_on=date(2026, 6, 1), stopped=True)
    assert "wants everything erased: on Jun 1, 2026 it happens" in plain(client_line(facts, TEXTS))
