"""The buttons under a question: its answers, Back · Skip · Pause, a shorter form and help.

Every button carries the ask id it stands under and an absolute value.
"""

from typing import assert_never

from conversations import countdown
from conversations.markup import clean, shorten
from conversations.message import Button, Rows, callback
from conversations.model import (
    Clock,
    Countdown,
    Day,
    Info,
    Moods,
    Multi,
    Number,
    OneChoice,
    Pick,
    Rerate,
    Scale,
    Step,
    Text,
    TextList,
    Worksheet,
    YesNo,
)
from conversations.path import (
    is_given,
    name_of,
    next_smaller,
    options_of,
    review_path,
    stage_path,
    suggested,
    texts_of,
)
from conversations.session import Option, Session
from conversations.taps import BACK, FINISH, HELP, PAUSE, SKIP, STOP, chose, edits, smaller
from conversations.texts import Texts

OPTION_LIMIT = 80
"""Buttons shown for one question; a messenger takes 100. All options can be typed."""

Row = tuple[Button, ...]


class Keyboard:
    """Makes the buttons of one question."""

    def __init__(self, worksheet: Worksheet, session: Session, texts: Texts, ask: str) -> None:
        """`ask`: the id that every button carries."""
        self._worksheet, self._session, self._texts, self._ask = worksheet, session, texts, ask

    def question(self, step: Step, *, help_button: bool) -> Rows:
        """Return all rows under the question `step`."""
        rows = [*self._answers(step), *self._again(step)]
        if step.cannot_yet and self._session.item is None:
            rows.append((self._words("button-cannot-yet", chose("cant")),))
        rows.append(self._moves(step))
        rows.append(self._ways_out(help_button))
        return tuple(row for row in rows if row)

    def review(self, *, help_button: bool) -> Rows:
        """Return an edit button for each step, Done, and the ways out."""
        steps = review_path(self._worksheet, self._session)
        found = [
            self._button(self._texts.plain("button-edit", label=self._short(step)), edits(step.id))
            for step in steps
            if not isinstance(step, Info) and not is_given(step, self._session)
        ]
        rows = _packed(found[:OPTION_LIMIT], 2)
        rows.append((self._words("button-finish", FINISH),))
        rows.append((self._words("button-pause", PAUSE), *self._help(help_button)))
        return tuple(rows)

    def _short(self, step: Step) -> str:
        return shorten(name_of(step, self._session), 30)

    def _answers(self, step: Step) -> list[Row]:
        match step:
            case Info():
                return [(self._words("button-ok", chose("ok")),)]
            case OneChoice():
                options = options_of(step, self._session)[:OPTION_LIMIT]
                return self._options(options)
            case Multi():
                return self._switches(step)
            case Scale():
                return self._numbers(step.max)
            case Moods() | Rerate():
                rated = self._session.item is not None
                return self._numbers(step.max) if rated else self._all(step)
            case TextList():
                return [*self._which(), *self._all(step)]
            case Day():
                days = [day for day in step.suggest if day not in self._session.asked.gone]
                row = tuple(self._words(f"button-{day}", chose(day)) for day in days)
                return [row] if row else []
            case Clock():
                gone = self._session.asked.gone
                times = [at for at in suggested(step, self._session) if at not in gone]
                return _packed([self._button(time, chose(time)) for time in times], 4)
            case Countdown():
                return self._clock(step)
            case YesNo():
                yes, no = self._words("button-yes", chose("yes")), chose("no")
                return [(yes, self._words("button-no", no))]
            case Pick():
                items = texts_of(step.of, self._session)[:OPTION_LIMIT]
                return [
                    (self._button(shorten(item, 60), chose(str(place))),)
                    for place, item in enumerate(items)
                ]
            case Text():
                return self._which()
            case Number():
                return []
            case _:
                assert_never(step)

    def _clock(self, step: Countdown) -> list[Row]:
        """Start, or what may be done while it runs: rate, be done, stop."""
        value = self._session.answers.get(step.id)
        done = self._button(step.done or self._texts.plain("button-clock-done"), chose("done"))
        mark = countdown.mark_of(step, self._session)
        if mark is not None:
            asked = mark.rates and countdown.rating_at(mark, value) is None
            rows = self._numbers(step.max) if asked else []
            stop = (self._words("button-clock-stop", STOP),) if step.stop else ()
            return [*rows, (done, *stop)]
        stands = step.id in self._session.halfway and countdown.ran(value) > 0
        start = self._words("button-clock-on" if stands else "button-clock-start", chose("go"))
        return [(start, done) if stands else (start,)]

    def _which(self) -> list[Row]:
        """Whether the words sent last were a move or the answer."""
        unsure = self._session.unsure
        if unsure is None:
            return []
        form = next_smaller(self._worksheet, self._session)
        if unsure.move == "back":
            move = self._words("button-back", BACK)
        elif unsure.move == "pause" or form is None:
            move = self._words(f"button-unsure-{unsure.move.replace('_', '-')}", PAUSE)
        else:
            move = self._words(f"button-unsure-{form}", smaller(form))
        return [(move,), (self._words("button-unsure-mine", chose("mine")),)]

    def _all(self, step: Step) -> list[Row]:
        """ "That's all", once there is something in the list that stands open."""
        if step.id in self._session.halfway and step.id in self._session.answers:
            return [(self._words("button-all", chose("done")),)]
        return []

    def _options(self, options: tuple[Option, ...]) -> list[Row]:
        wide = 2 if all(len(option.label) <= 16 for option in options) else 1
        return _packed([self._button(o.label, chose(o.id)) for o in options], wide)

    def _switches(self, step: Multi) -> list[Row]:
        chosen = set(texts_of(step.id, self._session))
        rows: list[Row] = []
        for option in options_of(step, self._session)[:OPTION_LIMIT]:
            on = option.id in chosen
            key = "button-chosen" if on else "button-open"
            label = self._texts.plain(key, label=option.label)
            rows.append((self._button(label, chose(f"{'off' if on else 'on'}.{option.id}")),))
        return [*rows, (self._words("button-done", chose("done")),)]

    def _numbers(self, top: int) -> list[Row]:
        offered = self._session.offered
        values = [value for value in range(0, top + 1, top // 10) if value not in offered]
        rows = _packed([self._button(str(value), chose(str(value))) for value in values], 6)
        meant = tuple(self._button(str(value), chose(str(value))) for value in offered)
        return [meant, *rows] if meant else rows

    def _again(self, step: Step) -> list[Row]:
        """For a step that has its answer already: keep it, or begin it anew."""
        if not is_revisit(step, self._session) or self._session.item is not None:
            return []
        row = [self._words("button-keep", chose("keep"))]
        if step.id not in self._session.locked:
            if isinstance(step, Moods | TextList | Rerate):
                row.append(self._words("button-anew", chose("clear")))
            elif not step.required and not isinstance(step, Info):
                row.append(self._words("button-clear", chose("clear")))
        return [tuple(row)]

    def _moves(self, step: Step) -> Row:
        row: list[Button] = []
        if countdown.is_running(step, self._session):
            return (self._words("button-pause", PAUSE),)
        there = stage_path(self._worksheet, self._session)
        path = [each for each in there if not is_given(each, self._session)]
        inside = isinstance(step, Moods | Rerate) and bool(self._session.item)
        if self._session.editing or inside or (path and path[0].id != step.id):
            row.append(self._words("button-back", BACK))
        open_item = self._session.item is not None
        kept = step.id in self._session.answers and self._session.unsure is None
        if open_item or not (step.required or kept):
            row.append(self._words("button-skip", SKIP))
        row.append(self._words("button-pause", PAUSE))
        return tuple(row)

    def _ways_out(self, help_button: bool) -> Row:
        row: list[Button] = []
        asked = self._worksheet.by_id.get(self._session.asked.step or "")
        if countdown.is_running(asked, self._session):
            return self._help(help_button)
        unsure = self._session.unsure
        form = next_smaller(self._worksheet, self._session)
        if form and (unsure is None or unsure.move != "too_much"):  # it is offered above
            row.append(self._words(f"button-smaller-{form}", smaller(form)))
        return (*row, *self._help(help_button))

    def _help(self, wanted: bool) -> Row:
        return (self._words("button-help", HELP),) if wanted else ()

    def _words(self, key: str, value: str) -> Button:
        return self._button(self._texts.plain(key), value)

    def _button(self, label: str, value: str) -> Button:
        shown = " ".join(clean(label).split()) or "…"
        return Button(shorten(shown, 60), callback(self._ask, value))


def is_revisit(step: Step, session: Session) -> bool:
    """Whether the step is asked although it has a complete answer."""
    return step.id in session.answers and step.id not in session.halfway


def _packed(buttons: list[Button], wide: int) -> list[Row]:
    return [tuple(buttons[n : n + wide]) for n in range(0, len(buttons), wide)]
