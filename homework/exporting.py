"""The copy of a client's own data: one page to read, and one file for programs, lossless.

The file is JSON and holds every row that is theirs, all instants in UTC, with the zones then valid;
the page says the same in words. Both are made when they are asked for, and sealed until they are
sent. It must not know how they travel.
"""

import json
from datetime import timedelta
from io import SEEK_END, BytesIO
from zipfile import ZipFile

from conversations.markup import Html, escape
from conversations.model import Worksheet
from conversations.path import name_of
from conversations.session import Json, Session
from conversations.showing import answer_html
from conversations.texts import Texts
from homework import copy_page, trail
from homework.contract_texts import moment
from homework.copy_page import Kept
from homework.house import House
from homework.moments import zone_of
from homework.outgoing import Attachment
from homework.reading import WHOLE
from homework.store import (
    assignments,
    audit,
    copies,
    entries,
    kept_media,
    materials,
    people,
    safety_plans,
    session_notes,
    sessions,
)
from homework.store.database import Unit
from homework.store.people import Client, Person

FORMAT = 1
"""The version of the file's form; it only grows."""
DONE = "export"
"""The action in the audit."""
A_MOMENT = timedelta(minutes=1)
ARCHIVE = 20_000_000
"""Bytes of one archive of voice notes and pictures: the messenger takes 50 MB."""


async def just_made(unit: Unit, client: Client) -> bool:
    """Whether a copy was made a moment ago, and is on its way."""
    last = await audit.last(unit, client.id, DONE)
    return last is not None and unit.now - last < A_MOMENT


async def export(
    unit: Unit, house: House, person: Person, client: Client
) -> tuple[Attachment, ...]:
    """Return the page, the file of a client's own data, and the archives of what they recorded;
    that it was asked for is noted."""
    texts = house.texts(person.locale)
    rows = await copies.of_client(unit, client.id, person.id)
    noted = await audit.of_client(unit, client.id)
    names = await trail.actors(unit, texts, person, noted)
    for row, one in zip(rows["audit"], noted, strict=True):
        row["by"] = names.get(one.actor) or texts.plain("trail-house")
    kept = await _kept(unit, house, texts, person, client, rows)
    zone = zone_of(client)
    page = copy_page.html(house, texts, kept, moment(unit.now, zone, texts))
    await audit.note(unit, person.id, DONE, client.id)
    name = texts.plain("copy-file", day=unit.now.astimezone(zone).date().isoformat())
    return (
        Attachment(f"{name}.html", "text/html", page.encode()),
        Attachment(f"{name}.json", "application/json", _file(unit, client, person, rows)),
        *await _media(unit, client, name, {str(row["id"]) for row in rows["material"]}),
    )


async def _media(unit: Unit, client: Client, name: str, shown: set[str]) -> list[Attachment]:
    """Return recordings and material in files, in as many archives as the messenger takes."""
    archives: list[BytesIO] = []
    given = [one for one in await materials.of_client(unit, client.id) if one.id in shown]
    for one in [*await kept_media.of_client(unit, client.id), *given]:
        if one.mime not in copies.ENDINGS:
            continue
        recorded = isinstance(one, kept_media.Medium)
        body = await (kept_media.body(unit, one) if recorded else materials.body(unit, one))
        if not archives or archives[-1].tell() + len(body) > ARCHIVE:
            archives.append(BytesIO())
        with ZipFile(archives[-1], "a") as archive:  # they are packed tight already
            archive.writestr(copies.file_name(one.id, one.mime), body)
        archives[-1].seek(0, SEEK_END)
    return [
        Attachment(f"{name}-{number}.zip", "application/zip", each.getvalue())
        for number, each in enumerate(archives, 1)
    ]


async def _kept(
    unit: Unit, house: House, texts: Texts, person: Person, client: Client, rows: copies.Rows
) -> Kept:
    shown = {str(row["id"]) for row in rows["assignment"]}
    written = await entries.of_client(unit, client.id)
    closed = {one.session for one in written}
    begun = [
        *(await sessions.load_open(unit, [person.id])).values(),
        *(await sessions.load_resumable(unit, person.id)),
    ]
    return Kept(
        client,
        [one.name for one in await people.therapists_of(unit, client.id)],
        [*(await assignments.by_ids(unit, shown)).values()],
        written,
        [
            _so_far(house.sheet(held.session.worksheet, texts), held.session, texts)
            for held in begun
            if held.kind == "worksheet" and held.session.client == client.id
            if held.session.id not in closed
        ],
        await trail.of(unit, texts, person, client),
        await session_notes.of_client(unit, client.id),
        await safety_plans.of_client(unit, client.id),
    )


def _so_far(sheet: Worksheet, session: Session, texts: Texts) -> str:
    """What stands in a sheet that is not closed yet (HTML)."""
    lines = [f"<b>{escape(sheet.title)}</b>"]
    for step in sheet.steps:
        shown = answer_html(step, session, texts, limit=WHOLE)
        if shown is not None:
            label = name_of(step, session)
            lines.append(texts.html("shown-line", label=label, answer=Html(shown)))
    return "\n\n".join([*lines, *map(escape, session.notes)])


def _file(unit: Unit, client: Client, person: Person, rows: copies.Rows) -> bytes:
    head: dict[str, Json] = {
        "format": FORMAT,
        "made_at": copies.stamp(unit.now),
        "times": "UTC, ISO 8601; zone: the clock that was valid for the client",
        "zone": client.zone,
        "language": person.locale,
        "chat": person.chat,
    }
    # A row a line, so that it can be looked at; an indent would be written by slower code.
    parts = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    for name, found in rows.items():
        lines = ",\n".join(_json(row) for row in found)
        parts.append(f"{_json(name)}: [\n{lines}\n]")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
