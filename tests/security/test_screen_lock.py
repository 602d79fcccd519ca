"""X5: while a therapist's screen is locked nothing is shown on it but what holds nobody's words."""

from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import select

from bot import commands
from bot.afterwards import AnswerTap, Delete
from conversations.message import Message
from homework import caring, locking, passphrases
from homework.firing import FIRE
from homework.ids import new_id
from homework.outgoing import KINDS, Outgoing
from homework.store import alerts, people, screen_locks, timers
from homework.store.screen_locks import ALWAYS_SHOWN
from homework.store.tables import outbox, screen_lock
from tests.support.scene import Heard, Scene

WORDS = "correct horse battery"
LOCKED = "Locked. Send your passphrase first."


def to(heard: list[Heard], user: int) -> list[Heard]:
    return [one for one in heard if one.user == user]


async def ring(scene: Scene) -> list[Heard]:
    """Let everything that is due happen."""
    async with scene.looking() as unit:
        for timer in await timers.due(unit, scene.now, 500):
            await timers.remove(unit, [timer.id])
            await FIRE[timer.kind](unit, scene.house, [timer])
    return await scene.deliver()


async def locked(scene: Scene, *, now: bool = True, name: str = "A") -> int:
    """A therapist sets a passphrase; the screen is locked unless it shall not be."""
    user = scene.parties[name].user
    await scene.tap(user, "1:tset~lock:ask")
    await scene.say(user, WORDS)
    if now:
        await scene.tap(user, "1:tset~lock:now")
    return user


async def test_x5_every_command_button_and_text_meets_the_lock(scene: Scene) -> None:
    user, own = await locked(scene), scene.parties["A"]
    client = scene.parties["A1"]
    scene.sealer.opened.clear()
    for row in commands.table():
        said = to(await scene.say(user, f"/{row.name}"), user)
        if row.name != "crisis":
            assert [one.kind for one in said] == ["lock"], row.name
            assert own.word not in said[0].whole
    ids = client.ids
    keys = [client.client, own.therapist, ids["active"], ids["entry"], ids["alert"], ""]
    taps = [
        scene.button(user, f"1:{noun}~{key}:{value}")
        for noun in sorted(commands.taps().keys() - {"crisis"})
        for key, value in product(keys, ("go", "show", "page"))
    ]
    await scene.happen(*taps)
    assert scene.last.after == [AnswerTap(one.callback, LOCKED) for one in taps]
    assert to(await scene.deliver(), user) == []
    async with scene.looking() as unit:
        assert (await unit.conn.execute(select(screen_lock.c.locked_at))).scalar() is not None
    opened = {place for key, place in scene.sealer.opened if key == client.client}
    assert opened <= {"session.body", "answer.value"}, "the form they were in, and nothing else"


async def _person(scene: Scene) -> str:
    async with scene.looking() as unit:
        who = await people.actor(unit, scene.parties["A"].user)
    assert who.person is not None
    return who.person.id


async def test_x5_what_is_new_waits_and_is_told_of_once_while_alerts_ring(scene: Scene) -> None:
    user, client = await locked(scene), scene.parties["A1"]
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        assert who.person is not None
        for kind in KINDS.keys() - screen_locks.SHOWS_NOTHING:
            words = Message(f"{kind} {client.word}")
            unit.post(Outgoing(who.person.id, client.client, kind, words, new_id(unit.now)))
    heard = to(await scene.deliver(), user)
    assert {one.kind for one in heard} == ALWAYS_SHOWN
    told = to(await ring(scene), user)
    assert ["Something new" in one.html for one in told] == [True]
    async with scene.looking() as unit:
        key = new_id(unit.now)
        unit.post(Outgoing(who.person.id, client.client, "notice", Message("more"), key))
    assert to(await scene.deliver(), user) == []
    assert to(await ring(scene), user) == [], "told once"
    opened = to(await scene.say(user, WORDS), user) + to(await ring(scene), user)
    assert {one.kind for one in opened} >= screen_locks.HIDDEN


