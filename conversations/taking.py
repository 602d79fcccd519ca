"""How a text or a pressed value becomes an answer of the step that stands open.

Which step that is and what comes after it is the engine's business (`moves.py` for the latter).
"""

from collections.abc import Sequence

from conversations import countdown
from conversations.answers import (
    TEXT_LIMIT,
    Parsed,
    Value,
    feelings_refusal,
    parse,
    press,
    rate,
)
from conversations.effects import Added, How, Refuse
from conversations.lists import (
    add_feelings,
    add_texts,
    full,
    next_item,
    rate_item,
    room_in,
    takes_items,
    unrated,
)
from conversations.model import (
    Clock,
    Countdown,
    Moods,
    Multi,
    OneChoice,
    Pick,
    Rerate,
    Scale,
    Step,
    Text,
    TextList,
)
from conversations.moves import conclude, finish_clock, refuse, stale
from conversations.path import CANNOT_YET, cannot_yet, options_of, rated_of, texts_of, visible_path
from conversations.session import Appended, Json, Option
from conversations.starting import is_over
from conversations.turn import Turn
from conversations.typed_moves import may_mean, means_start, no_feeling
from conversations.unsure import ask_which, is_answer, says_which, take_out


def take_text(turn: Turn, step: Step, text: str) -> None:
    """Take a text that was written to the question `step`."""
    if says_which(turn, step, text):
        return
    if move := may_mean(turn, text):
        ask_which(turn, step, text, move)
        return
    take_out(turn)
    if step.id in turn.session.locked:
        append_to(turn, step, text)
        conclude(turn, step)
    elif isinstance(step, Moods | Rerate) and turn.session.item is not None:
        _take_rating(turn, step, text)
    elif isinstance(step, Moods | Rerate):
        _take_feelings(turn, step, text)
    elif isinstance(step, TextList):
        _take_items(turn, step, text)
    elif isinstance(step, Countdown) and _is_meanwhile(turn, step, text):
        _take_meanwhile(turn, step, text)
    else:
        _take_whole(turn, step, _parsed(turn, step, text), text)


def take_press(turn: Turn, step: Step, value: str) -> None:
    """Take a value pressed under the question `step`; a value it does not have changes nothing."""
    if value in ("keep", "clear", "cant", "done", "mine"):
        _press_word(turn, step, value)
        return
    if isinstance(step, Countdown):
        _press_clock(turn, step, value)
        return
    if isinstance(step, Multi):
        _toggle(turn, step, value)
        return
    items = texts_of(step.of, turn.session) if isinstance(step, Pick) else ()
    today = turn.now.date()
    found = press(step, value, today=today, options=_options(turn, step), items=items)
    if found is None or step.id in turn.session.locked:
        stale(turn)
    elif not isinstance(step, Moods | Rerate):
        _take_whole(turn, step, found, "")
    elif turn.session.item is not None and isinstance(found.value, int):
        _rated(turn, step, found.value)
    else:
        stale(turn)


def pass_item(turn: Turn, step: Moods | Rerate) -> None:
    """Leave the item that stands open without a rating and go on."""
    _rated(turn, step, None)


def take_burst(turn: Turn, text: str) -> None:
    """Take a text written before its writer could see the current question."""
    step = turn.step
    if step is not None and step.id in turn.session.halfway and _burst_item(turn, step, text):
        return
    last = turn.session.last
    target = turn.worksheet.by_id.get(last) if last else None
    met = {step.id for step in visible_path(turn.worksheet, turn.session)}
    if target is None or target.id not in met or target.id not in turn.session.answers:
        turn.note(text)
        return
    before = turn.session.answers[target.id]
    append_to(turn, target, text)
    if turn.session.answers[target.id] == before:
        return
    undo = turn.mint()
    turn.change(appended=Appended(undo, target.id, before, text))
    turn.effects.append(Added(target.id, undo))
    if step is not None and (target.pin or (isinstance(step, Pick) and step.of == target.id)):
        turn.redraw()


def write_into(turn: Turn, target: str, text: str) -> None:
    """Keep what was written while a clock ran in the text step that is there for it, in silence."""
    met = {step.id: step for step in visible_path(turn.worksheet, turn.session)}
    if target in met:
        append_to(turn, met[target], text)
        turn.change(last=target)
    else:
        turn.note(text)


def _press_clock(turn: Turn, step: Countdown, value: str) -> None:
    mark = countdown.mark_of(step, turn.session)
    found = press(step, value, today=turn.now.date())
    if value == "go" and not countdown.is_running(step, turn.session):
        countdown.begin(turn, step)
    elif mark is not None and mark.rates and found is not None and isinstance(found.value, int):
        countdown.rate(turn, step, found.value)
    else:
        stale(turn)


def _is_meanwhile(turn: Turn, step: Countdown, text: str) -> bool:
    return countdown.is_running(step, turn.session) or means_start(turn, text)


