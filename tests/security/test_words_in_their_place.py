"""X6 and kin: a text goes where its writer meant it. Forwarded words and words sent through a bot
are no answers until they are; groups are left; a text belongs to the last thing that was asked."""

from dataclasses import replace

import pytest

from bot.afterwards import LeaveChat
from conversations.session import Session
from homework.store import assignments
from tests.support.neighbours import all_rows
from tests.support.scene import Heard, Scene

USER = {"id": 5, "is_bot": False, "first_name": "x"}
CHAT = {"id": -100, "type": "channel", "title": "x"}
BOT = {"id": 6, "is_bot": True, "first_name": "gif", "username": "gif"}
FOREIGN = {
    "of a person": {"forward_origin": {"type": "user", "sender_user": USER, "date": 1}},
    "of a hidden person": {
        "forward_origin": {"type": "hidden_user", "sender_user_name": "x", "date": 1}
    },
    "of a channel": {
        "forward_origin": {"type": "channel", "chat": CHAT, "message_id": 1, "date": 1}
    },
    "of a chat": {"forward_origin": {"type": "chat", "sender_chat": CHAT, "date": 1}},
    "through a bot": {"via_bot": BOT},
}


def said(heard: list[Heard], user: int) -> str:
    return "\n".join(one.html for one in heard if one.user == user)


async def begun(scene: Scene) -> tuple[int, Session]:
    one = scene.parties["A1"]
    await scene.tap(one.user, f"1:log~{one.ids['active']}:go")
    current = await scene.open_session(one.user)
    assert current is not None and current.asked.step == "situation"
    return one.user, current


# Forwarded ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", FOREIGN)
async def test_x6_foreign_words_are_no_answer_until_they_are(scene: Scene, how: str) -> None:
    user, before = await begun(scene)
    heard = await scene.say(user, "somebody else's words", **FOREIGN[how])
    assert "Is it meant as your answer?" in said(heard, user)
    assert await scene.open_session(user) == before
    await scene.press(user, heard, "Use this")
    after = await scene.open_session(user)
    assert after is not None and after.answers == {"situation": "somebody else's words"}


@pytest.mark.parametrize("how", FOREIGN)
@pytest.mark.parametrize("words", ["/cancel", "/pause 4 weeks", "/skip", "/invite Spy", "/assign"])
async def test_x6_foreign_orders_are_not_taken(scene: Scene, how: str, words: str) -> None:
    for name in ("A1", "A"):
        user = scene.parties[name].user
        before = await scene.open_session(user)
        async with scene.looking() as unit:
            rows = await all_rows(unit)
        await scene.say(user, words, **FOREIGN[how])
        assert await scene.open_session(user) == before
        async with scene.looking() as unit:
            changed = {
                key[0] for key, row in (await all_rows(unit)).items() if rows.get(key) != row
            }
        assert changed <= {"outbox", "answer", "session"}, "held back beside the sheet"