async def test_x5_what_was_not_sent_yet_is_held_back_when_it_locks(scene: Scene) -> None:
    user, client = await locked(scene, now=False), scene.parties["A1"]
    person = await _person(scene)
    async with scene.looking() as unit:
        for kind in ("notice", "alert"):
            words = Message(f"{kind} {client.word}")
            unit.post(Outgoing(person, client.client, kind, words, new_id(unit.now)))
    await scene.happen(scene.button(user, "1:tset~lock:now"))
    heard = to(await scene.deliver(), user)
    assert {one.kind for one in heard} == {"alert", "lock", "wipe"}
    opened = to(await scene.say(user, WORDS), user)
    assert f"notice {client.word}" in [one.html for one in opened]


async def test_x5_an_alert_is_seen_without_its_words_and_the_lock_stays(scene: Scene) -> None:
    user, client = await locked(scene), scene.parties["A1"]
    for said in ("show", "contacted"):
        assert to(await scene.tap(user, f"1:alert~{client.ids['alert']}:{said}"), user) == []
        assert scene.notice == LOCKED
    scene.sealer.opened.clear()
    (done,) = to(await scene.tap(user, f"1:alert~{client.ids['alert']}:seen"), user)
    assert (done.kind, done.html[:12]) == ("noted", "Noted: seen.")
    assert not {place for key, place in scene.sealer.opened if "alert" in place}
    async with scene.looking() as unit:
        one = await alerts.by_id(unit, client.ids["alert"])
    assert one is not None and one.state == alerts.SEEN
    assert [one.kind for one in to(await scene.say(user, "/alerts"), user)] == ["lock"]


async def test_x5_locked_by_hand_tells_of_nothing_new(scene: Scene) -> None:
    user = await locked(scene)
    scene.now += timedelta(minutes=locking.USUAL, seconds=1)
    assert "lock" not in {one.kind for one in to(await ring(scene), user)}


async def test_x5_a_passphrase_is_taken_from_the_chat_and_stands_nowhere(scene: Scene) -> None:
    user = scene.parties["A"].user
    await scene.tap(user, "1:tset~lock:ask")
    for words in ("short", "/slash is no start", WORDS):
        await scene.say(user, words)
        if not words.startswith("/"):
            assert [one for one in scene.last.after if isinstance(one, Delete)], words
        else:
            await scene.tap(user, "1:tset~lock:ask")
    await scene.tap(user, "1:tset~lock:now")
    for words in ("wrong horse", WORDS):
        await scene.say(user, words)
        assert [one.chat for one in scene.last.after if isinstance(one, Delete)] == [user]
    async with scene.looking() as unit:
        row = (await unit.conn.execute(select(screen_lock))).one()
        kept = unit.sealer.open("screen_lock", "passphrase", row.therapist_id, None, row.passphrase)
    assert WORDS not in kept
    assert passphrases.fits(WORDS, kept)
    assert not passphrases.fits(WORDS + "x", kept)
    assert WORDS.encode() not in scene.db.file.read_bytes()


async def test_x5_what_was_shown_in_two_days_is_taken_away_and_no_alert(scene: Scene) -> None:
    user = await locked(scene, now=False)
    old = await _person(scene)
    async with scene.looking() as unit:
        shown = await screen_locks.on_screen(unit, old, unit.now - locking.DELETABLE)
        query = select(outbox.c.id).where(outbox.c.person_id == old, outbox.c.kind == "alert")
        alerts = set((await unit.conn.execute(query)).scalars())
    assert shown and not alerts & set(shown)
    scene.now += timedelta(minutes=locking.USUAL, seconds=1)
    await ring(scene)
    async with scene.looking() as unit:
        query = select(outbox.c.edits_id).where(outbox.c.kind == "wipe")
        assert set((await unit.conn.execute(query)).scalars()) == set(shown)
    await scene.say(user, WORDS)
    async with scene.looking() as unit:
        still = await screen_locks.on_screen(unit, old, unit.now - timedelta(minutes=1))
    assert not set(still) & set(shown)


