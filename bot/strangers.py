"""People nobody invited: one reply an hour each, and no rows. Help is always answered.

Links are looked at too, but not more of them an hour than anybody needs who has one.

Kept in memory only, bounded: a restart forgets who knocked.
"""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Any

from bot.exchange import Exchange
from conversations.message import reference, split_callback

QUIET = timedelta(hours=1)
LINKS = 10
"""Links looked at in an hour. Fewer bad ones are taken (`homework.joining`); none is answered
after so many, or a stranger could make us write as fast as they can press."""
MOST = 10_000


class Strangers:
    """Who of the unknown was answered lately."""

    def __init__(self) -> None:
        self._answered: OrderedDict[int, datetime] = OrderedDict()
        self._links: OrderedDict[int, tuple[datetime, int]] = OrderedDict()

    def may_speak(self, turn: Exchange) -> bool:
        """Whether this stranger is answered now: by a link a few times an hour, else once."""
        incoming = turn.incoming
        if incoming.what == "command" and incoming.command == "start" and incoming.args:
            return self._may_join(incoming.user_id, turn.now)
        if incoming.what == "tap" and not _orders(incoming.data):
            return True  # answered on the button itself, or with the crisis text
        return self.first_in(incoming.user_id, turn.now)

    def first_in(self, chat: int, now: datetime) -> bool:
        """Whether this chat was left unanswered for an hour; from now on it was not."""
        last = self._answered.get(chat)
        if last is not None and now - last < QUIET:
            return False
        self._answered[chat] = now
        _bound(self._answered, chat)
        return True

    def _may_join(self, user: int, now: datetime) -> bool:
        since, count = self._links.get(user, (now, 0))
        if now - since >= QUIET:
            since, count = now, 0
        self._links[user] = (since, count + 1)
        _bound(self._links, user)
        return count < LINKS


def _orders(data: str) -> bool:
    """Whether a button stands for a command, and would be answered with a message."""
    parts = split_callback(data)
    return parts is not None and parts[0].startswith(reference("cmd"))


def _bound(known: OrderedDict[int, Any], newest: int) -> None:
    known.move_to_end(newest)
    while len(known) > MOST:
        known.popitem(last=False)
