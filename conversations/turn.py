"""One turn of a conversation while it is being decided: the session so far and the orders so far.

Private to the engine's modules; what leaves the engine is the frozen `Outcome`.
"""

import base64
import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime

from conversations.effects import Ask, Effect, How, Noted, Outcome, Review, Saved, Settled
from conversations.language import UNSPOKEN, Language
from conversations.model import Rerate, Step, Worksheet
from conversations.numerals import Numerals
from conversations.path import fold_name, names_of, rated_of
from conversations.session import Asked, Json, Session
from conversations.starting import choices_over


def ask_id(session: str, revision: int) -> str:
    """Return the opaque id of a question: 16 letters, the same for the same arguments."""
    digest = hashlib.blake2b(f"{session}:{revision}".encode(), digest_size=10).digest()
    return base64.b32encode(digest).decode().lower()


@dataclass(slots=True)
class Turn:
    """What was decided so far. `now` is aware; its zone is the zone of "today".

    `language`: what people type in this person's language.
    """

    worksheet: Worksheet
    session: Session
    now: datetime
    language: Language = UNSPOKEN
    effects: list[Effect] = field(default_factory=list[Effect])
    began: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.began = self.session.halfway

    @property
    def numerals(self) -> Numerals:
        """How this person's language says numbers."""
        return self.language.numerals

    @property
    def step(self) -> Step | None:
        """The step asked, None at the review."""
        asked = self.session.asked.step
        return None if asked is None else self.worksheet.by_id.get(asked)

    def change(self, **changes: object) -> None:
        """Replace fields of the session."""
        self.session = replace(self.session, **changes)  # pyright: ignore[reportArgumentType]

    def mint(self) -> str:
        """Return a new ask id; the revision moves on with it."""
        self.change(revision=self.session.revision + 1)
        return ask_id(self.session.id, self.session.revision)

    def put(self, step: str | None, item: int | None = None) -> None:
        """Ask `step` (None: show the review) as a new question."""
        asked = Asked(self.mint(), step, gone=self._gone(step))
        editing = self.session.editing and step is not None
        self.change(asked=asked, item=item, tries=0, offered=(), unsure=None, editing=editing)
        self._order(again=False)

    def put_step(self, step: Step) -> None:
        """Ask `step` at the place where it stands."""
        self.put(step.id, first_item(step, self.session))

    def repeat(self) -> None:
        """Put the same question again, below a refusal; texts since it was first seen count."""
        old = self.session.asked
        seen = old.seen_at or old.delivered_at
        self.settle(left=True)
        self.change(asked=Asked(self.mint(), old.step, None, seen, self._gone(old.step)))
        self._order(again=False)

    def _gone(self, step: str | None) -> tuple[str, ...]:
        return choices_over(
            self.worksheet, self.session, self.worksheet.by_id.get(step or ""), self.now
        )

    def redraw(self) -> None:
        """Draw the same question anew in the message it stands in."""
        self._order(again=True)

    def _order(self, *, again: bool) -> None:
        asked = self.session.asked
        order = Review(asked.id, again) if asked.step is None else Ask(asked.step, asked.id, again)
        self.effects.append(order)

    def settle(self, *, left: bool = False) -> None:
        """Close the message of the current question."""
        asked, item = self.session.asked, self.session.item
        more = item is None and asked.step in self.began
        self.effects.append(Settled(asked.id, asked.step, item, more, left))

    def keep(self, step: str, value: Json, how: How) -> None:
        """Store a step's whole value, or None for no answer (with how="skipped": passed over)."""
        answers = dict(self.session.answers)
        skipped = self.session.skipped - {step}
        if value is None:
            answers.pop(step, None)
            skipped |= {step} if how == "skipped" else frozenset()
        else:
            answers[step] = value
        self.change(answers=answers, skipped=skipped)
        self.effects.append(Saved(step, value, how))
        held = self.session.appended
        if held is not None and held.step == step and how not in ("appended", "undone"):
            self.change(appended=None)

    def note(self, text: str, *, said: bool = True) -> None:
        """Keep a text that fits no question beside the answers, and (`said`) say so."""
        step = self.session.asked.step or "review"
        self.change(notes=(*self.session.notes, text))
        self.effects.append(Saved(step, text, "noted"))
        if said and not any(isinstance(effect, Noted) for effect in self.effects):
            self.effects.append(Noted())

    def outcome(self, before: Session) -> Outcome:
        """Return the result; the revision has moved on if anything changed."""
        if self.session is not before and self.session.revision == before.revision:
            self.change(revision=before.revision + 1)
        return Outcome(self.session, tuple(self.effects))


def first_item(step: Step, session: Session) -> int | None:
    """Return the item a list step begins with: re-rating begins at the first name not yet rated."""
    if not isinstance(step, Rerate):
        return None
    names = names_of(step, session)
    rated = {fold_name(name) for name, _ in rated_of(step.id, session)}
    waiting = (place for place, name in enumerate(names) if fold_name(name) not in rated)
    return next(waiting, None if step.id in session.halfway else 0)
