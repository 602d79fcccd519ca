"""Reads transcripts: text files that show what people write and what they then see.

    # A remark.
    continues joining/adult_agrees        plays that file first
    buttons                               new expectations list the buttons too
    setting HOMEWORK_FORGET=at_once       of the whole installation
    @ 2027-03-01 18:00    @ +3d    @ +10m the calendar (London time); what falls due happens
    client> text                          somebody writes; indented lines are more lines of it
    client> [Start]                       presses the newest button of that name
    client> [old Start]                   presses one that stands higher up or is gone since
    client> (pastes 9000) words again…    one long paste, made of these words
    client> (forwards) text               client> (sends a photo), (sends a voice “words under it”)
    client> (edits “old text”) new text
    client> (replies to “text of a message”) text
    client> (sends the location 51.5 -0.12)
    therapist> (sends the file x.toml)    a file in the folder `files`
    client< text                          a message appears; indented lines are more lines of it
            [Yes] [No] / [Back]           its buttons, where they matter
    client~ text                          a message changes; "(gone)" before it: it is deleted
                                          "(silently)" before it: no phone rings
    client! text                          a short notice over the chat
    ! restart                             (happens between all lines anyway)
    ! together … ! end                    what is written in between arrives in one batch
    ! downtime 1h … ! end                 the same, after the bot was away for so long
    ! client blocks    ! client unblocks    ! operator invites Dr A

`…` stands for anything. Whatever somebody sees and the file does not say makes it fail. Empty lines
count for nothing. With UPDATE_TRANSCRIPTS=1 the lines of what is seen are written anew.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.phones import Seen

SEEN_MARKS = "<~!"
_SAID = re.compile(r"(\w+)> ?(.*)")
_SHOWN = re.compile(r"(\w+)([<~!]) ?(.*)")
_ROW = re.compile(r"\[.*\]")
SHORT = 420
INDENT = "        "


@dataclass
class Shown:
    """What a file says that somebody sees, with its own lines for keeping them."""

    who: str
    sort: str
    text: str
    keys: str | None
    raw: list[str]


@dataclass
class Line:
    """One line that makes something happen, and what is seen after it."""

    number: int
    kind: str  # "say", "at", "do"
    who: str
    text: str
    raw: list[str]
    shown: list[Shown] = field(default_factory=list[Shown])
    remarks: list[str] = field(default_factory=list[str])  # between it and the next line


@dataclass
class Transcript:
    """A whole file. `head`: its lines before anything happens."""

    path: Path
    head: list[str]
    lines: list[Line]
    continues: str | None = None
    buttons: bool = False
    settings: dict[str, str] = field(default_factory=dict[str, str])


class TranscriptUnreadable(ValueError):
    """A line of a transcript is none of the known ones."""


def read(path: Path) -> Transcript:
    """Return what a file says."""
    script = Transcript(path, [], [])
    current: Shown | Line | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if raw[:1] in (" ", "\t") and raw.strip():
            _more(current, raw, number)
            continue
        if (
            not raw.strip()
            or raw.startswith("#")
            or raw.startswith(("continues ", "setting "))
            or raw == "buttons"
        ):
            current = None
            _remark(script, raw)
            continue
        current = _line(script, raw, number)
    return script


def _remark(script: Transcript, raw: str) -> None:
    if raw.startswith("continues "):
        script.continues = raw.removeprefix("continues ").strip()
    if raw.startswith("setting "):
        name, _, value = raw.removeprefix("setting ").partition("=")
        script.settings[name.lower()] = value
    if raw == "buttons":
        script.buttons = True
    (script.lines[-1].remarks if script.lines else script.head).append(raw)


def _line(script: Transcript, raw: str, number: int) -> Shown | Line:
    if shown := _SHOWN.fullmatch(raw):
        if not script.lines:
            raise TranscriptUnreadable(f"line {number}: nothing happened yet")
        one = Shown(shown[1], shown[2], shown[3].strip(), None, [raw])
        script.lines[-1].shown.append(one)
        script.lines[-1].remarks.clear()
        return one
    if said := _SAID.fullmatch(raw):
        line = Line(number, "say", said[1], said[2], [raw])
    elif raw[0] in "@!":
        line = Line(number, "at" if raw[0] == "@" else "do", "", raw[1:].strip(), [raw])
    else:
        raise TranscriptUnreadable(f"line {number}: {raw!r}")
    script.lines.append(line)
    return line


def _more(current: Shown | Line | None, raw: str, number: int) -> None:
    if current is None:
        raise TranscriptUnreadable(f"line {number}: belongs to nothing")
    current.raw.append(raw)
    text = raw.strip()
    if isinstance(current, Shown) and _ROW.fullmatch(text):
        current.keys = text
    else:
        current.text += f"\n{text}"


# Comparing ----------------------------------------------------------------------------------------


def fits(expected: Shown, seen: Seen) -> bool:
    """Whether a line of the file says what was seen."""
    same_keys = expected.keys is None or _like(expected.keys, key_row(seen))
    return expected.sort == seen.sort and _like(expected.text, plain_lines(seen.text)) and same_keys


def _like(pattern: str, text: str) -> bool:
    parts = [re.escape(part.strip()) for part in pattern.split("…")]
    return re.fullmatch(r"\s*.*?\s*".join(parts), text, re.DOTALL) is not None


def plain_lines(text: str) -> str:
    """Return a text without its empty lines."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def key_row(seen: Seen) -> str:
    """Return the buttons under a message in one line."""
    return " / ".join(" ".join(f"[{label}]" for label, _ in row) for row in seen.keys)


