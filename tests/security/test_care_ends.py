"""P11, X3: care ends or goes on with somebody else: the old therapist is out from that moment, the
client is told or asked, and what they wrote is read as they say."""

import pytest
from sqlalchemy import select

from homework import joining, retaining
from homework.store import assignments, people
from homework.store.tables import timer
from tests.support.scene import Heard, Party, Scene

STALE = "That belongs to something that is past"


def said(heard: list[Heard], user: int) -> str:
    return "\n".join(one.whole for one in heard if one.user == user)


async def carers(scene: Scene, party: Party) -> list[str]:
    async with scene.looking() as unit:
        return [one.id for one in await people.therapists_of(unit, party.client or "")]


async def active(scene: Scene, party: Party) -> list[assignments.Assignment]:
    async with scene.looking() as unit:
        return await assignments.of_client(unit, party.client or "", "active")


async def offered(scene: Scene, way: str) -> None:
    """A asks B about A1, and B agrees."""
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    seen = await scene.tap(old.user, f"1:care~{me.client}:{way}")
    heard = await scene.press(old.user, seen, f"Dr {new.word}")
    asked = said(heard, new.user)
    assert "one of their clients" in asked and me.word not in asked
    heard = await scene.heir_says(new.user, me, "yes")
    assert f"Dr {new.word}" in said(heard, me.user)
    assert await carers(scene, me) == [old.therapist]


async def settled(scene: Scene, carer: Party, me: Party) -> None:
    """The therapist has seen the alert that the scene has about a client."""
    await scene.tap(carer.user, f"1:alert~{me.ids['alert']}:seen")


async def test_p11_care_ends_once_somebody_has_looked_at_an_alert(scene: Scene) -> None:
    carer, me = scene.parties["A"], scene.parties["A1"]
    for value in ("end", "ended"):
        heard = await scene.tap(carer.user, f"1:care~{me.client}:{value}")
        assert "/alerts" in said(heard, carer.user)
    assert await carers(scene, me) == [carer.therapist]
    await settled(scene, carer, me)
    await scene.tap(carer.user, f"1:care~{me.client}:ended")
    assert await carers(scene, me) == []


async def test_p11_care_ends_with_one_button_once_the_report_was_offered(scene: Scene) -> None:
    carer, me = scene.parties["A"], scene.parties["A1"]
    await settled(scene, carer, me)
    await scene.tap(carer.user, f"1:care~{me.client}:show")
    heard = await scene.tap(carer.user, f"1:care~{me.client}:end")
    assert "The report" in said(heard, carer.user) and "90 days" in said(heard, carer.user)
    assert await carers(scene, me) == [carer.therapist]
    heard = await scene.tap(carer.user, f"1:care~{me.client}:ended")
    told = said(heard, me.user)
    assert "has ended" in told and "90 days" in told and "/export" in told
    assert await carers(scene, me) == [] and await active(scene, me) == []
    await scene.tap(carer.user, f"1:client~{me.client}:page")
    assert scene.notice.startswith(STALE)
    async with scene.looking() as unit:
        query = select(timer).where(timer.c.kind == retaining.TIMER)
        assert me.client in [row.subject for row in (await unit.conn.execute(query)).all()]
    assert "You can talk to someone" in said(await scene.say(me.user, "/crisis"), me.user)


async def test_p11_the_end_is_told_also_to_who_stopped_messages(scene: Scene) -> None:
    carer, me = scene.parties["A"], scene.parties["A1"]
    await settled(scene, carer, me)
    await scene.say(me.user, "/stop")
    heard = await scene.tap(carer.user, f"1:care~{me.client}:ended")
    assert "has ended" in said(heard, me.user)


@pytest.mark.parametrize("answer", ["with", "without"])
async def test_x3_handed_over_once_both_agreed(scene: Scene, answer: str) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    await offered(scene, "next")
    heard = await scene.about_carer(me, answer)
    assert await carers(scene, me) == [new.therapist]
    assert me.word in said(heard, new.user)
    assert "read nothing of theirs" in said(heard, old.user)
    assert {one.therapist for one in await active(scene, me)} == {new.therapist}
    for data in (f"client~{me.client}:page", f"ent~{me.ids['entry']}:open"):
        heard = await scene.tap(old.user, f"1:{data}")
        assert scene.notice.startswith(STALE) and me.word not in said(heard, old.user)
    heard = await scene.tap(new.user, f"1:ent~{me.ids['entry']}:open")
    private = "keep the words and numbers to themselves" in said(heard, new.user)
    assert private is (answer == "without")
    pinned = said(await scene.say(me.user, "/crisis"), me.user)
    assert f"Let Dr {new.word}" in pinned and old.word not in pinned


async def test_x3_without_what_was_written_before_nobody_new_reads_it(scene: Scene) -> None:
    new, me = scene.parties["B"], scene.parties["A1"]
    await offered(scene, "next")
    await scene.about_carer(me, "without")
    assert await active(scene, me)
    heard = await scene.tap(new.user, f"1:ent~{me.ids['entry']}:open")
    assert "keep the words and numbers to themselves" in said(heard, new.user)


async def test_x3_two_therapists_are_both_named_and_one_may_leave(scene: Scene) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    await offered(scene, "beside")
    await scene.about_carer(me, "with")
    assert await carers(scene, me) == [old.therapist, new.therapist]
    shown = said(await scene.say(me.user, "/privacy"), me.user)
    assert f"Dr {old.word} and Dr {new.word} can read" in shown
    await settled(scene, old, me)
    heard = await scene.tap(old.user, f"1:care~{me.client}:ended")
    told = said(heard, me.user)
    assert f"Dr {new.word} goes on with you" in told
    assert await carers(scene, me) == [new.therapist]
    assert {one.therapist for one in await active(scene, me)} == {new.therapist}


