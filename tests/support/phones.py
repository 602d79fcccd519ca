"""The phones of everybody in a transcript: the edge of the machine, in memory.

It takes the Bot API calls that the bot makes and keeps what each phone shows, and it writes the raw
updates that a person's doings make. What the messenger would refuse is remembered as a fault.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from telegram.error import Forbidden

from bot.calls import Api
from bot.demo.html_entities import finish, parse_html, units
from conversations.message import CALLBACK_LIMIT
from tests.support.recordings import jpeg, ogg
from tests.support.telegram import TOKEN

LIMIT = 4096
FILES = Path(__file__).parents[1] / "transcripts" / "files"
"""What people in transcripts send."""
BOT_ID = int(TOKEN.partition(":")[0])

_FILE = {"file_id": "f", "file_unique_id": "u"}
_SIZE = {**_FILE, "width": 1, "height": 1}
_MOVING = {**_SIZE, "duration": 1}
SENT: dict[str, dict[str, Any]] = {
    "photo": {"photo": [_SIZE]},
    "sticker": {"sticker": {**_SIZE, "type": "regular", "is_animated": False, "is_video": False}},
    "voice": {"voice": {**_FILE, "duration": 1}},
    "voice note of 42 seconds": {"voice": {**_FILE, "file_id": "voice", "duration": 42}},
    "recording that is none": {"voice": {**_FILE, "file_id": "broken", "duration": 3}},
    "very long voice note": {"voice": {**_FILE, "duration": 5000, "file_size": 9_000_000}},
    "photo of a sheet": {"photo": [_SIZE, {**_SIZE, "file_id": "photo", "width": 640}]},
    "video": {"video": _MOVING},
    "video note": {"video_note": {**_FILE, "length": 1, "duration": 1}},
    "GIF": {"animation": _MOVING, "document": _FILE},
    "song": {"audio": {**_FILE, "duration": 1}},
    "file": {"document": _FILE},
    "contact": {"contact": {"phone_number": "+10000000000", "first_name": "C"}},
    "die": {"dice": {"emoji": "🎲", "value": 4}},
    "poll": {
        "poll": {
            "id": "p",
            "question": "?",
            "options": [{"text": "a", "voter_count": 0, "persistent_id": "1"}],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
        }
    },
}
"""What people send beside text, as the messenger tells it."""

Keys = tuple[tuple[tuple[str, str], ...], ...]
"""Rows of (label, callback data)."""

Sort = Literal["<", "~", "!"]
"""A new message, a changed message, a short notice over the chat."""


@dataclass(frozen=True)
class Seen:
    """Something a phone showed."""

    sort: Sort
    text: str
    keys: Keys = ()


@dataclass
class Letter:
    """A message of the bot on a phone, with every set of buttons it ever had."""

    id: int
    text: str
    keys: Keys
    earlier: list[Keys] = field(default_factory=list[Keys])


@dataclass
class Handset:
    """One person's phone. `news`: what it showed since somebody last looked."""

    user: int
    name: str
    letters: list[Letter] = field(default_factory=list[Letter])
    news: list[Seen] = field(default_factory=list[Seen])
    blocked: bool = False
    last_id: int = 0
    sent: dict[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    """Number and date of each text, by its words."""

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def find(self, label: str) -> tuple[Letter, str] | None:
        """Return the newest message with a button of that label, and the button's data."""
        for letter in reversed(self.letters):
            for said, data in (key for row in letter.keys for key in row):
                if named(label, said):
                    return letter, data
        return None

    def find_old(self, label: str) -> tuple[Letter, str] | None:
        """Return the same for a button that is gone since, or stands higher up."""
        newest = self.find(label)
        for letter in reversed(self.letters):
            kept = [letter.keys] if newest is None or letter is not newest[0] else []
            for keys in [*kept, *reversed(letter.earlier)]:
                for said, data in (key for row in keys for key in row):
                    if named(label, said) and (newest is None or data != newest[1]):
                        return letter, data
        return None

    def buttons(self) -> str:
        """Return every button on the screen, newest first, for a message of failure."""
        found = [key[0] for one in reversed(self.letters) for row in one.keys for key in row]
        return " ".join(f"[{label}]" for label in found[:40]) or "no buttons"


def named(label: str, said: str) -> bool:
    """Whether a button that says `said` is meant by `label`, where … stands for anything."""
    return re.fullmatch(".*".join(map(re.escape, label.split("…"))), said) is not None


@dataclass
class Edge:
    """All phones. `now` dates messages; `links` are invitations seen on phones, newest last.
    `files`: documents sent, by name."""

    now: Callable[[], datetime]
    handsets: dict[str, Handset] = field(default_factory=dict[str, Handset])
    links: list[str] = field(default_factory=list[str])
    faults: list[str] = field(default_factory=list[str])
    last_update: int = 0
    queries: dict[str, str] = field(default_factory=dict[str, str])
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def of(self, name: str) -> Handset:
        if name not in self.handsets:
            self.handsets[name] = Handset(7001 + len(self.handsets), name)
        return self.handsets[name]

    # What the bot does ------------------------------------------------------------------------

    def call(self, method: str, told: Mapping[str, Any]) -> object:
        """Answer one Bot API call."""
        match method:
            case "sendMessage":
                return self._show(told, told["text"])
            case "sendPhoto":
                return self._show(told, told.get("caption") or "", "(picture) ")
            case "sendVoice":
                return self._show(told, told.get("caption") or "", "(voice note) ")
            case "sendDocument":
                file = told["document"]
                self.files[file.filename] = file.input_file_content
                return self._show(told, told.get("caption") or "", f"({file.filename}) ")
            case "editMessageText":
                return self._change(told)
            case "deleteMessage":
                return self._take_away(told)
            case "answerCallbackQuery":
                name = self.queries.pop(told["callback_query_id"], None)
                if name is None:
                    self.faults.append("a press was answered twice")
                elif told.get("text"):
                    self.of(name).news.append(Seen("!", told["text"]))
                return True
            case _:
                return True

    def _handset(self, told: Mapping[str, Any]) -> Handset:
        handset = next(one for one in self.handsets.values() if one.user == told["chat_id"])
        if handset.blocked:
            raise Forbidden("Forbidden: bot was blocked by the user")
        return handset

    def _show(self, told: Mapping[str, Any], html: str, mark: str = "") -> object:
        handset = self._handset(told)
        quiet = "(silently) " if told.get("disable_notification") else ""
        text, keys = quiet + mark + self._read(told, html), self._keys(told)
        letter = Letter(handset.next_id(), text, keys)
        handset.letters.append(letter)
        handset.news.append(Seen("<", text, keys))
        return {"message_id": letter.id, "date": int(self.now().timestamp())}

    def _change(self, told: Mapping[str, Any]) -> object:
        handset = self._handset(told)
        letter = next(one for one in handset.letters if one.id == told["message_id"])
        text, keys = self._read(told, told["text"]), self._keys(told)
        if (text, keys) != (letter.text, letter.keys):
            letter.earlier.append(letter.keys)
            letter.text, letter.keys = text, keys
            handset.news.append(Seen("~", text, keys))
        date = int(self.now().timestamp())
        return {"message_id": letter.id, "date": date, "edit_date": date}

    def _take_away(self, told: Mapping[str, Any]) -> object:
        """A message of the bot's, or one that its owner wrote, is gone from the phone."""
        handset, gone = self._handset(told), told["message_id"]
        letter = next((one for one in handset.letters if one.id == gone), None)
        if letter is not None:
            handset.letters.remove(letter)
            handset.news.append(Seen("~", f"(gone) {letter.text.splitlines()[0][:60]}"))
            return True
        words = next(words for words, (number, _) in handset.sent.items() if number == gone)
        del handset.sent[words]
        handset.news.append(Seen("~", f"(gone) {words}"))
        return True

    def _read(self, told: Mapping[str, Any], html: str) -> str:
        """Return what a message says; the links and numbers made by chance by their names."""
        if told.get("parse_mode") != "HTML":
            self.faults.append("a message lost its markup")
        text = finish(parse_html(html)).text
        if not text.strip() or units(text) > LIMIT:
            self.faults.append(f"a message of {units(text)} characters would be refused")
        for link in re.findall(r"https://t\.me/\S+\?start=(\S+)", text):
            self.links.append(link)
        text = re.sub(r"https://t\.me/\S+\?start=\S+", "{link}", text)
        for number in re.findall(r"<b>(\d{4})</b>", html):
            text = text.replace(number, "{number}")
        return text

    def _keys(self, told: Mapping[str, Any]) -> Keys:
        markup: Any = told.get("reply_markup")
        if not isinstance(markup, dict):
            return ()
        rows = tuple(
            tuple((key["text"], key["callback_data"]) for key in row)
            for row in markup["inline_keyboard"]
        )
        for label, data in (key for row in rows for key in row):
            if not label.strip() or len(data.encode()) > CALLBACK_LIMIT:
                self.faults.append(f"the button {label!r} would be refused")
        return rows

    # What a person does -----------------------------------------------------------------------

    def _update(self, kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
        self.last_update += 1
        return {"update_id": self.last_update, kind: dict(body)}

    def _sender(self, handset: Handset) -> dict[str, Any]:
        return {"id": handset.user, "is_bot": False, "first_name": "A", "language_code": "en"}

    def _chat(self, handset: Handset) -> dict[str, Any]:
        return {"id": handset.user, "type": "private", "first_name": "A"}

    def _written(self, handset: Handset, **content: object) -> dict[str, Any]:
        return {
            "message_id": handset.next_id(),
            "date": int(self.now().timestamp()),
            "chat": self._chat(handset),
            "from": self._sender(handset),
            **content,
        }

    def say(self, name: str, text: str, **more: object) -> list[dict[str, Any]]:
        """Return the updates of a text; a long one arrives in several messages."""
        handset = self.of(name)
        parts = [text[at : at + LIMIT] for at in range(0, len(text), LIMIT)]
        written = [self._written(handset, text=part, **more) for part in parts]
        handset.sent |= {one["text"]: (one["message_id"], one["date"]) for one in written}
        return [self._update("message", one) for one in written]

    def reply(self, name: str, under: str, text: str) -> list[dict[str, Any]]:
        """Return the update of a text written under an own one that says `under`, or else the
        bot's newest with it, as the messenger tells it: that message comes along."""
        handset = self.of(name)
        ours = under not in handset.sent
        found = [(one.id, one.text) for one in handset.letters if under in one.text]
        number, said = max(found) if ours else (handset.sent[under][0], under)
        bot = {"id": BOT_ID, "is_bot": True, "first_name": "Bot", "username": "bot"}
        told = {
            "message_id": number,
            "date": int(self.now().timestamp()),
            "chat": self._chat(handset),
            "from": bot if ours else self._sender(handset),
            "text": said,
        }
        return self.say(name, text, reply_to_message=told)

    def edit(self, name: str, old: str, new: str) -> list[dict[str, Any]]:
        """Return the update of a text of one's own that says something else now."""
        handset = self.of(name)
        number, date = handset.sent[new] = handset.sent.pop(old)
        dates = {"date": date, "edit_date": int(self.now().timestamp())}
        people = {"chat": self._chat(handset), "from": self._sender(handset)}
        body = {"message_id": number, "text": new, **people, **dates}
        return [self._update("edited_message", body)]

    def forward(self, name: str, text: str) -> list[dict[str, Any]]:
        origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}
        return self.say(name, text, forward_origin=origin)

    def send(self, name: str, what: str, caption: str = "") -> list[dict[str, Any]]:
        """Return the update of something that is no text, by its name in `SENT`."""
        more = {"caption": caption} if caption else {}
        return [self._update("message", self._written(self.of(name), **SENT[what], **more))]

    def file(self, name: str, file: str) -> list[dict[str, Any]]:
        """Return the update of a file that lies beside the transcripts."""
        size = (FILES / file).stat().st_size
        body = {"file_id": file, "file_unique_id": "u", "file_name": file, "file_size": size}
        return [self._update("message", self._written(self.of(name), document=body))]

    def location(self, name: str, latitude: float, longitude: float) -> list[dict[str, Any]]:
        spot = {"latitude": latitude, "longitude": longitude}
        return [self._update("message", self._written(self.of(name), location=spot))]

    def press(self, name: str, letter: Letter, data: str) -> list[dict[str, Any]]:
        handset = self.of(name)
        query = f"q{self.last_update + 1}"
        self.queries[query] = name
        bot = {"id": BOT_ID, "is_bot": True, "first_name": "Bot", "username": "bot"}
        message = {
            "message_id": letter.id,
            "date": int(self.now().timestamp()),
            "chat": self._chat(handset),
            "from": bot,
            "text": letter.text[:100],
        }
        body = {"id": query, "from": self._sender(handset), "chat_instance": "1", "data": data}
        return [self._update("callback_query", body | {"message": message})]

    def membership(self, name: str, *, blocked: bool) -> list[dict[str, Any]]:
        handset = self.of(name)
        handset.blocked = blocked
        bot = {"id": BOT_ID, "is_bot": True, "first_name": "Bot", "username": "bot"}
        kicked = {"status": "kicked", "user": bot, "until_date": 0}
        member = {"status": "member", "user": bot}
        body = {
            "chat": self._chat(handset),
            "from": self._sender(handset),
            "date": int(self.now().timestamp()),
            "old_chat_member": member if blocked else kicked,
            "new_chat_member": kicked if blocked else member,
        }
        return [self._update("my_chat_member", body)]


class Line(Api):
    """The bot's line to the messenger, ending in the phones instead of a server."""

    __slots__ = ("_edge",)

    def __init__(self, edge: Edge) -> None:
        object.__setattr__(self, "_edge", edge)

    async def call(
        self, method: str, parameters: Mapping[str, object], **timeouts: float
    ) -> object:
        told = {name: value for name, value in parameters.items() if value is not None}
        edge: Edge = self._edge
        return edge.call(method, told)

    async def file(self, file_id: str, limit: int) -> bytes:
        made = {"voice": ogg, "photo": jpeg, "broken": lambda: b"OggS nothing"}
        return made[file_id]() if file_id in made else (FILES / file_id).read_bytes()
