"""Pictures of what was said twice: before and after, predicted and happened.

Which way a number moved is counted and said alike for all three ways; none of them is better.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from conversations.model import OneChoice, Rerate, Scale, Worksheet
from conversations.session import Json
from conversations.texts import Texts
from homework.points import MEAN_FROM
from homework.reports.material import LEAST, Material, Told
from homework.reports.pictures import Forecasts, Outcome, Pair, Pairs
from homework.reports.saying import day, ends, key_of, sentences, short, span
from homework.retelling import answers_of

MOST_PAIRS = 8
"""Rows that can still be read on a phone."""

Twice = tuple[str, int, int, int]
"""What was rated, before, after, and the upper end of its scale."""


def pairs(material: Material, sheet: Worksheet, texts: Texts) -> Iterator[Told]:
    """Yield the newest pairs of ratings of a sheet, if it asks for any twice."""
    shown, kept = material.of_sheet(sheet)
    found = [
        (day(material.local(one.began_at).date(), texts), one.id, *twice)
        for one in shown
        for twice in _twice(sheet, answers_of(one))
    ]
    tops = Counter(top for *_, top in found)
    if not tops:
        return
    top = tops.most_common(1)[0][0]
    found = [one for one in found if one[-1] == top]
    if len(found) < LEAST:
        return
    newest = found[-MOST_PAIRS:]
    rows = tuple(
        Pair(texts.plain("pic-pair", day=at, name=name), before, after)
        for at, _, name, before, after, _ in newest
    )
    before, after = texts.plain("pic-before"), texts.plain("pic-after")
    ways = Counter((after > before) - (after < before) for *_, before, after, _ in newest)
    sheets = texts.plain("pic-from-sheets", count=len({key for _, key, *_ in newest}))
    said = [
        texts.plain("pic-pairs", title=short(sheet.title), count=len(newest), sheets=sheets),
        texts.plain("pic-ways", lower=ways[-1], same=ways[0], higher=ways[1]),
        texts.plain("pic-pairs-earlier", count=len(found) - len(newest))
        if len(found) > len(newest)
        else "",
    ]
    label = texts.plain("pic-label-pairs", title=sheet.title)
    picture = Pairs(sheet.title, before, after, top, rows)
    yield Told(key_of(material, "pairs", sheet.id), label, picture, sentences(said, kept, texts))


def _twice(sheet: Worksheet, answers: Mapping[str, Json]) -> Iterator[Twice]:
    for step in sheet.steps:
        if isinstance(step, Rerate):
            before = dict(_rated(answers.get(step.of)))
            for name, rating in _rated(answers.get(step.id)):
                if name in before:
                    yield name, before[name], rating, step.max
        elif isinstance(step, Scale) and step.before:
            first, last = answers.get(step.before), answers.get(step.id)
            if isinstance(first, int) and isinstance(last, int):
                yield step.name, first, last, step.max


def _rated(value: Json) -> Iterator[tuple[str, int]]:
    for item in value if isinstance(value, list) else []:
        if isinstance(item, dict) and isinstance(rating := item.get("rating"), int):
            yield str(item.get("name")), rating


# Predicted and happened --------------------------------------------------------------------------


def forecasts(material: Material, sheet: Worksheet, texts: Texts) -> Iterator[Told]:
    """Yield how likely things had seemed beside how they came out, from five on.

    A therapist's picture holds only what is shared whole: how it came out is no number.
    """
    tally = sheet.tally
    step = sheet.by_id.get(tally.step) if tally else None
    scale = sheet.by_id.get(tally.expected or "") if tally else None
    if tally is None or not isinstance(step, OneChoice) or not isinstance(scale, Scale):
        return
    shown, kept = material.of_sheet(sheet, whole=True)
    values: dict[str, list[int]] = {one: [] for one in tally.counted}
    for answers in (answers_of(one) for one in shown if one.state == "done"):
        came, likely = answers.get(step.id), answers.get(scale.id)
        if isinstance(came, str) and came in values and isinstance(likely, int):
            values[came].append(likely)
    count = sum(map(len, values.values()))
    if count < MEAN_FROM:
        return
    labels = {choice.id: choice.label for choice in step.choices}
    rows = tuple(Outcome(labels[came], tuple(found)) for came, found in values.items())
    said = [texts.plain("pic-forecasts", title=short(sheet.title), count=count)]
    said += [
        texts.plain(
            "pic-outcome", label=row.label, count=len(row.values), span=span(row.values, texts)
        )
        if row.values
        else texts.plain("pic-outcome-none", label=row.label)
        for row in rows
    ]
    under = texts.plain("pic-likely", name=scale.name, ends=ends(scale, texts))
    picture = Forecasts(sheet.title, step.prompt, under, scale.max, rows)
    label = texts.plain("pic-label-forecasts", title=sheet.title)
    key = key_of(material, "forecasts", sheet.id)
    yield Told(key, label, picture, sentences(said, kept, texts, whole=True))
