"""C1, C2: help is answered in every state, however one asks; it changes nothing, tells nobody."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.incoming import Incoming
from bot.ingest import Intake
from bot.outage import answer_in_outage
from conversations.session import Session
from homework import joining
from homework.store import people
from homework.store.columns import SEAL_PREFIX
from homework.store.tables import client
from tests.support import plights
from tests.support.hurried_clock import HurriedMachine
from tests.support.neighbours import Rows, all_rows
from tests.support.scene import Heard, Scene

State = Callable[[Scene], Awaitable[int]]
NUMBERS = ("999", "911")


async def stranger(scene: Scene) -> int:
    return 700


async def joining_at(scene: Scene, step: str) -> int:
    party, token = await scene.invite(scene.parties["A"], "late", 701)
    seen = await scene.say(701, f"/start {token}")
    for at, label in (("age", "Yes, 18"), ("consent", "I agree"), ("country", "United States")):
        if at == step:
            return 701
        seen = await scene.press(701, seen, label)
    current = await scene.client(party.client or "")
    assert current.joining_step == step == "zone"
    return 701


def at_step(step: str) -> State:
    async def joining_now(scene: Scene) -> int:
        return await joining_at(scene, step)

    return joining_now


def being(name: str) -> State:
    async def party(scene: Scene) -> int:
        return scene.parties[name].user

    return party


async def in_a_form(scene: Scene) -> int:
    assert await scene.open_session(scene.parties["A"].user) is not None
    return scene.parties["A"].user


async def naming_a_client(scene: Scene) -> int:
    await scene.say(scene.parties["A"].user, "/invite")
    return scene.parties["A"].user


async def typing_quiet_hours(scene: Scene) -> int:
    await scene.tap(scene.parties["A1"].user, "1:set~quiet:ask")
    return scene.parties["A1"].user


async def wishing_otherwise(scene: Scene) -> int:
    one = scene.parties["A1"]
    await scene.tap(one.user, f"1:asg~{one.ids['proposed']}:adjust")
    return one.user


async def declined(scene: Scene) -> int:
    await scene.tap(scene.parties["joining"].user, "1:consent~:no")
    return scene.parties["joining"].user


async def rejected(scene: Scene) -> int:
    one = scene.parties["unconfirmed"]
    number = (await scene.client(one.client or "")).check_number
    await scene.tap(scene.parties["B"].user, f"1:confirm~{one.client}:no.{number}")
    return one.user


async def unreachable(scene: Scene) -> int:
    one = scene.parties["A1"]
    async with scene.looking() as unit:
        who = await people.actor(unit, one.user)
        assert who.person is not None
        await people.set_reachable(unit, who.person.id, unit.now)
    return one.user


async def orphaned(scene: Scene) -> int:
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, scene.parties["A"].therapist or "")
    return scene.parties["A1"].user


async def flooded(scene: Scene) -> int:
    await scene.happen(*(scene.message(700, f"hello {n}") for n in range(60)))
    await scene.happen(*(scene.message(700, f"/start {n}") for n in range(60)))
    return 700


async def flooded_client(scene: Scene) -> int:
    one = scene.parties["A1"]
    await scene.happen(*(scene.message(one.user, f"/today {n}") for n in range(60)))
    await scene.deliver()
    return one.user


STATES: dict[str, State] = {
    "stranger": stranger,
    "asked for the age": at_step("age"),
    "asked for consent": at_step("consent"),
    "asked for the country": at_step("country"),
    "asked for the zone": at_step("zone"),
    "unconfirmed": being("unconfirmed"),
    "under age": being("under_age"),
    "declined": declined,
    "rejected": rejected,
    "middle of a sheet": being("A1"),
    "paused": being("paused"),
    "therapist": being("B"),
    "in a form": in_a_form,
    "naming a client": naming_a_client,
    "typing quiet hours": typing_quiet_hours,
    "wishing a practice otherwise": wishing_otherwise,
    "removed therapist": being("removed"),
    "client of a removed therapist": orphaned,
    "taken for unreachable": unreachable,
    "flooded stranger": flooded,
    "flooded client": flooded_client,
    "under an alert": plights.alarmed,
    "after /stop": plights.stopped,
    "asked for consent anew": plights.asked_anew,
    "typing a safety plan": plights.typing_a_plan,
    "behind a locked screen": plights.locked,
    "asked whether to erase all": plights.forgetting,
}
HIDDEN = {"type": "hidden_user", "sender_user_name": "x", "date": 1}
WAYS: dict[str, Callable[[Scene, int], Incoming]] = {
    "/crisis": lambda scene, user: scene.message(user, "/crisis"),
    "/CRISIS@bot": lambda scene, user: scene.message(user, "/CRISIS@practice_bot"),
    "/crisis forwarded": lambda s, user: s.message(user, "/crisis", forward_origin=HIDDEN),
    "help me": lambda scene, user: scene.message(user, "help me"),
    "Help me!!": lambda scene, user: scene.message(user, "  HELP\u200b me!! "),
    "SOS": lambda scene, user: scene.message(user, "SOS"),
    "sos forwarded": lambda scene, user: scene.message(user, "sos", forward_origin=HIDDEN),
    "sos edited in": lambda scene, user: scene.edited(user, "sos"),
    "sos under a picture": lambda s, user: s.message(user, "", caption="sos", photo=[]),
    "the button of a question": lambda scene, user: scene.button(user, "1:aaaabbbbccccdddd:h"),
    "the help button": lambda scene, user: scene.button(user, "1:cmd~crisis:go"),
    "a country's button": lambda scene, user: scene.button(user, "1:crisis~:c.GB"),
}


def kept(rows: Rows) -> Rows:
    """All rows but what is on its way out."""
    return {key: row for key, row in rows.items() if key[0] != "outbox"}


async def look(scene: Scene, user: int) -> tuple[Rows, Session | None]:
    async with scene.looking() as unit:
        rows = kept(await all_rows(unit))
    return rows, await scene.open_session(user)


def shows_help(heard: list[Heard], user: int) -> bool:
    """Numbers to call, or the question which country's."""
    mine = [one for one in heard if one.user == user]
    text = "\n".join(one.html for one in mine)
    return (
        len(mine) == 1
        and "Nobody reads this chat live" in text
        and (
            any(number in text for number in NUMBERS)
            or any("crisis~:c.GB" in b.data for one in mine for b in one.buttons)
        )
    )


