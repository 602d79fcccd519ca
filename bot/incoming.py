"""One update as the house understands it (pure).

Everything from the messenger is client-supplied: ids of chats and users are taken from here and
nowhere else; callback data is only a claim, checked against what its sender owns.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

What = Literal["text", "command", "tap", "edited", "other", "joined_group", "blocked", "unblocked"]


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update. `what` says which of the fields are filled.

    `text`: the whole text. `command`: lower-case name without slash or bot name; `args`: the rest.
    `data`: callback data of a tap; `callback` its query id. `foreign`: forwarded or sent via a bot.
    `at`: the messenger's date of the message (UTC); for a tap, None.
    """

    update_id: int
    what: What
    user_id: int
    chat_id: int
    private: bool
    at: datetime | None = None
    text: str = field(default="", repr=False)
    command: str = ""
    args: str = field(default="", repr=False)
    data: str = field(default="", repr=False)
    callback: str = ""
    message_id: int | None = None
    foreign: bool = False
    locale_hint: str = ""
