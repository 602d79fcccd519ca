"""From the result of a try to what the outbox keeps of it; and how long to hold back. Pure.

Given back is the try of a message that certainly never arrived. One whose fate is unknown goes out
once more if its kind allows a second copy.
"""

from datetime import datetime, timedelta
from typing import assert_never

from homework.outgoing import KINDS, Posted
from homework.store.marks import Mark
from scheduler.sending import Gone, NotSent, Refused, SendResult, Sent, Unknown, Wait

SECOND_COPY_AFTER = timedelta(seconds=5)
"""Before a possible second copy: a short trouble of the messenger should be over."""


def mark_for(posted: Posted, result: SendResult, now: datetime, hold: float) -> Mark:
    """Return the mark of a row. `now`: the machine's clock; `hold`: seconds after a `NotSent`."""
    tries = posted.tries
    match result:
        case Sent(message_id, at, file):
            shown = message_id if message_id is not None else posted.edits_message
            return Mark(posted, "sent", tries, message_id=shown, delivered_at=at, file=file)
        case Wait(seconds):
            later = now + timedelta(seconds=seconds)
            return Mark(posted, "waiting", tries - 1, not_before=later, error="429")
        case NotSent(reason):
            later = now + timedelta(seconds=hold)
            return Mark(posted, "waiting", tries - 1, not_before=later, error=reason[:80])
        case Unknown(reason):
            if tries >= KINDS[posted.kind].copies:
                return Mark(posted, "unknown", tries, error=reason[:80])
            later = now + SECOND_COPY_AFTER
            return Mark(posted, "waiting", tries, not_before=later, error=reason[:80])
        case Gone(reason):
            return Mark(posted, "gone", tries, error=reason[:80])
        case Refused(reason):
            return Mark(posted, "refused", tries, error=reason[:80])
        case _:
            assert_never(result)


class Backoff:
    """Seconds to hold everything back after failures in a row that are not a message's fault."""

    FIRST = 0.5
    LONGEST = 30.0

    def __init__(self) -> None:
        self._row = 0

    @property
    def hold(self) -> float:
        """The present length of a pause, seconds."""
        return min(self.LONGEST, self.FIRST * 2.0 ** min(max(self._row, 1) - 1, 10))

    def after(self, result: SendResult) -> float:
        """Return how long nobody may send after this result; 0 when there is no reason to wait.

        Two unknown fates are no reason; a third in a row says that the messenger is in trouble.
        """
        match result:
            case NotSent():
                self._row += 1
                return self.hold
            case Unknown():
                self._row += 1
                return self.hold if self._row > 2 else 0.0
            case Wait(seconds):
                return seconds
            case _:
                self._row = 0
                return 0.0
