"""The language is asked, never guessed; everybody reads in their own, whoever writes to them."""

import pytest

from bot.afterwards import SetMenu
from bot.handlers.languages import offered
from homework import packaged
from homework.program import programs
from homework.safety import consents
from homework.store import assignments, people
from tests.security.test_help_in_every_language import in_all_languages, phone, speaks
from tests.support.scene import Heard, Scene
from tests.support.stores import EDITION

EN, DE = packaged.texts("en", strict=True), packaged.texts("de", strict=True)


def words_of(heard: list[Heard], user: int) -> str:
    return "\n".join(one.whole for one in heard if one.user == user)


async def invited(scene: Scene) -> str:
    _, token = await scene.invite(scene.parties["A"], "late", 701)
    return token


def test_the_language_of_the_phone_only_stands_first() -> None:
    assert offered(("en", "es", "de"), "de-AT") == ["de", "en", "es"]
    assert offered(("en", "es", "de"), "fi") == ["en", "es", "de"]
    assert offered(("en", "es"), "") == ["en", "es"]


async def test_who_joins_is_asked_for_the_language_before_anything_else(scene: Scene) -> None:
    token = await invited(scene)
    in_all_languages(scene)
    hello = scene.message(701, f"/start {token}", **{"from": phone(701, "de-AT")})
    await scene.happen(hello)
    (asked,) = await scene.deliver()
    assert asked.buttons[0].label == "Deutsch"
    assert {button.label for button in asked.buttons} == {
        packaged.language(code).name for code in packaged.locales()
    }
    for code in packaged.locales():
        assert packaged.texts(code).html("join-language") in asked.html
    async with scene.looking() as unit:
        who = await people.actor(unit, 701)
    assert who.person is not None and who.person.locale == "en", "the phone decides nothing"
    await scene.tap(701, "1:lang~set:xx")
    assert scene.notice == EN.plain("tap-stale")
    heard = words_of(await scene.press(701, [asked], "Deutsch"), 701)
    assert DE.html("join-age") in heard and EN.html("join-age") not in heard
    again = await scene.press(701, [asked], "Deutsch")
    assert again == [] and scene.notice == DE.plain("tap-stale")
    heard = words_of(await scene.press(701, [asked], "Español"), 701)
    assert packaged.texts("es").html("join-age") in heard, "a slip can be put right"


async def test_one_language_is_not_asked_for(scene: Scene) -> None:
    token = await invited(scene)
    heard = words_of(await scene.say(701, f"/start {token}"), 701)
    assert EN.html("join-age") in heard and EN.html("join-language") not in heard
    settings = await scene.say(scene.parties["A1"].user, "/settings")
    assert not any("lang~" in button.data for one in settings for button in one.buttons)
    await scene.tap(scene.parties["A1"].user, "1:lang~ask:go")
    assert scene.notice == EN.plain("tap-stale")


@pytest.mark.parametrize(("party", "role"), [("A1", "client"), ("A", "therapist")])
async def test_the_settings_change_it_and_the_menu(scene: Scene, party: str, role: str) -> None:
    in_all_languages(scene)
    user = scene.parties[party].user
    seen = await scene.press(user, await scene.say(user, "/settings"), "Language: English")
    heard = await scene.press(user, seen, "Deutsch")
    assert DE.html("language-set") in words_of(heard, user)
    assert SetMenu(user, role, "de") in scene.last.after
    pinned = DE.html("crisis-title") in words_of(heard, user)
    assert pinned == (role == "client"), "the pinned help is in the new language too"
    assert DE.html("help-head") in words_of(await scene.say(user, "/help"), user)


async def test_a_stranger_is_answered_in_the_language_of_the_phone(scene: Scene) -> None:
    in_all_languages(scene)
    for user, phone_speaks, said in ((801, "ru", "ru"), (802, "de-CH", "de"), (803, "fi", "en")):
        await scene.happen(scene.message(user, "/start", **{"from": phone(user, phone_speaks)}))
        assert packaged.texts(said).html("stranger-hello") in words_of(await scene.deliver(), user)


async def test_each_reads_in_their_own_language(scene: Scene) -> None:
    in_all_languages(scene)
    client, carer = scene.parties["A1"], scene.parties["A"]
    await speaks(scene, client.user, "de")
    sheet = scene.house.shelf.newest["thought_record_3col"]
    titles = {code: scene.house.shelf.worksheet(sheet, code).title for code in ("en", "de")}
    heard = await scene.tap(client.user, f"1:asg~{client.ids['proposed']}:accept")
    assert titles["de"] in words_of(heard, client.user)
    assert titles["en"] in words_of(heard, carer.user)
    assert titles["de"] not in words_of(heard, carer.user)
    heard = await scene.say(client.user, "/pause 2 Wochen")
    async with scene.looking() as unit:
        until = (await people.client_by_id(unit, client.client or "")).paused_until  # pyright: ignore
    assert until is not None
    month = until.month
    assert DE.plain(f"month-short-{month}") in words_of(heard, client.user)
    assert EN.plain(f"month-short-{month}") in words_of(heard, carer.user)


async def test_a_sheet_goes_on_with_its_answers_in_another_language(scene: Scene) -> None:
    in_all_languages(scene)
    user = scene.parties["A1"].user
    before = await scene.open_session(user)
    assert before is not None and before.answers
    await speaks(scene, user, "de")
    heard = await scene.say(user, "überspringen")
    after = await scene.open_session(user)
    assert after is not None and after.worksheet == before.worksheet
    assert after.answers == before.answers
    assert DE.plain("button-skip") in words_of(heard, user)


def test_the_consent_says_that_a_draft_is_one() -> None:
    for code in packaged.locales():
        texts = packaged.texts(code, strict=True)
        said = texts.html("consent-draft") in consents.consent(texts, "Dr A", EDITION).message.html
        assert said is not packaged.language(code).reviewed


async def test_a_program_is_set_in_the_words_of_its_client(scene: Scene) -> None:
    in_all_languages(scene)
    client, carer = scene.parties["A1"], scene.parties["A"]
    await speaks(scene, client.user, "de")
    for name in ("active", "proposed"):
        await scene.tap(carer.user, f"1:end~{client.ids[name]}:yes")
    await scene.tap(carer.user, f"1:program~{client.client}:go")
    session = await scene.open_session(carer.user)
    assert session is not None
    await scene.tap(carer.user, f"1:{session.asked.id}:v.thought_records")
    for _ in range(12):
        now = await scene.open_session(carer.user)
        if now is None or now.id != session.id:
            break
        if now.asked.step is None:
            await scene.tap(carer.user, f"1:{now.asked.id}:f")
        elif now.asked.step == "sharing":
            await scene.tap(carer.user, f"1:{now.asked.id}:v.all")
        elif now.asked.step == "why":
            await scene.say(carer.user, "Das hilft uns beim Hinschauen.")
        else:
            await scene.tap(carer.user, f"1:{now.asked.id}:s")
    async with scene.looking() as unit:
        found = await assignments.of_client(unit, client.client or "", "draft")
    said = {one.texts.enough for one in found if one.program}
    first = programs("de")["thought_records"].links[0].enough
    assert first in said
