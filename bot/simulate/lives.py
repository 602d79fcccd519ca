"""One simulated client: what they do, and when, by nothing but their own chance and their screen.

A life depends on its seed and number alone, not on who else is there, so that it can be lived again
by itself. It must not know the database, nor what the bot means by a button.
"""

import random
import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.simulate import habits
from bot.simulate.carrier import Shown
from bot.simulate.errands import (
    Act,
    Block,
    Burst,
    Change,
    Errand,
    Hush,
    Picture,
    Press,
    Rest,
    Say,
    Unblock,
)
from bot.simulate.handsets import Handset, Key, Letter, Postbox, Raw
from conversations.markup import plain

READING = timedelta(seconds=20)
"""What it takes to read a message and to answer it."""
LONGEST_SITTING = 30
LEAVES = 0.03
"""How often somebody puts the phone away in the middle of a sheet."""
STALE = 0.02
"""How often somebody presses a button that stands higher up."""
TWICE = 0.03
"""How often a finger presses twice."""
GRID = 5
"""Minutes: what people begin, they begin at a full five, so that many begin together."""

_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b")
UTC_ZONE = ZoneInfo("UTC")
WORD = re.compile(r"zq([a-j]+)x[a-j]+qz")
"""A word of somebody's own; the letters before the x say whose."""


def letters(number: int) -> str:
    """Return a number in letters only, so that no step takes a part of a word for a number."""
    return "".join(chr(97 + int(digit)) for digit in str(number))


def concerns(number: int, text: str) -> bool:
    """Return whether a text is about somebody: it holds a word of theirs, or of nobody."""
    said = WORD.findall(text)
    return not said or letters(number) in said


def shown_end(html: str, at: datetime, zone: ZoneInfo) -> datetime:
    """Return until when a message says that something is open; no time of day means midnight."""
    here = at.astimezone(zone)
    lines = (line for line in plain(html).splitlines() if any(map(str.isdecimal, line)))
    found = _CLOCK.findall(next(lines, ""))  # what its reader planned may stand below
    wall = time(int(found[-1][0]), int(found[-1][1])) if found else time(0)
    end = datetime.combine(here.date(), wall, zone)
    if end.astimezone(UTC) <= at:
        end = datetime.combine(here.date() + timedelta(days=1), wall, zone)
    return end.astimezone(UTC)


def occurrence_of(shown: Shown) -> str | None:
    """Return which occurrence a message prompts, None if it is no prompt.

    /today has a prompt's buttons too, and beside them one to log something.
    """
    if any(key.is_about("cmd", "log", "go") for key in shown.keys):
        return None
    ways = {(key.noun, key.value): key.subject for key in shown.keys}
    return ways.get(("occ", "start")) if ("occ", "later") in ways else None