async def test_x5_it_locks_by_the_clock_even_if_nothing_rang(scene: Scene) -> None:
    user = await locked(scene, now=False)
    for _ in range(3):  # whoever is there is not locked out
        scene.now += timedelta(minutes=locking.USUAL - 1)
        assert [one.kind for one in to(await scene.say(user, "/clients"), user)] != ["lock"]
    scene.now += timedelta(minutes=locking.USUAL, seconds=1)
    said = to(await scene.say(user, "/clients"), user)
    assert {one.kind for one in said} <= {"lock", "wipe"}
    assert not any(scene.parties["A1"].word in one.whole for one in said)


async def test_x5_after_five_wrong_ones_not_even_the_right_one_is_tried(scene: Scene) -> None:
    user = await locked(scene)
    for number in range(1, 6):
        said = to(await scene.say(user, f"wrong {number}"), user)
        assert ("too often" in said[0].html) == (number == 5)
    assert "too often" in to(await scene.say(user, WORDS), user)[0].html
    scene.now += locking.WAIT
    assert "Open again" in to(await scene.say(user, WORDS), user)[0].html


async def test_x5_help_is_given_and_colleagues_and_clients_are_not_locked(scene: Scene) -> None:
    user = await locked(scene)
    for words in ("/crisis", "sos"):
        said = to(await scene.say(user, words), user)
        assert {one.kind for one in said} == {"crisis"}, words
    for name in ("B", "A1"):
        other = scene.parties[name].user
        assert "lock" not in {one.kind for one in to(await scene.say(other, "/help"), other)}


async def test_x5_the_operator_takes_off_what_was_forgotten(scene: Scene) -> None:
    user = await locked(scene)
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        assert who.therapist is not None
        assert await locking.forgotten(unit, who.therapist)
        assert not await locking.forgotten(unit, who.therapist)
    assert any("taken the lock off" in one.html for one in to(await scene.deliver(), user))
    assert [one.kind for one in to(await scene.say(user, "/clients"), user)] != ["lock"]


async def test_x5_what_is_too_long_for_a_passphrase_stays_in_the_chat(scene: Scene) -> None:
    user = await locked(scene)
    said = to(await scene.say(user, "a word " * 20), user)
    assert [one.kind for one in said] == ["lock"]
    assert not [one for one in scene.last.after if isinstance(one, Delete)]


async def test_x5_help_has_its_numbers_for_another_country_too(scene: Scene) -> None:
    user = await locked(scene)
    seen = await scene.press(user, await scene.say(user, "/crisis"), "I am in another")
    assert scene.notice == "" and [one.kind for one in to(seen, user)] == ["crisis"]
    heard = await scene.tap(user, "1:crisis~:c.US")
    assert "911" in "".join(one.html for one in to(heard, user))


SUNDAYS = '{"7": ["09:00", "17:00"]}'
"""Hours that are over: it is Monday."""


async def test_x5_opened_outside_working_hours_only_what_waits_for_them_waits(scene: Scene) -> None:
    user, client = await locked(scene), scene.parties["A1"]
    person = await _person(scene)
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        assert who.therapist is not None
        await people.change_therapist(unit, who.therapist.id, hours=SUNDAYS)
        for kind in ("ack", "prompt", "notice"):
            words = Message(f"{kind} {client.word}")
            unit.post(Outgoing(person, client.client, kind, words, new_id(unit.now)))
    assert to(await scene.deliver(), user) == []
    opened = to(await scene.say(user, WORDS), user)
    words = {one.html for one in opened if client.word in one.html}
    assert words >= {f"{kind} {client.word}" for kind in ("ack", "prompt")}
    assert f"notice {client.word}" not in words
    scene.now += timedelta(days=6, hours=1)
    held = to(await ring(scene), user)
    assert f"notice {client.word}" not in {one.html for one in held}, "locked again since"
    opened = to(await scene.say(user, WORDS), user)
    assert f"notice {client.word}" in {one.html for one in opened}


async def digests(scene: Scene, therapist: str) -> None:
    """One is sent for yesterday and one for today; the lock holds both."""
    for _ in range(2):
        async with scene.looking() as unit:
            await timers.set(unit, unit.now, "digest", therapist, 0)
        await ring(scene)
        scene.now += timedelta(days=1)


