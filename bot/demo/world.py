"""The people, chats and messages of the emulated messenger, in memory.

It knows what exists and how it looks as JSON; what a bot may do with it stands in `api_*.py`, what
a person may do in `person_side.py`. Clocks are handed in; `ahead` is what a test has advanced.
"""

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from bot.demo.bell import Bell
from bot.demo.faults import Faults
from bot.demo.floods import Floods
from bot.demo.html_entities import Marked
from bot.demo.inline_keyboards import Keyboard
from bot.demo.update_queue import UpdateQueue
from conversations.session import Json


@dataclass(slots=True)
class Person:
    """Somebody with a phone."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str = "en"
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    no_voice: bool = False

    def to_json(self) -> dict[str, Json]:
        """Return the Bot API's User."""
        body: dict[str, Json] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            body["username"] = self.username
        body["language_code"] = self.language_code
        return body


@dataclass(slots=True)
class Chat:
    """A private chat (id of the person) or a group (negative id)."""

    id: int
    kind: Literal["private", "group"]
    title: str
    bot_is: Literal["member", "left", "kicked"] = "member"
    members: list[int] = field(default_factory=list[int])
    pinned: list[int] = field(default_factory=list[int])


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on the emulated servers."""

    id: str
    unique: str
    path: str
    name: str
    mime: str
    body: bytes = field(repr=False)


@dataclass(slots=True)
class Letter:
    """One message. `sender` is a person's id, or None for the bot. `text` may be a caption."""

    id: int
    chat: int
    sender: int | None
    date: int
    content: Marked
    keyboard: Keyboard = field(default_factory=list[list[dict[str, Json]]])
    media: str | None = None
    media_json: Json = None
    file: StoredFile | None = None
    extra: dict[str, Json] = field(default_factory=dict[str, Json])
    service: str | None = None
    silent: bool = False
    edited_at: int | None = None
    versions: list[str] = field(default_factory=list[str])
    deleted: bool = False
    revision: int = 0


@dataclass(slots=True)
class Query:
    """A pressed button that waits for its answer. `born`: seconds of the machine's clock."""

    id: str
    person: int
    chat: int
    message: int
    data: str
    born: float
    answered: bool = False
    text: str | None = None
    alert: bool = False
    revision: int = 0


@dataclass(slots=True)
class World:
    """All state of one emulated messenger with one bot."""

    token: str
    calendar: Callable[[], datetime]
    machine: Callable[[], float]
    username: str
    bot_name: str
    floods: Floods
    seed: int
    query_lifetime: float = 60.0
    privacy_mode: bool = True
    ahead: timedelta = timedelta()
    bell: Bell = field(default_factory=Bell)
    faults: Faults = field(default_factory=Faults)
    queue: UpdateQueue = field(init=False)
    people: dict[int, Person] = field(default_factory=dict[int, Person])
    chats: dict[int, Chat] = field(default_factory=dict[int, Chat])
    letters: dict[tuple[int, int], Letter] = field(default_factory=dict[tuple[int, int], Letter])
    by_chat: dict[int, list[Letter]] = field(default_factory=dict[int, list[Letter]])
    queries: dict[str, Query] = field(default_factory=dict[str, Query])
    answered: dict[int, list[Query]] = field(default_factory=dict[int, list[Query]])
    files: dict[str, StoredFile] = field(default_factory=dict[str, StoredFile])
    menus: dict[tuple[str, str, str], list[Json]] = field(
        default_factory=dict[tuple[str, str, str], list[Json]]
    )
    typing: dict[int, tuple[str, float]] = field(default_factory=dict[int, tuple[str, float]])
    webhook: dict[str, Json] = field(default_factory=dict[str, Json])
    sends: list[Json] = field(default_factory=list[Json])
    calls: list[Json] = field(default_factory=list[Json])
    revision: int = 0
    chat_revision: dict[int, int] = field(default_factory=dict[int, int])
    polling: int = 0
    last_letter: int = 0

    def __post_init__(self) -> None:
        self.queue = UpdateQueue(random.Random(self.seed))  # noqa: S311 - a seed makes a test repeatable  # nosec B311

    @property
    def bot_id(self) -> int:
        """Return the bot's user id, the part of the token before the colon."""
        return int(self.token.partition(":")[0])

    def now(self) -> int:
        """Return the messenger's date: whole seconds since 1970."""
        return int((self.calendar() + self.ahead).timestamp())

    def seconds(self) -> float:
        """Return the machine's seconds, for limits and time-outs; moved by tests only."""
        return self.machine() + self.ahead.total_seconds()

    def touch(self, chat: int) -> int:
        """Count a change in `chat`, wake who waits, return the new revision."""
        self.revision += 1
        self.chat_revision[chat] = self.revision
        self.bell.ring()
        return self.revision

    def add_person(self, name: str, username: str | None, language: str) -> Person:
        """Create a person who has not met the bot yet, with a private chat."""
        person = Person(700_000_001 + 1009 * len(self.people), name, username, language)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, "private", name, members=[person.id])
        self.touch(person.id)
        return person

    def add_group(self, title: str, members: list[int]) -> Chat:
        """Create a group of people without the bot."""
        chat = Chat(-4_000_000_001 - 1009 * len(self.chats), "group", title, "left", members)
        self.chats[chat.id] = chat
        return chat

    def add_letter(
        self, chat: int, sender: int | None, content: Marked, *, date: int | None = None
    ) -> Letter:
        """Write a message into `chat`."""
        self.last_letter += 1
        stamp = self.now() if date is None else date
        letter = Letter(self.last_letter, chat, sender, stamp, content)
        self.letters[chat, letter.id] = letter
        self.by_chat.setdefault(chat, []).append(letter)
        if sender is None:
            self.typing.pop(chat, None)
        letter.revision = self.touch(chat)
        return letter

    def add_file(self, kind: str, name: str, mime: str, body: bytes) -> StoredFile:
        """Keep a file under a new id."""
        suffix = "." + name.rpartition(".")[2] if "." in name else ""
        file = StoredFile(
            id="BQAC" + secrets.token_urlsafe(24),
            unique=secrets.token_urlsafe(9),
            path=f"{kind}s/file_{len(self.files)}{suffix}",
            name=name,
            mime=mime,
            body=body,
        )
        self.files[file.id] = file
        return file

    def in_chat(self, chat: int) -> list[Letter]:
        """Return the messages of `chat`, oldest first, deleted ones included."""
        return self.by_chat.get(chat, [])

    def menu_of(self, chat: int) -> list[Json]:
        """Return the commands shown in `chat`: the narrowest scope that has any."""
        person = self.people.get(chat)
        language = person.language_code[:2] if person else ""
        group = chat < 0
        scopes = (("chat", str(chat)), ("all_group_chats" if group else "all_private_chats", ""))
        for scope, where in (*scopes, ("default", "")):
            for spoken in (language, ""):
                if found := self.menus.get((scope, where, spoken)):
                    return found
        return []
