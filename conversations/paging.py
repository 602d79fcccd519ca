"""Messages longer than may be sent at once, cut into pages."""

from conversations.markup import plain, split, units
from conversations.message import Message


def too_long(html: str, limit: int) -> bool:
    """Whether the visible text has more than `limit` UTF-16 units."""
    return 2 * len(html) > limit and units(plain(html)) > limit


def pages(message: Message, limit: int) -> list[Message]:
    """Return a message in pieces that may be sent; the buttons stand under the last."""
    if not too_long(message.html, limit):
        return [message]
    *before, last = split(message.html, limit)
    return [*map(Message, before), Message(last, message.buttons)]