@pytest.mark.parametrize("state", STATES)
async def test_c1_help_is_answered_in_every_state(scene: Scene, state: str) -> None:
    user = await STATES[state](scene)
    await scene.deliver()
    before = await look(scene, user)
    for way, ask in WAYS.items():
        await scene.happen(ask(scene, user))
        assert scene.last.failed == {}, way
        heard = await scene.deliver()
        assert shows_help(heard, user), (way, [one.html for one in heard])
        assert {one.user for one in heard} == {user}, "opening it tells nobody"
        after = await look(scene, user)
        if state == "taken for unreachable":
            assert after[1] == before[1]
            before = after  # a sign of life is noted, once
        assert after == before, way


@pytest.mark.parametrize("state", STATES)
async def test_c1_help_goes_first_although_much_is_waiting(scene: Scene, state: str) -> None:
    user = await STATES[state](scene)
    await scene.happen(*(scene.message(user, "/help") for _ in range(8)))
    await scene.happen(scene.message(user, "/crisis"))
    heard = [one for one in await scene.deliver() if one.user == user]
    helped = [one for one in heard if "Nobody reads this chat live" in one.html]
    assert [one.state for one in helped] in (["claimed"], [""]), "sent at once, or told directly"


async def test_c1_no_row_says_afterwards_that_somebody_asked(scene: Scene) -> None:
    """What arrived looks like any other answer: no kind, no text, no size."""
    user = scene.parties["A1"].user
    async with scene.looking() as unit:
        before = await all_rows(unit)
    await scene.say(user, "/crisis")
    helped = await _new_rows(scene, before)
    async with scene.looking() as unit:
        before = await all_rows(unit)
    await scene.say(user, "/help")
    plain = await _new_rows(scene, before)
    assert len(helped) == len(plain) == 1
    differing = {name for name in helped[0] if helped[0][name] != plain[0][name]}
    own = {"id", "dedupe_key", "message_id", "created_at", "delivered_at", "closed_at"}
    assert differing <= own | {"lease_until"}


