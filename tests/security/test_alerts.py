"""C6: what is found in a client's words is found wherever it is written, and never lost."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from bot import screener, telemetry
from bot.floodgate import Limits
from bot.outage import LastKnown, answer_in_outage
from bot.routing import Router
from homework import assigning, publishing
from homework.house import House
from homework.safety import screening
from homework.store import assignments, people
from homework.store.tables import client, flagged
from tests.support.alerted import DANGER, every, to, words
from tests.support.given_work import assignment
from tests.support.scene import Heard, Scene


@pytest.mark.parametrize("where", ["sheet", "stray", "note", "edited", "caption", "comment"])
async def test_c6_it_is_found_wherever_it_is_written(watched: Scene, where: str) -> None:
    scene, one = watched, watched.parties["A1"]
    match where:
        case "sheet":
            seen = await scene.say(one.user, DANGER)
        case "stray":
            await scene.say(one.user, "/cancel")
            seen = await scene.say(one.user, DANGER)
        case "note":
            seen = await scene.say(one.user, f"/note {DANGER}")
        case "edited":
            await scene.happen(scene.edited(one.user, DANGER))
            seen = await scene.deliver()
        case "caption":
            photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
            seen = await scene.say(one.user, "", photo=photo, caption=DANGER)
        case _:
            await scene.tap(one.user, f"1:rem~{one.ids['remark']}:answer")
            seen = await scene.say(one.user, DANGER)
    assert await words(scene) == [DANGER]
    assert "It is all right to write it here" in to(seen, one.user)
    told = [one.whole for one in seen if one.kind == "alert"]
    assert any("Safety flag" in one for one in told)
    assert "zqwordzq" not in "".join(told)


async def test_c6_forwarded_words_count_once_their_sender_uses_them(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "x"}
    seen = await scene.say(one.user, DANGER, forward_origin=origin)
    assert await every(scene) == []
    await scene.press(one.user, seen, "Use")
    assert await words(scene) == [DANGER]


async def test_c6_a_flood_hides_nothing(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    scene.router = Router(scene.house, ("en",), Limits(1, 1))
    for _ in range(3):
        await scene.happen(scene.message(one.user, "and so on"))
    await scene.happen(scene.message(one.user, DANGER))
    assert await words(scene) == [DANGER]


async def test_c6_two_texts_in_one_batch_are_one_alert(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.happen(scene.message(one.user, DANGER), scene.message(one.user, DANGER + " now"))
    seen = await scene.deliver()
    assert len(await every(scene)) == 1
    assert await words(scene) == [DANGER, DANGER + " now"]
    assert to(seen, one.user).count("It is all right to write it here") == 1


async def test_c6_a_screening_that_breaks_blocks_no_saving_and_is_counted(
    watched: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str, language: str) -> None:
        raise RuntimeError

    scene, one = watched, watched.parties["A1"]
    before = telemetry.counts().get("homework_screening_total,failed", 0)
    monkeypatch.setattr(screener, "screen", broken)
    seen = await scene.say(one.user, DANGER)
    assert scene.last.failed == {}
    assert to(seen, one.user)
    held = await scene.open_session(one.user)
    assert held is not None and DANGER in str(held.answers)
    assert telemetry.counts()["homework_screening_total,failed"] == before + 1


async def test_c6_off_means_off(scene: Scene) -> None:
    one = scene.parties["A1"]
    assert screening.screen(DANGER, "en") is not None
    await scene.say(one.user, DANGER)
    async with scene.looking() as unit:
        query = select(func.count()).select_from(flagged).where(flagged.c.client_id == one.client)
        assert (await unit.conn.execute(query)).scalar_one() == 1, "only the one of the scene"


async def test_who_agreed_to_no_screening_gets_help_and_nobody_is_told(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    async with scene.looking() as unit:
        old = str(replace(scene.house.edition("en"), screened=False))
        await unit.conn.execute(client.update().values(agreed=old))
    seen = await scene.say(one.user, DANGER)
    assert "It is all right to write it here" in to(seen, one.user)
    assert "Safety flag" not in to(seen, scene.parties["A"].user)
    assert await every(scene) == []


async def test_a_therapists_own_words_about_somebody_are_nobodys_alert(watched: Scene) -> None:
    scene, carer = watched, watched.parties["B"]  # a client of their own too
    await scene.tap(carer.user, f"1:notes~{scene.parties['B1'].client}:write")
    await scene.say(carer.user, DANGER)
    assert await every(scene) == []


OWN = """format = 1
id = "a_look"
version = 1
title = "A look"
about = "How it is."
why = "To know."
minutes = { full = 2 }

[[stages]]
id = "main"

[[steps]]
id = "thoughts"
kind = "choice"
label = "Thoughts of death"
prompt = "How often?"
required = true
risk_above = 0
choices = [{ id = "none", label = "Never" }, { id = "some", label = "Some days" }]

