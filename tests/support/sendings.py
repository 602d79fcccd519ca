"""Judges what was sent, and as which copy of which outbox row: messenger, edge and database.

The messenger knows what arrived, the edge of the sender which row each try was for, the database
what the bot believes. Where a try was cut short by a death or its answer was lost, what arrived
tells what became of it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from homework.outgoing import KINDS
from homework.store.claims import OVER
from tests.support.evidence import Evidence

REMINDER = "Just once more, in case it slipped by."


@dataclass
class Findings:
    """What is wrong, in words, and the numbers of the run; what never happened is 0."""

    wrong: list[str] = field(default_factory=list[str])
    numbers: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def check(self, fine: bool, words: str) -> None:
        if not fine:
            self.wrong.append(words)

    def add(self, what: str, number: int) -> None:
        self.numbers[what] += number


@dataclass
class Sending:
    """One try to send one row, or to edit the message `edits`.

    `message_id` is what arrived, known or found out. `result` is what the sender was told, ""
    when it died before that.
    """

    row: str
    chat: int
    kind: str
    process: int
    buttons: tuple[str, ...]
    text: str
    ask: str | None = None
    subject: str | None = None
    edits: int | None = None
    message_id: int | None = None
    result: str = ""
    late: bool = False
    """Arrived after what a later process sent: it was on the wire when its own process died."""

    @property
    def unsure(self) -> bool:
        """Whether the bot cannot know if it arrived."""
        return self.result in ("", "Unknown")

    def story(self) -> str:
        """This try in one line."""
        arrived = "never arrived" if self.message_id is None else f"arrived as {self.message_id}"
        return f"{self.row} {self.kind} {self.text[:30]!r} of process {self.process} {arrived}"

    def looks_like(self, text: str, buttons: Sequence[str]) -> bool:
        """Whether a message that arrived may be what was sent."""
        return _same(self.text, text) and [*self.buttons] == [*buttons]


def judge_sendings(found: Findings, evidence: Evidence) -> list[Sending]:
    """Check copies, repeats, order, edits, reminders and what the database says of them.

    Return all tries that were no edits, with the message that came of each.
    """
    every = _tries(evidence)
    tries = [one for one in every if one.edits is None]
    _find_out(found, evidence, tries)
    _copies(found, evidence, tries)
    _order(found, tries)
    _edits(found, evidence, [one for one in every if one.edits is not None])
    _reminders(found, evidence)
    _prompts(found, evidence, tries)
    _rows(found, evidence, tries)
    return tries


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _tries(evidence: Evidence) -> list[Sending]:
    """Return all tries in the order they were made; those cut short have no result."""
    tries: list[Sending] = []
    under_way: dict[tuple[int, str], Sending] = {}
    for note in evidence.tries:
        key = note["pid"], note["row"]
        if note["at"] == "begin":
            names = ("row", "chat", "kind", "pid")
            more = {name: note[name] for name in ("ask", "subject", "edits")}
            buttons = tuple(note["buttons"])
            one = Sending(*(note[name] for name in names), buttons, note["text"], **more)
            tries.append(one)
            under_way[key] = one
        else:
            one = under_way.pop(key)
            one.result = note["result"]
            one.message_id = note["id"] if one.edits is None else None
    return tries


def _find_out(found: Findings, evidence: Evidence, tries: Sequence[Sending]) -> None:
    """Give each message that nobody knows of to the try that was cut short when it arrived."""
    known = {one.message_id for one in tries if one.message_id is not None}
    unknown: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for sent in evidence.sends:
        if sent["method"].startswith("send") and sent["message_id"] not in known:
            unknown[sent["chat"]].append(sent)
    for chat, letters in unknown.items():
        own = [one for one in tries if one.chat == chat]
        for letter in letters:
            one = _try_of(own, letter) or _late_try_of(own, letter)
            tries_alike = "; ".join(other.story() for other in own if _fits(other, letter))
            found.check(
                one is not None, f"a message nobody sent: {letter['text']!r:.60} {tries_alike}"
            )
            if one is not None:
                one.message_id = letter["message_id"]
    found.numbers["tries unsure"] = sum(one.unsure for one in tries)
    found.numbers["arrived all the same"] = sum(len(letters) for letters in unknown.values())


def _try_of(own: Sequence[Sending], letter: Mapping[str, Any]) -> Sending | None:
    """The try that fits a message: unsure, alike, between its neighbours."""
    number = int(letter["message_id"])
    for place, one in enumerate(own):
        if one.message_id is not None or not one.unsure or not _fits(one, letter):
            continue
        before = [other.message_id for other in own[:place] if other.message_id is not None]
        after = [other.message_id for other in own[place + 1 :] if other.message_id is not None]
        if max(before, default=0) < number < min(after, default=number + 1):
            return one
    return None


def _late_try_of(own: Sequence[Sending], letter: Mapping[str, Any]) -> Sending | None:
    """The try cut short by a death that fits a message which came after a later process wrote."""
    number = int(letter["message_id"])
    for place, one in enumerate(own):
        if one.message_id is not None or one.result or not _fits(one, letter):
            continue
        before = [other.message_id or 0 for other in own[:place]]
        after = [other.message_id for other in own[place + 1 :] if other.process == one.process]
        if max(before, default=0) < number < min(filter(None, after), default=number + 1):
            one.late = True
            return one
    return None


def _fits(one: Sending, letter: Mapping[str, Any]) -> bool:
    return one.looks_like(str(letter["text"]), letter["buttons"])


def _copies(found: Findings, evidence: Evidence, tries: Sequence[Sending]) -> None:
    """At most two copies of a message, alike to the last button.

    A repeat follows an answer that was lost, or a death; of the latter at most one a chat and kill.
    """
    letters = {one["message_id"]: one for one in evidence.sends if one["method"].startswith("send")}
    by_row: dict[str, list[Sending]] = defaultdict(list)
    for one in tries:
        if one.message_id is not None:
            by_row[one.row].append(one)
    repeats: Counter[tuple[int, int]] = Counter()
    for row, copies in by_row.items():
        allowed = KINDS[copies[0].kind].copies
        found.check(len(copies) <= allowed, f"{row} ({copies[0].kind}): {len(copies)} copies")
        looks = {(letters[one.message_id]["text"], one.buttons) for one in copies}
        found.check(len(looks) == 1, f"{row}: copies differ")
        for first, second in pairwise(copies):
            found.add("repeats", 1)
            if first.result != "Unknown":
                repeats[first.chat, first.process] += 1
                died = first.process != second.process
                found.check(died, f"{row}: sent again by {first.process}, which knew of the first")
    for (chat, process), times in repeats.items():
        found.check(times == 1, f"chat {chat}: {times} repeats after the death of {process}")
    found.add("repeats after a death", sum(repeats.values()))


def _order(found: Findings, tries: Sequence[Sending]) -> None:
    """First copies arrive in the order their rows were written."""
    by_chat: dict[int, dict[str, int]] = defaultdict(dict)
    for one in tries:
        if one.message_id is not None and one.kind != "crisis" and not one.late:
            by_chat[one.chat].setdefault(one.row, one.message_id)
    for chat, firsts in by_chat.items():
        for before, after in pairwise(sorted(firsts)):
            if firsts[before] > firsts[after]:
                story = [one.story() for one in tries if one.row in (before, after)]
                found.wrong.append(f"chat {chat}, out of order: " + "; ".join(story))


def _edits(found: Findings, evidence: Evidence, edits: Sequence[Sending]) -> None:
    """Each message shows what its newest edit says, however often and late an edit was made."""
    by_message: dict[int, list[Sending]] = defaultdict(list)
    for one in edits:
        assert one.edits is not None
        by_message[one.edits].append(one)
    for message, own in by_message.items():
        newest = max((one.row for one in own if one.result == "Sent"), default="")
        # One cut short by a death may have been on the wire, and arrive after a newer one.
        may_stand = [
            one
            for one in own
            if one.row == newest or not one.result or (one.unsure and one.row > newest)
        ]
        now = evidence.screens[message]
        stands = any(one.looks_like(now.text, now.buttons) for one in may_stand)
        original = next(one for one in evidence.sends if one["message_id"] == message)
        untouched = not newest and _same(now.text, str(original["text"]))
        found.check(
            stands or untouched,
            f"message {message} shows {now.text[:40]!r}, not its newest edit {newest}: "
            + "; ".join(f"{one.story()} {one.result}" for one in own),
        )
    tried = Counter(one.row for one in edits)
    found.numbers["edits"] = len(tried)
    found.numbers["edits made again"] = sum(times > 1 for times in tried.values())


def _reminders(found: Findings, evidence: Evidence) -> None:
    """No phone was ever reminded twice of the same thing: the messenger's own log says so."""
    seen = Counter(
        str(one["buttons"][0]).partition("~")[2].partition(":")[0]
        for one in evidence.sends
        if one["method"] == "sendMessage" and REMINDER in one["text"]
    )
    for key, times in seen.items():
        found.check(times == 1, f"{times} reminders of {key}")
    found.numbers["reminders"] = len(seen)


