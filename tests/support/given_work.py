"""What a client of a scene may have: one row or more of everything, each with the client's word."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from sqlalchemy import select

from homework import assigning, chaining, publishing
from homework.ids import new_id
from homework.program import programs
from homework.recurrence import Weekly
from homework.retelling import answers_of
from homework.safety.screening import Finding
from homework.store import (
    alerts,
    assignments,
    entries,
    feedback,
    kept_media,
    materials,
    occurrences,
    people,
    remarks,
    session_notes,
    sheet_materials,
    templates,
)
from homework.store import programs as stored_programs
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.occurrences import Occurrence
from homework.store.tables import entry, session
from tests.support.phones import FILES
from tests.support.recordings import jpeg
from tests.support.scene import SHEET, Party, Scene


async def give_work(scene: Scene, party: Party) -> None:
    """A draft, a proposal, an agreement with a prompt, entries, sheets open and waiting."""
    assert party.client is not None
    await give_agreements(scene, party)
    await scene.tap(party.user, f"1:log~{party.ids['active']}:go")
    await scene.answer_all(party.user, party.word)
    await scene.tap(party.user, f"1:log~{party.ids['active']}:go")
    await scene.answer_once(party.user, party.word)
    await _prompted(scene, party)
    await scene.tap(party.user, f"1:occ~{party.ids['occ_open']}:start")
    await scene.answer_once(party.user, party.word)
    async with scene.looking() as unit:
        who = await people.actor(unit, party.user)
        assert who.person is not None
        mine = session.c.person_id == who.person.id
        rows = (await unit.conn.execute(select(session.c).where(mine))).all()
        query = select(entry.c.id).where(entry.c.client_id == party.client)
        party.ids["entry"] = (await unit.conn.execute(query)).scalars().one()
        noted = await session_notes.add(unit, party.client, f"note {party.word}")
        party.ids["note"] = noted.id
        text = f"{party.word} reads"
        attached = await materials.add(
            unit, party.client, party.ids["active"], "text", "text/plain", text, text
        )
        party.ids["material"] = attached.id
        party.ids["medium"] = await _recording(scene, unit, party, rows)
        for kind in (feedback.MUCH, feedback.SILENCE):
            asked = await feedback.add(unit, party.client, party.ids["active"], kind)
            party.ids[kind] = asked
        await _remarked(scene, unit, party)
        await _alarmed(scene, unit, party)
    party.ids["person"] = who.person.id
    for status in ("open", "waiting", "done"):
        (row, *_) = [one for one in rows if one.status == status]
        party.ids[f"session_{status}"] = row.id
        party.ids[f"ask_{status}"] = row.ask_id


async def _prompted(scene: Scene, party: Party) -> None:
    """Two prompts that may still be answered."""
    async with scene.looking() as unit:
        for name, days in (("occ", 0), ("occ_open", 1)):
            one = _occurrence(scene, party, party.ids["entry_line"], days)
            await occurrences.add(unit, [one])
            party.ids[name] = one.id


async def _alarmed(scene: Scene, unit: Unit, party: Party) -> None:
    """An alert that nobody has seen, long enough ago that prompts ring again."""
    client = await people.client_by_id(unit, party.client or "")
    assert client is not None
    one = await alerts.add(unit, client, scene.now)
    await alerts.note(unit, client.id, one.id, Finding("alert", "en.some"), party.word)
    party.ids["alert"] = one.id


async def _recording(scene: Scene, unit: Unit, party: Party, rows: Sequence[Any]) -> str:
    """A picture in the answers of the sheet that is done."""
    (done, *_) = [one.id for one in rows if one.status == "done"]
    written = await entries.of_session(unit, done)
    assert written is not None and party.client is not None
    label = f"Photo {party.word}"
    answers: dict[str, Any] = {**answers_of(written), "situation": f"{label}\nand words"}
    kept = replace(written, body={**written.body, "answers": answers})
    await entries.annotate(unit, kept, unread=True)
    body = jpeg()
    await kept_media.add(unit, party.client, done, "situation", "image/jpeg", label, body)
    return (await kept_media.of_session(unit, done))[0].id


async def give_agreements(scene: Scene, party: Party) -> None:
    """A draft, a proposal, an agreement, and two prompts of it."""
    carer = scene.parties[party.carer or ""]
    rules = [Weekly(frozenset(range(1, 8)), time(18, 0))]
    for state in ("draft", "proposed", "active"):
        async with scene.looking() as unit:
            who = await people.actor(unit, carer.user)
            assert party.client is not None and who.therapist is not None
            client = await people.client_by_id(unit, party.client)
            assert client is not None
            new = assignment(
                scene, party, who.therapist.id, f"why {party.word}", f"enough {party.word}"
            )
            await assigning.keep_draft(unit, new, rules)
            if state != "draft":
                await assigning.propose(unit, who.therapist, new)
            if state == "active":
                proposed = (await assignments.by_ids(unit, [new.id]))[new.id]
                await assigning.accept(unit, scene.house, client, proposed)
        party.ids[state] = new.id
    async with scene.looking() as unit:
        (agreed,) = (await assignments.by_ids(unit, [party.ids["active"]])).values()
        running, links = await _program(scene, unit, party)
        party.ids |= {"program_draft": running, "chained": links[1]}
        party.ids["sheet_draft"] = await _own_sheet(scene, unit, party)
        party.ids["sheet_material"] = await _of_sheet(scene, unit, agreed.therapist, party)
        party.ids["template"] = await _template(scene, unit, agreed, party)
        party.ids["entry_line"] = agreed.entries[0].id


async def _remarked(scene: Scene, unit: Unit, party: Party) -> None:
    """What the carer left at an entry, and a note of their own."""
    carer = await people.actor(unit, scene.parties[party.carer or ""].user)
    assert carer.therapist is not None and party.client is not None
    mine, whose = party.ids["entry"], carer.therapist.id
    text = f"on {party.word}"
    party.ids["remark"] = await remarks.add(
        unit, party.client, mine, whose, remarks.COMMENT, "situation", text
    )
    aside = await remarks.keep_note(unit, party.client, whose, f"aside {party.word}")
    party.ids["private_note"] = aside


async def _of_sheet(scene: Scene, unit: Unit, therapist: str, party: Party) -> str:
    """Material of a worksheet of the carer; it comes along to their other clients too."""
    text = f"{scene.parties[party.carer or ''].word} reads"
    mine = (therapist, SHEET, "text", "text/plain")
    return (await sheet_materials.add(unit, *mine, text, text)).id


async def _template(scene: Scene, unit: Unit, agreed: Assignment, party: Party) -> str:
    """A template of the carer, in their own words; it is for their other clients too."""
    word = scene.parties[party.carer or ""].word
    answers = {"worksheet": SHEET, "variant": "full", "why": f"{word} says why"}
    mine = (agreed.therapist, SHEET, f"{word} {party.ids['active'][-4:]}")
    return (await templates.add(unit, *mine, answers, agreed.texts)).id


async def _own_sheet(scene: Scene, unit: Unit, party: Party) -> str:
    """A worksheet file that the carer has sent and not published."""
    source = (FILES / "kind_words.toml").read_text().replace("Kind words", party.word)
    source = source.replace("kind_words", f"own_{party.word.lower()}")
    carer = await people.actor(unit, scene.parties[party.carer or ""].user)
    assert carer.therapist is not None
    checked = publishing.check(scene.house.shelf, source, "own.toml", carer.therapist.id)
    assert isinstance(checked, publishing.Checked), checked
    return await publishing.keep_draft(unit, carer.therapist.id, checked)


async def _program(scene: Scene, unit: Unit, party: Party) -> tuple[str, list[str]]:
    """The draft of a program, and its links."""
    carer = await people.actor(unit, scene.parties[party.carer or ""].user)
    client = await people.client_by_id(unit, party.client or "")
    assert carer.therapist is not None and client is not None
    form = chaining.Form(carer.therapist, client, {"why": f"why {party.word}"})
    program = programs()["thought_records"]
    running, links = chaining.draft(scene.house, program, form, scene.now)
    await stored_programs.add(unit, running)
    for one, rules in links:
        await assignments.add(unit, one, rules)
    return running.id, [one.id for one, _ in links]


def assignment(scene: Scene, party: Party, therapist: str, why: str, enough: str) -> Assignment:
    """A draft of two weeks, not written yet."""
    day = scene.now.date()
    return Assignment(
        id=new_id(scene.now),
        client=party.client or "",
        therapist=therapist,
        worksheet=scene.house.shelf.newest[SHEET],
        variant="full",
        state="draft",
        texts=assignments.Texts(why, enough),
        sharing="all",
        window_minutes=None,
        grace_minutes=None,
        idle_minutes=10_000,
        reminder_minutes=None,
        starts_on=day,
        ends_on=day + timedelta(days=13),
        revision=0,
        agreed_at=None,
    )


def _occurrence(scene: Scene, party: Party, line: str, days: int) -> Occurrence:
    return Occurrence(
        id=new_id(scene.now),
        client=party.client or "",
        assignment=party.ids["active"],
        entry=line,
        local_date=(scene.now - timedelta(days=days)).date(),
        stage="main",
        planned_at=scene.now,
        zone="Europe/London",
        closes_at=scene.now + timedelta(hours=9),
        sent_at=scene.now,
        state="prompted",
    )
