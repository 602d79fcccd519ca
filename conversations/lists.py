"""Steps that are answered item by item: feelings with ratings, re-ratings, lists of texts.

Each item is saved as it comes. `session.item` is the item whose rating is asked; without it the
step itself is asked ("any other feeling?"). A step stays in `session.halfway` until concluded.
"""

from collections.abc import Sequence

from conversations.model import Moods, Rerate, Step, TextList
from conversations.path import cannot_yet, fold_name, names_of, rated_of, texts_of
from conversations.session import Json, Session
from conversations.turn import Turn

ListStep = Moods | Rerate | TextList
Pairs = list[tuple[str, int | None]]


def takes_items(step: Step | None, item: int | None) -> bool:
    """Whether a text may be a new item of this step just now."""
    return isinstance(step, Moods | TextList) or (
        isinstance(step, Rerate) and step.allow_new and item is None
    )


def room_in(step: ListStep, session: Session) -> int:
    """Return how many more items the step takes."""
    if isinstance(step, TextList):
        return step.max_items - len(texts_of(step.id, session))
    if isinstance(step, Moods):
        return step.max_items - len(rated_of(step.id, session))
    return 2 * 5 - len(names_of(step, session))


def add_texts(turn: Turn, step: TextList, items: Sequence[str]) -> None:
    """Add texts to a list; what has no room is kept as a note."""
    kept = texts_of(step.id, turn.session)
    room = room_in(step, turn.session)
    if items[:room]:
        _save(turn, step.id, [*kept, *items[:room]])
        turn.change(last=step.id)
    for text in items[room:]:
        turn.note(text)


def add_feelings(turn: Turn, step: Moods | Rerate, found: Pairs) -> None:
    """Add feelings; a name that is there already gets the new rating instead of a second row."""
    pairs = rated_of(step.id, turn.session)
    names = [fold_name(name) for name in names_of(step, turn.session)]
    room = room_in(step, turn.session)
    for name, rating in found:
        if fold_name(name) in names:
            pairs = _rated(pairs, name, rating)
        elif room > 0:
            pairs.append((name, rating))
            names.append(fold_name(name))
            room -= 1
        else:
            turn.note(name if rating is None else f"{name} {rating}")
    if pairs != rated_of(step.id, turn.session) or step.id not in turn.session.answers:
        _save(turn, step.id, as_json(pairs))


def rate_item(turn: Turn, step: Moods | Rerate, rating: int | None) -> None:
    """Store the rating of the item that stands open (None: passed over)."""
    names = names_of(step, turn.session)
    item = turn.session.item
    if item is None or item >= len(names):
        return
    pairs = rated_of(step.id, turn.session)
    here = [name for name, _ in pairs if fold_name(name) == fold_name(names[item])]
    pairs = _rated(pairs, names[item], rating) if here else [*pairs, (names[item], rating)]
    _save(turn, step.id, as_json(pairs))


def next_item(step: Moods | Rerate, session: Session, after: int) -> int | None:
    """Return the next item to rate after place `after`."""
    pairs = {fold_name(name): rating for name, rating in rated_of(step.id, session)}
    source = len(rated_of(step.of, session)) if isinstance(step, Rerate) else 0
    for place, name in enumerate(names_of(step, session)):
        waits = fold_name(name) not in pairs or pairs[fold_name(name)] is None
        if place > after and (waits or place < source):
            return place
    return None


def unrated(step: Moods, session: Session) -> int | None:
    """Return the last feeling if it has no rating yet."""
    pairs = rated_of(step.id, session)
    return len(pairs) - 1 if pairs and pairs[-1][1] is None else None


def full(step: ListStep, session: Session) -> bool:
    """Whether the step needs no "anything else?": one is enough here, or there is no room."""
    if isinstance(step, Rerate):
        return not step.allow_new or room_in(step, session) <= 0
    one = session.variant in step.one_in and step.id in session.answers
    return one or room_in(step, session) <= 0


def as_json(pairs: Pairs) -> Json:
    """Return names and ratings in the shape that is stored."""
    return [{"name": name, "rating": rating} for name, rating in pairs]


def _rated(pairs: Pairs, name: str, rating: int | None) -> Pairs:
    same = fold_name(name)
    found = [(n, r if fold_name(n) != same or rating is None else rating) for n, r in pairs]
    if any(fold_name(n) == same for n, _ in pairs):
        return found
    return [*found, (name, rating)]


def _save(turn: Turn, step: str, value: Json) -> None:
    old = turn.session.answers.get(step)
    begun = step in turn.session.halfway or old is None or cannot_yet(old)
    turn.keep(step, value, "answered" if begun and not turn.session.editing else "edited")
    turn.change(halfway=turn.session.halfway | {step})
