"""C5, C16: nothing is asked about the person, and no answer is kept, before they have agreed."""

import random
from dataclasses import replace

import pytest
from sqlalchemy import delete, func, select

from bot.routing import Router
from homework.safety import consents
from homework.store.tables import answer, client, consent, entry, session
from tests.support.scene import Heard, Scene
from tests.support.stores import AGREED

ABOUT_THE_PERSON = ("Which country", "Which place", "In which city", "1 of")
YES = f"yes.{AGREED}"
WORDS = (
    "my name is Zoe",
    "I feel awful",
    "60",
    "GB",
    "London",
    "22-7",
    "yes",
    "no",
    "/log",
    "/today",
)


def said(heard: list[Heard], user: int) -> str:
    return "\n".join(one.html for one in heard if one.user == user)


async def consented(scene: Scene, key: str) -> bool:
    async with scene.looking() as unit:
        query = select(consent.c.id).where(consent.c.client_id == key)
        return (await unit.conn.execute(query)).first() is not None


async def answers_without_consent(scene: Scene) -> int:
    """Rows with something somebody wrote, of clients who never agreed."""
    agreed = select(consent.c.client_id)
    total = 0
    async with scene.looking() as unit:
        for table in (answer, entry, session):
            query = select(func.count()).select_from(table)
            query = query.where(table.c.client_id.not_in(agreed))
            total += (await unit.conn.execute(query)).scalar_one()
    return total


async def test_c5_no_answer_row_without_a_consent_row(scene: Scene) -> None:
    assert await answers_without_consent(scene) == 0
    async with scene.looking() as unit:
        theirs = consent.c.client_id == scene.parties["A1"].client
        await unit.conn.execute(delete(consent).where(theirs))
    assert await answers_without_consent(scene) > 0, "it would be found"


@pytest.mark.parametrize("step", ["age", "consent"])
async def test_c5_words_before_consent_are_kept_nowhere(scene: Scene, step: str) -> None:
    party, token = await scene.invite(scene.parties["A"], "late", 401)
    await scene.joins(party, token, until=step)
    for words in WORDS:
        shown = said(await scene.say(401, words), 401)
        assert not any(question in shown for question in ABOUT_THE_PERSON), words
    forged = ("join~cc:GB", "join~tz:Europe/London", "set~tz:Europe/London", "log~x:go")
    for data in (*forged, "consent~:yes.0", "consent~:yes.99", "consent~:yes", "consent~:"):
        shown = said(await scene.tap(401, f"1:{data}"), 401)
        assert not any(question in shown for question in ABOUT_THE_PERSON), data
    joined = await scene.client(party.client or "")
    assert (joined.state, joined.country, joined.zone) == ("joining", None, None)
    assert not await consented(scene, party.client or "")
    assert await answers_without_consent(scene) == 0


async def test_c5_joining_by_random_presses_never_passes_consent_by(scene: Scene) -> None:
    """500 presses and words in any order: a country, a zone or an answer only after a consent."""
    chance = random.Random(5)
    buttons = ["lang~set:en", "join~age:yes", "join~cc:GB", "join~cc:US", "join~tz:Europe/London"]
    buttons += [
        "join~tz:America/Chicago",
        f"consent~:yes.{consents.VERSION - 1}.90",
        "consent~:yes.99",
        "cmd~today:go",
        "cmd~log:go",
    ]
    party, token = await scene.invite(scene.parties["A"], "late", 401)
    await scene.say(401, f"/start {token}")
    for turn in range(500):
        if turn == 400:
            buttons.append(f"consent~:{YES}")
        if chance.random() < 0.7:
            await scene.happen(scene.button(401, f"1:{chance.choice(buttons)}"))
        else:
            await scene.happen(scene.message(401, chance.choice(WORDS)))
        assert scene.last.failed == {}
        joined = await scene.client(party.client or "")
        if joined.country or joined.zone or joined.state != "joining":
            assert turn >= 400 and await consented(scene, party.client or "")
    assert (await scene.client(party.client or "")).state == "unconfirmed"
    assert await answers_without_consent(scene) == 0


# A text that has changed --------------------------------------------------------------------------

QUESTION = "1 of"
FREE = ("/crisis", "/stop", "/privacy", "/export", "/pause d1", "/resume", "/help", "/progress")


def changes_the_text(scene: Scene) -> None:
    """From now on a program looks through what is written: another edition of the same version."""
    house = replace(scene.house, screened=frozenset({"en"}))
    scene.house, scene.router = house, Router(house, ("en",))


