"""What is to be made, and what is said with it: handed on once its transaction stands."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conversations.message import Message
from homework.reports.filing import Filing
from homework.reports.pictures import Drawn

if TYPE_CHECKING:
    from homework.store.unit import Unit

Work = Drawn | Filing


@dataclass(frozen=True, slots=True)
class Source:
    """Work for which more has to be read than one transaction should hold.

    `more` reads the next slice and says whether there is another one; then `work` is whole.
    """

    more: "Callable[[Unit], Awaitable[bool]]" = field(repr=False)
    work: Callable[[], Work] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Order:
    """One report of the table of that name. `sorry`: said instead if it cannot be made. `chat`:
    where it is waited for."""

    id: str
    person: str
    client: str
    name: str = field(repr=False)
    work: Work | Source = field(repr=False)
    said: Message = field(repr=False)
    sorry: Message = field(repr=False)
    mime: str = field(default="image/png", repr=False)
    chat: int | None = field(default=None, repr=False)
