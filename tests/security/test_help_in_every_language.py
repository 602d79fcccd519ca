"""C1: help is answered in every state and every language, in its own words and in English ones."""

import pytest

from bot.outage import LastKnown, answer_in_outage
from bot.routing import Router
from homework import packaged
from homework.house import House
from homework.store import people
from tests.security.test_help_everywhere import STATES
from tests.support.scene import Heard, Scene

CALLS = {"es": "¡Ayúdame!", "de": "Hilf mir bitte", "ru": "Помогите!"}
ALL = packaged.locales()


def in_all_languages(scene: Scene) -> House:
    """The same practice, offering every language there is."""
    house, words = scene.house, {code: packaged.texts(code, strict=True) for code in ALL}
    scene.house = House(house.shelf, words, house.crisis, house.bot_name)
    scene.router = Router(scene.house, ALL)
    return scene.house


async def speaks(scene: Scene, user: int, locale: str) -> bool:
    """Set the language of somebody we know; False: it is a stranger."""
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        if who.person is not None:
            await people.set_locale(unit, who.person.id, locale)
    return who.person is not None


def helped_in(heard: list[Heard], locale: str) -> bool:
    title = packaged.texts(locale, strict=True).html("crisis-title")
    return len(heard) == 1 and heard[0].html.startswith(title)


def phone(user: int, locale: str) -> dict[str, object]:
    return {"id": user, "is_bot": False, "first_name": "x", "language_code": locale}


@pytest.mark.parametrize("locale", CALLS)
@pytest.mark.parametrize("state", STATES)
async def test_c1_help_is_answered_in_every_state_and_language(
    scene: Scene, state: str, locale: str
) -> None:
    user = await STATES[state](scene)
    await scene.deliver()
    in_all_languages(scene)
    await speaks(scene, user, locale)
    for words in ("/crisis", CALLS[locale], "help me"):
        await scene.happen(scene.message(user, words, **{"from": phone(user, f"{locale}-XX")}))
        heard = await scene.deliver()
        assert helped_in(heard, locale), (words, [one.html for one in heard])


@pytest.mark.parametrize("locale", CALLS)
async def test_c1_a_stranger_whose_phone_speaks_no_offered_language_is_helped_too(
    scene: Scene, locale: str
) -> None:
    in_all_languages(scene)
    await scene.happen(scene.message(700, CALLS[locale], **{"from": phone(700, "fi")}))
    assert helped_in(await scene.deliver(), "en")


@pytest.mark.parametrize("locale", CALLS)
async def test_c1_an_outage_changes_no_language(scene: Scene, locale: str) -> None:
    house, known = in_all_languages(scene), LastKnown()
    one = scene.parties["A1"]
    await speaks(scene, one.user, locale)
    async with scene.looking() as unit:
        known.note(await people.actor(unit, one.user))
    title = packaged.texts(locale, strict=True).html("crisis-title")
    for words in (CALLS[locale], "sos"):
        answer = answer_in_outage(house, known, scene.message(one.user, words))
        assert answer is not None and answer.html.startswith(title)
        new = scene.message(700, words, **{"from": phone(700, locale)})
        answer = answer_in_outage(house, known, new)
        assert answer is not None and answer.html.startswith(title)


async def test_c1_in_an_outage_the_country_last_known_is_shown_under_every_button(
    scene: Scene,
) -> None:
    house, known = in_all_languages(scene), LastKnown()
    one = scene.parties["A1"]
    async with scene.looking() as unit:
        known.note(await people.actor(unit, one.user))
    for data in ("1:cmd~crisis:go", "1:crisis~:tell"):
        answer = answer_in_outage(house, known, scene.button(one.user, data))
        assert answer is not None and "116 123" in answer.html, data
    answer = answer_in_outage(house, known, scene.button(one.user, "1:crisis~:country"))
    assert answer is not None and "Which country" in answer.html
    answer = answer_in_outage(house, known, scene.button(one.user, "1:crisis~:c.US"))
    assert answer is not None and "988" in answer.html


async def test_c1_in_an_outage_a_therapist_sees_the_lines_of_their_own_country(
    scene: Scene,
) -> None:
    house, known, carer = in_all_languages(scene), LastKnown(), scene.parties["A"]
    async with scene.looking() as unit:
        await people.change_therapist(unit, carer.therapist or "", country="US")
    async with scene.looking() as unit:
        known.note(await people.actor(unit, carer.user))
    answer = answer_in_outage(house, known, scene.button(carer.user, "1:cmd~crisis:go"))
    assert answer is not None and "988" in answer.html
