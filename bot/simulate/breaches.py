"""What must hold for every client, whatever they and the weather do: one row each.

Judged by what stood on phones and by what the rows say at the end. Whoever adds a rule to the bot
adds a row to `RULES`. It must not know how lives are lived.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from bot.simulate.evidence import Case, Rung
from bot.simulate.lives import WORD, letters
from conversations.session import Json
from homework import loads
from homework.burden import Caps
from homework.chain import ChainBroken, Occurrence, rebuild
from homework.ledger import END_STATES, REASONS, may_become

MINUTE = timedelta(minutes=1)
SLACK = timedelta(minutes=10)
"""How long after its time a due thing may still stand open."""
A_COPY = timedelta(minutes=5)
"""Within this a second copy of a doubtful message follows."""

Found = Iterator[tuple[datetime, str]]


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that did not hold, for whom (None: for nobody alone), when, and what was seen."""

    client: int | None
    rule: str
    at: datetime
    what: str


def _started_by_the_bot(case: Case) -> list[Rung]:
    """Return prompts and reminders without what the client asked for, and without copies."""
    found: list[Rung] = []
    for one in case.evidence.rungs:
        copy = any(
            other.occurrence == one.occurrence and other.doubtful and one.at - other.at < A_COPY
            for other in found[-3:]
        )
        if not copy and not (one.chosen and one.calm):
            found.append(one)
    return found


def _split(case: Case) -> tuple[list[Rung], list[Rung]]:
    """Return prompts, and reminders: what rings again for the same practice unasked."""
    prompts: list[Rung] = []
    reminders: list[Rung] = []
    rung: set[str] = set()
    for one in _started_by_the_bot(case):
        (reminders if one.occurrence in rung and not one.chosen else prompts).append(one)
        rung.add(one.occurrence)
    return prompts, reminders


def quiet_hours(case: Case) -> Found:
    """Nothing that the bot starts rings in quiet hours."""
    rings = [one.at for one in _started_by_the_bot(case)] + case.evidence.unasked
    for at in rings:
        setting = case.evidence.at(at)
        if setting.is_quiet(at):
            yield at, f"rang at {at.astimezone(setting.zone):%H:%M}, quiet is {setting.quiet}"


def caps(case: Case) -> Found:
    """No more prompts and reminders a day than agreed, over everything."""
    for kind, rungs in zip(("prompts", "reminders"), _split(case), strict=True):
        for one in rungs:
            zone = case.evidence.at(one.at).zone
            day = one.at.astimezone(zone).date()
            rang = sum(
                other.at <= one.at and other.at.astimezone(zone).date() == day for other in rungs
            )
            allowed = getattr(_allowed(case, one.at), kind)
            if rang > allowed:
                yield one.at, f"{rang} {kind} on {day}, allowed {allowed}"


def _allowed(case: Case, at: datetime) -> Caps:
    """Return the most of a day at which any of the agreements around a moment aims."""
    day = timedelta(days=1)
    running = [
        one for one in case.agreed if one.since <= at and (not one.until or at < one.until + day)
    ]
    rules = [rule for one in running for rule in one.regimen.rules]
    return loads.caps(rules, momentary=any(one.regimen.momentary for one in running))


def spacing(case: Case) -> Found:
    """Between prompts of different assignments lies an hour."""
    prompts, _ = _split(case)
    for before, after in pairwise(prompts):
        other = case.assignment_of(before.occurrence) != case.assignment_of(after.occurrence)
        if other and after.at - before.at < timedelta(minutes=Caps().spacing_minutes) - MINUTE:
            yield after.at, f"{(after.at - before.at) // MINUTE} min after another's prompt"


def twice(case: Case) -> Found:
    """Each practice rings once, is reminded of once, and again only as often as was asked for."""
    prompts, reminders = _split(case)
    for key in {one.occurrence for one in case.evidence.rungs}:
        rang = [one.at for one in (*prompts, *reminders) if one.occurrence == key]
        row = next((one for one in case.occurrences if one.id == key), None)
        snoozed_for_later = row.snoozes if row else 0
        if len(rang) > 2 + snoozed_for_later:
            yield max(rang), f"rang {len(rang)} times"
        reminded = [one.at for one in reminders if one.occurrence == key]
        if len(reminded) > 1 or (reminded and row and row.reminded_at is None):
            yield max(reminded), f"{len(reminded)} reminders"
    moments = [(one.entry, one.local_date) for one in case.occurrences if one.entry]
    if len(moments) != len(set(moments)):
        yield case.now, "a moment of a schedule came twice"
    sheets = [one.session for one in case.entries]
    if len(sheets) != len(set(sheets)):
        yield case.now, "a sheet has two entries"


def paused(case: Case) -> Found:
    """Nothing rings while a client pauses."""
    for one in case.evidence.rungs:
        until = case.evidence.at(one.at).paused_until
        if until is not None and one.at < until:
            yield one.at, f"rang, paused until {until:%Y-%m-%d %H:%M}"


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
        if one.state not in ("missed", "partial") or one.closes_at is None:
            continue
        for spell in case.spells:
            away = spell.kind == "down" and spell.start <= one.closes_at < spell.end - SLACK
            if away and one.state == "missed":
                yield one.closes_at, "missed, and the bot was away when its window ended"
        setting = case.evidence.at(one.closes_at)
        if setting.paused_until and one.closes_at < setting.paused_until and one.state == "missed":
            yield one.closes_at, "missed in a pause"


def imputed(case: Case) -> Found:
    """Whatever stands in an entry was written or pressed by its client."""
    typed = "\n".join(case.life.typed)
    for one in case.entries:
        for value in _values(one.body.get("answers")):
            said = str(value) in typed or str(value) in _pressed(case)
            if isinstance(value, str) and not (said or _is_moment(value)):
                yield one.closed_at, "a text that its client never sent"
            if isinstance(value, int) and not isinstance(value, bool) and not said:
                yield one.closed_at, "a number that its client never gave"


def _pressed(case: Case) -> set[str]:
    return {value.partition(".")[2] for value in case.life.pressed if "." in value}


def _is_moment(value: str) -> bool:
    """Whether it is a day or a time, which may be said in words."""
    try:
        return bool(datetime.strptime(value, "%Y-%m-%d" if "-" in value else "%H:%M"))  # noqa: DTZ007
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


def over(case: Case) -> Found:
    """Nothing of a schedule rings after its assignment has ended."""
    ends = {one.assignment.id: one.until for one in case.agreed}
    rows = {one.id: one for one in case.occurrences}
    for rung in case.evidence.rungs:
        row = rows.get(rung.occurrence)
        until = ends.get(row.assignment) if row and not row.chosen else None
        if until is not None and rung.at > until:
            yield rung.at, "rang after its assignment had ended"


RULES: Sequence[tuple[str, Callable[[Case], Found]]] = (
    ("never in quiet hours", quiet_hours),
    ("never over the caps", caps),
    ("spacing kept", spacing),
    ("never twice", twice),
    ("never in a pause", paused),
    ("never after the end", over),
    ("one end state each", one_end),
    ("shown deadline is enforced", shown_is_enforced),
    ("ledger rebuilt equal", ledger),
    ("never the client's doing", not_their_doing),
    ("nothing imputed", imputed),
    ("only what is theirs", theirs),
)
"""What is held, in the words of the report, and what looks after it."""


def judge(case: Case) -> list[Breach]:
    """Return every breach of a rule in one client's life."""
    return [
        Breach(case.life.number, name, at, what) for name, rule in RULES for at, what in rule(case)
    ]
