"""Entries as a therapist reads them: the client's own words and numbers, where shared."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from conversations.markup import Html, escape, plain, shorten
from conversations.model import (
    Countdown,
    Info,
    Moods,
    Multi,
    OneChoice,
    Rerate,
    Scale,
    Step,
    Text,
    Worksheet,
)
from conversations.path import is_quiet, name_of, options_of, texts_of
from conversations.session import Json, Ref, Session
from conversations.showing import answer_html, clock_html
from conversations.texts import Texts
from homework import wrapping
from homework.house import House
from homework.retelling import session_of
from homework.store.entries import Written

LINE = 80
"""UTF-16 units of one text in a line of the digest."""

BROUGHT = 200
"""UTF-16 units of one text that is brought to the session."""

WHOLE = 100_000
"""Nothing is shortened for the one who has to read it."""


def changes(sheet: Worksheet, answers: Mapping[str, Json]) -> list[str]:
    """Return every rating that was given twice: "shame 85 → 60". Numbers only, no judgement."""
    return [f"{name} {before} → {after}" for name, before, after in pairs(sheet, answers)]


def pairs(sheet: Worksheet, answers: Mapping[str, Json]) -> list[tuple[str, int, int]]:
    """Return the name, the first and the second value of every rating that was given twice."""
    found: list[tuple[str, int, int]] = []
    for step in sheet.steps:
        if isinstance(step, Rerate):
            before = dict(_rated(answers.get(step.of)))
            for name, rating in _rated(answers.get(step.id)):
                first = before.get(name)
                if first is not None and rating is not None:
                    found.append((name, first, rating))
        elif isinstance(step, Scale) and step.before:
            first, last = answers.get(step.before), answers.get(step.id)
            if isinstance(first, int) and isinstance(last, int):
                found.append((step.name, first, last))
    return found


def numbers(sheet: Worksheet, session: Session) -> list[str]:
    """Return every rating of a sheet, those given twice as changes; none of its words."""
    answers = session.answers
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
            found.append(f"{name_of(step, session)} {answers[step.id]}")
    return found + changes(sheet, answers) + chosen(sheet, session)


def chosen(sheet: Worksheet, session: Session) -> list[str]:
    """Return of each list of earlier words how many were chosen: "Still matter 2/5"."""
    return [
        f"{step.name} {len(texts_of(step.id, session))}/{len(options_of(step, session))}"
        for step in sheet.steps
        if isinstance(step, Multi) and step.choices_from == "words" and step.id in session.answers
    ]


def clocks(sheet: Worksheet, session: Session, texts: Texts) -> list[str]:
    """Return what each clock of a sheet counted, and the ratings meanwhile, as HTML."""
    return [
        f"{escape(step.name)} {clock_html(session.answers[step.id], texts, ' · ')}"
        for step in sheet.steps
        if isinstance(step, Countdown) and step.id in session.answers
    ]


def _rated(value: Json) -> list[tuple[str, int | None]]:
    pairs: list[tuple[str, int | None]] = []
    for item in value if isinstance(value, list) else []:
        if isinstance(item, dict):
            rating = item.get("rating")
            pairs.append((str(item.get("name")), rating if isinstance(rating, int) else None))
    return pairs


def sheet_of(house: House, one: Written, texts: Texts | None = None) -> Worksheet | None:
    """Return the worksheet as it was when an entry was written, or the newest there is; in the
    reader's language, or as it was written without `texts`."""
    version, known = one.body.get("version"), str(one.body.get("sha256"))
    then = Ref(one.worksheet, version, known) if isinstance(version, int) else None
    if then is None or then not in house.shelf.published:
        then = house.shelf.newest.get(one.worksheet)
    return house.shelf.worksheet(then, texts.locale if texts else "") if then else None


def title_of(house: House, one: Written, texts: Texts) -> str:
    """Return the title of an entry's sheet in the reader's language."""
    sheet = sheet_of(house, one, texts)
    return sheet.title if sheet else str(one.body.get("title", one.worksheet))


