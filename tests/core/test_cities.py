"""Typed cities and shared locations: what may mean several places is never guessed."""

from zoneinfo import available_timezones

import pytest

from homework import cities, places


def found(text: str, near: str | None = None) -> dict[str, str]:
    return {one.label: one.zone for one in cities.find(text, near)}


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("London", "Europe/London"),
        ("paris", "Europe/Paris"),
        ("Paris, Texas", "America/Chicago"),
        ("Portland, Maine", "America/New_York"),
        ("Cambridge, UK", "Europe/London"),
        ("London, Canada", "America/Toronto"),
        ("München", "Europe/Berlin"),
        ("Muenchen", "Europe/Berlin"),
        ("Kiev", "Europe/Kyiv"),
        ("new york", "America/New_York"),
        ("sao paulo", "America/Sao_Paulo"),
        ("St. Petersburg, Russia", "Europe/Moscow"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("utc", "UTC"),
    ],
)
def test_a_city_that_is_sure(typed: str, zone: str) -> None:
    assert [*found(typed).values()] == [zone]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        (
            "Springfield",
            ["Springfield, Missouri", "Springfield, Massachusetts", "Springfield, Oregon"],
        ),
        ("Portland", ["Portland, Oregon", "Portland, Maine", "Portland, Texas"]),
        (
            "San Jose",
            ["San Jose, California", "San José, Costa Rica", "San Jose, Philippines"],
        ),
        (
            "Cambridge",
            [
                "Cambridge, England",
                "Cambridge, Ontario",
                "Cambridge, Massachusetts",
                "Cambridge, New Zealand",
            ],
        ),
    ],
)
def test_an_ambiguous_city_gives_all_it_may_mean_and_how_they_differ(
    typed: str, labels: list[str]
) -> None:
    assert [*found(typed)] == labels
    assert len({*found(typed).values()}) == len(labels)


def test_in_a_country_that_is_known_its_own_city_is_meant() -> None:
    assert [*found("Cambridge", near="US").values()] == ["America/New_York"]
    assert len(found("Springfield", near="US")) == 3
    assert [*found("Paris", near="US").values()] == ["America/Chicago"]
    assert [*found("Berlin", near="JP").values()] == ["Europe/Berlin"]


def test_the_beginning_of_a_name_is_asked_and_two_letters_are_not() -> None:
    assert "Springfield, Missouri" in found("Springf")
    assert found("Sp") == {}


@pytest.mark.parametrize(
    "typed", ["", "x", "nowhere at all", "../etc", "a\0b", "1" * 9000, "\t,", ","]
)
def test_nonsense_is_no_city(typed: str) -> None:
    assert found(typed) == {}


def test_every_city_of_the_table_has_a_clock_and_a_country() -> None:
    table = [*cities.whole()]
    assert len(table) > 30_000
    zones, known = available_timezones(), places.countries()
    assert {one.zone for one in table} <= zones
    assert {one.country for one in table} - {*known} <= {"XK"}  # Kosovo has no code of its own yet
    people = [one.people for one in table]
    assert people == sorted(people, reverse=True)


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (51.5, -0.12, "Europe/London"),
        (40.7, -74.0, "America/New_York"),
        (-13.8, -171.7, "Pacific/Apia"),
        (0.0, -140.0, "Etc/GMT+9"),
        (91.0, 0.0, None),
        (0.0, 181.0, None),
        (float("nan"), 0.0, None),
    ],
)
def test_a_place_on_earth_has_a_zone(latitude: float, longitude: float, zone: str | None) -> None:
    assert cities.zone_at(latitude, longitude) == zone
