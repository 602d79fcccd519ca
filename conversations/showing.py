"""Answers in a person's own words and numbers, as HTML: before → after, and nothing about it.

A number that did not move is shown like one that did.
"""

from datetime import date

from conversations import countdown
from conversations.markup import escape, shorten
from conversations.model import (
    Countdown,
    Day,
    Info,
    Moods,
    Multi,
    Number,
    OneChoice,
    Rerate,
    Step,
    Text,
)
from conversations.path import (
    cannot_yet,
    earlier_rating,
    fold_name,
    names_of,
    options_of,
    rated_of,
    texts_of,
)
from conversations.session import Json, Session
from conversations.texts import Texts

LONG = 600
"""UTF-16 units of one answer that are shown back; more is kept but not shown."""


def answer_html(step: Step, session: Session, texts: Texts, *, limit: int = LONG) -> str | None:
    """Return the answer of `step` as HTML, None where there is none (not even a skip)."""
    if step.id in session.skipped:
        return texts.html("shown-skipped")
    value = session.answers.get(step.id)
    if value is None:
        return None
    if cannot_yet(value):
        return texts.html("shown-cannot-yet")
    return _shown(step, value, session, texts, limit)


def item_html(step: Moods | Rerate, item: int, session: Session, texts: Texts) -> str | None:
    """Return the rating of one item as HTML ("skipped" without one), None if there is no such."""
    names = names_of(step, session)
    if item >= len(names):
        return None
    ratings = {fold_name(name): rating for name, rating in rated_of(step.id, session)}
    rating = ratings.get(fold_name(names[item]))
    if rating is None:
        return texts.html("shown-skipped")
    return texts.html("shown-rated", name=names[item], rating=rating)


def below(answer: str) -> str:
    """Return an answer that follows other words on their line; a list begins on a new one."""
    return f"\n{answer}" if "\n" in answer else answer


def _shown(step: Step, value: Json, session: Session, texts: Texts, limit: int) -> str:
    match step:
        case Info():
            return texts.html("shown-read")
        case Countdown():
            return clock_html(value, texts)
        case OneChoice() | Multi():
            return _labels(step, value, session, texts)
        case Moods() | Rerate():
            return ", ".join(_feelings(step, session, texts)) or texts.html("shown-none")
        case Day() if isinstance(value, str):
            return texts.html("shown-day", day=date.fromisoformat(value))
        case Number() if step.unit and isinstance(value, int | float):
            return texts.html("shown-unit", number=f"{value:g}", unit=step.unit)
        case Text() if isinstance(value, str):
            return escape(shorten(value, limit))
        case _:
            return _plain(step, value, session, texts, limit)


def clock_html(value: Json, texts: Texts, between: str = "\n") -> str:
    """Return how long a clock ran, and the ratings given meanwhile, as HTML."""
    minutes = countdown.minutes(value)
    ran = texts.html("shown-clock", minutes=minutes) if minutes else texts.html("shown-clock-short")
    given = [
        texts.html("shown-clock-rating", minutes=at, rating=rating)
        for at, rating in countdown.ratings(value).items()
    ]
    return between.join([ran, ", ".join(given)]) if given else ran


def _plain(step: Step, value: Json, session: Session, texts: Texts, limit: int) -> str:
    if isinstance(value, bool):
        return texts.html("shown-yes" if value else "shown-no")
    if isinstance(value, int | float):
        before = earlier_rating(step, session)
        if before is None:
            return escape(f"{value:g}")
        return texts.html("shown-pair", before=before, after=f"{value:g}")
    if isinstance(value, list):
        items = texts_of(step.id, session)
        if len(items) == 1:
            return escape(shorten(items[0], limit))
        room = max(40, limit // max(1, len(items)))
        return "\n".join(f"• {escape(shorten(item, room))}" for item in items)
    return escape(shorten(str(value), limit))


def _labels(step: OneChoice | Multi, value: Json, session: Session, texts: Texts) -> str:
    labels = {option.id: option.label for option in options_of(step, session)}
    ids = value if isinstance(value, list) else [value]
    found = [escape(labels.get(str(id), str(id))) for id in ids]
    return ", ".join(found) or texts.html("shown-none")


def _feelings(step: Moods | Rerate, session: Session, texts: Texts) -> list[str]:
    source = rated_of(step.of, session) if isinstance(step, Rerate) else []
    before = {fold_name(name): rating for name, rating in source}
    lines: list[str] = []
    for name, rating in rated_of(step.id, session):
        was = before.get(fold_name(name))
        if rating is None:
            lines.append(texts.html("shown-unrated", name=name))
        elif was is None:
            lines.append(texts.html("shown-rated", name=name, rating=rating))
        else:
            lines.append(texts.html("shown-change", name=name, before=was, after=rating))
    return lines
