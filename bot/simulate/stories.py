"""A life as a transcript: what was written and pressed, what then stood on the phones.

The same form as the transcripts that the tests play: `client> /today`, `client< …`, `@ date time`.
"""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.simulate.carrier import Shown
from conversations.markup import plain

ZONE = ZoneInfo("Europe/London")
SHORT = 420
INDENT = " " * 8


@dataclass(slots=True)
class Story:
    """Lines of one life, in order. Times are London's, as in all transcripts."""

    now: datetime | None = None
    last: datetime | None = None
    lines: list[str] = field(default_factory=list[str], repr=False)

    def _at(self) -> None:
        """Write the time, once for everything that happens in one minute."""
        if self.now is None:
            return
        minute = self.now.replace(second=0, microsecond=0)
        if minute != self.last:
            self.last = minute
            self.lines.append(f"@ {self.now.astimezone(ZONE):%Y-%m-%d %H:%M}")

    def said(self, who: str, text: str) -> None:
        """Write what somebody did; without a name it is a line of its own kind."""
        self._at()
        first, *rest = text.splitlines() or [""]
        self.lines.append(f"{who}> {first}" if who else first)
        self.lines += [INDENT + line for line in rest]

    def shown(self, who: str, shown: Shown) -> None:
        """Write what a phone showed, with its buttons."""
        self._at()
        text = "\n".join(line for line in plain(shown.text).splitlines() if line.strip())
        if len(text) > SHORT:
            text = f"{text[:SHORT].rsplit(' ', 1)[0]} …"
        silent = "(silently) " if shown.sort == "<" and not shown.rings else ""
        first, *rest = text.splitlines() or ["…"]
        self.lines.append(f"{who}{shown.sort} {silent}{first}")
        self.lines += [INDENT + line for line in rest]
        keys = iter(shown.keys)
        rows = [" ".join(f"[{next(keys).label}]" for _ in range(wide)) for wide in shown.rows]
        if rows:
            self.lines.append(INDENT + " / ".join(rows))

    def remark(self, text: str) -> None:
        """Write a remark."""
        self.lines.append(f"#### {text}")
