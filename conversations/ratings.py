"""Numbers as tired people type them: "60", "about sixty", "6/10", "60%", "sad 80, angry 40".

It guesses nothing: a text in which the number is not plainly the answer yields None, one that may
mean several numbers yields those (`Unsure`), and the caller keeps the words and asks again. The
words of a language come from outside (`numerals.py`).
"""

import re
from dataclasses import dataclass, field
from functools import cache

from conversations.numerals import DIGITS, Numerals

NAME_LIMIT = 60
NAME_WORDS = 5
SURE_FROM = 10
"""On the scale to 100 a bare number below this may be meant on a scale to 10."""
_NUMBER = r"[-−]?\d{1,9}(?:[.,]\d{1,2})?(?![\d]|[.,]\d)"
_TRIM = " \t:=-–—()~.!…•*→>"


@dataclass(frozen=True, slots=True)
class Rating:
    """A number found, and whether more was written than the number."""

    value: int = field(repr=False)
    more: bool = False


@dataclass(frozen=True, slots=True)
class Unsure:
    """Numbers, each on the scale, one of which may be meant.

    `said`: the number that stood there itself; `span`: the two ends of one.
    """

    options: tuple[int, ...] = field(repr=False)
    said: int | None = field(default=None, repr=False)
    more: bool = False
    span: bool = False


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """A number, but not one of this scale."""


class _Patterns:
    """What a language's words make of the patterns below."""

    def __init__(self, words: Numerals) -> None:
        of, percent = words.any_of("of"), words.any_of("percent")
        goes_on, after = words.any_of("goes_on"), words.any_of("after")
        # Possessive, and each sign in one way only: else "::::::::" costs twice as much with each
        # sign. Behind a word and its signs comes a blank, or no letter.
        word = rf"{words.any_of('before')}(?!\w)[\s,.…:]*+(?:(?!\w)|(?<=[\s:]))"
        before = rf"(?:{word}|[~≈=:\s])*+"
        follows = rf"(?=$|\s*[,;.!?…(\n:\-–—]|\s*(?:{goes_on}|{after})(?!\w))"

        def unit(place: str = "") -> str:
            least = rf"\s*(?:/|{of}\s)\s*(?P<of{place}>5|10|100)(?!\d)"
            return rf"(?:{least}|\s*(?P<percent{place}>%|{percent}(?!\w)))?"

        flags = re.IGNORECASE | re.DOTALL
        between = rf"(?:{words.any_of('between')}\s+)?"
        to = rf"(?:\s*[-–—]\s*|\s+{words.any_of('to')}\s+)"
        self.rating = re.compile(
            rf"^{before}(?P<number>{_NUMBER}){unit()}{follows}(?P<rest>.*)$", flags
        )
        self.range = re.compile(
            rf"^{before}{between}(?P<number>{_NUMBER}){unit()}{to}"
            rf"(?P<number2>{_NUMBER}){unit('2')}{follows}(?P<rest>.*)$",
            flags,
        )
        self.empty_rest = re.compile(rf"^(?:[\s.!?…)]|-?{after}(?!\w))*+$", flags)
        self.amount = re.compile(rf"^{before}(?P<number>{_NUMBER})\s*+(?P<rest>[^\d]*+)$", flags)
        self.separator = re.compile(
            rf"(?:[;\n]|,(?!(?<=\d,)\d))+|\s(?:{words.any_of('join')}|&|\+)\s", flags
        )
        self.measured = re.compile(rf"\d\s*(?:/|{of}\s|%|{percent})", flags)
        self.in_part = re.compile(rf"(?P<number>{_NUMBER}){unit()}", flags)
        self.tail = re.compile(rf"(?<!\s)(?:\s++(?:{words.any_of('link')}|~)){{1,9}}+$", flags)
        self.head = re.compile(rf"^(?:{words.any_of('lead')})\s+(?=\S)", flags)
        self.reason = re.compile(rf"(?<!\w){words.any_of('reason')}(?!\w)", flags)


@cache
def _patterns(words: Numerals) -> _Patterns:
    return _Patterns(words)


def rating_in(text: str, top: int, words: Numerals = DIGITS) -> Rating | Unsure | OutOfRange | None:
    """Return the rating 0..`top` that `text` plainly states, None if it states none."""
    find, said = _patterns(words), words.digits(text.strip())
    if span := find.range.match(said):
        return _between(span, top, find)
    found = find.rating.match(said)
    if not found:
        return None
    if re.search(r"\d", found["rest"]):
        return None  # "22:15 was the worst, 90" and "70 - no, 40" say two: nobody guesses which
    more = not find.empty_rest.match(found["rest"])
    number, known = _float(found["number"]), found["of"] or found["percent"]
    if not known and top > SURE_FROM and 0 < number < SURE_FROM:
        return _on_either_scale(number, more)
    if not known and top <= SURE_FROM and 0 < number < top and number != int(number):
        return Unsure((int(number), int(number) + 1), more=more)
    value = _scaled(found, top)
    return OutOfRange() if value is None else Rating(value, more)


def _on_either_scale(number: float, more: bool) -> Unsure | None:
    if number < 1:
        return None
    small, large = _round(number), _round(number * 10)
    return Unsure((small, large), small if number == small else None, more)


