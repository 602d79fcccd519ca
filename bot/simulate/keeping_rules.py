"""What must hold for all that is kept, whatever clients and the weather do: one function each.

Judged by what the rows say at the end, against what was written, pressed and shown. It must not
know how lives are lived.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from bot.simulate.evidence import Case
from bot.simulate.lives import WORD, letters
from bot.simulate.ringing_rules import MINUTE, Found
from conversations.session import Json
from homework.chain import ChainBroken, Occurrence, rebuild
from homework.ledger import END_STATES, REASONS, may_become
from homework.retelling import answers_of
from homework.store.entries import Written

SLACK = timedelta(minutes=10)
"""How long after its time a due thing may still stand open."""


def one_end(case: Case) -> Found:
    """Each practice whose time is over has one end state, which changes only as the ledger says."""
    for one in case.occurrences:
        states = [str(e.changes["state"]) for e in case.chains[one.id] if "state" in e.changes]
        for before, after in pairwise(["planned", *states]):
            if not may_become(before, after):
                yield one.closed_at or case.now, f"{before} became {after}"
        closed = [event for event in case.chains[one.id] if event.kind == "closed"]
        born = case.chains[one.id][0].changes.get("state") in END_STATES
        if (one.state in END_STATES) != (len(closed) + born == 1):
            yield one.closed_at or case.now, f"{len(closed) + born} ends, and it is {one.state}"
        over = one.closes_at is not None and one.closes_at + SLACK < case.now
        if over and one.state in ("planned", "prompted"):
            yield case.now, f"still {one.state}, over since {one.closes_at}"
        if one.reason not in REASONS.get(one.state, {None}):
            yield one.closed_at or case.now, f"{one.state} because of {one.reason}"


def shown_is_enforced(case: Case) -> Found:
    """The time shown in a prompt is the time from which beginning counts as late."""
    for one in case.occurrences:
        rungs = [rung for rung in case.evidence.rungs if rung.occurrence == one.id]
        if not rungs or one.closes_at is None:
            continue
        for rung in rungs:
            if abs(rung.ends_at - one.closes_at) >= MINUTE:
                yield rung.at, f"says until {rung.ends_at}, it is {one.closes_at}"
        if one.opened_at is None or one.state not in ("on_time", "late"):
            continue
        ends_at = rungs[-1].ends_at
        if (one.state == "late") != (one.opened_at >= ends_at) and not _beside(one, ends_at):
            yield one.opened_at, f"begun at {one.opened_at}, until {ends_at}, and it is {one.state}"


def _beside(one: Occurrence, ends_at: datetime) -> bool:
    """Whether it was begun in the very minute that is shown: seconds are not."""
    return one.opened_at is not None and timedelta(0) <= one.opened_at - ends_at < MINUTE


def ledger(case: Case) -> Found:
    """Each row is what its events add up to."""
    for one in case.occurrences:
        try:
            rebuilt = rebuild(case.chains[one.id])
        except ChainBroken as error:
            yield case.now, str(error)
            continue
        if rebuilt != one:
            yield case.now, f"the chain says {rebuilt}, the row {one}"


def not_their_doing(case: Case) -> Found:
    """What the bot, the line or an agreement prevented never counts against the client."""
    for one in case.occurrences:
        if one.state == "missed" and one.sent_at is None:
            yield one.closed_at or case.now, "missed, and it never arrived"
        if one.state == "partial" and one.opened_at is None:
            yield one.closed_at or case.now, "partial, and nobody began it"
        if one.state == "missed" and one.snoozes > _rang_again(case, one):
            yield one.closed_at or case.now, "missed, and what was put off did not ring again"
        if one.state == "partial" and _ran_out_resting(case, one):
            yield one.closed_at or case.now, "partial, and it ran out while it was to rest"
        if one.state not in ("missed", "partial") or one.closes_at is None:
            continue
        for spell in case.spells:
            away = spell.kind == "down" and spell.start <= one.closes_at < spell.end - SLACK
            if away and one.state == "missed":
                yield one.closes_at, "missed, and the bot was away when its window ended"
        setting = case.evidence.at(one.closes_at)
        if setting.paused_until and one.closes_at < setting.paused_until and one.state == "missed":
            yield one.closes_at, "missed in a pause"


def _rang_again(case: Case, one: Occurrence) -> int:
    """How often a prompt rang after its client had put it off."""
    return sum(rung.occurrence == one.id and rung.chosen for rung in case.evidence.rungs)


def _ran_out_resting(case: Case, one: Occurrence) -> bool:
    """Whether a sheet closed by itself, nobody doing anything, while it or everything rested."""
    closed = next((event.at for event in case.chains[one.id] if event.kind == "closed"), None)
    if closed is None or any(abs(closed - act) < MINUTE for act in case.life.acts):
        return False
    if any(one.start <= closed <= one.end + SLACK for one in case.spells):
        return False  # what was done meanwhile arrives at once
    until = case.evidence.at(closed).paused_until
    rests = next((a.rests for a in case.agreed if a.assignment == one.assignment), ())
    return (until is not None and closed < until) or any(s <= closed < e for s, e in rests)


def imputed(case: Case) -> Found:
    """Whatever stands in an entry was written or pressed by its client, or named as given by who
    set the sheet."""
    typed, pressed = "\n".join(case.life.typed), _pressed(case)
    numbers = _numbers(typed)
    for one in case.entries:
        for value in _values(_their_own(one)):
            if isinstance(value, bool) or str(value) in pressed:
                continue
            lines = value.splitlines() if isinstance(value, str) else []
            if any(line not in typed for line in lines) and not _is_moment(str(value)):
                yield one.closed_at, "a text that its client never sent"
            if isinstance(value, int | float) and value not in numbers:
                yield one.closed_at, f"the number {value}, which its client never gave"


def _their_own(one: Written) -> dict[str, Json]:
    """The answers of an entry that its client gave."""
    given = one.body.get("given")
    own = set(given) if isinstance(given, list) else set[Json]()
    return {key: value for key, value in answers_of(one).items() if key not in own}


def _numbers(typed: str) -> set[float]:
    """Return the numbers in texts; "6/10" is 60 of 100 as well."""
    shares = re.findall(r"(\d+)/(\d+)", typed)
    found = {float(number) for number in re.findall(r"\d+", typed)}
    return found | {100 * int(part) / int(whole) for part, whole in shares if int(whole)}


def _pressed(case: Case) -> set[str]:
    return {value.partition(".")[2] for value in case.life.pressed if "." in value}


def _is_moment(value: str) -> bool:
    """Whether it is a day or a time, which may be said in words."""
    try:
        return bool(datetime.strptime(value, "%Y-%m-%d" if "-" in value else "%H:%M"))  # noqa: DTZ007 - only its form
    except ValueError:
        return False


def _values(value: Json) -> Iterator[Json]:
    """Return every text and number inside; texts line by line, since bursts are joined."""
    match value:
        case list():
            for one in value:
                yield from _values(one)
        case dict():
            for one in value.values():
                yield from _values(one)
        case str():
            yield from (line for line in value.splitlines() if line)
        case None:
            pass
        case _:
            yield value


def theirs(case: Case) -> Found:
    """Nobody sees words of others, or a button about what is not theirs."""
    yield from case.evidence.foreign
    for noun, subject in sorted(case.evidence.about):
        owner = case.owners.get(subject)
        if owner is not None and owner != case.client:
            yield case.now, f"a button about {noun} of somebody else"
    own = letters(case.life.number)
    for one in case.entries:
        if any(whose != own for whose in WORD.findall(str(one.body))):
            yield one.closed_at, "an entry holds words of somebody else"
