"""What is screened is good enough on what nobody who wrote its patterns has read, or named below
with its reason; and the page of figures is what would be measured now."""

from pathlib import Path

import pytest

from homework.safety.screening import Finding, compiled, find, patterns
from tests.support.screening_eval import MARK, SLOWEST, Measured, Share, measured, page, unread

LANGUAGES = sorted(patterns())
FLOOR = {"en": (0.75, 0.022), "de": (0.75, 0.017), "es": (0.80, 0.011), "ru": (0.73, 0.014)}
"""At least so much of what is explicit, at most so many false alarms, by language."""
DOCS = Path(__file__).parents[2] / "docs"
BELOW_ITS_BAR = {"en": "an alert for most is better for those people than an alert for none"}
"""Screened although not good enough: ADR 15 says why, in these words."""


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def figures(language: str) -> Measured:
    return measured(language, unread(language))


def test_only_what_is_good_enough_is_screened_or_is_named_with_its_reason(
    language: str, figures: Measured
) -> None:
    if patterns()[language].screened:
        assert figures.good_enough or language in BELOW_ITS_BAR


@pytest.mark.parametrize("language", BELOW_ITS_BAR)
def test_an_exception_is_one_still_and_its_reason_is_written_down(language: str) -> None:
    assert patterns()[language].screened
    assert not measured(language, unread(language)).good_enough
    reasons = (DOCS / "adr" / "0015-safety-flags.md").read_text(encoding="utf-8")
    assert BELOW_ITS_BAR[language] in " ".join(reasons.split())


def test_the_page_of_figures_is_what_is_measured_now() -> None:
    """Mended patterns, another set, or another `screened`: `make eval` writes the page anew."""
    written = (DOCS / "screening.md").read_text(encoding="utf-8").partition(MARK)[2]
    timeless = [line for line in written.splitlines() if line and not line.startswith(SLOWEST)]
    assert timeless == [line for language in LANGUAGES for line in page(language) if line]


def test_what_is_taken_back_is_seldom_an_alert(figures: Measured) -> None:
    assert figures.share("soft", "alert").value <= 0.35


def test_a_set_does_not_wear_off(language: str, figures: Measured) -> None:
    """Patterns may be mended; they may not get worse unseen."""
    explicit, false = FLOOR[language]
    assert figures.explicit.value >= explicit
    assert figures.false.value <= false


SOFTENERS = """
screened = true
[words]
die = 'die|be dead'
[[softener]]
name = "negated"
where = "before"
any = ['not (?:\\w{1,9} ){0,2}']
[[softener]]
name = "past"
where = "near"
any = ['years ago']
[[softener]]
name = "film"
where = "anywhere"
any = ['film']
[[rule]]
name = "xx.die"
tier = "alert"
unless = ["negated", "past", "film"]
any = ['(?:<die>)', 'stérben möchte']
"""


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("i will die", "alert"),
        ("i do not want to die", "soft"),
        ("i want to die and not later", "alert"),
        ("years ago i wanted to be dead", "soft"),
        ("A film. They die", "soft"),
        ("Years ago. I will die", "alert"),
        ("d i e e e", "alert"),
        ("I will... die", "alert"),
        ("Sterben moechte", "alert"),
        ("sterben mo\u0308chte", "alert"),
        ("STERBEN MÖCHTE", "alert"),
        ("diet", None),
    ],
)
def test_where_a_softener_counts_and_what_is_folded(text: str, tier: str | None) -> None:
    found: Finding | None = find(text, compiled(SOFTENERS, "xx.toml"))
    assert (found.tier if found else None) == tier


def test_an_interval_holds_what_was_measured() -> None:
    low, high = Share(95, 100).between
    assert 0.88 < low < 0.95 < high < 0.98
    assert Share(0, 1000).between[1] < 0.005
