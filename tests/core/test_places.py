"""Countries and zones found by what people type; never guessed."""

from zoneinfo import ZoneInfo

import pytest

from homework.places import (
    countries,
    country_name,
    country_of,
    find_country,
    find_zone,
    is_zone,
    zone_label,
    zones,
)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Germany", ("DE",)),
        ("  deutschland ", ("DE",)),
        ("UK", ("GB",)),
        ("u.s.a.", ("US",)),
        ("côte d'ivoire", ("CI",)),
        ("in", ("IN",)),
        ("korea", ("KP", "KR")),
        ("swed", ("SE",)),
        ("zz", ()),
        ("", ()),
        ("somewhere else", ()),
        ("🙂" * 5000, ()),
    ],
)
def test_a_typed_country_is_found_or_not(typed: str, codes: tuple[str, ...]) -> None:
    assert set(find_country(typed)) == set(codes)


def test_a_vague_name_gives_several_never_one_by_guess() -> None:
    assert len(find_country("united")) > 1
    assert len(find_country("congo")) == 2


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("berlin", "Europe/Berlin"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("lond", "Europe/London"),
        ("germany", "Europe/Berlin"),
        ("utc", "UTC"),
        ("Etc/UTC", "Etc/UTC"),
    ],
)
def test_a_typed_place_finds_its_zone(typed: str, zone: str) -> None:
    assert find_zone(typed)[0] == zone


@pytest.mark.parametrize("typed", ["", "x", "../etc/passwd", "nowhere", "a\0b", "1" * 9000])
def test_nonsense_finds_no_zone(typed: str) -> None:
    assert find_zone(typed) == ()
    assert not is_zone(typed)


def test_every_country_has_a_name_and_every_zone_of_it_works() -> None:
    for code, name in countries().items():
        assert country_name(code) == name
        for zone in zones(code):
            assert is_zone(zone)
            assert ZoneInfo(zone).key == zone
            assert country_of(zone) == code
            assert zone_label(zone)


def test_an_unknown_code_is_no_country() -> None:
    assert country_name("ZZ") is None
    assert zones("ZZ") == ()
    assert country_of("UTC") is None
