"""A therapist takes out, for their records, what their clients share: a table, JSON or FHIR.

What is shared, and nothing else, becomes plain data here; files are made of that. That a copy was
taken stands in the client's trail. It must not know how a file travels.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.message import Message, tap
from conversations.model import Worksheet
from conversations.session import Ref
from conversations.texts import Texts
from homework.gathering import Gathering, first_day, first_moment
from homework.house import House
from homework.moments import zone_of
from homework.reports.filing import FORMS, Filing
from homework.reports.ordered import Order, Source
from homework.reports.shared import Case, Records
from homework.store import audit, taken
from homework.store.database import Unit
from homework.store.people import Client
from homework.store.reports import Asked

PERIODS: Mapping[str, int | None] = {"w4": 28, "w12": 84, "all": None}
"""Days back from today, the client's today included; None: from the beginning."""

BY_THERAPIST, BY_OPERATOR = "export.therapist", "export.operator"
"""Actions in the audit; their subject is the period and the form."""


Sheets = Mapping[Ref, Worksheet]
"""The worksheets that stand in cases."""


async def note(
    unit: Unit, actor: str, client: Client, period: str, form: str, action: str = BY_THERAPIST
) -> None:
    """Write in the client's trail that a copy is taken."""
    await audit.note(unit, actor, action, client.id, f"{period}.{form}")


async def order(
    unit: Unit, house: House, asked: Asked, client: Client, locale: str, key: str
) -> Order | None:
    """Return what is to be made for a therapist who has the client in care; `key` says what of
    which period. What is shared when it is read is in it."""
    period, _, form = key.partition(".")
    if period not in PERIODS or form not in FORMS:
        return None
    texts, (mime, ending), zone = house.texts(locale), FORMS[form], zone_of(client)
    gathering = Gathering(house, client, PERIODS[period])
    now, today = unit.now, unit.now.astimezone(zone).date()
    name = texts.plain("take-file", name=letters(client.code_name), day=today.isoformat())

    def filed() -> Filing:
        return Filing(bound(now, period, [gathering.case], gathering.sheets), form, locale)

    return Order(
        asked.id,
        asked.person,
        client.id,
        f"{name}.{ending}",
        Source(gathering.more, filed),
        Message(await _said(unit, texts, client, period)),
        sorry(texts, client),
        mime,
    )


async def _said(unit: Unit, texts: Texts, client: Client, period: str) -> str:
    """How much is in a file (HTML), and how much of it is not shared."""
    since = first_moment(unit.now, zone_of(client), PERIODS[period])
    name, told = client.code_name, await taken.sharing(unit, client.id, since)
    lines = [texts.html("take-here", name=name, count=sum(told.values()))]
    if count := told.get("summary"):
        lines.append(texts.html("take-here-numbers", count=count))
    if count := told.get("nothing"):
        lines.append(texts.html("take-here-kept", count=count, name=name))
    return "\n".join([*lines, texts.html("take-here-keep")])


def sorry(texts: Texts, client: Client) -> Message:
    """Return what is said when a file could not be made, with a way to ask for it again."""
    again = tap(texts.plain("take-again"), "take", client.id, "ask")
    return Message(texts.html("take-gone"), ((again,),))


def letters(name: str) -> str:
    """Return a code name as the name of a file may hold it."""
    return "".join(each if each.isalnum() else "-" for each in name)


def bound(now: datetime, period: str, cases: Sequence[Case], sheets: Sheets) -> Records:
    """Return the records of some clients together; days are told by the clock of the first."""
    today = now.astimezone(ZoneInfo(cases[0].zone)).date()
    return Records(now, first_day(today, PERIODS[period]), today, cases, sheets)
