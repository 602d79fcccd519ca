"""A message was written as a reply to an earlier question: its words belong there, nowhere else.

Pure and total, like the engine. Words are added to words; a rating, a choice, a day take the place
of the old one. What cannot be an answer there is kept beside the answers, and said so. The question
that stands open is put once more, below what was said.
"""

from collections.abc import Sequence
from datetime import datetime

from conversations.answers import TEXT_LIMIT, Value, parse, rate
from conversations.effects import Added, Noted, Outcome, Reworded, Saved
from conversations.language import UNSPOKEN, Language, folded
from conversations.lists import Pairs, as_json, room_in
from conversations.markup import clean
from conversations.model import (
    Countdown,
    Info,
    Moods,
    Multi,
    Rerate,
    Step,
    Text,
    TextList,
    Worksheet,
)
from conversations.moves import go_on
from conversations.path import (
    cannot_yet,
    fold_name,
    is_given,
    names_of,
    options_of,
    rated_of,
    texts_of,
    visible_path,
)
from conversations.rewording import parsed, planned_by
from conversations.session import CLOSED, Appended, Json, Session
from conversations.starting import is_over
from conversations.taking import append_to
from conversations.turn import Turn
from conversations.typed_moves import no_feeling


def is_move(text: str, language: Language) -> bool:
    """Whether words are about going on or not, whatever they were written under."""
    return folded(text) in language.back | language.pause | language.too_much


def reply(
    worksheet: Worksheet,
    session: Session,
    step: Step,
    text: str,
    *,
    about: str | None,
    now: datetime,
    language: Language = UNSPOKEN,
) -> Outcome:
    """Return the session after `text` was written under the question of a step.

    `about`: the feeling whose rating that question asked for. Of a session that is not open the
    answers change and nothing is asked.
    """
    turn = Turn(worksheet, session, now, language)
    words = clean(text).strip()
    if words:
        _take(turn, step, about, words)
        _after(turn)
    return turn.outcome(session)


def _take(turn: Turn, step: Step, about: str | None, words: str) -> None:
    met = {each.id for each in visible_path(turn.worksheet, turn.session)}
    if step.id not in met or isinstance(step, Info | Countdown):
        _beside(turn, step, words)
    elif step.id in planned_by(turn):
        turn.effects.append(Reworded(step.id, "planned"))
        _beside(turn, step, words)
    elif step.id in turn.session.locked and not _takes_more(turn, step):
        turn.effects.append(Reworded(step.id, "locked"))
        _beside(turn, step, words)
    elif isinstance(step, Text | TextList):
        _add_words(turn, step, words)
    elif isinstance(step, Moods | Rerate):
        _keep(turn, step, _feelings(turn, step, about, words), words)
    else:
        _keep(turn, step, _whole(turn, step, words), words)


def _takes_more(turn: Turn, step: Step) -> bool:
    """Later words may be added to a locked text while its sheet is not over."""
    words = isinstance(step, Text | TextList) and not is_given(step, turn.session)
    return words and turn.session.status not in CLOSED


def _beside(turn: Turn, step: Step, words: str) -> None:
    """Keep words beside the answers; they are about the step they were written to."""
    turn.change(notes=(*turn.session.notes, words))
    turn.effects += [Saved(step.id, words, "noted"), Noted()]


def _add_words(turn: Turn, step: Text | TextList, words: str) -> None:
    before = turn.session.answers.get(step.id)
    if isinstance(step, TextList):
        _add_items(turn, step, words)
    elif before is None or cannot_yet(before):
        turn.keep(step.id, words[:TEXT_LIMIT], "edited" if before else "answered")
        if words[TEXT_LIMIT:]:
            _beside(turn, step, words[TEXT_LIMIT:])
    else:
        append_to(turn, step, words)
    if turn.session.answers.get(step.id) == before:
        return
    if before is None or cannot_yet(before) or turn.session.status != "open":
        turn.effects.append(Reworded(step.id, "taken"))
        return
    undo = turn.mint()
    turn.change(appended=Appended(undo, step.id, before, words))
    turn.effects.append(Added(step.id, undo))


