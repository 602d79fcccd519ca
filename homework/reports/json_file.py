"""The lossless file: all that is shared, as JSON, with a format number; its keys only ever grow.

Every field of what it is given stands in it under its own name, so a new one cannot be left out.
"""

import json
from dataclasses import fields
from datetime import datetime
from typing import Any

from conversations.session import Json, Ref
from conversations.texts import Texts
from homework.chain import Occurrence
from homework.reports import codebook
from homework.reports.shared import Case, Records, Shared
from homework.store.columns import from_milliseconds

FORMAT = 1
KIND = "homework-bot therapist export"


def write(records: Records, texts: Texts) -> bytes:
    """Return the file. The codebook in it is for people; programs need only the rest."""
    return (json.dumps(_records(records, texts), ensure_ascii=False) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _records(records: Records, texts: Texts) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kind": KIND,
        "made_at": _stamp(records.made_at),
        "times": texts.plain("codebook-times"),
        "period": {
            "start": records.start.isoformat() if records.start else None,
            "end": records.end.isoformat(),
        },
        "clients": [_case(case) for case in records.cases],
        "worksheets": [
            {"ref": _ref(ref), "sheet": json.loads(sheet.canonical)}
            for ref, sheet in records.sheets.items()
        ],
        "codebook": {"columns": codebook.columns(texts), "words": codebook.words(texts)},
    }


def _case(case: Case) -> dict[str, Any]:
    told = case.sharing
    return {
        "client": case.code_name,
        "zone": case.zone,
        "summary": {"entries": len(case.entries)} | {how: told[how] for how in codebook.SHARING},
        "entries": [_entry(one) for one in case.entries],
        "occurrences": [
            _occurrence(one) | {"zone_closed": case.zones.get(one.id)} for one in case.occurrences
        ],
        "assignments": {key: _ref(ref) for key, ref in case.kinds.items()},
    }


def _entry(one: Shared) -> dict[str, Any]:
    told: dict[str, Any] = {field.name: getattr(one, field.name) for field in fields(Shared)}
    return told | {
        "sheet": _ref(one.sheet),
        "began_at": _stamp(one.began_at),
        "closed_at": _stamp(one.closed_at),
        "read_at": _stamp(one.read_at),
        "answered_at": {
            step: _stamp(from_milliseconds(at)) for step, at in one.answered_at.items()
        },
        "skipped": sorted(one.skipped),
        "changed": sorted(one.changed),
        "given": sorted(one.given),
    }


_OCCURRENCE = tuple(
    field.name for field in fields(Occurrence) if field.name not in ("client", "revision")
)


def _occurrence(one: Occurrence) -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(one, name) for name in _OCCURRENCE}
    stamps = {name: _stamp(value) for name, value in told.items() if name.endswith("_at")}
    return told | stamps | {"local_date": one.local_date.isoformat()}


def _ref(ref: Ref) -> dict[str, Json]:
    return {"id": ref.id, "version": ref.version, "sha256": ref.sha256}


def _stamp(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
