"""Which steps a person meets, in which order: a function of the answers and nothing else.

Because the path is computed, back, edit, progress and resume need no machinery of their own. A
condition on a step that is itself not on the path counts as not met.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from conversations.model import (
    Clock,
    Moods,
    Multi,
    OneChoice,
    Pick,
    Rerate,
    Scale,
    Step,
    Text,
    When,
    Worksheet,
)
from conversations.session import VARIANTS, Json, Option, Session, Variant

CANNOT_YET: Json = {"cannot_yet": True}
"""The value of a step answered with "I can't yet"."""


def cannot_yet(value: Json) -> bool:
    """Whether the value says "I can't yet"."""
    return value == CANNOT_YET


def visible_path(worksheet: Worksheet, session: Session) -> tuple[Step, ...]:
    """Return the steps of all stages up to the current one that this person meets, in order.

    A step outside the variant stays on the path if it was answered in a larger form.
    """
    return _path(worksheet, session, hopeful=False)


def likely_path(worksheet: Worksheet, session: Session) -> tuple[Step, ...]:
    """Return the current stage's steps, those included that hang on an answer not given yet.

    Of steps that exclude each other, those of the longest way are. This is what progress is counted
    on, so that the count does not grow under one's hands.
    """
    path = _path(worksheet, session, hopeful=True)
    for fork in path:
        if isinstance(fork, OneChoice) and _ahead(fork, session):
            ways = [_taken(session, fork, way) for way in _ways(worksheet, fork)]
            longest = max(
                ways, key=lambda way: len(_path(worksheet, way, hopeful=True)), default=None
            )
            session = longest or session
    path = _path(worksheet, session, hopeful=True)
    return tuple(s for s in path if s.stage == session.stage and not is_given(s, session))


def _ways(worksheet: Worksheet, fork: OneChoice) -> list[str]:
    """Return the answers to a choice on which other steps hang, if there are several."""
    found: dict[str, None] = {}
    for when in (when for step in worksheet.steps for when in step.when if when.step == fork.id):
        if isinstance(when.is_, str):
            found[when.is_] = None
        found |= dict.fromkeys(when.in_ or ())
    return [*found] if len(found) > 1 else []


def _taken(session: Session, fork: OneChoice, way: str) -> Session:
    return replace(session, answers={**session.answers, fork.id: way})


def _path(worksheet: Worksheet, session: Session, *, hopeful: bool) -> tuple[Step, ...]:
    stages = [stage.id for stage in worksheet.stages]
    reached = stages[: stages.index(session.stage) + 1] if session.stage in stages else stages
    met: dict[str, Step] = {}
    ahead: set[str] = set()
    for step in _in_order(worksheet, session):
        if step.stage not in reached:
            continue
        if session.variant not in step.variants and step.id not in session.answers:
            continue
        if not _usable(step, session, met) and not (
            isinstance(step, Pick | Rerate) and step.of in ahead
        ):
            continue
        if step.when and not all(
            when.step in ahead or _holds(when, session, met) for when in step.when
        ):
            continue
        met[step.id] = step
        if hopeful and _ahead(step, session):
            ahead.add(step.id)
    return tuple(met.values())


def _in_order(worksheet: Worksheet, session: Session) -> Sequence[Step]:
    """Return all steps in the order in which they are asked."""
    ordered = worksheet.steps
    for step in worksheet.movable:
        if step.sooner and all(_holds(w, session, worksheet.by_id) for w in step.sooner.when):
            rest = [each for each in ordered if each is not step]
            at = place_of(step.sooner.than, rest)
            ordered = (*rest[:at], step, *rest[at:])
    return ordered


def stage_path(worksheet: Worksheet, session: Session) -> tuple[Step, ...]:
    """Return the part of the visible path that belongs to the current stage."""
    return tuple(s for s in visible_path(worksheet, session) if s.stage == session.stage)


def review_path(worksheet: Worksheet, session: Session) -> tuple[Step, ...]:
    """Return what the review shows: the current stage, and the heart of what was locked before."""
    path = visible_path(worksheet, session)
    return tuple(s for s in path if s.stage == session.stage or _is_heart(s, session))


def is_given(step: Step, session: Session) -> bool:
    """Whether the answer of a step came with the practice."""
    return step.given is not None and step.id in session.handed


def is_quiet(step: Step) -> bool:
    """Whether a step says how a sheet is asked, which nobody need read among the answers."""
    return isinstance(step, OneChoice) and step.quiet


def given_in(worksheet: Worksheet, session: Session) -> frozenset[str]:
    """Return the steps whose answers came with the practice."""
    return frozenset(step.id for step in worksheet.steps if is_given(step, session))


def wrote(worksheet: Worksheet, session: Session) -> bool:
    """Whether somebody answered or wrote something themselves."""
    return bool(session.notes or session.answers.keys() - given_in(worksheet, session))


def _is_heart(step: Step, session: Session) -> bool:
    return step.id in session.locked and (step.pin or step.show_back)


def all_hold(conditions: Sequence[When], worksheet: Worksheet, session: Session) -> bool:
    """Whether conditions hold for the answers given so far."""
    met = {step.id: step for step in visible_path(worksheet, session)}
    return all(_holds(when, session, met) for when in conditions)


def words_of(text: str, step: Step, session: Session) -> str:
    """Return a text of a step with the name that was handed in for it."""
    if not isinstance(step, Scale) or not step.named:
        return text
    handed = session.handed.get(step.id)
    return text.replace("{name}", handed[0].label if handed else "…")


def name_of(step: Step, session: Session) -> str:
    """Return the short name of a step as this session says it."""
    return words_of(step.name, step, session)


def first_open(worksheet: Worksheet, session: Session) -> Step | None:
    """Return the first visible step that still waits for an answer or a skip."""
    for step in visible_path(worksheet, session):
        if step.id not in session.skipped and is_open(step, session):
            return step
    return None


def is_open(step: Step, session: Session) -> bool:
    """Whether the step has no complete answer (a skipped one has none)."""
    if step.id in session.halfway or step.id not in session.answers:
        return True
    value = session.answers[step.id]
    if cannot_yet(value):
        return False
    if isinstance(step, Pick):
        return value not in texts_of(step.of, session)
    if isinstance(step, Rerate):
        rated = {fold_name(name) for name, _ in rated_of(step.id, session)}
        return any(fold_name(name) not in rated for name, _ in rated_of(step.of, session))
    return False


def options_of(step: OneChoice | Multi, session: Session) -> tuple[Option, ...]:
    """Return what can be chosen: the worksheet's own choices or those handed in."""
    if step.choices_from:
        return tuple(session.handed.get(step.id, ()))
    return tuple(Option(choice.id, choice.label) for choice in step.choices)