async def test_c2_help_names_both_who_care_and_who_was_told(scene: Scene) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    both = f"Dr {old.word} and Dr {new.word}"
    await scene.tap(new.user, "1:tset~after:ask")
    await scene.say(new.user, "Ring the ward.")
    await offered(scene, "beside")
    pinned = said(await scene.about_carer(me, "with"), me.user)
    shown = said(await scene.say(me.user, "/crisis"), me.user)
    for text in (pinned, shown):
        assert f"Let {both} know" in text and f"you want {both} to know" in text
        assert f"From Dr {new.word}, for outside" in text and "Ring the ward." in text
    heard = await scene.tap(me.user, "1:crisis~:tell")
    assert f"{both} get a note that you opened this" in said(heard, me.user)
    assert me.word in said(heard, old.user) and me.word in said(heard, new.user)
    heard = await scene.tap(me.user, f"1:flag~{me.ids['alert']}:call")
    assert f"{both} get a note that you would like a call" in said(heard, me.user)
    assert "would like a call" in said(heard, old.user)
    assert "would like a call" in said(heard, new.user)


async def test_x3_a_client_who_says_no_changes_nothing(scene: Scene) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    await offered(scene, "next")
    heard = await scene.about_carer(me, "no")
    assert "Nothing has changed" in said(heard, old.user)
    assert await carers(scene, me) == [old.therapist]
    await scene.about_carer(me, "with")
    assert scene.notice.startswith(STALE)
    await scene.heir_says(new.user, me, "yes")
    assert scene.notice.startswith(STALE)


async def test_x3_a_colleague_who_cannot_changes_nothing(scene: Scene) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    seen = await scene.tap(old.user, f"1:care~{me.client}:next")
    await scene.press(old.user, seen, f"Dr {new.word}")
    await scene.about_carer(me, "with")
    assert scene.notice.startswith(STALE), "the colleague has not agreed"
    await scene.heir_says(new.user, me, "no")
    await scene.about_carer(me, "with")
    assert await carers(scene, me) == [old.therapist]


async def test_x3_a_yes_to_what_was_asked_before_is_no_yes_to_what_is_asked_now(
    scene: Scene,
) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    asked: list[list[Heard]] = []
    for way in ("beside", "next"):
        seen = await scene.tap(old.user, f"1:care~{me.client}:{way}")
        asked.append(await scene.press(old.user, seen, f"Dr {new.word}"))
    yes = next(b.data for one in asked[0] for b in one.buttons if b.data.endswith(":yes"))
    heard = await scene.tap(new.user, yes)
    assert scene.notice.startswith(STALE) and said(heard, me.user) == ""
    yes = next(b.data for one in asked[1] for b in one.buttons if b.data.endswith(":yes"))
    heard = await scene.tap(new.user, yes)
    assert f"Dr {new.word}" in said(heard, me.user)


async def test_x3_who_is_removed_may_hand_over_to_somebody_their_clients_agree_to(
    scene: Scene,
) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, old.therapist or "", heir=new.therapist)
    heard = await scene.deliver()
    assert f"Dr {new.word} could care" in said(heard, me.user)
    assert await carers(scene, me) == []
    await scene.about_carer(me, "with")
    assert await carers(scene, me) == [new.therapist]


async def test_x3_a_yes_to_one_therapist_is_no_yes_to_another(scene: Scene) -> None:
    old, new, me = (scene.parties[name] for name in ("A", "B", "A1"))
    third = await scene.therapist("C", 990_077)
    seen = await scene.tap(old.user, f"1:care~{me.client}:next")
    await scene.press(old.user, seen, f"Dr {new.word}")
    first = await scene.heir_says(new.user, me, "yes")
    seen = await scene.tap(old.user, f"1:care~{me.client}:next")
    await scene.press(old.user, seen, f"Dr {third.word}")
    second = await scene.heir_says(third.user, me, "yes")
    await scene.press(me.user, first, "Yes, that too")
    assert scene.notice.startswith(STALE) and await carers(scene, me) == [old.therapist]
    await scene.press(me.user, second, "Yes, that too")
    assert await carers(scene, me) == [third.therapist]


async def test_x3_an_answer_to_who_is_out_goes_to_nobody_else(scene: Scene) -> None:
    new, me = scene.parties["B"], scene.parties["A1"]
    await scene.tap(me.user, f"1:rem~{me.ids['remark']}:answer")
    await offered(scene, "next")
    await scene.about_carer(me, "without")
    async with scene.looking() as unit:
        who = await people.actor(unit, me.user)
        assert who.person is not None
        await people.expect(unit, who.person.id, f"reply.{me.ids['remark']}")
    heard = await scene.say(me.user, "zqtoAalonezq")
    assert STALE in said(heard, me.user) and said(heard, new.user) == ""
    await scene.tap(me.user, f"1:rem~{me.ids['remark']}:answer")
    assert scene.notice.startswith(STALE)


async def test_x3_who_tried_it_themselves_is_offered_to_nobody(scene: Scene) -> None:
    leaves, stays = scene.parties["B"], scene.parties["A"]
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, leaves.therapist or "", heir=stays.therapist)
    told = said(await scene.deliver(), leaves.user)
    assert "does not use this bot any more" in told and "could care" not in told
