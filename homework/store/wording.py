"""What was said and agreed about an assignment, in words: one sealed object, read and written
whole. It must not know where it is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from conversations.session import Json
from homework.hierarchy import Item, item_from_json, item_to_json

CONTRACT = ("plan", "obstacle", "answer", "confidence")
"""The texts that the client adds when they say yes."""

USUAL_LIMITS = "07:00-22:00"


@dataclass(frozen=True, slots=True)
class Texts:
    """What was said and agreed about an assignment, in the therapist's and the client's words.

    `states`: the names of what is to be rated, for a sheet that rates named things. `plan`: when
    and where the client will do it; `obstacle`, `answer`: what may get in the way, and what then;
    `confidence`: 0-100, how sure the client is. `limits`: between which wall times the client may
    move the times themselves, "07:00-22:00"; "" for not at all. `reason`: why it has to be more
    than fits a day, for the therapist alone. `media`: voice notes and pictures are answers too.
    `item`: of the client's list, what the practice is about. `settings`: by step, what the
    therapist set otherwise than is usual.
    `distress`: from where on a rating is a lot, of 100; `grounding`: what is shown then, a shipped
    text by its name or the therapist's own words.
    """

    why: str = field(repr=False)
    enough: str | None = field(default=None, repr=False)
    wish: str | None = field(default=None, repr=False)
    states: tuple[str, ...] = field(default=(), repr=False)
    plan: str | None = field(default=None, repr=False)
    obstacle: str | None = field(default=None, repr=False)
    answer: str | None = field(default=None, repr=False)
    confidence: int | None = field(default=None, repr=False)
    limits: str = field(default=USUAL_LIMITS, repr=False)
    reason: str | None = field(default=None, repr=False)
    media: bool = False
    item: Item | None = field(default=None, repr=False)
    settings: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    distress: int | None = None
    grounding: str = field(default="", repr=False)


def to_json(texts: Texts) -> dict[str, Json]:
    """Return the words as their column holds them: what was not said is left out."""
    value: dict[str, Json] = {"why": texts.why, "enough": texts.enough, "wish": texts.wish}
    if texts.states:
        value["states"] = [*texts.states]
    if texts.limits != USUAL_LIMITS:
        value["limits"] = texts.limits
    if texts.reason:
        value["reason"] = texts.reason
    if texts.media:
        value["media"] = True
    if texts.item is not None:
        value["item"] = item_to_json(texts.item)
    if texts.settings:
        value["settings"] = {**texts.settings}
    if texts.distress is not None:
        value["distress"] = texts.distress
    if texts.grounding:
        value["grounding"] = texts.grounding
    contract = {name: getattr(texts, name) for name in CONTRACT}
    return value | {name: said for name, said in contract.items() if said is not None}


def from_json(value: Mapping[str, Json]) -> Texts:
    """Return the words that `to_json` wrote."""
    states = value.get("states")
    return Texts(
        _text(value["why"]) or "",
        _text(value["enough"]),
        _text(value["wish"]),
        tuple(str(name) for name in states) if isinstance(states, list) else (),
        _text(value.get("plan")),
        _text(value.get("obstacle")),
        _text(value.get("answer")),
        sure if isinstance(sure := value.get("confidence"), int) else None,
        limits if isinstance(limits := value.get("limits"), str) else USUAL_LIMITS,
        _text(value.get("reason")),
        value.get("media") is True,
        item_from_json(value.get("item")),
        {step: str(one) for step, one in settings.items()}
        if isinstance(settings := value.get("settings"), dict)
        else {},
        most if isinstance(most := value.get("distress"), int) else None,
        _text(value.get("grounding")) or "",
    )


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) else None