async def _new_rows(scene: Scene, before: Rows) -> list[dict[str, object]]:
    async with scene.looking() as unit:
        rows = await all_rows(unit)
    changed = [row for key, row in rows.items() if before.get(key) != row]
    return [dict(row) for row in changed]


async def test_c1_the_open_question_takes_the_next_words_as_if_nothing_had_been(
    scene: Scene,
) -> None:
    one = scene.parties["A1"]
    await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
    for ask in WAYS.values():
        await scene.happen(ask(scene, one.user))
    await scene.deliver()
    await scene.say(one.user, "On the bus")
    current = await scene.open_session(one.user)
    assert current is not None and dict(current.answers) == {"situation": "On the bus"}


async def test_c1_a_setting_that_was_asked_for_is_still_asked_for(scene: Scene) -> None:
    user = await typing_quiet_hours(scene)
    for ask in WAYS.values():
        await scene.happen(ask(scene, user))
    await scene.deliver()
    assert "Quiet from 21:00 to 07:00" in (await scene.say(user, "21-7"))[0].html


async def test_c1_a_city_that_was_asked_for_is_still_asked_for(scene: Scene) -> None:
    user = await joining_at(scene, "zone")
    for ask in WAYS.values():
        await scene.happen(ask(scene, user))
    await scene.deliver()
    heard = await scene.say(user, "Chicago")
    assert any("Your number is" in one.html for one in heard)


async def test_c1_help_is_for_whole_messages_only(scene: Scene) -> None:
    """An answer that holds the words is an answer."""
    one = scene.parties["A1"]
    await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
    await scene.say(one.user, "She said help me and I froze")
    current = await scene.open_session(one.user)
    assert current is not None and current.answers["situation"] == "She said help me and I froze"


async def test_c2_only_the_button_that_says_so_tells(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    seen = await scene.say(one.user, "/crisis")
    told = await scene.press(one.user, seen, "Let")
    (note,) = [each for each in told if each.user == carer.user]
    assert one.word in note.html and "wants you to know" in note.html


async def test_c2_an_unknown_country_is_asked_for_never_assumed(scene: Scene) -> None:
    (seen,) = await scene.say(700, "/crisis")
    assert not any(number in seen.html for number in ("999", "911", "116 123"))
    (seen,) = await scene.tap(700, "1:crisis~:c.GB")
    assert NUMBERS[0] in seen.html
    scene.now += timedelta(minutes=1)
    (seen,) = await scene.say(700, "/crisis")
    assert NUMBERS[0] not in seen.html, "no row remembers what a stranger pressed"


async def test_c1_help_is_shown_to_somebody_whose_own_row_is_spoiled(scene: Scene) -> None:
    """A page of the disk went bad: nothing of theirs opens, and every try at it fails."""
    one = scene.parties["A1"]
    await scene.say(one.user, "/today")
    async with scene.looking() as unit:
        row = client.c.id == one.client
        await unit.conn.execute(
            update(client).where(row).values(code_name=SEAL_PREFIX + b"\x00" * 40)
        )
    shown: list[str] = []

    async def nothing(_: object) -> None:
        raise AssertionError

    async def on_outage(incoming: Incoming) -> None:
        if answer := answer_in_outage(scene.house, scene.router.known, incoming):
            shown.append(answer.html)

    clock = HurriedMachine(scene.now)
    intake = Intake(
        scene.db, 1, scene.router.handle, nothing, on_outage, calendar=clock, machine=clock
    )
    sender = {"id": one.user, "is_bot": False, "first_name": "x"}
    said = {"message_id": 5000, "date": int(scene.now.timestamp()), "text": "/crisis"}
    said |= {"chat": {"id": one.user, "type": "private"}, "from": sender}
    await intake.take([{"update_id": 77, "message": said}])
    await intake.close()
    assert len(shown) == 1 and "116 123" in shown[0]
