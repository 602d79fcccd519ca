"""From updates to use cases: one batch, one transaction, in the order people wrote.

Texts and taps for open worksheets are decided in memory and saved together; everything else runs
its handler at once, inside a savepoint, after what came before it was written. An update whose
handling raises leaves no trace and does not touch the others.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence

import structlog

from bot import screener, telemetry
from bot.afterwards import Afterwards, AnswerTap, LeaveChat
from bot.dispatching import ROUTES
from bot.exchange import Exchange
from bot.floodgate import UNLIMITED, Floodgate, Limits
from bot.handlers import (
    client_contract,
    help_now,
    screen_lock,
    therapist_assigns,
    therapist_programs,
)
from bot.incoming import Incoming
from bot.ingest import Handled
from bot.outage import LastKnown
from bot.strangers import Strangers
from conversations import taps
from conversations.countdown import is_running
from conversations.events import Answered
from conversations.message import Message, callback, reference, split_callback
from conversations.render import toast
from conversations.typed_moves import says_stop
from homework import delivery, locking, putting_by, safeguarding, silence, stilling
from homework.collecting import Desk
from homework.house import House
from homework.outgoing import Outgoing
from homework.safety.crisis import is_crisis_words
from homework.safety.screening import Finding
from homework.store import people
from homework.store.database import DatabaseUnavailable, Unit
from homework.store.people import Actor, Person
from homework.store.screen_locks import ScreenLock
from homework.store.sessions import Held

log = structlog.get_logger()

MOST_ALBUMS = 1000
SILENCE_ANSWERED = callback(reference("sil"), "").removesuffix(":")
FORMS = {
    "assign": therapist_assigns.finished,
    "contract": client_contract.finished,
    "program": therapist_programs.finished,
}


class Router:
    """Handles batches. Between two of them it keeps who knocked, and where to call for help.

    `floods`: how much one person may send before only what must not be lost is taken.
    """

    def __init__(
        self, house: House, languages: tuple[str, ...], floods: Limits = UNLIMITED
    ) -> None:
        self._house = house
        self._languages = languages
        self._strangers = Strangers()
        self._gate = Floodgate(floods)
        self._albums: OrderedDict[str, None] = OrderedDict()
        self.known = LastKnown()

    async def handle(self, unit: Unit, incomings: Sequence[Incoming]) -> Handled:
        """Decide a batch inside one open transaction."""
        batch = _Batch(self._house, self._languages, self._strangers, self._gate, self.known, unit)
        for position, incoming in enumerate(incomings):
            if incoming.album and not self._first_of(incoming.album):
                await batch.caption(incoming, incomings[position:])
                continue
            await batch.one(incoming, incomings[position:])
        await batch.desk.flush()
        return Handled(batch.failed, batch.after)

    def _first_of(self, album: str) -> bool:
        """Whether nothing of an album was answered yet: ten pictures get one reply."""
        known = album in self._albums
        self._albums[album] = None
        while len(self._albums) > MOST_ALBUMS:
            self._albums.popitem(last=False)
        return not known


class _Batch:
    """One batch in one transaction."""

    def __init__(
        self,
        house: House,
        languages: tuple[str, ...],
        strangers: Strangers,
        gate: Floodgate,
        known: LastKnown,
        unit: Unit,
    ) -> None:
        self.desk = Desk(unit, house, FORMS)
        self.failed: dict[int, Exception] = {}
        self.after: list[Afterwards] = []
        self._unit = unit
        self._house = house
        self._languages = languages
        self._strangers = strangers
        self._gate = gate
        self._known = known
        self._lock: ScreenLock | None = None
        self._actors: Mapping[int, Actor] = {}
        self._added: dict[str, tuple[str, Outgoing]] = {}

    async def one(self, incoming: Incoming, rest: Sequence[Incoming]) -> None:
        """Handle one update; `rest` (it first) is loaded together where nothing is loaded."""
        try:
            if not incoming.private:
                self._elsewhere(incoming)
                return
            who = await self._who(incoming, rest)
            self._lock = await self._lock_of(who)
            if who.person is None and not _has_a_link(incoming):
                await self._at_the_door(who, incoming)
                return
            flood = self._gate.beyond(incoming.user_id, self._unit.now)
            if not flood and self._lock is None and await self._says_passphrase(who, incoming):
                return
            found = await self._screened(who, incoming, beyond=flood)
            if found is not None:
                await self._flagged(who, incoming, *found)
            elif flood:
                await self._in_a_flood(who, incoming)
            elif not await self._in_memory(who, incoming):
                await self._by_handler(who, incoming)
        except DatabaseUnavailable:
            raise
        except Exception as error:
            log.warning("update_failed", error=type(error).__name__, what=incoming.what)
            self.failed[incoming.update_id] = error

    async def _lock_of(self, who: Actor) -> ScreenLock | None:
        if who.therapist is None or who.person is None:
            return None
        return await locking.look(self._unit, self._house, who.person)

    async def _says_passphrase(self, who: Actor, incoming: Incoming) -> bool:
        """Take a passphrase away that was sent though the screen is open; before anything reads it
        as an answer."""
        turn = Exchange(self.desk, who, incoming, self._languages)
        if not await screen_lock.is_said_again(turn):
            return False
        screen_lock.take_away(turn)
        self.after.extend(turn.afterwards)
        return True

    async def caption(self, incoming: Incoming, rest: Sequence[Incoming]) -> None:
        """Screen the words under a picture of an album that was answered already."""
        if incoming.private and incoming.text:
            who = await self._who(incoming, rest)
            self._lock = await self._lock_of(who)
            if found := await self._screened(who, incoming, beyond=True):
                await self.desk.flush()
                await self._flag(who, *found)

    async def _screened(
        self, who: Actor, incoming: Incoming, *, beyond: bool
    ) -> tuple[Finding, str] | None:
        """Return what is found in a client's own words, and the words.

        What is typed on a locked screen is a try at its passphrase, which nothing may keep.
        `beyond`: it does not count as one of the texts that a person types; after some of them in
        a minute the others are looked through soon instead of now.
        """
        if who.client is None or who.person is None or self._lock is not None:
            return None
        await self.desk.load([who.person.id])
        words = screener.words_of(who, incoming, self.desk.open_for(who))
        if beyond and words and not self._gate.may_look(incoming.user_id, self._unit.now):
            await putting_by.put_by(self._unit, self._house, who.person, who.client, words)
            return None
        found = screener.finding_in(self._house, who, words)
        return (found, words) if found else None

    async def _flagged(self, who: Actor, incoming: Incoming, found: Finding, words: str) -> None:
        """Words that may mean danger are taken like all others, whatever the flood; help comes
        last, so that it stands lowest in the chat."""
        client, person = who.client, who.person
        if client is None or person is None:
            return
        answer = await safeguarding.answer_to(self._unit, client, found)
        if answer == "new":
            self.desk.held_back.add(person.id)
        if answer != "quiet":
            self.desk.alarmed.add(person.id)
        try:
            await self._by_handler(who, incoming, alarming=answer in ("new", "more"))
        finally:
            self.desk.held_back.discard(person.id)
            self.desk.alarmed.discard(person.id)
        await self._flag(who, found, words)

    async def _flag(self, who: Actor, found: Finding, words: str) -> None:
        await self.desk.flag(who, found, words)
        telemetry.SCREENING.labels(found.tier).inc()

    def _elsewhere(self, incoming: Incoming) -> None:
        """A group: say once why not, leave, store nothing."""
        joined = incoming.what == "joined_group"
        if joined and self._strangers.first_in(incoming.chat_id, self._unit.now):
            text = self._house.texts(self._languages[0]).html("groups-never")
            self.after.append(LeaveChat(incoming.chat_id, Message(text)))
        elif incoming.what in ("joined_group", "text", "command"):
            self.after.append(LeaveChat(incoming.chat_id))
        elif incoming.what == "tap":
            self.after.append(AnswerTap(incoming.callback))

    async def _who(self, incoming: Incoming, rest: Sequence[Incoming]) -> Actor:
        if incoming.user_id not in self._actors:
            users = {other.user_id for other in rest if other.private}
            self._actors = await people.actors(self._unit, users)
            for who in self._actors.values():
                self._known.note(who)
            await self.desk.load([who.person.id for who in self._actors.values() if who.person])
        return self._actors[incoming.user_id]

    # Answers to open worksheets: in memory, saved together ---------------------------------------

    def _stops_a_clock(self, held: Held, person: Person, text: str) -> bool:
        """Whether somebody says stop to a clock that runs: at once, whatever else was asked."""
        sheet = self._house.shelf.worksheet(held.session.worksheet)
        step = sheet.by_id.get(held.session.asked.step or "")
        language = self._house.texts(person.locale).language
        return is_running(step, held.session) and says_stop(step, text, language)

    async def _in_memory(self, who: Actor, incoming: Incoming) -> bool:
        """Let the open session take it, if it is an answer to one; say whether it was."""
        person = who.person
        if self._lock is not None:
            return False
        if person is None or person.unreachable_since or _was_silent(who):
            return False
        await self.desk.load([person.id])
        held = self.desk.open_for(who)
        if held is None:
            return False
        if incoming.what == "text" and not incoming.foreign:
            if is_crisis_words(incoming.text, person.locale):
                return False
            aside = person.expecting or incoming.reply_to is not None
            if aside and not self._stops_a_clock(held, person, incoming.text):
                return False
            if person.expecting:
                await people.expect(self._unit, person.id, None)
                self._actors = {}  # who they are is read anew
            event = Answered(incoming.text, incoming.at or self._unit.now)
            await self.desk.take(who, event, message_id=incoming.message_id)
            return True
        if incoming.what != "tap":
            return False
        parts = split_callback(incoming.data)
        if parts is None or parts[0] != held.session.asked.id:
            return False
        event = taps.tap(*parts)
        if event is None:
            return False
        if person.expecting:  # the sheet was gone on with: what is typed now belongs to it
            await people.expect(self._unit, person.id, None)
            self._actors = {}
        effects = await self.desk.take(who, event, message_id=incoming.message_id)
        notice = toast(effects, self._house.texts(person.locale)) or ""
        self.after.append(AnswerTap(incoming.callback, notice))
        return True

    # Everything else: one after another, each in its savepoint ------------------------------------

    async def _by_handler(self, who: Actor, incoming: Incoming, *, alarming: bool = False) -> None:
        await self.desk.flush()
        self._actors = {}  # the next update asks anew who its sender is by then
        after: list[Afterwards] = []
        async with self._unit.savepoint():
            turn = Exchange(self.desk, who, incoming, self._languages, alarming=alarming)
            try:
                await self._dispatch(turn)
                await self.desk.flush()
                if alarming and who.client:  # help stands there now: no clock runs on beneath it
                    await stilling.still(self._unit, self._house, who.client)
            finally:
                self.desk.turns.clear()
                self.desk.held.clear()
            after = turn.afterwards
            if incoming.what == "tap":
                after.append(AnswerTap(incoming.callback, turn.notice))
        self.after.extend(after)

    async def _at_the_door(self, who: Actor, incoming: Incoming) -> None:
        """A stranger without a link: nothing is written, and nobody becomes somebody else."""
        turn = Exchange(self.desk, who, incoming, self._languages)
        await self._dispatch(turn)
        self.after.extend(turn.afterwards)
        if incoming.what == "tap":
            self.after.append(AnswerTap(incoming.callback, turn.notice))

    async def _in_a_flood(self, who: Actor, incoming: Incoming) -> None:
        """Help is always shown, and words are kept where a question is open; replies are merged."""
        turn = Exchange(self.desk, who, incoming, self._languages)
        kept = incoming.what == "text" and bool(who.person and who.person.expecting)
        kept = kept or (incoming.what == "text" and incoming.reply_to is not None)
        kept = kept or (incoming.what == "text" and self._lock is not None)  # taken from the chat
        kept = kept or _is_under_help(incoming)
        if kept or incoming.what in ("blocked", "unblocked") or _calls_for_help(turn):
            await self._by_handler(who, incoming)
        elif incoming.what == "tap":
            self.after.append(AnswerTap(incoming.callback, turn.texts.plain("flood-tap")))
        elif incoming.what == "text" and await self._merged(who, incoming):
            return
        elif self._gate.may_tell(incoming.user_id, self._unit.now):
            turn.say(turn.texts.html("flood"))

    async def _merged(self, who: Actor, incoming: Incoming) -> bool:
        """Let the open session keep it. Of all "added to ..." only the last can be taken back."""
        before = len(self._unit.posted)
        if not await self._in_memory(who, incoming):
            return False
        for row in self._unit.posted[before:]:
            if _can_be_undone(row[1]):
                earlier = self._added.get(row[1].person)
                if earlier in self._unit.posted:
                    self._unit.posted.remove(earlier)
                self._added[row[1].person] = row
        return True

    async def _dispatch(self, turn: Exchange) -> None:
        incoming, who = turn.incoming, turn.who
        if who.person and who.person.unreachable_since and incoming.what != "blocked":
            await delivery.sign_of_life(turn.unit, who.person.id)
        if who.client and _was_silent(who) and incoming.what != "blocked":
            aloud = not incoming.data.startswith(SILENCE_ANSWERED)
            await silence.sign_of_life(turn.unit, self._house, who.client, aloud=aloud)
        if _calls_for_help(turn):
            await help_now.show(turn)
            return
        if self._lock is not None and await screen_lock.stands_before(turn, self._lock):
            return
        if who.person is None and not self._strangers.may_speak(turn):
            return
        await ROUTES[incoming.what](turn)


def _was_silent(who: Actor) -> bool:
    """Whether a client did not answer for so long that they are asked less."""
    return who.client is not None and who.client.silence is not None


def _has_a_link(incoming: Incoming) -> bool:
    return incoming.what == "command" and incoming.command == "start" and bool(incoming.args)


def _can_be_undone(posted: Outgoing) -> bool:
    taken = [split_callback(button.data) for row in posted.message.buttons for button in row]
    return [parts[1] for parts in taken if parts] == [taps.UNDO]


def _is_under_help(incoming: Incoming) -> bool:
    """Whether a button was pressed that stands under help: a country, a call, let somebody know."""
    parts = split_callback(incoming.data) if incoming.what == "tap" else None
    return parts is not None and parts[0].partition("~")[0] in ("crisis", "flag")


def _calls_for_help(turn: Exchange) -> bool:
    incoming = turn.incoming
    locale = turn.who.person.locale if turn.who.person else None
    match incoming.what:
        case "command":
            return incoming.command == "crisis"
        case "text" | "edited" | "other" | "document":
            # under a picture, or put right afterwards, it counts too
            return is_crisis_words(incoming.text, locale)
        case "tap":
            parts = split_callback(incoming.data)
            return parts is not None and (parts[1] == taps.HELP or parts == ("cmd~crisis", "go"))
        case _:
            return False
