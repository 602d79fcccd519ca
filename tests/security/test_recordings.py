"""X12: voice notes and pictures come in only where they were asked for, clean, sealed, and go with
the answer they stand in."""

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import func, select

from conversations.session import Json
from homework import delivery, enclosures, exporting, outgoing
from homework.store import entries, kept_media, people
from homework.store.marks import Mark, mark
from homework.store.tables import medium, outbox, person
from tests.support.recordings import SECRET, jpeg, ogg
from tests.support.scene import Heard, Party, Scene

VOICE = {"voice": {"file_id": "v1", "file_unique_id": "u", "duration": 42}}
PHOTO = {"photo": [{"file_id": "p1", "file_unique_id": "u", "width": 640, "height": 480}]}


async def allow(scene: Scene, one: Party) -> None:
    """Let all that is agreed with a client take recordings, and open a question in words."""
    await scene.tap(scene.parties[one.carer or ""].user, f"1:prac~{one.ids['active']}:media.1")
    await scene.tap(one.user, f"1:ses~{one.ids['session_waiting']}:go")
    session = await scene.open_session(one.user)
    while session is not None and (session.asked.step or "") != "thoughts":
        await scene.answer_once(one.user, one.word)
        session = await scene.open_session(one.user)


async def send(
    scene: Scene, user: int, what: dict[str, Any], file: bytes | None, caption: str = ""
) -> list[Heard]:
    """Send a recording; the file is fetched as the relay would do it."""
    more = {"caption": caption} if caption else {}
    await scene.happen(scene.message(user, "", **what, **more))
    return await fetch(scene, file)


async def fetch(scene: Scene, file: bytes | None) -> list[Heard]:
    waits = outbox.c.state.in_(("waiting", "claimed")) & (outbox.c.kind == "fetch")
    async with scene.looking() as unit:
        query = select(outbox, person.c.tg_id).join(person).where(waits)
        for row in (await unit.conn.execute(query)).all():
            posted = scene.posted(unit, row)
            done = Mark(posted, "sent" if file is not None else "unknown", 1, file=file)
            await mark(unit, [done])
            await delivery.marked(unit, scene.house, [done])
    return await scene.deliver()


async def kept(scene: Scene) -> int:
    """How many recordings there are, beside those that everybody has from the start."""
    async with scene.looking() as unit:
        return (await unit.conn.execute(select(func.count()).select_from(medium))).scalar_one()


async def test_x12_it_is_kept_clean_and_sealed_where_it_was_asked_for(scene: Scene) -> None:
    one = scene.parties["A1"]
    await allow(scene, one)
    before = await kept(scene)
    await send(scene, one.user, VOICE, ogg())
    await send(scene, one.user, PHOTO, jpeg(), "my words under it")
    assert await kept(scene) == before + 2
    session = await scene.open_session(one.user)
    assert session is not None
    said = session.answers["thoughts"]
    assert said == ["Voice note, 0:42", "Photo", "my words under it"]
    async with scene.looking() as unit:
        for each in await kept_media.of_session(unit, session.id):
            assert SECRET not in await kept_media.body(unit, each)
        raw = (await unit.conn.execute(select(medium.c.body, medium.c.label))).all()
    assert not [row for row in raw if b"OggS" in row.body or b"JFIF" in row.body]
    assert not [row for row in raw if b"Photo" in row.label]


