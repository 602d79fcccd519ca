"""TOML text -> Worksheet, or every problem with its line, its rule and how to mend it.

It opens no files. A file may come from anybody, so it is limited in size and nothing in it is
ever more than data. A translation is a file of its own that changes words and nothing else.
"""

import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from re import search
from typing import cast, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from conversations.fingerprints import fingerprint, texts_fingerprint
from conversations.model import Again, Choice, Rest, Spoken, Stage, Starts, Step, When, Worksheet
from conversations.problems import Finding, Problem
from conversations.rules import broken
from conversations.session import Json
from conversations.toml_lines import Lines

__all__ = ["Problem", "fingerprint", "load", "texts_fingerprint", "translate"]

SIZE_LIMIT = 200_000
"""Characters of one file."""

_SPELLINGS = {
    "at": 'write it in minutes and seconds like "1:30"',
    "suggest": 'write times like "18:30"',
    "usual_time": 'write it like "18:30"',
    "locale": 'write it like "en" or "pt-BR"',
}

Table = dict[str, Json]

_KINDS: dict[str, type] = {
    get_args(kind.model_fields["kind"].annotation)[0]: kind for kind in get_args(get_args(Step)[0])
}
_FIXES = {
    "missing": "add it",
    "string_too_short": "write something in it",
    "string_too_long": "make it shorter",
    "too_short": "add at least one",
}


def load(source: str, name: str) -> Worksheet | list[Problem]:
    """Return the worksheet in `source`, or its problems in the order of lines.

    `name`: what the file is called, for a file that cannot be read at all. The same text is read
    once: what is shipped and what is published are mostly the same.
    """
    found = _loaded(source, name)
    return found if isinstance(found, Worksheet) else [*found]


@lru_cache(maxsize=128)
def _loaded(source: str, name: str) -> Worksheet | tuple[Problem, ...]:
    table = _read(source, name)
    if not isinstance(table, dict):
        return tuple(table)
    lines = Lines(source)
    found = _checked(table, lines)
    if isinstance(found, list):
        return tuple(found)
    problems = [_placed(finding, found, lines) for finding in broken(found)]
    return tuple(sorted(problems, key=_by_line)) or found


def translate(worksheet: Worksheet, source: str, name: str) -> Worksheet | list[Problem]:
    """Return `worksheet` with the words of a translation file, or the problems of that file.

    The file has `format`, `id`, `locale`, the words of the sheet, `[steps.<id>]` tables with the
    words of a step and `[steps.<id>.choices]` with `id = "label"`. Every text of the original has
    to be there; nothing else may.
    """
    table = _read(source, name)
    if not isinstance(table, dict):
        return table
    lines = Lines(source)
    original: Table = worksheet.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if table.get("id") != worksheet.id:
        fix = f'write id = "{worksheet.id}", or translate the other file'
        return [Problem(lines.find(["id"]), None, "this translates another worksheet", fix)]
    problems: list[Problem] = []
    merged = _with_words(original, table, (), lines, problems)
    if problems:
        return sorted(problems, key=_by_line)
    return _checked(merged, lines)


def _read(source: str, name: str) -> Table | list[Problem]:
    if len(source) > SIZE_LIMIT:
        rule = f"{name} is longer than {SIZE_LIMIT:,} characters"
        return [Problem(None, None, rule, "make several worksheets of it")]
    try:
        table = cast(Table, tomllib.loads(source))
    except (ValueError, RecursionError) as error:  # a number may be too long to be one
        found = search(r"\(at (?:line (\d+), column \d+|end of document)\)", str(error))
        line = int(found[1]) if found and found[1] else source.count("\n") + 1
        rule = f"{name} is not valid TOML: {str(error).split(' (at ')[0].lower()}"
        twice = "overwrite" in str(error) or "twice" in str(error)
        fix = "take one of them out" if twice else "look for a missing quote or bracket"
        return [Problem(line, None, rule, f"{fix} near this line")]
    if table.get("format") != 1:
        fix = "begin the file with: format = 1"
        return [Problem(Lines(source).find(["format"]), None, "the format is not known", fix)]
    return table


def _checked(table: Table, lines: Lines) -> Worksheet | list[Problem]:
    try:
        return Worksheet.model_validate(table)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        inner = any(len(each["loc"]) > 1 and each["loc"][0] == "steps" for each in details)
        told = [each for each in details if not (inner and each["loc"] == ("steps",))]
        problems = {_problem(each, table, lines) for each in told}
        return sorted(problems, key=_by_line)


def _problem(detail: ErrorDetails, table: Table, lines: Lines) -> Problem:
    # The place of a step error carries the kind after the number: ("steps", 3, "text", "prompt").
    place = list(detail["loc"])
    kind = ""
    if len(place) > 2 and place[0] == "steps" and place[2] in _KINDS:
        kind = str(place.pop(2))
    step = _step_at(table, place)
    rule, fix = _rule_and_fix(detail, place, kind)
    if detail["type"] == "union_tag_invalid":
        place.append("kind")
    return Problem(lines.find(place), step, rule, fix)


