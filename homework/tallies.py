"""What adds up over all sheets of a kind: how often something came out so, and ratings on average.

Nothing is told of fewer than five: it would say more than it knows. A therapist's count holds only
what is shared. It must not know what a sheet is about, nor who reads.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from conversations.model import OneChoice, Scale, Worksheet
from conversations.session import Json
from conversations.texts import Texts, tenths
from homework import believed, practised
from homework.points import MEAN_FROM
from homework.store.entries import Written

Answers = dict[str, Json]


def adds_up(sheet: Worksheet) -> bool:
    """Whether a sheet has something that is told over all sheets of its kind."""
    rated = any(_pairs(sheet)) or believed.adds_up(sheet)
    return sheet.tally is not None or rated or practised.adds_up(sheet)


def own(sheet: Worksheet, found: Sequence[Written], texts: Texts) -> str:
    """Return the count as its client sees it (HTML), "" while there are too few."""
    counts, _ = _counts(sheet, [_answers(one) for one in found])
    step = _step(sheet)
    if step is None or sum(counts.values()) < MEAN_FROM:
        return ""
    said = _said(step, counts, texts)
    return texts.html("tally-own", count=sum(counts.values()), question=step.prompt, said=said)


def lines(sheet: Worksheet, found: Sequence[Written], texts: Texts) -> list[str]:
    """Return the count and the means as a therapist reads them, a plain line each."""
    whole = [_answers(one) for one in found if one.sharing == "all"]
    numbers = [_answers(one) for one in found if one.sharing != "nothing"]
    means = [*_count_line(sheet, whole, texts), *_mean_lines(sheet, numbers, texts)]
    means += believed.lines(sheet, found, texts)
    return [*means, *practised.lines(sheet, found, texts)]


def _count_line(sheet: Worksheet, given: Sequence[Answers], texts: Texts) -> Iterator[str]:
    counts, beside = _counts(sheet, given)
    step, tally = _step(sheet), sheet.tally
    if step is None or tally is None or sum(counts.values()) < MEAN_FROM:
        return
    said = [_said(step, counts, texts)]
    if beside:
        said.append(texts.plain("tally-beside", said=_said(step, beside, texts)))
    resolved = [answers for answers in given if answers.get(step.id) in tally.counted]
    expected = [answers.get(tally.expected or "") for answers in resolved]
    known = [value for value in expected if isinstance(value, int)]
    if known:
        label = sheet.by_id[tally.expected or ""].name
        mean = f"{sum(known) / len(known):.0f}"
        said.append(texts.plain("tally-expected", label=label, mean=mean, count=len(known)))
    line = "; ".join(said)
    total = sum(counts.values())
    yield texts.plain("tally-line", title=sheet.title, count=total, name=step.name, said=line)


def _mean_lines(sheet: Worksheet, given: Sequence[Answers], texts: Texts) -> Iterator[str]:
    """The mean of each rating that is given twice, over the sheets that have both."""
    for first, step in _pairs(sheet):
        both = [(answers.get(first), answers.get(step.id)) for answers in given]
        pairs = [(a, b) for a, b in both if isinstance(a, int) and isinstance(b, int)]
        if len(pairs) >= MEAN_FROM:
            before, after = (tenths(sum(side) / len(pairs)) for side in zip(*pairs, strict=True))
            mean = {"before": before, "after": after}
            yield texts.plain("tally-mean", name=step.name, count=len(pairs), **mean)


def _pairs(sheet: Worksheet) -> Iterator[tuple[str, Scale]]:
    return ((s.before, s) for s in sheet.steps if isinstance(s, Scale) and s.before)


def _step(sheet: Worksheet) -> OneChoice | None:
    found = sheet.by_id.get(sheet.tally.step) if sheet.tally else None
    return found if isinstance(found, OneChoice) else None


def _answers(one: Written) -> Answers:
    answers = one.body.get("answers")
    return answers if isinstance(answers, dict) and one.state == "done" else {}


def _counts(sheet: Worksheet, given: Sequence[Answers]) -> tuple[Counter[str], Counter[str]]:
    """How often each answer that counts was given, and each other one."""
    tally = sheet.tally
    if tally is None:
        return Counter(), Counter()
    said = [value for answers in given if isinstance(value := answers.get(tally.step), str)]
    counted = Counter(value for value in said if value in tally.counted)
    return counted, Counter(value for value in said if value not in tally.counted)


def _said(step: OneChoice, counts: Counter[str], texts: Texts) -> str:
    return " · ".join(
        texts.plain("tally-said", label=choice.label, count=counts[choice.id])
        for choice in step.choices
        if choice.id in counts
    )
