"""The entry for reading: one sealed row per sheet, made of the answers, which stay the truth.

A sheet over days has one entry that grows with each part that its writer closes, and so has one
that was left and goes on after all: one place to read, and one say in who may read it. It must not
know who reads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from conversations.model import Multi, Worksheet
from conversations.path import given_in
from conversations.session import Json, Option, Session
from homework import enclosures
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
    grows = len(sheet.stages) > 1 or one is None or one.closed_at is not None
    known = await entries.of_session(unit, session.id) if grows else None
    body = body_of(sheet, session)
    if len(sheet.stages) > 1:
        closed: Json = {"stage": held.session.stage, "at": unit.now.isoformat()}
        body |= _over_days(sheet, session, known.body if known else {}, closed, put_off or {})
    await enclosures.tidy(unit, session.id, body)
    if known is not None:
        if "wrap" in known.body:  # what was said after it stays with it
            body["wrap"] = known.body["wrap"]
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


def body_of(sheet: Worksheet, session: Session) -> dict[str, Json]:
    """Return what an entry keeps of a session: its answers, and what they are to be read with."""
    body: dict[str, Json] = {
        "title": sheet.title,
        "version": session.worksheet.version,
        "sha256": session.worksheet.sha256,
        "answers": dict(session.answers),
        "skipped": [*sorted(session.skipped)],
        "notes": [*session.notes],
    }
    came = given_in(sheet, session)
    handed = {step: each for step, each in session.handed.items() if each and step not in came}
    lists = {step for step in handed if isinstance(sheet.by_id.get(step), Multi)}
    names: dict[str, Json] = {one: handed[one][0].label for one in handed if one not in lists}
    if names:
        body["names"] = names
    if lists:
        body["lists"] = {step: _labels(handed[step]) for step in lists}
    if came:
        body["given"] = [*sorted(came)]
    return body


def _labels(options: Sequence[Option]) -> dict[str, Json]:
    return {one.id: one.label for one in options}


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
