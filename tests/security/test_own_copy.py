"""P8: /export gives a client all of their own, losslessly, and nothing of anybody else."""

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from homework import exporting, hierarchy, trail
from homework.outgoing import Attachment
from homework.store import assignments, audit, copies, hierarchies, people, wording
from homework.store.columns import Sealed
from homework.store.packing import pack
from homework.store.tables import answer, attachment, client, entry, metadata, occurrence
from tests.support.scene import Party, Scene


async def copy_of(scene: Scene, party: Party) -> tuple[str, dict[str, Any]]:
    """The page and the file as they would be sent."""
    async with scene.looking() as unit:
        who = await people.actor(unit, party.user)
        assert who.person is not None and who.client is not None
        page, file, *_ = await exporting.export(unit, scene.house, who.person, who.client)
    assert isinstance(page, Attachment) and page.mime == "text/html"
    return page.body.decode(), json.loads(file.body)


def test_every_table_of_clients_is_copied_or_left_out_for_a_reason() -> None:
    theirs = {name for name, table in metadata.tables.items() if "client_id" in table.c}
    theirs |= {"client", "schedule_entry", "alert"}
    assert theirs == copies.COPIED.keys() | copies.LEFT_OUT.keys()
    assert not copies.COPIED.keys() & copies.LEFT_OUT.keys()
    assert metadata.tables.keys() - theirs == copies.NOT_THEIRS.keys()
    for name, left_out in copies.COPIED.items():
        for column in metadata.tables[name].c:
            if isinstance(column.type, Sealed):
                assert column.name not in left_out, f"{name}.{column.name} is their own words"


async def test_it_is_lossless(scene: Scene) -> None:
    one = scene.parties["A1"]
    _, file = await copy_of(scene, one)
    async with scene.looking() as unit:
        mine = answer.c.client_id == one.client
        rows = (await unit.conn.execute(select(answer).where(mine).order_by(answer.c.id))).all()
        opened = unit.sealer.open
        values = {
            row.id: opened("answer", "value", row.id, row.client_id, row.value) for row in rows
        }
        prompts = (
            await unit.conn.execute(select(occurrence).where(occurrence.c.client_id == one.client))
        ).all()
    copied = {row["id"]: row for row in file["answer"]}
    dialogs = len(values.keys() - copied.keys())
    assert dialogs > 0, "what the therapist wrote in a form about them is not theirs"
    assert len(copied) > 3
    for key, row in copied.items():
        assert pack(row["value"]) == values[key]
        (stored,) = [each for each in rows if each.id == key]
        assert datetime.fromisoformat(row["at"]) == stored.at, "to the millisecond, with its zone"
        assert row["message_id"] == stored.message_id and row["step_id"] == stored.step_id
    assert {row["id"]: row["zone"] for row in file["occurrence"]} == {
        row.id: row.zone for row in prompts
    }
    assert file["zone"] == "Europe/London" and file["format"] == 1 and file["chat"] == one.user
    assert all(row["by"] for row in file["audit"])


async def test_it_holds_their_words_and_nobody_elses(scene: Scene) -> None:
    carer = scene.parties["A"]
    await scene.tap(carer.user, f"1:ent~{scene.parties['A1'].ids['entry']}:open")
    for name in ("A1", "A2", "B1"):
        one = scene.parties[name]
        page, file = await copy_of(scene, one)
        mine = {one.word, scene.parties[one.carer or ""].word}
        others = {each.word for each in scene.parties.values()} - mine
        whole = page + json.dumps(file)
        assert not [word for word in others if word in whole]
        assert one.word in page and one.word in json.dumps(file["entry"])
        assert f"on {one.word}" in json.dumps(file["remark"])
        assert f"aside {one.word}" not in whole, "a therapist's own note is the therapist's"
    page, _ = await copy_of(scene, scene.parties["A1"])
    assert re.search(rf"Dr {carer.word} read “[^”]+”", page), "who read what"


async def test_nothing_of_the_therapist_alone_is_in_it(scene: Scene) -> None:
    """Drafts, what a program will suggest later, forms, and marks on the client's page."""
    one, carer = scene.parties["A1"], scene.parties["A"]
    await scene.tap(carer.user, f"1:draft~{one.ids['draft']}:discard")
    async with scene.looking() as unit:
        key = one.client or ""
        page = unit.sealer.seal("client", "page", key, key, pack({"minutes": 20, "marks": ["m1"]}))
        await unit.conn.execute(update(client).where(client.c.id == key).values(page=page))
        texts = wording.Texts("why", reason="zqreasonzq")
        await assignments.set_texts(unit, one.ids["active"], key, texts)
    shown, file = await copy_of(scene, one)
    whole = json.dumps({name: rows for name, rows in file.items() if name != "audit"})
    for thing in ("draft", "chained", "program_draft"):
        assert one.ids[thing] not in whole, thing
    assert carer.ids["session_form"] not in whole
    assert one.ids["active"] in whole and one.ids["proposed"] in whole
    assert file["client"][0]["page"] == {"minutes": 20}
    assert "m1" not in shown and "zqreasonzq" not in shown + whole


