"""What a decision of the conversation means for what is said and kept: over, unsaid, asked again.

Pure. It must not know how anything is saved or sent.
"""

from collections.abc import Sequence
from datetime import datetime

from conversations import engine
from conversations.effects import Ask, Completed, Effect, Ended, Outcome, Review, Stale
from conversations.events import Chosen, Event
from conversations.model import Worksheet
from homework import parts
from homework.store.sessions import Held

LOST = frozenset({"unknown", "refused", "gone", "dropped"})
"""States of an outbox row after which nobody can count on its question having been read."""


def ends(outcome: Outcome) -> bool:
    """Whether the sheet, or a part of it, is over."""
    over = any(isinstance(effect, Completed | Ended) for effect in outcome.effects)
    return over or parts.next_part(outcome) is not None


def goes_no_further(sheet: Worksheet, outcome: Outcome, now: datetime) -> Outcome:
    """Keep what was answered, put no other question, and let the sheet wait."""
    kept = tuple(one for one in outcome.effects if not _repeats_question(one))
    aside = engine.lay_aside(sheet, outcome.session, now=now)
    return Outcome(aside.session, kept + aside.effects)


def ask_again_if_lost(sheet: Worksheet, held: Held, event: Event, outcome: Outcome) -> Outcome:
    """Put the open question again when its message may never have arrived."""
    same = outcome.session.asked.id == held.session.asked.id
    if held.ask_state not in LOST or not same or outcome.session.status != "open":
        return outcome
    if isinstance(event, Chosen) and not any(isinstance(e, Stale) for e in outcome.effects):
        return outcome
    again = engine.reask(sheet, outcome.session)
    kept = tuple(one for one in outcome.effects if not _repeats_question(one))
    return Outcome(again.session, kept + again.effects)


def without_completed(effects: Sequence[Effect]) -> tuple[Effect, ...]:
    """Leave out what a finished sheet says of itself."""
    return tuple(effect for effect in effects if not isinstance(effect, Completed))


def unsaid(effects: Sequence[Effect]) -> tuple[Effect, ...]:
    """Leave out that a sheet ended early."""
    return tuple(effect for effect in effects if not isinstance(effect, Ended))


def is_expired(outcome: Outcome) -> bool:
    """Whether nobody did anything: what is said then answers nothing, so no phone rings for it."""
    return outcome.session.status == "expired"


def asks(outcome: Outcome) -> bool:
    """Whether a question is put."""
    return any(_repeats_question(one) for one in outcome.effects)


def _repeats_question(effect: Effect) -> bool:
    return isinstance(effect, Ask | Review)
