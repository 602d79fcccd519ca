"""C2: the client's own safety plan and the therapist's words: shown by /crisis to its owner only,
agreed to before it counts, and pinned anew when something in it changes."""

from homework import packaged
from homework.safety import plans
from homework.safety.plans import NONE, PARTS, SafetyPlan
from tests.support.scene import Heard, Scene

SIGNS, OWN = "when zqplanzq comes", "zqownzq instead"
MINE = "That is my plan"


def said(heard: list[Heard], user: int) -> str:
    return "\n".join(one.whole for one in heard if one.user == user)


async def plan_of(scene: Scene) -> list[Heard]:
    """The therapist writes a part and shows it."""
    carer, me = scene.parties["A"], scene.parties["A1"]
    await scene.tap(carer.user, f"1:plan~{me.client}:signs")
    await scene.say(carer.user, SIGNS)
    return await scene.tap(carer.user, f"1:plan~{me.client}:tell")


async def test_c2_what_a_therapist_wrote_counts_once_its_owner_agreed(scene: Scene) -> None:
    carer, me = scene.parties["A"], scene.parties["A1"]
    told = await plan_of(scene)
    assert "page for bad hours" in said(told, me.user)
    assert SIGNS not in said(await scene.say(me.user, "/crisis"), me.user)
    seen = await scene.tap(me.user, "1:myplan~:show")
    assert SIGNS in said(seen, me.user)
    heard = await scene.press(me.user, seen, MINE)
    (pinned,) = [one for one in heard if one.user == me.user and one.kind == "crisis"]
    assert SIGNS in pinned.html and pinned.html.index("999") < pinned.html.index(SIGNS)
    assert SIGNS in said(await scene.say(me.user, "/crisis"), me.user)
    for other in ("A2", "B1", "A", "B"):
        user = scene.parties[other].user
        assert SIGNS not in said(await scene.say(user, "/crisis"), user)
    assert "opened your safety plan" not in said(await scene.say(me.user, "/privacy"), me.user)
    await scene.tap(carer.user, f"1:plan~{me.client}:show")
    assert "opened your safety plan" in said(await scene.say(me.user, "/privacy"), me.user)


async def test_c2_a_plan_that_was_changed_since_it_was_read_is_shown_again(scene: Scene) -> None:
    carer, me = scene.parties["A"], scene.parties["A1"]
    await plan_of(scene)
    read = await scene.tap(me.user, "1:myplan~:show")
    await scene.tap(carer.user, f"1:plan~{me.client}:helps")
    await scene.say(carer.user, "zqunreadzq")
    shown = await scene.press(me.user, read, MINE)
    assert "zqunreadzq" in said(shown, me.user)
    assert "zqunreadzq" not in said(await scene.say(me.user, "/crisis"), me.user)
    await scene.press(me.user, shown, MINE)
    assert "zqunreadzq" in said(await scene.say(me.user, "/crisis"), me.user)


async def test_c2_its_owner_may_change_every_line(scene: Scene) -> None:
    me = scene.parties["A1"]
    await plan_of(scene)
    await scene.press(me.user, await scene.tap(me.user, "1:myplan~:show"), MINE)
    await scene.tap(me.user, "1:myplan~:signs")
    heard = await scene.say(me.user, OWN)
    assert [one for one in heard if one.kind == "crisis" and OWN in one.html]
    shown = said(await scene.say(me.user, "/crisis"), me.user)
    assert OWN in shown and SIGNS not in shown
    await scene.tap(me.user, "1:myplan~:signs")
    await scene.say(me.user, "-")
    assert "Your own plan" not in said(await scene.say(me.user, "/crisis"), me.user)


async def test_c2_the_words_for_after_hours_are_shown_and_pinned_anew(scene: Scene) -> None:
    carer, me, other = scene.parties["A"], scene.parties["A1"], scene.parties["B1"]
    await scene.tap(carer.user, "1:tset~after:ask")
    heard = await scene.say(carer.user, "Ring Dr Zqnightzq")
    pinned = {one.user for one in heard if one.kind == "crisis" and "Zqnightzq" in one.html}
    assert me.user in pinned and other.user not in pinned
    shown = said(await scene.say(me.user, "/crisis"), me.user)
    assert "for outside working hours" in shown and "Zqnightzq" in shown
    assert "Zqnightzq" not in said(await scene.say(other.user, "/crisis"), other.user)


async def test_c2_another_country_is_pinned_anew_with_the_plan(scene: Scene) -> None:
    me = scene.parties["A1"]
    await plan_of(scene)
    await scene.press(me.user, await scene.tap(me.user, "1:myplan~:show"), MINE)
    heard = await scene.tap(me.user, "1:set~cc:US")
    (pinned,) = [one for one in heard if one.kind == "crisis" and one.user == me.user]
    assert "911" in pinned.html and SIGNS in pinned.html


async def test_c2_nothing_too_long_is_taken(scene: Scene) -> None:
    me = scene.parties["A1"]
    await scene.tap(me.user, "1:myplan~:helps")
    await scene.say(me.user, "x" * (plans.PART_LIMIT + 1))
    assert "xxx" not in said(await scene.say(me.user, "/crisis"), me.user)


def test_a_plan_is_kept_as_it_was() -> None:
    plan = SafetyPlan({"signs": "a", "safe": "b"}, {"signs": "c"})
    assert plans.from_json(plans.to_json(plan)) == plan
    assert plans.from_json(plans.to_json(NONE)) == NONE
    whole = SafetyPlan(dict.fromkeys(PARTS, "x" * plans.PART_LIMIT))
    texts = packaged.texts("en", strict=True)
    assert len(plans.words(texts, whole.lines)) <= 1800


def test_the_owners_words_win_over_those_that_wait() -> None:
    plan = plans.proposed(SafetyPlan({"signs": "a"}), "helps", "b")
    assert plan.lines == {"signs": "a"} and plan.newest == {"signs": "a", "helps": "b"}
    plan = plans.written(plan, "signs", "mine")
    assert plan.lines == {"signs": "mine"} and plan.newest["signs"] == "mine"
    assert plans.agreed(plan) == SafetyPlan({"signs": "mine", "helps": "b"})
