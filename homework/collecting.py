"""Answers come in: a batch's open sessions are loaded together, decided singly, saved together.

This is the hot path. One `Desk` serves one transaction; what needs more than the session's own rows
(a finished sheet, a form to carry out) is flushed and handed to `closing.py` or to the form's own
use case.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from conversations import engine
from conversations.countdown import is_quiet
from conversations.effects import (
    Completed,
    Effect,
    Outcome,
    Saved,
    Ticks,
)
from conversations.events import Event
from conversations.message import Message
from conversations.model import Worksheet
from conversations.path import given_in, wrote
from conversations.render import render
from conversations.session import Session
from conversations.texts import Texts
from homework import agreeing, alerting, closing, easing, parts, safeguarding, steadying
from homework.house import House
from homework.ids import new_id
from homework.outcomes import (
    LOST,
    ask_again_if_lost,
    asks,
    ends,
    goes_no_further,
    is_expired,
    unsaid,
    without_completed,
)
from homework.outgoing import Outgoing
from homework.posting import post_rendered, say
from homework.safety.screening import Finding
from homework.store import assignments, occurrences, outbox, sessions, timers
from homework.store.database import DatabaseUnavailable, Unit
from homework.store.people import Actor, Client, Person
from homework.store.sessions import Held, Turned

TICK = "tick"
"""The kind of the timer at which the clock of an open question is looked at."""

Form = Callable[["Desk", Actor, Held, Session], Awaitable[Message | None]]
"""What a finished form does; returns what keeps it open, or None when it is done."""


@dataclass(slots=True)
class Desk:
    """The open sessions of the people in one batch, and what is still to be saved.

    `held_back`: persons whose next question is not put now, because help stands before it; they ask
    for it. `alarmed`: persons who are shown help in this turn, so that a new text of the consent
    waits until they go on.
    """

    unit: Unit
    house: House
    forms: Mapping[str, Form] = field(repr=False)
    held: dict[str, Held | None] = field(default_factory=dict[str, Held | None], repr=False)
    turns: list[Turned] = field(default_factory=list[Turned])
    held_back: set[str] = field(default_factory=set[str], repr=False)
    alarmed: set[str] = field(default_factory=set[str], repr=False)

    async def load(self, persons: Collection[str]) -> None:
        """Load the open session of each person, in one go; those already here stay."""
        missing = [key for key in persons if key not in self.held]
        if missing:
            found = await sessions.load_open(self.unit, missing)
            self.held |= {key: found.get(key) for key in missing}

    def open_for(self, who: Actor) -> Held | None:
        """Return the loaded open session that `who` may go on with now, as what they are now."""
        held = self.held.get(who.person.id) if who.person else None
        return held if held and sessions.is_theirs(who, held) else None

    async def flush(self) -> None:
        """Write what was decided so far and forget what was loaded: others may change it now."""
        if self.turns:
            await sessions.save(self.unit, self.turns)
            self.turns.clear()
        self.held.clear()

    async def take(
        self, who: Actor, event: Event, *, message_id: int | None = None
    ) -> tuple[Effect, ...]:
        """Let the open session of `who` decide about an event; () when there is none."""
        person = who.person
        held = self.open_for(who)
        if person is None or held is None:
            return ()
        texts = self.house.texts(person.locale)
        sheet = self.house.sheet(held.session.worksheet, texts)
        zone = who.client.zone if who.client else None
        now = local_now(self.unit, zone)
        outcome = engine.advance(sheet, held.session, event, now=now, language=texts.language)
        if (
            held.ask_state in LOST
            and message_id
            and getattr(event, "ask", "") == held.session.asked.id
        ):
            # A button of the question was pressed, so its message did arrive.
            await outbox.arrived(self.unit, held.session.asked.id, message_id)
        outcome = ask_again_if_lost(sheet, held, event, outcome)
        if outcome.session.variant != held.session.variant:
            await self._stepped_down(who, held)
        risk = await self.risk(who, held, sheet, outcome)
        anew = await self._asks_anew(who, held, outcome)
        if anew and not ends(outcome):
            outcome = goes_no_further(sheet, outcome, self.unit.now)
        await self.watch_the_clock(held, outcome)
        if ends(outcome):
            await self.end(who, person, held, sheet, outcome, message_id)
            await steadying.offer(self.unit, self.house, person, held, sheet, outcome)
        else:
            await steadying.offer(self.unit, self.house, person, held, sheet, outcome)
            self.keep(person, held, sheet, outcome, texts, message_id)
            await self._note_first(held, sheet, outcome)
        if anew and who.client is not None:
            await self.flush()
            await agreeing.ask_anew(self.unit, self.house, person, who.client)
        if risk:
            await self.flag(who, *risk)
        return outcome.effects

    async def risk(
        self, who: Actor, held: Held, sheet: Worksheet, outcome: Outcome
    ) -> tuple[Finding, str] | None:
        """Return what an answer to a question of safety says; the next question waits behind the
        help that `flag` shows for it."""
        risk = safeguarding.risk_in(sheet, outcome.effects) if held.kind == "worksheet" else None
        if risk and who.client and who.person:
            answer = await safeguarding.answer_to(self.unit, who.client, risk[0])
            self.held_back |= {who.person.id} if answer == "new" else set()
            self.alarmed |= {who.person.id} if answer != "quiet" else set()
        return risk

    async def flag(self, who: Actor, finding: Finding, words: str) -> None:
        """Something was found in what a client wrote: what follows never undoes what was saved."""
        if who.person is None or who.client is None:
            return
        try:
            async with self.unit.savepoint():
                person, client = who.person, who.client
                await safeguarding.found(self.unit, self.house, person, client, finding, words)
        except DatabaseUnavailable:
            raise
        except Exception:
            self.unit.unflagged += 1
            if finding.tier == "alert":
                safeguarding.numbers(self.unit, self.house, who.person, who.client)
                await self._tell_operator(who.client)
        self.held_back.discard(who.person.id)
        self.alarmed.discard(who.person.id)

    async def _tell_operator(self, client: Client) -> None:
        """An alert could not be written: whoever is behind all others is told, if they can be."""
        try:
            async with self.unit.savepoint():
                await alerting.not_written(self.unit, self.house, client)
                await self.unit.flush()
        except DatabaseUnavailable:
            raise
        except Exception:
            self.unit.unflagged += 1

    async def _asks_anew(self, who: Actor, held: Held, outcome: Outcome) -> bool:
        """Whether the consent's text has changed since the client of a sheet agreed to it, and they
        are asked now. Under help the text waits, and with it the next question."""
        if held.kind == "dialog" or who.client is None or who.person is None:
            return False
        if not agreeing.is_asked_anew(self.house, who.person, who.client):
            return False
        if who.person.id in self.alarmed:
            self.held_back.add(who.person.id)
            return False
        return asks(outcome) or not await safeguarding.is_open(self.unit, who.client)

    async def watch_the_clock(self, held: Held, outcome: Outcome) -> None:
        """Set when the clock of the open question is looked at, or that it is no more."""
        for effect in outcome.effects:
            if isinstance(effect, Ticks) and effect.at is not None:
                await timers.set(self.unit, effect.at, TICK, held.session.id, 0)
            elif isinstance(effect, Ticks):
                await timers.cancel(self.unit, TICK, held.session.id)

    async def _stepped_down(self, who: Actor, held: Held) -> None:
        if held.kind != "worksheet":
            return
        found = await assignments.by_ids(self.unit, [held.assignment] if held.assignment else [])
        for assignment in found.values():  # once for a sheet, however small it gets
            if who.client is not None and held.session.variant == assignment.variant:
                await easing.stepped_down(self.unit, self.house, who.client, assignment)

    def keep(
        self,
        person: Person,
        held: Held,
        sheet: Worksheet,
        outcome: Outcome,
        texts: Texts,
        message_id: int | None,
    ) -> None:
        """Post what an outcome says and put it down to be saved with the others."""
        saved = tuple(effect for effect in outcome.effects if isinstance(effect, Saved))
        help_button = held.kind != "dialog"
        rendered = render(outcome.effects, sheet, outcome.session, texts, help_button=help_button)
        row = post_rendered(
            self.unit,
            person,
            held,
            rendered,
            silent=is_expired(outcome),
            hushed=is_quiet(sheet, outcome.session),
            held_back=person.id in self.held_back,
        )
        self.turns.append(Turned(held, outcome.session, saved, message_id, self.unit.now))
        stays = outcome.session.status == "open"
        self.held[person.id] = (
            replace(
                held,
                session=outcome.session,
                next_seq=held.next_seq + len(saved),
                ask_row=row or held.ask_row,
                ask_state="waiting" if row else held.ask_state,
                touched_at=self.unit.now,
            )
            if stays
            else None
        )

    async def _note_first(self, held: Held, sheet: Worksheet, outcome: Outcome) -> None:
        may_be = is_untouched(sheet, held) or len(sheet.stages) > 1
        first = may_be and any(isinstance(one, Saved) for one in outcome.effects)
        if first and held.occurrence:
            await occurrences.note_first_answer(self.unit, held.occurrence, self.unit.now)

    async def end(
        self,
        who: Actor,
        person: Person,
        held: Held,
        sheet: Worksheet,
        outcome: Outcome,
        message_id: int | None,
    ) -> None:
        """Keep what was decided and carry out what the end of a sheet, or of a part, means."""
        await self.flush()
        async with self.unit.savepoint():
            try:
                await self._close(who, person, held, sheet, outcome, message_id)
            finally:
                self.turns.clear()
                self.held.clear()

    async def _close(
        self,
        who: Actor,
        person: Person,
        held: Held,
        sheet: Worksheet,
        outcome: Outcome,
        message_id: int | None,
    ) -> None:
        texts = self.house.texts(person.locale)
        form = self.forms.get(sheet.id) if held.kind != "worksheet" else None
        completed = any(isinstance(effect, Completed) for effect in outcome.effects)
        if held.kind == "contract":  # also when it was left half-way: what was said is kept
            outcome = replace(outcome, effects=unsaid(outcome.effects))
        if form and (completed or held.kind == "contract"):
            problem = await form(self, who, held, outcome.session)
            if problem is not None:
                self._refuse_form(person, held, sheet, problem, texts)
                await self.flush()
                return
            outcome = replace(outcome, effects=without_completed(outcome.effects))
        outcome, said = await parts.settle_time(self.unit, sheet, outcome, texts)
        points = sheet.momentary and wrote(
            sheet, outcome.session
        )  # today's points are shown instead
        effects = without_completed(outcome.effects) if points else outcome.effects
        self.keep(person, held, sheet, replace(outcome, effects=effects), texts, message_id)
        if said:
            say(self.unit, person, held.session.client, said)
        await self.flush()
        if held.kind == "worksheet":
            await closing.close(self.unit, self.house, who, held, outcome.session, outcome.effects)
        await closing.offer_waiting(self.unit, self.house, who, silent=is_expired(outcome))

    def _refuse_form(
        self, person: Person, held: Held, sheet: Worksheet, problem: Message, texts: Texts
    ) -> None:
        """Say what does not fit and show the review again; nothing of the form is lost."""
        client, key = held.session.client, new_id(self.unit.now)
        self.unit.post(Outgoing(person.id, client, "ack", problem, key))
        again = engine.reask(sheet, held.session)
        self.keep(person, held, sheet, again, texts, None)


def is_untouched(sheet: Worksheet, held: Held, filled: int = 0) -> bool:
    """Whether nothing was answered in a sheet yet, beside what came with the practice, and so many
    answers that were `filled` in."""
    return held.next_seq == 1 + len(given_in(sheet, held.session)) + filled


def local_now(unit: Unit, zone: str | None) -> datetime:
    """Return the unit's time in a person's zone: the engine takes its "today" from it."""
    return unit.now.astimezone(ZoneInfo(zone or "UTC"))