@pytest.mark.parametrize("what", [VOICE, PHOTO], ids=["voice", "photo"])
async def test_x12_nothing_is_fetched_where_it_is_not_allowed(
    scene: Scene, what: dict[str, Any]
) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    before = await kept(scene)
    for user in (one.user, carer.user, scene.parties["joining"].user, 999):
        seen = await send(scene, user, what, jpeg())
        assert "kept nothing" in seen[-1].html or user == 999, user
    await allow(scene, one)
    forwarded = {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"}}
    await send(scene, one.user, what | forwarded, jpeg())
    await scene.tap(carer.user, f"1:prac~{one.ids['active']}:media.0")
    await send(scene, one.user, what, jpeg())
    assert await kept(scene) == before
    async with scene.looking() as unit:
        query = select(func.count()).where(outbox.c.kind == "fetch")
        assert (await unit.conn.execute(query)).scalar_one() == 0


@pytest.mark.parametrize(
    ("file", "said"),
    [(b"OggS nothing", "could not open"), (None, "could not get"), (ogg(0), "could not open")],
    ids=["no voice note", "not fetched", "no sound"],
)
async def test_what_cannot_be_kept_is_said(scene: Scene, file: bytes | None, said: str) -> None:
    one = scene.parties["A1"]
    await allow(scene, one)
    before = await kept(scene)
    seen = await send(scene, one.user, VOICE, file)
    assert said in seen[-1].html and await kept(scene) == before


async def test_it_goes_to_the_sheet_that_was_open_when_it_was_sent_or_nowhere(scene: Scene) -> None:
    one = scene.parties["A1"]
    await allow(scene, one)
    before = await kept(scene)
    await scene.happen(scene.message(one.user, "", **VOICE))
    await scene.happen(scene.button(one.user, f"1:log~{one.ids['active']}:new"))
    seen = await fetch(scene, ogg())
    assert "no open question for it any more" in seen[-1].html
    session = await scene.open_session(one.user)
    assert session is not None and not session.answers and not session.notes
    assert await kept(scene) == before


async def test_what_was_kept_beside_the_answers_is_not_thrown_away(scene: Scene) -> None:
    one = scene.parties["A1"]
    await allow(scene, one)
    await send(scene, one.user, VOICE, ogg())
    session = await scene.open_session(one.user)
    assert session is not None
    before = await kept(scene)
    async with scene.looking() as unit:
        await enclosures.tidy(unit, session.id, {"answers": {}, "notes": ["Voice note, 0:42"]})
    assert await kept(scene) == before


async def test_too_big_a_file_is_not_even_asked_for(scene: Scene) -> None:
    one = scene.parties["A1"]
    await allow(scene, one)
    big = {"voice": {**VOICE["voice"], "file_size": outgoing.LIMITS["voice"] + 1}}
    assert "too big" in (await send(scene, one.user, big, ogg()))[-1].html


async def test_an_answer_written_over_takes_the_recording_with_it(scene: Scene) -> None:
    one = scene.parties["A1"]
    await allow(scene, one)
    before = await kept(scene)
    await send(scene, one.user, VOICE, ogg())
    session = await scene.open_session(one.user)
    assert session is not None
    await scene.tap(one.user, f"1:{session.asked.id}:v.done")
    session = await scene.open_session(one.user)
    assert session is not None
    async with scene.looking() as unit:
        (found,) = await kept_media.of_session(unit, session.id)
        body = {"answers": {"thoughts": ["something else"]}}
        await enclosures.tidy(unit, session.id, {"answers": dict(session.answers)})
        assert await kept_media.of_session(unit, session.id) == [found]
        await enclosures.tidy(unit, session.id, body)
    assert await kept(scene) == before


@pytest.mark.parametrize("sharing", ["summary", "nothing"])
async def test_only_who_may_read_the_whole_entry_opens_it(scene: Scene, sharing: str) -> None:
    one, other = scene.parties["A1"], scene.parties["B"]
    carer, stale = scene.parties["A"], scene.house.texts("en").plain("tap-stale")
    key = one.ids["medium"]
    await scene.tap(carer.user, f"1:med~{key}:open")
    assert scene.notice == ""
    for user in (other.user, scene.parties["A2"].user, scene.parties["removed"].user):
        await scene.tap(user, f"1:med~{key}:open")
        assert scene.notice == stale
    await scene.tap(one.user, f"1:mine~{one.ids['entry']}:{sharing}")
    await scene.tap(carer.user, f"1:med~{key}:open")
    assert scene.notice == stale
    await scene.tap(one.user, f"1:med~{key}:open")
    assert scene.notice == "", "it stays their own"


async def test_the_copy_holds_it_as_a_file(scene: Scene) -> None:
    one = scene.parties["A1"]
    async with scene.looking() as unit:
        who = await people.actor(unit, one.user)
        assert who.person is not None and who.client is not None
        _, file, archive = await exporting.export(unit, scene.house, who.person, who.client)
        mine = await kept_media.own(unit, one.ids["medium"], one.client or "")
        assert mine is not None
        body = await kept_media.body(unit, mine)
    with ZipFile(BytesIO(archive.body)) as opened:
        assert opened.read(f"{one.ids['medium']}.jpg") == body
        assert len(opened.namelist()) == 1, "nobody else's"
    assert f'"body": "{one.ids["medium"]}.jpg"' in file.body.decode()


async def test_what_stands_for_a_recording_is_never_quoted_as_words(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    client = one.client or ""
    async with scene.looking() as unit:
        written = await entries.own(unit, one.ids["entry"], client)
        assert written is not None
        label = "Voice note, 0:42"
        args = (unit, client, written.session, "situation", "audio/ogg", label, b"sound")
        await kept_media.add(*args)
        answers: dict[str, Json] = {"situation": label, "thoughts": [label, "said in words"]}
        spoken = replace(written, body={**written.body, "answers": answers})
        await entries.annotate(unit, spoken, unread=True)
        (bare,) = await enclosures.in_words(unit, client, [spoken])
    assert bare.body["answers"] == {"thoughts": ["said in words"]}
    seen = await scene.tap(carer.user, f"1:brief~{one.client}:d28")
    shown = "\n".join(each.html for each in seen)
    assert "“" + label not in shown and label + "”" not in shown


async def test_nor_among_the_words_of_what_fills_the_days(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    client, label = one.client or "", "Voice note, 0:42"
    async with scene.looking() as unit:
        written = await entries.own(unit, one.ids["entry"], client)
        assert written is not None
        await kept_media.add(
            unit, client, written.session, "activity", "audio/ogg", label, b"sound"
        )
        answers: dict[str, Json] = {"activity": label, "joy": 1, "done": 9}
        body: dict[str, Json] = {"version": 1, "sha256": "", "answers": answers}
        filled = replace(written, worksheet="activity_monitoring", body=body, closed_at=unit.now)
        for number in range(5):
            told = answers | ({"activity": "Tax letter"} if number == 4 else {})
            key = f"filled{number}"
            await entries.add(unit, replace(filled, id=key, body={**body, "answers": told}))
    shown = "\n".join(each.html for each in await scene.tap(carer.user, f"1:client~{client}:page"))
    assert "5 of 5 notes, the newest “Tax letter”\n" in f"{shown}\n"
