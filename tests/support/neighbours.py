"""Two practices next door to each other, in this process: real database, real keyring, real router.

Whoever is in them has said a word that nobody else says (a canary), so that it can be looked for
where it must not be. Nothing is sent: `deliver` reads the outbox as a messenger would and notes
that everything arrived.
"""

import json
import shutil
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.afterwards import AnswerTap, LeaveChat, Tell
from bot.incoming import Incoming, parse
from bot.ingest import Handled
from bot.routing import Router
from conversations.message import Button, Message
from conversations.session import Session
from homework import assigning, chaining, joining, packaged, publishing
from homework.house import House
from homework.ids import new_id
from homework.outgoing import Posted
from homework.program import programs
from homework.recurrence import Weekly
from homework.retelling import answers_of
from homework.safety import crisis
from homework.safety.screening import Finding
from homework.stocking import stock
from homework.store import (
    alerts,
    assignments,
    entries,
    feedback,
    handovers,
    kept_media,
    materials,
    occurrences,
    people,
    remarks,
    session_notes,
    sessions,
    sheet_materials,
    templates,
)
from homework.store import programs as stored_programs
from homework.store.assignments import Assignment
from homework.store.database import Database, Unit, upgrade
from homework.store.keyring import Keyring
from homework.store.marks import Mark, mark
from homework.store.occurrences import Occurrence
from homework.store.sealing import Sealer
from homework.store.tables import entry, metadata, outbox, person, session
from tests.support.phones import FILES
from tests.support.recordings import jpeg
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

    async def give_work(self, party: Party) -> None:
        """A draft, a proposal, an agreement with a prompt, entries, sheets open and waiting."""
        assert party.client is not None
        await self.give_agreements(party)
        await self.tap(party.user, f"1:log~{party.ids['active']}:go")
        await self.answer_all(party.user, party.word)
        await self.tap(party.user, f"1:log~{party.ids['active']}:go")
        await self.answer_once(party.user, party.word)
        await self.tap(party.user, f"1:occ~{party.ids['occ_open']}:start")
        await self.answer_once(party.user, party.word)
        async with self.looking() as unit:
            who = await people.actor(unit, party.user)
            assert who.person is not None
            mine = session.c.person_id == who.person.id
            rows = (await unit.conn.execute(select(session.c).where(mine))).all()
            query = select(entry.c.id).where(entry.c.client_id == party.client)
            party.ids["entry"] = (await unit.conn.execute(query)).scalars().one()
            noted = await session_notes.add(unit, party.client, f"note {party.word}")
            party.ids["note"] = noted.id
            text = f"{party.word} reads"
            attached = await materials.add(
                unit, party.client, party.ids["active"], "text", "text/plain", text, text
            )
            party.ids["material"] = attached.id
            party.ids["medium"] = await self._recording(unit, party, rows)
            for kind in (feedback.MUCH, feedback.SILENCE):
                asked = await feedback.add(unit, party.client, party.ids["active"], kind)
                party.ids[kind] = asked
            await self._remarked(unit, party)
            await self._alarmed(unit, party)
        party.ids["person"] = who.person.id
        for status in ("open", "waiting", "done"):
            (row, *_) = [one for one in rows if one.status == status]
            party.ids[f"session_{status}"] = row.id
            party.ids[f"ask_{status}"] = row.ask_id

    async def _alarmed(self, unit: Unit, party: Party) -> None:
        """An alert that nobody has seen, long enough ago that prompts ring again."""
        client = await people.client_by_id(unit, party.client or "")
        assert client is not None
        one = await alerts.add(unit, client, self.now)
        await alerts.note(unit, client.id, one.id, Finding("alert", "en.some"), party.word)
        party.ids["alert"] = one.id

    async def _recording(self, unit: Unit, party: Party, rows: Sequence[Any]) -> str:
        """A picture in the answers of the sheet that is done."""
        (done, *_) = [one.id for one in rows if one.status == "done"]
        written = await entries.of_session(unit, done)
        assert written is not None and party.client is not None
        label = f"Photo {party.word}"
        answers: dict[str, Any] = {**answers_of(written), "situation": f"{label}\nand words"}
        kept = replace(written, body={**written.body, "answers": answers})
        await entries.annotate(unit, kept, unread=True)
        body = jpeg()
        await kept_media.add(unit, party.client, done, "situation", "image/jpeg", label, body)
        return (await kept_media.of_session(unit, done))[0].id

    async def give_agreements(self, party: Party) -> None:
        """A draft, a proposal, an agreement, and two prompts of it."""
        carer = self.parties[party.carer or ""]
        rules = [Weekly(frozenset(range(1, 8)), time(18, 0))]
        for state in ("draft", "proposed", "active"):
            async with self.looking() as unit:
                who = await people.actor(unit, carer.user)
                assert party.client is not None and who.therapist is not None
                client = await people.client_by_id(unit, party.client)
                assert client is not None
                new = self.assignment(
                    party, who.therapist.id, f"why {party.word}", f"enough {party.word}"
                )
                await assigning.keep_draft(unit, new, rules)
                if state != "draft":
                    await assigning.propose(unit, who.therapist, new)
                if state == "active":
                    proposed = (await assignments.by_ids(unit, [new.id]))[new.id]
                    await assigning.accept(unit, self.house, client, proposed)
            party.ids[state] = new.id
        async with self.looking() as unit:
            (agreed,) = (await assignments.by_ids(unit, [party.ids["active"]])).values()
            running, links = await self._program(unit, party)
            party.ids |= {"program_draft": running, "chained": links[1]}
            party.ids["sheet_draft"] = await self._own_sheet(unit, party)
            party.ids["sheet_material"] = await self._of_sheet(unit, agreed.therapist, party)
            party.ids["template"] = await self._template(unit, agreed, party)
            party.ids["entry_line"] = agreed.entries[0].id
            for name, days in (("occ", 0), ("occ_open", 1)):
                one = self._occurrence(party, agreed.entries[0].id, days)
                await occurrences.add(unit, [one])
                party.ids[name] = one.id

    async def _remarked(self, unit: Unit, party: Party) -> None:
        """What the carer left at an entry, and a note of their own."""
        carer = await people.actor(unit, self.parties[party.carer or ""].user)
        assert carer.therapist is not None and party.client is not None
        mine, whose = party.ids["entry"], carer.therapist.id
        text = f"on {party.word}"
        party.ids["remark"] = await remarks.add(
            unit, party.client, mine, whose, remarks.COMMENT, "situation", text
        )
        aside = await remarks.keep_note(unit, party.client, whose, f"aside {party.word}")
        party.ids["private_note"] = aside

    async def _of_sheet(self, unit: Unit, therapist: str, party: Party) -> str:
        """Material of a worksheet of the carer; it comes along to their other clients too."""
        text = f"{self.parties[party.carer or ''].word} reads"
        mine = (therapist, SHEET, "text", "text/plain")
        return (await sheet_materials.add(unit, *mine, text, text)).id

    async def _template(self, unit: Unit, agreed: Assignment, party: Party) -> str:
        """A template of the carer, in their own words; it is for their other clients too."""
        word = self.parties[party.carer or ""].word
        answers = {"worksheet": SHEET, "variant": "full", "why": f"{word} says why"}
        mine = (agreed.therapist, SHEET, f"{word} {party.ids['active'][-4:]}")
        return (await templates.add(unit, *mine, answers, agreed.texts)).id

    async def _own_sheet(self, unit: Unit, party: Party) -> str:
        """A worksheet file that the carer has sent and not published."""
        source = (FILES / "kind_words.toml").read_text().replace("Kind words", party.word)
        source = source.replace("kind_words", f"own_{party.word.lower()}")
        carer = await people.actor(unit, self.parties[party.carer or ""].user)
        assert carer.therapist is not None
        checked = publishing.check(self.house.shelf, source, "own.toml", carer.therapist.id)
        assert isinstance(checked, publishing.Checked), checked
        return await publishing.keep_draft(unit, carer.therapist.id, checked)

    async def _program(self, unit: Unit, party: Party) -> tuple[str, list[str]]:
        """The draft of a program, and its links."""
        carer = await people.actor(unit, self.parties[party.carer or ""].user)
        client = await people.client_by_id(unit, party.client or "")
        assert carer.therapist is not None and client is not None
        form = chaining.Form(carer.therapist, client, {"why": f"why {party.word}"})
        program = programs()["thought_records"]
        running, links = chaining.draft(self.house, program, form, self.now)
        await stored_programs.add(unit, running)
        for one, rules in links:
            await assignments.add(unit, one, rules)
        return running.id, [one.id for one, _ in links]

    def assignment(self, party: Party, therapist: str, why: str, enough: str) -> Assignment:
        """A draft of two weeks, not written yet."""
        day = self.now.date()
        return Assignment(
            id=new_id(self.now),
            client=party.client or "",
            therapist=therapist,
            worksheet=self.house.shelf.newest[SHEET],
            variant="full",
            state="draft",
            texts=assignments.Texts(why, enough),
            sharing="all",
            window_minutes=None,
            grace_minutes=None,
            idle_minutes=10_000,
            reminder_minutes=None,
            starts_on=day,
            ends_on=day + timedelta(days=13),
            revision=0,
            agreed_at=None,
        )

    def _occurrence(self, party: Party, line: str, days: int) -> Occurrence:
        return Occurrence(
            id=new_id(self.now),
            client=party.client or "",
            assignment=party.ids["active"],
            entry=line,
            local_date=(self.now - timedelta(days=days)).date(),
            stage="main",
            planned_at=self.now,
            zone="Europe/London",
            closes_at=self.now + timedelta(hours=9),
            sent_at=self.now,
            state="prompted",
        )

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


