"""`homework crisis …`: the crisis lines clients are shown, and the practice's word for them."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_output import say, say_json, say_table
from bot.endings import Failed, WrongUsage

if TYPE_CHECKING:
    from bot.settings import Settings
    from homework.safety.crisis import Country

crisis = typer.Typer(help="The crisis lines shown to clients.", no_args_is_help=True)


@crisis.command("list")
def list_lines(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """List the lines of every country and whether the practice confirmed them."""
    from bot.settings import load
    from homework.places import country_name

    listed = _with_word(load())
    if as_json:
        say_json([_plain(row, on) for row, on in listed])
        return
    say_table(
        ("Country", "Emergency", "Lines", "Confirmed"),
        [
            (
                f"{row.code} {country_name(row.code)}",
                " or ".join(row.emergency) or "-",
                "\n".join(_line(row)) or "-",
                on or "no",
            )
            for row, on in listed
        ],
    )
    say()
    say('Dial the numbers of your clients\' countries yourself, then "homework crisis confirm CC".')


@crisis.command("confirm")
def confirm_lines(
    country: Annotated[str, typer.Argument(metavar="CC", help="Two letters, such as GB.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Write down that you checked the lines of a country yourself, today."""
    from bot.clock import Machine
    from bot.settings import load
    from homework.safety import confirmations
    from homework.safety import crisis as lines

    settings = load()
    book = lines.load(settings.homework_data_dir)
    row = book.countries.get(country.upper())
    if row is None:
        raise WrongUsage(_no_such(country))
    say(f"{row.code}: emergency number {' or '.join(row.emergency) or 'not known'}")
    for text in _line(row):
        say(f"  {text}")
    if not yes and not typer.confirm("Did you check each of these numbers yourself?"):
        raise Failed("Nothing was changed.")
    today = Machine().now().date()
    confirmations.confirm(settings.make_data_dir(), row.code, today, book=book)
    say(f"Confirmed for {row.code} on {today}. Check again within {confirmations.WARN_DAYS} days.")


def _with_word(settings: "Settings") -> list[tuple["Country", str]]:
    """Return every country with the day of the practice's word, "" without one."""
    from homework.safety import confirmations
    from homework.safety import crisis as lines

    folder = settings.homework_data_dir
    given = confirmations.confirmed(folder)
    rows = sorted(lines.load(folder).countries.items())
    return [(row, given[code].isoformat() if code in given else "") for code, row in rows]


def _line(row: "Country") -> list[str]:
    told: list[str] = []
    for line in row.line:
        parts = [f"{line.name}: {line.number}", line.text, line.hours, "/".join(line.languages)]
        young = " (for young people)" if line.audience == "youth" else ""
        told.append(", ".join(part for part in parts if part) + young)
    return told


def _plain(row: "Country", on: str) -> dict[str, object]:
    return {
        "country": row.code,
        "emergency": list(row.emergency),
        "lines": [
            {
                "name": line.name,
                "number": line.number,
                "text": line.text,
                "hours": line.hours,
                "languages": list(line.languages),
                "audience": line.audience,
                "source_date": line.source_date.isoformat() if line.source_date else None,
            }
            for line in row.line
        ],
        "confirmed_on": on or None,
    }


def _no_such(country: str) -> str:
    from homework.places import country_name, find_country

    if country_name(country.upper()):
        return (
            f"There are no lines for {country.upper()}; put your own into crisis_lines.toml in the"
            " data folder, in the form of the shipped file."
        )
    meant = find_country(country)
    hint = f"; did you mean {meant[0]}" if meant else ""
    return f"{country[:20]!r} is no country code of two letters{hint}."
