"""`homework worksheet …`: what is on the shelf, whether a file holds, how a sheet plays."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli_output import say, say_json, say_table, warn
from bot.endings import FAILED, Failed, WrongUsage

if TYPE_CHECKING:
    from bot.settings import Settings
    from conversations.loader import Problem
    from conversations.model import Worksheet
    from homework.publishing import Checked

worksheet = typer.Typer(help="The worksheets.", no_args_is_help=True)
JsonFlag = Annotated[bool, typer.Option("--json", help="One JSON document, for a program.")]
Form = Literal["full", "light", "minute"]


@worksheet.command("list")
def list_worksheets(as_json: JsonFlag = False) -> None:
    """List the worksheets that come with this version."""
    from homework.packaged import worksheets

    sheets = sorted(worksheets().values(), key=lambda one: (one.family or one.id, one.rung or 0))
    if as_json:
        say_json([_plain(sheet) for sheet in sheets])
        return
    rows = [
        (one.id, str(one.version), one.title, _forms(one), str(len(one.steps)), _levels(one))
        for one in sheets
    ]
    say_table(("Id", "Version", "Title", "Forms (minutes)", "Steps", "Reading level"), rows)
    say(_how_levels_are_meant(sheets))


@worksheet.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A worksheet in TOML.")],
    as_json: JsonFlag = False,
) -> None:
    """Check a worksheet file; every problem is told with its line, the rule and how to mend it."""
    from conversations.model import Worksheet

    loaded = _loaded(file)
    if isinstance(loaded, Worksheet):
        if as_json:
            say_json({"ok": True, "worksheet": _plain(loaded), "problems": []})
        else:
            say(f"{file.name} holds: {loaded.title}, version {loaded.version}, {_forms(loaded)}.")
        return
    _tell_problems(loaded, as_json)
    raise typer.Exit(FAILED)


def _tell_problems(problems: "Sequence[Problem]", as_json: bool) -> None:
    if as_json:
        told = [
            {"line": one.line, "step": one.step, "rule": one.rule, "fix": one.fix, "text": str(one)}
            for one in problems
        ]
        say_json({"ok": False, "worksheet": None, "problems": told})
        return
    for one in problems:
        warn(str(one))


@worksheet.command()
def preview(
    name: Annotated[str, typer.Argument(metavar="ID", help="An id from the list, or a file.")],
    variant: Annotated[Form, typer.Option(help="Which form of the sheet.")] = "full",
    language: Annotated[str, typer.Option(help="Whose words to use.")] = "en",
) -> None:
    """Play a worksheet here, as a client will see it; nothing is kept."""
    from bot.clock import Machine
    from bot.preview import play
    from homework.packaged import locales, texts

    if language not in locales():
        raise WrongUsage(
            f"There are no texts in {language[:20]!r}; there are: {', '.join(locales())}."
        )
    sheet = _sheet(name)
    if variant not in sheet.variants:
        raise WrongUsage(f"{sheet.id} has no {variant} form; it has: {', '.join(sheet.variants)}.")
    words = {one.locale: one for one in _in_each_language(sheet)}
    sheet = words.get(language, sheet)
    play(sheet, variant, texts(language), now=Machine().now(), read=_read_line, write=say)


@worksheet.command()
def publish(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A worksheet in TOML.")],
    as_json: JsonFlag = False,
) -> None:
    """Put a worksheet into the library of every therapist here; a running bot has it in seconds."""
    from bot.settings import load
    from homework.publishing import Checked

    checked = asyncio.run(_publish(load(), file))
    if not isinstance(checked, Checked):
        _tell_problems(checked, as_json)
        raise typer.Exit(FAILED)
    sheet = checked.sheet
    if as_json:
        say_json({"ok": True, "worksheet": _plain(sheet), "problems": []})
    elif checked.same:
        say(f"{sheet.title}, version {sheet.version}, is in the library already.")
    else:
        say(f"{sheet.title}, version {sheet.version}, is in the library.")
        if checked.known:
            say(f"Who has begun version {checked.known} goes on with it.")


async def _publish(settings: "Settings", file: Path) -> "Checked | Sequence[Problem]":
    from bot.clock import Machine
    from bot.opening import opened
    from homework import publishing
    from homework.stocking import stock

    async with opened(settings) as db, db.transaction(Machine().now()) as unit:
        checked = publishing.check(await stock(unit), _source(file), file.name, None)
        if not isinstance(checked, publishing.Checked) or checked.same:
            return checked
        if not await publishing.publish(unit, checked, None):
            raise Failed(f'The id "{checked.sheet.id}" is that of a therapist\'s own worksheet.')
    return checked


@worksheet.command()
def schema() -> None:
    """Print the JSON Schema of worksheet files, for editors that check while one writes."""
    from conversations.model import Worksheet

    say_json(Worksheet.model_json_schema(by_alias=True))


def _read_line() -> str | None:
    try:
        return input("> ")
    except EOFError:
        return None


def _sheet(name: str) -> "Worksheet":
    from conversations.model import Worksheet
    from homework.packaged import worksheets

    if not name.endswith(".toml"):
        found = worksheets().get(name)
        if found is None:
            raise WrongUsage(f'There is no worksheet {name[:40]!r}; "homework worksheet list".')
        return found
    loaded = _loaded(Path(name))
    if isinstance(loaded, Worksheet):
        return loaded
    raise Failed(f"{Path(name).name}: {loaded[0]}")


def _loaded(file: Path) -> "Worksheet | list[Problem]":
    """Load a worksheet, or a translation `<id>.<locale>.toml` on top of its original."""
    from conversations.loader import load, translate

    source = _source(file)
    if file.name.count(".") != 2:
        return load(source, file.name)
    original = file.name.partition(".")[0]
    beside = file.with_name(f"{original}.toml")
    sheet = _sheet(str(beside) if beside.exists() else original)
    return translate(sheet, source, file.name)


def _source(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Failed(f"{file} is not UTF-8 text.") from None
    except OSError as error:
        raise Failed(f"{file} cannot be read ({error.strerror}).") from None


def _forms(sheet: "Worksheet") -> str:
    parts = [
        f"{form} {sheet.minutes[form]}" if form in sheet.minutes else form
        for form in sheet.variants
    ]
    return ", ".join(parts)


def _in_each_language(sheet: "Worksheet") -> "list[Worksheet]":
    from homework.packaged import in_other_words, worksheets

    shipped = worksheets().get(sheet.id) is sheet
    return [sheet, *(in_other_words(sheet.id).values() if shipped else ())]


def _levels(sheet: "Worksheet") -> str:
    from homework.readability import level

    found = [(one.locale, level(one)) for one in _in_each_language(sheet)]
    return ", ".join(f"{locale} {'–' if one is None else one}" for locale, one in found)


def _how_levels_are_meant(sheets: "Sequence[Worksheet]") -> str:
    from homework.readability import measure

    locales = sorted({one.locale for sheet in sheets for one in _in_each_language(sheet)})
    known = [(locale, found) for locale in locales if (found := measure(locale))]
    said = [
        f"{locale} {one.name}, {one.wanted:g} or {'more' if one.easier_is_more else 'less'}"
        for locale, one in known
    ]
    return f"Reading levels: {'; '.join(said)}."


def _plain(sheet: "Worksheet") -> dict[str, object]:
    from conversations.fingerprints import fingerprint
    from homework.readability import level, measure

    levels = {one.locale: level(one) for one in _in_each_language(sheet)}
    measures = {locale: measure(locale) for locale in levels}
    return {
        "id": sheet.id,
        "version": sheet.version,
        "sha256": fingerprint(sheet),
        "title": sheet.title,
        "family": sheet.family,
        "rung": sheet.rung,
        "variants": list(sheet.variants),
        "minutes": dict(sheet.minutes),
        "steps": len(sheet.steps),
        "reading_grade": levels,
        "reading_measure": {locale: one.name if one else None for locale, one in measures.items()},
    }
