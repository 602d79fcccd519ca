"""Leaves out of an entry what its client keeps: the one place where that is decided for files.

It must not know where the rows come from, nor what is made of them.
"""

from collections.abc import Mapping
from dataclasses import replace

from conversations.model import Countdown, Moods, Multi, Rerate, Scale, Step, Worksheet
from conversations.path import cannot_yet, options_of, pairs_of, texts_of
from conversations.session import Json, Ref
from homework.reports.shared import Answers, Shared
from homework.retelling import session_of
from homework.store.entries import Written


def as_shared(
    entry: Written,
    sheet: Worksheet | None,
    ref: Ref,
    zone: str,
    answered_at: Mapping[str, int],
) -> Shared:
    """Return an entry as far as it is shared. `answered_at`: by step, of all its answers.

    Without its sheet nobody can tell ratings from words: then a summary holds nothing.
    """
    bare = Shared(
        id=entry.id,
        sheet=ref,
        assignment=entry.assignment,
        occurrence=entry.occurrence,
        variant=entry.variant,
        state=entry.state,
        sharing=entry.sharing,
        recalled=entry.recalled,
        zone=zone,
        began_at=entry.began_at,
        closed_at=entry.closed_at,
        read_at=entry.read_at,
    )
    match entry.sharing:
        case "all":
            return _whole(bare, entry.body, answered_at)
        case "summary" if sheet is not None:
            return _numbers(bare, entry, sheet, answered_at)
        case _:
            return bare


def _whole(bare: Shared, body: Answers, answered_at: Mapping[str, int]) -> Shared:
    answers = _object(body.get("answers"))
    return replace(
        bare,
        answers=answers,
        answered_at={step: at for step, at in answered_at.items() if step in answers},
        skipped=frozenset(map(str, _list(body.get("skipped")))),
        notes=tuple(map(str, _list(body.get("notes")))),
        names={step: str(name) for step, name in _object(body.get("names")).items()},
        lists={step: _labels(offered) for step, offered in _object(body.get("lists")).items()},
        first=_object(body.get("first")),
        put_off=tuple(_object(one) for one in _list(body.get("put_off"))),
        parts=tuple(
            (str(one.get("stage")), str(one.get("at")))
            for one in map(_object, _list(body.get("parts")))
        ),
        changed=frozenset(map(str, _list(body.get("changed")))),
        given=frozenset(map(str, _list(body.get("given")))),
        after=_after(body, ("done", "hard", "useful", "way")),
    )


def _numbers(
    bare: Shared, entry: Written, sheet: Worksheet, answered_at: Mapping[str, int]
) -> Shared:
    session = session_of(entry, sheet)
    kept = {step.id: _rating(step, session.answers.get(step.id)) for step in sheet.steps}
    answers = {step: value for step, value in kept.items() if value is not None}
    counts = {
        step.id: (len(texts_of(step.id, session)), len(options_of(step, session)))
        for step in sheet.steps
        if isinstance(step, Multi) and step.choices_from == "words" and step.id in session.answers
    }
    told = answers.keys() | counts.keys()
    names = _object(entry.body.get("names"))
    return replace(
        bare,
        answers=answers,
        answered_at={step: at for step, at in answered_at.items() if step in told},
        names={step: str(name) for step, name in names.items() if step in answers},
        counts=counts,
        changed=frozenset(map(str, _list(entry.body.get("changed")))) & told,
        given=frozenset(map(str, _list(entry.body.get("given")))) & told,
        after=_after(entry.body, ("done", "hard", "useful")),
    )


def _after(body: Answers, parts: tuple[str, ...]) -> Answers:
    """What was said of the sheet itself when it was closed; what was passed over is left out."""
    said = _object(_object(body.get("wrap")).get("said"))
    return {part: said[part] for part in parts if said.get(part) is not None}


def _rating(step: Step, value: Json) -> Json:
    """The ratings in an answer, each with what it is for; None where there is none."""
    match step:
        case Scale() if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        case Countdown() if isinstance(value, dict) and "ran" in value:
            return {name: value[name] for name in ("ran", "ratings") if name in value}
        case Moods() | Rerate() if not cannot_yet(value):
            pairs = pairs_of(value)
            return [_rated(name, rating) for name, rating in pairs if rating is not None] or None
        case _:
            return None


def _rated(name: str, rating: int) -> Json:
    return {"name": name, "rating": rating}


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _labels(offered: Json) -> dict[str, str]:
    return {id: str(label) for id, label in _object(offered).items()}
