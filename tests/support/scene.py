"""A scene: people around a bot in this process; real database, real keyring, real router.

Whoever is in it has said a word that nobody else says (a canary), so that it can be looked for
where it must not be. Nothing is sent: `deliver` reads the outbox as a messenger would and notes
that everything arrived.
"""

import json
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.afterwards import AnswerTap, LeaveChat, Tell
from bot.incoming import Incoming, parse
from bot.ingest import Handled
from bot.routing import Router
from conversations.message import Button, Message
from conversations.session import Session
from homework import joining, packaged
from homework.house import House
from homework.outgoing import Posted
from homework.safety import crisis
from homework.stocking import stock
from homework.store import (
    handovers,
    people,
    sessions,
)
from homework.store.database import Database, Unit, upgrade
from homework.store.keyring import Keyring
from homework.store.marks import Mark, mark
from homework.store.sealing import Sealer
from homework.store.tables import outbox, person
from tests.support.stores import MASTER

MONDAY = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
SHEET = "thought_record_3col"


class WatchingSealer(Sealer):
    """A sealer that notes whose values were opened."""

    def __init__(self, keyring: Keyring) -> None:
        super().__init__(keyring)
        self.opened: set[tuple[str, str]] = set()

    def open_bytes(
        self, table: str, column: str, row: str, client: str | None, sealed: bytes
    ) -> bytes:
        if client is not None:
            self.opened.add((client, f"{table}.{column}"))
        return super().open_bytes(table, column, row, client, sealed)


def word_of(name: str) -> str:
    """Return the word of somebody: letters only, since digits may be taken for a rating."""
    return "zq" + name.replace("_", "").replace("1", "one").replace("2", "two") + "zq"


@dataclass
class Party:
    """One person, or a code name whose link was not used: what they own, and their word."""

    name: str
    user: int
    therapist: str | None = None
    client: str | None = None
    carer: str | None = None
    ids: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def word(self) -> str:
        """What this party wrote, and nobody else."""
        return word_of(self.name)


@dataclass(frozen=True)
class Heard:
    """What somebody's phone showed."""

    user: int
    kind: str
    state: str
    message: Message

    @property
    def html(self) -> str:
        return self.message.html

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(button for row in self.message.buttons for button in row)

    @property
    def whole(self) -> str:
        return "\n".join([self.html, *(button.label for button in self.buttons)])


