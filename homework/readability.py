"""How hard a text reads: the school grade by Flesch and Kincaid, for English.

Kincaid et al. 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are counted
by the groups of vowels, which is right for most words and near for the rest.
"""

import re
from collections.abc import Iterator

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
_WORD = re.compile(r"[a-z']+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"([^l]e|[^td]ed)$")


def syllables(word: str) -> int:
    """Return how many syllables a lower-case word has; at least one."""
    count = len(_VOWELS.findall(word))
    silent = _SILENT_END.search(word) and not word.endswith("ee")
    return max(1, count - 1 if silent else count)


def grade(text: str) -> float:
    """Return the school grade for which a text is written; below 0 for a few short words."""
    sentences = [part for part in _SENTENCE_END.split(text) if re.search(r"[a-zA-Z]", part)]
    words = _WORD.findall(text.lower())
    if not words:
        return 0.0
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def client_text(sheet: Worksheet) -> str:
    """Return every word of a sheet that a client may read, a line each."""
    return "\n".join(line for line in _lines(sheet) if line)


def levels(sheet: Worksheet) -> dict[str, float | None]:
    """Return the grade of a sheet's whole client text by its language; None: there is no measure
    for that language here."""
    english = sheet.locale.partition("-")[0] == "en"
    return {sheet.locale: round(grade(client_text(sheet)), 1) if english else None}


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
    """Return the words of at least so many syllables, those with the most first."""
    found = dict.fromkeys(word for word in _WORD.findall(text.lower()) if syllables(word) >= least)
    return sorted(found, key=syllables, reverse=True)[:most]
