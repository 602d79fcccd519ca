"""Says what is wrong with a FHIR R4 bundle of questionnaires and answers: two judges.

The first is a package of somebody else's, made from the standard's own definitions: structure,
types, cardinality, formats, required codes. The second holds the standard's invariants between
elements, and each answer against its question; it shares no code with what makes the bundle.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from fhir.resources.R4B.bundle import Bundle
from pydantic import BaseModel

Node = dict[str, Any]
CORE = "http://hl7.org/fhir/StructureDefinition"
ANSWERS = {
    "text": "valueString",
    "string": "valueString",
    "integer": "valueInteger",
    "decimal": "valueDecimal",
    "boolean": "valueBoolean",
    "date": "valueDate",
    "time": "valueTime",
    "choice": "valueCoding",
}
ABSENT = {"asked-declined", "temp-unknown", "masked"}


def problems(bundle: bytes) -> list[str]:
    """Return everything that is wrong."""
    found = json.loads(bundle)
    judged = Bundle.model_validate(found)
    return [*_codes(judged, "Bundle"), *_bundle(found)]


def _codes(model: BaseModel, where: str) -> Iterator[str]:
    """Required codes stand in the models of the package, but it does not look at them."""
    for name, field in type(model).model_fields.items():
        value, extra = getattr(model, name), field.json_schema_extra
        allowed = extra.get("enum_values") if isinstance(extra, dict) else None
        whole = bool(allowed) and "+" not in allowed  # a list that goes on is none
        if isinstance(value, str) and whole and value not in allowed:
            yield f"{where}.{name}: {value}"
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, BaseModel):
                yield from _codes(one, f"{where}.{name}")


def _bundle(found: Node) -> Iterator[str]:
    addresses = [entry["fullUrl"] for entry in found["entry"]]
    if found["type"] != "collection" or len(set(addresses)) < len(addresses):
        yield "no collection of different things"
    resources = [entry["resource"] for entry in found["entry"]]
    questionnaires = {
        f"{one['url']}|{one['version']}": one
        for one in resources
        if one["resourceType"] == "Questionnaire"
    }
    for one in resources:
        if one["resourceType"] == "Questionnaire":
            yield from _questionnaire(one)
        elif (known := questionnaires.get(one["questionnaire"])) is None:
            yield f"nothing is known of {one['questionnaire']}"
        else:
            yield from _response(one, known)


def _questionnaire(one: Node) -> Iterator[str]:
    if not re.fullmatch(r"[A-Z]([A-Za-z0-9_]){0,254}", one["name"]):
        yield f"que-0: {one['name']}"
    items = [*_all(one["item"])]
    twice = [link for link, n in Counter(item["linkId"] for item in items).items() if n > 1]
    if twice:
        yield f"que-2: {twice}"
    for item in items:
        link, sort = item["linkId"], item["type"]
        if sort not in ("group", "display", *ANSWERS):
            yield f"no type of question: {sort}"
        if (sort == "group") > bool(item.get("item")) or (sort == "display" and item.get("item")):
            yield f"que-1: {link}"
        if "answerOption" in item and sort not in ("choice", "integer", "date", "time", "string"):
            yield f"que-5: {link}"
        if sort == "choice" and not item.get("answerOption"):
            yield f"nothing to choose: {link}"
        if sort == "display" and ("required" in item or "repeats" in item):
            yield f"que-6: {link}"
        if "maxLength" in item and sort not in ("string", "text", "integer", "decimal"):
            yield f"que-10: {link}"


def _all(items: list[Node]) -> Iterator[Node]:
    for item in items:
        yield item
        yield from _all(item.get("item", []))


def _response(one: Node, known: Node) -> Iterator[str]:
    if datetime.fromisoformat(one["authored"]).tzinfo is None:
        yield "authored at no known moment"
    if set(one["subject"]) != {"type", "identifier"}:
        yield "the subject is more than an identifier"
    yield from _answered(one.get("item", []), known["item"])


def _answered(given: list[Node], asked: list[Node]) -> Iterator[str]:
    order = [item["linkId"] for item in asked]
    places = [order.index(item["linkId"]) for item in given if item["linkId"] in order]
    if places != sorted(places):
        yield f"not in the order of the questions: {[item['linkId'] for item in given]}"
    seen = Counter(item["linkId"] for item in given)
    for item in given:
        question = next((one for one in asked if one["linkId"] == item["linkId"]), None)
        if question is None:
            yield f"nobody asked {item['linkId']}"
            continue
        if seen[item["linkId"]] > 1 and not (question["type"] == "group" and question["repeats"]):
            yield f"twice: {item['linkId']}"
        yield from _one(item, question)


def _one(item: Node, question: Node) -> Iterator[str]:
    link, sort, answers = item["linkId"], question["type"], item.get("answer", [])
    if "item" in item and "answer" in item:
        yield f"qrs-1: {link}"
    why = [one["valueCode"] for one in item.get("extension", [])]
    if why and (answers or "item" in item or not set(why) <= ABSENT):
        yield f"absent, and there: {link}"
    if not (why or answers or item.get("item")):
        yield f"empty: {link}"
    if sort == "group":
        yield from _answered(item.get("item", []), question["item"])
    if sort == "display" or (sort == "group" and answers):
        yield f"no question: {link}"
    if len(answers) > 1 and not question.get("repeats"):
        yield f"more than one answer: {link}"
    for answer in answers:
        yield from _value(answer, question)


def _value(answer: Node, question: Node) -> Iterator[str]:
    link, wanted = question["linkId"], ANSWERS.get(question["type"])
    if set(answer) != {wanted}:
        yield f"{link} takes {wanted}, not {set(answer)}"
        return
    value = answer[wanted]
    if wanted == "valueCoding":
        offered = [option["valueCoding"] for option in question["answerOption"]]
        if value not in offered:
            yield f"{link}: not offered"
    if wanted == "valueString" and (not value or re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", value)):
        yield f"{link}: no string"
    bounds = {
        one["url"].removeprefix(f"{CORE}/"): next(v for k, v in one.items() if k != "url")
        for one in question.get("extension", [])
    }
    if "minValue" in bounds and not bounds["minValue"] <= value <= bounds["maxValue"]:
        yield f"{link}: {value} is out of bounds"