def entry_html(entry: Written, sheet: Worksheet, texts: Texts) -> str:
    """Return an entry as far as it is shared: all of it, a summary, or only that it was done."""
    head = _head(entry, sheet, texts)
    if entry.sharing == "nothing":
        return f"{head}\n\n{texts.html('reading-kept')}"
    if entry.sharing == "summary":
        session = session_of(entry, sheet)
        lines = [escape(line) for line in numbers(sheet, session)] + clocks(sheet, session, texts)
        lines += [escape(line) for line in wrapping.told(entry, texts)]
        lines = lines or [texts.html("reading-no-numbers")]
        return "\n".join([head, "", texts.html("reading-summary"), *lines])
    session = session_of(entry, sheet)
    lines, told = _gist(entry, sheet, session, texts)
    told |= _dates(sheet) if entry.state == "done" else set()
    lines += _earlier(entry, sheet, session, texts)
    for step in sheet.steps:
        untold = isinstance(step, Info) or is_quiet(step)
        shown = None if untold else _shown(entry, step, session, texts)
        if shown is not None and (step.id not in told or _added(entry, step, session)):
            label = name_of(step, session)
            if step.id in _changed(entry):
                label = texts.plain("reading-changed-step", label=label)
            lines.append(_line(texts, label, Html(shown)))
    notes = entry.body.get("notes")
    if isinstance(notes, list) and notes:
        said = "\n".join(escape(str(note)) for note in notes)
        lines.append(f"<b>{texts.html('reading-notes')}</b>\n{said}")
    if after := wrapping.told(entry, texts):
        lines.append(texts.html("reading-after", said=" · ".join(after)))
    return "\n\n".join([head, *lines])


def _head(entry: Written, sheet: Worksheet, texts: Texts) -> str:
    state = texts.plain(f"reading-{entry.state}")
    if entry.recalled:
        state = texts.plain("reading-recalled", state=state)
    if entry.sharing != "nothing" and entry.body.get("changed"):
        state = texts.plain("reading-changed", state=state)
    took = entry.closed_at - entry.began_at
    if len(sheet.stages) > 1:
        return texts.html("reading-head-days", title=sheet.title, state=state, days=took.days)
    minutes = max(1, round(took.total_seconds() / 60))
    return texts.html("reading-head", title=sheet.title, minutes=minutes, state=state)


def _changed(entry: Written) -> frozenset[str]:
    """The steps whose answers were changed after the sheet was closed."""
    steps = entry.body.get("changed")
    return frozenset(map(str, steps)) if isinstance(steps, list) else frozenset()


def _line(texts: Texts, label: str, answer: Html | str) -> str:
    return texts.html("shown-line", label=label, answer=answer)


def _gist(
    entry: Written, sheet: Worksheet, session: Session, texts: Texts
) -> tuple[list[str], set[str]]:
    """What stands on top of a sheet over days: what was written before, what came of it, each
    rating before → after; and the steps it tells. No judgement.
    """
    lines: list[str] = []
    told: set[str] = set()
    for before, first, step, second in _beside(entry, sheet, session):
        lines += [
            _line(texts, sheet.by_id[before].name, first),
            _line(texts, step.name, second),
        ]
        told |= {before, step.id}
    for step in sheet.steps if len(sheet.stages) > 1 else ():
        if isinstance(step, Scale) and step.before and step.before in session.answers:
            shown = answer_html(step, session, texts, limit=WHOLE)
            if shown is not None:
                lines.append(_line(texts, step.name, Html(shown)))
                told |= {step.before, step.id}
    return lines, told


def _dates(sheet: Worksheet) -> set[str]:
    """The steps that say when a part comes: no news once it has come."""
    rules = [rule for stage in sheet.stages for rule in (stage.starts, stage.again) if rule]
    return {step for rule in rules for step in (rule.on, rule.at) if step}


def _added(entry: Written, step: Step, session: Session) -> bool:
    """Whether later thoughts stand below the first words of a locked answer."""
    first = _first_words(entry, step.id)
    return first is not None and first != session.answers.get(step.id)


def _beside(
    entry: Written, sheet: Worksheet, session: Session
) -> Iterator[tuple[str, str, Text | OneChoice, str]]:
    """The step and first words of what was written before, the step and words of what came."""
    for step in sheet.steps:
        if not isinstance(step, Text | OneChoice) or step.beside is None:
            continue
        before = _restated(sheet, step.beside, session)
        said, second = session.answers.get(before), session.answers.get(step.id)
        if isinstance(said, str) and isinstance(second, str):
            words = _label(step, second) if isinstance(step, OneChoice) else second
            yield before, _first_words(entry, before) or said, step, words


