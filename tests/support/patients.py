"""People who fill in worksheets on an emulated phone, whatever happens to the bot meanwhile.

They know nothing of the bot but what stands on their screen. Every text they write carries a word
that nobody else writes, so that it can be found again.
"""

import asyncio
import random
from dataclasses import dataclass, field

from bot.clock import Machine
from tests.support.telegram import Phone, PhoneRefuses, Seen

OURS = {"Back", "Skip", "Pause", "Shorter form", "One-minute form", "Help now", "I can’t yet"}
ALL = "That’s all"
MENU = "Too much"
"""A button that only prompts and reminders have."""
TELL = "Tell my therapist"
REASONS = ("Busy", "Unwell", "Does not fit today", "Too hard", "No private place")
PATIENCE = 6.0
"""Seconds without anything to answer, then somebody asks what is due; twice as long, and again,
after they asked and heard nothing."""
LONGEST = 3
"""How often it gets twice as long."""
LETTERS = "abcdefghijklmnoprstuvwxyz"


@dataclass(frozen=True)
class Said:
    """One text to a worksheet: the word in it, and the message it left the phone as."""

    word: str
    message_id: int


@dataclass
class Patient:
    """One client. `chance` decides what they do; `said` is what must never be lost.

    `rewritten`: words that came into a message afterwards. `skipped` and `told`: the occurrences
    they passed over, or of which they let their therapist know. `chosen`: what they did about
    prompts, and how often.
    """

    phone: Phone
    chance: random.Random
    said: list[Said] = field(default_factory=list[Said])
    rewritten: list[Said] = field(default_factory=list[Said])
    skipped: set[str] = field(default_factory=set[str])
    told: set[str] = field(default_factory=set[str])
    chosen: dict[str, int] = field(default_factory=dict[str, int])
    sheets: int = 0
    presses: int = 0
    nudges: int = 0
    _home: asyncio.Event = field(default_factory=asyncio.Event)
    _done: set[tuple[int, str]] = field(default_factory=set[tuple[int, str]])
    _offers: dict[int, Seen] = field(default_factory=dict[int, Seen])
    _behind: dict[int, Seen] = field(default_factory=dict[int, Seen])
    _question_seen: Seen | None = None
    _unheard: int = 0
    _read: int = 0
    _words: int = 0

    def __post_init__(self) -> None:
        self._home.set()

    async def leave(self) -> None:
        """Block the bot and do nothing until `come_back`."""
        self._home.clear()
        await self.phone.block()

    async def come_back(self) -> None:
        """Unblock it and look what there is."""
        if not self._home.is_set():
            await self.phone.unblock()
            self._home.set()
            await self.phone.say("/today", after=5)

    async def live(self) -> None:
        """Do what the screen asks for, and begin a new sheet when one is done; for ever."""
        while True:
            await self._home.wait()
            seen = await self._to_answer()
            if not self._home.is_set():
                continue
            try:
                if seen is None:
                    await self._ask_what_is_due()
                else:
                    self._done.add(_face(seen))
                    await self._answer(seen)
            except PhoneRefuses:
                pass  # the button went, or the bot was blocked, while the finger was on its way

    async def _to_answer(self) -> Seen | None:
        """Wait for the newest message that offers something and was not dealt with yet."""
        machine = Machine()
        patience = machine.monotonic() + PATIENCE * 2.0 ** min(self._unheard, LONGEST)
        while True:
            left = 0.0 if self._offers else max(0.0, patience - machine.monotonic())
            self._read, letters = await self.phone.news(self._read, left)
            if any(seen.from_bot for seen in letters):
                self._unheard = 0
            for seen in letters:
                self._offers.pop(seen.message_id, None)
                if seen.from_bot and seen.buttons and _face(seen) not in self._done:
                    self._offers[seen.message_id] = seen
            if self._offers:
                newest = self._offers.pop(max(self._offers))
                self._behind, self._offers = self._offers, {}
                return newest
            if machine.monotonic() >= patience:
                return None

    async def _ask_what_is_due(self) -> None:
        self.nudges += 1
        self._unheard += 1
        await self.phone.say("/today", after=5)

    async def _answer(self, seen: Seen) -> None:
        labels = [label for label in seen.labels if label not in OURS]
        is_question = "Pause" in seen.labels
        if is_question:
            self._question_seen = seen
        if is_question and "Done" in labels:
            await self._review(seen)
        elif is_question:
            await self._question(seen, labels)
        elif MENU in seen.labels:
            await self._prompt(seen)
        elif any(data.startswith("1:occ~") for row in seen.buttons for _, data in row):
            await self._about_prompt(seen)
        else:
            await self._other(seen)

    # A sheet ----------------------------------------------------------------------------------

    async def _question(self, seen: Seen, labels: list[str]) -> None:
        mood = self.chance.random()
        way = next(
            (
                label
                for label, until in (
                    ("Back", 0.04),
                    ("Skip", 0.09),
                    ("Shorter form", 0.11),
                    ("One-minute form", 0.13),
                    ("Pause", 0.15),
                )
                if mood < until and label in seen.labels
            ),
            None,
        )
        if way:
            await self._press(seen, way)
        elif labels and not (labels == [ALL] and self.chance.random() < 0.4):
            await self._press(seen, self.chance.choice(labels))
        else:
            await self._write()
            if self.chance.random() < 0.15:
                await self._write()
            if self.chance.random() < 0.1:
                await self._rewrite()

    async def _review(self, seen: Seen) -> None:
        edits = [label for label in seen.labels if label.startswith("✎")]
        if edits and self.chance.random() < 0.2:
            await self._press(seen, self.chance.choice(edits))
        else:
            await self._press(seen, "Done")

    # A prompt ---------------------------------------------------------------------------------

    async def _prompt(self, seen: Seen) -> None:
        """A prompt or its reminder: begin, put it off, pass it over, or leave it lying there."""
        mood = self.chance.random()
        for label, until in (("Start", 0.35), ("Later", 0.5), ("Skip", 0.6), (MENU, 0.7)):
            if mood < until:
                await self._choose(seen, label)
                return
        self._count("left")
        self._offers = self._behind

    async def _about_prompt(self, seen: Seen) -> None:
        """When is better, what is in the way, what would help; or a sheet that is due."""
        label = self.chance.choice(seen.labels)
        if label == "Pause everything":  # it would end the prompts, and with them the trial
            label = TELL
        await self._choose(seen, label)
        occurrence = _occurrence(seen.data(label))
        if label in REASONS or label == "Not today":
            self.skipped.add(occurrence)
        elif label == TELL:
            self.told.add(occurrence)

    async def _choose(self, seen: Seen, label: str) -> None:
        await self._press(seen, label)
        self._count(label if not label.startswith("Begin") else "Begin")

    def _count(self, what: str) -> None:
        self.chosen[what] = self.chosen.get(what, 0) + 1

    # Everything else --------------------------------------------------------------------------

    async def _other(self, seen: Seen) -> None:
        """After a sheet, sharing, /today, put aside: begin a sheet where one can be begun."""
        if "No more questions" in seen.labels:
            asked = [label for label in seen.labels if label not in ("Skip", "It was too much")]
            await self._press(seen, self.chance.choice(asked))
            return
        for label in seen.labels:
            if label.startswith(("Go on", "Begin")):  # what was begun before anything new
                await self._press(seen, label)
                return
        if "Share only the numbers" in seen.labels:
            self.sheets += 1
            if self.chance.random() < 0.3:
                await self._press(seen, "Share only the numbers")
        elif "Just right" in seen.labels:
            await self._press(seen, self.chance.choice(("Just right", "A bit")))
        elif "Take it out again" in seen.labels and self._question_seen:
            await self._answer(self._question_seen)  # it went elsewhere: the question still stands
        if "Write something now" in seen.labels or "Share only the numbers" in seen.labels:
            await self.phone.say("/log", after=5)
        else:
            self._offers = self._behind  # a question about their days, asked below what is due

    async def _press(self, seen: Seen, label: str) -> None:
        self.presses += 1
        await self.phone.press(label, message_id=seen.message_id)
        if self.chance.random() < 0.1:
            await self.phone.press(label, message_id=seen.message_id)

    async def _write(self) -> None:
        word = self._word()
        for letter in await self.phone.say(word, after=5):
            self.said.append(Said(word, letter.message_id))

    async def _rewrite(self) -> None:
        """Change on the phone what was sent: its answer follows, the history keeps both."""
        word, message = self._word(), self.said[-1].message_id
        await self.phone.edit(message, word)
        self.rewritten.append(Said(word, message))

    def _word(self) -> str:
        self._words += 1
        return word(self.phone.name, self._words)


def word(name: str, number: int) -> str:
    """Return a word that nobody else writes and that stands in no other word.

    Letters only, so that no step takes a part of it for a number; a q only at its ends.
    """
    letters = ""
    while number:
        number, place = divmod(number, len(LETTERS))
        letters = LETTERS[place] + letters
    return f"q{name.lower()}x{letters}q"


def _face(seen: Seen) -> tuple[int, str]:
    """A message as it offers something: with other buttons it is a new offer."""
    return seen.message_id, repr(seen.buttons)


def _occurrence(data: str) -> str:
    return data.removeprefix("1:occ~").partition(":")[0]
