"""What a therapist takes out: only of clients in their care, only what is shared, seen by them."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from homework import gathering, reporting
from homework.ids import new_id
from homework.outgoing import Attachment
from homework.reports import filing
from homework.reports.ordered import Source, Work
from homework.store import audit, covers, people, timers
from homework.store.reports import waiting
from homework.store.tables import attachment, care, entry, event, occurrence
from homework.store.troubles import DatabaseUnavailable
from homework.store.unit import Unit
from scheduler.studio import Studio
from tests.support.scene import Party, Scene

Rows = list[dict[str, str]]


async def made(scene: Scene) -> None:
    """Let what was asked for be made and posted, as the program does it."""
    async with scene.looking() as unit:
        due = [one for one in await timers.due(unit, unit.now, 99) if one.kind == "report"]
        await timers.remove(unit, [one.id for one in due])
        await reporting.report_due(unit, scene.house, due)
        orders = [*unit.orders]
    for order in orders:
        assert isinstance(order.work, Source)
        more = True
        while more:
            async with scene.looking() as unit:
                more = await order.work.more(unit)
        filed = order.work.work()
        assert isinstance(filed, filing.Filing)
        async with scene.looking() as unit:
            await reporting.deliver(unit, order, filing.made(filed))


async def files(scene: Scene) -> list[Attachment]:
    """Return the files that were posted, opened, in their order."""
    async with scene.looking() as unit:
        query = select(attachment).where(attachment.c.mime != "image/png").order_by(attachment.c.id)
        opened = unit.sealer.open
        return [
            Attachment(
                opened("attachment", "name", row.id, row.client_id, row.name),
                row.mime,
                unit.sealer.open_bytes("attachment", "body", row.id, row.client_id, row.body),
            )
            for row in (await unit.conn.execute(query)).all()
        ]


async def taken(scene: Scene, carer: Party, client: Party, what: str) -> list[Attachment]:
    await scene.tap(carer.user, f"1:take~{client.client}:{what}")
    await made(scene)
    found = await files(scene)
    await scene.deliver()
    return found[-1:]


def table(file: Attachment, name: str) -> Rows:
    with zipfile.ZipFile(io.BytesIO(file.body)) as packed:
        text = packed.read(f"{name}.csv").decode("utf-8-sig")
    return [*csv.DictReader(io.StringIO(text, newline=""))]


async def set_sharing(scene: Scene, client: Party, sharing: str) -> None:
    async with scene.looking() as unit:
        mine = entry.c.client_id == client.client
        await unit.conn.execute(update(entry).where(mine).values(sharing=sharing))


async def test_it_holds_that_clients_words_and_nobody_elses(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    others = {each.word for each in scene.parties.values()} - {one.word}
    for what in ("all.csv", "all.json", "all.fhir"):
        scene.sealer.opened.clear()
        (file,) = await taken(scene, carer, one, what)
        whole = file.body
        if what == "all.csv":
            whole = json.dumps([table(file, "answers"), table(file, "entries")]).encode()
        assert one.word.encode() in whole
        assert not [word for word in others if word.encode() in whole], what
        entries = {client for client, column in scene.sealer.opened if column == "entry.body"}
        assert entries == {one.client}, "nobody else's was even opened"


async def test_what_is_kept_is_a_state_and_a_summary_is_numbers(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    for sharing in ("nothing", "summary"):
        await set_sharing(scene, one, sharing)
        (file,) = await taken(scene, carer, one, "all.json")
        (case,) = json.loads(file.body)["clients"]
        (told,) = case["entries"]
        assert told["sharing"] == sharing and told["state"] == "done"
        words = json.dumps({k: v for k, v in told.items() if k != "id"})
        words = words.replace(f'{{"name": "{one.word}", "rating": 80}}', "")
        words = words.replace(f'{{"name": "{one.word}", "rating": 60}}', "")
        assert one.word not in words
        assert bool(told["answers"]) == (sharing == "summary")
        assert told["notes"] == [] and told["skipped"] == []
        assert case["summary"][sharing] == 1
        scene.now += timedelta(minutes=1)


async def test_the_client_sees_it_and_it_is_noted_without_content(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    await taken(scene, carer, one, "w12.csv")
    async with scene.looking() as unit:
        (noted,) = [
            each
            for each in await audit.of_client(unit, one.client or "")
            if each.action == "export.therapist"
        ]
    assert noted.subject == "w12.csv"
    told = (await scene.say(one.user, "/privacy"))[-1].html
    assert f"Dr {carer.word} took a copy of what you share" in told
    other = (await scene.say(scene.parties["A2"].user, "/privacy"))[-1].html
    assert "took a copy" not in other


async def test_pressed_twice_it_is_made_once(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    press = scene.button(carer.user, f"1:take~{one.client}:all.csv")
    await scene.happen(press, scene.button(carer.user, f"1:take~{one.client}:all.csv"))
    await made(scene)
    assert len(await files(scene)) == 1


async def test_who_only_stands_in_gets_nothing(scene: Scene) -> None:
    lead, colleague, one = (scene.parties[name] for name in ("A", "B", "A1"))
    async with scene.looking() as unit:
        until = unit.now + timedelta(days=7)
        assert lead.therapist and colleague.therapist and one.client
        await covers.ask(unit, colleague.therapist, [one.client], until)
        await covers.begin(unit, colleague.therapist, [one.client])
        assert len(await people.told_about(unit, one.client)) == 2, "they stand in"
    heard = await scene.say(colleague.user, "/export")
    assert one.word not in "".join(each.whole for each in heard)
    for what in ("ask", "w4", "all.csv"):
        await scene.tap(colleague.user, f"1:take~{one.client}:{what}")
        assert scene.notice == scene.house.texts("en").plain("tap-stale")
    await made(scene)
    assert await files(scene) == []


async def test_whose_care_ended_meanwhile_gets_nothing(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    await scene.tap(carer.user, f"1:take~{one.client}:all.csv")
    async with scene.looking() as unit:
        mine = care.c.client_id == one.client
        await unit.conn.execute(update(care).where(mine).values(until=unit.now))
    await made(scene)
    assert await files(scene) == []
    async with scene.looking() as unit:
        assert await waiting(unit) == []


async def test_it_is_sealed_with_the_clients_key_until_it_is_sent(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    await scene.tap(carer.user, f"1:take~{one.client}:all.json")
    await made(scene)
    async with scene.looking() as unit:
        query = select(attachment).where(attachment.c.mime == "application/json")
        (row,) = (await unit.conn.execute(query)).all()
    assert row.client_id == one.client and one.word.encode() not in row.body + row.name


async def test_a_period_leaves_out_what_was_before_it(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    async with scene.looking() as unit:
        mine = entry.c.client_id == one.client
        long_ago = unit.now - timedelta(days=29)
        await unit.conn.execute(update(entry).where(mine).values(closed_at=long_ago))
        first = select(occurrence.c.id).where(occurrence.c.client_id == one.client).limit(1)
        (key,) = (await unit.conn.execute(first)).scalars()
        old = (unit.now - timedelta(days=28)).date().isoformat()
        this = update(occurrence).where(occurrence.c.id == key)
        await unit.conn.execute(this.values(local_date=old))
    (whole,) = await taken(scene, carer, one, "all.csv")
    (month,) = await taken(scene, carer, one, "w4.csv")
    (quarter,) = await taken(scene, carer, one, "w12.csv")
    assert [len(table(file, "entries")) for file in (whole, month, quarter)] == [1, 0, 1]
    planned = [
        {row["occurrence"] for row in table(file, "occurrences")}
        for file in (whole, month, quarter)
    ]
    assert planned[0] == planned[2] and planned[0] - planned[1] == {key}


async def test_each_answer_has_its_time_and_each_entry_its_clock(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    async with scene.looking() as unit:
        (stored,) = (
            await unit.conn.execute(select(entry).where(entry.c.client_id == one.client))
        ).all()
        (some,) = (
            await unit.conn.execute(
                select(occurrence.c.id).where(occurrence.c.id == one.ids["occ"])
            )
        ).scalars()
        row = {
            "occurrence_id": some,
            "client_id": one.client,
            "kind": "sent",
            "changes": "{}",
        }
        for seconds, zone in ((2, "Asia/Tokyo"), (1, "Europe/Berlin")):
            at = stored.began_at - timedelta(seconds=seconds)
            await unit.conn.execute(event.insert().values(id=new_id(at), at=at, zone=zone, **row))
    (file,) = await taken(scene, carer, one, "all.csv")
    (told,) = table(file, "entries")
    assert told["zone"] == "Europe/Berlin"
    answers = [each for each in table(file, "answers") if each["what"] == "answered"]
    assert answers
    for each in answers:
        assert told["began_utc"] <= each["answered_utc"] <= told["closed_utc"]


class Clock:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def now(self) -> datetime:
        return self._scene.now


async def studied(scene: Scene, *, after: Callable[[], None] = lambda: None) -> int:
    """Let the real studio make what is due; return how many transactions that took."""
    seen: list[Unit] = []

    async def draw(work: Work) -> bytes:
        assert isinstance(work, filing.Filing)
        return filing.made(work)

    def heard(unit: Unit) -> None:
        seen.append(unit)
        after()

    studio = Studio(scene.db, Clock(scene), draw)
    scene.db.listeners += [studio.heard, heard]
    async with scene.looking() as unit:
        due = [one for one in await timers.due(unit, unit.now, 99) if one.kind == "report"]
        await timers.remove(unit, [one.id for one in due])
        await reporting.report_due(unit, scene.house, due)
    await studio.still()
    scene.db.listeners.clear()
    return len(seen)


async def test_much_is_read_in_slices_and_nothing_is_lost_or_twice(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    for _ in range(4):
        await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
        await scene.answer_all(one.user, one.word)
    monkeypatch.setattr(gathering, "SLICE", 2)
    await scene.tap(carer.user, f"1:take~{one.client}:all.csv")
    took = await studied(scene)
    (file,) = await files(scene)
    rows = table(file, "entries")
    assert len(rows) == len({row["entry"] for row in rows}) == 5
    assert [row["began_utc"] for row in rows] == sorted(row["began_utc"] for row in rows)
    assert took == 1 + 1 + 3 + 1, "ordered, begun, three slices, delivered"


async def test_a_database_that_goes_away_in_the_middle_only_puts_it_off(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    await scene.tap(carer.user, f"1:take~{one.client}:all.csv")
    broken = scene.db.transaction
    left = [2]

    def failing(now: datetime) -> AbstractAsyncContextManager[Unit]:
        left[0] -= 1
        if left[0] < 0:
            raise DatabaseUnavailable("gone")
        return broken(now)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scene.db, "transaction", failing)
        await studied(scene)
    assert await files(scene) == []
    scene.now += timedelta(minutes=3)
    await studied(scene)
    assert len(await files(scene)) == 1
