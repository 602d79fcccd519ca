"""What somebody answers to the steps of a sheet: words that are written, buttons pressed."""

import tomllib
from functools import cache
from pathlib import Path

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
from conversations.path import options_of
from conversations.session import Session

WORDS = Path(__file__).parent.parent / "worksheets" / "words"
Said = str | list[str]


@cache
def words(locale: str) -> dict[str, dict[str, Said]]:
    """Return what is answered in a language, by sheet and step; English numbers and choices."""
    return tomllib.loads((WORDS / f"{locale}.toml").read_text(encoding="utf-8"))


def said_to(step: Step, session: Session, locale: str) -> list[str]:
    """Return what is written or pressed for the whole of a step; a press begins with a colon."""
    sheet = session.worksheet.id
    own = words(locale).get(sheet, {}).get(step.id)
    told = words("en").get(sheet, {}).get(step.id) if own is None else own
    if isinstance(step, Text | TextList | Moods):
        assert own is not None, f"nobody knows what to write to {sheet}.{step.id} in {locale}"
    several = told if isinstance(told, list) else [told] if told else []
    match step:
        case Info():
            return [":v.ok"]
        case Text() | Number() | Moods():
            return several
        case TextList():
            return several[:1] if session.variant in step.one_in else [*several, ":v.done"]
        case Scale() | Rerate():
            top = step.max // 10
            return [one if int(one) % top else f":v.{one}" for one in several]  # 55 has no button
        case Pick() | YesNo() | OneChoice():
            return [f":v.{several[0]}"]
        case Multi():
            there = [one.id for one in options_of(step, session)]
            return [*(f":n.{one}" for one in several if one in there), ":v.done"]
        case Day():
            return [f":v.{step.suggest[-1]}"]
        case Clock():
            return [f":v.{step.suggest[-1]}"]
        case Countdown():
            return [":v.go"]


def asked_by_clock(sheet: Worksheet, step: Step) -> list[str]:
    """Return the numbers that are given while the clock of a step runs."""
    told = words("en").get(sheet.id, {}).get(step.id, []) if isinstance(step, Countdown) else []
    return told if isinstance(told, list) else [told]


def other_words(step: Step, session: Session) -> list[str]:
    """Return what is put in place of an answer that was given."""
    match step:
        case Text():
            return [str(words("en")[session.worksheet.id]["other_words"])]
        case Scale():
            return [":v.4" if step.max == 10 else ":v.50"]
        case Moods():
            return ["sad 50"]
        case TextList():
            return [str(words("en")[session.worksheet.id]["other_words"]), ":v.done"]
        case OneChoice():
            return [f":v.{options_of(step, session)[-1].id}"]
        case Day():
            return [f":v.{step.suggest[0]}"]
        case Info():
            return [":v.ok"]
        case _:
            raise AssertionError(f"{step.id} has no other answer")
