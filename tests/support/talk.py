"""One person and one worksheet, without a messenger: for tests of the conversation.

The session goes to JSON and back before every input, and the history of saved rows has to add up
to the same answers.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from conversations.codec import dump, fold, load
from conversations.effects import Ask, Effect, Outcome, Review, Saved
from conversations.engine import advance, delivered, start
from conversations.events import Answered, Event, Skipped, WentBack
from conversations.model import Worksheet
from conversations.render import Rendered, render
from conversations.session import Json, Option, Variant
from conversations.taps import tap
from conversations.texts import Texts
from homework import packaged

EVENING = datetime(2026, 5, 5, 22, 0, tzinfo=UTC)
TEXTS = packaged.texts("en", strict=True)


class Talk:
    """Answers a worksheet; `effects` and `messages` are those of the last input."""

    def __init__(
        self,
        worksheet: Worksheet,
        variant: Variant = "full",
        handed: Mapping[str, Sequence[Option]] | None = None,
        now: datetime = EVENING,
        texts: Texts = TEXTS,
        given: Mapping[str, Json] | None = None,
    ) -> None:
        self.worksheet, self.texts, self.now = worksheet, texts, now
        self.history: list[Saved] = []
        self.effects: tuple[Effect, ...] = ()
        self.messages: list[Rendered] = []
        self._take(
            start(
                worksheet,
                id="s1",
                client="c1",
                variant=variant,
                now=now,
                handed=handed,
                given=given,
            ),
            arrives=True,
        )

    # Inputs -----------------------------------------------------------------------------------

    def type(self, text: str, *, arrives: bool = True) -> "Talk":
        """Write a text well after the question arrived; `arrives`: so does the next question."""
        self.now += timedelta(seconds=30)
        return self.happen(Answered(text, self.now), arrives=arrives)

    def burst(self, text: str) -> "Talk":
        """Write a text before the current question could be seen."""
        return self.happen(Answered(text, self.now), arrives=False)

    def press(self, value: str, ask: str | None = None) -> "Talk":
        """Press a button by its callback value, of the current question unless told otherwise."""
        self.now += timedelta(seconds=30)
        event = tap(ask or self.session.asked.id, value)
        assert event is not None, value
        return self.happen(event)

    def label(self, words: str) -> "Talk":
        """Press the button of the current question that carries these words."""
        return self.press(self.buttons[words])

    def skip(self) -> "Talk":
        """Say /skip."""
        return self.happen(Skipped())

    def back(self) -> "Talk":
        """Say /back."""
        return self.happen(WentBack())

    def happen(self, event: Event, *, arrives: bool = True) -> "Talk":
        """Let an event happen, after a round trip through JSON."""
        self._round_trip()
        language = self.texts.language
        outcome = advance(self.worksheet, self.session, event, now=self.now, language=language)
        self._take(outcome, arrives)
        return self

    # What is seen -----------------------------------------------------------------------------

    @property
    def answers(self) -> Mapping[str, Json]:
        return self.session.answers

    @property
    def asked(self) -> str | None:
        return self.session.asked.step

    @property
    def shown(self) -> str:
        """The HTML of everything the last input brought, oldest first."""
        return "\n---\n".join(each.message.html for each in self.messages)

    @property
    def question(self) -> Rendered:
        """The question as it stands now, drawn anew."""
        asked = self.session.asked
        order = Review(asked.id) if asked.step is None else Ask(asked.step, asked.id)
        return render([order], self.worksheet, self.session, self.texts)[-1]

    @property
    def buttons(self) -> dict[str, str]:
        """Label -> callback value of the current question."""
        rows = self.question.message.buttons
        return {b.label: b.data.split(":", 2)[2] for row in rows for b in row}

    def has(self, *kinds: type) -> bool:
        """Whether the last input had effects of all these kinds."""
        return all(any(isinstance(effect, kind) for effect in self.effects) for kind in kinds)

    def refused(self) -> str | None:
        """The key of the refusal of the last input."""
        return next((getattr(e, "key", None) for e in self.effects if hasattr(e, "key")), None)

    # Inside -----------------------------------------------------------------------------------

    def _take(self, outcome: Outcome, arrives: bool) -> None:
        self.session, self.effects = outcome.session, outcome.effects
        self.history += [effect for effect in self.effects if isinstance(effect, Saved)]
        self.messages = render(self.effects, self.worksheet, self.session, self.texts)
        if arrives and any(each.role == "ask" for each in self.messages):
            self.session = delivered(self.session, self.now)

    def _round_trip(self) -> None:
        whole = load(json.loads(json.dumps(dump(self.session))))
        assert whole == self.session
        bare = json.loads(json.dumps(dump(self.session, answers=False)))
        folded = load(bare, fold(self.history))
        assert replace(folded, answers=dict(folded.answers)) == self.session
        self.session = folded
