"""Plays a shipped sheet as one person on one evening, and writes down what both sides say.

The engine and the words are the real ones; there is no chat, no database and no clock. `> ` stands
before what is written, `[…]` is pressed, `@` is a later time.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from conversations import countdown
from conversations.effects import Schedule, Ticks
from conversations.events import Event, Resumed, Ticked
from conversations.markup import plain
from conversations.model import Countdown, Moods, Rerate, Step, Worksheet
from conversations.session import CLOSED, Json, Option, Variant
from conversations.texts import Texts
from conversations.walkthrough import handed
from tests.support.sheet_answers import asked_by_clock, said_to
from tests.support.talk import EVENING, Talk

MOST = 150
SET: dict[str, Json] = {
    "model": "find_out",
    "pace": 5,
    "order": "feelings",
    "styles_asked": "yes",
    "apart": "two",
}
"""What a therapist sets with the practice."""


class Evening:
    """One sheet played in one way; `lines` is what was said, `answered` counts the answers."""

    def __init__(self, sheet: Worksheet, variant: Variant, texts: Texts) -> None:
        given = {name: SET[name] for name in SET if name in sheet.by_id}
        options: dict[str, tuple[Option, ...]] = handed(sheet, texts)
        self.talk = Talk(sheet, variant, options, now=EVENING, texts=texts, given=given)
        self.locale = texts.locale
        self.lines: list[str] = []
        self.answered = 0
        self.wakes: datetime | None = None
        self._shown()

    def to_end(self, instead: Callable[["Evening"], bool] = lambda _: False) -> list[str]:
        """Play on to the end and return the lines; `instead` may do something else at any time."""
        for _ in range(MOST):
            if self.talk.session.status in CLOSED:
                return self.lines
            if not instead(self):
                self._go_on()
        raise AssertionError("it does not end")

    @property
    def step(self) -> Step | None:
        """The question that stands open; None at the review and while nothing is asked."""
        session = self.talk.session
        open_now = session.status == "open"
        return self.talk.worksheet.by_id.get(session.asked.step or "") if open_now else None

    def press(self, value: str) -> None:
        """Press a button under the last messages, by its value."""
        keys = [key for one in self.talk.messages for row in one.message.buttons for key in row]
        found = [key.label for key in keys if key.data.split(":", 2)[2] == value]
        assert found, f"{self.talk.asked}: no button {value} among {[key.data for key in keys]}"
        self.lines.append(f"[{found[-1]}]")
        self.talk.press(value)
        self._shown()

    def write(self, text: str) -> None:
        """Write a message."""
        self.lines.append(f"> {text}")
        self.talk.type(text)
        self._shown()

    def command(self, name: str, event: Event) -> None:
        """Send a command."""
        self.lines.append(f"> {name}")
        self.talk.now += timedelta(seconds=30)
        self.talk.happen(event)
        self._shown()

    def until(self, moment: datetime) -> None:
        """Let time pass."""
        self.talk.now = moment
        self.lines.append(f"@ {moment:%a %H:%M:%S}".removesuffix(":00"))

    def say(self, said: list[str]) -> None:
        """Write or press these one after another, as long as the same question stands open."""
        step = self.step
        for one in said:
            if self.step is step:
                self.press(one[1:]) if one.startswith(":") else self.write(one)

    def _go_on(self) -> None:
        step = self.step
        if self.talk.session.status != "open":
            self._wait()
        elif step is None:
            self.press("f")
        else:
            self.answered += 1
            self.say(said_to(step, self.talk.session, self.locale))
            self._conclude(step)

    def _wait(self) -> None:
        orders = [one.at for one in self.talk.effects if isinstance(one, Schedule) and one.at]
        self.until(orders[-1])
        self.talk.happen(Resumed())
        self._shown()

    def _conclude(self, step: Step) -> None:
        numbers = iter(asked_by_clock(self.talk.worksheet, step))
        while self.step is step:
            if isinstance(step, Countdown):
                self._tick(step, next(numbers, None) if self._is_asked(step) else None)
            elif isinstance(step, Moods | Rerate):
                self.press("v.60" if self.talk.session.item is not None else "v.done")
            else:
                raise AssertionError(f"{step.id} takes no answer")

    def _is_asked(self, step: Countdown) -> bool:
        mark = countdown.mark_of(step, self.talk.session)
        return mark is not None and mark.rates

    def _tick(self, step: Countdown, number: str | None) -> None:
        if number is not None:
            self.press(f"v.{number}")
        assert self.wakes, f"{step.id} runs and nobody looks at it"
        self.until(self.wakes)
        self.talk.happen(Ticked())
        self._shown()

    def _shown(self) -> None:
        """Note what the last input brought; what only loses its buttons is not worth a line."""
        for effect in self.talk.effects:
            if isinstance(effect, Ticks):
                self.wakes = effect.at
        for one in self.talk.messages:
            if one.role == "settle":
                continue
            self.lines += [f"    {line}" for line in plain(one.message.html).splitlines() if line]
            keys = (" ".join(f"[{key.label}]" for key in row) for row in one.message.buttons)
            if one.message.buttons:
                self.lines.append(f"        {' / '.join(keys)}")
