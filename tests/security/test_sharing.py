"""Who reads an entry is its writer's to say, at once and every time anew, for all who care."""

import pytest
from sqlalchemy import insert, select

from homework import wrapping
from homework.ids import new_id
from homework.store import entries
from homework.store.entries import Written
from homework.store.tables import audit, care
from tests.support.scene import Heard, Scene

WAY = "zqobstaclezq"


async def entry_of(scene: Scene, name: str) -> Written:
    one = scene.parties[name]
    async with scene.looking() as unit:
        found = await entries.own(unit, one.ids["entry"], one.client or "")
    assert found is not None
    return found


async def put_aside(scene: Scene, user: int) -> None:
    """Pause the sheet that is open: what is typed is no answer to it then."""
    session = await scene.open_session(user)
    assert session is not None
    await scene.tap(user, f"1:{session.asked.id}:p")


async def wrapped(scene: Scene, name: str) -> None:
    """Answer what is asked after the sheet."""
    one = scene.parties[name]
    await put_aside(scene, one.user)
    key = one.ids["entry"]
    for value in ("done.most", "hard.4", "useful.7"):
        await scene.tap(one.user, f"1:wrap~{key}:{value}")
    await scene.say(one.user, WAY)


def text_of(seen: list[Heard], user: int) -> str:
    return "\n".join(one.html for one in seen if one.user == user)


async def read_all(scene: Scene, carer: str, client: str) -> str:
    """Everything a therapist can open about a client."""
    user, one = scene.parties[carer].user, scene.parties[client]
    seen = await scene.tap(user, f"1:ent~{one.ids['entry']}:open")
    seen += await scene.tap(user, f"1:client~{one.client}:page")
    seen += await scene.say(user, "/digest")
    return text_of(seen, user)


@pytest.mark.parametrize("carer", ["A", "B"])
async def test_each_carer_sees_exactly_what_is_shared_at_once(scene: Scene, carer: str) -> None:
    one = scene.parties["A1"]
    if carer == "B":  # a second therapist, beside the first
        row = {"id": new_id(scene.now), "client_id": one.client, "role": "second"}
        row |= {"therapist_id": scene.parties["B"].therapist, "since": scene.now}
        async with scene.looking() as unit:
            await unit.conn.execute(insert(care), [row])
    await wrapped(scene, "A1")
    sentence = f"in the way: “{WAY}”"
    everything = await read_all(scene, carer, "A1")
    assert "Thoughts" in everything and sentence in everything and "hard: 4 of 10" in everything
    for noun in ("share", "mine"):
        await scene.tap(one.user, f"1:{noun}~{one.ids['entry']}:summary")
        numbers = await read_all(scene, carer, "A1")
        assert "did most of it" in numbers and "useful: 7 of 10" in numbers and "80" in numbers
        assert WAY not in numbers and "Thoughts" not in numbers
        await scene.tap(one.user, f"1:{noun}~{one.ids['entry']}:nothing")
        kept = await read_all(scene, carer, "A1")
        assert WAY not in kept and "Thoughts" not in kept and "Feelings" not in kept
        assert "of 10" not in kept and "80" not in kept
    await scene.tap(one.user, f"1:mine~{one.ids['entry']}:all")
    assert sentence in await read_all(scene, carer, "A1")


async def test_who_stands_in_reads_nothing_of_it(scene: Scene) -> None:
    one = scene.parties["A1"]
    await scene.tap(scene.parties["A"].user, "1:away~nobody:w1")
    row = {"id": new_id(scene.now), "client_id": one.client, "role": "cover", "since": scene.now}
    row |= {"therapist_id": scene.parties["B"].therapist, "until": scene.now.replace(year=2028)}
    async with scene.looking() as unit:
        await unit.conn.execute(insert(care), [row])
    await wrapped(scene, "A1")
    seen = await read_all(scene, "B", "A1")
    named = [line for line in seen.splitlines() if one.word in line]
    assert named and all("Safety flag not seen yet" in line for line in named)
    assert WAY not in seen


async def test_each_change_is_in_the_audit_once_and_its_writer_can_see_it(scene: Scene) -> None:
    one = scene.parties["A1"]
    for value in ("nothing", "nothing", "summary", "all"):
        await scene.tap(one.user, f"1:mine~{one.ids['entry']}:{value}")
    query = select(audit.c.action).where(audit.c.subject == one.ids["entry"])
    async with scene.looking() as unit:
        noted = (await unit.conn.execute(query.order_by(audit.c.id))).scalars().all()
    assert [action for action in noted if action.startswith("share.")] == [
        "share.nothing",
        "share.summary",
        "share.all",
    ]
    seen = text_of(await scene.say(one.user, "/privacy"), one.user)
    assert "kept “" not in seen, "only what others did is in the short list"


async def test_what_is_said_afterwards_makes_a_read_entry_new_again(scene: Scene) -> None:
    one = scene.parties["A1"]
    await scene.tap(scene.parties["A"].user, f"1:ent~{one.ids['entry']}:open")
    assert (await entry_of(scene, "A1")).read_at is not None
    await scene.tap(one.user, f"1:wrap~{one.ids['entry']}:done.half")
    assert (await entry_of(scene, "A1")).read_at is None


