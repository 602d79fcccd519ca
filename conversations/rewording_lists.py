"""Lists whose message was edited: items and feelings change where they stand, and what hangs on
them (a pick, a second rating) goes with them."""

from collections.abc import Sequence

from conversations.answers import Value, parse, rate
from conversations.brought import Brought, overtaken, unclear
from conversations.lists import Pairs, as_json
from conversations.model import Moods, Pick, Rerate, TextList
from conversations.path import fold_name, pairs_of, rated_of, texts_of
from conversations.session import Json
from conversations.turn import Turn


def items(turn: Turn, step: TextList, was: Brought, words: str) -> Value | None:
    """Return the list in which the lines of the message stand where its old ones did."""
    earlier = was.before if isinstance(was.before, list) else []
    after = was.after if isinstance(was.after, list) else []
    old = [str(item) for item in after[len(earlier) :]] if was.said is None else _lines(was.said)
    new = _lines(words)
    kept_items = texts_of(step.id, turn.session)
    places = [place for place, item in enumerate(kept_items) if item in old]
    if not old or len(places) < len(old):
        overtaken(turn, step)
        return None
    kept = [item for place, item in enumerate(kept_items) if place not in places]
    at = sum(place < places[0] for place in range(len(kept_items)) if place not in places)
    found = [*kept[:at], *new, *kept[at:]]
    for spare in found[step.max_items :]:
        turn.note(spare)
    _follow(turn, step, _paired(old, new))
    return Value([*found[: step.max_items]])


def _paired(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """Return what each of the old words has become: the same words, wherever they stand now, else
    those in the same place of a list as long. What is left became nothing."""
    found = {one: other for one in old for other in new if fold_name(one) == fold_name(other)}
    if len(old) == len(new):
        taken = set(found.values())
        found |= {
            one: other
            for one, other in zip(old, new, strict=True)
            if one not in found and other not in taken
        }
    return found


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.split("\n") if line.strip()]


def _follow(turn: Turn, source: TextList, renamed: dict[str, str]) -> None:
    """What was picked of a list is still picked when its words change."""
    for step in turn.worksheet.steps:
        picked = turn.session.answers.get(step.id)
        if isinstance(step, Pick) and step.of == source.id and isinstance(picked, str):
            new = renamed.get(picked, picked)
            if new != picked and step.id not in turn.session.locked:
                turn.keep(step.id, new, "edited")


def feelings(turn: Turn, step: Moods | Rerate, was: Brought, words: str) -> Value | None:
    """Return the feelings as they are now that the message says `words`; None: no change."""
    before, after = dict(pairs_of(was.before)), dict(pairs_of(was.after))
    touched = [name for name in after if name not in before or before[name] != after[name]]
    source = rated_of(step.of, turn.session) if isinstance(step, Rerate) else []
    given = {fold_name(name) for name in before} | {fold_name(name) for name, _ in source}
    names = [name for name in touched if fold_name(name) not in given]
    if names:
        return _names(turn, step, names if was.said is None else None, was, words)
    now, rating = dict(rated_of(step.id, turn.session)), rate(words, step.max, turn.numerals)
    said = rate(was.said, step.max, turn.numerals) if was.said is not None else None
    known = said.value if isinstance(said, Value) else after.get(touched[0]) if touched else None
    if len(touched) != 1 or touched[0] not in now or now[touched[0]] != known:
        overtaken(turn, step)
        return None
    if not isinstance(rating, Value) or not isinstance(rating.value, int):
        unclear(turn, step)
        return None
    value = as_json([(n, rating.value if n == touched[0] else r) for n, r in now.items()])
    return Value(value, rating.note)


def _listed(turn: Turn, step: Moods | Rerate, words: str | None) -> Value | None:
    moods = Moods.model_construct(kind="moods", id=step.id, max=step.max)
    found = parse(moods, words or "", today=turn.now.date(), language=turn.language)
    return found if isinstance(found, Value) else None


def _names(
    turn: Turn, step: Moods | Rerate, old: list[str] | None, was: Brought, words: str
) -> Value | None:
    if old is None:
        said = _listed(turn, step, was.said)
        old = [name for name, _ in pairs_of(said.value)] if said else []
    found = _listed(turn, step, words)
    if found is None:
        unclear(turn, step)
        return None
    here = {name for name, _ in rated_of(step.id, turn.session)}
    if not old or not here.issuperset(old):
        overtaken(turn, step)
        return None
    return Value(_named_anew(turn, step, old, pairs_of(found.value)), found.note)


def _named_anew(turn: Turn, step: Moods | Rerate, old: list[str], new: Pairs) -> Json:
    """Other names in the place of the old ones; a rating given since stays with its feeling."""
    now = rated_of(step.id, turn.session)
    ratings = {fold_name(name): rating for name, rating in now}
    renamed = _paired(old, [name for name, _ in new])
    was = {name: before for before, name in renamed.items()}
    put: Pairs = []
    for name, rating in new:
        known = ratings.get(fold_name(was.get(name, name)))
        put.append((name, known if rating is None else rating))
    at = next(place for place, (name, _) in enumerate(now) if name in old)
    kept = [pair for pair in now if pair[0] not in old]
    result: Pairs = []
    for pair in [*kept[:at], *put, *kept[at:]]:
        if all(fold_name(pair[0]) != fold_name(name) for name, _ in result):
            result.append(pair)
    room = step.max_items if isinstance(step, Moods) else len(now)
    for name, rating in result[room:]:
        turn.note(name if rating is None else f"{name} {rating}")
    if isinstance(step, Moods):
        _rename_again(turn, step, renamed)
    return as_json(result[:room])


def _rename_again(turn: Turn, source: Moods, renamed: dict[str, str]) -> None:
    """A feeling that was rated again is the same one under its new name."""
    for step in turn.worksheet.steps:
        if isinstance(step, Rerate) and step.of == source.id and step.id in turn.session.answers:
            pairs = rated_of(step.id, turn.session)
            new = [(renamed.get(name, name), rating) for name, rating in pairs]
            if pairs != new and step.id not in turn.session.locked:
                turn.keep(step.id, as_json(new), "edited")
