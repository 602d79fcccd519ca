"""Which words of an update are screened: whatever a client in care writes, wherever it goes.

It stands before everything else that is done with an update, so nothing that is added later is
forgotten. A screening that fails is counted and blocks nothing. It must not know what follows.
"""

import structlog

from bot import commands, telemetry
from bot.incoming import Incoming
from homework.house import House
from homework.safety.screening import Finding, screen
from homework.store.database import Unit
from homework.store.people import Actor
from homework.store.sessions import Held

log = structlog.get_logger()

WORDED = frozenset({"text", "edited", "other", "document"})


def words_of(who: Actor, incoming: Incoming, held: Held | None) -> str:
    """Return the words of an update that are a client's own; "" for none.

    What is forwarded is nobody's own until its sender says "use this". Who is therapist too is
    screened where they are a client: in a sheet of their own, and in a note.
    """
    if who.client is None or who.client.state != "active" or incoming.foreign:
        return ""
    text = incoming.args if incoming.what == "command" else incoming.text
    if incoming.what not in WORDED and incoming.what != "command":
        return ""
    if who.therapist is None or (incoming.what == "command" and incoming.command == "note"):
        return text
    expecting = who.person.expecting if who.person else None
    row = commands.typed().get(expecting.partition(".")[0]) if expecting else None
    if row is not None:
        return text if "client" in row[0] else ""
    return text if held is not None and held.kind != "dialog" and incoming.what == "text" else ""


def finding_in(house: House, who: Actor, words: str) -> Finding | None:
    """Return what is found in a client's words; None too where the screening fails."""
    return finding(house, who.person.locale, words) if who.person is not None else None


def finding(house: House, locale: str, words: str) -> Finding | None:
    """Return what is found in words of a language; None too where the screening fails."""
    language = locale.partition("-")[0]
    if not words or language not in house.screened:
        return None
    try:
        return screen(words, language)
    except Exception as error:
        log.error("screening_failed", error=type(error).__name__)
        telemetry.SCREENING.labels("failed").inc()
        return None


def heard(unit: Unit) -> None:
    """Tell the log of what could not be written or looked through in a commit, whatever woke it."""
    if unit.unflagged:
        log.error("alert_not_written", count=unit.unflagged)
        telemetry.SCREENING.labels("lost").inc(unit.unflagged)
    if unit.unscreened:
        log.error("screening_failed", count=unit.unscreened)
        telemetry.SCREENING.labels("failed").inc(unit.unscreened)
