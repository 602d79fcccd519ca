"""What a therapist reads, marks and looks for: each entry once, each press once, nothing kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from conversations.markup import plain
from conversations.session import Asked, Json, Session
from homework import remarking, repeating
from homework.ids import new_id
from homework.store import alerts, assignments, entries, occurrences, people, remarks, sessions
from homework.store.entries import Written
from homework.store.sessions import Held
from homework.store.tables import care
from homework.store.timers import Timer
from tests.support.scene import Heard, Scene

SECRET = "zqkeptzq"


def told(seen: list[Heard], user: int) -> str:
    return "\n".join(one.whole for one in seen if one.user == user)


async def later(scene: Scene, entry: str) -> list[Heard]:
    """What is told when it is time to tell what was left at an entry."""
    async with scene.looking() as unit:
        fired = [Timer(new_id(scene.now), scene.now, remarking.TIMER, entry, 0)]
        await remarking.remarks_due(unit, scene.house, fired)
    return await scene.deliver()


async def point(scene: Scene, ago: timedelta, answers: Mapping[str, Json]) -> str:
    """Write a point of a series of A1, unread; return its row id."""
    one = scene.parties["A1"]
    at, ref = scene.now - ago, scene.house.shelf.newest["self_monitoring"]
    key = new_id(at)
    assert one.client is not None
    session = Session(key, one.client, ref, "full", "main", "done", Asked(key[-16:], None), at)
    async with scene.looking() as unit:
        held = Held(session, one.ids["person"], None, None, "worksheet", None, 1, None, "sent", at)
        await sessions.insert(unit, held)
        body: dict[str, Json] = {
            "answers": dict(answers),
            "names": dict.fromkeys(answers, "tense"),
        }
        written = Written(
            id=key, client=one.client, session=key, assignment=one.ids["active"], occurrence=None,
            worksheet=ref.id, variant="full", state="done", sharing="all", body=body, began_at=at,
            closed_at=at,
        )  # fmt: skip
        await entries.add(unit, written)
    return key


def first_scale(scene: Scene) -> str:
    sheet = scene.house.shelf.worksheet(scene.house.shelf.newest["self_monitoring"])
    return next(step.id for step in sheet.steps if step.kind == "scale")


async def test_a_point_that_waited_for_over_a_week_is_read_once(scene: Scene) -> None:
    step, carer = first_scale(scene), scene.parties["A"]
    old = await point(scene, timedelta(days=10), {step: 7})
    new = await point(scene, timedelta(hours=1), {step: 3})
    seen = told(await scene.say(carer.user, "/review"), carer.user)
    assert "tense 7" in seen and "tense 3" in seen
    async with scene.looking() as unit:
        found = await entries.by_ids(unit, scene.parties["A1"].client or "", [old, new])
    assert all(one.read_at for one in found)


async def test_a_comment_is_on_what_was_rated_by_its_agreed_name(scene: Scene) -> None:
    carer = scene.parties["A"]
    key = await point(scene, timedelta(hours=1), {first_scale(scene): 3})
    seen = await scene.tap(carer.user, f"1:rev~{key}:say")
    assert "tense" in told(seen, carer.user) and "{name}" not in told(seen, carer.user)
    seen = await scene.press(carer.user, seen, "tense")
    assert "tense" in told(seen, carer.user)
    await scene.say(carer.user, "What was it then?")
    async with scene.looking() as unit:
        (left,) = await remarks.at_entry(unit, key)
    assert (left.step, left.text) == (first_scale(scene), "What was it then?")


@pytest.mark.parametrize("value", ["s.99", "s.x", "s.situation"])
async def test_a_step_that_is_not_there_cannot_be_commented_on(scene: Scene, value: str) -> None:
    carer, key = scene.parties["A"], scene.parties["A1"].ids["entry"]
    assert not await scene.tap(carer.user, f"1:rev~{key}:{value}")
    assert scene.notice


async def test_a_mark_pressed_twice_stands_and_is_told_once(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    well = f"1:rev~{one.ids['entry']}:well"
    seen = [*await scene.tap(carer.user, well), *await scene.tap(carer.user, well)]
    assert "well spotted" not in told(seen, one.user)
    seen = await later(scene, one.ids["entry"])
    assert told(seen, one.user).count("well spotted") == 1
    assert not await later(scene, one.ids["entry"])
    async with scene.looking() as unit:
        kinds = [each.kind for each in await remarks.at_entry(unit, one.ids["entry"])]
    assert kinds.count(remarks.WELL) == 1
    await scene.tap(carer.user, f"{well}.off")
    async with scene.looking() as unit:
        kinds = [each.kind for each in await remarks.at_entry(unit, one.ids["entry"])]
    assert remarks.WELL not in kinds


async def test_many_comments_ring_once_and_the_first_line_names_nobody(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    key = one.ids["entry"]
    await later(scene, key)
    for number in range(20):
        await scene.tap(carer.user, f"1:rev~{key}:s.")
        seen = await scene.say(carer.user, f"comment {number}")
        assert not told(seen, one.user)
    seen = [each for each in await later(scene, key) if each.user == one.user]
    assert len(seen) == 1 and "comment 0" in seen[0].html and "comment 19" in seen[0].html
    assert len([button for button in seen[0].buttons if "rem~" in button.data]) == 20
    first = plain(seen[0].html)[:60]
    assert "Dr" not in first and "sheet" not in first and "comment" not in first


async def test_a_mark_that_was_taken_away_is_told_to_nobody(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    await later(scene, one.ids["entry"])
    await scene.tap(carer.user, f"1:rev~{one.ids['entry']}:well")
    await scene.tap(carer.user, f"1:rev~{one.ids['entry']}:well.off")
    assert not await later(scene, one.ids["entry"])


async def test_an_answer_is_told_to_others_as_that_to_a_colleagues_comment(scene: Scene) -> None:
    one, carer, other = scene.parties["A1"], scene.parties["A"], scene.parties["B"]
    row = {"id": new_id(scene.now), "client_id": one.client, "role": "cover"}
    row |= {"therapist_id": other.therapist, "since": scene.now}
    row |= {"until": scene.now.replace(year=2028)}
    async with scene.looking() as unit:
        await unit.conn.execute(care.insert(), [row])
    await later(scene, one.ids["entry"])
    await scene.tap(carer.user, f"1:rev~{one.ids['entry']}:s.")
    await scene.say(carer.user, "a question")
    seen = await later(scene, one.ids["entry"])
    await scene.press(one.user, seen, "Answer")
    seen = await scene.say(one.user, "an answer")
    assert "answers your comment" in told(seen, carer.user)
    assert "answers the comment of" in told(seen, other.user)
    assert "your comment" not in told(seen, other.user)


@pytest.mark.parametrize("value", ["well", "say", "s."])
async def test_nobody_says_to_a_client_that_they_read_what_is_kept(
    scene: Scene, value: str
) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    async with scene.looking() as unit:
        await entries.share(unit, one.ids["entry"], "nothing", unread=False)
    seen = told(await scene.tap(carer.user, f"1:ent~{one.ids['entry']}:open"), carer.user)
    assert "For the session" in seen and "Well spotted" not in seen and "Comment" not in seen
    assert not await scene.tap(carer.user, f"1:rev~{one.ids['entry']}:{value}")
    assert scene.notice


async def test_nothing_of_a_kept_entry_is_told_anywhere(scene: Scene) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    async with scene.looking() as unit:
        written = await entries.own(unit, one.ids["entry"], one.client or "")
        assert written is not None
        answers: dict[str, Json] = {
            "situation": SECRET,
            "moods": [{"name": SECRET, "rating": 87}],
            "thoughts": [SECRET],
        }
        wrap: dict[str, Json] = {"asks": ["way"], "said": {"way": SECRET}}
        body = {**written.body, "answers": answers, "notes": [SECRET], "wrap": wrap}
        await entries.annotate(unit, replace(written, body=body), unread=True)
        await entries.share(unit, written.id, "nothing", unread=True)
    seen: list[Heard] = []
    for data in (
        f"client~{one.client}:page",
        f"brief~{one.client}:d7",
        f"brief~{one.client}:d28",
        f"traced~{one.ids['active']}:d28",
        f"ent~{one.ids['entry']}:open",
        f"ent~{one.ids['entry']}:points",
        f"rev~{one.ids['entry']}:say",
        f"rev~{one.ids['entry']}:s.0",
        f"rev~{one.ids['entry']}:discuss",
        f"rev~{one.ids['entry']}:next",
        f"cpic~{one.client}:menu",
    ):
        seen += await scene.tap(carer.user, f"1:{data}")
    for command in ("/review", "/digest", "/clients", "/brief", "/start"):
        seen += await scene.say(carer.user, command)
    assert "keep the words" in told(seen, carer.user)
    assert SECRET not in told(seen, carer.user) and "87" not in told(seen, carer.user)


async def test_more_of_what_was_looked_for_is_more_of_it(scene: Scene) -> None:
    carer = scene.parties["A"]
    async with scene.looking() as unit:
        for number in range(45):
            name = f"Owl {number:02}" if number % 2 else f"Bat {number:02}"
            await people.add_client(unit, carer.therapist or "", name, is_self=False)
    seen = await scene.say(carer.user, "/clients owl")
    names = [button.label for one in seen for button in one.buttons]
    seen = await scene.press(carer.user, seen, "More")
    names += [button.label for one in seen for button in one.buttons]
    assert not [name for name in names if name.startswith("Bat")]
    assert len({name for name in names if name.startswith("Owl")}) == 22


@pytest.mark.parametrize("name", ["brief", "assign", "nudge", "report", "export", "session"])
async def test_nobody_is_left_out_where_a_command_asks_for_whom(scene: Scene, name: str) -> None:
    carer = scene.parties["A"]
    async with scene.looking() as unit:
        for number in range(45):
            code = f"Owl {number:02}"
            key = await people.add_client(unit, carer.therapist or "", code, is_self=False)
            await people.change_client(unit, key, state="active", zone="Europe/London")
    seen = await scene.say(carer.user, f"/{name}")
    found: set[str] = set()
    for _ in range(2):
        found |= {button.label for one in seen for button in one.buttons}
        seen = await scene.press(carer.user, seen, "More")
    found |= {button.label for one in seen for button in one.buttons}
    assert len([label for label in found if label.startswith("Owl")]) == 45
    seen = await scene.say(carer.user, "owl 4")
    labels = [button.label for one in seen for button in one.buttons]
    owls = [label for label in labels if label.startswith("Owl")]
    assert owls == [f"Owl {number}" for number in range(40, 45)]


async def test_what_is_enough_for_one_client_is_not_taken_over_for_another(scene: Scene) -> None:
    carer, clients = scene.parties["A"], [scene.parties[name] for name in ("A1", "A2")]
    await scene.say(carer.user, f"enough {SECRET}")
    both = [await scene.client(one.client or "") for one in clients]
    async with scene.looking() as unit:
        found = await assignments.by_ids(unit, [clients[0].ids["active"]])
        earlier = replace(found[clients[0].ids["active"]], id=carer.ids["session_form"])
        again = [await repeating.answers_for(unit, earlier, one) for one in both]
    assert again[0] and again[0]["enough"] == f"enough {SECRET}"
    assert again[1] and again[1]["worksheet"] and SECRET not in str(again[1])


@pytest.mark.parametrize("state", ["active", "ended"])
async def test_a_suggestion_is_of_what_is_set_now(scene: Scene, state: str) -> None:
    one, carer = scene.parties["A1"], scene.parties["A"]
    async with scene.looking() as unit:
        before = await occurrences.by_id(unit, one.ids["occ"])
        assert before is not None
        days = [scene.now - timedelta(days=number) for number in (2, 3, 4)]
        skipped = [
            replace(
                before, id=new_id(at), local_date=at.date(), planned_at=at, closed_at=at,
                state="skipped", reason="unwell",
            )
            for at in days
        ]  # fmt: skip
        await occurrences.add(unit, skipped)
        await assignments.change(unit, one.ids["active"], state=state)
    seen = told(await scene.tap(carer.user, f"1:brief~{one.client}:d7"), carer.user)
    assert "unwell 3 ×" in seen
    assert ("Offer a pause?" in seen) is (state == "active")


async def test_nobody_is_asked_by_hand_while_their_prompts_wait_for_an_alert(scene: Scene) -> None:
    carer, one = scene.parties["A"], scene.parties["A1"]
    async with scene.looking() as unit:
        client = await people.client_by_id(unit, one.client or "")
        assert client is not None
        await alerts.add(unit, client, scene.now + timedelta(days=1))
    seen = await scene.tap(carer.user, f"1:nudge~{one.client}:go")
    assert "There is an open safety flag about" in told(seen, carer.user)
    assert told(seen, one.user) == ""


# /review of some ----------------------------------------------------------------------------------


async def unread(scene: Scene, *names: str) -> None:
    """Let every entry of these clients wait, and none of anybody else."""
    mine = [scene.parties[name].client for name in names]
    async with scene.looking() as unit:
        for one in scene.parties.values():
            found = await entries.of_client(unit, one.client or "")
            for carer in await people.therapists_of(unit, one.client or ""):
                keys = [each.id for each in found]
                await entries.mark_read(unit, carer.id, one.client or "", keys)
            for each in found if one.client in mine else ():
                await entries.annotate(unit, each, unread=True)


def owner(scene: Scene, seen: list[Heard]) -> str:
    """Whose entry a therapist was shown: what only they wrote stands in it."""
    said = told(seen, scene.parties["A"].user)
    return next((name for name in ("A1", "A2", "B1") if scene.parties[name].word in said), "")


async def code_name(scene: Scene, name: str) -> str:
    async with scene.looking() as unit:
        found = await people.client_by_id(unit, scene.parties[name].client or "")
    assert found is not None
    return found.code_name


async def test_a_review_of_one_client_opens_no_entry_of_another(scene: Scene) -> None:
    user, last = scene.parties["A"].user, await code_name(scene, "A2")
    await unread(scene, "A1", "A2")
    assert owner(scene, await scene.say(user, f"/review {last.lower()}")) == "A2"
    pressed = f"1:rev~{scene.parties['A2'].ids['entry']}:next?{last}"
    shown = [told(await scene.tap(user, pressed), user) for _ in range(5)]
    assert not any(scene.parties["A1"].word in said for said in shown)
    assert "Nothing of" in shown[-1] and "All that waits" in shown[-1]
    assert owner(scene, await scene.say(user, "/review")) == "A1"


async def test_a_mark_keeps_of_whom_the_next_entry_is_looked_for(scene: Scene) -> None:
    user, last = scene.parties["A"].user, await code_name(scene, "A2")
    await unread(scene, "A1")
    one = scene.parties["A2"].ids["entry"]
    seen = await scene.tap(user, f"1:rev~{one}:well?{last}")
    assert "All that waits" in told(seen, user)
    seen = await scene.tap(user, f"1:rev~{one}:well.off")
    assert "All that waits" not in told(seen, user)


async def test_of_who_is_not_theirs_a_review_says_that_there_is_nobody(scene: Scene) -> None:
    user, foreign = scene.parties["A"].user, await code_name(scene, "B1")
    await unread(scene, "A1", "B1")
    seen = await scene.say(user, f"/review {foreign}")
    assert "No client of yours is called like" in told(seen, user)
    seen = await scene.say(user, (await code_name(scene, "A1"))[1:])
    assert owner(scene, seen) == "A1", "a part of another name, typed behind that"
    seen = await scene.tap(user, f"1:rev~{scene.parties['A1'].ids['entry']}:next?{foreign}")
    assert owner(scene, seen) == ""


async def test_a_review_goes_on_with_the_same_client_though_a_name_is_long(scene: Scene) -> None:
    user = scene.parties["A"].user
    for name, code in (("A1", "Somebody from far up north"), ("A2", "Somebody from far ")):
        async with scene.looking() as unit:
            await people.rename_client(unit, scene.parties[name].client or "", code.strip())
    await unread(scene, "A1", "A2")
    seen = await scene.say(user, "/review Somebody from far up north")
    assert owner(scene, seen) == "A1"
    seen = await scene.press(user, seen, "Well spotted")
    assert "All that waits" in told(seen, user) and "Next" not in told(seen, user)
