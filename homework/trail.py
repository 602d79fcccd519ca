"""The audit in a client's words: who read what, and when; who exported, stopped, erased.

Only what has words here is told; the rest is how the program works. It must not know what was read.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.texts import Texts
from homework.store import audit, entries, people
from homework.store.audit import Noted
from homework.store.database import Unit
from homework.store.people import Client, Person

READ = frozenset(
    {
        *("read.page", "read.brief", "read.entry", "read.note", "read.practice"),
        *("read.alert", "read.list"),
        *("read.picture", "read.report", "read.plan", "export.therapist", "export.operator"),
    }
)
TOLD = READ | {
    *("export", "client.stop", "client.start", "client.pause", "client.resume", "client.consent"),
    *("forget.ask", "forget.keep", "forget.order", "plan.write", "plan.edit", "plan.agree"),
    *("care.end", "care.next", "care.beside", "carer.with", "carer.without", "carer.no"),
    "client.guardian",
    *("share.all", "share.summary", "share.nothing"),
}
"""Actions that are told, each by the text `trail-` and its name."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line: when, and the finished words of who did what."""

    at: datetime
    words: str


async def of(
    unit: Unit,
    texts: Texts,
    person: Person,
    client: Client,
    actions: Collection[str] = TOLD,
    most: int | None = None,
) -> list[Step]:
    """Return what is told of the audit to a client, oldest first, the newest `most` of it."""
    noted = [one for one in await audit.of_client(unit, client.id) if one.action in actions]
    noted = noted if most is None else noted[-most:]
    names = await actors(unit, texts, person, noted)
    titles = await entries.titles(unit, client.id, [one.subject for one in noted if one.subject])
    return [Step(one.at, _words(texts, one, names, titles)) for one in noted]


async def actors(
    unit: Unit, texts: Texts, person: Person, noted: Sequence[Noted]
) -> dict[str, str]:
    """Return how the actors of some lines are called: the client is "you"."""
    names = await people.names_of(unit, {one.actor for one in noted})
    return names | {person.id: texts.plain("trail-you")}


def _words(texts: Texts, one: Noted, names: dict[str, str], titles: dict[str, str]) -> str:
    who = names.get(one.actor) or texts.plain("trail-house")
    title = titles.get(one.subject or "") or texts.plain("trail-a-sheet")
    return texts.plain(f"trail-{one.action.replace('.', '-')}", who=who, title=title)
