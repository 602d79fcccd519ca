"""People nobody invited: one reply an hour each, and no rows. Links and help are always taken.

Kept in memory only, bounded: a restart forgets who knocked.
"""

from collections import OrderedDict
from datetime import datetime, timedelta

from bot.exchange import Exchange

QUIET = timedelta(hours=1)
MOST = 10_000


class Strangers:
    """Who of the unknown was answered lately."""

    def __init__(self) -> None:
        self._answered: OrderedDict[int, datetime] = OrderedDict()

    def may_speak(self, turn: Exchange) -> bool:
        """Whether this stranger is answered now: a link is always looked at, else once an hour."""
        incoming = turn.incoming
        if incoming.what == "command" and incoming.command == "start" and incoming.args:
            return True
        if incoming.what == "tap":
            return True
        last = self._answered.get(incoming.user_id)
        if last is not None and turn.now - last < QUIET:
            return False
        self._answered[incoming.user_id] = turn.now
        self._answered.move_to_end(incoming.user_id)
        while len(self._answered) > MOST:
            self._answered.popitem(last=False)
        return True
