"""What may be sent to the question that stands, in one line: said when something else was sent."""

from typing import assert_never

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
    Text,
    TextList,
    Worksheet,
    YesNo,
)
from conversations.session import Session
from conversations.texts import Texts


def wanted(worksheet: Worksheet, session: Session, texts: Texts) -> str:
    """Return what the question takes (HTML), in the words of its own refusals."""
    step = worksheet.by_id.get(session.asked.step or "")
    match step:
        case None:
            return texts.html("wanted-review")
        case Text():
            return texts.html("wanted-words")
        case TextList():
            return texts.html("wanted-list")
        case Scale():
            return _rating(step.max, texts)
        case Moods() | Rerate():
            if session.item is not None:
                return _rating(step.max, texts)
            high, low = 80 * step.max // 100, 40 * step.max // 100
            return texts.html("refuse-moods", high=high, low=low)
        case Info():
            return texts.html("refuse-info")
        case OneChoice() | Multi():
            return texts.html("refuse-choice")
        case Pick():
            return texts.html("refuse-pick")
        case YesNo():
            return texts.html("refuse-yes-no")
        case Number():
            return texts.html("refuse-number")
        case Day():
            return texts.html("refuse-date")
        case Clock():
            return texts.html("refuse-time")
        case Countdown():
            return texts.html("refuse-clock")
        case _:
            assert_never(step)


def _rating(top: int, texts: Texts) -> str:
    return texts.html("refuse-rating", max=top, example=60 * top // 100)