def suggested(step: Clock, session: Session) -> tuple[str, ...]:
    """Return the times that are offered: those handed in, or the worksheet's own."""
    handed = session.handed.get(step.id) if step.suggest_from == "handed" else None
    return step.suggest if handed is None else tuple(option.id for option in handed)


def texts_of(step: str, session: Session) -> list[str]:
    """Return the items of an answered list of texts (or of a multi choice), else an empty list."""
    value = session.answers.get(step)
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def rated_of(step: str, session: Session) -> list[tuple[str, int | None]]:
    """Return name and rating of each item of an answered list of feelings."""
    return pairs_of(session.answers.get(step))


def pairs_of(value: Json) -> list[tuple[str, int | None]]:
    """Return name and rating of each item of a value; [] for one that is no list of feelings."""
    found: list[tuple[str, int | None]] = []
    for item in value if isinstance(value, list) else []:
        if isinstance(item, dict) and isinstance(name := item.get("name"), str):
            rating = item.get("rating")
            found.append((name, rating if isinstance(rating, int) else None))
    return found


def names_of(step: Moods | Rerate, session: Session) -> list[str]:
    """Return the names to rate in order: a re-rating begins with those of its source."""
    own = [name for name, _ in rated_of(step.id, session)]
    if isinstance(step, Moods):
        return own
    names = [name for name, _ in rated_of(step.of, session)]
    known = {fold_name(name) for name in names}
    return names + [name for name in own if fold_name(name) not in known]


def fold_name(name: str) -> str:
    """Return the form under which two names of feelings count as the same."""
    return " ".join(name.casefold().split())


def pinned(worksheet: Worksheet, session: Session, above: Step) -> tuple[Step, ...]:
    """Return the answered steps that stay visible on top of the step `above`.

    A text that was restated gives way to the one that restates it.
    """
    found: list[Step] = []
    for step in visible_path(worksheet, session):
        if step.id == above.id:
            break
        value = session.answers.get(step.id)
        if step.pin and value is not None and not cannot_yet(value):
            found.append(step)
    restated = {step.restates for step in found if isinstance(step, Text)}
    return tuple(step for step in found if step.id not in restated)


def earlier_rating(step: Step, session: Session) -> int | None:
    """Return the rating that a second look (`before`) is shown beside."""
    if isinstance(step, Scale) and step.before:
        value = session.answers.get(step.before)
        return value if isinstance(value, int) and not isinstance(value, bool) else None
    return None


def _ahead(step: Step, session: Session) -> bool:
    return step.id not in session.skipped and is_open(step, session)


def _usable(step: Step, session: Session, met: dict[str, Step]) -> bool:
    """A step that would have nothing to choose or rate is not on the path: no dead ends; nor is
    what a therapist sets, where they did not."""
    if step.given == "therapist":
        return is_given(step, session)
    match step:
        case Pick():
            return step.of in met and bool(texts_of(step.of, session))
        case Rerate():
            return step.of in met and bool(rated_of(step.of, session))
        case OneChoice() | Multi():
            return bool(options_of(step, session))
        case Scale() if step.named:
            return bool(session.handed.get(step.id))
        case _:
            return True


def _holds(when: When, session: Session, met: Mapping[str, Step]) -> bool:
    value = session.answers.get(when.step) if when.step in met else None
    there = value is not None and not cannot_yet(value)
    if when.answered is not None:
        return there == when.answered
    if not there:
        return False
    if when.is_ is not None:
        return isinstance(value, bool) == isinstance(when.is_, bool) and value == when.is_
    if when.in_ is not None:
        return value in when.in_
    if when.has is not None:
        return isinstance(value, list) and when.has in value
    return _within(when, value)


def _within(when: When, value: Json) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if when.at_least is not None:
        return value >= when.at_least
    return when.at_most is not None and value <= when.at_most


def place_of(step_id: str, steps: Sequence[Step]) -> int:
    """Return the index of a step, or -1."""
    return next((place for place, step in enumerate(steps) if step.id == step_id), -1)


def next_smaller(worksheet: Worksheet, session: Session) -> Variant | None:
    """Return the next smaller form of the sheet, None if this is the smallest."""
    place = VARIANTS.index(session.variant)
    return next((v for v in worksheet.variants if VARIANTS.index(v) > place), None)