async def answered(scene: Scene, key: str) -> int:
    async with scene.looking() as unit:
        query = select(func.count()).select_from(answer).where(answer.c.client_id == key)
        return (await unit.conn.execute(query)).scalar_one()


async def test_c5_a_new_text_comes_before_the_next_question(scene: Scene) -> None:
    """What answers the open question is kept; no other is put, and the sheet keeps its state."""
    me = scene.parties["A1"]
    before, open_yet = await answered(scene, me.client or ""), await scene.open_session(me.user)
    assert open_yet is not None
    changes_the_text(scene)
    heard = await scene.answer_once(me.user, me.word)
    shown = said(heard, me.user)
    assert "has changed since you agreed" in shown and "now looks through" in shown
    assert not [one for one in heard if one.kind == "step"]
    assert await answered(scene, me.client or "") == before + 1
    assert await scene.open_session(me.user) is None
    for words in ("more words", "60", "/log", "/note x", "/skip", "/back"):
        heard = await scene.say(me.user, words)
        assert not [one for one in heard if one.kind == "step"], words
    for data in (f"ses~{open_yet.id}:go", f"log~{me.ids['active']}:go", f"{open_yet.asked.id}:s"):
        heard = await scene.tap(me.user, f"1:{data}")
        assert not [one for one in heard if one.kind == "step"], data
    assert await answered(scene, me.client or "") == before + 1
    heard = await scene.tap(me.user, f"1:consent~:yes.{scene.house.edition('en')}")
    assert "You agreed" in said(heard, me.user)
    heard = await scene.tap(me.user, f"1:ses~{open_yet.id}:go")
    assert [one for one in heard if one.kind == "step"]
    again = await scene.open_session(me.user)
    assert again is not None and again.id == open_yet.id


@pytest.mark.parametrize("words", FREE)
async def test_c5_what_must_always_work_works_without_the_new_text(
    scene: Scene, words: str
) -> None:
    changes_the_text(scene)
    shown = said(await scene.say(scene.parties["A1"].user, words), scene.parties["A1"].user)
    assert shown and "has changed since you agreed" not in shown


async def test_c5_forgetting_works_without_the_new_text(scene: Scene) -> None:
    me = scene.parties["A1"]
    changes_the_text(scene)
    await scene.say(me.user, "/forget")
    for value in ("once", "twice", "erase"):
        heard = await scene.tap(me.user, f"1:forget~:{value}")
    assert "being erased now" in said(heard, me.user)


async def test_c5_random_presses_never_pass_a_new_text_by(scene: Scene) -> None:
    """300 words and presses of a client: at most the open question is answered before they agree,
    and after that no row is without a consent of the edition in force."""
    me, chance = scene.parties["A1"], random.Random(8)
    before = await answered(scene, me.client or "")
    changes_the_text(scene)
    taps = [
        f"log~{me.ids['active']}:go",
        f"occ~{me.ids['occ']}:start",
        "cmd~log:go",
        "cmd~today:go",
    ]
    taps += [f"ses~{me.ids[key]}:go" for key in ("session_open", "session_waiting")]
    taps += [f"{me.ids[key]}:s" for key in ("ask_open", "ask_waiting")]
    taps += [f"asg~{me.ids['proposed']}:accept", f"wrap~{me.ids['entry']}:hard.4", "consent~:no"]
    for _ in range(300):
        if chance.random() < 0.6:
            await scene.happen(scene.button(me.user, f"1:{chance.choice(taps)}"))
        else:
            await scene.happen(scene.message(me.user, chance.choice(WORDS)))
        assert scene.last.failed == {}
    assert await answered(scene, me.client or "") <= before + 1
    assert (await scene.client(me.client or "")).agreed == AGREED


async def test_c5_who_does_not_agree_is_asked_nothing_more(scene: Scene) -> None:
    party = scene.parties["joining"]
    heard = await scene.tap(party.user, "1:consent~:no")
    assert "did not agree" in said(heard, scene.parties["B"].user)
    for words in WORDS:
        shown = said(await scene.say(party.user, words), party.user)
        assert not any(question in shown for question in ABOUT_THE_PERSON)
    await scene.tap(party.user, f"1:consent~:{YES}")
    assert not await consented(scene, party.client or "")
    assert (await scene.client(party.client or "")).state == "refused"


async def test_c5_nothing_is_sent_before_the_therapist_has_confirmed(scene: Scene) -> None:
    carer, party = scene.parties["B"], scene.parties["unconfirmed"]
    await scene.tap(carer.user, f"1:assign~{party.client}:go")
    assert scene.notice.startswith("That belongs")
    for words in WORDS:
        await scene.say(party.user, words)
    async with scene.looking() as unit:
        query = select(session.c.id).where(session.c.client_id == party.client)
        assert (await unit.conn.execute(query)).first() is None