class Scene:
    """One bot and everybody around it. Each step happens ten seconds after the one before."""

    def __init__(self, db: Database, sealer: WatchingSealer, now: datetime) -> None:
        self.db, self.sealer, self.now = db, sealer, now
        self.parties: dict[str, Party] = {}
        self.last: Handled = Handled()
        self._updates = 0
        self._messages = 1000

    async def open(self) -> None:
        async with self.db.transaction(self.now) as unit:
            shelf = await stock(unit)
        words = {"en": packaged.texts("en", strict=True)}
        self.house = House(shelf, words, crisis.shipped(), "practice_bot")
        self.router = Router(self.house, ("en",))

    # What happens ----------------------------------------------------------------------------

    def message(self, user: int, text: str, **more: object) -> Incoming:
        """A message as the messenger brings it; `more` are fields of its JSON."""
        body = {"text": text} if text else {}
        return self._parsed("message", self._message(user) | body | more)

    def button(self, user: int, data: str, message_id: int | None = None) -> Incoming:
        """A pressed button: whatever data, under any message of the bot's."""
        under = self._message(user) | {"text": "…"}
        if message_id is not None:
            under["message_id"] = message_id
        query = {"id": f"q{self._updates}", "from": under["from"], "chat_instance": "1"}
        return self._parsed("callback_query", query | {"data": data, "message": under})

    def edited(self, user: int, text: str, message_id: int | None = None) -> Incoming:
        """A message that was changed after it was sent: the newest, or the one of that number."""
        body = self._message(user) | {"text": text, "edit_date": int(self.now.timestamp()) + 10}
        if message_id is not None:
            body |= {"message_id": message_id, "date": int(self.now.timestamp())}
        return self._parsed("edited_message", body)

    def _message(self, user: int) -> dict[str, object]:
        self._messages += 1
        return {
            "message_id": self._messages,
            "date": int(self.now.timestamp()) + 10,  # when it happens
            "chat": {"id": user, "type": "private"},
            "from": {"id": user, "is_bot": False, "first_name": "x"},
        }

    def _parsed(self, kind: str, body: dict[str, object]) -> Incoming:
        self._updates += 1
        whole = json.loads(json.dumps({"update_id": self._updates, kind: body}))
        return parse(whole)

    async def happen(self, *incomings: Incoming) -> Handled:
        """Let updates arrive together, in one transaction."""
        self.now += timedelta(seconds=10)
        async with self.db.transaction(self.now) as unit:
            self.last = await self.router.handle(unit, incomings)
        return self.last

    async def say(self, user: int, text: str, **more: object) -> list[Heard]:
        await self.happen(self.message(user, text, **more))
        return await self.deliver()

    async def tap(self, user: int, data: str, message_id: int | None = None) -> list[Heard]:
        await self.happen(self.button(user, data, message_id))
        return await self.deliver()

    async def about_carer(self, party: Party, answer: str) -> list[Heard]:
        """Answer whether somebody new may care for a client, as they are asked now."""
        async with self.looking() as unit:
            offer = await handovers.of_client(unit, party.client or "")
        return await self.tap(party.user, f"1:carer~{offer.id if offer else ''}:{answer}")

    async def press(self, user: int, seen: Iterable[Heard], label: str) -> list[Heard]:
        """Press the button that begins with these words."""
        buttons = [b for one in seen for b in one.buttons if one.user == user]
        data = next(b.data for b in buttons if b.label.startswith(label))
        return await self.tap(user, data)

    async def heir_says(self, user: int, party: Party, answer: str) -> list[Heard]:
        """A colleague answers whether they care for a client, as they are asked now."""
        async with self.looking() as unit:
            offer = await handovers.of_client(unit, party.client or "")
        return await self.tap(user, f"1:heir~{offer.id if offer else ''}:{answer}")

    @property
    def notice(self) -> str:
        """What the last pressed button was answered with."""
        return next((one.text for one in self.last.after if isinstance(one, AnswerTap)), "")

    async def deliver(self) -> list[Heard]:
        """Take all that waits in the outbox and note that it arrived; strangers' answers first."""
        heard = [_told(one) for one in self.last.after if isinstance(one, Tell | LeaveChat)]
        found = [one for one in heard if one]
        unsent = outbox.c.state.in_(("waiting", "claimed"))
        query = select(outbox, person.c.tg_id).join(person).where(unsent).order_by(outbox.c.id)
        async with self.db.transaction(self.now) as unit:
            marks: list[Mark] = []
            for row in (await unit.conn.execute(query)).all():
                posted = self.posted(unit, row)
                self._messages += 1
                marks.append(Mark(posted, "sent", 1, self._messages, self.now))
                found.append(Heard(posted.chat, row.kind, row.state, posted.message))
            await mark(unit, marks)
        return found

    def posted(self, unit: Unit, row: Any) -> Posted:
        """Return an outbox row, joined with its person, as the sender has it."""
        opened = unit.sealer.open
        body = json.loads(opened("outbox", "body", row.id, row.client_id, row.body))
        rows = tuple(tuple(Button(*pair) for pair in line) for line in body["buttons"])
        chat = int(opened("person", "tg_id", row.person_id, None, row.tg_id))
        message = Message(body["html"], rows)
        return Posted(row.id, row.person_id, chat, row.kind, message, subject=row.subject)

    # What stands in the database --------------------------------------------------------------

    @asynccontextmanager
    async def looking(self) -> AsyncGenerator[Unit]:
        async with self.db.transaction(self.now) as unit:
            yield unit

    async def open_session(self, user: int) -> Session | None:
        async with self.looking() as unit:
            who = await people.actor(unit, user)
            held = await sessions.load_open(unit, [who.person.id] if who.person else [])
        return next((one.session for one in held.values()), None)

    async def client(self, key: str) -> people.Client:
        async with self.looking() as unit:
            found = await people.client_by_id(unit, key)
        assert found is not None
        return found

    # Joining ----------------------------------------------------------------------------------

    async def therapist(self, name: str, user: int) -> Party:
        async with self.looking() as unit:
            token = await joining.invite_therapist(unit, f"Dr {word_of(name)}")
        await self.say(user, f"/start {token}")
        await self.say(user, "London")
        await self.tap(user, "1:hours~set:any")
        await self.tap(user, "1:hours~who:none")
        async with self.looking() as unit:
            who = await people.actor(unit, user)
        assert who.therapist is not None
        party = self.parties[name] = Party(name, user, therapist=who.therapist.id)
        return party

    async def invite(self, carer: Party, name: str, user: int) -> tuple[Party, str]:
        """A client under a code name, and the token of their link."""
        seen = await self.say(carer.user, f"/invite {word_of(name)}")
        token = seen[-1].html.split("?start=")[1].split()[0].split("<")[0]
        async with self.looking() as unit:
            assert carer.therapist is not None
            client = (await people.clients_of(unit, carer.therapist))[-1]
        party = Party(name, user, client=client.id, carer=carer.name)
        self.parties[name] = party
        return party, token

    async def joins(self, party: Party, token: str, *, until: str = "active") -> Party:
        """Answer the questions of joining, until a state or a step of it."""
        user, carer = party.user, self.parties[party.carer or ""]
        seen = await self.say(user, f"/start {token}")
        for step, label in (("age", "Yes, 18"), ("consent", "I agree"), ("country", "United King")):
            if until == step:
                return party
            seen = await self.press(user, seen, label)
        if until == "unconfirmed":
            return party
        await self.press(carer.user, seen, "Yes, it is them")
        return party

    # Working ----------------------------------------------------------------------------------

    async def answer_once(self, user: int, word: str) -> list[Heard]:
        """Answer the question that stands open, in a way that fits it."""
        current = await self.open_session(user)
        assert current is not None
        sheet = self.house.shelf.worksheet(current.worksheet)
        step = sheet.by_id.get(current.asked.step or "")
        ask = current.asked.id
        if step is None:
            return await self.tap(user, f"1:{ask}:f")
        if current.item is not None:
            return await self.say(user, "60")
        match step.kind:
            case "text":
                return await self.say(user, word)
            case "moods" if step.id in current.answers:
                return await self.tap(user, f"1:{ask}:v.done")
            case "moods":
                return await self.say(user, f"{word} 80")
            case "text_list" if step.id in current.answers:
                return await self.tap(user, f"1:{ask}:v.done")
            case "text_list":
                return await self.say(user, word)
            case "scale":
                return await self.say(user, "50")
            case "info":
                return await self.tap(user, f"1:{ask}:v.ok")
            case _:
                return await self.tap(user, f"1:{ask}:s")

    async def answer_all(self, user: int, word: str) -> None:
        before = await self.open_session(user)
        for _ in range(40):
            current = await self.open_session(user)
            if current is None or before is None or current.id != before.id:
                return
            await self.answer_once(user, word)
        raise AssertionError("the sheet does not end")

    async def begin_form(self, carer: Party, client: Party) -> None:
        """The therapist sets something, as far as a reason with their word in it."""
        await self.tap(carer.user, f"1:assign~{client.client}:go")
        for value in (f"v.{SHEET}", "v.full"):
            current = await self.open_session(carer.user)
            assert current is not None
            await self.tap(carer.user, f"1:{current.asked.id}:{value}")
        await self.say(carer.user, f"because {carer.word}")
        current = await self.open_session(carer.user)
        assert current is not None
        carer.ids |= {"session_form": current.id, "ask_form": current.asked.id}


def _told(one: Tell | LeaveChat) -> Heard | None:
    if one.message is None:
        return None
    return Heard(one.chat, "direct", "", one.message)


@asynccontextmanager
async def scene_in(folder: Path, now: datetime = MONDAY) -> AsyncGenerator[Scene]:
    """A scene over the database and keyring in `folder`; made if there are none."""
    url = f"sqlite:///{folder / 'homework.db'}"
    upgrade(url)
    keyring = Keyring.open(folder / "keyring.db", MASTER)
    sealer = WatchingSealer(keyring)
    db = Database(url, sealer)
    await db.open()
    try:
        scene = Scene(db, sealer, now)
        await scene.open()
        yield scene
    finally:
        await db.close()
        keyring.close()
