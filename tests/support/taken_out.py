"""Entries and ledgers for the files a therapist takes out, made by the real conversation engine."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from conversations import walkthrough
from conversations.engine import advance, delivered, start
from conversations.events import Answered, Event, Finished, Resumed, Skipped
from conversations.fingerprints import fingerprint
from conversations.message import split_callback
from conversations.model import Worksheet
from conversations.render import render
from conversations.session import CLOSED, Json, Ref, Session, Variant
from conversations.taps import tap
from homework import packaged
from homework.chain import Occurrence
from homework.keeping import body_of
from homework.reports.as_shared import as_shared
from homework.reports.shared import Case, Records, Shared
from homework.store.entries import Written

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
TEXTS = packaged.texts("en", strict=True)
MOST = 150
LEFT_ALONE = ("h", "p", "x", "b", "d")


def ref_of(sheet: Worksheet) -> Ref:
    return Ref(sheet.id, sheet.version, fingerprint(sheet))


def walked(sheet: Worksheet, variant: Variant, seed: int = 0) -> Session:
    """Fill a sheet in: the middle of everything (seed 0), or by chance, some of it skipped."""
    chance, now = random.Random(seed), NOW
    handed = walkthrough.handed(sheet, TEXTS)
    outcome = start(sheet, id="s", client="c", variant=variant, now=now, handed=handed)
    for _ in range(MOST):
        session = delivered(outcome.session, now)
        if session.status in CLOSED:
            break
        said = [one for one in render(outcome.effects, sheet, session, TEXTS)]
        rows = [one.message.buttons for one in said if one.role != "settle"][-1:]
        buttons = [button.data for found in rows for row in found for button in row]
        now = max([now + timedelta(minutes=1), *walkthrough._next_parts(outcome)])
        event = walkthrough._answer(sheet, session, buttons, TEXTS, now)
        if seed:
            event = by_chance(session, event, buttons, now, chance)
        outcome = advance(sheet, session, event, now=now)
    return outcome.session


def by_chance(
    session: Session, usual: Event, buttons: list[str], now: datetime, chance: random.Random
) -> Event:
    """Press anything there is, skip, or write words that nobody expects."""
    if isinstance(usual, Resumed | Finished):
        return usual
    parts = [split for split in map(split_callback, buttons) if split]
    values = [value for ask, value in parts if ask == session.asked.id and value[:2] != "v.keep"]
    values = [value for value in values if value.startswith(("v.", "n.", "o."))]
    match chance.randrange(5):
        case 0:
            return Skipped()
        case 1 | 2 if values:
            return tap(session.asked.id, chance.choice(values)) or usual
        case 3:
            return Answered(chance.choice(["60", "sad 80, angry 40", "7", "=1+1\n-2"]), now)
        case _:
            return usual


def entry(
    sheet: Worksheet,
    session: Session,
    key: str = "e1",
    *,
    sharing: str = "all",
    state: str | None = None,
    body: Mapping[str, Json] | None = None,
) -> Written:
    """Return the entry of a session, as it is written when it is closed."""
    return Written(
        id=key,
        client="c",
        session=session.id,
        assignment="a1",
        occurrence=f"o{key}",
        worksheet=sheet.id,
        variant=session.variant,
        state=state or ("done" if session.status == "done" else "partial"),
        sharing=sharing,
        body={**body_of(sheet, session), **(body or {})},
        began_at=NOW - timedelta(minutes=20),
        closed_at=NOW - timedelta(minutes=5),
    )


def shared(sheet: Worksheet, one: Written) -> Shared:
    return as_shared(one, sheet, ref_of(sheet), "Europe/London", {})


def occurrence(key: str, state: str = "on_time", **more: object) -> Occurrence:
    one = Occurrence(
        id=key,
        client="",
        assignment="a1",
        entry=None,
        local_date=date(2027, 3, 1),
        stage="main",
        planned_at=NOW - timedelta(hours=1),
        zone="Europe/London",
        closes_at=NOW,
        sent_at=NOW - timedelta(hours=1),
        opened_at=NOW - timedelta(minutes=20),
        first_answer_at=NOW - timedelta(minutes=19),
        closed_at=NOW - timedelta(minutes=5),
        state=state,
    )
    return replace(one, **more)  # type: ignore[arg-type]


def records(
    found: Mapping[str, Shared] | list[Shared],
    sheets: list[Worksheet],
    *planned: Occurrence,
    name: str = "Fox",
) -> Records:
    """Return the records of one client."""
    entries = list(found.values()) if isinstance(found, Mapping) else found
    refs = {ref_of(sheet): sheet for sheet in sheets}
    kinds = {"a1": next(iter(refs))} if refs else {}
    zones = {one.id: one.zone for one in planned if one.closed_at}
    case = Case(name, "Europe/London", tuple(entries), planned, zones, kinds)
    return Records(NOW, None, NOW.date(), (case,), refs)


def every_form() -> Iterator[tuple[Worksheet, Variant]]:
    """Yield each form of each shipped sheet."""
    for sheet in packaged.worksheets().values():
        for variant in sheet.variants:
            yield sheet, variant
