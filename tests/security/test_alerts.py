"""C6 to C8: what is found in a client's words is never lost, told to those it concerns, and no
more; what the client and the therapist do moves it through its states."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select

from bot import screener, telemetry
from bot.app import apologiser
from bot.floodgate import Limits
from bot.routing import Router
from homework import alerting, assigning, covering, delivery, erasing, joining, publishing
from homework.firing import FIRE
from homework.safety import plans, screening
from homework.store import alerts, assignments, contacts, people, safety_plans, timers
from homework.store.alerts import Alert
from homework.store.marks import Mark
from homework.store.tables import alert, client, flagged, outbox, person
from tests.support.neighbours import Heard, Scene

DANGER = "I want to die zqwordzq"
DAY = timedelta(days=1)


@pytest.fixture
async def watched(scene: Scene) -> AsyncIterator[Scene]:
    """The scene with screening on, and no alert yet."""
    scene.house = replace(scene.house, screened=frozenset({"en"}))
    scene.router = Router(scene.house, ("en",))
    async with scene.looking() as unit:
        await unit.conn.execute(delete(flagged))
        await unit.conn.execute(delete(alert))
        await unit.conn.execute(client.update().values(agreed=str(scene.house.edition("en"))))
    yield scene


def to(heard: list[Heard], user: int) -> str:
    return "\n".join(one.whole for one in heard if one.user == user)


async def every(scene: Scene) -> list[Alert]:
    async with scene.looking() as unit:
        keys = (await unit.conn.execute(select(alert.c.id).order_by(alert.c.id))).scalars().all()
        return [one for key in keys if (one := await alerts.by_id(unit, key))]


async def words(scene: Scene) -> list[str]:
    async with scene.looking() as unit:
        return [
            one.words
            for key in (await unit.conn.execute(select(alert.c.id))).scalars().all()
            for one in await alerts.found(unit, key)
        ]


async def fire(scene: Scene, kinds: tuple[str, ...] = (alerting.TIMER,)) -> list[Heard]:
    """Let what is due of some kinds happen; return what everybody is shown."""
    async with scene.looking() as unit:
        due = [one for one in await timers.due(unit, unit.now, 500) if one.kind in kinds]
        await timers.remove(unit, [one.id for one in due])
        for one in due:
            await FIRE[one.kind](unit, scene.house, [one])
    return await scene.deliver()


# Wherever it is written ---------------------------------------------------------------------------


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
        new = scene.assignment(one, lead.id, "why", "enough")
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


# States -------------------------------------------------------------------------------------------

SAID = {"seen": "1:alert~{}:seen", "contacted": "1:alert~{}:contacted", "false": "1:alert~{}:false"}


@pytest.mark.parametrize(
    ("pressed", "state", "waits"),
    [
        ((), "open", True),
        (("seen",), "seen", True),
        (("contacted",), "contacted", False),
        (("false",), "false_alarm", False),
        (("seen", "contacted"), "contacted", False),
        (("seen", "false"), "false_alarm", False),
        (("false", "contacted"), "contacted", False),
        (("contacted", "seen"), "seen", False),
    ],
)
async def test_c7_what_a_therapist_says_moves_it(
    watched: Scene, pressed: tuple[str, ...], state: str, waits: bool
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    for what in pressed:
        await scene.tap(carer.user, SAID[what].format(raised.id))
    (now,) = await every(scene)
    assert now.state == state
    async with scene.looking() as unit:
        assert bool(await alerts.waiting(unit, [one.client or ""])) == waits
        assert await timers.is_set(unit, alerting.TIMER, raised.id) == (state == "open")


async def test_c7_not_about_me_is_kept_and_the_alert_stays(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    await scene.tap(one.user, f"1:flag~{raised.id}:not-me")
    (now,) = await every(scene)
    assert now.state == "open" and now.not_me_at is not None


async def test_c7_prompts_wait_a_day_at_most(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.say(one.user, DANGER)
    async with scene.looking() as unit:
        assert await alerts.waiting(unit, [one.client or ""])
    scene.now += DAY
    async with scene.looking() as unit:
        assert not await alerts.waiting(unit, [one.client or ""])


# Going on until somebody has seen it --------------------------------------------------------------


async def test_c8_an_alert_whose_message_was_refused_goes_to_whoever_comes_next(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    boss = await scene.therapist("backup", 7070)
    async with scene.looking() as unit:
        await contacts.keep(unit, carer.therapist or "", contacts.Contact(boss.therapist))
    await scene.happen(scene.message(one.user, DANGER))
    (raised,) = await every(scene)
    async with scene.looking() as unit:
        mine = outbox.c.subject == raised.id, outbox.c.kind == "alert"
        query = select(outbox, person.c.tg_id).join(person).where(*mine)
        posted = scene.posted(unit, (await unit.conn.execute(query)).one())
        await delivery.marked(unit, scene.house, [Mark(posted, "refused", 1)])
    seen = await scene.deliver()
    assert "backup contact" in to(seen, boss.user)
    shown = await scene.tap(boss.user, f"1:alert~{raised.id}:show")
    assert "zqwordzq" not in to(shown, boss.user)
    await scene.tap(boss.user, f"1:alert~{raised.id}:seen")
    assert [one.state for one in await every(scene)] == ["taken"]


async def test_c8_forgotten_with_an_open_alert_it_goes_on_until_it_is_seen(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.say(one.user, DANGER)
    await scene.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        await scene.tap(one.user, f"1:forget~:{value}")
    seen = await fire(scene, (erasing.TIMER,)) + await fire(scene, (erasing.TIMER,))
    assert "had everything erased" in to(seen, carer.user)
    (left,) = await every(scene)
    assert left.carers == (carer.therapist,) and await words(scene) == []
    scene.now += timedelta(hours=5)
    assert "not seen yet" in to(await fire(scene), carer.user)
    assert "Safety flag" in to(await scene.say(carer.user, "/digest"), carer.user)
    stranger = scene.parties["B"]
    await scene.tap(stranger.user, f"1:alert~{left.id}:seen")
    assert [one.id for one in await every(scene)] == [left.id]
    await scene.tap(carer.user, f"1:alert~{left.id}:seen")
    assert await every(scene) == []


async def test_c8_after_thirty_days_nothing_of_an_erased_client_is_left(watched: Scene) -> None:
    scene, one = watched, watched.parties["A1"]
    await scene.say(one.user, DANGER)
    await scene.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        await scene.tap(one.user, f"1:forget~:{value}")
    await fire(scene, (erasing.TIMER,))
    await fire(scene, (erasing.TIMER,))
    scene.now += timedelta(days=29)
    await fire(scene)
    assert len(await every(scene)) == 1
    scene.now += timedelta(days=2)
    await fire(scene)
    assert await every(scene) == []


async def test_c7_the_client_reads_their_own_plan_and_the_therapist_does_not(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    async with scene.looking() as unit:
        kept = await safety_plans.of_client(unit, one.client or "")
        await safety_plans.keep(
            unit, one.client or "", replace(kept, lines={plans.PARTS[0]: "zqplanzq"})
        )
    assert "zqplanzq" in to(await scene.say(one.user, DANGER), one.user)
    (raised,) = await every(scene)
    shown = await scene.tap(carer.user, f"1:alert~{raised.id}:shown")
    assert "Help now" in to(shown, carer.user) and "zqplanzq" not in to(shown, carer.user)


# Whoever cares changes ----------------------------------------------------------------------------


async def test_c8_who_takes_over_is_told_of_what_is_open(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    new = scene.parties["B"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    asked = await scene.tap(carer.user, f"1:care~{one.client}:next")
    await scene.press(carer.user, asked, f"Dr {new.word}")
    await scene.heir_says(new.user, one, "yes")
    await scene.tap(new.user, f"1:alert~{raised.id}:show")
    assert not await fire(scene), "nothing before the client agrees"
    await scene.about_carer(one, "with")
    heard = await fire(scene)
    assert "Safety flag" in to(heard, new.user) and not to(heard, carer.user)
    assert "zqwordzq" in to(await scene.tap(new.user, f"1:alert~{raised.id}:show"), new.user)
    shown = await scene.tap(carer.user, f"1:alert~{raised.id}:show")
    assert "zqwordzq" not in to(shown, carer.user)
    scene.now += timedelta(hours=1)
    assert to(await fire(scene), new.user).count("not seen yet") == 1


async def test_c8_who_stands_in_is_told_of_what_is_open_and_reads_only_that(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    cover = scene.parties["B"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    scene.now += timedelta(minutes=1)
    async with scene.looking() as unit:
        lead, other = [
            found
            for party in (carer, cover)
            if (found := await people.therapist_by_id(unit, party.therapist or ""))
        ]
        until = unit.now + DAY
        await covering.ask(unit, scene.house, lead, other, until, lambda _: ())
        await covering.agree(unit, scene.house, other, lead)
    await scene.deliver()
    assert "Safety flag" in to(await fire(scene), cover.user)
    assert "zqwordzq" in to(await scene.tap(cover.user, f"1:alert~{raised.id}:show"), cover.user)
    heard = await scene.tap(cover.user, f"1:ent~{one.ids['entry']}:open")
    assert one.word not in to(heard, cover.user)


async def test_c8_an_alert_nobody_cares_for_any_more_goes_to_the_operator_at_once(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    boss = await scene.therapist("operator", 7171)
    async with scene.looking() as unit:
        who = (await people.actor(unit, boss.user)).person
        scene.house = replace(scene.house, operator=who.id if who else None)
    scene.router = Router(scene.house, ("en",))
    await scene.say(one.user, DANGER)
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, carer.therapist or "")
    await scene.deliver()
    heard = await fire(scene)
    assert to(heard, boss.user).count("no therapist here who could look at it") == 1
    assert not to(heard, carer.user)
    scene.now += timedelta(hours=25)
    assert "looked at by:" not in to(await fire(scene), boss.user)


async def test_p11_an_alert_as_old_as_that_goes_with_its_client(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.say(one.user, DANGER)
    scene.now += timedelta(days=31)
    await fire(scene)
    await scene.say(one.user, "/forget")
    for value in ("once", "twice", "erase"):
        await scene.tap(one.user, f"1:forget~:{value}")
    await fire(scene, (erasing.TIMER,))
    seen = await fire(scene, (erasing.TIMER,))
    assert await every(scene) == [] and "safety flag" not in to(seen, carer.user)


async def test_c8_who_takes_over_hears_of_flags_that_the_one_before_expected(
    watched: Scene,
) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    new = scene.parties["B"]
    await scene.tap(carer.user, f"1:page~{one.client}:expected.on")
    asked = await scene.tap(carer.user, f"1:care~{one.client}:next")
    await scene.press(carer.user, asked, f"Dr {new.word}")
    await scene.heir_says(new.user, one, "yes")
    await scene.about_carer(one, "with")
    heard = await scene.say(one.user, DANGER)
    assert "Safety flag" in to(heard, new.user) and len(await every(scene)) == 1


async def test_c8_a_call_that_is_asked_for_again_later_is_told_again(watched: Scene) -> None:
    scene, one, carer = watched, watched.parties["A1"], watched.parties["A"]
    await scene.say(one.user, DANGER)
    (raised,) = await every(scene)
    for told in (1, 0):
        heard = await scene.tap(one.user, f"1:flag~{raised.id}:call")
        assert to(heard, carer.user).count("would like a call") == told
    scene.now += 3 * DAY
    heard = await scene.tap(one.user, f"1:flag~{raised.id}:call")
    assert "would like a call" in to(heard, carer.user)


async def test_c7_numbers_are_shown_also_where_the_alert_could_not_be_written(
    watched: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise LookupError

    monkeypatch.setattr(alerts, "add", broken)
    one = watched.parties["A1"]
    assert "116 123" in to(await watched.say(one.user, DANGER), one.user)


async def test_c7_words_of_an_update_that_broke_raise_an_alert_all_the_same(
    watched: Scene,
) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    incoming = watched.message(one.user, DANGER)
    async with watched.looking() as unit:
        await apologiser(watched.house)(unit, incoming)
    heard = await watched.deliver()
    assert "Something went wrong" in to(heard, one.user) and "116 123" in to(heard, one.user)
    assert "Safety flag" in to(heard, carer.user) and len(await every(watched)) == 1


async def test_x11_what_stands_under_help_is_heard_in_a_flood(watched: Scene) -> None:
    one, carer = watched.parties["A1"], watched.parties["A"]
    await watched.say(one.user, DANGER)
    (raised,) = await every(watched)
    watched.router = Router(watched.house, ("en",), Limits(20, 1))
    await watched.say(one.user, "again")
    heard = await watched.tap(one.user, f"1:flag~{raised.id}:call")
    assert "would like a call" in to(heard, carer.user)
    assert "911" in to(await watched.tap(one.user, "1:crisis~:c.US"), one.user)
    await watched.tap(one.user, "1:set~tidy:on")
    assert "a lot at once" in watched.notice
