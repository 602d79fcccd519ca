"""X2: a button pressed twice, or twice at once, has one effect. Each is pressed three times:
together in one batch, and once more in a transaction of its own."""

import asyncio
from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from homework.store.tables import answer, assignment, audit, care, client, entry, invite, session
from tests.support.scene import Heard, Scene
from tests.support.stores import AGREED

COUNTED = (answer, assignment, care, client, entry, session)


async def counts(scene: Scene) -> dict[str, int]:
    found: dict[str, int] = {}
    async with scene.looking() as unit:
        for table in COUNTED:
            query = select(func.count()).select_from(table)
            found[table.name] = (await unit.conn.execute(query)).scalar_one()
        used = select(func.count()).select_from(invite).where(invite.c.used_at.is_(None))
        found["links"] = (await unit.conn.execute(used)).scalar_one()
        noted = select(func.count()).select_from(audit)
        found["audit"] = (await unit.conn.execute(noted)).scalar_one()
    return found


async def thrice(scene: Scene, user: int, data: str, message_id: int = 77) -> list[Heard]:
    """Press twice in one batch and once more after it; return what everybody was told."""
    await scene.happen(scene.button(user, data, message_id), scene.button(user, data, message_id))
    await scene.happen(scene.button(user, data, message_id))
    return await scene.deliver()


def to(heard: Sequence[Heard], user: int) -> list[str]:
    return [one.html for one in heard if one.user == user]


SAME = (
    # who, what, which rows come of it (all others stay as many as they were)
    ("A1", "1:log~{active}:go", {"session": 1}),
    ("A1", "1:occ~{occ}:start", {"session": 1}),
    ("A1", "1:asg~{proposed}:accept", {"audit": 1, "session": 1}),
    ("A1", "1:asg~{proposed}:not_now", {"audit": 1}),
    ("A1", "1:occ~{occ}:tell", {}),
    ("A1", "1:occ~{occ}:sbusy", {}),
    ("A1", "1:{ask_open}:s", {"answer": 1}),
    ("A", "1:assign~{A2}:go", {"session": 1}),
    ("A", "1:draft~{A1.draft}:send", {"audit": 1}),
    ("A", "1:draft~{A1.draft}:discard", {}),
    ("A", "1:end~{A1.active}:yes", {"audit": 1}),
    ("A", "1:take~{A1}:all.csv", {"audit": 1}),
    ("A", "1:invite~:self", {"client": 1, "care": 1}),
    ("joining", f"1:consent~:yes.{AGREED}", {"audit": 1}),
)


@pytest.mark.parametrize(("name", "data", "expected"), SAME, ids=[f"{n} {d}" for n, d, _ in SAME])
async def test_x2_three_presses_are_one(
    scene: Scene, name: str, data: str, expected: dict[str, int]
) -> None:
    party = scene.parties[name]
    for key, value in party.ids.items():
        data = data.replace("{" + key + "}", value)
    for one in scene.parties.values():
        data = data.replace("{" + one.name + "}", one.client or "")
        for key, value in one.ids.items():
            data = data.replace("{" + one.name + "." + key + "}", value)
    if data.endswith(":send"):  # as many as may be are set already: make room
        await scene.tap(party.user, f"1:end~{scene.parties['A1'].ids['proposed']}:yes")
    before = await counts(scene)
    heard = await thrice(scene, party.user, data)
    after = await counts(scene)
    assert {key: after[key] - before[key] for key in after if after[key] != before[key]} == expected
    carer = scene.parties.get(party.carer or "")
    if carer and carer is not party:
        told = to(heard, carer.user)
        assert len(told) == len(set(told)) <= 1, told
    for other in scene.parties.values():
        if other.carer == name:
            assert len(to(heard, other.user)) <= 1


async def test_x2_telling_that_one_asked_for_help_tells_once(scene: Scene) -> None:
    client, carer = scene.parties["A1"], scene.parties["A"]
    told = to(await thrice(scene, client.user, "1:crisis~:tell"), carer.user)
    assert len(told) == 1
    again = await scene.tap(client.user, "1:crisis~:tell", 78)
    assert len(to(again, carer.user)) == 1, "asked for again, under another message"


async def test_x2_a_pause_pressed_twice_is_told_once(scene: Scene) -> None:
    client, carer = scene.parties["A1"], scene.parties["A"]
    heard = await thrice(scene, client.user, "1:pause~:d3")
    assert len(to(heard, carer.user)) == 1
    longer = await scene.tap(client.user, "1:pause~:w1")
    assert len(to(longer, carer.user)) == 1


async def test_x2_confirming_twice_welcomes_once(scene: Scene) -> None:
    carer, joined = scene.parties["B"], scene.parties["unconfirmed"]
    number = (await scene.client(joined.client or "")).check_number
    heard = await thrice(scene, carer.user, f"1:confirm~{joined.client}:yes.{number}")
    assert len(to(heard, joined.user)) == 1


async def test_x2_a_link_pressed_for_twice_is_one_link(scene: Scene) -> None:
    carer = scene.parties["A"]
    party, _ = await scene.invite(carer, "late", 401)
    data = f"1:invite~{party.client}:link"
    await scene.happen(scene.button(carer.user, data), scene.button(carer.user, data))
    heard = await scene.deliver()
    assert len(to(heard, carer.user)) == 1
    token = heard[0].html.split("?start=")[1].split()[0]
    assert "Are you 18" in "".join(to(await scene.say(401, f"/start {token}"), 401))


async def test_x2_use_this_is_used_once(scene: Scene) -> None:
    client = scene.parties["A1"]
    await scene.tap(client.user, f"1:log~{client.ids['active']}:go")
    origin = {"type": "hidden_user", "sender_user_name": "x", "date": 1}
    seen = await scene.say(client.user, "what somebody wrote", forward_origin=origin)
    data = next(one.data for heard in seen for one in heard.buttons if "use~" in one.data)
    await thrice(scene, client.user, data)
    current = await scene.open_session(client.user)
    assert current is not None
    assert list(current.answers.values()) == ["what somebody wrote"]
    assert current.notes == ()


async def test_x2_presses_at_the_same_time_are_one(scene: Scene) -> None:
    """Two tasks, two transactions, begun together."""
    client = scene.parties["A1"]
    before = await counts(scene)
    data = f"1:asg~{client.ids['proposed']}:accept"

    async def press() -> None:
        async with scene.db.transaction(scene.now) as unit:
            await scene.router.handle(unit, [scene.button(client.user, data)])

    await asyncio.gather(*(press() for _ in range(5)))
    assert (await counts(scene))["audit"] == before["audit"] + 1
    agreed = [one for one in await scene.deliver() if "Agreed. I will ask" in one.html]
    assert len(agreed) == 1