def _add_items(turn: Turn, step: TextList, words: str) -> None:
    """Each line is an item; what has no room is kept beside."""
    room, kept = room_in(step, turn.session), texts_of(step.id, turn.session)
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    if room > 0:
        turn.keep(step.id, [*kept, *lines[:room]], "appended" if kept else "answered")
    for line in lines[max(room, 0) :]:
        _beside(turn, step, line)


def _whole(turn: Turn, step: Step, words: str) -> Value | None:
    found = parsed(turn, step, words)
    if not isinstance(found, Value) or is_over(
        turn.worksheet, turn.session, step, found.value, turn.now
    ):
        return None
    if isinstance(step, Multi) and isinstance(found.value, list):
        chosen = [*texts_of(step.id, turn.session), *found.value]
        options: Sequence[Json] = [each.id for each in options_of(step, turn.session)]
        return Value([one for one in options if one in chosen], found.note)
    return found


def _feelings(turn: Turn, step: Moods | Rerate, about: str | None, words: str) -> Value | None:
    """Return the feelings with what was said of one of them, or with new ones."""
    now = rated_of(step.id, turn.session)
    names = {fold_name(name): name for name in names_of(step, turn.session)}
    said = _named(turn, step, words)
    if about is None and len(names) == 1:
        about = next(iter(names.values()))
    if about is not None and all(fold_name(name) not in names for name, _ in said):
        number = rate(words, step.max, turn.numerals)
        if isinstance(number, Value) and isinstance(number.value, int):
            if fold_name(about) not in names:
                return None  # that feeling has another name by now
            return Value(as_json(_rated(now, names[fold_name(about)], number.value)), number.note)
    takes_new = isinstance(step, Moods) or step.allow_new
    if not said or (not takes_new and any(fold_name(name) not in names for name, _ in said)):
        return None
    room, spare = room_in(step, turn.session), list[str]()
    for name, rating in said:
        known = names.get(fold_name(name))
        if known is not None:
            now = _rated(now, known, rating)
        elif room > 0:
            now, room = [*now, (name, rating)], room - 1
        else:
            spare.append(name if rating is None else f"{name} {rating}")
    return Value(as_json(now), "\n".join(spare))


def _named(turn: Turn, step: Moods | Rerate, words: str) -> Pairs:
    """Return the feelings that words name, with what rating they have there."""
    as_moods = Moods.model_construct(kind="moods", id=step.id, max=step.max)
    found = parse(as_moods, words, today=turn.now.date(), language=turn.language)
    if not isinstance(found, Value) or no_feeling(turn, words):
        return []
    pairs: Pairs = []
    for one in found.value if isinstance(found.value, list) else []:
        if isinstance(one, dict):
            rating = one.get("rating")
            pairs.append((str(one.get("name")), rating if isinstance(rating, int) else None))
    return pairs


def _rated(pairs: Pairs, name: str, rating: int | None) -> Pairs:
    same = fold_name(name)
    if all(fold_name(each) != same for each, _ in pairs):
        return [*pairs, (name, rating)]
    return [
        (each, rating if fold_name(each) == same and rating is not None else old)
        for each, old in pairs
    ]


def _keep(turn: Turn, step: Step, found: Value | None, words: str) -> None:
    if found is None:
        turn.effects.append(Reworded(step.id, "unread"))
        if sum(char.isalpha() for char in words) > 1:
            _beside(turn, step, words)
        return
    before = turn.session.answers.get(step.id)
    if found.value != before:
        turn.keep(step.id, found.value, "answered" if before is None else "edited")
    turn.effects.append(Reworded(step.id, "taken"))
    if found.note:
        _beside(turn, step, found.note)


def _after(turn: Turn) -> None:
    """Put what stands open once more; a question that fell off the path gives way to the next."""
    session, step = turn.session, turn.step
    if session.status != "open":
        return
    met = {each.id for each in visible_path(turn.worksheet, session)}
    if step is not None and step.id not in met:
        turn.settle(left=True)
        go_on(turn)
    elif session.asked.delivered_at:  # one that waits, as under help, is put when it is asked for
        turn.repeat()
