"""The words of a question and of the review, as HTML; `keyboards.py` has the buttons under them.

From the top: pinned answers, "3 of 7", the prompt, the ends of a scale, what is there already, a
hint with an example.
"""

from collections.abc import Sequence

from conversations import countdown
from conversations.keyboards import OPTION_LIMIT, is_revisit
from conversations.markup import Html, escape, plain, shorten
from conversations.model import (
    Countdown,
    Info,
    Moods,
    Multi,
    OneChoice,
    Rerate,
    Scale,
    Step,
    TextList,
    Worksheet,
)
from conversations.path import (
    is_quiet,
    likely_path,
    name_of,
    names_of,
    options_of,
    pinned,
    review_path,
    words_of,
)
from conversations.session import Session
from conversations.showing import answer_html, below
from conversations.texts import Texts

PIN_LIMIT = 220
NOTES_SHOWN = 8


def place_on_path(worksheet: Worksheet, session: Session) -> tuple[int, int] | None:
    """Return "3 of 7" of the question that stands, None at the review and off the path."""
    path = [each.id for each in likely_path(worksheet, session)]
    asked = session.asked.step
    return (path.index(asked) + 1, len(path)) if asked in path else None


class Wording:
    """Puts one session into words."""

    def __init__(self, worksheet: Worksheet, session: Session, texts: Texts) -> None:
        self._worksheet, self._session, self._texts = worksheet, session, texts

    def review(self, title: str) -> str:
        """Return every answered or skipped step with its answer, and the last notes."""
        steps = review_path(self._worksheet, self._session)
        blocks = [self._texts.html(title), *self.blocks(steps, skipped=True)]
        if notes := self._session.notes:
            shown = "\n".join(f"• {shorten(note, 160)}" for note in notes[-NOTES_SHOWN:])
            blocks.append(self._texts.html("review-notes", notes=shown))
        return "\n\n".join(blocks)

    def blocks(self, steps: Sequence[Step], *, skipped: bool) -> list[str]:
        """Return name and answer of each step that has one; `skipped`: those passed over too."""
        blocks: list[str] = []
        for step in steps:
            if isinstance(step, Info) or is_quiet(step):
                continue
            if not skipped and step.id in self._session.skipped:
                continue
            answer = answer_html(step, self._session, self._texts)
            if answer is not None:
                label = shorten(name_of(step, self._session), 80)
                line = self._texts.html("shown-line", label=label, answer=Html(answer))
                blocks.append(line)
        return blocks

    def asked(self, step: Step) -> str:
        """Return the whole text of the question `step`."""
        session, texts = self._session, self._texts
        if isinstance(step, Countdown) and (mark := countdown.mark_of(step, session)):
            return self._moment(step, mark)
        top = [
            texts.html("ask-pinned", label=each.name, answer=Html(answer))
            for each in pinned(self._worksheet, session, step)
            if (answer := answer_html(each, session, texts, limit=PIN_LIMIT)) is not None
        ]
        place = place_on_path(self._worksheet, session)
        if place and not session.editing:
            top.append(texts.html("ask-progress", step=place[0], count=place[1]))
        body = [f"<b>{escape(self.prompt(step, session.item))}</b>", *self._below(step)]
        return "\n\n".join(part for part in ("\n".join(top), "\n".join(body)) if part)

    def _below(self, step: Step) -> list[str]:
        """The lines under the prompt: ends of the scale, what is there already, a hint."""
        session, texts = self._session, self._texts
        found: list[str] = []
        rating = isinstance(step, Scale) or session.item is not None
        if rating and (ends := self._ends(step)):
            found.append(ends)
        answer = answer_html(step, session, texts) if step.id in session.answers else None
        shown = not isinstance(step, Multi | Info) and not _stands(step, session)
        if answer is not None and session.item is None and shown:
            key = "ask-answer-now" if is_revisit(step, session) else "ask-so-far"
            found.append(texts.html(key, answer=Html(below(answer))))
        if isinstance(step, Countdown):
            found.append(self._clock(step))
        if step.id in session.locked:
            found.append(texts.html("ask-locked"))
        elif step.hint and session.item is None and step.id not in session.halfway:
            found.append(f"<i>{escape(step.hint)}</i>")
        if isinstance(step, OneChoice) and len(options_of(step, session)) > OPTION_LIMIT:
            found.append(texts.html("ask-type-choice"))
        if session.tries >= 2:
            found += self._way_out(step)
        return found

    def _clock(self, step: Countdown) -> str:
        """How long a clock is that does not run yet, or where it stands."""
        whole = countdown.length(step, self._session) // 60
        value = self._session.answers.get(step.id)
        stands = step.id in self._session.halfway and countdown.minutes(value) > 0
        return self._texts.html(
            "clock-stands" if stands else "clock-before",
            minutes=whole,
            done=countdown.minutes(value),
        )

    def _moment(self, step: Countdown, mark: countdown.Mark) -> str:
        """What is said at a moment of the clock: a line, and a rating or what it was."""
        session, texts = self._session, self._texts
        said = [f"<b>{escape(self.prompt(step, session.item))}</b>"]
        given = countdown.rating_at(mark, session.answers.get(step.id))
        if given is not None:
            said.append(texts.html("clock-rated", rating=given))
        elif mark.rates:
            said.append(texts.html("ask-ends", low=step.low, high=step.high, max=step.max))
        whole = countdown.length(step, session) // 60
        if mark.rates:
            said.append(texts.html("clock-so-far", done=mark.at // 60, minutes=whole))
        elif mark.at == 0:
            said.append(texts.html("clock-into" if step.into else "clock-any-time"))
        return "\n".join(said)

    def _way_out(self, step: Step) -> list[str]:
        if step.cannot_yet and self._session.item is None:
            return [self._texts.html("ask-skip-offer-cannot")]
        if self._session.item is None and step.required:
            return []
        return [self._texts.html("ask-skip-offer")]

    def _ends(self, step: Step) -> str:
        source = self._worksheet.by_id.get(step.of) if isinstance(step, Rerate) else step
        if not isinstance(source, Scale | Moods):
            return ""
        low, high = source.low, source.high
        return self._texts.html("ask-ends", low=low, high=high, max=source.max)

    def prompt(self, step: Step, item: int | None, *, first: bool = False) -> str:
        """Return what is asked, as plain text; `first`: as it was before anything was answered."""
        session = self._session
        if isinstance(step, Moods | Rerate) and item is not None:
            names = names_of(step, session)
            name = names[item] if item < len(names) else "…"
            return step.rate_prompt.replace("{name}", name)
        if isinstance(step, Countdown) and item is not None:
            return self._said(step, item)
        if step.id in session.halfway and not first:
            if isinstance(step, Moods):
                return step.more_prompt or plain(self._texts.html("ask-more-moods"))
            if isinstance(step, TextList):
                return step.more_prompt or plain(self._texts.html("ask-more-texts"))
            if isinstance(step, Rerate):
                return step.new_prompt or plain(self._texts.html("ask-more-new"))
        return words_of(step.prompt, step, session)

    def _said(self, step: Countdown, item: int) -> str:
        found = countdown.marks(step, self._session)
        mark = found[min(item, len(found) - 1)]
        rated = [step.rate_prompt] if mark.rates else []
        whole = countdown.length(step, self._session) // 60
        start = plain(self._texts.html("clock-runs", minutes=whole))
        return "\n".join([mark.say, *rated] if mark.say else rated or [start])

    def name(self, step: str) -> str:
        """Return the short name of a step."""
        found = self._worksheet.by_id.get(step)
        return shorten(name_of(found, self._session), 60) if found else step


def _stands(step: Step, session: Session) -> bool:
    """Whether a clock was begun and stands: what it counted is said by itself."""
    return isinstance(step, Countdown) and step.id in session.halfway
