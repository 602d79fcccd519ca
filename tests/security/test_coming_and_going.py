"""X3: who was removed is out at the next update. X4: links work once, in time, not by guessing."""

import secrets
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from homework import joining, notices, returning
from homework.store import handovers, people, timers
from homework.store.tables import client, invite_try, outbox, person
from tests.support.alerted import fire
from tests.support.neighbours import all_rows
from tests.support.scene import Heard, Party, Scene

STALE = "That belongs to something that is past"


def said(heard: list[Heard], user: int) -> str:
    return "\n".join(one.html for one in heard if one.user == user)


async def remove(scene: Scene, party: Party) -> None:
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, party.therapist or "")


async def people_known(scene: Scene) -> int:
    async with scene.looking() as unit:
        return (await unit.conn.execute(select(func.count()).select_from(person))).scalar_one()


# X3 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "what",
    ["/clients", "/digest", "/assign", "/invite Spy", "/assignments", "/library", "/settings"],
)
async def test_x3_a_removed_therapist_reads_and_does_nothing(scene: Scene, what: str) -> None:
    carer = scene.parties["A"]
    await remove(scene, carer)
    async with scene.looking() as unit:
        before = {key: row for key, row in (await all_rows(unit)).items() if key[0] != "outbox"}
    heard = await scene.say(carer.user, what)
    shown = said(heard, carer.user)
    assert shown and not any(one.word in shown for one in scene.parties.values())
    async with scene.looking() as unit:
        after = {key: row for key, row in (await all_rows(unit)).items() if key[0] != "outbox"}
    assert after == before


async def test_x3_removed_in_the_middle_of_a_form(scene: Scene) -> None:
    carer = scene.parties["A"]
    ask, form = carer.ids["ask_form"], carer.ids["session_form"]
    await remove(scene, carer)
    async with scene.looking() as unit:
        before = {key: row for key, row in (await all_rows(unit)).items() if key[0] != "outbox"}
    scene.sealer.opened.clear()
    for heard in (
        await scene.say(carer.user, "Two of these are plenty"),
        await scene.tap(carer.user, f"1:{ask}:s"),
        await scene.tap(carer.user, f"1:ses~{form}:go"),
        await scene.tap(carer.user, f"1:use~{form}:1"),
        await scene.say(carer.user, "/skip"),
        await scene.say(carer.user, "/back"),
        await scene.say(carer.user, "forwarded", forward_origin=HIDDEN),
    ):
        shown = said(heard, carer.user)
        assert not any(one.word in shown for one in scene.parties.values())
    assert {table for _, table in scene.sealer.opened} <= {"outbox.body"}
    async with scene.looking() as unit:
        after = {key: row for key, row in (await all_rows(unit)).items() if key[0] != "outbox"}
    assert after == before


HIDDEN = {"type": "hidden_user", "sender_user_name": "x", "date": 1}


async def test_x3_removed_while_a_code_name_is_expected(scene: Scene) -> None:
    carer = scene.parties["A"]
    await scene.say(carer.user, "/invite")
    await remove(scene, carer)
    async with scene.looking() as unit:
        before = (await unit.conn.execute(select(func.count()).select_from(client))).scalar_one()
    await scene.happen(scene.message(carer.user, "Spy"), scene.message(carer.user, "Spy2"))
    async with scene.looking() as unit:
        after = (await unit.conn.execute(select(func.count()).select_from(client))).scalar_one()
    assert after == before


