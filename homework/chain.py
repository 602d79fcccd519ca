"""The chain of an occurrence: each change of its row is an event; together they are the row.

Pure: `homework/store/occurrences.py` writes the events in the transaction that changes the row. It
must not know who asks, nor what a state means for the rate.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime
from typing import Any, Literal, cast, get_args

from conversations.session import Json
from homework.ledger import END_STATES
from homework.store.columns import from_milliseconds, to_milliseconds

Kind = Literal[
    "added",  # its moment came; perhaps it rang, or ended, at once
    "moved",  # to another moment
    "prompted",  # it was its turn to ring
    "sent",  # the prompt arrived
    "put_off",  # the prompt could not go out at its moment: another one is looked for
    "snoozed",  # the client chose another moment
    "reminded",
    "opened",  # begun
    "answered",  # for the first time
    "closed",  # with an end state
    "reopened",  # begun after its end
    "amended",  # somebody wrote after all: another end state
]
KINDS: frozenset[str] = frozenset(get_args(Kind))


class ChainBroken(ValueError):
    """The events of an occurrence do not begin with its addition, or change what no event may."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One planned practice. `closes_at` ends prompting, never writing.

    Without an `entry` of a schedule it is a later stage of a sheet, at a time its client chose.
    """

    id: str
    client: str
    assignment: str
    entry: str | None
    local_date: date
    stage: str
    planned_at: datetime | None
    zone: str
    closes_at: datetime | None
    sent_at: datetime | None = None
    reminded_at: datetime | None = None
    opened_at: datetime | None = None
    first_answer_at: datetime | None = None
    closed_at: datetime | None = None
    snoozes: int = 0
    state: str = "planned"
    reason: str | None = None
    step_reached: str | None = None
    revision: int = 0

    @property
    def chosen(self) -> bool:
        """Whether it is a later stage of a sheet that was begun."""
        return self.entry is None


@dataclass(frozen=True, slots=True)
class Event:
    """One change. `zone`: the client's at that moment; `changes`: the new values, as JSON."""

    occurrence: str
    client: str
    kind: Kind
    at: datetime
    zone: str
    changes: Mapping[str, Json] = field(default_factory=dict[str, Json])


_OWN = ("id", "client")  # stand in the event itself
_FIELDS = tuple(one for one in fields(Occurrence) if one.name not in _OWN)
_NAMES = tuple(one.name for one in _FIELDS)
_USUAL: dict[str, Any] = {
    one.name: one.default for one in _FIELDS if one.default is not MISSING
} | dict.fromkeys(("entry", "planned_at", "closes_at"))
_INSTANTS = frozenset(name for name in _NAMES if name.endswith("_at"))


def began(one: Occurrence, at: datetime) -> Event:
    """Return the event of an occurrence that is new; what is as usual is left out."""
    told = {
        name: _to_json(name, getattr(one, name))
        for name in _NAMES
        if name not in _USUAL or getattr(one, name) != _USUAL[name]
    }
    return Event(one.id, one.client, "added", at, one.zone, told)


def changed(before: Occurrence, after: Occurrence, at: datetime, zone: str) -> Event | None:
    """Return the event between two states of one occurrence, None when nothing differs.

    Raises `ChainBroken` for a change that has no name.
    """
    told = {
        name: new
        for name in _NAMES
        if (new := _to_json(name, getattr(after, name))) != _to_json(name, getattr(before, name))
    }
    if not told.keys() - {"revision"}:
        return None
    return Event(before.id, before.client, _kind(before, after, told.keys()), at, zone, told)


def rebuild(events: Sequence[Event]) -> Occurrence:
    """Return the occurrence that the events of its chain, in their order, add up to.

    Raises `ChainBroken` when they are not one chain.
    """
    if not events or events[0].kind != "added" or len({one.occurrence for one in events}) > 1:
        raise ChainBroken("a chain begins with the addition of its one occurrence")
    values = dict(_USUAL)
    for number, one in enumerate(events):
        if (one.kind == "added") != (number == 0) or not one.changes.keys() <= set(_NAMES):
            raise ChainBroken(f"event {number} is {one.kind}, of {sorted(one.changes)}")
        values |= {name: _from_json(name, value) for name, value in one.changes.items()}
    if missing := set(_NAMES) - values.keys():
        raise ChainBroken(f"nothing says {sorted(missing)}")
    return Occurrence(id=events[0].occurrence, client=events[0].client, **values)


def _kind(before: Occurrence, after: Occurrence, told: Any) -> Kind:
    """Return the name of a change; the weightiest of what changed gives it."""
    over, ends = before.state in END_STATES, after.state in END_STATES
    begun = "opened_at" in told
    rules: tuple[tuple[bool, Kind], ...] = (
        (ends and not over, "closed"),
        (ends and "state" in told, "amended"),
        (over and begun, "reopened"),
        (begun or (after.state == "opened" and "state" in told), "opened"),
        ("snoozes" in told, "snoozed"),
        (after.state == "prompted" and "state" in told, "prompted"),
        (after.state == "planned" and "state" in told, "put_off"),
        (bool({"planned_at", "closes_at", "local_date", "zone"} & told), "moved"),
        ("reminded_at" in told, "reminded"),
        ("first_answer_at" in told, "answered"),
        ("sent_at" in told, "sent"),
    )
    for holds, kind in rules:
        if holds:
            return kind
    raise ChainBroken(f"a change of {sorted(told)} has no name")


def _to_json(name: str, value: object) -> Json:
    if value is None:
        return None
    if name in _INSTANTS:
        return to_milliseconds(cast("datetime", value))
    return value.isoformat() if isinstance(value, date) else cast("str | int", value)


def _from_json(name: str, value: Json) -> object:
    if value is None:
        return None
    if name in _INSTANTS:
        return from_milliseconds(cast("int", value))
    return date.fromisoformat(cast("str", value)) if name == "local_date" else value
