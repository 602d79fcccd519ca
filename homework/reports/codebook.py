"""The codebook: what each column of the tables is, its unit, the words for states, each question.

Names of columns and words for states are a contract with whoever reads the files by program: they
are never translated and only ever grow. What they mean is said in the reader's language.
"""

from collections.abc import Iterator

from conversations.model import (
    Countdown,
    Moods,
    Multi,
    Number,
    OneChoice,
    Rerate,
    Scale,
    Step,
    Worksheet,
)
from conversations.session import VARIANTS, Ref
from conversations.texts import Texts
from homework.ledger import END_STATES, OPEN_STATES, REASONS
from homework.reports.shared import Case, Records

ANSWERS, ENTRIES, OCCURRENCES = "answers", "entries", "occurrences"
NOTES = "notes"
"""Stands as the step of what was written beside the questions."""

_OF = ("client", "entry", "worksheet", "version")
ANSWER_COLUMNS = (
    *_OF,
    *("part", "step", "question", "kind", "what", "item", "round", "name", "text", "number"),
    *("code", "scale_min", "scale_max", "scale_low", "scale_high", "unit"),
    *("answered_utc", "changed_later"),
)
ENTRY_COLUMNS = (
    *_OF,
    *("title", "form", "state", "sharing", "recalled", "changed_later", "occurrence"),
    *("assignment", "began_utc", "closed_utc", "read_utc", "zone"),
    *("after_done", "after_hard", "after_useful", "after_way"),
)
OCCURRENCE_COLUMNS = (
    *("client", "occurrence", "assignment", "worksheet", "version", "part", "local_date"),
    *("state", "reason", "step_reached", "snoozes", "recalled", "entry"),
    *("planned_utc", "window_ends_utc", "sent_utc", "reminded_utc", "opened_utc"),
    *("first_answer_utc", "closed_utc", "zone", "zone_closed"),
)
COLUMNS = {ANSWERS: ANSWER_COLUMNS, ENTRIES: ENTRY_COLUMNS, OCCURRENCES: OCCURRENCE_COLUMNS}
_OWN = {
    "entries.state": "entry-state",
    "occurrences.state": "occurrence-state",
    "occurrences.occurrence": "occurrence-own",
    "occurrences.entry": "entry-of",
    "occurrences.closed_utc": "occurrence-closed-utc",
    "occurrences.zone": "zone-planned",
}
"""Columns of one name that mean something else in this table."""

ENTRY_STATES = ("done", "partial", "open")
SHARING = ("all", "summary", "nothing")
WHAT = ("answered", "skipped", "cannot_yet", "chosen", "given")
KINDS = (
    *("text", "choice", "multi", "scale", "moods", "rerate", "text_list", "number", "date"),
    *("time", "clock", "yes_no", "pick", NOTES),
)


def words(texts: Texts) -> dict[str, dict[str, str]]:
    """Return the meaning of each word that stands in a column, by what it is a word for."""
    reasons = sorted({reason for group in REASONS.values() for reason in group})
    return {
        "state of an entry": _said(texts, "entry", ENTRY_STATES),
        "state of an occurrence": _said(texts, "state", sorted(END_STATES | OPEN_STATES)),
        "reason": _said(texts, "reason", reasons),
        "sharing": _said(texts, "sharing", SHARING),
        "form": _said(texts, "form", VARIANTS),
        "what": _said(texts, "what", WHAT),
        "kind": _said(texts, "kind", KINDS),
    }


def columns(texts: Texts) -> dict[str, dict[str, str]]:
    """Return the meaning of each column, by table."""
    return {
        name: {
            column: texts.plain(f"column-{_OWN.get(f'{name}.{column}', _key(column))}")
            for column in found
        }
        for name, found in COLUMNS.items()
    }


def _said(texts: Texts, sort: str, found: tuple[str, ...] | list[str]) -> dict[str, str]:
    return {one: texts.plain(f"code-{sort}-{_key(one)}") for one in found}


def _key(word: str) -> str:
    return word.replace("_", "-")


def text(records: Records, texts: Texts) -> str:
    """Return the codebook as a text file that a person reads."""
    lines = [texts.plain("codebook-title"), ""]
    lines += [period(records, texts), texts.plain("codebook-times"), texts.plain("codebook-cells")]
    lines += ["", texts.plain("codebook-clients"), ""]
    lines += [summary(case, texts) for case in records.cases]
    for name, found in columns(texts).items():
        lines += ["", "", f"{name}.csv – {texts.plain(f'codebook-{name}')}", ""]
        lines += [f"  {column}: {meaning}" for column, meaning in found.items()]
    for sort, meanings in words(texts).items():
        lines += ["", "", texts.plain(f"codebook-words-{sort.replace(' ', '-')}"), ""]
        lines += [f"  {word}: {meaning}" for word, meaning in meanings.items()]
    for ref, sheet in records.sheets.items():
        lines += ["", "", *_sheet(ref, sheet, texts)]
    return "\n".join(lines) + "\n"


def period(records: Records, texts: Texts) -> str:
    """Return which days are in it, and when it was made."""
    made = f"{records.made_at:%Y-%m-%d %H:%M} UTC"
    if records.start is None:
        return texts.plain("codebook-period-all", end=records.end.isoformat(), made=made)
    start, end = records.start.isoformat(), records.end.isoformat()
    return texts.plain("codebook-period", start=start, end=end, made=made)


def summary(case: Case, texts: Texts) -> str:
    """Return how much there is of a client, and how much they keep to themselves."""
    told = case.sharing
    return texts.plain(
        "codebook-client",
        name=case.code_name,
        entries=len(case.entries),
        occurrences=len(case.occurrences),
        summary=told["summary"],
        nothing=told["nothing"],
    )


def _sheet(ref: Ref, sheet: Worksheet, texts: Texts) -> Iterator[str]:
    yield f"{ref.id}, {ref.version}: {sheet.title}"
    yield ""
    for step in sheet.steps:
        if step.kind != "info":
            yield f"  {step.id} ({', '.join(_about(step, texts))}): {_one_line(step.prompt)}"
            if isinstance(step, OneChoice | Multi):
                yield from (f"    {choice.id} = {choice.label}" for choice in step.choices)


def _about(step: Step, texts: Texts) -> Iterator[str]:
    yield step.kind
    match step:
        case Scale() | Moods():
            low, high = f"0 = {step.low}", f"{step.max} = {step.high}"
            yield texts.plain("codebook-scale", low=low, high=high)
        case Rerate():
            yield texts.plain("codebook-scale", low="0", high=str(step.max))
        case Countdown():
            yield texts.plain("codebook-clock", high=str(step.max))
        case Number():
            low, high = f"{step.min:g}", f"{step.max:g}"
            yield texts.plain("codebook-scale", low=low, high=high)
            if step.unit:
                yield step.unit
        case _:
            pass


def _one_line(text: str) -> str:
    return " ".join(text.split())
