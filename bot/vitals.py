"""What `homework doctor --live` says: is the running bot well, by the ages it keeps writing down.

It reads the bot's small file, so it needs no port and works while the bot hangs. It must not know
how findings are shown.
"""

from datetime import datetime

from bot.checkup import Finding
from bot.lock import is_held
from bot.pulse import Age, read
from bot.settings import Settings

_WELL = {
    "fetch": "the messenger answered {ago} ago",
    "tick": "due timers were looked at {ago} ago",
    "commit": "the database kept something {ago} ago",
    "backup": "the newest backup is {ago} old",
}
_OLD = {
    "fetch": "the messenger has not answered a poll for {ago}",
    "tick": "due timers were not looked at for {ago}",
    "commit": "the database has kept nothing for {ago}",
    "backup": "there has been no good backup for {ago}",
}
_MEND = {
    "fetch": "look at the network, the proxy of a webhook, and whether another bot has this token",
    "tick": "look at the log and the disk, then stop and start the bot",
    "commit": "look at the disk: is it full, or the file locked",
    "backup": "look at the log and the disk, then run: homework backup",
}


def live(settings: Settings, now: datetime) -> list[Finding]:
    """Return what is known of the running bot, one finding for each age."""
    if not is_held(settings.lock_path):
        return [Finding("bot", "wrong", "it is not running on this database")]
    ages = read(settings.homework_data_dir, now)
    if ages is None:
        return [Finding("bot", "wrong", "it runs and has not said yet how it is")]
    return [_finding(one) for one in ages]


def _finding(age: Age) -> Finding:
    if not age.old:
        return Finding(age.what, "ok", _WELL[age.what].format(ago=_span(age.seconds)))
    told = _OLD[age.what].format(ago=_span(age.seconds))
    text = f"{told} ({_span(age.limit)} may be); {_MEND[age.what]}"
    return Finding(age.what, "wrong", text)


def _span(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