async def test_x3_what_waits_for_a_removed_therapist_does_not_go_out(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    await scene.happen(scene.button(one.user, f"1:asg~{one.ids['proposed']}:not_now"))
    await remove(scene, carer)
    heard = await scene.deliver()
    assert said(heard, carer.user) == ""
    assert said(heard, one.user) != ""


async def test_x3_their_open_links_die_with_them(scene: Scene) -> None:
    carer = scene.parties["A"]
    _, token = await scene.invite(carer, "late", 401)
    await remove(scene, carer)
    known = await people_known(scene)
    assert "I do not know this link" in said(await scene.say(401, f"/start {token}"), 401)
    assert await people_known(scene) == known


async def test_x3_a_link_of_a_therapist_who_was_removed_before_joining(scene: Scene) -> None:
    async with scene.looking() as unit:
        token = await joining.invite_therapist(unit, "Dr Gone")
        (gone,) = [one for one in await people.therapists(unit) if one.name == "Dr Gone"]
        await joining.remove_therapist(unit, gone.id)
    known = await people_known(scene)
    assert "I do not know this link" in said(await scene.say(401, f"/start {token}"), 401)
    assert await people_known(scene) == known


async def test_x3_who_comes_back_has_none_of_the_old_clients(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    await remove(scene, carer)
    async with scene.looking() as unit:
        token = await joining.invite_therapist(unit, "Dr Again")
    await scene.say(carer.user, f"/start {token}")
    assert "You have no clients" in said(await scene.say(carer.user, "/clients"), carer.user)
    for data in (f"1:client~{one.client}:page", f"1:ent~{one.ids['entry']}:open"):
        await scene.tap(carer.user, data)
        assert scene.notice.startswith(STALE)
    await scene.tap(carer.user, f"1:ses~{carer.ids['session_form']}:go")
    assert await scene.open_session(carer.user) is None


# X4 ----------------------------------------------------------------------------------------------


async def test_x4_five_bad_tries_an_hour(scene: Scene) -> None:
    _, token = await scene.invite(scene.parties["A"], "late", 401)
    for _ in range(5):
        guess = secrets.token_urlsafe(16)
        assert "I do not know this link" in said(await scene.say(401, f"/start {guess}"), 401)
    refused = said(await scene.say(401, f"/start {token}"), 401)
    assert "Too many links" in refused, "not even the right one is looked at now"
    other = said(await scene.say(402, f"/start {secrets.token_urlsafe(16)}"), 402)
    assert "I do not know" in other, "one person's tries are not another's"
    scene.now += timedelta(minutes=61)
    assert "Are you 18" in said(await scene.say(401, f"/start {token}"), 401)


async def test_x4_guessing_on_leaves_no_more_rows_and_soon_no_answers(scene: Scene) -> None:
    heard: list[Heard] = []
    for _ in range(40):
        heard += await scene.say(401, f"/start {secrets.token_urlsafe(16)}")
    async with scene.looking() as unit:
        query = select(func.count()).select_from(invite_try)
        assert (await unit.conn.execute(query)).scalar_one() == 5
    assert len(heard) <= 10
    assert "Are you" not in said(heard, 401)


async def test_x4_twenty_people_and_one_link(scene: Scene) -> None:
    party, token = await scene.invite(scene.parties["A"], "late", 401)
    known = await people_known(scene)
    users = range(400, 420)
    together = [scene.message(user, f"/start {token}") for user in users]
    await scene.happen(*together[:10])
    await scene.happen(*together[10:])
    heard = await scene.deliver()
    asked = [user for user in users if "Are you 18" in said(heard, user)]
    assert asked == [400]
    assert sum("used already" in one.html for one in heard) <= 19
    assert await people_known(scene) == known + 1
    joined = await scene.client(party.client or "")
    async with scene.looking() as unit:
        who = await people.actor(unit, 400)
    assert who.person is not None and joined.person == who.person.id


@pytest.mark.parametrize("role", ["client", "therapist"])
async def test_x4_a_link_is_too_old_after_72_hours(scene: Scene, role: str) -> None:
    if role == "client":
        _, token = await scene.invite(scene.parties["A"], "late", 401)
    else:
        async with scene.looking() as unit:
            token = await joining.invite_therapist(unit, "Dr Late")
    scene.now += timedelta(hours=72)
    known = await people_known(scene)
    assert "This link is too old" in said(await scene.say(401, f"/start {token}"), 401)
    assert await people_known(scene) == known


async def test_x4_a_used_link_gives_nothing_to_whoever_finds_it(scene: Scene) -> None:
    party, token = await scene.invite(scene.parties["A"], "late", 401)
    await scene.joins(party, token)
    known = await people_known(scene)
    assert "used already" in said(await scene.say(402, f"/start {token}"), 402)
    assert "You are in already" in said(await scene.say(401, f"/start {token}"), 401)
    assert await people_known(scene) == known


async def test_x4_a_new_link_ends_the_old_one(scene: Scene) -> None:
    carer = scene.parties["A"]
    party, old = await scene.invite(carer, "late", 401)
    seen = await scene.tap(carer.user, f"1:invite~{party.client}:link")
    new = seen[0].html.split("?start=")[1].split()[0]
    assert "used already" in said(await scene.say(402, f"/start {old}"), 402)
    assert "Are you 18" in said(await scene.say(401, f"/start {new}"), 401)


async def test_x4_nobody_takes_their_own_clients_link(scene: Scene) -> None:
    carer = scene.parties["A"]
    party, token = await scene.invite(carer, "late", 401)
    assert "for your client" in said(await scene.say(carer.user, f"/start {token}"), carer.user)
    assert (await scene.client(party.client or "")).state == "invited"
    assert "Are you 18" in said(await scene.say(401, f"/start {token}"), 401), "it still works"


async def test_x4_a_client_is_nobody_elses_client_as_well(scene: Scene) -> None:
    _, token = await scene.invite(scene.parties["B"], "late", 401)
    one = scene.parties["A1"]
    assert "You are in already" in said(await scene.say(one.user, f"/start {token}"), one.user)
    assert "Are you 18" in said(await scene.say(401, f"/start {token}"), 401), "it still works"


async def test_x4_a_client_with_a_therapists_link_sees_nothing_of_the_practice(
    scene: Scene,
) -> None:
    """Therapists are made by the operator alone: whoever was given the link may be both."""
    one = scene.parties["A1"]
    async with scene.looking() as unit:
        token = await joining.invite_therapist(unit, "Dr Both")
    await scene.say(one.user, f"/start {token}")
    await scene.say(one.user, "London")
    assert "You have no clients" in said(await scene.say(one.user, "/clients"), one.user)
    for data in (
        f"1:client~{one.client}:page",
        f"1:ent~{one.ids['entry']}:open",
        f"1:draft~{one.ids['draft']}:send",
        f"1:end~{one.ids['active']}:yes",
        f"1:assign~{one.client}:go",
    ):
        await scene.tap(one.user, data)
        assert scene.notice.startswith(STALE), "to be a therapist is not to be one's own"


@pytest.mark.parametrize(
    "token",
    [
        "'; drop table invite;--",
        "%",
        "*",
        "\x00",
        "../..",
        "🙂" * 64,
        "a" * 4000,
        "\ud800",
        "&amp;",
    ],
)
async def test_x4_odd_tokens_are_unknown_ones(scene: Scene, token: str) -> None:
    heard = await scene.say(401, f"/start {token}")
    assert scene.last.failed == {}
    assert "I do not know this link" in said(heard, 401)


async def test_x4_an_old_confirmation_is_not_for_whoever_joins_next(scene: Scene) -> None:
    """Somebody else used the link, was let go, and the client joined: the old buttons are over."""
    carer = scene.parties["A"]
    party, token = await scene.invite(carer, "late", 401)
    wrong = await scene.say(401, f"/start {token}")
    for label in ("Yes, 18", "I agree", "United King"):
        wrong = await scene.press(401, wrong, label)
    yes = next(b.data for one in wrong for b in one.buttons if b.label.startswith("Yes, it is"))
    seen = await scene.press(carer.user, wrong, "No")
    assert "not connected any more" in said(seen, 401)
    link = await scene.press(carer.user, seen, "A new link")
    right = await scene.say(402, "/start " + link[0].html.split("?start=")[1].split()[0])
    for label in ("Yes, 18", "I agree", "United King"):
        right = await scene.press(402, right, label)
    for old in (yes, yes.replace("yes", "no"), f"1:confirm~{party.client}:yes"):
        await scene.tap(carer.user, old)
        assert scene.notice.startswith(STALE)
    assert (await scene.client(party.client or "")).state == "unconfirmed"
    seen = await scene.press(carer.user, right, "Yes, it is")
    assert "confirmed that it is you" in said(seen, 402)
    assert party.word not in said(await scene.say(401, "/today"), 401)


async def test_x4_whose_care_ended_comes_back_by_a_new_link(scene: Scene) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    spare, token = await scene.invite(new, "again", me.user)
    heard = await scene.say(me.user, f"/start {token}")
    assert "already" in said(heard, me.user), "somebody cares for them"
    await scene.tap(old.user, f"1:alert~{me.ids['alert']}:seen")
    await scene.tap(old.user, f"1:care~{me.client}:ended")
    heard = await scene.say(me.user, f"/start {token}")
    assert f"Dr {new.word} gave you the link and could care for you here" in said(heard, me.user)
    async with scene.looking() as unit:
        assert await people.therapists_of(unit, me.client or "") == []
    heard = await scene.about_carer(me, "without")
    assert f"{spare.word} agreed" in said(heard, new.user)
    async with scene.looking() as unit:
        mine = await people.clients_of(unit, new.therapist or "")
        assert [one.code_name for one in mine if one.person == me.ids["person"]] == [spare.word]
        assert spare.client not in {one.id for one in mine}
    heard = await scene.tap(new.user, f"1:ent~{me.ids['entry']}:open")
    assert "keep the words and numbers to themselves" in said(heard, new.user)
    assert "used" in said(await scene.say(999_999, f"/start {token}"), 999_999)


@pytest.mark.parametrize("answer", ["no", "nothing", "with"])
async def test_x4_who_gave_the_link_hears_what_came_of_it(scene: Scene, answer: str) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    spare, token = await scene.invite(new, "again", me.user)
    await scene.tap(old.user, f"1:alert~{me.ids['alert']}:seen")
    await scene.tap(old.user, f"1:care~{me.client}:ended")
    await scene.say(me.user, f"/start {token}")
    if answer != "nothing":
        told = said(await scene.about_carer(me, answer), new.user)
        assert (f"{spare.word} took your link and does not want" in told) is (answer == "no")
    scene.now += handovers.DAYS
    async with scene.looking() as unit:
        due = [one for one in await timers.due(unit, unit.now, 500) if one.kind == returning.TIMER]
        await returning.offer_due(unit, scene.house, due)
    assert len(due) == 1
    told = said(await scene.deliver(), new.user)
    assert (f"{spare.word} took your link and has not said" in told) is (answer == "nothing")
    await scene.about_carer(me, "with")
    async with scene.looking() as unit:
        carers = await people.therapists_of(unit, me.client or "")
    assert bool(carers) is (answer == "with"), "what has ended cannot be agreed to"


async def test_x11_a_stranger_is_answered_again_after_an_hour_and_not_before(scene: Scene) -> None:
    first = await scene.say(700, "hello")
    assert [one.user for one in first] == [700] and "by invitation" in first[0].html
    for wait, answered in ((1, False), (57, False), (3, True), (1, False)):
        scene.now += timedelta(minutes=wait)
        assert bool(await scene.say(700, "hello")) is answered, wait


@pytest.mark.parametrize("later", [0, 14])
async def test_x3_what_waited_for_a_removed_therapist_is_never_told(
    scene: Scene, later: int
) -> None:
    """That it was too much, and that somebody was erased: on its way by day, held by night."""
    carer, gone, one = scene.parties["A"], scene.parties["A2"], scene.parties["A1"]
    await scene.tap(carer.user, "1:hours~set:office")
    scene.now += timedelta(hours=later)
    await scene.say(gone.user, "/forget")
    for value in ("once", "twice", "erase"):
        await scene.tap(gone.user, f"1:forget~:{value}")
    for _ in range(2):
        await fire(scene, ("erase",))
    await scene.happen(scene.button(one.user, f"1:occ~{one.ids['occ']}:tell"))
    async with scene.looking() as unit:
        query = select(func.count()).where(outbox.c.state.in_(("waiting", "held")))
        assert (await unit.conn.execute(query)).scalar_one() >= 1
    await remove(scene, carer)
    heard = await scene.deliver()
    scene.now += timedelta(days=1)
    heard += await fire(scene, (notices.HOURS, "digest"))
    assert said(heard, carer.user) == ""
