"""People who fill in worksheets on an emulated phone, whatever happens to the bot meanwhile.

They know nothing of the bot but what stands on their screen. Every text they write carries a word
that nobody else writes, so that it can be found again.
"""

import random
from dataclasses import dataclass, field

from bot.clock import Machine
from tests.support.telegram import Phone, PhoneRefuses, Seen

OURS = {"Back", "Skip", "Pause", "Shorter form", "One-minute form", "Help now", "I can’t yet"}
ALL = "That’s all"
PATIENCE = 6.0
"""Seconds without anything to answer, then somebody asks what is due."""


@dataclass(frozen=True)
class Said:
    """One text to a worksheet: the word in it, and the message it left the phone as."""

    word: str
    message_id: int


@dataclass
class Patient:
    """One client. `chance` decides what they do; `said` is what must never be lost."""

    phone: Phone
    chance: random.Random
    said: list[Said] = field(default_factory=list[Said])
    sheets: int = 0
    presses: int = 0
    nudges: int = 0
    _done: set[int] = field(default_factory=set[int])
    _offers: dict[int, Seen] = field(default_factory=dict[int, Seen])
    _question_seen: Seen | None = None
    _read: int = 0
    _words: int = 0

    async def live(self) -> None:
        """Do what the screen asks for, and begin a new sheet when one is done; for ever."""
        while True:
            seen = await self._to_answer()
            if seen is None:
                await self._ask_what_is_due()
            else:
                self._done.add(seen.message_id)
                await self._answer(seen)

    async def _to_answer(self) -> Seen | None:
        """Wait for the newest message that offers something and was not dealt with yet."""
        machine = Machine()
        patience = machine.monotonic() + PATIENCE
        while True:
            left = 0.0 if self._offers else max(0.0, patience - machine.monotonic())
            self._read, letters = await self.phone.news(self._read, left)
            for seen in letters:
                self._offers.pop(seen.message_id, None)
                if seen.from_bot and seen.buttons and seen.message_id not in self._done:
                    self._offers[seen.message_id] = seen
            if self._offers:
                newest = self._offers.pop(max(self._offers))
                self._offers.clear()
                return newest
            if machine.monotonic() >= patience:
                return None

    async def _ask_what_is_due(self) -> None:
        self.nudges += 1
        await self.phone.say("/today", after=5)

    async def _answer(self, seen: Seen) -> None:
        labels = [label for label in seen.labels if label not in OURS]
        if "Pause" in seen.labels:
            self._question_seen = seen
        is_question = "Pause" in seen.labels
        try:
            if is_question and "Done" in labels:
                await self._review(seen)
            elif is_question:
                await self._question(seen, labels)
            else:
                await self._other(seen)
        except PhoneRefuses:
            pass  # the button went while the finger was on its way

    async def _question(self, seen: Seen, labels: list[str]) -> None:
        mood = self.chance.random()
        if mood < 0.05 and "Back" in seen.labels:
            await self._press(seen, "Back")
        elif mood < 0.1 and "Skip" in seen.labels:
            await self._press(seen, "Skip")
        elif labels and not (labels == [ALL] and self.chance.random() < 0.4):
            await self._press(seen, self.chance.choice(labels))
        else:
            await self._write(after=5)
            if self.chance.random() < 0.15:
                await self._write(after=5)

    async def _review(self, seen: Seen) -> None:
        edits = [label for label in seen.labels if label.startswith("✎")]
        if edits and self.chance.random() < 0.2:
            await self._press(seen, self.chance.choice(edits))
        else:
            await self._press(seen, "Done")

    async def _other(self, seen: Seen) -> None:
        """Sharing, a prompt, /today: begin a sheet where one can be begun."""
        for label in seen.labels:
            if label in ("Start", "Go on", "Go on now") or label.startswith("Begin"):
                await self._press(seen, label)
                return
        if "Share only the numbers" in seen.labels:
            self.sheets += 1
            if self.chance.random() < 0.3:
                await self._press(seen, "Share only the numbers")
        elif "Take it out again" in seen.labels and self._question_seen:
            await self._answer(self._question_seen)  # it went elsewhere: the question still stands
        if "Write something now" in seen.labels or "Share only the numbers" in seen.labels:
            await self.phone.say("/log", after=5)

    async def _press(self, seen: Seen, label: str) -> None:
        self.presses += 1
        await self.phone.press(label, message_id=seen.message_id)
        if self.chance.random() < 0.1:
            await self.phone.press(label, message_id=seen.message_id)

    async def _write(self, after: float) -> None:
        word = self._word()
        for letter in await self.phone.say(word, after=after):
            self.said.append(Said(word, letter.message_id))

    def _word(self) -> str:
        """A word of letters only, so that no step takes a part of it for a number."""
        self._words += 1
        number, letters = self._words, ""
        while number:
            number, place = divmod(number, 26)
            letters = chr(97 + place) + letters
        return f"q{self.phone.name.lower()}x{letters}q"
