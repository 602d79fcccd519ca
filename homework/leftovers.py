"""What prompts leave behind: timers, messages not sent yet, buttons on a screen.

Prompts never pile up: a new one takes the buttons off those before it. It must not know when a
prompt rings.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from homework import prompt_texts
from homework.house import House
from homework.outgoing import Outgoing
from homework.store import alerts, occurrences, outbox, timers
from homework.store.database import Unit
from homework.store.occurrences import Occurrence
from homework.store.people import Client, Person

CATCH_UP_AFTER = timedelta(minutes=5)
"""From then on something is late because the program was away."""
FAIR = timedelta(minutes=15)
"""Whoever was left less of a window, because the prompt came late, cannot have missed it."""


@dataclass(slots=True)
class Leftovers:
    """The older prompts of some assignments: `rows` are their messages, by occurrence."""

    older: dict[str, list[Occurrence]] = field(
        default_factory=dict[str, list[Occurrence]], repr=False
    )
    rows: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]], repr=False)

    def add(self, one: Occurrence) -> None:
        """Count in a prompt: it will be the older one when the next of its assignment rings."""
        self.older.setdefault(one.assignment, []).append(one)

    async def clear(
        self, unit: Unit, house: House, person: Person, client: Client, one: Occurrence
    ) -> None:
        """Take the buttons off the prompts before `one`, which rings now.

        Until now the last of them could still be begun, late. One that was begun stays as it is.
        """
        for old in self.older.pop(one.assignment, ()):
            if old.id == one.id:
                continue
            if old.state == "prompted" and one.chosen:  # a later part of a sheet ends no prompt
                self.add(old)
                continue
            if old.state == "prompted":
                over = old.closes_at is not None and old.closes_at <= unit.now
                state, reason = await left_alone(unit, old) if over else ("superseded", None)
                await occurrences.close(unit, old.id, state, reason=reason)
                await drop_timers(unit, old.id)
            for row in self.rows.get(old.id, ()):
                take_away_buttons(unit, house, person, client, row)


async def load(unit: Unit, clients: Collection[str], assignments: Collection[str]) -> Leftovers:
    """Return what stands about of some assignments of these clients, each loaded once."""
    live = await occurrences.live_of_clients(unit, clients)
    older = [
        one
        for one in live
        if one.assignment in assignments and one.state == "prompted" and not one.chosen
    ]
    older += await occurrences.missed_lately(unit, assignments)
    found = Leftovers(rows=await occurrences.prompt_rows(unit, [one.id for one in older]))
    for one in older:
        found.add(one)
    return found


async def left_alone(unit: Unit, one: Occurrence) -> tuple[str, str | None]:
    """What an occurrence that was not begun ends as now that its window is over, and why.

    What was put off was to ring again: nobody missed it if that did not arrive. Nor does anybody
    miss what stood open when an alert was raised about them.
    """
    start, end = one.sent_at or one.planned_at, one.closes_at or unit.now
    if start and await alerts.raised_between(unit, one.client, start, end):
        return "not_delivered", "alert"
    again = one.snoozes > 0 and not await occurrences.arrived(unit, one.id)
    return unanswered(replace(one, sent_at=None) if again else one, unit.now)


def unanswered(one: Occurrence, now: datetime) -> tuple[str, str | None]:
    """What an occurrence ends as that rang, as far as it did, and was not begun, and why.

    If the program was away when the window ended, nobody could begin by then.
    """
    if one.sent_at is None:
        return "not_delivered", "unsure"
    if one.closes_at and now - one.closes_at > CATCH_UP_AFTER:
        return "not_delivered", "too_late"
    late = one.planned_at is not None and one.sent_at - one.planned_at > CATCH_UP_AFTER
    if late and one.closes_at and one.closes_at - one.sent_at < FAIR:
        return "not_delivered", "too_late"
    return "missed", None


def take_away_buttons(unit: Unit, house: House, person: Person, client: Client, row: str) -> None:
    """Edit a prompt on the screen to one quiet line."""
    message = prompt_texts.gone_by(house, person.locale)
    unit.post(Outgoing(person.id, client.id, "tidy", message, dedupe=f"tidy.{row}", edits=row))


async def drop_ringing(unit: Unit, occurrence: str) -> None:
    """Cancel what would still ring for an occurrence: timers, and messages not gone out yet."""
    for kind in ("prompt", "remind"):
        await timers.cancel(unit, kind, occurrence)
    await outbox.withdraw(unit, [occurrence], ["prompt", "reminder"])


async def drop_timers(unit: Unit, occurrence: str) -> None:
    """Cancel everything that is planned for an occurrence that has ended."""
    await drop_ringing(unit, occurrence)
    await timers.cancel(unit, "close", occurrence)
