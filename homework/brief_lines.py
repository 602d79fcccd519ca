"""The lines of a brief about what was written: the newest, what adds up, a quote, what is brought.

It must not know which of them a brief shows, nor how it looks (`brief.py`).
"""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from conversations.model import Pick, Text, Worksheet
from conversations.texts import Texts
from homework import filled_days, points, reading, tallies
from homework.house import House
from homework.prompt_texts import day_words
from homework.retelling import answers_of
from homework.store.entries import Written


def newest(
    sheet: Worksheet, found: Sequence[Written], texts: Texts, zone: ZoneInfo
) -> tuple[date, str] | None:
    """The newest entry of which something may be shown without opening it."""
    for one in reversed(found):
        if not sheet.to_session and (lines := reading.shared_lines(one, sheet, texts)):
            return one.closed_at.astimezone(zone).date(), "; ".join(lines)
    return None


def lines(
    sheet: Worksheet,
    found: Sequence[Written],
    every: Sequence[Written],
    texts: Texts,
    theirs: ZoneInfo,
) -> list[str]:
    """What is told over several entries: the points of a series, what fills the days of the client
    (on their clock, `theirs`), and what adds up."""
    if sheet.momentary:
        more = filled_days.lines(sheet, found, theirs, texts)
        return [*points.summary(sheet, found, texts), *more]
    if not found or not tallies.adds_up(sheet):
        return []
    return tallies.lines(sheet, [one for one in every if one.worksheet == sheet.id], texts)


def quote(sheet: Worksheet, found: Sequence[Written], zone: ZoneInfo) -> tuple[date, str] | None:
    """The client's own words of the newest entry that is shared whole, those it shows back; and
    the day of that entry."""
    if sheet.momentary or sheet.to_session:
        return None
    for one in reversed(found):
        answers = answers_of(one) if one.sharing == "all" else {}
        worded = [step for step in sheet.steps if isinstance(step, Text | Pick)]
        back = [step for step in worded if step.show_back]
        for step in (*reversed(back), *worded):
            said = answers.get(step.id)
            if isinstance(said, str) and said.strip():
                return one.closed_at.astimezone(zone).date(), " ".join(said.split())
    return None


def discuss(
    house: House, found: Sequence[Written], marked: Sequence[str], texts: Texts, zone: ZoneInfo
) -> tuple[str, ...]:
    """What the therapist marked to speak of, of these days: the title and the day."""
    return tuple(
        f"{reading.title_of(house, one, texts)}, "
        + day_words(one.closed_at.astimezone(zone).date(), texts)
        for one in found
        if one.id in marked
    )


def brought(
    house: House, found: Sequence[Written], texts: Texts, zone: ZoneInfo
) -> tuple[date, tuple[str, ...]] | None:
    """What was written last for the session, as far as all of it is shared."""
    for one in reversed(found):
        sheet = reading.sheet_of(house, one, texts)
        if sheet and sheet.to_session and (lines := reading.shared_lines(one, sheet, texts)):
            return one.closed_at.astimezone(zone).date(), tuple(lines)
    return None
