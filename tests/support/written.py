"""Entries as they stand in the database, without the conversation they came from."""

from collections.abc import Mapping
from datetime import datetime

from conversations.session import Asked, Json, Session
from homework.house import House
from homework.ids import new_id
from homework.store import entries, sessions
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.sessions import Held


async def write(
    unit: Unit,
    house: House,
    person: str,
    client: str,
    at: datetime,
    sheet: str = "action_plan",
    answers: Mapping[str, Json] | None = None,
) -> None:
    """An entry, with the session it came from."""
    key, ref = new_id(at), house.shelf.newest[sheet]
    now = Session(key, client, ref, "full", "main", "done", Asked(key[-16:], None), at)
    held = Held(now, person, None, None, "worksheet", None, 1, None, "sent", at)
    await sessions.insert(unit, held)
    entry = Written(
        id=key, client=client, session=key, assignment=None, occurrence=None,
        worksheet=ref.id, variant="full", state="done", sharing="all",
        body={"answers": dict(answers)} if answers else {}, began_at=at, closed_at=at,
    )  # fmt: skip
    await entries.add(unit, entry)
