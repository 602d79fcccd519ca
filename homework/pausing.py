"""A client's pause: nothing rings until a date, and nothing of it counts as missed."""

from datetime import datetime, timedelta

from homework import parts, prompting
from homework.house import House
from homework.moments import audible, move
from homework.store import assignments, audit, occurrences, people, timers
from homework.store.database import Unit
from homework.store.people import Client, Person

LONGEST = timedelta(weeks=4)
WORDS = {"day": 1, "days": 1, "week": 7, "weeks": 7}


def parse_length(text: str) -> timedelta | None:
    """Return the length of "2 weeks" or "3 days"; None for anything else or above 4 weeks."""
    parts = text.lower().split()
    if len(parts) != 2 or not parts[0].isdecimal() or parts[1] not in WORDS:
        return None
    length = timedelta(days=min(int(parts[0]), 10_000) * WORDS[parts[1]])
    return length if timedelta(0) < length <= LONGEST else None


async def pause(
    unit: Unit, house: House, person: Person, client: Client, length: timedelta
) -> datetime:
    """Pause until the given time from now (at most four weeks); return the end."""
    until = audible(client, unit.now + min(length, LONGEST))
    await people.change_client(unit, client.id, paused_until=until)
    await audit.note(unit, person.id, "client.pause", client.id)
    await timers.set(unit, until, "resume", client.id, 0)
    live = await occurrences.live_of_client(unit, client.id)
    agreed = await assignments.by_ids(unit, {one.assignment for one in live})
    # What a client chose, and has not rung yet, waits for the end of the pause when its time comes.
    waiting = [one for one in live if one.state == "prompted"]
    waiting += [one for one in live if one.state == "planned" and not one.chosen]
    for one in waiting:
        await occurrences.close(unit, one.id, "paused")
        await prompting.drop_timers(unit, one.id)
        if one.chosen:
            await parts.after_pause(unit, client, agreed[one.assignment], one, until)
    for row in await occurrences.prompt_rows(unit, [one.id for one in waiting]):
        prompting.take_away_buttons(unit, house, person, client, row)
    return until


async def resume(unit: Unit, actor: str, client: Client) -> bool:
    """End the pause now; False if there was none."""
    if client.paused_until is None:
        return False
    await people.change_client(unit, client.id, paused_until=None)
    await audit.note(unit, actor, "client.resume", client.id)
    await timers.cancel(unit, "resume", client.id)
    over = audible(client, client.paused_until)
    live = await occurrences.live_of_client(unit, client.id)
    waited = [one for one in live if one.chosen and one.planned_at == over]
    agreed = await assignments.by_ids(unit, {one.assignment for one in waited})
    for one in waited:
        await move(unit, client, agreed[one.assignment], one, unit.now)
    return True
