"""Numbers as tired people type them: "60", "about 60", "6/10", "60%", "sad 80, angry 40".

It guesses nothing: a text in which the number is not plainly the answer yields None, and the caller
keeps the text and asks again. The few words known here are English; other languages lose nothing
but the convenience.
"""

import re
from dataclasses import dataclass, field

NAME_LIMIT = 60
_NUMBER = r"[-−]?\d{1,9}(?:[.,]\d{1,2})?(?![\d]|[.,]\d)"
_BEFORE = (
    r"(?:(?:about|around|maybe|roughly|approx\.?|approximately|say|like|ca\.?|circa|probably|"
    r"perhaps|nearly|almost|over|under|just|only|still|now|at|a|an|oh|so|ok|hm+|um+|"
    r"i'?d say|i would say|i think|i guess|it'?s|it is)[\s,.…:]*|[~≈=:\s])*"
)
_OF = r"\s*(?:/|out of|of)\s*(?P<of>5|10|100)(?!\d)"
_PERCENT = r"\s*(?P<percent>%|percent|per cent)"
_AFTER = (
    r"(?=$|[\s]*[,;.!?…(\n:\-–—]|\s*(?:because|since|as|i think|i guess|maybe|or so|now|today|but|"
    r"and|points?|ish)\b|ish\b)"
)
_RATING = re.compile(
    rf"^{_BEFORE}(?P<number>{_NUMBER})(?:{_OF}|{_PERCENT})?{_AFTER}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_RANGE_REST = re.compile(r"^\s*(?:[-–—]|to|or)\s*\d", re.IGNORECASE)
_EMPTY_REST = re.compile(
    r"^(?:[\s.!?…)]|i think|i guess|maybe|or so|now|today|points?|-?ish)*$", re.IGNORECASE
)
_AMOUNT = re.compile(
    rf"^{_BEFORE}(?P<number>{_NUMBER})\s*(?P<rest>[^\d]*)$", re.IGNORECASE | re.DOTALL
)
_SEPARATOR = re.compile(r"[,;\n]+(?!\d{1,2}\s*/)|\s(?:and|&|\+)\s", re.IGNORECASE)
_IN_PART = re.compile(rf"(?P<number>{_NUMBER})(?:{_OF}|{_PERCENT})?", re.IGNORECASE)
_TAIL_WORDS = re.compile(r"(?:\s+(?:about|around|maybe|is|was|at|like|ca\.?|~))+$", re.IGNORECASE)
_HEAD_WORDS = re.compile(r"^(?:and|also|plus|a bit|very)\s+(?=\S)", re.IGNORECASE)
_REASON = re.compile(r"\b(?:because|since|when|but|as|that)\b", re.IGNORECASE)
_TRIM = " \t:=-–—()~.!…•*"


@dataclass(frozen=True, slots=True)
class Rating:
    """A number found, and whether more was written than the number."""

    value: int = field(repr=False)
    more: bool = False


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """A number, but not one of this scale."""


def rating_in(text: str, top: int) -> Rating | OutOfRange | None:
    """Return the rating 0..`top` that `text` plainly states, None if it states none."""
    found = _RATING.match(text.strip())
    if not found or _RANGE_REST.match(found["rest"]):
        return None
    value = _scaled(found, top)
    if value is None:
        return OutOfRange()
    return Rating(value, more=not _EMPTY_REST.match(found["rest"]))


def amount_in(text: str) -> tuple[float, bool] | None:
    """Return a plain number (and whether much more was written), as in "about 20 minutes"."""
    found = _AMOUNT.match(text.strip())
    if not found:
        return None
    return _float(found["number"]), len(found["rest"].split()) > 2


def reason_in(text: str) -> bool:
    """Whether a list of feelings goes on with a reason ("sad 80 because she left")."""
    return bool(_REASON.search(text))


def feelings_in(text: str, top: int) -> list[tuple[str, int | None]] | None:
    """Return name and rating of each feeling in `text`; None if it reads like a sentence.

    A rating outside the scale counts as not given; a reason is left out (`reason_in`).
    """
    items: list[tuple[str, int | None]] = []
    for part in _SEPARATOR.split(_REASON.split(text)[0]):
        items = _add_part(items, part, top)
    if any(len(name.split()) > 5 or len(name) > NAME_LIMIT for name, _ in items):
        return None
    return items or None


def _add_part(
    items: list[tuple[str, int | None]], part: str, top: int
) -> list[tuple[str, int | None]]:
    items, begin = list(items), 0
    early: int | None = None  # a rating written before its name, "80 sad"
    for found in _IN_PART.finditer(part):
        name = _tidy(part[begin : found.start()])
        value = _scaled(found, top)
        if name:
            items.append((name, value))
        elif begin == 0 and part[found.end() :].strip(_TRIM):
            early = value
        elif items and items[-1][1] is None:
            items[-1] = (items[-1][0], value)
        begin = found.end()
    if tail := _tidy(part[begin:]):
        items.append((tail, early))
    return items


def _tidy(name: str) -> str:
    name = _TAIL_WORDS.sub("", name.strip(_TRIM)).strip(_TRIM)
    return _HEAD_WORDS.sub("", name).strip(_TRIM)


def _scaled(found: re.Match[str], top: int) -> int | None:
    number = _float(found["number"])
    if found["of"]:
        number = number * top / int(found["of"])
    elif found["percent"]:
        number = number * top / 100
    return int(number + 0.5) if 0 <= number <= top else None


def _float(digits: str) -> float:
    return float(digits.replace(",", ".").replace("−", "-"))
