"""FHIR R4: every shipped sheet, every form of it, in whatever way it was answered, holds."""

import json
from dataclasses import replace
from typing import Any

import pytest

from conversations.model import Worksheet
from conversations.session import Variant
from homework import packaged
from homework.reports import fhir
from tests.support.fhir_rules import problems
from tests.support.sheets import EVERY_KIND, loaded
from tests.support.taken_out import entry, every_form, records, ref_of, shared, walked

SHEETS = packaged.worksheets()
RECORD = SHEETS["thought_record_7col"]


def bundle_of(*entries: Any, sheets: list[Worksheet]) -> dict[str, Any]:
    body = fhir.write(records([*entries], sheets))
    assert problems(body) == []
    return json.loads(body)


def answers_in(bundle: dict[str, Any]) -> dict[str, Any]:
    """The response of a bundle by linkId, its groups opened."""
    found: dict[str, Any] = {}

    def look(items: list[dict[str, Any]]) -> None:
        for item in items:
            found.setdefault(item["linkId"], []).append(item)
            look(item.get("item", []))

    look(bundle["entry"][-1]["resource"].get("item", []))
    return found


@pytest.mark.parametrize(
    ("sheet", "variant"), [*every_form()], ids=lambda one: getattr(one, "id", one)
)
def test_every_form_of_every_sheet_holds_however_it_was_answered(
    sheet: Worksheet, variant: Variant
) -> None:
    sessions = [walked(sheet, variant, seed) for seed in range(6)]
    assert sessions[0].status == "done"
    found = [
        shared(sheet, entry(sheet, session, f"e{number}{sharing}", sharing=sharing))
        for number, session in enumerate(sessions)
        for sharing in ("all", "summary", "nothing")
    ]
    bundle = bundle_of(*found, sheets=[sheet])
    responses = [one["resource"] for one in bundle["entry"][1:]]
    assert len(responses) == len(found)
    assert any(one.get("item") for one in responses)


def test_linkids_are_the_steps_of_the_sheet() -> None:
    for sheet in SHEETS.values():
        links = {item["linkId"] for item in _flat(fhir.questionnaire(sheet, ref_of(sheet))["item"])}
        assert {step.id for step in sheet.steps} <= links
        assert not {link for link in links if "." not in link and "/" not in link} - {
            step.id for step in sheet.steps
        }


def _flat(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for item in items for each in (item, *_flat(item.get("item", [])))]


def test_every_kind_of_step_has_its_type() -> None:
    sheet = loaded(EVERY_KIND)
    items = {
        item["linkId"]: item for item in _flat(fhir.questionnaire(sheet, ref_of(sheet))["item"])
    }
    types = {link: items[link]["type"] for link in ("intro", "situation", "place", "belief", "day")}
    assert types == {
        "intro": "display",
        "situation": "text",
        "place": "choice",
        "belief": "integer",
        "day": "date",
    }
    assert items["part/plan"]["type"] == "group" and items["clock"]["type"] == "time"
    assert items["drop"]["repeats"] and items["thoughts"]["repeats"] and items["moods"]["repeats"]
    assert items["happened"]["type"] == "boolean" and items["minutes"]["type"] == "integer"
    assert items["minutes"]["extension"][2]["valueCoding"] == {"display": "minutes"}
    assert [one["text"] for one in items["belief"]["item"]] == ["not", "fully"]
    assert items["place"]["answerOption"][0]["valueCoding"] == {
        "system": "urn:homework-bot:worksheet:every_kind:place",
        "code": "home",
        "display": "At home",
    }
    bounds = [one["valueInteger"] for one in items["tension"]["extension"]]
    assert bounds == [0, 10]