def _prompts(found: Findings, evidence: Evidence, tries: Sequence[Sending]) -> None:
    """A prompt rings once, and once more each time it was put off."""
    rang: dict[str, set[str]] = defaultdict(set)
    for one in tries:
        if one.kind == "prompt" and one.message_id is not None and one.subject:
            rang[one.subject].add(one.row)
    snoozes = {row["id"]: row["snoozes"] for row in evidence.occurrences}
    for key, rows in rang.items():
        allowed = 1 + snoozes.get(key, -1)
        found.check(len(rows) <= allowed, f"{key} rang {len(rows)} times, allowed {allowed}")
    found.numbers["prompts"] = sum(len(rows) for rows in rang.values())


def _rows(found: Findings, evidence: Evidence, tries: Sequence[Sending]) -> None:
    """What the outbox believes is what is on the screens; nothing waits, nothing was refused."""
    texts = {one.row: one for one in tries}
    for row in evidence.outbox:
        key, state, kind = row["id"], row["state"], row["kind"]
        match state:
            case "sent" if row["edits_id"] is None:
                shown = evidence.screens.get(row["message_id"])
                fine = shown is not None and shown.chat == row["chat"] and key in texts
                found.check(fine, f"{key} ({kind}) is marked as sent and on no screen")
            case "unknown":
                fine = row["tries"] >= KINDS[kind].copies or row["error"] == OVER
                found.check(fine, f"{key} ({kind}) was given up after {row['tries']} tries")
            case "gone":
                found.check(row["chat"] in evidence.forbidden, f"{key} ({kind}): gone, and why?")
            case "waiting" | "claimed" | "refused":
                found.wrong.append(f"{key} ({kind}) is {state} at the end")
            case _:
                pass
    found.numbers |= {
        f"rows {state}": number
        for state, number in Counter(row["state"] for row in evidence.outbox).items()
    }
