"""Entries as a therapist reads them: the client's own words and numbers, where shared."""

from conversations.markup import escape
from conversations.model import Rerate, Scale, Worksheet
from conversations.session import Json
from conversations.texts import Texts
from homework.store.entries import Written

CANNOT_YET = "cannot_yet"


def value_words(value: Json, texts: Texts) -> str:
    """Return one answer in plain words."""
    match value:
        case bool():
            return texts.plain("yes" if value else "no")
        case list():
            return ", ".join(_item_words(item, texts) for item in value)
        case dict() if CANNOT_YET in value:
            return texts.plain("reading-cannot-yet")
        case _:
            return str(value)


def _item_words(item: Json, texts: Texts) -> str:
    if isinstance(item, dict):
        rating = item.get("rating")
        shown = "–" if rating is None else str(rating)
        return f"{item.get('name')} {shown}"
    return value_words(item, texts)


def changes(sheet: Worksheet, answers: dict[str, Json]) -> list[str]:
    """Return every rating that was given twice: "shame 85 → 60". Numbers only, no judgement."""
    found: list[str] = []
    for step in sheet.steps:
        if isinstance(step, Rerate):
            before = dict(_rated(answers.get(step.of)))
            for name, rating in _rated(answers.get(step.id)):
                if name in before and rating is not None and before[name] is not None:
                    found.append(f"{name} {before[name]} → {rating}")
        elif isinstance(step, Scale) and step.before:
            first, last = answers.get(step.before), answers.get(step.id)
            if isinstance(first, int) and isinstance(last, int):
                found.append(f"{step.name} {first} → {last}")
    return found


def _rated(value: Json) -> list[tuple[str, int | None]]:
    pairs: list[tuple[str, int | None]] = []
    for item in value if isinstance(value, list) else []:
        if isinstance(item, dict):
            rating = item.get("rating")
            pairs.append((str(item.get("name")), rating if isinstance(rating, int) else None))
    return pairs


def entry_html(entry: Written, sheet: Worksheet, texts: Texts) -> str:
    """Return an entry as far as it is shared: all of it, a summary, or only that it was done."""
    answers = _answers(entry)
    head = texts.html(
        "reading-head",
        title=sheet.title,
        minutes=max(1, round((entry.closed_at - entry.began_at).total_seconds() / 60)),
        state=texts.plain(f"reading-{entry.state}"),
    )
    if entry.sharing == "nothing":
        return f"{head}\n\n{texts.html('reading-kept')}"
    if entry.sharing == "summary":
        lines = [escape(line) for line in changes(sheet, answers)]
        lines = lines or [texts.html("reading-no-numbers")]
        return "\n".join([head, "", texts.html("reading-summary"), *lines])
    lines = [
        f"<b>{escape(step.name)}</b>\n{escape(value_words(answers[step.id], texts))}"
        for step in sheet.steps
        if step.id in answers and step.kind != "info"
    ]
    notes = entry.body.get("notes")
    if isinstance(notes, list) and notes:
        said = "\n".join(escape(str(note)) for note in notes)
        lines.append(f"<b>{texts.html('reading-notes')}</b>\n{said}")
    return "\n\n".join([head, *lines])


def _answers(entry: Written) -> dict[str, Json]:
    answers = entry.body.get("answers")
    return answers if isinstance(answers, dict) else {}


def shared_changes(entry: Written, sheet: Worksheet) -> list[str]:
    """Return the changes that may be shown without opening the entry."""
    return [] if entry.sharing == "nothing" else changes(sheet, _answers(entry))
