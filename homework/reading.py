"""Entries as a therapist reads them: the client's own words and numbers, where shared."""

from conversations.markup import Html, escape
from conversations.model import Info, Moods, Rerate, Scale, Worksheet
from conversations.session import VARIANTS, Asked, Json, Ref, Session
from conversations.showing import answer_html
from conversations.texts import Texts
from homework.store.entries import Written

WHOLE = 100_000
"""Nothing is shortened for the one who has to read it."""


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


def numbers(sheet: Worksheet, answers: dict[str, Json]) -> list[str]:
    """Return every rating of a sheet, those given twice as changes; none of its words."""
    again = {step.of for step in sheet.steps if isinstance(step, Rerate)} & answers.keys()
    again |= {step.before for step in sheet.steps if isinstance(step, Scale) and step.before}
    found: list[str] = []
    for step in sheet.steps:
        if step.id in again and step.id in answers:
            continue
        if isinstance(step, Moods):
            pairs = _rated(answers.get(step.id))
            found += [f"{name} {rating}" for name, rating in pairs if rating is not None]
        elif isinstance(step, Scale) and not step.before and step.id in answers:
            found.append(f"{step.name} {answers[step.id]}")
    return found + changes(sheet, answers)


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
        lines = [escape(line) for line in numbers(sheet, answers)]
        lines = lines or [texts.html("reading-no-numbers")]
        return "\n".join([head, "", texts.html("reading-summary"), *lines])
    session = _session(entry, sheet, answers)
    lines = [
        texts.html("shown-line", label=step.name, answer=Html(shown))
        for step in sheet.steps
        if not isinstance(step, Info)
        and (shown := answer_html(step, session, texts, limit=WHOLE)) is not None
    ]
    notes = entry.body.get("notes")
    if isinstance(notes, list) and notes:
        said = "\n".join(escape(str(note)) for note in notes)
        lines.append(f"<b>{texts.html('reading-notes')}</b>\n{said}")
    return "\n\n".join([head, *lines])


def _session(entry: Written, sheet: Worksheet, answers: dict[str, Json]) -> Session:
    """Return the session the entry came from, as far as showing its answers needs it."""
    skipped = entry.body.get("skipped")
    return Session(
        id=entry.session,
        client=entry.client,
        worksheet=Ref(entry.worksheet, 0, ""),
        variant=VARIANTS[0],
        stage=sheet.stages[-1].id,
        status="done",
        asked=Asked("", None),
        opened_at=entry.began_at,
        answers=answers,
        skipped=frozenset(map(str, skipped)) if isinstance(skipped, list) else frozenset(),
    )


def _answers(entry: Written) -> dict[str, Json]:
    answers = entry.body.get("answers")
    return answers if isinstance(answers, dict) else {}


def shared_changes(entry: Written, sheet: Worksheet) -> list[str]:
    """Return the changes that may be shown without opening the entry."""
    return [] if entry.sharing == "nothing" else changes(sheet, _answers(entry))