def _restated(sheet: Worksheet, step: str, session: Session) -> str:
    """The step whose words stand for those of `step` now."""
    anew = [s.id for s in sheet.steps if isinstance(s, Text) and s.restates == step]
    return next((each for each in anew if isinstance(session.answers.get(each), str)), step)


def _label(step: OneChoice, chosen: str) -> str:
    return next((choice.label for choice in step.choices if choice.id == chosen), chosen)


def _first_words(entry: Written, step: str) -> str | None:
    """What stood in a locked answer when it was locked; later thoughts are no part of it."""
    first = entry.body.get("first")
    words = first.get(step) if isinstance(first, dict) else None
    return words if isinstance(words, str) else None


def _shown(entry: Written, step: Step, session: Session, texts: Texts) -> str | None:
    """The answer of a step; what was added to locked words stands apart from the first ones."""
    before, now = _first_words(entry, step.id), session.answers.get(step.id)
    if before is not None and isinstance(now, str) and now.startswith(f"{before}\n"):
        added = now.removeprefix(f"{before}\n")
        return texts.html("reading-added", first=before, added=added)
    return answer_html(step, session, texts, limit=WHOLE)


def _earlier(entry: Written, sheet: Worksheet, session: Session, texts: Texts) -> list[str]:
    """What was put off, each time with the answers that were given then."""
    rounds = entry.body.get("put_off")
    lines: list[str] = []
    for answers in rounds if isinstance(rounds, list) else []:
        then = replace(session, answers=answers if isinstance(answers, dict) else {})
        said = [
            shown
            for step in sheet.steps
            if step.id in then.answers
            and (shown := answer_html(step, then, texts, limit=WHOLE)) is not None
        ]
        lines.append(texts.html("reading-put-off", said=Html("; ".join(said))))
    return lines


def shared_lines(entry: Written, sheet: Worksheet, texts: Texts) -> list[str]:
    """Return in plain words what may be shown of an entry without opening it: ratings that were
    given twice; where all is shared also predicted | happened, or why nothing came of a plan."""
    if entry.sharing == "nothing":
        return []
    session = session_of(entry, sheet)
    found = [*changes(sheet, session.answers), *chosen(sheet, session)]
    if entry.sharing == "all" and sheet.to_session:
        return _brought(sheet, session, texts)
    if entry.sharing == "all" and len(sheet.stages) > 1:
        told = bool(found) or any(
            isinstance(s, Text) for _, _, s, _ in _beside(entry, sheet, session)
        )
        found = [*_short_pairs(entry, sheet, session, texts), *found]
        if entry.state == "done" and not told:
            found += _instead(sheet, session, texts)
    after = wrapping.told(entry, texts)
    return [*found, *(shorten("; ".join(line.split("\n")), LINE) for line in after)]


def _brought(sheet: Worksheet, session: Session, texts: Texts) -> list[str]:
    """What is brought to the session, each in one line."""
    found: list[str] = []
    for step in sheet.steps:
        shown = answer_html(step, session, texts) if step.id in session.answers else None
        if shown is not None and step.show_back:
            words = shorten("; ".join(plain(shown).split("\n")), BROUGHT)
            found.append(texts.plain("reading-brought", label=step.name, said=words))
    return found


def _short_pairs(entry: Written, sheet: Worksheet, session: Session, texts: Texts) -> list[str]:
    return [
        texts.plain(
            "reading-pair-short",
            before=_inside(sheet.by_id[before].name),
            first=shorten("; ".join(first.split("\n")), LINE),
            after=_inside(step.name),
            second=shorten(second, LINE),
        )
        for before, first, step, second in _beside(entry, sheet, session)
    ]


def _inside(name: str) -> str:
    """A short name as it stands inside a line."""
    return name[:1].lower() + name[1:]


def _instead(sheet: Worksheet, session: Session, texts: Texts) -> list[str]:
    """What was chosen in the last part of a sheet that came to nothing: dropped, and why."""
    return [
        plain(shown)
        for step in sheet.steps
        if isinstance(step, OneChoice)
        and step.show_back
        and step.beside is None
        and step.stage == sheet.stages[-1].id
        and step.id in session.answers
        and (shown := answer_html(step, session, texts)) is not None
    ]