USERS = {"A": 11, "B": 22, "A1": 111, "A2": 112, "B1": 221}
LATE = {"joining": 301, "unconfirmed": 302, "under_age": 303, "paused": 304, "removed": 305}


@dataclass(frozen=True)
class Settled:
    """Where two practices lie on the disk, who is in them, and when it is there."""

    folder: Path
    parties: Mapping[str, Party]
    now: datetime


async def settle(folder: Path) -> Settled:
    """Let the two practices come to be in `folder`.

    A and B are therapists; A1, A2, B1 their clients at work; B is also their own client. Around
    them: somebody joining, somebody unconfirmed, under age, paused; a removed therapist with a
    form open.
    """
    async with scene_in(folder) as scene:
        for name in ("A", "B"):
            await scene.therapist(name, USERS[name])
        for name in ("A1", "A2", "B1"):
            party, token = await scene.invite(scene.parties[name[0]], name, USERS[name])
            await scene.give_work(await scene.joins(party, token))
        await _people_around(scene)
        await _tries_it(scene, scene.parties["B"])
        await scene.begin_form(scene.parties["A"], scene.parties["A1"])
        await scene.begin_form(scene.parties["B"], scene.parties["B1"])
        await scene.deliver()
        return Settled(folder, scene.parties, scene.now)


