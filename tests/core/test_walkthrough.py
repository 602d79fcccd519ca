"""A look at a sheet shows every question a client could be asked on one way through it."""

from datetime import UTC, datetime

import pytest

from conversations.markup import plain
from conversations.model import Worksheet
from conversations.session import Variant
from conversations.walkthrough import MOST, screens
from homework import packaged

NOW = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
FORMS = [(sheet, form) for sheet in packaged.worksheets().values() for form in sheet.variants]


@pytest.mark.parametrize(
    ("sheet", "form"), FORMS, ids=[f"{sheet.id} {form}" for sheet, form in FORMS]
)
def test_a_look_goes_to_the_end_and_nothing_is_refused(sheet: Worksheet, form: Variant) -> None:
    texts = packaged.texts("en", strict=True)
    shown = [plain(one.html) for one in screens(sheet, form, texts, now=NOW)]
    assert len(shown) < MOST
    assert plain(texts.html("said-done")) in shown[-1] or sheet.momentary
    refused = texts.plain("said-noted")
    assert not [one for one in shown if refused in one]
    lists = [s for s in sheet.steps if s.kind == "multi" and s.choices_from and not s.when]
    for step in (s for s in lists if form in s.variants):
        assert any(step.prompt in one for one in shown), step.id
    asked = [step for step in sheet.steps if form in step.variants and step.when is None]
    for step in asked:
        start = step.prompt.partition("{")[0][:30]
        assert any(start in one for one in shown), step.id
