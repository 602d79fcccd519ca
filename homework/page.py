"""A client's page: how much may be asked of them at most, and what must not be asked of them.

Set by the therapist; the usual values hold for whoever has none. It must not know who reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from conversations.session import Json
from homework.burden import Caps

USUAL_CAPS = Caps()
MOST_MINUTES = 30
"""Minutes a day, averaged over a week, above which a therapist gives a reason."""
MOST_PRACTICES = 2
"""Practices at the same time, beside one series of self-monitoring."""


@dataclass(frozen=True, slots=True)
class Page:
    """Caps over all assignments together, and marks: what must not be set for this client.

    `expected`: since that day safety flags go into the digest only, because such thoughts are
    expected.
    """

    caps: Caps = USUAL_CAPS
    minutes: int = MOST_MINUTES
    practices: int = MOST_PRACTICES
    marks: frozenset[str] = field(default=frozenset(), repr=False)
    expected: date | None = field(default=None, repr=False)


USUAL = Page()


def to_json(page: Page) -> dict[str, Json]:
    """Return a page as its column holds it: what is usual is left out."""
    caps, usual = page.caps, USUAL.caps
    values = {
        "prompts": (caps.prompts, usual.prompts),
        "reminders": (caps.reminders, usual.reminders),
        "spacing": (caps.spacing_minutes, usual.spacing_minutes),
        "minutes": (page.minutes, USUAL.minutes),
        "practices": (page.practices, USUAL.practices),
    }
    body: dict[str, Json] = {name: now for name, (now, was) in values.items() if now != was}
    if page.marks:
        body["marks"] = [*sorted(page.marks)]
    if page.expected:
        body["expected"] = page.expected.isoformat()
    return body


def from_json(body: Mapping[str, Json]) -> Page:
    """Return the page that `to_json` wrote."""
    caps, marks, expected = USUAL.caps, body.get("marks"), body.get("expected")

    def number(name: str, usual: int) -> int:
        value = body.get(name)
        return value if isinstance(value, int) else usual

    return Page(
        Caps(
            number("prompts", caps.prompts),
            number("reminders", caps.reminders),
            number("spacing", caps.spacing_minutes),
        ),
        number("minutes", USUAL.minutes),
        number("practices", USUAL.practices),
        frozenset(str(mark) for mark in marks) if isinstance(marks, list) else frozenset(),
        date.fromisoformat(expected) if isinstance(expected, str) else None,
    )