async def test_the_page_runs_nothing_and_loads_nothing(scene: Scene) -> None:
    one = scene.parties["A1"]
    hostile = "</p><script>alert(x)</script><img src=x onerror=alert(x)> & \u202eevil"
    await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
    await scene.answer_all(one.user, hostile)
    page, file = await copy_of(scene, one)
    assert "<script" not in page and "<img" not in page and "\u202e" not in page
    assert "&lt;script&gt;alert(x)" in page
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)\s*=|https?:", re.sub(r"<p>.*?</p>", "", page, flags=re.S))
    assert hostile.partition(" & ")[0] in json.dumps(file, ensure_ascii=False), "as it was stored"


async def test_both_files_are_sealed_until_they_are_sent(scene: Scene) -> None:
    one = scene.parties["A1"]
    await scene.happen(scene.message(one.user, "/export"))
    async with scene.looking() as unit:
        files = select(attachment).where(attachment.c.mime != "image/png")  # pictures of links
        rows = (await unit.conn.execute(files)).all()
        kinds = {"text/html", "application/json", "application/zip"}
        assert {row.mime for row in rows} == kinds
        assert {row.client_id for row in rows} == {one.client}
        assert not any(one.word.encode() in row.body + row.name for row in rows)
    await scene.deliver()
    again = await scene.say(one.user, "/export")
    assert ["just now" in heard.html for heard in again] == [True]
    scene.now += timedelta(minutes=2)
    assert len(await scene.say(one.user, "/export")) == 3


async def test_who_has_not_been_confirmed_has_a_copy_too(scene: Scene) -> None:
    page, file = await copy_of(scene, scene.parties["unconfirmed"])
    assert file["consent"] and not file["entry"]
    assert scene.parties["unconfirmed"].word in page


async def test_one_copy_tells_the_next_that_it_was_made(scene: Scene) -> None:
    one = scene.parties["A2"]
    await copy_of(scene, one)
    page, file = await copy_of(scene, one)
    assert "you asked for a copy" in page
    assert [row["by"] for row in file["audit"] if row["action"] == "export"] == ["you"]


async def test_an_open_sheet_is_in_it_as_far_as_it_was_written(scene: Scene) -> None:
    one = scene.parties["A1"]
    async with scene.looking() as unit:
        written = select(entry.c.session_id).where(entry.c.client_id == one.client)
        closed = set((await unit.conn.execute(written)).scalars())
    assert one.ids["session_open"] not in closed
    page, file = await copy_of(scene, one)
    assert "Sheets that are still open" in page
    assert one.ids["session_open"] in {row["id"] for row in file["session"]}


async def test_p10_privacy_tells_who_read_what_and_when(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    assert "Nobody has opened" in (await scene.say(one.user, "/privacy"))[-1].html
    await scene.tap(carer.user, f"1:client~{one.client}:page")
    await scene.tap(carer.user, f"1:ent~{one.ids['entry']}:open")
    await scene.tap(carer.user, f"1:prac~{one.ids['active']}:show")
    told = (await scene.say(one.user, "/privacy"))[-1].html.splitlines()[1:]
    name = f"Dr {carer.word}"
    assert [line.partition(name)[2].strip() for line in told] == [
        "opened your page",
        "read your note for the session",
        "read “Thought record: catching the thought”",
        "looked at what is agreed with you",
    ]
    assert all("Mon 1 Mar" in line for line in told)
    other = (await scene.say(scene.parties["A2"].user, "/privacy"))[-1].html
    assert "Nobody has opened" in other


async def test_p10_a_list_opened_with_its_proposals_is_told_too(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    await scene.tap(one.user, "1:mylist~fears:propose")
    await scene.say(one.user, f"{one.word} alone 40")
    seen = await scene.tap(carer.user, f"1:list~{one.client}:fears.show")
    assert any(f"{one.word} alone" in heard.whole for heard in seen)
    told = (await scene.say(one.user, "/privacy"))[-1].html
    assert told.count(f"Dr {carer.word} looked at a list of yours") == 1


async def test_p10_each_button_that_shows_what_a_client_wrote_is_told(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    assert one.client is not None
    for part in ("signs", "myself"):
        await scene.tap(one.user, f"1:myplan~:{part}")
        await scene.say(one.user, f"{part} {one.word}")
    async with scene.looking() as unit:
        item = hierarchy.Item("i1", f"item {one.word}", 30)
        await hierarchies.keep(unit, one.client, "fears", (item,))
        texts = (await assignments.by_ids(unit, [one.ids["active"]]))[one.ids["active"]].texts
        await assignments.set_texts(unit, one.ids["active"], one.client, replace(texts, item=item))
    reads = {
        f"plan~{one.client}:show": "read.plan",
        f"plan~{one.client}:signs": "read.plan",
        f"list~{one.client}:fears.show": "read.list",
        f"client~{one.client}:page": "read.page",
        f"brief~{one.client}:d7": "read.brief",
        f"ent~{one.ids['entry']}:open": "read.entry",
        f"med~{one.ids['medium']}:open": "read.entry",
        f"prac~{one.ids['active']}:show": "read.practice",
        f"prac~{one.ids['active']}:history": "read.practice",
        f"alert~{one.ids['alert']}:show": "read.alert",
    }
    for data, action in reads.items():
        async with scene.looking() as unit:
            before = {each.id for each in await audit.of_client(unit, one.client)}
        seen = await scene.tap(carer.user, f"1:{data}")
        assert [heard for heard in seen if heard.user == carer.user], data
        async with scene.looking() as unit:
            new = [
                each for each in await audit.of_client(unit, one.client) if each.id not in before
            ]
        assert action in {each.action for each in new}, data
        assert action in trail.READ, action
