"""Every shipped sheet, in every form, on every path that its answers can lead to.

Every question can be left: back, skip, pause, stop. Every path ends, or waits for a moment that its
writer chose. What is asked is shown to its reader, and what a sheet refers to is asked before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from conversations.countdown import is_running, length, ran
from conversations.effects import Ended, Outcome, Refuse, Schedule, Ticks
from conversations.engine import advance, delivered, start
from conversations.events import (
    Answered,
    Chosen,
    Event,
    Finished,
    Paused,
    Resumed,
    Skipped,
    Stopped,
    Ticked,
    TimedOut,
    WentBack,
)
from conversations.markup import plain
from conversations.model import (
    Countdown,
    Info,
    Moods,
    Multi,
    Number,
    OneChoice,
    Scale,
    Step,
    Text,
    TextList,
    Worksheet,
    YesNo,
)
from conversations.path import is_quiet, name_of, options_of, stage_path
from conversations.session import CLOSED, Json, Option, Session, Variant
from homework import packaged
from homework.keeping import body_of
from homework.reading import entry_html
from homework.store.entries import Written

NOW = datetime(2026, 5, 5, 9, 0, tzinfo=UTC)
EN = packaged.language("en")
LATER = timedelta(seconds=30)
MOST_PATHS = 5000
SHEETS = packaged.worksheets()
FORMS = [(name, form) for name in sorted(SHEETS) for form in SHEETS[name].variants]
SKIPPED = "(skipped)"


@dataclass
class Walk:
    """All paths through one form of a sheet. `asked`: the steps that stood open on any of them."""

    sheet: Worksheet
    asked: dict[str, list[Session]] = field(default_factory=dict[str, list[Session]])
    ends: list[Session] = field(default_factory=list[Session])
    refused: list[str] = field(default_factory=list[str])

    @property
    def forks(self) -> set[str]:
        """The steps on whose answers the way depends."""
        rules = [stage.again for stage in self.sheet.stages if stage.again]
        conditions = [when for step in self.sheet.steps for when in step.when]
        return {when.step for when in [*conditions, *(w for rule in rules for w in rule.when)]}

    def go(self, session: Session, steps: int = 0) -> None:
        """Follow every way from here to its end."""
        assert steps < 80, "a path does not end"
        if session.status in CLOSED:
            self.ends.append(session)
            assert len(self.ends) < MOST_PATHS
            return
        if session.status == "waiting":
            self.go(happen(self.sheet, session, Resumed()).session, steps + 1)
            return
        step = self.sheet.by_id.get(session.asked.step or "")
        if step is None:
            self.put(happen(self.sheet, session, Finished(session.asked.id)), steps)
            return
        if not session.item and step.id not in session.halfway:
            self.asked.setdefault(step.id, []).append(session)
        for answer in answers(step, session, fork=step.id in self.forks):
            self.put(given(self.sheet, session, step, answer), steps)

    def put(self, outcome: Outcome, steps: int) -> None:
        """Go on; a part that is put off ends its path: it comes to the same questions anew."""
        orders = [effect for effect in outcome.effects if isinstance(effect, Schedule)]
        if any(order.put_off for order in orders):
            assert orders[-1].at is not None, "put off, and nobody knows until when"
            self.ends.append(outcome.session)
        else:
            self.go(outcome.session, steps + 1)


def happen(sheet: Worksheet, session: Session, event: Event) -> Outcome:
    outcome = advance(sheet, session, event, now=NOW, language=EN)
    return replace(outcome, session=delivered(outcome.session, NOW))


def words_for(step: Step) -> str:
    """What is written to a step: marked, so that it is found again."""
    match step:
        case Text() | TextList():
            return f"words for {step.id}"
        case Moods():
            return "sad 60"
        case _:
            known = {"date": "tomorrow", "time": "18:00", "number": "7"}
            return "today" if getattr(step, "happened", False) else known[step.kind]


def answers(step: Step, session: Session, *, fork: bool) -> Iterator[str]:
    """Yield what may be answered: where the way depends on it, all; elsewhere, one thing."""
    match step:
        case OneChoice():
            ids = [option.id for option in options_of(step, session)]
        case YesNo():
            ids = ["yes", "no"]
        case Multi():
            ids = [f"on.{option.id}" for option in options_of(step, session)]
        case Info():
            ids = ["ok"]
        case Countdown():
            ids = ["go"]
        case _:
            ids = [""]
    yield from ids if fork else ids[:1]
    if fork and not step.required:
        yield SKIPPED


def given(sheet: Worksheet, session: Session, step: Step, answer: str) -> Outcome:
    """Give the whole answer of a step."""
    if answer == SKIPPED:
        return happen(sheet, session, Skipped())
    if answer:
        outcome = happen(sheet, session, Chosen(session.asked.id, answer))
    elif step.kind in ("scale", "rerate", "pick"):
        number = "0" if step.kind == "pick" else "6"
        outcome = happen(sheet, session, Chosen(session.asked.id, number))
    else:
        outcome = happen(sheet, session, Answered(words_for(step), NOW + LATER))
    assert not [effect for effect in outcome.effects if isinstance(effect, Refuse)], step.id
    while outcome.session.asked.step == step.id and outcome.session.status == "open":
        now = outcome.session
        rated = now.item is not None and not isinstance(step, Countdown)
        value = "6" if rated else "done"
        outcome = happen(sheet, now, Chosen(now.asked.id, value))
    return outcome


def walked(name: str, form: Variant) -> Walk:
    """Every path of a form, with something handed in wherever the sheet wants it."""
    sheet = SHEETS[name]
    handed = {
        step.id: (Option(f"h{step.id}"[:40], f"handed to {step.id}"),)
        for step in sheet.steps
        if (isinstance(step, Scale) and step.named)
        or (isinstance(step, OneChoice | Multi) and step.choices_from)
    }
    walk = Walk(sheet)
    for given in set_by_a_therapist(sheet):
        outcome = start(
            sheet, id="s", client="c", variant=form, now=NOW, handed=handed, given=given
        )
        walk.go(delivered(outcome.session, NOW))
    return walk


def set_by_a_therapist(sheet: Worksheet) -> list[dict[str, Json]]:
    """Everything that may come with a practice: each choice once; of numbers the usual one."""
    ways: list[dict[str, Json]] = [{}]
    for step in sheet.steps:
        if step.given == "therapist":
            assert isinstance(step, OneChoice | Number), "nobody knows what to set"
            values = (
                [one.id for one in step.choices] if isinstance(step, OneChoice) else [step.usual]
            )
            ways = [{**way, step.id: value} for way in ways for value in values]
    return ways


WALKS: dict[tuple[str, Variant], Walk] = {}


def walk_of(name: str, form: Variant) -> Walk:
    """The paths of a form, walked once."""
    if (name, form) not in WALKS:
        WALKS[name, form] = walked(name, form)
    return WALKS[name, form]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_every_path_ends_and_every_question_is_met(name: str, form: Variant) -> None:
    walk = walk_of(name, form)
    assert walk.ends
    asked = set(walk.asked)
    meant = {
        step.id for step in walk.sheet.steps if form in step.variants and step.given != "therapist"
    }
    alone = {step.id for step in walk.sheet.steps if step.kind == "pick"}  # picks a single one
    assert meant - asked <= alone, "no answer leads to it"
    assert asked <= meant


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_every_question_can_be_left(name: str, form: Variant) -> None:
    walk = walk_of(name, form)
    for id, sessions in walk.asked.items():
        step = walk.sheet.by_id[id]
        for session in (sessions[0], sessions[-1]):
            check_back(walk.sheet, session, step)
            check_skip(walk.sheet, session, step)
            aside = happen(walk.sheet, session, Paused()).session
            again = happen(walk.sheet, aside, Resumed()).session
            assert (aside.status, again.status, again.asked.step) == ("paused", "open", id)
            assert again.answers == session.answers
            stopped = happen(walk.sheet, session, Stopped())
            assert stopped.session.status == "stopped"
            assert [each.step for each in stopped.effects if isinstance(each, Ended)] == [id]
            if isinstance(step, Countdown):
                check_clock(walk.sheet, session, step)


def check_clock(sheet: Worksheet, session: Session, step: Countdown) -> None:
    """A clock that runs can be left in every way, ends by itself, and counts what it ran."""
    runs = happen(sheet, session, Chosen(session.asked.id, "go"))
    assert is_running(step, runs.session)
    assert [effect for effect in runs.effects if isinstance(effect, Ticks) and effect.at]
    gone = NOW + timedelta(seconds=40)
    ways: list[Event] = [Paused(), Skipped(), Stopped(), WentBack(), TimedOut()]
    for way in ways:
        left = advance(sheet, runs.session, way, now=gone)
        if any(isinstance(effect, Refuse) for effect in left.effects):
            assert isinstance(way, WentBack), "the first question"
            continue
        assert not is_running(step, left.session)
        assert ran(left.session.answers[step.id]) == 40
        assert [effect for effect in left.effects if isinstance(effect, Ticks)] == [Ticks(None)]
    aside = advance(sheet, runs.session, Paused(), now=gone).session
    again = advance(sheet, aside, Resumed(), now=gone + timedelta(days=1)).session
    on = advance(sheet, again, Chosen(again.asked.id, "go"), now=gone + timedelta(days=1)).session
    looks = 0
    now, session = gone + timedelta(days=1), on
    while session.asked.step == step.id and session.status == "open":
        now += timedelta(seconds=20)
        session = advance(sheet, session, Ticked(), now=now).session
        looks += 1
        assert looks < 400, "a clock does not end"
    assert ran(session.answers[step.id]) == length(step, session)


def check_back(sheet: Worksheet, session: Session, step: Step) -> None:
    path = [each.id for each in stage_path(sheet, session) if each.id not in session.locked]
    outcome = happen(sheet, session, WentBack())
    place = path.index(step.id)
    if place == 0:
        keys = [effect.key for effect in outcome.effects if isinstance(effect, Refuse)]
        assert keys == ["refuse-first"]
    else:
        assert outcome.session.asked.step == path[place - 1]


def check_skip(sheet: Worksheet, session: Session, step: Step) -> None:
    outcome = happen(sheet, session, Skipped())
    refused = [effect.key for effect in outcome.effects if isinstance(effect, Refuse)]
    if step.required:
        assert refused and outcome.session.asked.step == step.id
    else:
        assert not refused
        over = outcome.session.status != "open"
        assert over or outcome.session.asked != session.asked, "the question stands there still"


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_what_is_asked_is_shown_to_its_reader(name: str, form: Variant) -> None:
    walk = walk_of(name, form)
    texts = packaged.texts("en", strict=True)
    rules = [rule for stage in walk.sheet.stages for rule in (stage.starts, stage.again) if rule]
    moments = {step for rule in rules for step in (rule.on, rule.at)}  # no news once they came
    for session in walk.ends:
        if session.status != "done":
            continue
        shown = plain(entry_html(entry_of(walk.sheet, session), walk.sheet, texts))
        for id in session.answers:
            step = walk.sheet.by_id[id]
            if isinstance(step, Text | TextList):
                assert f"words for {id}" in shown
            elif id not in moments and not isinstance(step, Info) and not is_quiet(step):
                told = name_of(step, session)
                assert told in shown or _is_paired(walk.sheet, id), (id, shown)


def _is_paired(sheet: Worksheet, id: str) -> bool:
    """A first rating stands in the line of the second."""
    return any(isinstance(step, Scale) and step.before == id for step in sheet.steps)


def entry_of(sheet: Worksheet, session: Session) -> Written:
    return Written(
        id="e",
        client="c",
        session="s",
        assignment=None,
        occurrence=None,
        worksheet=sheet.id,
        variant=session.variant,
        state="done",
        sharing="all",
        body=body_of(sheet, session),
        began_at=NOW,
        closed_at=NOW,
    )


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_what_a_form_refers_to_is_asked_in_it(name: str, form: Variant) -> None:
    walk = walk_of(name, form)
    asked = [walk.sheet.by_id[id] for id in walk.asked]
    for step in asked:
        fields = ("before", "beside", "of")
        for other in filter(None, (getattr(step, each, None) for each in fields)):
            assert other in walk.asked, f"{step.id} is shown beside {other}, which is not asked"
    for stage in walk.sheet.stages:
        for rule in filter(None, (stage.starts, stage.again)):
            if rule.on and any(step.stage == stage.id for step in asked):
                assert rule.on in walk.asked and walk.sheet.by_id[rule.on].required
    assert any(step.show_back for step in asked), "nothing of it is shown back"
