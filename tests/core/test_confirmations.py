"""The practice's word for its crisis lines, and when it grows too old."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from homework.safety.confirmations import (
    FILE,
    ConfirmationsInvalid,
    CountryUnlisted,
    confirm,
    confirmed,
    findings,
)
from homework.safety.crisis import shipped

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("days", "level"),
    [(0, None), (180, None), (181, "warn"), (365, "warn"), (366, "fail"), (-1, "warn")],
)
def test_a_confirmation_ages(days: int, level: str | None) -> None:
    found = findings(["GB"], {"GB": TODAY - timedelta(days=days)}, TODAY, book=shipped())
    assert [finding.level for finding in found] == ([level] if level else [])


def test_an_unconfirmed_country_with_clients_warns_and_says_what_to_do() -> None:
    (finding,) = findings(["GB", "GB"], {"US": TODAY}, TODAY, book=shipped())
    assert finding.level == "warn"
    assert "homework crisis confirm GB" in finding.sentence


def test_a_country_without_lines_warns() -> None:
    (finding,) = findings(["LU"], {}, TODAY, book=shipped())
    assert finding.level == "warn"
    assert "no crisis lines" in finding.sentence


def test_a_confirmation_is_kept_beside_the_others(tmp_path: Path) -> None:
    assert confirmed(tmp_path) == {}
    confirm(tmp_path, "GB", TODAY, book=shipped())
    confirm(tmp_path, "DE", TODAY - timedelta(days=9), book=shipped())
    confirm(tmp_path, "GB", TODAY + timedelta(days=1), book=shipped())
    assert confirmed(tmp_path) == {
        "DE": TODAY - timedelta(days=9),
        "GB": TODAY + timedelta(days=1),
    }
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_what_is_not_listed_cannot_be_confirmed(tmp_path: Path) -> None:
    with pytest.raises(CountryUnlisted):
        confirm(tmp_path, "LU", TODAY, book=shipped())
    assert confirmed(tmp_path) == {}


@pytest.mark.parametrize("source", ["[[", "[[confirmed]]\ncountry = 4", 'GB = "today"'])
def test_a_broken_file_is_said(tmp_path: Path, source: str) -> None:
    (tmp_path / FILE).write_text(source, encoding="utf-8")
    with pytest.raises(ConfirmationsInvalid, match=FILE):
        confirmed(tmp_path)