async def _people_around(scene: Scene) -> None:
    carer = scene.parties["B"]
    for name, until in (("joining", "consent"), ("unconfirmed", "unconfirmed")):
        party, token = await scene.invite(carer, name, LATE[name])
        await scene.joins(party, token, until=until)
    party, token = await scene.invite(carer, "under_age", LATE["under_age"])
    await scene.joins(party, token, until="age")
    await scene.tap(party.user, "1:join~age:no")
    party, token = await scene.invite(carer, "paused", LATE["paused"])
    await scene.joins(party, token)
    await scene.give_agreements(party)
    await scene.say(party.user, "/pause 2 weeks")
    removed = await scene.therapist("removed", LATE["removed"])
    party, token = await scene.invite(removed, "R1", 331)
    await scene.joins(party, token)
    await scene.begin_form(removed, party)
    async with scene.looking() as unit:
        await joining.remove_therapist(unit, removed.therapist or "")


async def _tries_it(scene: Scene, carer: Party) -> None:
    """The therapist becomes a client of their own, and works."""
    seen = await scene.tap(carer.user, "1:invite~:self")
    for label in ("Yes, 18", "I agree", "United King"):
        seen = await scene.press(carer.user, seen, label)
    async with scene.looking() as unit:
        who = await people.actor(unit, carer.user)
    assert who.client is not None and who.client.state == "active"
    carer.client, carer.carer = who.client.id, carer.name
    await scene.give_work(carer)


@asynccontextmanager
async def copied(settled: Settled, target: Path) -> AsyncGenerator[Scene]:
    """A scene over a copy of what `settle` made."""
    for name in ("homework.db", "keyring.db"):
        shutil.copy(settled.folder / name, target / name)
    async with scene_in(target, settled.now) as scene:
        scene.parties = {
            name: replace(party, ids=dict(party.ids)) for name, party in settled.parties.items()
        }
        yield scene


Rows = dict[tuple[str, object], Mapping[str, Any]]


async def all_rows(unit: Unit) -> Rows:
    """Return every row of every table, by table and primary key."""
    found: Rows = {}
    for table in metadata.sorted_tables:
        result = await unit.conn.exec_driver_sql(f'SELECT * FROM "{table.name}"')  # noqa: S608
        names = list(result.keys())
        for row in result:
            values = dict(zip(names, row, strict=True))
            key = tuple(values[column.name] for column in table.primary_key.columns)
            found[table.name, key] = values
    return found


async def belongings(unit: Unit, party: Party) -> set[object]:
    """Return the row ids that may change by what this party does: their own and their clients'."""
    who = await people.actor(unit, party.user)
    mine: set[object] = {unit.sealer.index(party.user)}
    if who.person:
        mine.add(who.person.id)
    if who.client:
        mine.add(who.client.id)
    if who.therapist:
        mine.add(who.therapist.id)
        mine |= {one.id for one in await people.clients_of(unit, who.therapist.id)}
    return mine


def grown(rows: Rows, mine: set[object]) -> set[object]:
    """Return `mine` and the ids of all rows that name one of them, or a row of theirs."""
    own, more = set(mine), True
    while more:
        found = {
            key[1][0]  # type: ignore[index]
            for key, row in rows.items()
            if key[0] not in ROOTS and any(row.get(name) in own for name in OWNERS)
        }
        more = not found <= own
        own |= found
    return own


def without(rows: Rows, mine: set[object]) -> Rows:
    """Return the rows that belong to none of `mine`: that name neither them nor a row of theirs."""
    own = grown(rows, mine)
    return {
        key: row
        for key, row in rows.items()
        if row.get("id") not in own and not any(row.get(name) in own for name in OWNERS)
    }


ROOTS = ("person", "therapist", "client", "care")
OWNERS = (
    "owner",
    "client_id",
    "client_ref",
    "person_id",
    "therapist_id",
    "assignment_id",
    "session_id",
    "outbox_id",
    "tg_index",
    "actor",
    "subject",
)
