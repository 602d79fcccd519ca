"""Any message may be edited to anything, at any time: it never raises, and the history adds up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.codec import fold
from conversations.effects import Ask, Review, Reworded, Saved
from conversations.events import Stopped
from conversations.path import visible_path
from conversations.session import CLOSED
from tests.core.test_rewording import Phone
from tests.support.sheets import HANDED, every_kind
from tests.support.talk import Talk

WORDS = [
    *("60", "6", "6/10", "150", "yes", "no", "today", "18:30", "skip", "ok", "1", "At home", "20"),
    *(
        "sad 80, angry 40",
        "sad",
        "sad 80 because",
        "a\nb\nc",
        "I do not know",
        "x" * 4096,
        "that's all",
    ),
]
words = st.one_of(st.sampled_from(WORDS), st.text(min_size=1, max_size=20))
acts = st.lists(
    st.one_of(
        st.tuples(st.just("type"), words, st.booleans()),
        st.tuples(st.just("edit"), words, st.integers(0, 40)),
        st.tuples(st.sampled_from(["back", "skip", "stop"]), st.none(), st.none()),
    ),
    max_size=30,
)


@given(acts)
@settings(deadline=None)
def test_any_edit_at_any_time(acts: list[tuple[str, str, int]]) -> None:
    talk = Talk(every_kind(), handed=HANDED)
    line = Phone(talk)
    for act, text, number in acts:
        if act == "type":
            line.type(text, burst=bool(number))
        elif act == "edit" and line.letters:
            _edit(line, number % len(line.letters), text)
        elif act in ("back", "skip"):
            getattr(talk, act)()
        elif act == "stop":
            talk.happen(Stopped())
        folded = fold(talk.history)
        assert dict(folded.answers) == dict(talk.answers)
        assert folded.notes == talk.session.notes


def _edit(line: Phone, number: int, text: str) -> None:
    talk = line.talk
    before, closed = talk.session, talk.session.status in CLOSED
    what = line.edit(number, text)
    changed = {e.step for e in talk.effects if isinstance(e, Saved)}
    assert talk.session.status == before.status or not closed
    if what and "taken" not in what:
        assert dict(talk.answers) == dict(before.answers)
    if closed:
        assert not any(isinstance(effect, Ask | Review) for effect in talk.effects)
    for effect in talk.effects:
        if isinstance(effect, Reworded) and effect.what == "taken" and effect.step:
            assert effect.step in changed
    path = {step.id for step in visible_path(talk.worksheet, talk.session)}
    asked = talk.session.asked.step
    assert talk.session.status != "open" or asked is None or asked in path
