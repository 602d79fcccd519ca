"""Material reaches only the client it was attached for, checked, sealed, three things at most."""

import pytest
from sqlalchemy import select

from homework import attaching, delivery
from homework.store import materials
from homework.store.marks import Mark, mark
from homework.store.tables import material, outbox, person
from tests.support.recordings import SECRET, jpeg, ogg
from tests.support.scene import Heard, Party, Scene


async def begin(scene: Scene, one: Party) -> int:
    """The carer is asked for material; return their user id."""
    user = scene.parties[one.carer or ""].user
    await scene.tap(user, f"1:mat~{one.ids['active']}:add")
    return user


async def send(scene: Scene, user: int, name: str, file: bytes | None) -> list[Heard]:
    """Send a file, or a voice note where `name` is empty; it is fetched as the relay does it."""
    sent = {"file_id": "f1", "file_unique_id": "u", "file_name": name, "file_size": 10}
    voice = {"file_id": "f1", "file_unique_id": "u", "duration": 3}
    what = {"document": sent} if name else {"voice": voice}
    await scene.happen(scene.message(user, "", **what))
    waits = outbox.c.state.in_(("waiting", "claimed")) & (outbox.c.kind == "fetch")
    async with scene.looking() as unit:
        query = select(outbox, person.c.tg_id).join(person).where(waits)
        for row in (await unit.conn.execute(query)).all():
            posted = scene.posted(unit, row)
            done = Mark(posted, "sent" if file is not None else "unknown", 1, file=file)
            await mark(unit, [done])
            await delivery.marked(unit, scene.house, [done])
    return await scene.deliver()


async def attached(scene: Scene, one: Party) -> list[tuple[str, str, bytes]]:
    """What belongs to their practice: kind, type, contents; beside what is there from the start."""
    async with scene.looking() as unit:
        found = await materials.of_assignment(unit, one.ids["active"])
        return [(m.kind, m.mime, await materials.body(unit, m)) for m in found[1:]]


LINKS = {
    "https://www.example.org/sleep?page=2#top": True,
    "http://example.org": True,
    "https://example.org:8080/a": True,
    "https://user@example.org/": False,
    "https://user:pw@example.org/": False,
    "javascript:alert(1)": False,
    "data:text/html,x": False,
    "ftp://example.org/x": False,
    "https://": False,
    "https://localhost/": False,
    "https://exa mple.org": False,
    "https://example.org\u202egro.live": False,
    "https://[::1": False,
    "https://example.org:99999/": False,
    "https://example.org/" + "x" * 1000: False,
    "tg://user?id=1": False,
}


@pytest.mark.parametrize("link", LINKS, ids=range(len(LINKS)))
def test_a_link_is_http_and_names_a_host_and_nobody(link: str) -> None:
    assert (attaching.link_of(link) == link) is LINKS[link]


async def test_a_text_may_come_in_several_messages_and_a_link_alone(scene: Scene) -> None:
    one = scene.parties["A1"]
    user = await begin(scene, one)
    await scene.say(user, "The first half ends")
    await scene.say(user, "here. https://example.org is only a word in it.")
    await scene.say(user, "A new paragraph.")
    await scene.tap(user, f"1:mat~{one.ids['active']}:add")
    await scene.say(user, "https://example.org/sleep")
    whole = (
        "The first half ends here. https://example.org is only a word in it.\n\nA new paragraph."
    )
    assert await attached(scene, one) == [
        ("text", "text/plain", whole.encode()),
        ("link", "text/plain", b"https://example.org/sleep"),
    ]


KEPT = {
    "sheet.pdf": (b"%PDF-1.7 x", "file", "application/pdf"),
    "tree.jpg": (jpeg(), "file", "image/jpeg"),
    "notes.txt": ("Größe\r\nund mehr".encode(), "text", "text/plain"),
    "": (ogg(3), "voice", "audio/ogg"),
}
REFUSED = {
    "sheet.exe": b"MZ\x90",
    "sheet.docx": b"PK\x03\x04",
    "notes.txt": b"\xff\xfe\x00a",
    "bell.txt": b"\x07\x07",
    "page.html": b"<html>",
    "": b"OggS nothing",
}


