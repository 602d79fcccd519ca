"""What a client told about their days: minutes, good times, kind of days, what is hard, how to
answer. Asked later, one thing at a time, each to be skipped and changed.

It must not know how it is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from conversations.session import Json
from homework.store import profiles
from homework.store.database import Unit

CHOICES: Mapping[str, tuple[str, ...]] = {
    "minutes": ("5", "10", "15", "30", "45"),
    "best": ("morning", "midday", "afternoon", "evening"),
    "days": ("work", "shifts", "home", "varies"),
    "hard": ("reading", "writing", "focus", "none"),
    "way": ("taps", "words", "either"),
}
"""The questions in the order they are asked, with what may be answered."""
SEVERAL = frozenset({"best", "hard"})
"""Questions with more than one answer."""
HOURS: Mapping[str, tuple[int, int]] = {
    "morning": (5, 11),
    "midday": (11, 14),
    "afternoon": (14, 18),
    "evening": (18, 24),
}
"""What is meant by a time of day: from an hour until before another."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What was told. `minutes`: a day, realistic; None and () where nothing was said."""

    minutes: int | None = None
    best: tuple[str, ...] = field(default=(), repr=False)
    days: str | None = field(default=None, repr=False)
    hard: tuple[str, ...] = field(default=(), repr=False)
    way: str | None = field(default=None, repr=False)
    asked: frozenset[str] = field(default=frozenset(), repr=False)
    asked_on: str | None = None

    def told(self, question: str) -> tuple[str, ...]:
        """Return what was answered to a question, as its choices."""
        told: Mapping[str, tuple[str, ...]] = {
            "minutes": (str(self.minutes),) if self.minutes is not None else (),
            "best": self.best,
            "days": (self.days,) if self.days else (),
            "hard": self.hard,
            "way": (self.way,) if self.way else (),
        }
        return told[question]


async def of(unit: Unit, client: str) -> Profile:
    """Return what a client told."""
    body = await profiles.of(unit, client)
    minutes, on = body.get("minutes"), body.get("asked_on")
    return Profile(
        minutes=minutes if isinstance(minutes, int) else None,
        best=_chosen(body, "best"),
        days=next(iter(_chosen(body, "days")), None),
        hard=_chosen(body, "hard"),
        way=next(iter(_chosen(body, "way")), None),
        asked=frozenset(_names(body.get("asked"))),
        asked_on=on if isinstance(on, str) else None,
    )


def _names(value: Json) -> list[str]:
    if isinstance(value, list):
        return [str(one) for one in value]
    return [value] if isinstance(value, str) else []


def _chosen(body: Mapping[str, Json], question: str) -> tuple[str, ...]:
    told = _names(body.get(question))
    return tuple(choice for choice in CHOICES[question] if choice in told)


def next_question(profile: Profile, today: date) -> str | None:
    """Return what may be asked next: one thing a day, nothing twice."""
    if profile.asked_on == today.isoformat():
        return None
    return next((name for name in CHOICES if name not in profile.asked), None)


async def note_asked(unit: Unit, client: str, profile: Profile, question: str, day: date) -> None:
    """Remember that a question was put: it is not put again by itself."""
    asked: list[Json] = [*sorted(profile.asked | {question})]
    await profiles.tell(unit, client, {"asked": asked, "asked_on": day.isoformat()})


async def answer(unit: Unit, client: str, question: str, choice: str, *, on: bool) -> bool:
    """Keep an answer, or take it back; False if there is no such choice."""
    if choice not in CHOICES.get(question, ()):
        return False
    now = await of(unit, client)
    told: set[str] = set()
    if question in SEVERAL and choice != "none":
        told = set(now.told(question)) - {"none"}
    told = told | {choice} if on else told - {choice}
    value: Json = [one for one in CHOICES[question] if one in told]
    if question == "minutes":
        value = int(choice) if on else None
    asked: list[Json] = [*sorted(now.asked | {question})]
    await profiles.tell(unit, client, {question: value, "asked": asked})
    return True
