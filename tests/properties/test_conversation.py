"""Anything may happen, in any order, with a JSON round trip before every input: it must hold.

The machine runs over the shipped worksheets and one with every step kind. After each input: the
history adds up to the answers, nothing written is lost, the question asked is on the path, every
message fits and carries no markup of its writer. At the end: there is always a way out.
"""

import re
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from conversations import typed_moves
from conversations.effects import Ask, Completed, Review, Saved, Stale
from conversations.engine import current, delivered, visible_path
from conversations.events import (
    Answered,
    Chosen,
    Edited,
    Event,
    Finished,
    Paused,
    Resumed,
    Skipped,
    SteppedDown,
    Stopped,
    Ticked,
    TimedOut,
    Undone,
    WentBack,
)
from conversations.language import folded
from conversations.markup import plain, units
from conversations.model import Countdown, Moods, Pick, Rerate, Scale, Step, TextList
from conversations.path import cannot_yet, fold_name, is_open
from conversations.session import CLOSED, VARIANTS, Json
from homework import packaged
from tests.support.examples import examples
from tests.support.sheets import HANDED, every_kind
from tests.support.talk import TEXTS, Talk

SHEETS = {"every_kind": every_kind(), **packaged.worksheets(), "assign": packaged.form("assign")}
ALLOWED = re.compile(r"</?[bi]>")

SHORT = "60 6/10 150 sad yes no today tomorrow 18:30 Maple 20 ok 1 cant /skip \u202e % \x00 \ue000"
PIECES = [
    *SHORT.split(" "),
    *("sad 80, angry 40", "at home", "I do not know", "<b>&amp;", "a\nb\nc", "Checking, Asking"),
    *("\U0001f614 70", "{name}", "x" * 4096),
]
PRESSED = "ok yes no 60 7 0 done keep clear cant on.a off.a on.b on. home out k1 k2 today tomorrow"
VALUES = [*PRESSED.split(), "yesterday", "18:30", "1", "99", "go", ""]
OUT = "f v.cant s v.tomorrow v.keep v.done v.ok v.no v.60 v.6 v.0 v.home v.k1 v.did v.today v.18:30"
WAYS_OUT = [*OUT.split(), "v.full", "v.daily", "v.day", "v.none", "v.1", "v.all", "n.1"]
pieces = st.sampled_from(PIECES)
words = st.one_of(pieces, st.text(max_size=40), st.lists(pieces, max_size=4).map(" ".join))
values = st.sampled_from(VALUES)


def means_a_button(text: str) -> bool:
    """Whether words do what a button does; they are no answer then."""
    return folded(text) in typed_moves.known(TEXTS.language)


