"""How things are called in FHIR: addresses, versions, linkIds, codes; for questions and answers."""

from conversations.model import Multi, Number, OneChoice
from conversations.session import Ref

URN = "urn:homework-bot"
NOTES = "sheet/notes"
"""The linkId of what was written beside the questions; no step has a slash in its id."""
_MOST = 2**31 - 1
"""The greatest integer in FHIR."""


def version_of(ref: Ref) -> str:
    """Return a version that changes with every change of steps, types or conditions."""
    return f"{ref.version}+{ref.sha256[:8]}"


def canonical(ref: Ref) -> str:
    """Return how an answer names the Questionnaire that it answers."""
    return f"{URN}:worksheet:{ref.id}|{version_of(ref)}"


def part_link(stage: str) -> str:
    """Return the linkId of a part of a sheet over days."""
    return f"part/{stage}"


def name_link(step: str) -> str:
    """Return the linkId of what an item of a list is called."""
    return f"{step}.name"


def minutes_link(step: str) -> str:
    """Return the linkId of how long a clock ran."""
    return f"{step}.minutes"


def rating_link(step: str) -> str:
    """Return the linkId of how an item of a list is rated."""
    return f"{step}.rating"


def options_of(step: OneChoice | Multi, ref: Ref) -> dict[str, dict[str, str]]:
    """Return the codings of a choice by their id, in a code system of this question's own."""
    system = f"{URN}:worksheet:{ref.id}:{step.id}"
    return {
        choice.id: {"system": system, "code": choice.id, "display": choice.label}
        for choice in step.choices
    }


def is_integer(step: Number) -> bool:
    """Whether any number of this step fits FHIR's integer."""
    return step.whole and step.min >= -_MOST and step.max <= _MOST