def test_what_is_kept_is_a_state_and_what_is_a_summary_is_numbers() -> None:
    session = replace(
        walked(RECORD, "full"),
        answers={
            "situation": "zqwordzq",
            "moods": [{"name": "sad", "rating": 80}, {"name": "zqunratedzq", "rating": None}],
            "thoughts": ["zqwordzq"],
        },
        notes=("zqwordzq",),
    )
    told: dict[str, dict[str, Any]] = {}
    for sharing in ("all", "summary", "nothing"):
        one = shared(RECORD, entry(RECORD, session, sharing=sharing))
        told[sharing] = bundle_of(one, sheets=[RECORD])["entry"][-1]["resource"]
    assert "zqwordzq" in json.dumps(told["all"]) and "zqunratedzq" in json.dumps(told["all"])
    assert "zq" not in json.dumps(told["summary"]) + json.dumps(told["nothing"])
    (moods,) = told["summary"]["item"]
    assert [one["answer"] for one in moods["item"]] == [
        [{"valueString": "sad"}],
        [{"valueInteger": 80}],
    ]
    assert "item" not in told["nothing"]
    assert told["nothing"]["meta"]["tag"][0]["code"] == "nothing"


def test_who_it_is_about_is_a_code_name_and_when_has_its_clock() -> None:
    one = shared(RECORD, entry(RECORD, walked(RECORD, "full")))
    berlin = replace(one, zone="Europe/Berlin", state="partial")
    done, partial = (
        bundle_of(each, sheets=[RECORD])["entry"][-1]["resource"] for each in (one, berlin)
    )
    assert done["subject"]["identifier"] == {"system": "urn:homework-bot:client", "value": "Fox"}
    assert (done["status"], partial["status"]) == ("completed", "in-progress")
    assert done["authored"] == "2027-03-01T08:55:00.000+00:00"
    assert partial["authored"] == "2027-03-01T09:55:00.000+01:00"


def test_the_same_entry_taken_out_twice_is_the_same() -> None:
    one = shared(RECORD, entry(RECORD, walked(RECORD, "full")))
    first, second = (bundle_of(one, sheets=[RECORD]) for _ in range(2))
    assert first == second


def test_what_was_left_out_says_why() -> None:
    sheet = loaded(EVERY_KIND)
    session = replace(
        walked(RECORD, "full"),
        answers={"prediction": {"cannot_yet": True}, "drop": []},
        skipped=frozenset({"situation"}),
    )
    found = answers_in(bundle_of(shared(sheet, entry(sheet, session)), sheets=[sheet]))
    why = {
        link: items[0]["extension"][0]["valueCode"]
        for link, items in found.items()
        if "extension" in items[0]
    }
    assert why == {"situation": "asked-declined", "prediction": "temp-unknown"}


def test_control_characters_do_not_break_it() -> None:
    session = replace(walked(RECORD, "full"), answers={"situation": "a\x00b\x1b[31m\ud800"})
    bundle_of(shared(RECORD, entry(RECORD, session)), sheets=[RECORD])


def test_the_judges_notice() -> None:
    """What they are for: a bundle that is wrong in each of these ways is not let through."""
    one = shared(RECORD, entry(RECORD, walked(RECORD, "full")))
    good = json.loads(fhir.write(records([one], [RECORD])))

    def judged(change: Any) -> list[str]:
        bad = json.loads(json.dumps(good))
        change(bad["entry"][0]["resource"], bad["entry"][1]["resource"])
        try:
            return problems(json.dumps(bad).encode())
        except ValueError as error:
            return [str(error)]

    assert judged(lambda sheet, answer: None) == []
    for change in (
        lambda sheet, answer: sheet.update(status="alive"),
        lambda sheet, answer: sheet.pop("status"),
        lambda sheet, answer: sheet["item"].append(sheet["item"][0]),
        lambda sheet, answer: sheet["item"][0].update(type="poem"),
        lambda sheet, answer: sheet["item"][0].update(strange=1),
        lambda sheet, answer: sheet.update(name="a name"),
        lambda sheet, answer: answer.update(authored="yesterday"),
        lambda sheet, answer: answer.update(questionnaire="urn:x|1"),
        lambda sheet, answer: answer.update(status="finished"),
        lambda sheet, answer: answer["item"][0].update(linkId="other"),
        lambda sheet, answer: answer["item"].reverse(),
        lambda sheet, answer: answer["item"][0].update(answer=[{"valueInteger": 5}]),
        lambda sheet, answer: answer["item"][0].pop("answer"),
    ):
        assert judged(change) != []
