"""A client's safety plan: a few lines of their own, made with the therapist, for a bad hour.

What a therapist writes in it stands aside until the client has seen it and said that it is theirs;
what the client writes holds at once. It must not know where it is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from conversations.session import Json
from conversations.texts import Texts

PARTS = ("signs", "helps", "places", "call", "safe")
"""Warning signs, what helps, places and people, whom to call, making things safe."""
PART_LIMIT = 300
"""Characters of one part: all of them are shown on one screen, with numbers to call above."""

Lines = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """`lines`: the client's own, by part. `proposed`: all of them as the therapist would have it,
    None where the client has seen everything."""

    lines: Lines = field(default_factory=dict[str, str], repr=False)
    proposed: Lines | None = field(default=None, repr=False)

    @property
    def newest(self) -> Lines:
        """The lines as somebody wrote them last."""
        return self.lines if self.proposed is None else self.proposed


NONE = SafetyPlan()


def proposed(plan: SafetyPlan, part: str, words: str) -> SafetyPlan:
    """Return the plan with a part as the therapist has written it; "" takes it out."""
    return SafetyPlan(plan.lines, _with(plan.newest, part, words))


def written(plan: SafetyPlan, part: str, words: str) -> SafetyPlan:
    """Return the plan with a part as its owner has written it; "" takes it out."""
    aside = None if plan.proposed is None else _with(plan.proposed, part, words)
    return SafetyPlan(_with(plan.lines, part, words), aside)


def agreed(plan: SafetyPlan) -> SafetyPlan:
    """Return the plan once its owner said that all of it is theirs."""
    return SafetyPlan(plan.newest)


def _with(lines: Lines, part: str, words: str) -> Lines:
    changed = {**lines, part: words}
    return {name: changed[name] for name in PARTS if changed.get(name)}


def words(texts: Texts, lines: Lines) -> str:
    """Return the lines, each under its name, as plain text; "" for none."""
    return "\n".join(
        f"{texts.plain(f'plan-{name}')}: {lines[name]}" for name in PARTS if name in lines
    )


def to_json(plan: SafetyPlan) -> dict[str, Json]:
    """Return a plan as its column holds it."""
    aside: dict[str, Json] = {} if plan.proposed is None else {"proposed": {**plan.proposed}}
    return {"lines": {**plan.lines}, **aside}


def from_json(body: Mapping[str, Json]) -> SafetyPlan:
    """Return the plan that `to_json` wrote."""
    aside = body.get("proposed")
    return SafetyPlan(_lines(body.get("lines")), None if aside is None else _lines(aside))


def _lines(value: Json) -> Lines:
    if not isinstance(value, dict):
        return {}
    return {name: str(value[name]) for name in PARTS if name in value}