def _between(span: re.Match[str], top: int, find: _Patterns) -> Unsure | OutOfRange:
    """The two ends of "60 to 70"; a unit behind the second counts for both."""
    ends = [_scaled(span, top, unit="2"), _scaled(span, top, "2", unit="2")]
    if not (span["of2"] or span["percent2"]):
        ends = [_scaled(span, top), _scaled(span, top, "2", unit="2")]
    first, last = ends
    if first is None or last is None:
        return OutOfRange()
    options = {first, last}
    if not (span["of2"] or span["percent2"]) and top > SURE_FROM and 0 < max(options) <= SURE_FROM:
        options |= {first * 10, last * 10}
    more = not find.empty_rest.match(span["rest"])
    return Unsure(tuple(sorted(options)), more=more, span=True)


def amount_in(text: str, words: Numerals = DIGITS) -> tuple[float, bool] | None:
    """Return a plain number (and whether much more was written), as in "about 20 minutes"."""
    found = _patterns(words).amount.match(text.strip())
    if not found:
        written = words.digits(text.strip())
        found = _patterns(words).amount.match(written) if written != text.strip() else None
        if not found or len(found["rest"].split()) > 2:  # "one of my friends came" is no amount
            return None
    return _float(found["number"]), len(found["rest"].split()) > 2


def reason_in(text: str, words: Numerals = DIGITS) -> bool:
    """Whether a list of feelings goes on with a reason ("sad 80 because she left")."""
    return bool(_patterns(words).reason.search(text))


@dataclass(frozen=True, slots=True)
class Feelings:
    """Feelings by name, each with its rating if it has one that is plain.

    `more`: a reason was written too, or a number that may mean several.
    """

    pairs: tuple[tuple[str, int | None], ...] = field(repr=False)
    more: bool = False


def feelings_in(text: str, top: int, words: Numerals = DIGITS) -> Feelings | None:
    """Return name and rating of each feeling in `text`; None if it reads like a sentence."""
    find, said = _patterns(words), words.digits(text)
    if not find.measured.search(said):  # "no one" counts nobody, "six out of ten" does
        said = words.digits(text, least=SURE_FROM)
    whole = _Listed(find, top)
    for part in find.separator.split(find.reason.split(said)[0]):
        if not whole.take(part):
            return None
    names = [name for name, _ in whole.pairs]
    if not names or any(len(n.split()) > NAME_WORDS or len(n) > NAME_LIMIT for n in names):
        return None
    return Feelings(tuple(whole.pairs), whole.more or reason_in(text, words))


class _Listed:
    """A list of feelings while it is read, part by part."""

    def __init__(self, find: _Patterns, top: int) -> None:
        self.pairs: list[tuple[str, int | None]] = []
        self.more = False
        self._find, self._top = find, top

    def take(self, part: str) -> bool:
        """Take what stands between two separators; False if it reads like a sentence."""
        numbers = [*self._find.in_part.finditer(part)]
        if not numbers:
            self._add(part, None)
            return True
        head, tail = part[: numbers[0].start()], part[numbers[-1].end() :]
        if self._tidy(head):
            return self._after_their_names(part, numbers)
        if len(numbers) == 1 and self._tidy(tail):  # "80 sad"; "20 people came" is no feeling
            self._add(tail, self._rating(numbers[0]))
            return self.pairs[-1][1] is not None and len(self.pairs[-1][0].split()) == 1
        if len(numbers) == 1 and self.pairs and self.pairs[-1][1] is None:  # "sad, 80"
            self.pairs[-1] = (self.pairs[-1][0], self._rating(numbers[0]))
            return True
        return not self._tidy(tail)

    def _after_their_names(self, part: str, numbers: list[re.Match[str]]) -> bool:
        begin = 0
        for found in numbers:
            if not self._tidy(part[begin : found.start()]):
                return False  # two numbers for one feeling
            self._add(part[begin : found.start()], self._rating(found))
            begin = found.end()
        return self._find.empty_rest.match(part[begin:].strip(_TRIM)) is not None

    def _add(self, name: str, rating: int | None) -> None:
        if tidy := self._tidy(name):
            self.pairs.append((tidy, rating))

    def _rating(self, found: re.Match[str]) -> int | None:
        number, known = _float(found["number"]), found["of"] or found["percent"]
        unsure = not known and self._top > SURE_FROM and 0 < number < SURE_FROM
        value = None if unsure else _scaled(found, self._top)
        self.more = self.more or value is None
        return value

    def _tidy(self, name: str) -> str:
        name = self._find.tail.sub("", f" {name.strip(_TRIM)}").strip(_TRIM)
        return self._find.head.sub("", name).strip(_TRIM).strip()  # no control characters either


def _scaled(found: re.Match[str], top: int, number: str = "", unit: str = "") -> int | None:
    value = _float(found[f"number{number}"])
    if found[f"of{unit}"]:
        value = value * top / int(found[f"of{unit}"])
    elif found[f"percent{unit}"]:
        value = value * top / 100
    return _round(value) if 0 <= value <= top else None


def _round(value: float) -> int:
    return int(value + 0.5)


def _float(digits: str) -> float:
    return float(digits.replace(",", ".").replace("−", "-"))
