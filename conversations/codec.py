"""Session <-> JSON, with a schema number, so that a session outlives the program that began it.

The answers may stay out: in the store they are rows of history, and `fold` makes them again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal, cast

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue

from conversations.effects import Saved
from conversations.session import (
    Appended,
    Asked,
    Json,
    Move,
    Option,
    Ref,
    Session,
    Status,
    Unsure,
    Variant,
)

SCHEMA = 1

UPGRADES: dict[int, Callable[[dict[str, Json]], dict[str, Json]]] = {}
"""For each old schema number, the function that makes the next schema of it."""


class SessionUnreadable(ValueError):
    """A stored session cannot be read: its schema is newer than this program, or it is damaged."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What a history of saved rows adds up to."""

    answers: Mapping[str, Json] = field(default_factory=dict[str, Json], repr=False)
    skipped: frozenset[str] = frozenset()
    notes: tuple[str, ...] = field(default=(), repr=False)


class _Held(BaseModel):
    ask: str
    step: str
    before: JsonValue
    text: str


class _Unsure(BaseModel):
    move: Move
    before: JsonValue


class _Body(BaseModel):
    """The stored shape; pydantic checks it because it comes from outside the program."""

    model_config = ConfigDict(extra="forbid")

    number: Literal[1] = Field(alias="schema")
    id: str
    client: str
    worksheet: Ref
    variant: Variant
    stage: str
    status: Status
    asked: Asked
    opened_at: AwareDatetime
    answers: dict[str, JsonValue] = {}
    skipped: frozenset[str] = frozenset()
    locked: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    handed: dict[str, tuple[Option, ...]] = {}
    appended: _Held | None = None
    editing: bool = False
    revision: int = 0
    item: int | None = None
    tries: int = 0
    halfway: frozenset[str] = frozenset()
    last: str | None = None
    offered: tuple[int, ...] = ()
    unsure: _Unsure | None = None


def fold(history: Iterable[Saved]) -> Folded:
    """Return the answers, skips and notes that the rows add up to, in order."""
    answers: dict[str, Json] = {}
    skipped: set[str] = set()
    notes: list[str] = []
    for row in history:
        if row.how == "held":
            continue
        if row.how == "noted":
            notes.append(str(row.value))
            continue
        if row.how == "reworded":
            _reword(notes, row.value)
            continue
        skipped.discard(row.step)
        if row.value is not None:
            answers[row.step] = row.value
        else:
            answers.pop(row.step, None)
            if row.how == "skipped":
                skipped.add(row.step)
    return Folded(answers, frozenset(skipped), tuple(notes))


def _reword(notes: list[str], value: Json) -> None:
    old, new = (value.get("was"), value.get("now")) if isinstance(value, dict) else (None, None)
    if old in notes:
        at = notes.index(str(old))
        notes[at : at + 1] = [str(new)] if new else []


def dump(session: Session, *, answers: bool = True) -> dict[str, Json]:
    """Return the session as JSON; without `answers` what `fold` makes again is left out."""
    data: dict[str, Json] = {
        "schema": SCHEMA,
        "id": session.id,
        "client": session.client,
        "worksheet": {
            "id": session.worksheet.id,
            "version": session.worksheet.version,
            "sha256": session.worksheet.sha256,
        },
        "variant": session.variant,
        "stage": session.stage,
        "status": session.status,
        "asked": _asked(session.asked),
        "opened_at": session.opened_at.astimezone(UTC).isoformat(),
        "locked": [*sorted(session.locked)],
        "handed": {step: _options(options) for step, options in session.handed.items()},
        "appended": _appended(session.appended),
        "editing": session.editing,
        "revision": session.revision,
        "item": session.item,
        "tries": session.tries,
        "halfway": [*sorted(session.halfway)],
        "last": session.last,
        "offered": [*session.offered],
        "unsure": _unsure(session.unsure),
    }
    if answers:
        data["answers"] = dict(session.answers)
        data["skipped"] = [*sorted(session.skipped)]
        data["notes"] = [*session.notes]
    return data


def load(data: Mapping[str, Json], folded: Folded | None = None) -> Session:
    """Return the session; `folded` brings the answers, skips and notes.

    Raises `SessionUnreadable` (which quotes nothing of the data).
    """
    found = dict(data)
    number = found.get("schema")
    while isinstance(number, int) and number in UPGRADES:
        found = UPGRADES[number](found)
        number = found.get("schema")
    try:
        body = _Body.model_validate(found)
    except ValueError:
        raise SessionUnreadable(f"session of schema {number!r} cannot be read") from None
    kept = folded or Folded(_json(body.answers), body.skipped, body.notes)
    held, unsure = body.appended, body.unsure
    return Session(
        id=body.id,
        client=body.client,
        worksheet=body.worksheet,
        variant=body.variant,
        stage=body.stage,
        status=body.status,
        asked=body.asked,
        opened_at=body.opened_at,
        answers=kept.answers,
        skipped=kept.skipped,
        locked=body.locked,
        notes=kept.notes,
        handed=body.handed,
        appended=held and Appended(held.ask, held.step, cast(Json, held.before), held.text),
        editing=body.editing,
        revision=body.revision,
        item=body.item,
        tries=body.tries,
        halfway=body.halfway,
        last=body.last,
        offered=body.offered,
        unsure=unsure and Unsure(unsure.move, cast(Json, unsure.before)),
    )


def _json(found: dict[str, JsonValue]) -> dict[str, Json]:
    return cast(dict[str, Json], found)


def _asked(asked: Asked) -> Json:
    return {
        "id": asked.id,
        "step": asked.step,
        "delivered_at": _instant(asked.delivered_at),
        "seen_at": _instant(asked.seen_at),
        "gone": [*asked.gone],
    }


def _instant(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None


def _appended(held: Appended | None) -> Json:
    if held is None:
        return None
    return {"ask": held.ask, "step": held.step, "before": held.before, "text": held.text}


def _unsure(unsure: Unsure | None) -> Json:
    return None if unsure is None else {"move": unsure.move, "before": unsure.before}


def _options(options: Iterable[Option]) -> list[Json]:
    return [{"id": option.id, "label": option.label} for option in options]
