"""A message was edited after it was taken: the answer it gave follows it, wherever one is by now.

Pure and total, like the engine. Only what the message itself brought is changed: words added since
stay, and an answer that was given anew since is left alone. Locked answers keep their first words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from conversations.answers import TEXT_LIMIT, Parsed, Value, parse, rate
from conversations.effects import How, Outcome, Reworded, Saved
from conversations.lists import Pairs, as_json
from conversations.markup import clean
from conversations.model import (
    Info,
    Moods,
    Multi,
    OneChoice,
    Pick,
    Rerate,
    Step,
    Text,
    TextList,
    Worksheet,
)
from conversations.moves import go_on
from conversations.numerals import DIGITS, Numerals
from conversations.path import (
    fold_name,
    names_of,
    options_of,
    pairs_of,
    rated_of,
    texts_of,
    visible_path,
)
from conversations.session import Json, Session
from conversations.taking import take_text
from conversations.turn import Turn

_ANSWERS: frozenset[How] = frozenset(("answered", "edited", "appended", "skipped"))


@dataclass(frozen=True, slots=True)
class Brought:
    """What a message brought: the step's whole value before and after it, or (noted) the words.

    `said`: what it said when it was last edited; None for one that was not edited yet.
    """

    step: str
    how: How
    before: Json = field(repr=False)
    after: Json = field(repr=False)
    said: str | None = field(default=None, repr=False)

    @property
    def words(self) -> str:
        """The words of a note as they stand."""
        return str(self.after) if self.said is None else self.said


def reword(
    worksheet: Worksheet,
    session: Session,
    brought: Sequence[Brought],
    text: str,
    *,
    now: datetime,
    numerals: Numerals = DIGITS,
) -> Outcome:
    """Return the session after a message that `brought` something came to say `text`.

    Of a session that is closed, waits or was put aside, the answers change and nothing is asked.
    """
    turn = Turn(worksheet, session, now, numerals)
    words = clean(text).strip()
    answer = next((one for one in brought if one.how in _ANSWERS), None)
    note = next((one for one in brought if one.how == "noted"), None)
    step = worksheet.by_id.get(answer.step) if answer else None
    if words and answer and step:
        _answer(turn, step, answer, note, words)
        if turn.session is not session:
            _after(turn)
    elif words and note:
        _note(turn, note, words)
    return turn.outcome(session)


def _answer(turn: Turn, step: Step, was: Brought, note: Brought | None, words: str) -> None:
    if step.id in turn.session.locked:
        turn.effects.append(Reworded(step.id, "locked"))
        return
    if isinstance(step, Moods | Rerate):
        found = _feelings(turn, step, was, words)
    elif isinstance(step, TextList):
        found = _items(turn, step, was, words)
    elif isinstance(step, Text) and was.how == "appended":
        found = _added(turn, step, was, words)
    else:
        found = _whole(turn, step, was, words)
    if found is None:
        return
    if found.value != turn.session.answers.get(step.id):
        turn.keep(step.id, found.value, "edited")
        turn.effects += [
            Saved(step.id, {"now": words}, "reworded"),
            Reworded(step.id, "taken"),
        ]
    if note and not isinstance(step, Text):  # the words beside a number are those of the message
        _take_out(turn, note.step, note.words, found.note)
    elif found.note:
        turn.note(found.note)


def _unclear(turn: Turn, step: Step) -> None:
    turn.effects.append(Reworded(step.id, "unclear"))


def _overtaken(turn: Turn, step: Step) -> None:
    turn.effects.append(Reworded(step.id, "overtaken"))


def _whole(turn: Turn, step: Step, was: Brought, words: str) -> Value | None:
    value = turn.session.answers.get(step.id)
    found = _parsed(turn, step, words)
    if isinstance(step, Info):
        return None
    if not isinstance(found, Value):
        _unclear(turn, step)
        return None
    now = was.after if was.said is None else _parsed(turn, step, was.said)
    if value == (now.value if isinstance(now, Value) else now):
        return found
    first, more = str(was.after) if was.said is None else was.said, str(value)
    if isinstance(step, Text) and more.startswith(f"{first}\n"):  # words were added to it since
        return Value(f"{found.value}{more.removeprefix(first)}"[:TEXT_LIMIT], found.note)
    _overtaken(turn, step)
    return None


def _parsed(turn: Turn, step: Step, words: str) -> Parsed:
    return parse(
        step,
        words,
        today=turn.now.date(),
        options=options_of(step, turn.session) if isinstance(step, OneChoice | Multi) else (),
        items=texts_of(step.of, turn.session) if isinstance(step, Pick) else (),
        words=turn.numerals,
    )


def _added(turn: Turn, step: Text, was: Brought, words: str) -> Value | None:
    """Words that were added to an answer: only they change."""
    value, before = turn.session.answers.get(step.id), was.before
    added = str(was.after).removeprefix(f"{before}\n") if was.said is None else was.said
    if not isinstance(value, str) or f"\n{added}\n" not in f"\n{value}\n":
        _overtaken(turn, step)
        return None
    head, _, tail = f"\n{value}\n".rpartition(f"\n{added}\n")
    return Value(f"{head}\n{words}\n{tail}".strip("\n")[:TEXT_LIMIT])


def _items(turn: Turn, step: TextList, was: Brought, words: str) -> Value | None:
    """Items of a list: the lines of the message take the place of those it had."""
    earlier = was.before if isinstance(was.before, list) else []
    after = was.after if isinstance(was.after, list) else []
    old = [str(item) for item in after[len(earlier) :]] if was.said is None else _lines(was.said)
    new = _lines(words)
    items = texts_of(step.id, turn.session)
    places = [place for place, item in enumerate(items) if item in old]
    if not old or len(places) < len(old):
        _overtaken(turn, step)
        return None
    kept = [item for place, item in enumerate(items) if place not in places]
    at = sum(place < places[0] for place in range(len(items)) if place not in places)
    found = [*kept[:at], *new, *kept[at:]]
    for spare in found[step.max_items :]:
        turn.note(spare)
    if len(old) == len(new):
        _follow(turn, step, dict(zip(old, new, strict=True)))
    return Value([*found[: step.max_items]])


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


def _feelings(turn: Turn, step: Moods | Rerate, was: Brought, words: str) -> Value | None:
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
        _overtaken(turn, step)
        return None
    if not isinstance(rating, Value) or not isinstance(rating.value, int):
        _unclear(turn, step)
        return None
    value = as_json([(n, rating.value if n == touched[0] else r) for n, r in now.items()])
    return Value(value, rating.note)


def _listed(turn: Turn, step: Moods | Rerate, words: str | None) -> Value | None:
    moods = Moods.model_construct(kind="moods", id=step.id, max=step.max)
    found = parse(moods, words or "", today=turn.now.date(), words=turn.numerals)
    return found if isinstance(found, Value) else None


def _names(
    turn: Turn, step: Moods | Rerate, old: list[str] | None, was: Brought, words: str
) -> Value | None:
    if old is None:
        said = _listed(turn, step, was.said)
        old = [name for name, _ in pairs_of(said.value)] if said else []
    found = _listed(turn, step, words)
    if found is None:
        _unclear(turn, step)
        return None
    here = {name for name, _ in rated_of(step.id, turn.session)}
    if not old or not here.issuperset(old):
        _overtaken(turn, step)
        return None
    return Value(_named_anew(turn, step, old, pairs_of(found.value)), found.note)


def _named_anew(turn: Turn, step: Moods | Rerate, old: list[str], new: Pairs) -> Json:
    """Other names in the place of the old ones; a rating given since stays with its feeling."""
    now = rated_of(step.id, turn.session)
    ratings = {fold_name(name): rating for name, rating in now}
    same = len(old) == len(new)
    renamed = dict(zip(old, (name for name, _ in new), strict=True)) if same else {}
    put: Pairs = []
    for place, (name, rating) in enumerate(new):
        known = ratings.get(fold_name(old[place] if same else name))
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


def _note(turn: Turn, was: Brought, words: str) -> None:
    """Words kept beside the answers. Where the same question still stands, they may answer it."""
    old = was.words
    if old == words or old not in turn.session.notes:
        return
    step = turn.step
    if turn.session.status == "open" and step is not None and step.id == was.step:
        _take_out(turn, was.step, old, "")
        take_text(turn, step, words)
        return
    _take_out(turn, was.step, old, words)
    turn.effects.append(Reworded(None, "taken"))


def _take_out(turn: Turn, step: str, old: str, new: str) -> None:
    notes = list(turn.session.notes)
    if old not in notes:
        return
    at = notes.index(old)
    notes[at : at + 1] = [new] if new else []
    turn.change(notes=tuple(notes))
    turn.effects.append(Saved(step, {"was": old, "now": new}, "reworded"))


def _after(turn: Turn) -> None:
    """Draw what stands open anew; a question that fell off the path gives way to the next."""
    session, step = turn.session, turn.step
    if session.status != "open":
        return
    met = {each.id for each in visible_path(turn.worksheet, session)}
    gone = step is not None and step.id not in met
    if isinstance(step, Moods | Rerate) and session.item is not None:
        gone = gone or session.item >= len(names_of(step, session))
    if gone:
        turn.settle(left=True)
        go_on(turn)
    else:
        turn.redraw()