@pytest.mark.parametrize("gone", [False, True])
async def test_x5_a_digest_behind_a_lock_is_made_anew_when_it_opens(
    scene: Scene, gone: bool
) -> None:
    user, client = await locked(scene), scene.parties["A1"]
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        assert who.therapist is not None
        person = await people.person_by_id(unit, who.therapist.person or "")
        assert person is not None
        unit.post(Outgoing(person.id, client.client, "brief", Message("its brief"), "brief.one"))
    await digests(scene, who.therapist.id)
    if gone:
        async with scene.looking() as unit:
            leaving = await people.client_by_id(unit, client.client or "")
            assert leaving is not None
            await caring.end(unit, scene.house, who.therapist, leaving)
    opened = to(await scene.say(user, WORDS), user) + to(await ring(scene), user)
    seen = [one for one in opened if one.kind == "digest"]
    assert len(seen) == 1, "one, as things stand now"
    assert (client.word in seen[0].whole) is not gone
    assert ("its brief" in {one.html for one in opened}) is not gone
    scene.now += timedelta(days=1)
    held = [one.kind for one in to(await ring(scene), user)]
    assert "digest" not in held, "the next one comes at its hour, and is held"
    opened = to(await scene.say(user, WORDS), user) + to(await ring(scene), user)
    assert [one.kind for one in opened].count("digest") == 1


async def test_x5_a_digest_is_made_anew_in_the_minute_in_which_it_came(scene: Scene) -> None:
    user = await locked(scene)
    scene.now = scene.now.replace(second=0)
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        assert who.therapist is not None
        await timers.set(unit, unit.now, "digest", who.therapist.id, 0)
    assert "digest" not in [one.kind for one in to(await ring(scene), user)]
    opened = to(await scene.say(user, WORDS), user) + to(await ring(scene), user)
    assert [one.kind for one in opened].count("digest") == 1


async def test_x5_a_lock_taken_off_outside_working_hours_lets_go_what_it_held(scene: Scene) -> None:
    user, client = await locked(scene), scene.parties["A1"]
    person = await _person(scene)
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        assert who.therapist is not None
        await people.change_therapist(unit, who.therapist.id, hours=SUNDAYS)
        words = Message(f"ack {client.word}")
        unit.post(Outgoing(person, client.client, "ack", words, new_id(unit.now)))
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        assert who.therapist is not None and await locking.forgotten(unit, who.therapist)
    assert f"ack {client.word}" in {one.html for one in to(await scene.deliver(), user)}


async def test_x5_prompts_of_ones_own_work_ring_on_a_locked_screen(scene: Scene) -> None:
    user = await locked(scene, name="B", now=False)
    own, other = scene.parties["B"], scene.parties["B1"]
    async with scene.looking() as unit:
        who = await people.actor(unit, user)
        assert who.person is not None and who.client is not None
        assert who.client.id == own.client
        person = who.person.id
        for whose in (own, other):  # written before it locks, and not sent yet
            words = Message(f"early {whose.word}")
            unit.post(Outgoing(person, whose.client, "prompt", words, new_id(unit.now)))
    await scene.happen(scene.button(user, "1:tset~lock:now"))
    async with scene.looking() as unit:
        for kind, whose in product(("prompt", "reminder", "question", "ack"), (own, other)):
            words = Message(f"{kind} {whose.word}")
            unit.post(Outgoing(person, whose.client, kind, words, new_id(unit.now)))
    heard = {one.html for one in to(await scene.deliver(), user)}
    assert heard >= {f"{kind} {own.word}" for kind in ("early", "prompt", "reminder", "question")}
    assert f"ack {own.word}" not in heard
    assert not [words for words in heard if other.word in words]
    await scene.say(user, WORDS)
    async with scene.looking() as unit:
        shown = await screen_locks.on_screen(unit, person, unit.now - locking.DELETABLE)
        query = select(outbox.c.client_id).where(outbox.c.id.in_(shown), outbox.c.kind == "prompt")
        assert set((await unit.conn.execute(query)).scalars()) == {other.client}