[[steps]]
id = "urge"
kind = "scale"
max = 10
label = "Urge"
prompt = "How strong?"
low = "not at all"
high = "most"
risk_above = 3
"""


async def set_own(scene: Scene) -> None:
    """The carer has published a sheet of their own, the client has agreed to it and begun it."""
    one, carer = scene.parties["A1"], scene.parties["A"]
    checked = publishing.check(scene.house.shelf, OWN, "own.toml", carer.therapist)
    assert isinstance(checked, publishing.Checked), checked
    async with scene.looking() as unit:
        await publishing.publish(unit, checked, carer.therapist)
        scene.house.shelf.take(unit.shelved)
        lead = await people.therapist_by_id(unit, carer.therapist or "")
        me = await people.client_by_id(unit, one.client or "")
        assert lead is not None and me is not None
        new = assignment(scene, one, lead.id, "why", "enough")
        new = replace(new, worksheet=publishing.ref_of(checked.sheet))
        await assigning.keep_draft(unit, new, [])
        await assigning.propose(unit, lead, new)
        (proposed,) = (await assignments.by_ids(unit, [new.id])).values()
        await assigning.accept(unit, scene.house, me, proposed)
    await scene.deliver()
    await scene.tap(one.user, f"1:log~{new.id}:go")


async def answers(scene: Scene, value: str) -> list[Heard]:
    user = scene.parties["A1"].user
    now = await scene.open_session(user)
    assert now is not None
    return await scene.tap(user, f"1:{now.asked.id}:{value}")


@pytest.mark.parametrize(
    ("pressed", "words_found"),
    [
        (("none", "3"), []),
        (("some",), ["Thoughts of death: Some days"]),
        (("none", "4"), ["Urge: 4"]),
        (("some", "9"), ["Thoughts of death: Some days", "Urge: 9"]),
    ],
)
async def test_c7_an_answer_of_danger_in_a_sheet_of_ones_own_is_an_alert(
    watched: Scene, pressed: tuple[str, ...], words_found: list[str]
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await set_own(scene)
    heard: list[Heard] = []
    for value in pressed:
        heard += await answers(scene, f"v.{value}")
        if (raised := await every(scene)) and len(pressed) > 1 and value == "some":
            heard += await scene.tap(one.user, f"1:flag~{raised[-1].id}:on")
            assert "How strong?" in to(heard, one.user)
    assert await words(scene) == words_found
    assert len(await every(scene)) == bool(words_found)
    helped = to(heard, one.user).count("It is all right to write it here")
    assert helped == to(heard, carer.user).count("Safety flag") == bool(words_found)
    held = await scene.open_session(one.user)
    assert held is not None and list(held.answers.values())[: len(pressed)], "nothing is lost"


@pytest.mark.parametrize("way", ["edited", "replied"])
async def test_c7_an_answer_that_becomes_one_of_danger_is_an_alert(
    watched: Scene, way: str
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await set_own(scene)
    await answers(scene, "v.none")
    sent = scene.message(one.user, "2")
    await scene.happen(sent)
    await scene.deliver()
    assert await words(scene) == [] and sent.message_id is not None
    if way == "edited":
        await scene.happen(scene.edited(one.user, "9", sent.message_id))
        heard = await scene.deliver()
    else:
        heard = await scene.say(one.user, "9", reply_to_message={"message_id": sent.message_id})
    assert await words(scene) == ["Urge: 9"]
    assert "It is all right to write it here" in to(heard, one.user)
    assert to(heard, carer.user).count("Safety flag") == 1


async def test_c7_words_of_danger_show_help_also_while_the_database_is_away(watched: Scene) -> None:
    one, carer, known = watched.parties["A1"], watched.parties["A"], LastKnown()

    def shown(house: House, user: int, text: str, **more: object) -> str:
        answer = answer_in_outage(house, known, watched.message(user, text, **more))
        return answer.html if answer else ""

    assert shown(watched.house, one.user, DANGER) == "", "nobody is known yet"
    async with watched.looking() as unit:
        for user in (one.user, carer.user):
            known.note(await people.actor(unit, user))
    told = shown(watched.house, one.user, DANGER)
    assert "It is all right to write it here" in told and "116 123" in told
    assert "gets a note" not in told and "Opening this page" not in told
    edited = answer_in_outage(watched.house, known, watched.edited(one.user, DANGER))
    assert edited is not None and "116 123" in edited.html
    assert "116 123" in shown(watched.house, one.user, f"/note {DANGER}")
    assert shown(watched.house, one.user, "a grey day") == ""
    assert shown(watched.house, one.user, "I do not want to die") == "", "the softer tier"
    assert shown(watched.house, carer.user, DANGER) == "", "a therapist is not looked through"
    origin = {"type": "hidden_user", "sender_user_name": "x", "date": 1}
    assert shown(watched.house, one.user, DANGER, forward_origin=origin) == ""
    off = replace(watched.house, screened=frozenset[str]())
    assert shown(off, one.user, DANGER) == ""
