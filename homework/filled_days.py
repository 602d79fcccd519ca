"""What fills somebody's days, a plain line each, for the therapist: mood by kind of activity, where
little joy stood beside much that got done, and the parts of a day of which nothing was noted.

The steps are known by the ids of the shipped sheet; a sheet of one's own that uses the same ids has
the same lines. Nothing is told of fewer than five. Numbers are told of what is shared at least as a
summary, kinds and words only of what is shared whole; that something was noted is always known. It
must not know who reads, and guesses no reason.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from conversations.markup import shorten
from conversations.model import OneChoice, Scale, Worksheet
from conversations.texts import Texts, tenths
from homework.missing import PARTS, part_of
from homework.points import MEAN_FROM, QUOTED, words_of
from homework.retelling import answers_of
from homework.store.entries import Written

LITTLE, MUCH = 0.3, 0.7
"""Up to which part of a scale something is little, and from which on it is much."""

QUOTES = 3
"""So many of the newest words are told beside a count."""

DAWN = 5
"""Before this hour a note about a part of the day is about the day before."""

Part = tuple[date, str]


def lines(sheet: Worksheet, found: Sequence[Written], zone: ZoneInfo, texts: Texts) -> list[str]:
    """Return the facts over some notes, a plain line each. `zone`: the client's own."""
    notes = sorted(found, key=lambda one: one.began_at)
    return [
        *_mood_by_kind(sheet, notes, texts),
        *_little_joy(sheet, notes, texts),
        *_empty(sheet, notes, zone, texts),
    ]


def _mood_by_kind(sheet: Worksheet, notes: Sequence[Written], texts: Texts) -> Iterator[str]:
    kind, mood = sheet.by_id.get("what_kind"), sheet.by_id.get("mood")
    if not isinstance(kind, OneChoice) or not isinstance(mood, Scale):
        return
    rated: dict[object, list[int]] = {}
    for answers in (answers_of(one) for one in notes if one.sharing == "all"):
        if isinstance(value := answers.get(mood.id), int):
            rated.setdefault(answers.get(kind.id), []).append(value)
    enough = [one for one in kind.choices if len(rated.get(one.id, ())) >= MEAN_FROM]
    said = [_kind(one.label, rated[one.id], texts) for one in enough]
    if said:
        told = {"name": mood.name, "least": MEAN_FROM, "kinds": " · ".join(said)}
        yield texts.plain("days-kinds", **told)


def _kind(label: str, values: Sequence[int], texts: Texts) -> str:
    mean = tenths(sum(values) / len(values))
    return texts.plain("days-kind", label=label, mean=mean, count=len(values))


def _little_joy(sheet: Worksheet, notes: Sequence[Written], texts: Texts) -> Iterator[str]:
    """How often little joy stood beside much that got done, and what that was."""
    joy, done = sheet.by_id.get("joy"), sheet.by_id.get("done")
    if not isinstance(joy, Scale) or not isinstance(done, Scale):
        return
    little, much, rated = round(LITTLE * joy.max), round(MUCH * done.max), 0
    such: list[Written] = []
    for one in notes:
        a, b = answers_of(one).get(joy.id), answers_of(one).get(done.id)
        if one.sharing != "nothing" and isinstance(a, int) and isinstance(b, int):
            rated += 1
            such += [one] if a <= little and b >= much else []
    if rated < MEAN_FROM or not such:
        return
    numbers = {"little": little, "much": much, "count": len(such), "all": rated}
    told = texts.plain("days-little-joy", joy=joy.name, done=done.name, **numbers)
    words = _words(sheet, such, texts)
    yield texts.plain("days-newest", said=told, words=", ".join(words)) if words else told


def _words(sheet: Worksheet, notes: Sequence[Written], texts: Texts) -> list[str]:
    """What some notes were about, the newest first, each once."""
    whole = [answers_of(one) for one in reversed(notes) if one.sharing == "all"]
    said = [answers.get(words_of(sheet) or "") for answers in whole]
    words = dict.fromkeys(shorten(text, QUOTED) for text in said if isinstance(text, str))
    return [texts.plain("points-note", text=text) for text in [*words][:QUOTES]]


def _empty(
    sheet: Worksheet, notes: Sequence[Written], zone: ZoneInfo, texts: Texts
) -> Iterator[str]:
    """On how many of the days with notes each part of the day has none. A part that was noted on
    no day is left out: nobody may have asked for it. So is, of the first day, what lies before
    the first part noted, for nothing may have been agreed yet; and of the last day what was not
    over at its last note, for it may still be to come."""
    if not isinstance(sheet.by_id.get("span"), OneChoice):
        return
    noted = {part for one in notes for part in _about(one, zone)}
    days = {day for day, _ in noted}
    counts = Counter(name for _, name in noted | _before(noted) | _to_come(notes, days, zone))
    known = {name for _, name in noted}
    empty = {name: len(days) - counts[name] for name in PARTS if name in known}
    said = [
        texts.plain("tally-said", label=texts.plain(f"brief-part-{name}"), count=count)
        for name, count in empty.items()
        if count
    ]
    if said and len(days) >= MEAN_FROM:
        yield texts.plain("days-empty", days=len(days), parts=" · ".join(said))


def _before(noted: Collection[Part]) -> set[Part]:
    first = min((day for day, _ in noted), default=None)
    unnoted = takewhile(lambda name: (first, name) not in noted, PARTS)
    return {(first, name) for name in unnoted} if first else set()


def _to_come(notes: Sequence[Written], days: Collection[date], zone: ZoneInfo) -> set[Part]:
    newest = max((one.began_at.astimezone(zone) for one in notes), default=None)
    last = max(days, default=None)
    if last is None or newest is None or newest.date() != last:
        return set()
    return {(last, name) for name, (_, end) in PARTS.items() if newest.time() < end}


def _about(one: Written, zone: ZoneInfo) -> set[Part]:
    """The parts of a day that a note is about; where it does not say so, or may not be asked, any
    that had begun by then: no part is called empty that may not be."""
    at = one.began_at.astimezone(zone)
    span = answers_of(one).get("span") if one.sharing == "all" else None
    if span == "night":
        return set()
    if span == "hour" and not one.recalled:
        ends = (at - timedelta(hours=1), at)
        return {(end.date(), part) for end in ends if (part := part_of(end.time())) in PARTS}
    day, begun = _day_of(at)
    return {(day, str(span))} if span in PARTS else {(day, part) for part in begun}


def _day_of(at: datetime) -> tuple[date, list[str]]:
    """The day that somebody who is awake means, and its parts that have begun."""
    if at.hour < DAWN:
        return at.date() - timedelta(days=1), [*PARTS]
    return at.date(), [name for name, (start, _) in PARTS.items() if start <= at.time()]
