"""Who goes next and when, in numbers."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.message import Message
from homework.outgoing import Posted
from scheduler.pacing import LATE, Line, Pace, urgency_of

PACE = Pace(per_second=10.0, in_flight=4, herd=2)


def posted(name: str, chat: int, kind: str = "ack") -> Posted:
    return Posted(name, f"p{chat}", chat, kind, Message(name))


def line(*waiting: Posted, pace: Pace = PACE) -> Line:
    made = Line(pace)
    for one in waiting:
        made.put(one, urgency_of(one.kind), 0.0)
    return made


def run(made: Line, until: float, *, lands: bool = True) -> list[tuple[float, str]]:
    """Take all that may go until a moment; each lands and is marked at once."""
    now, taken = 0.0, list[tuple[float, str]]()
    while True:
        one = made.take(now)
        if one is not None:
            taken.append((round(now, 3), one.id))
            if lands:
                made.release(one, now)
            continue
        wait = made.wait(now)
        if wait is None or now + wait > until:
            return taken
        now += max(wait, 1e-6)


def test_rule_6_messages_are_spaced_and_lanes_go_in_order() -> None:
    waiting = line(
        posted("digest", 1, "digest"), posted("prompt", 2, "prompt"), posted("reply", 3, "ack")
    )
    assert run(waiting, 1.0) == [(0.0, "reply"), (0.1, "prompt"), (0.2, "digest")]


def test_rule_6_idle_time_is_not_saved_up_for_a_burst() -> None:
    waiting = line()
    assert waiting.take(100.0) is None
    for number in range(5):
        waiting.put(posted(str(number), number), 0, 100.0)
    times: list[float] = []
    now = 100.0
    while len(times) < 4:
        one = waiting.take(now)
        if one:
            times.append(round(now, 3))
        else:
            now += waiting.wait(now) or 0.0
    assert times == [100.0, 100.097, 100.197, 100.297], "all that idle time gives is `LATE`"


@given(st.lists(st.floats(0.0, 0.02), min_size=100, max_size=100))
def test_rule_6_lateness_is_made_up_for_but_never_by_a_31st_in_a_second(late: list[float]) -> None:
    waiting = line(*(posted(str(number), number, "prompt") for number in range(100)), pace=Pace())
    now, times = 0.0, list[float]()
    for delay in late:
        now += (waiting.wait(now) or 0.0) + delay
        one = waiting.take(now)
        assert one is not None
        waiting.release(one, now)
        times.append(now)
    assert all(later - at > 1.0 for at, later in zip(times, times[30:], strict=False))
    lost = sum(max(0.0, delay - LATE) for delay in late)
    assert times[-1] <= 99 / 29.5 + lost + max(late) + 1e-6


def test_rule_6_a_reply_that_comes_in_late_goes_before_prompts_that_wait() -> None:
    waiting = line(*(posted(f"p{n}", n, "prompt") for n in range(5)))
    first = waiting.take(0.0)
    assert first is not None
    waiting.put(posted("reply", 9), 0, 0.05)
    second = waiting.take(0.1)
    assert (first.id, second and second.id) == ("p0", "reply")


def test_rule_6_a_chat_gets_four_replies_at_once_and_then_one_a_second() -> None:
    waiting = line(*(posted(str(n), 1) for n in range(6)), pace=Pace(per_second=1000.0))
    times = [round(at, 2) for at, _ in run(waiting, 10.0)]
    assert times == [0.0, 0.0, 0.0, 0.0, 1.0, 2.0]


def test_rule_6_prompts_to_one_chat_are_a_second_apart() -> None:
    waiting = line(*(posted(str(n), 1, "prompt") for n in range(3)), pace=Pace(per_second=1000.0))
    assert [round(at, 2) for at, _ in run(waiting, 10.0)] == [0.0, 1.0, 2.0]


def test_a_chat_whose_bucket_is_empty_keeps_nobody_else_waiting() -> None:
    many = [posted(f"a{n}", 1) for n in range(6)]
    waiting = line(*many, posted("b", 2), pace=Pace(per_second=1000.0))
    assert [name for at, name in run(waiting, 0.5)] == ["a0", "a1", "a2", "a3", "b"]


def test_rule_c1_the_crisis_text_waits_for_no_bucket_and_no_lane() -> None:
    many = [posted(f"a{n}", 1) for n in range(9)]
    waiting = line(*many, posted("help", 1, "crisis"))
    assert run(waiting, 0.05)[0] == (0.0, "help")
    empty = line(*many, pace=Pace(per_second=1000.0))
    run(empty, 0.5)
    empty.put(posted("help", 1, "crisis"), urgency_of("crisis"), 0.5)
    taken = empty.take(0.5)
    assert taken is not None and taken.id == "help"


def test_rule_4_2_one_message_per_chat_is_under_way_until_it_is_marked() -> None:
    waiting = line(posted("1", 1), posted("help", 1, "crisis"), posted("other", 2))
    first = waiting.take(0.0)
    second = waiting.take(0.1)
    assert first is not None and second is not None
    assert (first.id, second.id, waiting.take(0.2)) == ("help", "other", None)
    waiting.landed(first)
    assert waiting.take(0.3) is None, "landed, but its mark is not written"
    waiting.release(first, 0.4)
    third = waiting.take(0.4)
    assert third is not None and third.id == "1"


def test_rule_6_prompts_leave_room_in_the_air_for_replies() -> None:
    waiting = line(*(posted(f"p{n}", n, "prompt") for n in range(9)))
    taken = run(waiting, 2.0, lands=False)
    assert [name for _, name in taken] == ["p0", "p1"]
    waiting.put(posted("reply", 20), 0, 2.0)
    one = waiting.take(2.0)
    assert one is not None and one.id == "reply"
    assert waiting.herd == 7


def test_rule_4_4_a_pause_holds_everybody_and_a_shorter_one_does_not_end_it() -> None:
    waiting = line(posted("1", 1), posted("help", 2, "crisis"))
    waiting.pause(5.0)
    waiting.pause(2.0)
    assert waiting.paused(4.9)
    assert waiting.take(4.9) is None
    assert waiting.wait(1.0) == 4.0
    assert waiting.take(5.0) is not None


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 4), st.sampled_from(["ack", "prompt", "digest", "tidy", "crisis"])
        ),
        max_size=25,
    )
)
def test_everything_put_in_line_goes_exactly_once(plan: list[tuple[int, str]]) -> None:
    waiting = line(*(posted(str(n), chat, kind) for n, (chat, kind) in enumerate(plan)))
    taken = run(waiting, 1000.0)
    assert sorted(int(name) for _, name in taken) == list(range(len(plan)))
    assert (len(waiting), waiting.flying, waiting.herd) == (0, 0, 0)
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(taken)]
    assert all(gap > 0.098 - LATE for gap in gaps)
