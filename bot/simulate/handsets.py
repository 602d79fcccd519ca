"""What stands on a simulated person's phone, and the raw updates that their doings make.

A person knows nothing but this: texts and buttons. It must not know what a button means to the bot.
"""

import random
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from conversations.message import split_callback

KEPT = 40
"""Letters that stay within reach of a finger."""

Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """A button. `noun`: what it is about ("ask" for a question's own); `subject`: which one."""

    label: str
    data: str
    noun: str
    subject: str
    value: str

    def is_about(self, noun: str, subject: str = "", value: str = "") -> bool:
        """Whether it is about a noun (and a subject); `value` is how its value begins."""
        named = self.noun == noun and subject in ("", self.subject)
        return named and self.value.startswith(value)


def key(label: str, data: str) -> Key:
    """Return a button as its data says it."""
    ref, value = split_callback(data) or ("", data)
    noun, about, subject = ref.partition("~")
    return Key(label, data, noun, subject, value) if about else Key(label, data, "ask", ref, value)


@dataclass(slots=True)
class Letter:
    """A message of the bot's. `fresh`: it, or its buttons, were not looked at yet."""

    id: int
    html: str
    keys: tuple[Key, ...]
    rows: tuple[int, ...]
    at: datetime
    fresh: bool = True


@dataclass(slots=True)
class Handset:
    """One person's phone. `line`: chance for what goes wrong on its line; `name`: in stories."""

    user: int
    name: str
    line: random.Random
    letters: list[Letter] = field(default_factory=list[Letter])
    blocked: bool = False
    last_id: int = 0
    said: list[int] = field(default_factory=list[int])

    def next_id(self) -> int:
        """Return the number of a new message in this chat."""
        self.last_id += 1
        return self.last_id

    def show(self, letter: Letter) -> None:
        """Put a new message on the screen; the oldest scrolls out of reach."""
        self.letters.append(letter)
        if len(self.letters) > KEPT:
            del self.letters[0]

    def letter(self, message_id: int) -> Letter | None:
        """Return a message within reach."""
        return next((one for one in self.letters if one.id == message_id), None)

    def find(
        self, noun: str, subject: str = "", value: str = "", naming: str = ""
    ) -> tuple[Letter, Key] | None:
        """Return the newest button about a noun, under a message that names somebody."""
        for letter in reversed(self.letters):
            for one in letter.keys if naming in letter.html else ():
                if one.is_about(noun, subject, value):
                    return letter, one
        return None


@dataclass(slots=True)
class Postbox:
    """Makes raw updates, numbered in order, dated by the calendar of the simulation."""

    bot_id: int
    last_update: int = 0
    last_query: int = 0

    def text(self, handset: Handset, now: datetime, text: str, **more: object) -> Raw:
        """Return the update of a text."""
        number = handset.next_id()
        handset.said.append(number)
        return self._update("message", _written(handset, now, number, text=text, **more))

    def photo(self, handset: Handset, now: datetime) -> Raw:
        """Return the update of a picture."""
        size = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
        return self._update("message", _written(handset, now, handset.next_id(), photo=[size]))

    def edit(self, handset: Handset, now: datetime, number: int, text: str) -> Raw:
        """Return the update of a message that was changed."""
        dates = {"edit_date": int(now.timestamp())}
        return self._update("edited_message", _written(handset, now, number, text=text, **dates))

    def press(self, handset: Handset, now: datetime, letter: Letter, data: str) -> Raw:
        """Return the update of a press under a message."""
        self.last_query += 1
        under = {
            "message_id": letter.id,
            "date": int(letter.at.timestamp()),
            "chat": _chat(handset),
            "from": self._bot(),
            "text": "…",
        }
        query = {
            "id": f"{self.last_query}.{handset.user}",
            "from": _sender(handset),
            "chat_instance": "1",
        }
        return self._update("callback_query", query | {"data": data, "message": under})

    def membership(self, handset: Handset, now: datetime, *, blocked: bool) -> Raw:
        """Return the update of somebody who blocks the bot, or takes it back."""
        kicked = {"status": "kicked", "user": self._bot(), "until_date": 0}
        member = {"status": "member", "user": self._bot()}
        body = {
            "chat": _chat(handset),
            "from": _sender(handset),
            "date": int(now.timestamp()),
            "old_chat_member": member if blocked else kicked,
            "new_chat_member": kicked if blocked else member,
        }
        return self._update("my_chat_member", body)

    def _update(self, kind: str, body: Raw) -> Raw:
        self.last_update += 1
        return {"update_id": self.last_update, kind: body}

    def _bot(self) -> Raw:
        return {"id": self.bot_id, "is_bot": True, "first_name": "Bot", "username": "bot"}


def _written(handset: Handset, now: datetime, number: int, **content: object) -> Raw:
    head = {"message_id": number, "date": int(now.timestamp())}
    return head | {"chat": _chat(handset), "from": _sender(handset)} | content


def _sender(handset: Handset) -> Raw:
    return {"id": handset.user, "is_bot": False, "first_name": "A", "language_code": "en"}


def _chat(handset: Handset) -> Raw:
    return {"id": handset.user, "type": "private", "first_name": "A"}