def _take_meanwhile(turn: Turn, step: Countdown, text: str) -> None:
    """Take a text at a clock: it starts it, is a rating that was asked for, or is kept beside."""
    if not countdown.is_running(step, turn.session):
        countdown.begin(turn, step)
        return
    mark = countdown.mark_of(step, turn.session)
    found = rate(text, step.max, turn.numerals, turn.session.offered)
    if mark is None or not mark.rates:
        turn.note(text)
        turn.repeat()
    elif isinstance(found, Value):
        if found.note:
            turn.note(found.note)
        countdown.rate(turn, step, found.value if isinstance(found.value, int) else 0)
    else:
        refuse(turn, found, note=_worth_noting(text, found))


def append_to(turn: Turn, step: Step, text: str) -> None:
    """Add a text to an answered text step; what has no room, or fits no text step, is noted."""
    value = turn.session.answers.get(step.id)
    if isinstance(step, TextList) and isinstance(value, list):
        room = room_in(step, turn.session)
        turn.keep(step.id, [*value, text], "appended") if room > 0 else turn.note(text)
    elif isinstance(step, Text):
        old = value if isinstance(value, str) else ""
        room = TEXT_LIMIT - len(old) - 1
        if room > 0:
            turn.keep(step.id, f"{old}\n{text[:room]}" if old else text[:room], "appended")
        if text[max(room, 0) :]:
            turn.note(text[max(room, 0) :])
    else:
        turn.note(text)


def _parsed(turn: Turn, step: Step, text: str) -> Parsed:
    items = texts_of(step.of, turn.session) if isinstance(step, Pick) else ()
    today = turn.now.date()
    return parse(
        step,
        text,
        today=today,
        options=_options(turn, step),
        items=items,
        language=turn.language,
        offered=turn.session.offered,
    )


def _options(turn: Turn, step: Step) -> Sequence[Option]:
    return options_of(step, turn.session) if isinstance(step, OneChoice | Multi) else ()


def _take_whole(turn: Turn, step: Step, parsed: Parsed, text: str) -> None:
    if isinstance(parsed, Refuse):
        refuse(turn, parsed, note=_worth_noting(text, parsed))
        return
    if is_over(turn.worksheet, turn.session, step, parsed.value, turn.now):
        refuse(turn, Refuse("refuse-over-today" if isinstance(step, Clock) else "refuse-over"))
        return
    if not turn.session.tries and (unlikely := _unlikely(turn, step, parsed.value)):
        refuse(turn, unlikely, note=parsed.note)
        return
    turn.keep(step.id, parsed.value, _how(turn, step))
    if parsed.note:
        turn.note(parsed.note)
    if isinstance(step, Text):
        turn.change(last=step.id)
    conclude(turn, step)


def _unlikely(turn: Turn, step: Step, value: Json) -> Refuse | None:
    """What is asked once about a rating that does not go with an earlier one."""
    if not isinstance(step, Scale) or not isinstance(value, int):
        return None
    for name, sign in ((step.not_below, 1), (step.not_above, -1)):
        earlier = turn.session.answers.get(name or "")
        if isinstance(earlier, int) and sign * (value - earlier) < 0:
            label = turn.worksheet.by_id[name or ""].name
            told = {"label": label, "earlier": earlier, "given": value}
            return Refuse("refuse-unlikely", told)
    return None


def _how(turn: Turn, step: Step) -> How:
    before = turn.session.answers.get(step.id)
    return "answered" if before is None or step.id in turn.session.halfway else "edited"


def _worth_noting(text: str, reason: Refuse) -> str:
    """A bare number or word that was refused is no loss; anything that says something is kept."""
    return text if sum(char.isalpha() for char in text) > 1 and not reason.bare else ""


def _take_rating(turn: Turn, step: Moods | Rerate, text: str) -> None:
    found = rate(text, step.max, turn.numerals, turn.session.offered)
    if isinstance(found, Value):
        if found.note:
            turn.note(found.note)
        rating = found.value
        _rated(turn, step, rating if isinstance(rating, int) else None)
        return
    more = _feelings(turn, step, text) if isinstance(step, Moods) else found
    if isinstance(more, Value) and any(r is not None for _, r in _pairs(more.value)):
        _add(turn, step, more)  # "sad 80, angry 40" where 80 was asked
        _after_items(turn, step)
        return
    refuse(turn, found, note=_worth_noting(text, found))


def _rated(turn: Turn, step: Moods | Rerate, rating: int | None) -> None:
    rate_item(turn, step, rating)
    item = turn.session.item
    turn.settle()
    _go_on_rating(turn, step, next_item(step, turn.session, -1 if item is None else item))


def _go_on_rating(turn: Turn, step: Moods | Rerate, item: int | None) -> None:
    if item is not None:
        turn.put(step.id, item)
    elif full(step, turn.session):
        conclude(turn, step, settled=True)
    else:
        turn.put(step.id)


def _after_items(turn: Turn, step: Moods | Rerate) -> None:
    """Ask the rating of the first feeling that has none; else "any other?"."""
    item = next_item(step, turn.session, -1) if isinstance(step, Moods) else _new_item(turn, step)
    turn.settle(left=turn.session.item is not None)
    _go_on_rating(turn, step, item)


def _new_item(turn: Turn, step: Rerate) -> int | None:
    return next_item(step, turn.session, len(rated_of(step.of, turn.session)) - 1)


