"""HL7 FHIR R4: a worksheet version as a `Questionnaire`, an entry as a `QuestionnaireResponse`.

One `Bundle` of type collection holds both. Ids and addresses are made of what they name, so the
same entry taken out twice is one entry wherever it is read in. A Questionnaire says what the
answers mean, not how the bot asks: conditions and what is required stay out of it.
"""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from conversations.model import (
    Clock,
    Countdown,
    Day,
    Info,
    Moods,
    Multi,
    Number,
    OneChoice,
    Pick,
    Rerate,
    Scale,
    Step,
    Text,
    TextList,
    Worksheet,
    YesNo,
)
from conversations.session import Ref
from homework.reports import fhir_answers
from homework.reports.fhir_names import (
    NOTES,
    URN,
    is_integer,
    minutes_link,
    name_link,
    options_of,
    part_link,
    rating_link,
    version_of,
)
from homework.reports.shared import Records
from homework.reports.table import utc

_NAMESPACE = UUID("5d0c1b0e-3f2a-4c53-9f0e-6b8f6f1f7a51")
_CORE = "http://hl7.org/fhir/StructureDefinition"
_CONTROL = "http://hl7.org/fhir/questionnaire-item-control"

Node = dict[str, Any]


def write(records: Records) -> bytes:
    """Return the bundle as JSON: first the questionnaires, then the entries of each client."""
    resources = [questionnaire(sheet, ref) for ref, sheet in records.sheets.items()]
    for case in records.cases:
        for one in case.entries:
            resources.append(fhir_answers.response(one, records.sheets.get(one.sheet), case))
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": utc(records.made_at),
        "entry": [{"fullUrl": _address(one), "resource": one} for one in resources],
    }
    return (json.dumps(bundle, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _address(resource: Node) -> str:
    return f"urn:uuid:{uuid5(_NAMESPACE, resource['resourceType'] + '/' + resource['id'])}"


def questionnaire(sheet: Worksheet, ref: Ref) -> Node:
    """Return one version of a worksheet. Its linkIds are the ids of the steps; what stands inside
    of a step, or around several, has a sign in its linkId that no step has."""
    items = [one for stage in _parts(sheet, ref) for one in stage]
    node: Node = {
        "resourceType": "Questionnaire",
        "id": f"{ref.id.replace('_', '-')}-{ref.version}-{ref.sha256[:8]}",
        "language": sheet.locale,
        "url": f"{URN}:worksheet:{ref.id}",
        "identifier": [{"system": f"{URN}:sha256", "value": ref.sha256}],
        "version": version_of(ref),
        "name": "".join(word.capitalize() for word in ref.id.split("_")),
        "title": sheet.title,
        "status": "active",
        "subjectType": ["Patient"],
        "item": [*items, {"linkId": NOTES, "type": "text", "repeats": True}],
    }
    if sheet.about:
        node["description"] = sheet.about
    return node


def _parts(sheet: Worksheet, ref: Ref) -> Iterator[list[Node]]:
    if len(sheet.stages) == 1:
        yield [_item(step, ref) for step in sheet.steps]
        return
    for stage in sheet.stages:
        inside = [_item(step, ref) for step in sheet.steps if step.stage == stage.id]
        if inside:
            text = stage.title or stage.id
            yield [{"linkId": part_link(stage.id), "type": "group", "text": text, "item": inside}]


def _item(step: Step, ref: Ref) -> Node:
    node: Node = {"linkId": step.id, "text": step.prompt}
    match step:
        case Info():
            return node | {"type": "display"}
        case Text():
            limit = {"maxLength": step.max_chars} if step.max_chars else {}
            return node | {"type": "text"} | limit
        case OneChoice() | Multi():
            return node | _choice(step, ref)
        case Scale():
            text = step.prompt.replace("{name}", "…") if step.named else step.prompt
            return node | {"text": text} | _rating(step.id, step.max, step.low, step.high)
        case Moods():
            rated = _rating(rating_link(step.id), step.max, step.low, step.high)
            return node | _list_of_rated(step.id, rated)
        case Rerate():
            return node | _list_of_rated(step.id, _rating(rating_link(step.id), step.max))
        case TextList():
            return node | {"type": "text", "repeats": True}
        case Countdown():
            return node | _clock(step)
        case Number():
            return node | _number(step)
        case Day():
            return node | {"type": "date"}
        case Clock():
            return node | {"type": "time"}
        case YesNo():
            return node | {"type": "boolean"}
        case Pick():
            return node | {"type": "text"}


def _choice(step: OneChoice | Multi, ref: Ref) -> Node:
    """A list that is filled from elsewhere has no codes: what was chosen is told in words."""
    repeats = {"repeats": True} if isinstance(step, Multi) else {}
    if step.choices_from:
        return {"type": "text"} | repeats
    options = [{"valueCoding": option} for option in options_of(step, ref).values()]
    return {"type": "choice"} | repeats | {"answerOption": options}


def _rating(link: str, top: int, low: str = "", high: str = "") -> Node:
    """A rating: an integer from 0; what its ends mean stands beside it, as on a slider."""
    ends = [("lower", low), ("upper", high)]
    node: Node = {"type": "integer", "extension": _bounds("Integer", 0, top)}
    items = [_end(link, which, text) for which, text in ends if text]
    return node | ({"item": items} if items else {})


def _end(link: str, which: str, text: str) -> Node:
    control = {"coding": [{"system": _CONTROL, "code": which}]}
    extension = {"url": f"{_CORE}/questionnaire-itemControl", "valueCodeableConcept": control}
    return {
        "extension": [extension],
        "linkId": f"{link}.{which}",
        "text": text,
        "type": "display",
    }


def _bounds(sort: str, low: float, high: float) -> list[Node]:
    return [
        {"url": f"{_CORE}/minValue", f"value{sort}": low},
        {"url": f"{_CORE}/maxValue", f"value{sort}": high},
    ]


def _list_of_rated(step: str, rating: Node) -> Node:
    """Each item of a list of feelings is a group of its own: what it is called, how strong."""
    named: Node = {"linkId": name_link(step), "type": "string"}
    return {
        "type": "group",
        "repeats": True,
        "item": [named, {"linkId": rating_link(step)} | rating],
    }


def _clock(step: Countdown) -> Node:
    """How many minutes a clock ran, and the ratings given meanwhile, in order."""
    ran: Node = {"linkId": minutes_link(step.id), "type": "integer"}
    rated = _rating(rating_link(step.id), step.max, step.low, step.high)
    given: Node = {"linkId": rating_link(step.id), "repeats": True} | rated
    return {"type": "group", "item": [ran, given] if step.every else [ran]}


def _number(step: Number) -> Node:
    whole = is_integer(step)
    sort = "Integer" if whole else "Decimal"
    ends = (int(step.min), int(step.max)) if whole else (step.min, step.max)
    extension = _bounds(sort, *ends)
    if step.unit:
        unit = {"url": f"{_CORE}/questionnaire-unit", "valueCoding": {"display": step.unit}}
        extension.append(unit)
    return {"type": sort.lower(), "extension": extension}
