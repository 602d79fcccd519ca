"""Raw text or a pressed button -> a typed value, or a reason why not.

Shapes of values: text str · choice str (option id) · multi list of option ids · scale int · moods
and rerate list of {"name", "rating": int or None} · text_list list of str · number int or float ·
date "YYYY-MM-DD" · time "HH:MM" · yes_no bool · clock
{"ran": seconds, "ratings": {minute: int}}, and "since" while it runs · info True · pick str (the
text) · and for every kind `path.CANNOT_YET`. Nothing here knows where in a conversation it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import assert_never

from conversations.daywords import days_in, time_in
from conversations.effects import Refuse
from conversations.language import UNSPOKEN, Language, folded
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
    YesNo,
)
from conversations.numerals import DIGITS, Numerals
from conversations.ratings import OutOfRange, Rating, Unsure, amount_in, feelings_in, rating_in
from conversations.session import Json, Option

TEXT_LIMIT = 10_000
"""Characters kept in one text answer, however many messages it came in; more goes to the notes."""

MOST_MINUTES = 240
"""The longest time that can be typed where a clock might have run."""

_FIRST = re.compile(r"([^\W_]+)(\s*$|\s*[,.;:!(\n–-]|\s+(?=\w))(.*)", re.S)


@dataclass(frozen=True, slots=True)
class Value:
    """An accepted value. `note`: what was written beyond it, to be kept beside the answers."""

    value: Json = field(repr=False)
    note: str = field(default="", repr=False)


Parsed = Value | Refuse


def parse(
    step: Step,
    raw: str,
    *,
    today: date,
    options: Sequence[Option] = (),
    items: Sequence[str] = (),
    language: Language = UNSPOKEN,
    offered: Sequence[int] = (),
) -> Parsed:
    """Return the value of the cleaned, non-empty text `raw` for `step`.

    `options`: what can be chosen; `items`: the texts a pick picks from; `today`: the writer's date;
    `language`: what they type in it; `offered`: the ratings of which one was asked for.
    For moods and text_list the value is the list of new items; for rerate, one rating (int).
    """
    text, words = raw.strip(), language.numerals
    match step:
        case Info():
            return Value(True) if folded(text) in language.on else Refuse("refuse-info")
        case Text():
            return _text(step, text)
        case OneChoice():
            return _chosen(text, options)
        case Multi():
            return _several(text, options)
        case Scale() | Rerate():
            return rate(text, step.max, words, offered)
        case Moods():
            return _moods(step, text, words)
        case TextList():
            return Value([line.strip() for line in text.split("\n") if line.strip()])
        case Number():
            return _number(step, text, words)
        case Day():
            return _day(step, text, today, language)
        case Clock():
            return _clock(text, language)
        case Countdown():
            return _minutes(text, words)
        case YesNo():
            return _yes_no(text, language)
        case Pick():
            return _picked(text, items, language)
        case _:
            assert_never(step)


def press(
    step: Step,
    value: str,
    *,
    today: date,
    options: Sequence[Option] = (),
    items: Sequence[str] = (),
) -> Value | None:
    """Return the value of a pressed button; None for one that this step does not have."""
    match step:
        case Info():
            return Value(True) if value == "ok" else None
        case OneChoice():
            return Value(value) if any(o.id == value for o in options) else None
        case Scale() | Moods() | Rerate() | Countdown():
            return _pressed_rating(value, step.max)
        case Day():
            near = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(value)
            return None if near is None else Value((today + timedelta(days=near)).isoformat())
        case Clock():
            return Value(value) if value in step.suggest else None
        case YesNo():
            return Value(value == "yes") if value in ("yes", "no") else None
        case Pick():
            place = _digits(value)
            return None if place is None or place >= len(items) else Value(items[place])
        case Text() | TextList() | Number() | Multi():
            return None
        case _:
            assert_never(step)


def rate(text: str, top: int, words: Numerals = DIGITS, offered: Sequence[int] = ()) -> Parsed:
    """Return the rating 0..`top` in `text`; more words than the number become a note.

    A number that may mean several is asked about, and taken as it stands the second time.
    """
    found = rating_in(text, top, words)
    match found:
        case None:
            return Refuse("refuse-rating", {"max": top, "example": 60 * top // 100})
        case OutOfRange():
            return Refuse("refuse-rating-range", {"max": top})
        case Rating(value, more):
            return Value(value, note=text if more else "")
        case Unsure(options, said, more, span):
            if said is not None and said in offered:
                return Value(said, note=text if more else "")
            which = "refuse-rating-between" if span else "refuse-rating-which"
            key = which if len(options) == 2 else "refuse-rating-several"
            return Refuse(key, {"max": top}, offered=options, bare=not more)
        case _:
            assert_never(found)


def _moods(step: Moods, text: str, words: Numerals) -> Parsed:
    bare = rating_in(text, step.max, words)
    if isinstance(bare, OutOfRange) or (bare is not None and not bare.more):
        found = None  # "about 60" is a number, not a feeling called "about"
    else:
        found = feelings_in(text, step.max, words)
    if found is None:
        return feelings_refusal(step)
    return Value([_item(*each) for each in found.pairs], note=text if found.more else "")


def feelings_refusal(step: Moods | Rerate) -> Refuse:
    """Say that feelings are wanted, with an example."""
    return Refuse("refuse-moods", {"high": 80 * step.max // 100, "low": 40 * step.max // 100})


def _item(name: str, rating: int | None) -> Json:
    return {"name": name, "rating": rating}


def _word(text: str) -> str:
    return " ".join(text.casefold().split()).strip(".!? ")


def _text(step: Text, text: str) -> Parsed:
    if step.max_chars is not None and len(text) > step.max_chars:
        return Refuse("refuse-long", {"limit": step.max_chars, "length": len(text)})
    return Value(text[:TEXT_LIMIT], note=text[TEXT_LIMIT:])


def _chosen(text: str, options: Sequence[Option]) -> Parsed:
    found = _matching(_word(text), options)
    return Value(found.id) if found else Refuse("refuse-choice")


def _several(text: str, options: Sequence[Option]) -> Parsed:
    """Options one after another; one that has a comma itself is known whole."""
    spoken = text.replace(";", ",").replace("\n", ",").split(",")
    parts = [part.strip() for part in spoken if part.strip()]
    longest = 1 + max((option.label.count(",") for option in options), default=0)
    ids: set[str] = set()
    while parts:
        taken = range(min(longest, len(parts)), 0, -1)
        read = ((_matching(_word(", ".join(parts[:n])), options), n) for n in taken)
        option, count = next(((one, n) for one, n in read if one), (None, 0))
        if option is None:
            return Refuse("refuse-choice")
        ids.add(option.id)
        parts = parts[count:]
    return Value([one.id for one in options if one.id in ids]) if ids else Refuse("refuse-choice")


def _matching(word: str, options: Sequence[Option]) -> Option | None:
    """An option by its label or id, or by the beginning of one label only."""
    same = [o for o in options if word in (_word(o.label), o.id.casefold())]
    if len(same) == 1:
        return same[0]
    begun = [o for o in options if len(word) >= 3 and _word(o.label).startswith(word)]
    return begun[0] if not same and len(begun) == 1 else None


def _number(step: Number, text: str, words: Numerals) -> Parsed:
    found = amount_in(text, words)
    if found is None:
        return Refuse("refuse-number")
    number, more = found
    if not step.min <= number <= step.max:
        return Refuse("refuse-number-range", {"min": f"{step.min:g}", "max": f"{step.max:g}"})
    if step.whole and number != int(number):
        return Refuse("refuse-number-whole")
    return Value(_short(number), note=text if more else "")


def _minutes(text: str, words: Numerals) -> Parsed:
    """Minutes that were counted elsewhere."""
    found = amount_in(text, words)
    if found is None:
        return Refuse("refuse-clock")
    number, more = found
    if not 0 <= number <= MOST_MINUTES:
        return Refuse("refuse-number-range", {"min": "0", "max": str(MOST_MINUTES)})
    return Value({"ran": round(number * 60), "ratings": {}}, note=text if more else "")


def _day(step: Day, text: str, today: date, language: Language) -> Parsed:
    lean = "future" if "tomorrow" in step.suggest else "past"
    found = days_in(text, today, lean, language.days)
    if len(found) > 1:
        return Refuse("refuse-date-which", {"first": found[0], "last": found[-1]}, bare=True)
    return Value(found[0].isoformat()) if found else Refuse("refuse-date")


def _clock(text: str, language: Language) -> Parsed:
    time = time_in(text, language.days)
    return Value(time) if time else Refuse("refuse-time")


def _short(number: float) -> int | float:
    return int(number) if number == int(number) else number


def _yes_no(text: str, language: Language) -> Parsed:
    """A whole message, or its first word where a sentence ends or goes on with its reason."""
    yes, no = language.yes, language.no
    if (whole := folded(text)) in yes | no | {"1", "0"}:
        return Value(whole in yes | {"1"})
    found = _FIRST.fullmatch(text.casefold())
    if not found or (word := found[1]) not in yes | no:
        return Refuse("refuse-yes-no")
    more = found[3].strip(" .,!")
    goes_on = more and found[2].isspace() and "\n" not in found[2]
    if goes_on and re.split(r"[^\w’']", more)[0] not in language.then:
        return Refuse("refuse-yes-no")
    return Value(word in yes, note=text if more else "")


def _picked(text: str, items: Sequence[str], language: Language) -> Parsed:
    word = bare = _word(text)
    for before in language.number:
        bare = bare.removeprefix(f"{before} ")
    place = _digits(bare.removeprefix("#"))
    if place is not None and 1 <= place <= len(items):
        return Value(items[place - 1])
    found = [item for item in items if _word(item) == word] or [
        item for item in items if len(word) >= 3 and word in _word(item)
    ]
    return Value(found[0]) if len(found) == 1 else Refuse("refuse-pick")


def _pressed_rating(value: str, top: int) -> Value | None:
    number = _digits(value)
    return None if number is None or number > top else Value(number)


def _digits(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None
