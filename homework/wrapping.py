"""After a sheet, on one message: how much was done, how hard, how useful, what got in the way.

At most once a day and client; of a light form only how hard it was, of a minute nothing. Each part
may be passed over, and none holds up the next sheet. The last thing on the message is who may read
it. What a sheet asks itself is left out by `Worksheet.after`. It must not know who presses.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations.message import Button, Message, Rows, tap
from conversations.model import After, Worksheet
from conversations.session import Json, Variant
from conversations.texts import Texts
from homework.store import entries, feedback
from homework.store.database import Unit
from homework.store.entries import Written

DONE = ("none", "bit", "half", "most", "all")
HIGHEST = 10
HARD = 8
"""From here on a sheet was very hard for its writer."""
WAY_LIMIT = 1500
A_WHILE = timedelta(hours=6)
"""So long after a sheet a typed line may still be what got in its way."""
_ON_A_ROW = 6


async def due(
    unit: Unit, client: str, zone: ZoneInfo, sheet: Worksheet, variant: Variant
) -> tuple[After, ...]:
    """Return what is asked after a sheet; () for the second sheet of a day."""
    if sheet.momentary or variant == "minute":
        return ()
    asked: tuple[After, ...] = sheet.after if variant == "full" else ("hard",)
    asked = tuple(part for part in asked if part in sheet.after)
    today = unit.now.astimezone(zone).date()
    start = datetime.combine(today, time(0), zone).astimezone(unit.now.tzinfo)
    if not asked or await feedback.times_asked(unit, client, feedback.WRAP, start):
        return ()
    return asked


async def begin(
    unit: Unit, entry: Written, assignment: str | None, asked: tuple[After, ...]
) -> Written:
    """Write down what is being asked about an entry; return the entry as it is then."""
    await feedback.add(unit, entry.client, assignment, feedback.WRAP)
    return await _keep(unit, entry, {"asks": [*asked], "said": {}})


def next_part(entry: Written) -> str | None:
    """Return what is to be asked next about an entry, None when nothing is left."""
    wrap = _wrap(entry)
    asks, said = wrap.get("asks"), _said(entry)
    return next((str(p) for p in (asks if isinstance(asks, list) else []) if p not in said), None)


async def take(unit: Unit, entry: Written, part: str, value: Json) -> Written | None:
    """Keep an answer (None: passed over); None if it was not asked, or is no answer to it."""
    wrap = _wrap(entry)
    asks = wrap.get("asks")
    if not isinstance(asks, list) or part not in asks or not _fits(part, value):
        return None
    said = {**_said(entry), part: value}
    return await _keep(unit, entry, {**wrap, "said": said})


async def end(unit: Unit, entry: Written) -> Written:
    """Ask nothing more about an entry."""
    asks, said = _wrap(entry).get("asks"), _said(entry)
    parts = asks if isinstance(asks, list) else []
    whole = {str(part): said.get(str(part)) for part in parts}
    return await _keep(unit, entry, {**_wrap(entry), "said": whole})


def _fits(part: str, value: Json) -> bool:
    if value is None:
        return True
    match part:
        case "done":
            return value in DONE
        case "hard":
            return value == "much" or _is_rating(value)
        case "useful":
            return _is_rating(value)
        case "way":
            return isinstance(value, str) and 0 < len(value) <= WAY_LIMIT
        case _:
            return False


def was_too_much(entry: Written) -> bool:
    """Whether it was said after a sheet that it was too much; of one that is kept, nothing is."""
    return entry.sharing != "nothing" and _said(entry).get("hard") == "much"


def was_hard(entry: Written) -> bool:
    """Whether it was said after a sheet that it was very hard, or too much."""
    hard = _said(entry).get("hard")
    rated = isinstance(hard, int) and hard >= HARD
    return entry.sharing != "nothing" and (rated or hard == "much")


def _is_rating(value: Json) -> bool:
    return type(value) is int and 0 <= value <= HIGHEST


async def _keep(unit: Unit, entry: Written, wrap: dict[str, Json]) -> Written:
    if entry.body.get("wrap") == wrap:
        return entry  # pressed twice: who has read it has read this too
    kept = replace(entry, body={**entry.body, "wrap": wrap})
    await entries.annotate(unit, kept, unread=entry.sharing != "nothing")
    return kept


def _wrap(entry: Written) -> Mapping[str, Json]:
    wrap = entry.body.get("wrap")
    return wrap if isinstance(wrap, dict) else {}


def _said(entry: Written) -> dict[str, Json]:
    said = _wrap(entry).get("said")
    return said if isinstance(said, dict) else {}


# What is seen -------------------------------------------------------------------------------------


def question(entry: Written, part: str, texts: Texts) -> Message:
    """Return the next question: what was said so far, what is asked, its buttons."""
    lines = [texts.html(f"sharing-is-{entry.sharing}")]
    if said := told(entry, texts, own=True):
        lines.append(texts.html("wrap-so-far", said=" · ".join(said)))
    elif not _said(entry):
        asks = _wrap(entry).get("asks")
        count = len(asks) if isinstance(asks, list) else 1
        lines.append(texts.html("wrap-head", count=count))
    lines.append(texts.html(f"wrap-ask-{part}"))
    return Message("\n\n".join(lines), _buttons(entry.id, part, texts))


def over(entry: Written, texts: Texts, sharing: Rows) -> Message:
    """Return how the message stays: what was said, who may read it, and how to change that."""
    lines = [texts.html(f"sharing-is-{entry.sharing}")]
    if said := told(entry, texts, own=True):
        lines.insert(0, texts.html("wrap-so-far", said=" · ".join(said)))
    return Message("\n\n".join(lines), sharing)


def _buttons(key: str, part: str, texts: Texts) -> Rows:
    def one(label: str, value: str) -> Button:
        return tap(label, "wrap", key, f"{part}.{value}")

    rows: list[tuple[Button, ...]] = []
    if part == "done":
        each = [one(texts.plain(f"wrap-done-{value}"), value) for value in DONE]
        rows += [tuple(each[:3]), tuple(each[3:])]
    elif part in ("hard", "useful"):
        each = [one(str(value), str(value)) for value in range(HIGHEST + 1)]
        rows += [tuple(each[:_ON_A_ROW]), tuple(each[_ON_A_ROW:])]
    if part == "hard":
        rows.append((one(texts.plain("wrap-too-much"), "much"),))
    rows.append(
        (
            one(texts.plain("wrap-skip"), "skip"),
            tap(texts.plain("wrap-end"), "wrap", key, "end"),
        )
    )
    rows.append((tap(texts.plain("sharing-ask"), "share", key, "ask"),))
    return tuple(rows)


def told(entry: Written, texts: Texts, *, own: bool = False) -> list[str]:
    """Return what was said after a sheet, as far as it is shared: numbers in a summary, no words.

    `own`: for the one who wrote it, whatever is shared. Plain text.
    """
    if entry.sharing == "nothing" and not own:
        return []
    said, lines = _said(entry), list[str]()
    if isinstance(done := said.get("done"), str):
        lines.append(texts.plain("wrap-done", amount=texts.plain(f"wrap-said-{done}")))
    if said.get("hard") == "much":
        lines.append(texts.plain("wrap-was-too-much"))
    elif isinstance(hard := said.get("hard"), int):
        lines.append(texts.plain("wrap-hard", rating=hard))
    if isinstance(useful := said.get("useful"), int):
        lines.append(texts.plain("wrap-useful", rating=useful))
    way = said.get("way")
    if isinstance(way, str) and (own or entry.sharing == "all"):
        lines.append(texts.plain("wrap-way", said=way))
    return lines
