"""C8, X5, P1: what might make an alert lost, or show it to the wrong eyes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.routing import Router
from conversations.message import Message
from homework import alerting, delivery, sweeping_up
from homework.ids import new_id
from homework.outgoing import Outgoing, Posted, swept
from homework.safety.plans import PARTS
from homework.store import alerts, people, safety_plans, timers
from homework.store.claims import claim
from homework.store.marks import Mark
from homework.store.tables import client, flagged, outbox
from tests.support.alerted import DANGER, every, fire, to
from tests.support.scene import Party, Scene

HELP = "It is all right to write it here"
HOUR = timedelta(hours=1)


async def person_of(scene: Scene, party: Party) -> str:
    async with scene.looking() as unit:
        who = await people.actor(unit, party.user)
    assert who.person is not None
    return who.person.id


# A chat that tidies itself ------------------------------------------------------------------------


async def test_c7_tidying_takes_the_words_from_the_chat_and_never_the_help(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.tap(one.user, "1:set~tidy:on")
    await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
    heard = await scene.say(one.user, DANGER)
    assert HELP in to(heard, one.user)
    async with scene.looking() as unit:
        mine = outbox.c.kind.in_(("crisis", "alert")), outbox.c.message_id.is_not(None)
        help_texts = (await unit.conn.execute(select(outbox.c.message_id).where(*mine))).scalars()
        kept = set(help_texts.all())
    await scene.press(one.user, heard, "Go on")
    await scene.answer_all(one.user, one.word)
    scene.now += sweeping_up.AFTER
    seen = await fire(scene, (sweeping_up.TIMER,))
    gone = {number for each in seen if each.kind == "sweep" for number in swept(each.message)}
    assert gone and kept and not gone & kept
    (open_one,) = await every(scene)
    assert open_one.state == alerts.OPEN
    shown = await scene.tap(carer.user, f"1:alert~{open_one.id}:show")
    assert "zqwordzq" in to(shown, carer.user), "what was written stays where it is acted on"


# The safety plan ----------------------------------------------------------------------------------

OWN = "zqplanzq call my sister"


async def planned(scene: Scene, party: Party) -> None:
    await scene.tap(party.user, "1:myplan~:helps")
    await scene.say(party.user, OWN)
    assert OWN in to(await scene.say(party.user, "/crisis"), party.user)


async def test_c2_no_forged_button_shows_anothers_plan(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await planned(scene, one)
    values = ("show", "agree", "go", "ask", *PARTS)
    for name in ("A2", "B1", "B"):
        user = scene.parties[name].user
        for noun, value in [(noun, value) for noun in ("myplan", "plan") for value in values]:
            shown = await scene.tap(user, f"1:{noun}~{one.client}:{value}")
            assert "zqplanzq" not in to(shown, user), (name, noun, value)
            await scene.say(user, "/cancel")
        assert "zqplanzq" not in to(await scene.say(user, "/crisis"), user)
    assert OWN in to(await scene.say(one.user, "/crisis"), one.user), "nor changes it"


async def test_p1_anothers_plan_put_in_ones_row_opens_nothing_and_costs_no_number(
    watched: Scene,
) -> None:
    scene, one, other = watched, watched.parties["A1"], watched.parties["A2"]
    await planned(scene, one)
    async with scene.looking() as unit:
        theirs = select(client.c.plan).where(client.c.id == one.client).scalar_subquery()
        await unit.conn.execute(
            update(client).where(client.c.id == other.client).values(plan=theirs)
        )
    shown = to(await scene.say(other.user, "/crisis"), other.user)
    assert "zqplanzq" not in shown and "999" in shown
    shown = to(await scene.say(other.user, DANGER), other.user)
    assert "zqplanzq" not in shown and "999" in shown and HELP in shown


@pytest.mark.parametrize("call", ["/crisis", "help me", "sos"])
async def test_c1_help_while_a_plan_is_being_typed(watched: Scene, call: str) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.tap(one.user, "1:myplan~:helps")
    shown = to(await scene.say(one.user, call), one.user)
    assert "999" in shown and "Nobody reads this chat live" in shown
    async with scene.looking() as unit:
        plan = await safety_plans.of_client(unit, one.client or "")
    assert call not in str(plan.newest)
    await scene.say(one.user, OWN)
    assert OWN in to(await scene.say(one.user, "/crisis"), one.user), "the question still stood"


async def test_c6_what_is_typed_into_a_plan_is_looked_through_and_kept(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.tap(one.user, "1:myplan~:signs")
    shown = to(await scene.say(one.user, DANGER), one.user)
    assert HELP in shown
    assert len(await every(scene)) == 1
    async with scene.looking() as unit:
        plan = await safety_plans.of_client(unit, one.client or "")
    assert plan.newest["signs"] == DANGER


# Chats that nothing reaches -----------------------------------------------------------------------


async def test_c8_where_nobody_can_be_reached_an_alert_goes_on(watched: Scene) -> None:
    """Therapist, backup and operator have all blocked the bot: nothing is lost, nothing spins."""
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    boss = scene.parties["B"]
    operator = await person_of(scene, boss)
    scene.house = replace(scene.house, operator=operator)
    scene.router = Router(scene.house, ("en",))
    await scene.happen(scene.message(one.user, DANGER))
    for _ in range(4):
        async with scene.looking() as unit:
            waits = outbox.c.kind == "alert", outbox.c.state.in_(("waiting", "claimed"))
            rows = (await unit.conn.execute(select(outbox).where(*waits))).all()
            await unit.conn.execute(
                update(outbox).where(outbox.c.id.in_([row.id for row in rows])).values(state="gone")
            )
            for row in rows:
                posted = Posted(row.id, row.person_id, 1, "alert", Message(""), subject=row.subject)
                await delivery.marked(unit, scene.house, [Mark(posted, "gone", 1)])
    assert not rows, "who cannot be reached is not told for ever"
    (open_one,) = await every(scene)
    assert open_one.state == alerts.OPEN
    async with scene.looking() as unit:
        assert await timers.is_set(unit, alerting.TIMER, open_one.id)
    shown = await scene.say(carer.user, "/alerts")
    assert "not seen yet" in to(shown, carer.user), "it stands there when somebody is back"


async def test_c8_a_client_who_blocks_the_bot_after_it_is_told_of_at_once(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.say(one.user, DANGER)
    person = await person_of(scene, one)
    async with scene.looking() as unit:
        await delivery.blocked(unit, scene.house, person)
    told = to(await scene.deliver(), carer.user)
    assert "blocked the bot or cannot be reached" in told and "zqwordzq" not in told
    back = await scene.say(one.user, DANGER + " now")
    assert "added this to the note" in to(back, one.user)


# A screen that locks ------------------------------------------------------------------------------

WORDS = "i want to die tonight"
"""A passphrase that somebody might choose, and that a pattern knows."""


async def locked(scene: Scene) -> Party:
    """Therapist B, who tries a sheet of their own, locks the screen with such a passphrase."""
    carer = scene.parties["B"]
    await scene.tap(carer.user, "1:tset~lock:ask")
    await scene.say(carer.user, WORDS)
    await scene.tap(carer.user, f"1:log~{carer.ids['active']}:go")
    assert await scene.open_session(carer.user) is not None
    await scene.tap(carer.user, "1:tset~lock:now")
    return carer


async def test_x5_a_passphrase_of_dangerous_words_is_kept_by_no_alert(watched: Scene) -> None:
    scene = watched
    carer = await locked(scene)
    for typed, helped in ((WORDS + "!", True), ("wrong horse", False), (WORDS, False)):
        shown = to(await scene.say(carer.user, typed), carer.user)
        assert HELP not in shown and ("Nobody reads this chat live" in shown) is helped
    assert await every(scene) == []
    async with scene.looking() as unit:
        assert (await unit.conn.execute(select(flagged.c.id))).all() == []
    heard = await scene.say(carer.user, DANGER)  # the passphrase itself would be taken away
    assert HELP in to(heard, carer.user), "unlocked, words in a sheet of one's own count again"


async def test_x5_a_prompt_held_behind_a_lock_is_fresh_at_unlock_or_decided_anew(
    watched: Scene,
) -> None:
    scene = watched
    carer = await locked(scene)
    person = await person_of(scene, carer)
    async with scene.looking() as unit:
        words, key = Message("It is time"), new_id(unit.now)
        one = Outgoing(person, carer.client, "prompt", words, key, subject=carer.ids["occ"])
        unit.post(one)
    scene.now += HOUR
    await scene.happen(scene.message(carer.user, WORDS))
    async with scene.looking() as unit:
        by_chat = await claim(unit, unit.now, set(), replies=10, others=10, persons=[person])
        whole = await claim(unit, unit.now, set(), replies=10, others=10)
    sent = [posted.kind for posted, _ in [*by_chat.ready, *whole.ready]]
    assert "prompt" not in sent, "an hour late it rings no more"
    ended = [*by_chat.ended, *whole.ended]
    assert [mark.state for mark in ended if mark.posted.kind == "prompt"] == ["dropped"]
