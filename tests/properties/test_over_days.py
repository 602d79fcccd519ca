"""Sheets over days, in each form: whatever is answered, put off or gone back on, there is an end.

Days pass between the parts. Nothing that was put off is lost from the history, what was locked
keeps its first words, and a part that waits has a moment that is still to come.
"""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from conversations.effects import Saved, Schedule
from conversations.events import Answered, Resumed, SteppedDown
from conversations.model import Worksheet
from conversations.path import cannot_yet
from conversations.session import CLOSED, VARIANTS, Json
from homework import packaged
from tests.support.examples import examples
from tests.support.sheets import EXPERIMENT, HANDED, every_kind, small
from tests.support.talk import Talk

SHEETS: dict[str, Worksheet] = {
    **{name: one for name, one in packaged.worksheets().items() if len(one.stages) > 1},
    "self_monitoring": packaged.worksheets()["self_monitoring"],
    "every_kind": every_kind(),
    "small": small(EXPERIMENT),
}
HANDED_NAMES = HANDED | {f"state_{n}": HANDED["client"][:1] for n in (1, 2)}
WORDS = ["they will laugh", "tomorrow", "18:00", "60", "not yet", "Friday", "no"]
ANSWERS = ("v.cant", "v.no", "v.did", "v.yes", "v.done", "v.60", "v.6", "v.tomorrow", "v.18:00")
ENDS = ("f", *ANSWERS, "v.18:30", "v.ok", "s", "v.keep")
MOST_STEPS = 60


class OverDays(RuleBasedStateMachine):
    """Somebody who answers, puts off, goes back and makes the form smaller, over weeks."""

    @initialize(
        name=st.sampled_from(sorted(SHEETS)),
        variant=st.sampled_from(VARIANTS),
        planned=st.booleans(),
    )
    def begin(self, name: str, variant: str, planned: bool) -> None:
        self.talk = Talk(SHEETS[name], variant=variant, handed=HANDED_NAMES)  # pyright: ignore
        self.first: dict[str, Json] = {}
        for _ in range(MOST_STEPS if planned else 0):
            if self.talk.session.status == "open":
                self.go_towards_the_end()

    @property
    def closed(self) -> bool:
        return not hasattr(self, "talk") or self.talk.session.status in CLOSED

    @precondition(lambda self: not self.closed and self.talk.session.status == "open")
    @rule(data=st.data())
    def press(self, data: st.DataObject) -> None:
        value = data.draw(st.sampled_from(sorted(self.talk.buttons.values())))
        if value not in ("h", "p"):
            self.talk.press(value)
            self.looked()

    @precondition(lambda self: not self.closed and self.talk.session.status == "open")
    @rule(text=st.sampled_from(WORDS))
    def write(self, text: str) -> None:
        self.talk.type(text)
        self.looked()

    @precondition(lambda self: not self.closed and self.talk.asked == "did")
    @rule()
    def not_yet(self) -> None:
        if self.talk.session.status == "open" and "v.not_yet" in self.talk.buttons.values():
            self.talk.press("v.not_yet")

    @precondition(lambda self: not self.closed and self.talk.session.status == "waiting")
    @rule(early=st.booleans(), smaller=st.sampled_from([None, *VARIANTS]))
    def come_back(self, early: bool, smaller: str | None) -> None:
        self.talk.now += timedelta(hours=1) if early else timedelta(days=3)
        self.talk.happen(SteppedDown(smaller) if smaller else Resumed())  # pyright: ignore
        self.looked()

    @precondition(lambda self: not self.closed and self.talk.session.status == "waiting")
    @rule(text=st.sampled_from(WORDS))
    def write_while_it_waits(self, text: str) -> None:
        before = len(self.talk.history)
        self.talk.happen(Answered(text, self.talk.now))
        self.looked()
        assert len(self.talk.history) > before, "the words were lost"

    @precondition(lambda self: self.closed)
    @rule()
    def nothing_more(self) -> None:
        assert self.talk.happen(Resumed()).session.status in CLOSED

    def looked(self) -> None:
        for effect in self.talk.effects:
            if isinstance(effect, Schedule):
                self.check(effect)

    def check(self, order: Schedule) -> None:
        if order.at is not None:
            assert order.at > self.talk.now
            assert self.talk.session.stage == order.stage
        if order.put_off:
            gone = {e.step for e in self.talk.effects if isinstance(e, Saved) and e.how == "again"}
            assert order.put_off.keys() <= gone
            kept = {(row.step, str(row.value)) for row in self.talk.history}
            assert all((step, str(value)) in kept for step, value in order.put_off.items())

    @invariant()
    def what_is_locked_keeps_its_first_words(self) -> None:
        if not hasattr(self, "talk"):
            return
        for step in self.talk.session.locked:
            now = self.talk.answers[step]
            first = self.first.setdefault(step, now)
            if isinstance(first, str) and isinstance(now, str):
                assert now.startswith(first)
            else:
                assert now == first or cannot_yet(first)

    @invariant()
    def a_part_that_waits_asks_when_one_comes_back(self) -> None:
        if self.closed or self.talk.session.status != "waiting":
            return
        step = self.talk.worksheet.by_id[self.talk.asked or ""]
        assert step.stage == self.talk.session.stage

    def teardown(self) -> None:
        """From anywhere an end is reached by what stands on the buttons, in so many steps."""
        if not hasattr(self, "talk"):
            return
        for _ in range(MOST_STEPS):
            if self.closed:
                return
            if self.talk.session.status != "open":
                self.talk.happen(Resumed())
            asked = replace(self.talk.session.asked, delivered_at=self.talk.now)
            self.talk.session = replace(self.talk.session, asked=asked)
            self.go_towards_the_end()
        raise AssertionError(f"no end from {self.talk.asked} of {self.talk.worksheet.id}")

    def go_towards_the_end(self) -> None:
        """Press what leads on; a time that is over already is answered by a later one."""
        shown = self.talk.buttons.values()
        first = next((value for value in shown if value.startswith("v.")), None)
        way = next((value for value in ENDS if value in shown), first)
        step = self.talk.worksheet.by_id.get(self.talk.asked or "")
        late = way is None and step is not None and step.kind == "time"  # no time of today is left
        if late or self.talk.refused() == "refuse-over-today":
            self.talk.type("23:59")
        elif way is None:
            self.talk.type("at home")
        else:
            self.talk.press(way)


TestOverDays = OverDays.TestCase
TestOverDays.settings = settings(
    max_examples=examples(150, one_in=10),
    stateful_step_count=40,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