class Conversation(RuleBasedStateMachine):
    """A person who does anything at all."""

    @initialize(name=st.sampled_from(sorted(SHEETS)), variant=st.sampled_from(VARIANTS))
    def begin(self, name: str, variant: str) -> None:
        handed = HANDED | {"worksheet": HANDED["client"]}
        handed |= {name: HANDED["client"][:1] for name in ("state_1", "state_2")}
        handed |= {name: HANDED["client"] for name in ("still", "discuss")}
        self.talk = Talk(SHEETS[name], variant=variant, handed=handed)  # pyright: ignore
        self.asks = [self.talk.session.asked.id]
        self.written = ""
        self.firsts: dict[str, Json] = {}

    # What may happen ------------------------------------------------------------------------

    @rule(text=words, after=st.sampled_from([-3600, 0, 2, 30]), arrives=st.booleans())
    def write(self, text: str, after: int, arrives: bool) -> None:
        seen = self.talk.session.asked.delivered_at
        self.talk.now += timedelta(seconds=max(after, 0))
        at = (seen or self.talk.now) + timedelta(seconds=after)
        step = self.talk.worksheet.by_id.get(self.talk.asked or "")
        saved = self.happen(Answered(text, at), arrives)
        letters = [char for char in plain(text) if char.isalpha() and char.isascii()]
        if len(letters) > 1 and self.talk.refused() != "refuse-empty":
            same = isinstance(step, Moods | Rerate)  # "sad 80" once more changes nothing
            assert saved or same or means_a_button(text), "words were written and nothing was saved"

    @rule(data=st.data(), arrives=st.booleans())
    def press_what_is_there(self, data: st.DataObject, arrives: bool) -> None:
        if self.talk.session.status in CLOSED:
            return
        value = data.draw(st.sampled_from(sorted(self.talk.buttons.values())))
        if value != "h":
            self.talk.press(value)
            self.settle(arrives)
            assert not self.talk.has(Stale), f"a button of the question itself was stale: {value}"

    @rule(value=values, arrives=st.booleans())
    def press_something_else(self, value: str, arrives: bool) -> None:
        self.happen(Chosen(self.talk.session.asked.id, value), arrives)

    @rule(data=st.data(), value=values)
    def press_an_old_button(self, data: st.DataObject, value: str) -> None:
        old = [ask for ask in self.asks if ask != self.talk.session.asked.id]
        if not old or self.talk.session.status in CLOSED:
            return
        before = self.talk.session
        held = before.appended
        ask = data.draw(st.sampled_from(old))
        event: Event = data.draw(
            st.sampled_from([Chosen(ask, value), Skipped(ask), WentBack(ask), Finished(ask)])
        )
        self.happen(event, False)
        assert self.talk.session == before
        assert held == self.talk.session.appended
        assert self.talk.has(Stale)

    @rule(event=st.sampled_from([Skipped(), WentBack(), Resumed(), Skipped(), WentBack()]))
    def say(self, event: Event) -> None:
        self.happen(event, True)

    @rule(event=st.sampled_from([Paused(), Stopped(), TimedOut()]), really=st.integers(0, 9))
    def leave(self, event: Event, really: int) -> None:
        if really == 0 or isinstance(event, Paused):
            self.happen(event, True)

    @rule(seconds=st.sampled_from([0, 20, 61, 7200]), arrives=st.booleans())
    def let_time_pass(self, seconds: int, arrives: bool) -> None:
        self.talk.now += timedelta(seconds=seconds)
        self.happen(Ticked(), arrives)

    @rule(variant=st.sampled_from(VARIANTS))
    def go_smaller(self, variant: str) -> None:
        self.happen(SteppedDown(variant), True)  # pyright: ignore

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        step = data.draw(st.sampled_from([step.id for step in self.talk.worksheet.steps]))
        self.happen(Edited(self.talk.session.asked.id, step), True)

    @rule()
    def undo(self) -> None:
        held = self.talk.session.appended
        if held is not None and self.talk.session.status not in CLOSED:
            self.happen(Undone(held.ask), True)
            if self.talk.session.answers.get(held.step) != held.before:
                raise AssertionError("what was added was not taken back")

    def happen(self, event: Event, arrives: bool) -> list[Saved]:
        revision = self.talk.session.revision
        self.talk.happen(event, arrives=arrives)
        assert self.talk.session.revision >= revision
        self.settle(arrives)
        return [effect for effect in self.talk.effects if isinstance(effect, Saved)]

    def settle(self, arrives: bool) -> None:
        new = self.talk.session.asked.id
        if new in self.asks:
            return
        self.asks.append(new)
        if not arrives:
            asked = replace(self.talk.session.asked, delivered_at=None)
            self.talk.session = replace(self.talk.session, asked=asked)

    # What must hold -------------------------------------------------------------------------

    @invariant()
    def the_question_is_on_the_path(self) -> None:
        session = self.talk.session
        order = current(self.talk.worksheet, session)
        if isinstance(order, Ask) and session.status not in CLOSED:
            met = [step.id for step in visible_path(self.talk.worksheet, session)]
            assert order.step in met
        elif isinstance(order, Review):
            assert session.asked.step is None

    @invariant()
    def at_the_review_nothing_is_open(self) -> None:
        session = self.talk.session
        if session.asked.step is None and session.status == "open":
            for step in visible_path(self.talk.worksheet, session):
                assert step.id in session.skipped or not is_open(step, session), step.id

    @invariant()
    def every_message_fits_and_is_clean(self) -> None:
        for each in self.talk.messages:
            assert units(plain(each.message.html)) <= 4096
            assert plain(each.message.html).strip()
            rest = ALLOWED.sub("", each.message.html)
            assert "<" not in rest and ">" not in rest
            for row in each.message.buttons:
                assert 1 <= len(row) <= 8
                for button in row:
                    assert button.label.strip()
                    assert len(button.data.encode()) <= 64
        assert sum(each.role == "ask" for each in self.talk.messages) <= 1

    @invariant()
    def every_value_has_its_shape(self) -> None:
        for name, value in self.talk.session.answers.items():
            step = self.talk.worksheet.by_id[name]
            assert cannot_yet(value) or shaped(step, value), (step.kind, value)

    @invariant()
    def a_locked_answer_keeps_its_first_words(self) -> None:
        for name in self.talk.session.locked:
            now = self.talk.session.answers[name]
            first = self.firsts.setdefault(name, now)
            if isinstance(first, str) and isinstance(now, str):
                assert now.startswith(first)
            elif not cannot_yet(first):
                assert now == first

    def teardown(self) -> None:
        """There is a way out of every state, by what stands on the buttons."""
        if not hasattr(self, "talk"):
            return
        for turn in range(80):
            if self.talk.session.status in CLOSED:
                return
            if self.talk.session.status != "open":
                self.talk.happen(Resumed())
            self.talk.session = delivered(self.talk.session, self.talk.now)
            shown = self.talk.buttons.values()
            ways = [value for value in WAYS_OUT if value in shown]
            answers = [value for value in shown if value.startswith(("v.", "n."))]
            # An answer may be refused, as a time that is over today is: then another one is tried.
            way = next(iter(ways or answers[turn % max(1, len(answers)) :]), None)
            if way is not None:
                self.talk.press(way)
            elif turn % 3 == 0:
                self.talk.type("3")
            elif turn % 3 == 1:  # every time that is offered is over today: a later one is typed
                self.talk.type("23:59")
            else:  # or it is too late for that, too: another day
                self.talk.happen(WentBack())
            if self.talk.has(Completed):
                return
        raise AssertionError(f"no way out of {self.talk.asked} of {self.talk.worksheet.id}")


def shaped(step: Step, value: Json) -> bool:
    """Whether a value has the shape of its step's kind."""
    match step:
        case Moods() | Rerate():
            names: list[str] = []
            for item in value if isinstance(value, list) else []:
                if not isinstance(item, dict) or set(item) != {"name", "rating"}:
                    return False
                rating = item["rating"]
                if rating is not None and not (isinstance(rating, int) and rating <= step.max):
                    return False
                names.append(fold_name(str(item["name"])))
            return isinstance(value, list) and len(names) == len(set(names))
        case Scale():
            return isinstance(value, int) and 0 <= value <= step.max
        case TextList():
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        case Pick():
            return isinstance(value, str)
        case _:
            pass
    if isinstance(step, Countdown):
        return isinstance(value, dict) and value.keys() <= {"ran", "since", "ratings"}
    kinds = {"info": bool, "text": str, "choice": str, "multi": list, "number": int | float}
    kinds |= {"date": str, "time": str, "yes_no": bool}
    return isinstance(value, kinds[step.kind])


TestConversation = Conversation.TestCase
TestConversation.settings = settings(
    max_examples=examples(100, one_in=10),
    stateful_step_count=40,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
