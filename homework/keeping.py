"""The entry for reading: one sealed row per sheet, made of the answers, which stay the truth.

A sheet over days has one entry that grows with each part that its writer closes: one place to read,
and one say in who may read it. It must not know who reads.
"""

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from conversations.model import Worksheet
from conversations.session import Json, Session
from homework.house import House
from homework.ids import new_id
from homework.recalling import recalled
from homework.store import assignments, entries
from homework.store.database import Unit
from homework.store.entries import Written
from homework.store.occurrences import Occurrence
from homework.store.sessions import Held


async def write(
    unit: Unit,
    house: House,
    held: Held,
    session: Session,
    state: str,
    one: Occurrence | None,
    zone: ZoneInfo,
    put_off: Mapping[str, Json] | None = None,
) -> tuple[Written, bool]:
    """Write the entry of a session, or let it grow; return it, and whether it is new.

    `state`: open (more parts are to come), done, partial. `one`: what it was prompted by; `zone`:
    its writer's. `put_off`: the answers of a part that is asked anew, which the session no longer
    has.
    """
    sheet = house.shelf.worksheet(session.worksheet)
    known = await entries.of_session(unit, session.id) if len(sheet.stages) > 1 else None
    body = _body(sheet, session)
    if len(sheet.stages) > 1:
        closed: Json = {"stage": held.session.stage, "at": unit.now.isoformat()}
        body |= _over_days(sheet, session, known.body if known else {}, closed, put_off or {})
    if known is not None:
        grown = replace(
            known, variant=session.variant, state=state, body=body, closed_at=unit.now, read_at=None
        )
        await entries.grow(unit, grown)
        return grown, False
    new = Written(
        id=new_id(unit.now),
        client=session.client,
        session=session.id,
        assignment=held.assignment,
        occurrence=held.occurrence,
        worksheet=session.worksheet.id,
        variant=session.variant,
        state=state,
        sharing=await _agreed_sharing(unit, held),
        body=body,
        began_at=session.opened_at,
        closed_at=unit.now,
        recalled=recalled(
            sheet, session.answers, session.opened_at, one.sent_at if one else None, zone
        ),
    )
    await entries.add(unit, new)
    return new, True


def _body(sheet: Worksheet, session: Session) -> dict[str, Json]:
    body: dict[str, Json] = {
        "title": sheet.title,
        "version": session.worksheet.version,
        "sha256": session.worksheet.sha256,
        "answers": dict(session.answers),
        "skipped": [*sorted(session.skipped)],
        "notes": [*session.notes],
    }
    if session.handed:
        body["names"] = {step: given[0].label for step, given in session.handed.items() if given}
    return body


def _over_days(
    sheet: Worksheet,
    session: Session,
    known: Mapping[str, Json],
    closed: Json,
    put_off: Mapping[str, Json],
) -> dict[str, Json]:
    """What a sheet over days has beside its answers: when each part was closed (`parts`), what was
    put off (`put_off`), and the first words of what is locked (`first`)."""
    parts, earlier, first = known.get("parts"), known.get("put_off"), known.get("first")
    rounds = earlier if isinstance(earlier, list) else []
    locked = {s.id: session.answers[s.id] for s in sheet.steps if s.id in session.locked}
    return {
        "parts": [*(parts if isinstance(parts, list) else []), closed],
        "put_off": [*rounds, dict(put_off)] if put_off else rounds,
        "first": locked | (first if isinstance(first, dict) else {}),
    }


async def _agreed_sharing(unit: Unit, held: Held) -> str:
    if held.assignment is None:
        return "all"
    return (await assignments.by_ids(unit, [held.assignment]))[held.assignment].sharing
