"""How hard a text reads, by the measure that is usual in its language.

English: the school grade of Flesch and Kincaid (Kincaid et al. 1975). Spanish: the ease of
Fernández Huerta (1959), with words a sentence as Law (2011) put it right. German: the first Wiener
Sachtextformel (Bamberger and Vanecek 1984), a school grade too. Russian: words a sentence.
Syllables are counted by groups of vowels, which is right for most words and near for the rest.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from conversations.model import (
    Countdown,
    Moods,
    Multi,
    OneChoice,
    Rerate,
    Scale,
    TextList,
    Worksheet,
)

_SENTENCE_END = re.compile(r"[.!?:]\s|\n")
_LETTER = re.compile(r"[^\W\d_]")
_ENGLISH_WORD = re.compile(r"[a-z']+")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_WITH_HYPHENS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"([^l]e|[^td]ed)$")
_GERMAN_VOWELS = re.compile(r"[aeiouyäöü]+")
# A strong vowel or one with an accent is a syllable of its own; weak ones lean on them.
_STRONG = "aeoáéóíú"
_SPANISH_VOWELS = re.compile(rf"[{_STRONG}]|(?<![{_STRONG}])[iuüy]++(?![{_STRONG}])")


@dataclass(frozen=True, slots=True)
class Measure:
    """How hard a text of one language reads. `wanted`: the bound; `easier_is_more`: which side."""

    name: str = field(repr=False)
    of: Callable[[str], float] = field(repr=False)
    wanted: float
    easier_is_more: bool = False

    def holds(self, level: float) -> bool:
        """Whether a text of this level is easy enough."""
        return level >= self.wanted if self.easier_is_more else level <= self.wanted


def syllables(word: str) -> int:
    """Return how many syllables a lower-case English word has; at least one."""
    count = len(_VOWELS.findall(word))
    silent = _SILENT_END.search(word) and not word.endswith("ee")
    return max(1, count - 1 if silent else count)


def spanish_syllables(word: str) -> int:
    """Return how many syllables a lower-case Spanish word has; at least one."""
    return max(1, len(_SPANISH_VOWELS.findall(word)))


def german_syllables(word: str) -> int:
    """Return how many syllables a lower-case German word has; at least one."""
    return max(1, len(_GERMAN_VOWELS.findall(word)))


def grade(text: str) -> float:
    """Return the school grade for which an English text is written; below 0 for a few words."""
    words = _ENGLISH_WORD.findall(text.lower())
    if not words:
        return 0.0
    spoken = sum(map(syllables, words))
    return 0.39 * _a_sentence(text, words) + 11.8 * spoken / len(words) - 15.59


def ease(text: str) -> float:
    """Return how easily a Spanish text reads: 100 is very easy, 0 very hard."""
    words = _WORD.findall(text.lower())
    if not words:
        return 100.0
    spoken = sum(map(spanish_syllables, words))
    return 206.84 - 60 * spoken / len(words) - 1.02 * _a_sentence(text, words)


def wiener(text: str) -> float:
    """Return the school grade for which a German text is written."""
    words = _WORD.findall(text.lower())
    if not words:
        return 0.0
    counts = [german_syllables(word) for word in words]

    def percent(found: Iterator[bool]) -> float:
        return 100 * sum(found) / len(words)

    many, one = percent(count >= 3 for count in counts), percent(count == 1 for count in counts)
    long = percent(len(word) > 6 for word in words)
    return 0.1935 * many + 0.1672 * _a_sentence(text, words) + 0.1297 * long - 0.0327 * one - 0.875


def words_a_sentence(text: str) -> float:
    """Return how many words a sentence has on average."""
    words = _WORD_WITH_HYPHENS.findall(text)
    return _a_sentence(text, words) if words else 0.0


def _a_sentence(text: str, words: Sequence[str]) -> float:
    return len(words) / len([part for part in _SENTENCE_END.split(text) if _LETTER.search(part)])


MEASURES: Mapping[str, Measure] = {
    "en": Measure("Flesch-Kincaid grade", grade, 6),
    "es": Measure("Fernández-Huerta ease", ease, 80, easier_is_more=True),
    "de": Measure("Wiener Sachtextformel 1", wiener, 6),
    "ru": Measure("words a sentence", words_a_sentence, 12),
}
"""By language. A sheet as a whole has to hold its bound."""


def measure(locale: str) -> Measure | None:
    """Return the measure for a locale's language, None where there is none here."""
    return MEASURES.get(re.split(r"[-_]", locale)[0])


def client_text(sheet: Worksheet) -> str:
    """Return every word of a sheet that a client may read, a line each."""
    return "\n".join(line for line in _lines(sheet) if line)


def level(sheet: Worksheet) -> float | None:
    """Return how hard a sheet's whole client text reads in its language; None: no measure here."""
    found = measure(sheet.locale)
    return round(found.of(client_text(sheet)), 1) if found else None


def _lines(sheet: Worksheet) -> Iterator[str]:
    yield from (sheet.title, sheet.about, sheet.why)
    yield from (stage.title for stage in sheet.stages)
    for step in sheet.steps:
        yield from (step.prompt, step.hint, step.label)
        match step:
            case OneChoice() | Multi():
                yield from (choice.label for choice in step.choices)
            case Scale():
                yield from (step.low, step.high)
            case Moods():
                yield from (step.low, step.high, step.rate_prompt, step.more_prompt)
            case Rerate():
                yield from (step.rate_prompt, step.new_prompt)
            case Countdown():
                yield from (line.say for line in step.lines)
                yield from (step.rate_prompt, step.low, step.high, step.done)
            case TextList():
                yield step.more_prompt
            case _:
                pass


def hardest(text: str, least: int, most: int = 3) -> list[str]:
    """Return the English words of at least so many syllables, those with the most first."""
    said = _ENGLISH_WORD.findall(text.lower())
    found = dict.fromkeys(word for word in said if syllables(word) >= least)
    return sorted(found, key=syllables, reverse=True)[:most]
