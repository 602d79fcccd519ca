"""How simulated people come in: therapists by the operator's link, clients by their therapist's.

Everything is written and pressed as it stands on the screen. It must not know what happens later.
"""

import random
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.simulate.handsets import Handset, Key, Letter, Postbox, Raw
from bot.simulate.lives import READING, Life
from bot.simulate.premises import Premises
from homework import joining

CITY = "London"
MOST_QUESTIONS = 12
PREFERRED: Mapping[tuple[str, str], str] = {
    ("join", "age"): "yes",
    ("lang", "set"): "en",
    ("consent", ""): "yes",
}
"""What is pressed where a question of joining has a right answer: by noun and subject."""

_TOKEN = re.compile(r"\?start=([\w-]+)")


class NobodyCameIn(RuntimeError):
    """Joining did not lead to a client who may be asked."""


async def come_in(premises: Premises, post: Postbox, groups: Sequence[Sequence[Life]]) -> None:
    """Let all therapists and clients of `groups` join, a group's clients one after another."""
    await _therapists(premises, post, [lives[0].carer for lives in groups])
    for place in range(max(map(len, groups))):
        await _clients(premises, post, [lives[place] for lives in groups if place < len(lives)])


async def _therapists(premises: Premises, post: Postbox, carers: Sequence[Handset]) -> None:
    tokens: list[str] = []
    async with premises.running.db.transaction(premises.calendar.now()) as unit:
        for carer in carers:
            tokens.append(await joining.invite_therapist(unit, carer.name))
    now = _later(premises)
    starts = [post.text(*one) for one in _said(carers, now, [f"/start {one}" for one in tokens])]
    await premises.take(starts)
    now = _later(premises)
    await premises.take([post.text(carer, now, CITY) for carer in carers])
    for value in ("any", "none"):  # working hours, and nobody else to be told
        now = _later(premises)
        found = [(carer, carer.find("hours", value=value)) for carer in carers]
        pressed = [post.press(one, now, at[0], at[1].data) for one, at in found if at]
        await premises.take(pressed)


async def _clients(premises: Premises, post: Postbox, lives: Sequence[Life]) -> None:
    now = _later(premises)
    for life in lives:
        life.name = life.word()
    asked = [f"/invite {life.name}" for life in lives]
    await premises.take(
        [post.text(*one) for one in _said([life.carer for life in lives], now, asked)]
    )
    links = [_link(life.carer) for life in lives]
    now = _later(premises)
    starts = _said([life.handset for life in lives], now, [f"/start {link}" for link in links])
    await premises.take([post.text(*one) for one in starts])
    for _ in range(MOST_QUESTIONS):
        now = _later(premises)
        raws: list[Raw] = []
        for life in lives:
            found = _question(life.handset, life.chance)
            raws += [post.press(life.handset, now, *found)] if found else []
        if not raws:
            break
        await premises.take(raws)
    now = _later(premises)
    confirming: list[Raw] = []
    for life in lives:
        found = life.carer.find("confirm", value="yes")
        if found is None:
            raise NobodyCameIn
        confirming.append(post.press(life.carer, now, found[0], found[1].data))
    await premises.take(confirming)


def _later(premises: Premises) -> datetime:
    premises.calendar.jump(premises.calendar.now() + READING)
    return premises.calendar.now()


def _said(
    handsets: Sequence[Handset], now: datetime, texts: Sequence[str]
) -> list[tuple[Handset, datetime, str]]:
    return [(handset, now, text) for handset, text in zip(handsets, texts, strict=True)]


def _link(carer: Handset) -> str:
    for letter in reversed(carer.letters):
        if found := _TOKEN.search(letter.html):
            return found[1]
    raise NobodyCameIn


def _question(handset: Handset, chance: random.Random) -> tuple[Letter, str] | None:
    """Return the newest message that asks something, and which of its buttons is pressed."""
    letter = next((one for one in reversed(handset.letters) if one.fresh and one.keys), None)
    if letter is None:
        return None
    letter.fresh = False
    asking = [key for key in letter.keys if key.noun in ("join", "consent")]
    if not asking:
        return None
    return letter, _preferred(asking, chance).data


def _preferred(keys: Sequence[Key], chance: random.Random) -> Key:
    for key in keys:
        value = PREFERRED.get((key.noun, key.subject))
        if value and key.value.startswith(value):
            return key
    return chance.choice(keys)
