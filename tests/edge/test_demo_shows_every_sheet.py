"""The demo plays every shipped sheet: in its first story, or under "More to see"."""

import json
from importlib.resources import files
from typing import Any

from homework import packaged

PAGE = files("bot.demo").joinpath("page")
SHEETS = {sheet.title: sheet for sheet in packaged.worksheets().values()}
FORMS = {"Full": "full", "Light": "light", "One minute": "minute"}


def told(name: str) -> dict[str, Any]:
    return json.loads(PAGE.joinpath(name).read_text(encoding="utf-8"))


def test_every_sheet_is_played() -> None:
    chapters = told("chapters.json")["chapters"]
    acts = [act for chapter in told("story.json")["chapters"] for act in chapter["acts"]]
    in_the_story = {act.get("label") for act in acts}
    played = {chapter["sheet"] for chapter in chapters} | in_the_story
    assert not SHEETS.keys() - played


def test_a_chapter_is_about_a_sheet_in_a_form_that_it_has() -> None:
    chapters = told("chapters.json")["chapters"]
    assert len({chapter["id"] for chapter in chapters}) == len(chapters)
    for chapter in chapters:
        assert FORMS[chapter["form"]] in SHEETS[chapter["sheet"]].variants
        asked = [words for act in chapter["acts"] for words in said(act.get("asks"))]
        steps = SHEETS[chapter["sheet"]].steps
        assert any(words in step.prompt for step in steps for words in asked), chapter["id"]


def said(asks: str | list[str] | None) -> list[str]:
    return [asks] if isinstance(asks, str) else asks or []