async def test_what_shows_a_therapist_nothing_new_makes_nothing_unread(scene: Scene) -> None:
    one, key = scene.parties["A1"], scene.parties["A1"].ids["entry"]
    await scene.tap(one.user, f"1:wrap~{key}:hard.4")
    await scene.tap(scene.parties["A"].user, f"1:ent~{key}:open")
    await scene.tap(one.user, f"1:wrap~{key}:hard.4")
    assert (await entry_of(scene, "A1")).read_at is not None, "pressed twice"
    await scene.tap(one.user, f"1:share~{key}:nothing")
    await scene.tap(one.user, f"1:wrap~{key}:useful.7")
    assert (await entry_of(scene, "A1")).read_at is not None, "it is kept"


# The questions after a sheet ----------------------------------------------------------------------


async def test_no_part_is_needed_and_a_second_press_changes_nothing(scene: Scene) -> None:
    one = scene.parties["A1"]
    key = one.ids["entry"]
    for value in ("done.skip", "done.skip", "hard.11", "hard.x", "useful.-1", "sharing.all"):
        await scene.tap(one.user, f"1:wrap~{key}:{value}")
    said = (await entry_of(scene, "A1")).body["wrap"]
    assert isinstance(said, dict) and said["said"] == {"done": None}
    await scene.tap(one.user, f"1:wrap~{key}:end")
    ended = (await entry_of(scene, "A1")).body["wrap"]
    none = dict.fromkeys(("done", "hard", "useful", "way"))
    assert isinstance(ended, dict) and ended["said"] == none
    await scene.tap(one.user, f"1:wrap~{key}:end")
    assert scene.notice == scene.house.texts("en").plain("tap-stale")


async def test_a_line_written_much_later_is_not_what_got_in_the_way(scene: Scene) -> None:
    one = scene.parties["A1"]
    await put_aside(scene, one.user)
    for value in ("done.most", "hard.4", "useful.7"):
        await scene.tap(one.user, f"1:wrap~{one.ids['entry']}:{value}")
    scene.now = scene.now.replace(hour=23)
    await scene.say(one.user, WAY)
    body = (await entry_of(scene, "A1")).body
    assert WAY not in str(body)


async def test_the_next_sheet_is_not_held_up_and_takes_what_is_written(scene: Scene) -> None:
    one = scene.parties["A1"]
    await put_aside(scene, one.user)
    for value in ("done.most", "hard.4", "useful.7"):
        await scene.tap(one.user, f"1:wrap~{one.ids['entry']}:{value}")
    await scene.tap(one.user, f"1:ses~{one.ids['session_open']}:go")
    await scene.say(one.user, "zqnextzq")
    assert "zqnextzq" not in str((await entry_of(scene, "A1")).body)
    session = await scene.open_session(one.user)
    assert session is not None and "zqnextzq" in str(session.answers)


async def test_while_a_sheet_is_open_its_words_are_not_asked_for(scene: Scene) -> None:
    """What is typed belongs to the question of the sheet, whoever may read which of the two."""
    one = scene.parties["A1"]
    await scene.tap(one.user, f"1:ses~{one.ids['session_open']}:go")
    for value in ("done.most", "hard.4", "useful.7"):
        seen = await scene.tap(one.user, f"1:wrap~{one.ids['entry']}:{value}")
    assert "get in the way" not in seen[-1].html and "useful: 7 of 10" in seen[-1].html
    assert "Keep it to myself" in [button.label for button in seen[-1].buttons]
    await scene.say(one.user, "zqnextzq")
    assert "zqnextzq" not in str((await entry_of(scene, "A1")).body)


async def test_long_words_are_never_cut_short_in_silence(scene: Scene) -> None:
    one = scene.parties["A1"]
    await put_aside(scene, one.user)
    for value in ("done.most", "hard.4", "useful.7"):
        await scene.tap(one.user, f"1:wrap~{one.ids['entry']}:{value}")
    seen = await scene.say(one.user, "w" * (wrapping.WAY_LIMIT + 1))
    assert "Please send it shorter" in seen[-1].html
    whole = "w" * wrapping.WAY_LIMIT
    assert whole in (await scene.say(one.user, whole))[-1].html
    assert whole in str((await entry_of(scene, "A1")).body)


async def test_a_day_has_one_such_message(scene: Scene) -> None:
    """The second sheet of a day is followed by who reads it, and nothing to fill in."""
    one = scene.parties["A1"]
    for _ in range(2):
        seen = await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
        seen = [*seen, *await scene.tap(one.user, f"1:ses~{one.ids['session_open']}:go")]
        await scene.answer_all(one.user, "word")
    async with scene.looking() as unit:
        found = await entries.of_client(unit, one.client or "")
    assert len(found) >= 2
    assert [bool(each.body.get("wrap")) for each in found].count(True) == 1
