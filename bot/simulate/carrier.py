"""The messenger of a simulation: the edge of the machine, in this process.

It takes the calls that would go to the messenger's server, shows what they say on the phones, and
goes wrong as a line does: it loses, delays, delivers and keeps silent, asks for a pause, is away.
What goes wrong for whom is decided by each phone's own chance. It must not know what a message is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from telegram.error import Forbidden

from bot.calls import Api
from bot.simulate.handsets import Handset, Key, Letter, key
from bot.transport import AiohttpRequest, Flooded, MaybeSent, NeverSent

FAULTS = (("lost", 0.003), ("silent", 0.003), ("never", 0.003), ("flood", 0.002))
"""What goes wrong with a message, and how often."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Something a phone showed. `sort`: "<" a new message, "~" a changed one, "!" a short notice.

    `rings`: it makes a sound. `doubtful`: it arrived, and the bot cannot know it.
    """

    user: int
    sort: str
    text: str
    at: datetime
    message_id: int = 0
    keys: tuple[Key, ...] = ()
    rows: tuple[int, ...] = ()
    rings: bool = False
    doubtful: bool = False


@dataclass(slots=True)
class Network:
    """All phones. `away`: the messenger cannot be reached; `news` is told all that is shown."""

    now: Callable[[], datetime]
    news: Callable[[Shown], None]
    handsets: dict[int, Handset] = field(default_factory=dict[int, Handset])
    away: bool = False
    faulty: bool = True
    answered: set[str] = field(default_factory=set[str])
    twice_answered: int = 0

    def deliver(self, method: str, told: Mapping[str, Any]) -> object:
        """Carry out one call; raise what the transport would raise."""
        match method:
            case "sendMessage" | "sendPhoto" | "sendDocument" | "sendVoice":
                return self._unsteadily(self._handset(told), lambda sure: self._new(told, sure))
            case "editMessageText":
                return self._unsteadily(self._handset(told), lambda _: self._changed(told))
            case "answerCallbackQuery":
                return self._noticed(told)
            case _:
                return True

    def _handset(self, told: Mapping[str, Any]) -> Handset:
        if self.away:
            raise NeverSent("away")
        handset = self.handsets[told["chat_id"]]
        if handset.blocked:
            raise Forbidden("Forbidden: bot was blocked by the user")
        return handset

    def _unsteadily(self, handset: Handset, act: Callable[[bool], object]) -> object:
        drawn = handset.line.random() if self.faulty else 1.0
        for fault, often in FAULTS:
            if drawn < often:
                if fault == "silent":
                    act(False)
                raise _TROUBLE[fault]()
            drawn -= often
        return act(True)

    def _new(self, told: Mapping[str, Any], sure: bool) -> object:
        handset = self.handsets[told["chat_id"]]
        html = str(told.get("text") or told.get("caption") or "")
        keys, rows = _keys(told)
        letter = Letter(handset.next_id(), html, keys, rows, self.now())
        handset.show(letter)
        rings = not told.get("disable_notification")
        number = letter.id
        self.news(Shown(handset.user, "<", html, letter.at, number, keys, rows, rings, not sure))
        return {"message_id": number, "date": int(letter.at.timestamp())}

    def _changed(self, told: Mapping[str, Any]) -> object:
        handset, number = self.handsets[told["chat_id"]], int(told["message_id"])
        html, (keys, rows) = str(told["text"]), _keys(told)
        letter = handset.letter(number)
        if letter is not None:
            letter.html, letter.keys, letter.rows = html, keys, rows
            letter.fresh = bool(keys)
        self.news(Shown(handset.user, "~", html, self.now(), number, keys, rows))
        date = int(self.now().timestamp())
        return {"message_id": number, "date": date, "edit_date": date}

    def _noticed(self, told: Mapping[str, Any]) -> object:
        query = str(told["callback_query_id"])
        if query in self.answered:
            self.twice_answered += 1
        self.answered.add(query)
        if told.get("text"):
            self.news(Shown(int(query.partition(".")[2]), "!", str(told["text"]), self.now()))
        return True


_TROUBLE: Mapping[str, Callable[[], Exception]] = {
    "lost": lambda: MaybeSent("lost"),
    "silent": lambda: MaybeSent("silent"),
    "never": lambda: NeverSent("never"),
    "flood": lambda: Flooded(3.0),
}


def _keys(told: Mapping[str, Any]) -> tuple[tuple[Key, ...], tuple[int, ...]]:
    """Return the buttons of a message, and how many stand in each row."""
    markup: Any = told.get("reply_markup")
    rows: list[list[dict[str, str]]] = markup["inline_keyboard"] if markup else []
    found = tuple(key(one["text"], one["callback_data"]) for row in rows for one in row)
    return found, tuple(len(row) for row in rows)


class Carrier(Api):
    """The bot's line to the messenger, ending in the phones instead of a server."""

    __slots__ = ("_network",)
    _network: Network

    def __init__(self, network: Network) -> None:
        super().__init__("", "", AiohttpRequest())
        object.__setattr__(self, "_network", network)

    async def call(
        self, method: str, parameters: Mapping[str, object], **timeouts: float
    ) -> object:
        """Carry out one call in this process."""
        told = {name: value for name, value in parameters.items() if value is not None}
        return self._network.deliver(method, told)
