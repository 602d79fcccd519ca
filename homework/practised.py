"""What practice shows over the sheets of a kind, a plain line each, for the therapist: no advice.

Of a sheet that goes by the client's list: how often each item was done, and of the newest time how
strong fear was expected and was, and what was done to feel safe. Of relaxation: how often, and
where nothing moves. Of writing by the clock: how often and how long. Of plans of several sizes: how
many of each were done. The steps are known by their
kind, or by the ids of the shipped sheets; a sheet of one's own that uses the same ids has the same
lines. That a sheet was done is always known; numbers are told of what is shared at least as a
summary, words and choices only of what is shared whole.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from conversations import countdown
from conversations.model import Countdown, Multi, OneChoice, Worksheet
from conversations.session import Json
from conversations.texts import Texts, tenths
from homework.points import MEAN_FROM
from homework.store.entries import Written

Answers = dict[str, Json]

STILL_FROM, STILL_OVER = 7, 10
"""Days of practice over which it is said that nothing moved: at least, and at most."""
STILL = 0.5
"""Points of ten by which tension falls less than this on average are no shift."""
LEFT = ("not_doing", "not_yet")
DONE = ("did", "part")


def adds_up(sheet: Worksheet) -> bool:
    """Whether a sheet has such facts."""
    timed = any(isinstance(step, Countdown) and step.into for step in sheet.steps)
    known = sheet.hierarchy is not None or "relaxation" in sheet.nature
    return known or timed or _has_sizes(sheet)


def lines(sheet: Worksheet, found: Sequence[Written], texts: Texts) -> list[str]:
    """Return the facts over all closed sheets of a kind, oldest first, a plain line each."""
    done = sorted((one for one in found if one.state == "done"), key=lambda one: one.began_at)
    told: list[str] = []
    if sheet.hierarchy is not None:
        told += [*_items(sheet, done, texts), *_newest(sheet, done, texts)]
    if "relaxation" in sheet.nature:
        told += [*_often(done, texts), *_still(done, texts), *_worse(done, texts)]
        told += _same_stage(sheet, done, texts)
    if any(isinstance(step, Countdown) and step.into for step in sheet.steps):
        told += _dose(sheet, done, texts)
    if _has_sizes(sheet):
        told += _sizes(sheet, done, texts)
    return told


def _answers(one: Written) -> Answers:
    answers = one.body.get("answers")
    return answers if isinstance(answers, dict) else {}


def _whole(done: Sequence[Written]) -> list[Answers]:
    return [_answers(one) for one in done if one.sharing == "all"]


def _numbers(done: Sequence[Written]) -> list[Answers]:
    return [_answers(one) for one in done if one.sharing != "nothing"]


# By the client's list -----------------------------------------------------------------------------


def _item(sheet: Worksheet, answers: Answers, texts: Texts) -> str:
    """What a sheet was about, and how hard that is."""
    steps = {step.given: step.id for step in sheet.steps if step.given}
    words, number = (answers.get(steps.get(name, "")) for name in ("item", "difficulty"))
    if not isinstance(words, str):
        return ""
    return (
        texts.plain("list-item", words=words, number=number) if isinstance(number, int) else words
    )


def _items(sheet: Worksheet, done: Sequence[Written], texts: Texts) -> Iterator[str]:
    """How often each item was done."""
    given = _whole(done)
    tried = [one for one in given if one.get("go") not in LEFT and one.get("did") not in LEFT]
    counts = Counter(filter(None, (_item(sheet, answers, texts) for answers in tried)))
    if counts:
        said = [texts.plain("fact-times", what=item, count=n) for item, n in counts.items()]
        yield texts.plain("fact-items", items=" · ".join(said))


def _newest(sheet: Worksheet, done: Sequence[Written], texts: Texts) -> Iterator[str]:
    """Of the newest time: fear expected and felt; how it came out; what was done to feel safe."""
    for answers in _numbers(done)[-1:]:
        numbers = [answers.get(name) for name in ("expected", "start", "peak", "end")]
        if all(isinstance(number, int) for number in numbers[1:]):
            expected, start, peak, end = numbers
            told = {"start": str(start), "peak": str(peak), "end": str(end)}
            if isinstance(expected, int):
                yield texts.plain("fact-fear-expected", expected=expected, **told)
            else:
                yield texts.plain("fact-fear", **told)
    for answers in _whole(done)[-1:]:
        style = _label(sheet, "style", answers.get("style"))
        if style and (item := _item(sheet, answers, texts)):
            yield texts.plain("fact-style", item=item, style=style)
        planned, kept = answers.get("drop"), answers.get("kept")
        if isinstance(planned, list) and isinstance(kept, list):
            both = [key for key in kept if key in planned]
            said = {"planned": len(planned), "kept": len(both), "more": len(kept) - len(both)}
            yield texts.plain("fact-safety", **said)


def _label(sheet: Worksheet, name: str, value: Json) -> str:
    step = sheet.by_id.get(name)
    choices = step.choices if isinstance(step, OneChoice | Multi) else ()
    return next((choice.label for choice in choices if choice.id == value), "")


# Relaxation ---------------------------------------------------------------------------------------


def _often(done: Sequence[Written], texts: Texts) -> Iterator[str]:
    if len(done) > 1:
        days = (done[-1].began_at - done[0].began_at).days + 1
        yield texts.plain("fact-often", count=len(done), weeks=-(-days // 7))


def _pairs(given: Sequence[Answers]) -> list[tuple[int, int]]:
    both = [(answers.get("before"), answers.get("after")) for answers in given]
    return [(a, b) for a, b in both if isinstance(a, int) and isinstance(b, int)]


def _means(pairs: Sequence[tuple[int, int]]) -> tuple[float, float]:
    first, last = zip(*pairs, strict=True)
    return sum(first) / len(pairs), sum(last) / len(pairs)


def _still(done: Sequence[Written], texts: Texts) -> Iterator[str]:
    """Tension did not move over the newest seven to ten days of practice."""
    by_day: dict[object, list[tuple[int, int]]] = {}
    for one in done:
        if one.sharing != "nothing" and (pairs := _pairs([_answers(one)])):
            by_day.setdefault(one.began_at.date(), []).extend(pairs)
    days = list(by_day.values())[-STILL_OVER:]
    if len(days) < STILL_FROM:
        return
    before, after = _means([pair for day in days for pair in day])
    if before - after < STILL:
        told = {"before": tenths(before), "after": tenths(after)}
        yield texts.plain("fact-still", days=len(days), **told)


def _same_stage(sheet: Worksheet, done: Sequence[Written], texts: Texts) -> Iterator[str]:
    """The newest times were all the same kind, and what they changed."""
    given = [answers for answers in reversed(_whole(done)) if answers.get("which")]
    kind = given[0].get("which") if given else None
    same = list(takewhile(lambda answers: answers.get("which") == kind, given))
    pairs, label = _pairs(same), _label(sheet, "which", kind)
    if label and len(pairs) >= MEAN_FROM:
        before, after = (tenths(mean) for mean in _means(pairs))
        told = {"before": before, "after": after}
        yield texts.plain("fact-stage", count=len(pairs), stage=label, **told)


def _worse(done: Sequence[Written], texts: Texts) -> Iterator[str]:
    given = _whole(done)
    said = [answers.get("trouble") for answers in given]
    count = sum(isinstance(trouble, list) and "worse" in trouble for trouble in said)
    if count:
        yield texts.plain("fact-worse", count=count, all=len(given))


# Plans of several sizes ---------------------------------------------------------------------------


def _has_sizes(sheet: Worksheet) -> bool:
    size, did = sheet.by_id.get("size"), sheet.by_id.get("did")
    return isinstance(size, OneChoice) and isinstance(did, OneChoice)


def _sizes(sheet: Worksheet, done: Sequence[Written], texts: Texts) -> Iterator[str]:
    """Of the plans of each size how many were done, whole or in part."""
    given = [answers for answers in _whole(done) if answers.get("did")]
    planned = Counter(str(answers.get("size")) for answers in given)
    kept = Counter(str(answers.get("size")) for answers in given if answers["did"] in DONE)
    size = sheet.by_id["size"]
    choices = size.choices if isinstance(size, OneChoice) else ()
    said = [
        texts.plain("fact-size", size=one.label, count=kept[one.id], all=planned[one.id])
        for one in choices
        if planned[one.id]
    ]
    if said and sum(planned[one.id] for one in choices) >= MEAN_FROM:
        yield texts.plain("fact-sizes", sizes=" · ".join(said))


# Writing by the clock -----------------------------------------------------------------------------


def _dose(sheet: Worksheet, done: Sequence[Written], texts: Texts) -> Iterator[str]:
    timed = [step.id for step in sheet.steps if isinstance(step, Countdown) and step.into]
    given = _numbers(done)
    minutes = sum(countdown.minutes(answers.get(step)) for answers in given for step in timed)
    if minutes:
        yield texts.plain("fact-dose", count=len(done), minutes=minutes)