async def test_c16_under_age_is_asked_nothing_more_and_gets_help(scene: Scene) -> None:
    party, token = await scene.invite(scene.parties["A"], "late", 401)
    await scene.joins(party, token, until="age")
    heard = await scene.tap(401, "1:join~age:no")
    assert "adults only" in said(heard, 401) and "Nobody reads this chat live" in said(heard, 401)
    assert "not 18 yet" in said(heard, scene.parties["A"].user)
    forged = ("join~age:yes", f"consent~:{YES}", "join~cc:GB", "join~tz:Europe/London", "log~x:go")
    for data in forged:
        await scene.tap(401, f"1:{data}")
    for words in WORDS:
        shown = said(await scene.say(401, words), 401)
        assert not any(question in shown for question in ABOUT_THE_PERSON)
    joined = await scene.client(party.client or "")
    assert (joined.state, joined.country, joined.zone) == ("under_age", None, None)
    assert not await consented(scene, party.client or "")
    await scene.tap(scene.parties["A"].user, f"1:confirm~{party.client}:yes.None")
    await scene.tap(scene.parties["A"].user, f"1:confirm~{party.client}:yes.")
    assert (await scene.client(party.client or "")).state == "under_age"


async def test_c16_the_age_is_answered_by_its_two_buttons_only(scene: Scene) -> None:
    party, token = await scene.invite(scene.parties["A"], "late", 401)
    await scene.joins(party, token, until="age")
    for value in ("", "maybe", "YES", "no.", "yes.1", "18"):
        await scene.tap(401, f"1:join~age:{value}")
    joined = await scene.client(party.client or "")
    assert (joined.state, joined.joining_step) == ("joining", "age")


async def test_c16_no_way_back_by_another_link(scene: Scene) -> None:
    party = scene.parties["under_age"]
    _, token = await scene.invite(scene.parties["A"], "late", 401)
    assert "in already" in said(await scene.say(party.user, f"/start {token}"), party.user)
    async with scene.looking() as unit:
        query = select(func.count()).select_from(client).where(client.c.state == "under_age")
        assert (await unit.conn.execute(query)).scalar_one() == 1


# Who is under 18, where the practice works with the young -----------------------------------------


async def under_age_at(scene: Scene, *, minors: bool) -> tuple[int, str, list[Heard]]:
    scene.house = replace(scene.house, minors=minors)
    scene.router = Router(scene.house, ("en",))
    party, token = await scene.invite(scene.parties["A"], "late", 401)
    await scene.joins(party, token, until="age")
    return 401, party.client or "", await scene.tap(401, "1:join~age:no")


async def test_c16_a_guardians_consent_is_recorded_and_the_clients_own_is_asked(
    scene: Scene,
) -> None:
    user, key, heard = await under_age_at(scene, minors=True)
    carer = scene.parties["A"]
    seen = await scene.press(carer.user, heard, "Record a guardian")
    seen = await scene.press(carer.user, seen, "16 or 17")
    assert (await scene.client(key)).state == "under_age"
    heard = await scene.press(carer.user, seen, "Yes, it is on file")
    assert "a parent or guardian agreed" in said(heard, user) and "Do you agree?" in said(
        heard, user
    )
    joined = await scene.client(key)
    assert (joined.joining_step, joined.age_band, joined.youth) == ("consent", "16-17", True)
    assert not await consented(scene, key)
    heard = await scene.tap(user, f"1:consent~:{YES}")
    heard = await scene.press(user, heard, "Ireland")
    shown = said(heard, user)
    assert shown.index("Childline") < shown.index("Samaritans")
    assert await consented(scene, key)


async def test_c16_without_the_setting_nobody_lets_them_in(scene: Scene) -> None:
    _, key, heard = await under_age_at(scene, minors=False)
    carer = scene.parties["A"]
    assert not [b for one in heard if one.user == carer.user for b in one.buttons]
    for value in ("ask", "16-17", "yes.16-17"):
        await scene.tap(carer.user, f"1:minor~{key}:{value}")
    assert (await scene.client(key)).state == "under_age"


async def test_c16_a_stranger_to_the_client_records_nothing(scene: Scene) -> None:
    _, key, _ = await under_age_at(scene, minors=True)
    for name in ("B", "A1"):
        await scene.tap(scene.parties[name].user, f"1:minor~{key}:yes.16-17")
    for value in ("yes.5-7", "yes.", "yes"):
        await scene.tap(scene.parties["A"].user, f"1:minor~{key}:{value}")
    assert (await scene.client(key)).state == "under_age"
