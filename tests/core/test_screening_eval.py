"""What is screened is good enough on its whole set, and no file says so without being it."""

import pytest

from homework.safety.screening import Finding, compiled, find, patterns
from tests.support.screening_eval import Measured, Share, cases, measured

LANGUAGES = sorted(patterns())
FLOOR = {"en": (0.94, 0.005), "de": (0.87, 0.008)}
"""At least so much of what is explicit, at most so many false alarms, by language."""


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def figures(language: str) -> Measured:
    return measured(language, cases(language))


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