@pytest.mark.parametrize("name", KEPT)
async def test_x12_a_file_of_a_kind_that_may_be_is_kept(scene: Scene, name: str) -> None:
    one = scene.parties["A1"]
    user = await begin(scene, one)
    file, kind, mime = KEPT[name]
    assert "Added" in (await send(scene, user, name, file))[-1].html
    ((was, is_mime, body),) = await attached(scene, one)
    assert (was, is_mime) == (kind, mime) and SECRET not in body
    async with scene.looking() as unit:
        raw = (await unit.conn.execute(select(material.c.body, material.c.name))).all()
    assert not [row for row in raw if b"%PDF" in row.body or (name and name.encode() in row.name)]


@pytest.mark.parametrize("name", REFUSED)
async def test_x12_any_other_is_not(scene: Scene, name: str) -> None:
    one = scene.parties["A1"]
    user = await begin(scene, one)
    assert "nothing of it is kept" in (await send(scene, user, name, REFUSED[name]))[-1].html
    assert await attached(scene, one) == []
    user = await begin(scene, one)
    assert "could not get" in (await send(scene, user, "a.pdf", None))[-1].html


async def test_three_things_are_the_most(scene: Scene) -> None:
    one = scene.parties["A1"]
    user = await begin(scene, one)
    await send(scene, user, "one.pdf", b"%PDF-1")
    user = await begin(scene, one)
    await send(scene, user, "two.pdf", b"%PDF-2")
    assert len(await attached(scene, one)) == 2, "and one that is there from the start"
    await begin(scene, one)
    await scene.say(user, "a text that comes too late")
    assert len(await attached(scene, one)) == 2


async def test_nobody_else_attaches_opens_or_takes_out(scene: Scene) -> None:
    one, stale = scene.parties["A1"], scene.house.texts("en").plain("tap-stale")
    for name in ("B", "A1", "A2", "removed", "joining"):
        user = scene.parties[name].user
        for data in (f"1:mat~{one.ids['active']}:add", f"1:matx~{one.ids['material']}:drop"):
            await scene.tap(user, data)
            assert scene.notice == stale or name == "joining"
        if name != "A1":
            await scene.tap(user, f"1:read~{one.ids['material']}:p.0")
            assert scene.notice == stale
    await scene.tap(one.user, f"1:read~{one.ids['material']}:p.0")
    assert scene.notice == ""


async def test_what_is_not_sent_yet_is_not_opened(scene: Scene) -> None:
    """Material of a draft is the therapist's until the client has been asked."""
    one, carer = scene.parties["A1"], scene.parties["A"]
    await scene.tap(carer.user, f"1:mat~{one.ids['draft']}:add")
    await scene.say(carer.user, "zqnotyetzq")
    async with scene.looking() as unit:
        (found,) = await materials.of_assignment(unit, one.ids["draft"])
    seen = await scene.tap(one.user, f"1:read~{found.id}:p.0")
    assert not [heard for heard in seen if "zqnotyetzq" in heard.html]
    assert scene.notice == scene.house.texts("en").plain("tap-stale")


async def test_the_place_is_kept_and_reading_goes_on_there(scene: Scene) -> None:
    one = scene.parties["A1"]
    user = await begin(scene, one)
    for number in range(3):
        await scene.say(user, f"Part {number}. " + "word " * 550 + ".")
    async with scene.looking() as unit:
        long = (await materials.of_assignment(unit, one.ids["active"]))[1]
    seen = await scene.tap(one.user, f"1:read~{long.id}:p.0")
    assert "Piece 1 of 3" in seen[-1].html and "Part 0." in seen[-1].html
    await scene.press(one.user, seen, "Next piece")
    seen = await scene.tap(one.user, f"1:asg~{one.ids['active']}:read")
    assert any("piece 2 of 3" in each.label for each in seen[-1].buttons)
    for number, said in ((2, "last piece"), (99, "last piece"), (0, "I keep your place")):
        seen = await scene.tap(one.user, f"1:read~{long.id}:p.{number}")
        assert said in seen[-1].html