def in_order(news: Iterable[Seen]) -> list[Seen]:
    """Return notices first, then changes, then new messages, each in their order."""
    return sorted(news, key=lambda one: "!~<".index(one.sort))


def as_lines(who: str, seen: Seen, *, buttons: bool) -> list[str]:
    """Return what was seen as a file says it."""
    text = plain_lines(seen.text)
    if len(text) > SHORT:
        text = f"{text[:160].rsplit(' ', 1)[0]} …\n… {text[-80:].split(' ', 1)[-1]}"
    first, *rest = text.splitlines() or ["…"]
    lines = [f"{who}{seen.sort} {first}", *(INDENT + line for line in rest)]
    if buttons and seen.keys:
        lines.append(INDENT + key_row(seen))
    return lines


def problem(line: Line, seen: dict[str, list[Seen]]) -> str | None:
    """Return how what was seen differs from what the file says after a line, or None."""
    for who in [*seen, *{one.who for one in line.shown} - seen.keys()]:
        expected = [one for one in line.shown if one.who == who]
        got = in_order(seen.get(who, []))
        pairs = zip(in_file_order(expected), got, strict=False)
        if len(expected) != len(got) or not all(fits(*pair) for pair in pairs):
            want = [raw for one in expected for raw in one.raw] or ["(nothing)"]
            have = [raw for one in got for raw in as_lines(who, one, buttons=True)] or ["(nothing)"]
            title = f"after line {line.number}: {line.raw[0]}"
            shown = f"the phone of the {who} showed:"
            return "\n".join([title, "the file says:", *want, shown, *have])
    return None


def in_file_order(expected: Sequence[Shown]) -> list[Shown]:
    """Return expectations in the order in which what was seen is compared."""
    return sorted(expected, key=lambda one: "!~<".index(one.sort))


def rewritten(line: Line, seen: dict[str, list[Seen]], *, buttons: bool) -> list[str]:
    """Return the lines of a file after `line`, anew where they do not say what was seen."""
    if problem(line, seen) is None:
        return [raw for one in line.shown for raw in one.raw]
    found: list[str] = []
    first = [line.who] if line.who in seen else []
    for who in [*first, *sorted(seen.keys() - set(first))]:
        known = in_file_order([one for one in line.shown if one.who == who])
        for one in in_order(seen[who]):
            kept = next((each for each in known if fits(each, one)), None)
            if kept is not None:
                known.remove(kept)
            found += kept.raw if kept else as_lines(who, one, buttons=buttons)
    return found