@dataclass(slots=True)
class Life:
    """One client. `next`: when they act again; `zone`: where their clock is; `words`: how many of
    their own they have said; `acts`: when they did something; `touched`: they did, and what is set
    now was not looked at since; `snoozed`: what they asked to be reminded of again; `name`: their
    code name; `answers`: they react to what they are shown; `deaf_until`: until then they look at
    nothing; `about`: what the button was about that they pressed last."""

    number: int
    handset: Handset
    carer: Handset
    chance: random.Random
    zone: ZoneInfo = UTC_ZONE
    agenda: deque[tuple[datetime, tuple[Act, ...]]] = field(
        default_factory=deque[tuple[datetime, tuple[Act, ...]]], repr=False
    )
    errand: deque[Act] = field(default_factory=deque[Act], repr=False)
    next: datetime | None = None
    words: int = 0
    steps: int = 0
    acts: list[datetime] = field(default_factory=list[datetime])
    touched: bool = False
    snoozed: set[str] = field(default_factory=set[str])
    typed: list[str] = field(default_factory=list[str], repr=False)
    pressed: set[str] = field(default_factory=set[str], repr=False)
    about: str = ""
    name: str = ""
    answers: bool = True
    deaf_until: datetime | None = None
    tell: Callable[[str, str], None] = field(default=lambda who, line: None, repr=False)

    def plan(self, start: datetime, end: datetime, errands: Sequence[Errand]) -> None:
        """Draw what they will do by themselves between two moments, and begin to live."""
        weeks = (end - start) / timedelta(weeks=1)
        found: list[tuple[datetime, int, tuple[Act, ...]]] = []
        for row, (a_week, make) in enumerate(errands):
            expected = a_week * weeks
            times = int(expected) + (self.chance.random() < expected % 1)
            for _ in range(times):
                at = start + (end - start) * self.chance.random()
                found.append((_on_the_grid(at), row, tuple(make(self.chance))))
        found.sort(key=lambda one: one[:2])
        self.agenda = deque((at, acts) for at, _, acts in found)
        self.next = self.agenda[0][0] if self.agenda else None

    def word(self) -> str:
        """Return a word that nobody else says."""
        self.words += 1
        return f"zq{letters(self.number)}x{letters(self.words)}qz"

    # Looking ------------------------------------------------------------------------------------

    def see(self, shown: Shown) -> None:
        """Notice a message on the own phone: sooner or later somebody looks at it."""
        if shown.sort != "<" or not shown.keys or self.acted_at == shown.at:
            return
        if self.deaf_until is not None and shown.at < self.deaf_until:
            return
        prompted = occurrence_of(shown)
        until = shown_end(shown.text, shown.at, self.zone) - shown.at if prompted else None
        wait = habits.delay(self.chance, until)
        if wait is not None:
            self._look(_on_the_grid(shown.at + wait) if wait.seconds % 60 == 0 else shown.at + wait)

    def _look(self, at: datetime) -> None:
        if self.next is None or at < self.next:
            self.next = at

    # Acting -------------------------------------------------------------------------------------

    def act(self, now: datetime, post: Postbox) -> list[Raw]:
        """Do the next thing, and decide when to look again; return what the messenger brings."""
        self.next = None
        self.steps += 1
        while not self.errand and self.agenda and self.agenda[0][0] <= now:
            self.errand.extend(self.agenda.popleft()[1])
        own = self._on_own_phone()
        if self.errand:
            raws = self._errand(now, post)
        else:
            raws = self._react(now, post) if self.answers else []
        if raws:
            self.touched = True
            if own:
                self.acts.append(now)
            sitting = self.steps < LONGEST_SITTING and self.chance.random() >= LEAVES
            away = timedelta(minutes=60 * self.chance.randint(1, 30))
            self._look(now + READING if sitting or self.errand else _on_the_grid(now + away))
        else:
            self.steps = 0
        if self.agenda and not self.errand:
            self._look(max(self.agenda[0][0], now + READING))
        return raws

    def _on_own_phone(self) -> bool:
        act = self.errand[0] if self.errand else None
        return not (isinstance(act, Say | Press) and act.who == "carer")

    @property
    def acted_at(self) -> datetime | None:
        """When they last did something."""
        return self.acts[-1] if self.acts else None

    def _errand(self, now: datetime, post: Postbox) -> list[Raw]:
        act = self.errand.popleft()
        match act:
            case Say(text, who):
                return [self._say(now, post, text, who)]
            case Burst(texts):
                return [self._say(now, post, text) for text in texts]
            case Press():
                return self._press_named(now, post, act)
            case Picture():
                self.tell("client", "(sends a photo)")
                return [post.photo(self.handset, now)]
            case Change():
                if not self.handset.said:
                    return []
                text = self.word()
                self.typed.append(text)
                self.tell("client", f"(changes the last text) {text}")
                return [post.edit(self.handset, now, self.handset.said[-1], text)]
            case Block(told):
                self.handset.blocked = True
                self.tell("", "! client blocks" if told else "! client blocks, and nobody tells")
                return [post.membership(self.handset, now, blocked=True)] if told else []
            case Unblock():
                self.handset.blocked = False
                self.tell("", "! client unblocks")
                return [post.membership(self.handset, now, blocked=False)]
            case Rest(minutes):
                self._look(now + timedelta(minutes=minutes))
                return []
            case Hush(days):
                self.deaf_until = now + timedelta(days=days)
                while self.agenda and self.agenda[0][0] < self.deaf_until:
                    self.agenda.popleft()
                self._look(self.deaf_until)
                return []

    def _press_named(self, now: datetime, post: Postbox, act: Press) -> list[Raw]:
        handset = self.carer if act.who == "carer" else self.handset
        naming = self.name if act.naming else ""
        found = handset.find(act.noun, act.subject, act.value, naming)
        if found and act.any:
            keys = [one for one in found[0].keys if one.is_about(act.noun, act.subject, act.value)]
            found = found[0], self.chance.choice(keys)
        if found is None:
            if not act.may:
                self.errand.clear()
            elif self.errand:
                self._look(now)  # what comes after it is done at once
            return []
        return self._press(now, post, handset, *found, who=act.who)

    def _react(self, now: datetime, post: Postbox) -> list[Raw]:
        """Answer the newest message that was not looked at yet."""
        fresh = [one for one in self.handset.letters if one.fresh and one.keys]
        if not fresh:
            return []
        letter = fresh[-1]
        letter.fresh = False
        if self.chance.random() < STALE:
            older = [one for one in self.handset.letters if one.keys]
            letter = self.chance.choice(older)
        chosen = habits.choose(letter, self.chance)
        if chosen == habits.PASSES:
            return []
        if isinstance(chosen, str):
            texts = [habits.answer(self.chance)]
            texts += ["{word}"] * (self.chance.random() < 0.06)
            return [self._say(now, post, text) for text in texts]
        return self._press(now, post, self.handset, letter, chosen)

    def _say(self, now: datetime, post: Postbox, text: str, who: str = "client") -> Raw:
        while "{word}" in text:
            text = text.replace("{word}", self.word(), 1)
        text = text.replace("{name}", self.name)
        self.tell(who, text)
        if who == "carer":
            return post.text(self.carer, now, text)
        self.typed.append(text)
        self.about = ""
        return post.text(self.handset, now, text)

    def _press(
        self,
        now: datetime,
        post: Postbox,
        handset: Handset,
        letter: Letter,
        key: Key,
        who: str = "client",
    ) -> list[Raw]:
        self.tell(who, f"[{key.label}]")
        self.pressed.add(key.value)
        self.about = key.subject if who == "client" else self.about
        if key.noun == "occ" and key.value[:1] == "l" and key.value != "later":
            self.snoozed.add(key.subject)
        if who == "client" and self.chance.random() < habits.GOES_ON:
            self.errand.extendleft(reversed(habits.then(key, self.chance)))
        times = 1 + (self.chance.random() < TWICE)
        return [post.press(handset, now, letter, key.data) for _ in range(times)]


def _on_the_grid(at: datetime) -> datetime:
    """Return the next full five minutes."""
    step = timedelta(minutes=GRID)
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + -(-(at - midnight) // step) * step


def chances(seed: int, number: int | str, sorts: Sequence[str]) -> list[random.Random]:
    """Return independent chances of one life: what it does, what goes wrong on its line."""
    return [random.Random(f"{seed}.{number}.{sort}") for sort in sorts]  # noqa: S311 - a seeded life  # nosec B311
