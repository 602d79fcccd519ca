"""What is to be drawn, and what is said with it: handed on once its transaction stands."""

from dataclasses import dataclass, field

from conversations.message import Message
from homework.reports.pictures import Picture


@dataclass(frozen=True, slots=True)
class Order:
    """One report of the table of that name. `sorry`: said instead if it cannot be drawn."""

    id: str
    person: str
    client: str
    name: str = field(repr=False)
    picture: Picture = field(repr=False)
    said: Message = field(repr=False)
    sorry: Message = field(repr=False)
