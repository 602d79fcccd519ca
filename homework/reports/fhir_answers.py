"""An entry as a FHIR R4 `QuestionnaireResponse`, as far as it is shared.

The client is nobody but a code name: a logical identifier, no reference to a record of a person.
What is kept, left out or impossible to answer yet is said by the standard's own reasons for absent
data. It must not know of other entries.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from conversations.markup import clean
from conversations.model import (
    Clock,
    Countdown,
    Day,
    Moods,
    Multi,
    Number,
    OneChoice,
    Rerate,
    Scale,
    Step,
    Worksheet,
    YesNo,
)
from homework.reports.fhir_names import (
    NOTES,
    URN,
    canonical,
    is_integer,
    minutes_link,
    name_link,
    options_of,
    part_link,
    rating_link,
)
from homework.reports.said import CANNOT_YET, CHOSEN, SKIPPED, Said, label_of, said
from homework.reports.shared import Case, Shared

_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
_WHY = {SKIPPED: "asked-declined", CANNOT_YET: "temp-unknown", CHOSEN: "masked"}

Node = dict[str, Any]


def response(one: Shared, sheet: Worksheet | None, case: Case) -> Node:
    """Return one entry. What was put off stays out: only what stands now is told."""
    client = {
        "type": "Patient",
        "identifier": {"system": f"{URN}:client", "value": case.code_name},
    }
    items = _items(one, sheet) if sheet else []
    node: Node = {
        "resourceType": "QuestionnaireResponse",
        "id": one.id,
        "meta": {"tag": [*_tags(one)]},
        "identifier": {"system": f"{URN}:entry", "value": one.id},
        "questionnaire": canonical(one.sheet),
        "status": "completed" if one.state == "done" else "in-progress",
        "subject": client,
        "authored": one.closed_at.astimezone(ZoneInfo(one.zone)).isoformat(timespec="milliseconds"),
    }
    return node | ({"item": items} if items else {})


def _tags(one: Shared) -> Iterator[Node]:
    yield {"system": f"{URN}:sharing", "code": one.sharing}
    yield {"system": f"{URN}:form", "code": one.variant}
    yield {"system": f"{URN}:state", "code": one.state}
    if one.recalled:
        yield {"system": f"{URN}:recalled", "code": "recalled"}
    if one.changed:
        yield {"system": f"{URN}:changed", "code": "changed-later"}


def _items(one: Shared, sheet: Worksheet) -> list[Node]:
    now = [each for each in said(sheet, one) if not each.round]
    if len(sheet.stages) == 1:
        found = _steps(now, one)
    else:
        found: list[Node] = []
        for stage in sheet.stages:
            inside = _steps([each for each in now if each.step.stage == stage.id], one)
            if inside:
                found.append({"linkId": part_link(stage.id), "item": inside})
    if one.notes:
        answers = [{"valueString": _shown(note)} for note in one.notes]
        found.append({"linkId": NOTES, "answer": answers})
    return found


def _steps(now: list[Said], one: Shared) -> list[Node]:
    found: list[Node] = []
    for step, each in groupby(now, key=lambda each: each.step):
        found += _step(step, [*each], one)
    return found


def _step(step: Step, each: list[Said], one: Shared) -> list[Node]:
    node: Node = {"linkId": step.id, "text": label_of(step, one)}
    first = each[0]
    if first.what in _WHY:
        return [{"extension": [{"url": _ABSENT, "valueCode": _WHY[first.what]}]} | node]
    if isinstance(step, Countdown):
        return [node | {"item": _of_clock(step.id, each)}]
    if isinstance(step, Moods | Rerate):
        return [node | {"item": _rated(step.id, item)} for item in each if item.item]
    answers = [value for item in each if (value := _value(step, item, one))]
    return [node | {"answer": answers}] if answers else []


def _of_clock(step: str, each: list[Said]) -> list[Node]:
    ran, *rated = each
    found: list[Node] = [
        {"linkId": minutes_link(step), "answer": [{"valueInteger": ran.number}]},
    ]
    if rated:
        answers = [{"valueInteger": one.number} for one in rated]
        found.append({"linkId": rating_link(step), "answer": answers})
    return found


def _rated(step: str, item: Said) -> list[Node]:
    named: Node = {"linkId": name_link(step), "answer": [{"valueString": _shown(item.name)}]}
    if item.number is None:
        return [named]
    return [named, {"linkId": rating_link(step), "answer": [{"valueInteger": item.number}]}]


def _value(step: Step, item: Said, one: Shared) -> Node | None:
    match step:
        case OneChoice() | Multi() if not step.choices_from:
            known = options_of(step, one.sheet)
            return {"valueCoding": known.get(item.code, {"code": item.code})} if item.code else None
        case Scale():
            return {"valueInteger": item.number}
        case Number():
            return {"valueInteger" if is_integer(step) else "valueDecimal": item.number}
        case Day():
            return {"valueDate": item.words}
        case Clock():
            return {"valueTime": f"{item.words}:00"}
        case YesNo():
            return {"valueBoolean": item.code == "yes"}
        case _:
            return {"valueString": _shown(item.words)} if item.words else None


def _shown(text: str) -> str:
    """A text as FHIR takes it: without control characters, and never empty."""
    return clean(text) or "\ufffd"
