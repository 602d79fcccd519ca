"""A template is one therapist's own: nobody else fills a form with it, and it goes when they go."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from bot.handlers.therapist_whom import short
from bot.routing import FORMS
from conversations.session import Json, Option
from homework import beginning, joining, repeating, templating
from homework.collecting import Desk
from homework.store import assignments, people, templates
from tests.support.given_work import assignment
from tests.support.scene import SHEET, Heard, Scene

CANARY = "zqtemplatezq"
ANSWERS: dict[str, Json] = {
    "worksheet": SHEET,
    "variant": "full",
    "why": f"{CANARY} says why",
    "enough": None,
    "rhythm": "dates",
    "time": "18:00",
    "window": "day",
    "reminder": "none",
    "weeks": "2",
    "sharing": "all",
}


async def fill(scene: Scene, by: str, whose: str, client: str) -> list[Heard]:
    """A therapist presses a template of somebody's, for a client."""
    key, of = scene.parties[whose].ids["template"], scene.parties[client].client or ""
    return await scene.tap(scene.parties[by].user, f"1:fill~{key}:{short(of)}")


@pytest.mark.parametrize(
    ("by", "whose", "client"), [("B", "A1", "B1"), ("A", "A1", "B1"), ("A", "B1", "A1")]
)
async def test_a_form_is_not_filled_for_or_with_what_is_not_theirs(
    scene: Scene, by: str, whose: str, client: str
) -> None:
    heard = await fill(scene, by, whose, client)
    assert not [one for one in heard if "3 of" in one.html or "says why" in one.html]
    assert scene.parties[scene.parties[whose].carer or ""].word not in "".join(
        one.html for one in heard if one.user != scene.parties["A"].user
    )


async def test_a_form_is_filled_with_ones_own_for_ones_own(scene: Scene) -> None:
    heard = await fill(scene, "A", "A1", "A2")
    assert any(one.user == scene.parties["A"].user and one.html for one in heard)
    async with scene.looking() as unit:
        who = await people.actor(unit, scene.parties["A"].user)
        assert who.person is not None and who.therapist is not None
        desk = Desk(unit, scene.house, FORMS)
        await desk.load([who.person.id])
        session = desk.held[who.person.id].session
        assert session.client == scene.parties["A2"].client
        assert session.answers["worksheet"] == SHEET
        first = (await templates.of_therapist(unit, who.therapist.id))[0]
    assert first.id == scene.parties["A1"].ids["template"], "what was used last comes first"


async def test_days_and_words_of_one_client_are_kept_in_no_template_unasked(scene: Scene) -> None:
    """Nor are the words, where they are left out; and on the disk nothing of it is readable."""
    one = scene.parties["A1"]
    async with scene.looking() as unit:
        who = await people.actor(unit, scene.parties["A"].user)
        client = await people.client_by_id(unit, one.client or "")
        assert who.person is not None and who.therapist is not None and client is not None
        handed = {"worksheet": SHEET, "variant": "full"}
        desk = Desk(unit, scene.house, FORMS)
        days = [f"2027-03-{day:02}" for day in (2, 4)]
        options = {key: (Option(value, value),) for key, value in handed.items()}
        options["dates"] = tuple(Option(day, day) for day in days)
        given = {**ANSWERS, "dates": days}
        held = await beginning.begin_form(
            desk, who.person, client.id, templating.FORM, options, given
        )
        await desk.flush()
        draft = replace(
            assignment(scene, one, who.therapist.id, f"{CANARY} says why", ""), id=held.session.id
        )
        await assignments.add(unit, draft, [])
        found = await repeating.answers_for(unit, draft, client)
        assert found is not None and found["dates"] == days
        assert await templating.answers_of(unit, draft, client) == ANSWERS
        bare = await templating.answers_of(unit, draft, client, words=False)
        assert bare == {key: v for key, v in ANSWERS.items() if key not in ("why", "enough")}
        await templating.keep(unit, who.therapist, draft, ANSWERS, CANARY)
    assert CANARY.encode() not in scene.db.file.read_bytes()


async def test_who_is_removed_leaves_no_template(scene: Scene) -> None:
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, scene.parties["A"].therapist or "")
    with closing(sqlite3.connect(scene.db.file)) as raw:
        owners = {row[0] for row in raw.execute("SELECT therapist_id FROM template")}
    assert owners == {scene.parties["B"].therapist}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Before   we meet ", "Before we meet"), ("...", None), ("", None), ("x" * 41, None)],
)
def test_a_name_says_something_and_is_short(typed: str, kept: str | None) -> None:
    assert templating.named(typed) == kept