async def test_x6_foreign_words_are_no_setting_and_no_name(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    await scene.tap(one.user, "1:set~quiet:ask")
    await scene.say(one.user, "1-2", **FOREIGN["of a person"])
    assert (await scene.client(one.client or "")).quiet_from == "22:00"
    await scene.say(carer.user, "/invite")
    heard = await scene.say(carer.user, "Spy", **FOREIGN["through a bot"])
    assert "Link for" not in said(heard, carer.user)


async def test_x6_foreign_words_of_a_stranger_leave_no_rows(scene: Scene) -> None:
    async with scene.looking() as unit:
        rows = await all_rows(unit)
    await scene.say(700, "hello", **FOREIGN["of a person"])
    async with scene.looking() as unit:
        assert await all_rows(unit) == rows


async def test_x6_use_this_names_no_answer_that_was_typed(scene: Scene) -> None:
    """Only what was held back can be used: other rows of the sheet cannot be played again."""
    user, _ = await begun(scene)
    await scene.say(user, "typed")
    before = await scene.open_session(user)
    assert before is not None
    for number in range(8):
        await scene.tap(user, f"1:use~{before.id}:{number}")
    assert await scene.open_session(user) == before


# Groups ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["hello", "/start", "/crisis", "help me", "/digest"])
async def test_x6_a_group_is_left_and_nothing_is_kept(scene: Scene, words: str) -> None:
    one = scene.parties["A"]
    async with scene.looking() as unit:
        rows = await all_rows(unit)
    incoming = replace(scene.message(one.user, words), chat_id=-500, private=False)
    handled = await scene.happen(incoming)
    assert [type(after) for after in handled.after] == [LeaveChat]
    async with scene.looking() as unit:
        assert await all_rows(unit) == rows


async def test_x6_a_group_is_told_once(scene: Scene) -> None:
    joined = replace(
        scene.message(11, "x"), what="joined_group", chat_id=-500, private=False, text=""
    )
    handled = await scene.happen(joined, replace(joined, update_id=joined.update_id + 1))
    spoken = [one for one in handled.after if isinstance(one, LeaveChat) and one.message]
    assert len(spoken) == 1
    assert "private chat" in spoken[0].message.html


async def test_x6_buttons_pressed_in_a_group_do_nothing(scene: Scene) -> None:
    one = scene.parties["A"]
    async with scene.looking() as unit:
        rows = await all_rows(unit)
    tap = scene.button(one.user, f"1:client~{scene.parties['A1'].client}:page")
    await scene.happen(replace(tap, chat_id=-500, private=False))
    async with scene.looking() as unit:
        assert await all_rows(unit) == rows


# The last thing asked ----------------------------------------------------------------------------


async def wishes(scene: Scene, name: str = "A1") -> str | None:
    one = scene.parties[name]
    async with scene.looking() as unit:
        found = await assignments.own(unit, one.ids["proposed"], one.client or "")
    assert found is not None
    return found.texts.wish


async def test_an_answer_is_not_sent_to_the_therapist_as_a_wish(scene: Scene) -> None:
    """ "Change something", then a button of the sheet is pressed: what is typed is its answer."""
    user, current = await begun(scene)
    one = scene.parties["A1"]
    await scene.tap(user, f"1:asg~{one.ids['proposed']}:adjust")
    await scene.tap(user, f"1:{current.asked.id}:s")
    heard = await scene.say(user, "afraid 80")
    assert said(heard, scene.parties["A"].user) == ""
    assert await wishes(scene) is None
    after = await scene.open_session(user)
    assert after is not None and after.answers["moods"] == [{"name": "afraid", "rating": 80}]


@pytest.mark.parametrize(
    "press", ["ses~{session_waiting}:go", "occ~{occ}:start", "log~{active}:go"]
)
async def test_a_sheet_that_is_gone_on_with_takes_the_next_words(scene: Scene, press: str) -> None:
    one = scene.parties["A1"]
    await scene.tap(one.user, f"1:asg~{one.ids['proposed']}:adjust")
    for key, value in one.ids.items():
        press = press.replace("{" + key + "}", value)
    await scene.tap(one.user, f"1:{press}")
    heard = await scene.say(one.user, "only for this sheet")
    assert "only for this sheet" not in said(heard, scene.parties["A"].user)
    assert await wishes(scene) is None


@pytest.mark.parametrize("press", ["cmd~today:go", "set~discreet:off", "share~{entry}:nothing"])
async def test_after_pressing_something_else_words_belong_to_the_sheet(
    scene: Scene, press: str
) -> None:
    user, _ = await begun(scene)
    one = scene.parties["A1"]
    await scene.tap(user, "1:set~zone:ask")
    await scene.tap(user, "1:" + press.replace("{entry}", one.ids["entry"]))
    await scene.say(user, "Paris")
    assert (await scene.client(one.client or "")).zone == "Europe/London"
    after = await scene.open_session(user)
    assert after is not None and after.answers["situation"] == "Paris"


async def test_a_therapists_words_make_no_client_after_something_else_was_pressed(
    scene: Scene,
) -> None:
    carer = scene.parties["A"]
    await scene.say(carer.user, "/invite")
    await scene.tap(carer.user, f"1:client~{scene.parties['A1'].client}:page")
    heard = await scene.say(carer.user, "I wonder how she is")
    assert "Link for" not in said(heard, carer.user)


async def test_a_stale_press_takes_nothing_away_from_what_was_asked(scene: Scene) -> None:
    one = scene.parties["A1"]
    await scene.tap(one.user, "1:set~quiet:ask")
    for data in (
        "1:join~age:yes",
        "1:ent~x:open",
        "1:occ~x:start",
        "1:nonsense",
        "1:client~x:page",
    ):
        await scene.tap(one.user, data)
    assert "Quiet from 21:00" in said(await scene.say(one.user, "21-7"), one.user)


async def test_who_expects_a_wish_may_only_wish_for_their_own(scene: Scene) -> None:
    """The sealed wish of somebody else cannot be reached by pressing under a foreign id."""
    one, other = scene.parties["A1"], scene.parties["A2"]
    await scene.tap(one.user, f"1:asg~{other.ids['proposed']}:adjust")
    await scene.say(one.user, "overwritten")
    assert await wishes(scene, "A2") is None
