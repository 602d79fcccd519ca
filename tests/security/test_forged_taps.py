"""X1: callback data is client-supplied. Whatever is pressed, nobody else's things are touched.

Seeded and complete: every noun of the table, with every id there is of everybody else, with every
value a button may carry, from every kind of sender; and garbage. Measured: rows of those who were
not there before and after, whose sealed values were opened, and what the attacker was shown.
"""

import random
from collections.abc import Iterator

import pytest

from bot import commands
from bot.afterwards import AnswerTap, Tell
from conversations.session import VARIANTS
from homework.store import people
from tests.support.neighbours import all_rows, belongings, without
from tests.support.scene import Party, Scene

TAPS = 10_000
BATCH = 250
STRANGER = 999
VALUES = (
    "go", "yes", "no", "ask", "send", "discard", "page", "open", "start", "menu", "later", "skip",
    "much", "tell", "l15", "l60", "levening", "sbusy", "stoo_much", "vlight", "vminute", "accept",
    "adjust", "not_now", "all", "summary", "nothing", "link", "self", "full", "light", "on", "off",
    "1", "2", "3", "d1", "w4", "daily", "country", "c.GB", "yes.1", "yes.2", "GB", "en",
    "Europe/London",
    "v.60", "v.0", "v.ok", "v.cant", "v.clear", "v.on.1", "e.situation", "f", "b", "s", "p", "r",
    "u", *(f"d.{form}" for form in VARIANTS),
)  # fmt: skip
GARBAGE = (
    "", ":", "1", "1:", "1::", "1:~:", "2:ses~x:go", "1:ses~:go",
    "1:ses~'; drop table answer;--:go",
    "1:cmd~start", "1:cmd~__class__:go", "1:occ~\x00:start", "1:ent~" + "9" * 26 + ":open",
    "1:use~" + "a" * 26 + ":-1", "1:use~" + "a" * 26 + ":99999999999999999999",
    "1:join~tz:../../etc",
    "1:tset~tz:../../../etc/passwd", "1:set~tz:\udc80", "1:lib~../x:full", "1:lib~assign:full",
    "1:" + "a" * 5000 + ":go", "1:occ~" + "b" * 5000 + ":start", "1:ses~x:" + "c" * 5000,
    "1:🙂~🙂:🙂", "1:occ~~~~:start", "1:occ~a:b:c:d", "1:ALL~*:*", "1:client~%:page",
)  # fmt: skip
ATTACKERS = (
    "A1",
    "A",
    "B1",
    "paused",
    "joining",
    "unconfirmed",
    "under_age",
    "removed",
    "stranger",
)


def ids_of(party: Party) -> list[str]:
    own = [party.client, party.therapist, *party.ids.values()]
    return [key for key in own if key]


def circle(scene: Scene, attacker: Party) -> set[str]:
    """Return the names of those whose words this party may read: their own, and their clients'."""
    mine = {attacker.name, attacker.carer or attacker.name}
    if attacker.therapist and attacker.name != "removed":
        mine |= {name for name, one in scene.parties.items() if one.carer == attacker.name}
    return mine


def forged(scene: Scene, attacker: Party, chance: random.Random) -> Iterator[str]:
    """Every noun × every foreign id × every value, in random order, with garbage among them."""
    own = circle(scene, attacker) if attacker.therapist else {attacker.name}
    foreign = [key for one in scene.parties.values() if one.name not in own for key in ids_of(one)]
    nouns = [*commands.taps(), "cmd", "nonsense"]
    pool = [f"1:{noun}~{key}:{value}" for noun in nouns for key in foreign for value in VALUES] + [
        f"1:{key}:{value}" for key in foreign for value in VALUES
    ]
    chance.shuffle(pool)
    for place, data in enumerate(pool):
        yield data
        if place % 9 == 0:
            yield chance.choice(GARBAGE)


async def cared_for(scene: Scene, attacker: Party) -> set[str | None]:
    """The clients of a therapist, those made by the taps themselves among them."""
    async with scene.looking() as unit:
        who = await people.actor(unit, attacker.user)
        cared = await people.clients_of(unit, who.therapist.id) if who.therapist else []
    return {one.id for one in cared}


async def attack(scene: Scene, attacker: Party, count: int) -> None:
    chance = random.Random(f"taps {attacker.name}")
    async with scene.looking() as unit:
        mine = await belongings(unit, attacker)
        before = without(await all_rows(unit), mine)
    scene.sealer.opened.clear()
    shown: list[str] = []
    datas = forged(scene, attacker, chance)
    for start in range(0, count, BATCH):
        taps = [
            scene.button(attacker.user, next(datas), chance.randrange(4000))
            for _ in range(min(BATCH, count - start))
        ]
        handled = await scene.happen(*taps)
        assert handled.failed == {}, attacker.name
        shown += [one.text for one in handled.after if isinstance(one, AnswerTap)]
        shown += [one.message.html for one in handled.after if isinstance(one, Tell)]
    may_open = {attacker.client} | await cared_for(scene, attacker)
    opened = {pair for pair in scene.sealer.opened if pair[0] not in may_open}
    assert opened == set(), attacker.name
    heard = await scene.deliver()
    shown += [one.whole for one in heard if one.user == attacker.user]
    others = {one.word for one in scene.parties.values() if one.name not in circle(scene, attacker)}
    found = [word for word in others for text in shown if word in text]
    assert found == [], attacker.name
    async with scene.looking() as unit:
        mine |= await belongings(unit, attacker)
        after = without(await all_rows(unit), mine)
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert changed == set(), attacker.name


@pytest.mark.parametrize("name", ATTACKERS)
async def test_x1_ten_thousand_forged_taps_reach_nothing_of_others(scene: Scene, name: str) -> None:
    attacker = scene.parties.get(name) or Party(name, STRANGER)
    await attack(scene, attacker, TAPS // len(ATTACKERS) + 1)
