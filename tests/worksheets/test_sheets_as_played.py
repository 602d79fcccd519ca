"""Every shipped sheet, in every form and on every usual way through it, says what the files say.

`UPDATE_TRANSCRIPTS=1` writes them anew, for a person to read.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from conversations.model import Worksheet
from conversations.path import visible_path
from conversations.session import Variant
from homework import packaged
from tests.support.sheet_player import Evening
from tests.support.sheet_ways import WAYS, straight

HERE = Path(__file__).parent
SHEETS = packaged.worksheets()
FORMS = [(name, form) for name in sorted(SHEETS) for form in SHEETS[name].variants]
OTHERS = [locale for locale in packaged.locales() if locale != packaged.ENGLISH]
Reply = tuple[str, ...]
SHORTEST = [(name, locale) for name in sorted(SHEETS) for locale in OTHERS]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_a_form_is_played_in_every_way(name: str, form: Variant) -> None:
    whole = straight(Evening(SHEETS[name], form, packaged.texts("en", strict=True)))
    told = [f"# {SHEETS[name].title}: {form}", ""]
    for title, way in WAYS.items():
        evening = Evening(SHEETS[name], form, packaged.texts("en", strict=True))
        lines = way(evening)
        assert evening.talk.session.status == "done"
        if lines == whole and way is not straight:  # a single question leaves no room for it
            continue
        told += [f"== {title} ==", *(lines if way is straight else differing(lines, whole)), ""]
    holds(HERE / "en" / f"{name}.{form}.txt", told)


@pytest.mark.parametrize(("name", "locale"), SHORTEST)
def test_the_shortest_form_is_played_in_every_language(name: str, locale: str) -> None:
    sheet = in_words_of(locale, name)
    evening = Evening(sheet, sheet.variants[-1], packaged.texts(locale, strict=True))
    lines = straight(evening)
    assert evening.talk.session.status == "done"
    holds(HERE / locale / f"{name}.txt", [f"# {sheet.title}: {sheet.variants[-1]}", "", *lines])


def in_words_of(locale: str, name: str) -> Worksheet:
    return packaged.in_other_words(name)[locale]


def differing(lines: list[str], whole: list[str]) -> list[str]:
    """Return a way without what is said alike in the straight one: `…` stands for that."""
    known = list(exchanges(whole))
    answers = {reply for _, reply in known}
    told: list[str] = []
    left_out: Reply | None = None
    for said, reply in exchanges(lines):
        if (said, reply) in known:
            left_out = reply
            continue
        if left_out is not None:
            told += ["…", *left_out]
            left_out = None
        told += [*said, *(["    …"] if reply in answers else reply)]
    return [*told, *(["…"] if left_out is not None else [])]


def exchanges(lines: list[str]) -> Iterator[tuple[Reply, Reply]]:
    """Yield what is done, and what is shown after it."""
    said, shown = list[str](), list[str]()
    for line in lines:
        if line.startswith("    "):
            shown.append(line)
            continue
        if shown:
            yield tuple(said), tuple(shown)
            said, shown = [], []
        said.append(line)
    yield tuple(said), tuple(shown)


def holds(path: Path, told: list[str]) -> None:
    text = "\n".join(told).strip() + "\n"
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path.name} is not written yet"
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("barrier", "asks"), [("nothing", False), ("time", True)])
def test_who_had_nothing_in_the_way_is_not_asked_for_more_about_it(
    barrier: str, asks: bool
) -> None:
    sheet = SHEETS["action_plan"]
    session = replace(
        Evening(sheet, "full", packaged.texts("en", strict=True)).talk.session,
        stage="checkin",
        answers={"did": "part", "barrier": barrier},
    )
    assert (sheet.by_id["barrier_words"] in visible_path(sheet, session)) is asks


def test_every_file_is_of_a_sheet() -> None:
    told = {HERE / "en" / f"{name}.{form}.txt" for name, form in FORMS}
    told |= {HERE / locale / f"{name}.txt" for name, locale in SHORTEST}
    assert set(HERE.glob("*/*.txt")) == told