def _step_at(table: Table, place: Sequence[str | int]) -> str | None:
    steps = table.get("steps")
    if len(place) < 2 or place[0] != "steps" or not isinstance(place[1], int):
        return None
    if not isinstance(steps, list) or place[1] >= len(steps):
        return None
    step = steps[place[1]]
    name = step.get("id") if isinstance(step, dict) else None
    return name if isinstance(name, str) else f"number {place[1] + 1}"


def _rule_and_fix(detail: ErrorDetails, place: Sequence[str | int], kind: str) -> tuple[str, str]:
    names = [str(part) for part in place if isinstance(part, str)]
    field = names[-1] if names else "file"
    what, said = detail["type"], detail["msg"]
    if what == "missing":
        return f'"{field}" is missing', _FIXES["missing"]
    if what == "extra_forbidden":
        return f'"{field}" is not known here', _did_you_mean(field, _known(place, kind))
    if what == "union_tag_not_found":
        return '"kind" is missing', f"write one of {', '.join(_KINDS)}"
    if what == "union_tag_invalid":
        wrong = str(detail.get("ctx", {}).get("tag", ""))
        return f'there is no kind "{wrong}"', _did_you_mean(wrong, list(_KINDS))
    if what == "string_pattern_mismatch":
        usual = "use small letters, digits and _, beginning with a letter"
        return f'"{field}" is not written as it has to be', _SPELLINGS.get(field, usual)
    said = said.removeprefix("Value error, ").removeprefix("Input ")
    return f'"{field}" {said[:1].lower()}{said[1:]}', _FIXES.get(what, "change it so that it fits")


def _known(place: Sequence[str | int], kind: str) -> list[str]:
    inner = [part for part in place[:-1] if isinstance(part, str)]
    owners: dict[str, type] = {"choices": Choice, "lines": Spoken, "when": When, "stages": Stage}
    owners |= {"starts": Starts, "again": Again, "rests": Rest}
    owner = owners.get(inner[-1], _KINDS.get(kind)) if inner else Worksheet
    fields = getattr(owner, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _did_you_mean(wrong: str, known: Sequence[str]) -> str:
    close = get_close_matches(wrong, known, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else f"known are {', '.join(known)}"


def _placed(finding: Finding, worksheet: Worksheet, lines: Lines) -> Problem:
    place: list[str | int] = [finding.field]
    if finding.step is not None:
        numbers = [n for n, step in enumerate(worksheet.steps) if step.id == finding.step]
        place = ["steps", numbers[-1], finding.field]
    elif finding.stage is not None:
        numbers = [n for n, stage in enumerate(worksheet.stages) if stage.id == finding.stage]
        place = ["stages", numbers[-1], finding.field]
    return Problem(lines.find(place), finding.step, finding.rule, finding.fix)


def _by_line(problem: Problem) -> tuple[int, str]:
    return problem.line or 0, problem.rule


# Translations -------------------------------------------------------------------------------------

_WORDS = ("title", "about", "why", "prompt", "hint", "label", "low", "high", "unit", "say", "done")
_MORE_WORDS = ("rate_prompt", "more_prompt", "new_prompt")
_FRAME = ("format", "id", "locale")


def _with_words(
    original: Table, words: Table, place: tuple[str, ...], lines: Lines, problems: list[Problem]
) -> Table:
    """Return `original` with its words replaced; what is missing or too much becomes a problem."""
    merged = dict(original)
    step = place[1] if len(place) > 1 and place[0] == "steps" else None
    for key, value in original.items():
        if key in (*_WORDS, *_MORE_WORDS) and isinstance(value, str):
            if not isinstance(words.get(key), str):
                rule = f'the translation of "{key}" is missing'
                problems.append(Problem(lines.find(place), step, rule, f'add it: "{value[:60]}"'))
            else:
                merged[key] = words[key]
        elif key in ("steps", "stages", "choices", "lines") and isinstance(value, list):
            merged[key] = _each(value, words.get(key), (*place, key), lines, problems)
    for key in words:
        words_or_tables = key in (*_WORDS, *_MORE_WORDS, "steps", "stages", "choices", "lines")
        if not (words_or_tables and key in original) and not (key in _FRAME and not place):
            rule = f'"{key}" has nothing to translate here'
            problems.append(Problem(lines.find([*place, key]), step, rule, "take it out"))
    if not place:
        merged["locale"] = words.get("locale", "")
    return merged


def _each(
    items: list[Json], words: Json, place: tuple[str, ...], lines: Lines, problems: list[Problem]
) -> list[Json]:
    """Return the tables of a list with their words, found by id; choices are `id = "label"`, the
    lines of a clock `"1:30" = "words"`."""
    given: Mapping[str, Json] = words if isinstance(words, dict) else {}
    known: set[str] = set()
    merged: list[Json] = []
    for item in items:
        if not isinstance(item, dict):
            continue
        id = str(item.get("id", item.get("at")))
        known.add(id)
        found = given.get(id)
        word = "say" if "say" in item else "label"
        own: Table = {word: found} if isinstance(found, str) else _table(found)
        merged.append(_with_words(item, own, (*place, id), lines, problems))
    for id in given:
        if id not in known:
            rule = f'there is no "{id}" in the original'
            step = place[1] if len(place) > 1 else None
            problems.append(Problem(lines.find([*place, id]), step, rule, "take it out"))
    return merged


def _table(value: Json) -> Table:
    return dict(value) if isinstance(value, dict) else {}
