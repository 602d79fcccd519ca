"""Reads a therapist's JSON file back into what it was made of, to show that nothing is lost."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, cast

from conversations.model import Worksheet
from conversations.session import Ref
from homework.chain import Occurrence
from homework.reports.json_file import FORMAT, KIND
from homework.reports.shared import Case, Records, Shared
from homework.store.columns import to_milliseconds

_LEFT_OUT = ("client", "revision")
_OCCURRENCE = tuple(one.name for one in fields(Occurrence) if one.name not in _LEFT_OUT)


def read(body: bytes) -> Records:
    """Return what a file was made of."""
    found = json.loads(body)
    assert (found["kind"], found["format"]) == (KIND, FORMAT)
    period = found["period"]
    sheets = {
        Ref(**one["ref"]): Worksheet.model_validate(one["sheet"]) for one in found["worksheets"]
    }
    return Records(
        made_at=datetime.fromisoformat(found["made_at"]),
        start=date.fromisoformat(period["start"]) if period["start"] else None,
        end=date.fromisoformat(period["end"]),
        cases=tuple(_case_of(one) for one in found["clients"]),
        sheets=sheets,
    )


def _case_of(found: Mapping[str, Any]) -> Case:
    rows: Sequence[Mapping[str, Any]] = found["occurrences"]
    return Case(
        code_name=found["client"],
        zone=found["zone"],
        entries=tuple(_entry_of(one) for one in found["entries"]),
        occurrences=tuple(_occurrence_of(one) for one in rows),
        zones={one["id"]: one["zone_closed"] for one in rows if one["zone_closed"]},
        kinds={key: Ref(**ref) for key, ref in found["assignments"].items()},
    )


def _entry_of(found: Mapping[str, Any]) -> Shared:
    told = {field.name: found[field.name] for field in fields(Shared)}
    return Shared(
        **told
        | {
            "sheet": Ref(**found["sheet"]),
            "began_at": datetime.fromisoformat(found["began_at"]),
            "closed_at": datetime.fromisoformat(found["closed_at"]),
            "read_at": _instant(found["read_at"]),
            "answered_at": {
                step: to_milliseconds(datetime.fromisoformat(at))
                for step, at in found["answered_at"].items()
            },
            "skipped": frozenset(found["skipped"]),
            "changed": frozenset(found["changed"]),
            "given": frozenset(found["given"]),
            "notes": tuple(found["notes"]),
            "counts": {step: tuple(pair) for step, pair in found["counts"].items()},
            "put_off": tuple(found["put_off"]),
            "parts": tuple(tuple(part) for part in found["parts"]),
        }
    )


def _occurrence_of(found: Mapping[str, Any]) -> Occurrence:
    told = {name: found[name] for name in _OCCURRENCE}
    stamps = {name: _instant(value) for name, value in told.items() if name.endswith("_at")}
    day = date.fromisoformat(found["local_date"])
    return Occurrence(**told | stamps | {"client": "", "local_date": day})


def _instant(at: object) -> datetime | None:
    return datetime.fromisoformat(cast("str", at)) if at else None