def _take_feelings(turn: Turn, step: Moods | Rerate, text: str) -> None:
    if not takes_items(step, turn.session.item):
        reason = rate_refusal(step)
        refuse(turn, reason, note=_worth_noting(text, reason))
        return
    found = _feelings(turn, step, text)
    if no_feeling(turn, text) and not isinstance(found, Refuse):
        found = feelings_refusal(step)
    if isinstance(found, Refuse):
        refuse(turn, found, note=_worth_noting(text, found))
        return
    _add(turn, step, found)
    _after_items(turn, step)


def _feelings(turn: Turn, step: Moods | Rerate, text: str) -> Parsed:
    as_moods = Moods.model_construct(kind="moods", id=step.id, max=step.max)
    return parse(as_moods, text, today=turn.now.date(), language=turn.language)


def _add(turn: Turn, step: Moods | Rerate, found: Value) -> None:
    add_feelings(turn, step, _pairs(found.value))
    if found.note:
        turn.note(found.note)


def rate_refusal(step: Moods | Rerate) -> Refuse:
    """Say that a number is wanted, with an example."""
    return Refuse("refuse-rating", {"max": step.max, "example": 60 * step.max // 100})


def _pairs(value: Json) -> list[tuple[str, int | None]]:
    found: list[tuple[str, int | None]] = []
    for item in value if isinstance(value, list) else []:
        if isinstance(item, dict):
            rating = item.get("rating")
            found.append((str(item.get("name")), rating if isinstance(rating, int) else None))
    return found


def _take_items(turn: Turn, step: TextList, text: str) -> None:
    found = parse(step, text, today=turn.now.date())
    value = found.value if isinstance(found, Value) else None
    add_texts(turn, step, [str(item) for item in value] if isinstance(value, list) else [text])
    if full(step, turn.session):
        conclude(turn, step)
    else:
        turn.settle()
        turn.put(step.id)


def _burst_item(turn: Turn, step: Step, text: str) -> bool:
    """Take a burst as another item of the list that stands open; False if it is none."""
    if isinstance(step, TextList) and room_in(step, turn.session) > 0:
        add_texts(turn, step, [line.strip() for line in text.split("\n") if line.strip()])
    elif isinstance(step, Moods):
        rating = rate(text, step.max, turn.numerals)
        if isinstance(rating, Value) and (item := turn.session.item) is not None:
            if item != unrated(step, turn.session) or not isinstance(rating.value, int):
                return False
            _rated(turn, step, rating.value)
            return True
        found = _feelings(turn, step, text)
        if isinstance(found, Refuse) or room_in(step, turn.session) <= 0:
            return False
        _add(turn, step, found)
    else:
        return False
    turn.redraw()
    return True


def _toggle(turn: Turn, step: Multi, value: str) -> None:
    way, _, option = value.partition(".")
    options = options_of(step, turn.session)
    if way not in ("on", "off") or not any(o.id == option for o in options):
        stale(turn)
        return
    chosen = set(texts_of(step.id, turn.session))
    wanted = chosen | {option} if way == "on" else chosen - {option}
    if wanted != chosen or step.id not in turn.session.answers:
        turn.keep(step.id, [o.id for o in options if o.id in wanted], _how(turn, step))
        turn.change(halfway=turn.session.halfway | {step.id})
    turn.redraw()


def _press_word(turn: Turn, step: Step, value: str) -> None:
    answered = step.id in turn.session.answers
    if value == "done" and isinstance(step, Countdown) and answered:
        finish_clock(turn, step)
    elif value == "cant" and step.cannot_yet and turn.session.item is None:
        take_out(turn)
        turn.keep(step.id, CANNOT_YET, _how(turn, step))
        conclude(turn, step)
    elif value == "mine" and turn.session.unsure:
        is_answer(turn, step)
    elif value == "done" and isinstance(step, Multi):
        _finish_multi(turn, step)
    elif value in ("keep", "done") and answered:
        conclude(turn, step)
    elif value == "done" and isinstance(step, Moods | TextList):
        refuse(turn, Refuse("refuse-none-yet"))
    elif value == "clear" and answered and step.id not in turn.session.locked:
        _clear(turn, step)
    else:
        stale(turn)


def _finish_multi(turn: Turn, step: Multi) -> None:
    chosen = texts_of(step.id, turn.session)
    if len(chosen) < step.min_items:
        refuse(turn, Refuse("refuse-more", {"min": step.min_items}))
        return
    if step.id not in turn.session.answers or cannot_yet(turn.session.answers[step.id]):
        turn.keep(step.id, [], _how(turn, step))
    conclude(turn, step)


def _clear(turn: Turn, step: Step) -> None:
    """Take the answer out: a list begins anew, any other step is left empty (if it may be)."""
    turn.change(halfway=turn.session.halfway - {step.id})
    if isinstance(step, Moods | TextList | Rerate | Multi) or step.required:
        turn.keep(step.id, None, "edited")
        turn.settle()
        turn.put_step(step)
    else:
        turn.keep(step.id, None, "skipped")
        conclude(turn, step)
