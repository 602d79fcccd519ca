"""Tables: one row per answer, per entry, per occurrence; CSV files in one archive with a codebook.

UTF-8 with a mark at its beginning, commas, quotes, CRLF, so that a spreadsheet opens it as it is.
Whatever a person wrote is defused: a spreadsheet must not take it for a formula. What is lossless
is the JSON file.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from unicodedata import category

from conversations.markup import clean
from conversations.model import Countdown, Moods, Number, Rerate, Scale, Step, Worksheet
from conversations.session import Json
from conversations.texts import Texts
from homework.chain import Occurrence
from homework.reports import codebook
from homework.reports.said import Said, label_of, said
from homework.reports.shared import Case, Records, Shared
from homework.store.columns import from_milliseconds

Cell = str | int | float | None
Row = tuple[Cell, ...]

_FORMULA = "=+-@＝＋－＠"  # the wide ones are read as the others in some languages


def archive(records: Records, texts: Texts) -> bytes:
    """Return the ZIP archive: three tables and `codebook.txt`."""
    tables: Mapping[str, tuple[tuple[str, ...], Callable[[Case], Iterable[Row]]]] = {
        codebook.ANSWERS: (codebook.ANSWER_COLUMNS, lambda case: _answers(records, case)),
        codebook.ENTRIES: (codebook.ENTRY_COLUMNS, lambda case: _entries(records, case)),
        codebook.OCCURRENCES: (codebook.OCCURRENCE_COLUMNS, lambda case: _occurrences(case)),
    }
    made, stamp = io.BytesIO(), records.made_at.astimezone(UTC).timetuple()[:6]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name, (columns, rows_of) in tables.items():
            rows = (row for case in records.cases for row in rows_of(case))
            _put(packed, f"{name}.csv", table(columns, rows), stamp)
        _put(packed, "codebook.txt", codebook.text(records, texts).encode(), stamp)
    return made.getvalue()


def _put(
    packed: zipfile.ZipFile, name: str, body: bytes, stamp: tuple[int, int, int, int, int, int]
) -> None:
    info = zipfile.ZipInfo(name, stamp)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    packed.writestr(info, body)


def table(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    """Return one CSV file; all that is text in it is defused."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return made.getvalue().encode("utf-8-sig", "replace")


def _cell(value: Cell) -> Cell:
    return defused(value) if isinstance(value, str) else value


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before it.

    Control characters, bidi controls and zero-width characters are out; line breaks stay.
    """
    text = clean(text)
    begin = text[:1]
    shown = text.lstrip()[:1]
    if (begin and category(begin) == "Cc") or (shown and shown in _FORMULA):
        return f"'{text}"
    return text


# Rows ---------------------------------------------------------------------------------------------


def _answers(records: Records, case: Case) -> Iterator[Row]:
    for one in case.entries:
        sheet = records.sheets.get(one.sheet)
        for each in said(sheet, one) if sheet else ():
            yield _answer(case, one, each)
        for number, note in enumerate(one.notes, 1):
            yield _note(case, one, number, note)


def _answer(case: Case, one: Shared, each: Said) -> Row:
    step = each.step
    low, high = _bounds(step, each)
    top = each.of if each.of is not None else high
    return (
        *_whose(case, one),
        step.stage,
        step.id,
        label_of(step, one),
        step.kind,
        each.what,
        each.item or None,
        each.round or None,
        each.name or None,
        each.words or None,
        each.number,
        each.code or None,
        low if each.number is not None else None,
        top if each.number is not None else None,
        *_ends(step, each),
        _unit(step, each),
        _answered(one, step) if not each.round else None,
        _yes(step.id in one.changed),
    )


def _answered(one: Shared, step: Step) -> str | None:
    at = one.answered_at.get(step.id)
    return None if at is None else utc(from_milliseconds(at))


def _note(case: Case, one: Shared, number: int, note: str) -> Row:
    told = (None, codebook.NOTES, None, codebook.NOTES, "answered", number, None, None, note)
    rest = len(codebook.ANSWER_COLUMNS) - len(_whose(case, one)) - len(told)
    return (*_whose(case, one), *told, *[None] * rest)


def _whose(case: Case, one: Shared) -> Row:
    return (case.code_name, one.id, one.sheet.id, one.sheet.version)


def _bounds(step: Step, each: Said) -> tuple[float | None, float | None]:
    match step:
        case Countdown() if each.item:
            return 0, step.max
        case Scale() | Moods() | Rerate():
            return 0, step.max
        case Number():
            return (int(step.min), int(step.max)) if step.whole else (step.min, step.max)
        case _:
            return None, None


def _unit(step: Step, each: Said) -> str | None:
    if isinstance(step, Countdown) and not each.item:
        return "min"
    return step.unit if isinstance(step, Number) else None


def _ends(step: Step, each: Said) -> tuple[str | None, str | None]:
    if isinstance(step, Scale | Moods) and each.number is not None:
        return step.low, step.high
    return None, None


def _entries(records: Records, case: Case) -> Iterator[Row]:
    for one in case.entries:
        yield (
            *_whose(case, one),
            _title(records.sheets.get(one.sheet)),
            one.variant,
            one.state,
            one.sharing,
            _yes(one.recalled),
            _yes(bool(one.changed)),
            one.occurrence,
            one.assignment,
            utc(one.began_at),
            utc(one.closed_at),
            utc(one.read_at),
            one.zone,
            *(_plain(one.after.get(part)) for part in ("done", "hard", "useful", "way")),
        )


def _occurrences(case: Case) -> Iterator[Row]:
    entries = {one.occurrence: one for one in case.entries if one.occurrence}
    for one in case.occurrences:
        kind, entry = case.kinds.get(one.assignment), entries.get(one.id)
        yield (
            case.code_name,
            one.id,
            one.assignment,
            kind.id if kind else None,
            kind.version if kind else None,
            one.stage,
            one.local_date.isoformat(),
            one.state,
            one.reason,
            one.step_reached,
            one.snoozes,
            _yes(entry.recalled) if entry else None,
            entry.id if entry else None,
            *stamps(one),
            one.zone,
            case.zones.get(one.id),
        )


def stamps(one: Occurrence) -> tuple[str | None, ...]:
    """Return the instants of an occurrence in UTC: planned, closes, sent, reminded, opened, first
    answer, closed."""
    return (
        utc(one.planned_at),
        utc(one.closes_at),
        utc(one.sent_at),
        utc(one.reminded_at),
        utc(one.opened_at),
        utc(one.first_answer_at),
        utc(one.closed_at),
    )


def utc(at: datetime | None) -> str | None:
    """Return an instant as the files have it: "2027-03-01T18:00:00.000Z"."""
    if at is None:
        return None
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _title(sheet: Worksheet | None) -> str | None:
    return sheet.title if sheet else None


def _plain(value: Json) -> Cell:
    return value if isinstance(value, str | int | float) else None


def _yes(value: bool) -> str:
    return "yes" if value else "no"
