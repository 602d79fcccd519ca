"""The practice's own word that the crisis lines of its countries are right, and how old it is.

Kept as a small TOML file in the data folder, written by `homework crisis confirm`. The program
itself confirms nothing.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from homework.places import country_name
from homework.safety.crisis import CrisisBook
from homework.store.disk import make_private

FILE = "crisis_confirmed.toml"
WARN_DAYS = 180
FAIL_DAYS = 365


class ConfirmationsInvalid(ValueError):
    """The file of confirmed crisis lines does not hold; mend it or delete it and confirm anew."""


class CountryUnlisted(LookupError):
    """There are no crisis lines of this country to confirm; add them to the practice's own file."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    country: str
    confirmed_on: date


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    confirmed: tuple[_Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What `doctor` says about one country."""

    level: Literal["warn", "fail"]
    country: str
    sentence: str


def confirmed(data_dir: Path) -> Mapping[str, date]:
    """Return when each country's lines were confirmed; {} without a file."""
    path = data_dir / FILE
    if not path.exists():
        return {}
    try:
        read = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError, UnicodeDecodeError) as problem:
        raise ConfirmationsInvalid(f"{FILE}: mend it, or delete it and confirm anew") from problem
    return {entry.country: entry.confirmed_on for entry in read.confirmed}


def confirm(data_dir: Path, country: str, on: date, *, book: CrisisBook) -> None:
    """Write down that the practice has checked the lines of `country` on that date.

    Raises `CountryUnlisted` when there is nothing to confirm. The file is replaced in one step.
    """
    if country not in book.countries:
        raise CountryUnlisted(f"no crisis lines of {country!r} to confirm")
    known = {**confirmed(data_dir), country: on}
    rows = (
        f'[[confirmed]]\ncountry = "{code}"\nconfirmed_on = {day.isoformat()}\n'
        for code, day in sorted(known.items())
    )
    path = data_dir / FILE
    fresh = path.with_suffix(".new")
    make_private(fresh)
    fresh.write_text("\n".join(rows), encoding="utf-8")
    fresh.replace(path)


def findings(
    countries: Iterable[str], confirmed: Mapping[str, date], today: date, *, book: CrisisBook
) -> tuple[Finding, ...]:
    """Return what is amiss with the lines of the countries that have clients.

    Warns of a country without lines, unconfirmed, or confirmed over 180 days ago; fails over 365.
    """
    found = (_finding(code, confirmed.get(code), today, book) for code in sorted(set(countries)))
    return tuple(finding for finding in found if finding is not None)


def _finding(code: str, on: date | None, today: date, book: CrisisBook) -> Finding | None:
    name = f"{country_name(code) or 'unknown country'} ({code})"
    then = f"check them and run: homework crisis confirm {code}"
    if code not in book.countries:
        sentence = f"{name} has clients but no crisis lines; add them to the practice's own file"
        return Finding("warn", code, sentence)
    if on is None or on > today:
        return Finding("warn", code, f"the crisis lines of {name} are not confirmed; {then}")
    days = (today - on).days
    if days > WARN_DAYS:
        level = "fail" if days > FAIL_DAYS else "warn"
        sentence = f"the crisis lines of {name} were confirmed {days} days ago; {then}"
        return Finding(level, code, sentence)
    return None
