"""What was sent, and as which copy of which outbox row: the messenger against the sender's edge."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from homework.outgoing import KINDS
from tests.support.premises import Premises


@dataclass
class Findings:
    """What is wrong, in words, and the numbers of the run."""

    wrong: list[str] = field(default_factory=list[str])
    numbers: dict[str, int] = field(default_factory=dict[str, int])

    def check(self, fine: bool, words: str) -> None:
        if not fine:
            self.wrong.append(words)


@dataclass
class Sending:
    """One try to send one row: `message_id` is what arrived, known or found out."""

    row: str
    chat: int
    kind: str
    process: int
    buttons: list[str]
    text: str
    message_id: int | None = None

    def story(self) -> str:
        """This try in one line."""
        arrived = "never arrived" if self.message_id is None else f"arrived as {self.message_id}"
        return f"{self.row} {self.kind} {self.text[:30]!r} of process {self.process} {arrived}"

    def looks_like(self, letter: Mapping[str, Any]) -> bool:
        """Whether a message that arrived may be what was sent."""
        same = "".join(self.text.split()) == "".join(str(letter["text"]).split())
        return same and self.buttons == letter["buttons"]


def look_at_sendings(found: Findings, here: Premises, attempts: Path, *, killed_only: bool) -> None:
    """Check copies, repeats and order. `killed_only`: only kills can have made a repeat."""
    sendings = _sendings(found, here, attempts)
    _copies(found, here, sendings, killed_only)
    _order(found, sendings)


def _sendings(found: Findings, here: Premises, attempts: Path) -> list[Sending]:
    """Return all tries, with the message that came of each; those cut short are found out."""
    tries: list[Sending] = []
    under_way: dict[tuple[int, str], Sending] = {}
    unsure: list[int] = []
    with attempts.open() as lines:
        for line in lines:
            note = json.loads(line)
            if note["edits"] is not None:
                continue
            key = note["pid"], note["row"]
            if note["at"] == "begin":
                names = ("row", "chat", "kind", "pid", "buttons", "text")
                one = Sending(*(note[name] for name in names))
                tries.append(one)
                under_way[key] = one
            else:
                if note["result"] == "Unknown":
                    unsure.append(id(under_way.pop(key)))
                else:
                    under_way.pop(key).message_id = note["id"]
    _find_out(found, here, tries, [*unsure, *(id(one) for one in under_way.values())])
    return tries


def _find_out(
    found: Findings, here: Premises, tries: Sequence[Sending], cut_short: Sequence[int]
) -> None:
    """Give each message that nobody knows of to the try that was cut short when it arrived."""
    known = {one.message_id for one in tries if one.message_id is not None}
    unknown: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for sent in here.emulator.world.sends:
        if str(sent["method"]).startswith("send") and sent["message_id"] not in known:  # type: ignore[index,call-overload]
            unknown[sent["chat"]].append(sent)  # type: ignore[index,call-overload,arg-type]
    cut = set(cut_short)
    for chat, letters in unknown.items():
        own = [one for one in tries if one.chat == chat]
        for letter in letters:
            one = _try_of(own, letter, cut)
            found.check(one is not None, f"a message nobody sent: {letter['text']!r:.60}")
            if one is not None:
                one.message_id = letter["message_id"]
    found.numbers["cut short"] = len(cut)
    found.numbers["arrived all the same"] = sum(len(letters) for letters in unknown.values())


def _try_of(own: Sequence[Sending], letter: Mapping[str, Any], cut: set[int]) -> Sending | None:
    """The try that fits a message: cut short, alike, between its neighbours."""
    number = int(letter["message_id"])
    for place, one in enumerate(own):
        if one.message_id is not None or id(one) not in cut or not one.looks_like(letter):
            continue
        before = [other.message_id for other in own[:place] if other.message_id is not None]
        after = [other.message_id for other in own[place + 1 :] if other.message_id is not None]
        if max(before, default=0) < number < min(after, default=number + 1):
            return one
    return None


def _copies(found: Findings, here: Premises, tries: Sequence[Sending], killed_only: bool) -> None:
    """At most two copies of a message, alike to the last button; one repeat a chat and kill."""
    letters = {
        sent["message_id"]: sent  # type: ignore[index,call-overload]
        for sent in here.emulator.world.sends
        if str(sent["method"]).startswith("send")  # type: ignore[index,call-overload]
    }
    by_row: dict[str, list[Sending]] = defaultdict(list)
    for one in tries:
        if one.message_id is not None:
            by_row[one.row].append(one)
    repeats: Counter[tuple[int, int]] = Counter()
    for row, copies in by_row.items():
        allowed = KINDS[copies[0].kind].copies
        found.check(len(copies) <= allowed, f"{row} ({copies[0].kind}): {len(copies)} copies")
        looks = {json.dumps([letters[c.message_id]["text"], c.buttons]) for c in copies}  # type: ignore[index,call-overload]
        found.check(len(looks) == 1, f"{row}: copies differ")
        for first in copies[:-1]:
            repeats[first.chat, first.process] += 1
    for (chat, process), times in repeats.items():
        fine = times == 1 or not killed_only
        found.check(fine, f"chat {chat}: {times} repeats after process {process}")
    found.numbers["repeats"] = sum(repeats.values())


def _order(found: Findings, tries: Sequence[Sending]) -> None:
    """First copies arrive in the order their rows were written."""
    by_chat: dict[int, dict[str, int]] = defaultdict(dict)
    for one in tries:
        if one.message_id is not None and one.kind != "crisis":
            by_chat[one.chat].setdefault(one.row, one.message_id)
    for chat, firsts in by_chat.items():
        for before, after in pairwise(sorted(firsts)):
            if firsts[before] > firsts[after]:
                story = [one.story() for one in tries if one.row in (before, after)]
                found.wrong.append(f"chat {chat}, out of order: " + "; ".join(story))
