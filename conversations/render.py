"""Effects + worksheet + texts -> messages. Pure; the length limit is handed in.

A question is one message. What has to be said before it (why an input was not taken, that words
were kept) stands on top of it in the same message. When the effects of several events are rendered
together, only the last question is put.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from conversations import countdown
from conversations.effects import (
    Added,
    Ask,
    Completed,
    Effect,
    Ended,
    Noted,
    PutAside,
    Refuse,
    Review,
    Reworded,
    Schedule,
    Settled,
    Stale,
    SteppedDownTo,
    TakenBack,
)
from conversations.keyboards import Keyboard
from conversations.markup import Html, escape, split
from conversations.message import Button, Message, Rows, callback
from conversations.model import Countdown, Info, Moods, Rerate, Scale, Step, Worksheet
from conversations.path import visible_path, wrote
from conversations.questions import PIN_LIMIT, Wording
from conversations.session import Json, Session
from conversations.showing import answer_html, below, item_html
from conversations.taps import RESUME, UNDO
from conversations.texts import Texts

Role = Literal["ask", "redraw", "settle", "say"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """One message and what it is: `ask` new question · `redraw` edit of the message of `ask` that
    carries news · `settle` edit that takes the buttons away · `say` anything else.

    `step`: of a new question, what it asks for, and after a dot which item of a list."""

    message: Message
    role: Role
    ask: str | None = None
    step: str | None = None


def render(
    effects: Sequence[Effect],
    worksheet: Worksheet,
    session: Session,
    texts: Texts,
    *,
    limit: int = 4096,
    help_button: bool = True,
) -> list[Rendered]:
    """Return the messages of `effects` in order; `session` is the one after them.

    `limit`: visible UTF-16 units a message; `help_button`: False in dialogs with a therapist.
    """
    kept = _last_question_only(effects)
    page = _Page(worksheet, session, texts, limit, help_button, _put_off(kept))
    order = next((e for e in reversed(kept) if isinstance(e, Ask | Review)), None)
    messages: list[Rendered] = []
    lines: list[str] = []
    for effect in kept:
        if isinstance(effect, Ask | Review):
            continue
        lines += page.line(effect)
        messages += page.apart(effect)
    if order is not None and order.again:
        return [*messages, *page.say(lines), page.redraw(order)]
    if order is not None:
        return [*messages, *page.put(order, lines)]
    return [*messages, *page.say(lines)]


def toast(effects: Sequence[Effect], texts: Texts) -> str | None:
    """Return the short plain text that answers a button press, None for nothing to say."""
    for effect in effects:
        match effect:
            case Stale():
                return texts.plain("said-stale")
            case Noted():
                return texts.plain("said-noted")
            case _:
                continue
    return None


def _last_question_only(effects: Sequence[Effect]) -> list[Effect]:
    """Drop questions that were over before anybody could see them, and all but the last "added"."""
    put = [e.ask for e in effects if isinstance(e, Ask | Review) and not e.again]
    settled = {e.ask for e in effects if isinstance(e, Settled)}
    orders = [e for e in effects if isinstance(e, Ask | Review)]
    added = [e for e in effects if isinstance(e, Added)]
    kept: list[Effect] = []
    for effect in effects:
        match effect:
            case Ask() | Review():
                continue
            case Settled() if effect.ask in put:
                continue
            case Added() if effect is not added[-1]:
                continue
            case _:
                kept.append(effect)
    if orders and orders[-1].ask not in settled:
        last = orders[-1]
        first = next(e for e in orders if e.ask == last.ask and (not e.again or e.ask not in put))
        kept.append(first)
    return kept


def _put_off(effects: Sequence[Effect]) -> Mapping[str, Json]:
    """Answers of a stage that is asked anew: they are out of the session, but were just given."""
    orders = [effect.put_off for effect in effects if isinstance(effect, Schedule)]
    return orders[-1] if orders else {}


class _Page:
    """Renders single effects for one session."""

    def __init__(
        self,
        worksheet: Worksheet,
        session: Session,
        texts: Texts,
        limit: int,
        help_button: bool,
        put_off: Mapping[str, Json],
    ) -> None:
        self._worksheet, self._session, self._texts = worksheet, session, texts
        self._limit, self._help = limit, help_button
        self._words = Wording(worksheet, session, texts)
        self._as_answered = session
        if put_off:
            self._as_answered = replace(session, answers={**session.answers, **put_off})

    # Lines that may stand on top of a question -------------------------------------------------

    def line(self, effect: Effect) -> list[str]:
        """Return what an effect says in a line of its own."""
        match effect:
            case Noted():
                return [self._texts.html("said-noted")]
            case Refuse():
                return [self._refused(effect)]
            case Reworded():
                return [self._reworded(effect)]
            case SteppedDownTo():
                return [self._texts.html(f"said-smaller-{effect.variant}")]
            case Schedule():
                return [self._next_part(effect)]
            case Ended():
                empty = "" if wrote(self._worksheet, self._session) else "-empty"
                step = self._worksheet.by_id.get(effect.step or "")
                if isinstance(step, Countdown) and effect.reason == "stopped" and not empty:
                    return [self._texts.html("said-stopped-clock")]
                if not self._help and not empty:  # nobody goes on with a therapist's form
                    return [self._texts.html("said-closed-form")]
                return [self._texts.html(f"said-{effect.reason}{empty}")]
            case _:
                return []

    def _reworded(self, effect: Reworded) -> str:
        step = self._worksheet.by_id.get(effect.step or "")
        if step is None:
            return self._texts.html("said-reworded-note")
        answer = answer_html(step, self._session, self._texts, limit=PIN_LIMIT)
        shown = Html(below(answer or self._texts.html("shown-none")))
        label = self._words.name(step.id)
        return self._texts.html(f"said-reworded-{effect.what}", label=label, answer=shown)

    def _refused(self, effect: Refuse) -> str:
        given = {"first": effect.offered[0], "last": effect.offered[-1]} if effect.offered else {}
        return self._texts.html(effect.key, **effect.args, **given)

    def _next_part(self, effect: Schedule) -> str:
        if effect.at is None or self._session.status != "waiting":
            return self._texts.html("said-next-now")
        day, time = effect.at.date(), effect.at.strftime("%H:%M")
        key = "said-again-later" if effect.put_off else "said-next-later"
        return self._texts.html(key, date=day, time=time)

    def say(self, lines: Sequence[str]) -> list[Rendered]:
        """Return the lines as a message of their own."""
        return [Rendered(Message("\n".join(lines)), "say")] if lines else []

    # Messages of their own ----------------------------------------------------------------------

    def apart(self, effect: Effect) -> list[Rendered]:
        """Return the messages of an effect that stands apart from the question."""
        match effect:
            case Settled():
                return self._settled(effect)
            case Added():
                return [self._added(effect)]
            case TakenBack():
                html = self._texts.html("said-taken-back", label=self._words.name(effect.step))
                return [Rendered(Message(html), "settle", effect.ask)]
            case Completed():
                return self._completed(effect)
            case PutAside():
                ask = self._session.asked.id
                button = Button(self._texts.plain("button-resume"), callback(ask, RESUME))
                message = Message(self._texts.html("said-put-aside"), ((button,),))
                return [Rendered(message, "say")]
            case _:
                return []

    def _added(self, effect: Added) -> Rendered:
        html = self._texts.html("said-added", label=self._words.name(effect.step))
        button = Button(self._texts.plain("button-undo"), callback(effect.ask, UNDO))
        return Rendered(Message(html, ((button,),)), "say", effect.ask)

    def _settled(self, effect: Settled) -> list[Rendered]:
        step = self._worksheet.by_id.get(effect.step or "")
        if step is None:
            html = self._texts.html("review-settled")  # what stood there follows, or was changed
            return [Rendered(Message(html), "settle", effect.ask)]
        html = escape(
            step.name if effect.more else self._words.prompt(step, effect.item, first=True)
        )
        answer = self._answer_to(step, effect.item) if effect.more or not effect.left else None
        if answer is not None and not isinstance(step, Info):
            html += "\n" + self._texts.html("settled-answer", answer=Html(below(answer)))
        return [Rendered(Message(self._fit(html)), "settle", effect.ask)]

    def _answer_to(self, step: Step, item: int | None) -> str | None:
        if isinstance(step, Countdown) and item is not None:
            mark = countdown.marks(step, self._session)[item]
            rating = countdown.rating_at(mark, self._session.answers.get(step.id))
            return None if rating is None else escape(str(rating))
        if item is not None and isinstance(step, Moods | Rerate):
            return item_html(step, item, self._session, self._texts)
        value = self._session.answers.get(step.id)
        if isinstance(step, Scale) and isinstance(value, int):
            return escape(f"{value:g}")  # the number before it stands in the review
        return answer_html(step, self._as_answered, self._texts, limit=PIN_LIMIT)

    def _completed(self, effect: Completed) -> list[Rendered]:
        steps = visible_path(self._worksheet, self._session)
        chosen = [step for step in steps if step.show_back] or list(steps)
        if self._session.variant == "minute" and len(self._worksheet.stages) == 1:
            chosen = list(steps)  # so few that all of it is shown
        chosen = [step for step in chosen if step.id not in self._told_beside(chosen)]
        title = self._texts.html("said-partial" if effect.partial else "said-done")
        told = self._words.blocks(chosen, skipped=False)
        blocks = [title, *(told or self._words.blocks(steps, skipped=False))]
        html = "\n\n".join(blocks) if len(blocks) > 1 else self._texts.html("said-nothing")
        return [Rendered(Message(part), "say") for part in split(html, self._limit)]

    def _told_beside(self, steps: Sequence[Step]) -> set[str]:
        """First ratings that stand in the line of the second: before → after."""
        answered = [step for step in steps if step.id in self._session.answers]
        return {step.before for step in answered if isinstance(step, Scale) and step.before}

    # Questions ----------------------------------------------------------------------------------

    def put(self, order: Ask | Review, lines: Sequence[str]) -> list[Rendered]:
        """Return a new question, with `lines` on top; what does not fit goes before it."""
        html, rows = self._question(order)
        parts = split("\n\n".join([*lines, html]), self._limit)
        before = [Rendered(Message(part), "say") for part in parts[:-1]]
        return [*before, Rendered(Message(parts[-1], rows), "ask", order.ask, self._about(order))]

    def _about(self, order: Ask | Review) -> str | None:
        item = self._session.item
        if isinstance(order, Review):
            return None
        return order.step if item is None else f"{order.step}.{item}"

    def redraw(self, order: Ask | Review) -> Rendered:
        """Return the edit that draws the question anew where it stands."""
        html, rows = self._question(order)
        return Rendered(Message(self._fit(html, last=True), rows), "redraw", order.ask)

    def _fit(self, html: str, *, last: bool = False) -> str:
        parts = split(html, self._limit)
        return parts[-1 if last else 0] if parts else html

    def _question(self, order: Ask | Review) -> tuple[str, Rows]:
        keyboard = Keyboard(self._worksheet, self._session, self._texts, order.ask)
        step = None if isinstance(order, Review) else self._worksheet.by_id.get(order.step)
        if step is None:
            return self._words.review("review-title"), keyboard.review(help_button=self._help)
        return self._words.asked(step), keyboard.question(step, help_button=self._help)
