"""What a prompt says and which buttons it has. The first 60 characters name nothing and nobody."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from conversations.markup import escape
from conversations.message import Button, Message, Rows, tap
from conversations.texts import Texts
from homework.house import House
from homework.store.assignments import Assignment
from homework.store.occurrences import Occurrence
from homework.store.people import Client

SKIP_REASONS = ("busy", "unwell", "not_relevant", "too_hard", "private")


def day_words(day: date, texts: Texts) -> str:
    """Return a day as people read it: "Mon 1 Mar"; never digits alone, which are read two ways."""
    weekday = texts.plain(f"weekday-short-{day.isoweekday()}")
    month = texts.plain(f"month-short-{day.month}")
    return texts.plain("day-short", weekday=weekday, day=day.day, month=month)


def clock_words(at: datetime, zone: str, texts: Texts, now: datetime) -> str:
    """Return a moment as the client reads it: "18:00", or with the day when it is not today."""
    local = at.astimezone(ZoneInfo(zone))
    if local.date() == now.astimezone(ZoneInfo(zone)).date():
        return f"{local:%H:%M}"
    day = texts.plain(f"weekday-{local.isoweekday()}")
    return f"{day} {local:%H:%M}"


def until_words(one: Occurrence, texts: Texts, zone: str | None) -> str:
    """Return until when it is open, on the client's clock of today; midnight is said as such."""
    if one.closes_at is None:
        return ""
    local = one.closes_at.astimezone(ZoneInfo(zone or one.zone))
    if (local.hour, local.minute) == (0, 0):
        return texts.plain("prompt-until-midnight")
    return texts.plain("prompt-until", time=f"{local:%H:%M}")


def prompt(
    house: House, locale: str, client: Client, assignment: Assignment, one: Occurrence
) -> Message:
    """Return the prompt of an occurrence: a quiet first line, then what, how long, until when.

    The client's own plan is quoted; in a discreet prompt it stays covered until it is touched.
    """
    texts = house.texts(locale)
    sheet = house.sheet(assignment.worksheet, texts)
    minutes = sheet.minutes.get(assignment.variant, 5)
    lines = [texts.html("prompt-first-line")]
    if not client.discreet:
        lines.append(f"<b>{escape(sheet.title)}</b>")
    until = until_words(one, texts, client.zone)
    if sheet.stage(one.stage).soon:
        return Message(texts.html("prompt-soon", until=until), prompt_buttons(texts, one))
    lines.append(texts.html("prompt-facts", minutes=minutes, until=until))
    if assignment.texts.plan:
        plan = texts.html("prompt-your-plan", plan=assignment.texts.plan)
        lines.append(f"<tg-spoiler>{plan}</tg-spoiler>" if client.discreet else plan)
    return Message("\n\n".join(lines), prompt_buttons(texts, one))


def prompt_buttons(texts: Texts, one: Occurrence) -> Rows:
    """Return the four ways to answer a prompt."""
    return (
        (tap(texts.plain("prompt-start"), "occ", one.id, "start"),),
        ways_out(texts, one),
    )


def ways_out(texts: Texts, one: Occurrence) -> tuple[Button, ...]:
    """Return the ways to answer a prompt beside beginning."""
    return (
        tap(texts.plain("prompt-later"), "occ", one.id, "later"),
        tap(texts.plain("prompt-skip"), "occ", one.id, "skip"),
        tap(texts.plain("prompt-too-much"), "occ", one.id, "much"),
    )


def later_buttons(texts: Texts, one: Occurrence, choices: Iterable[str]) -> Rows:
    """Return the choices of "Later" that are left, and the way back."""
    times = [tap(texts.plain(f"prompt-later-{key}"), "occ", one.id, f"l{key}") for key in choices]
    return (tuple(times), (tap(texts.plain("prompt-back"), "occ", one.id, "menu"),))


def skip_buttons(texts: Texts, one: Occurrence) -> Rows:
    """Return the reasons for skipping, and the way back."""
    reasons = [
        tap(texts.plain(f"skip-{reason.replace('_', '-')}"), "occ", one.id, f"s{reason}")
        for reason in SKIP_REASONS
    ]
    back = tap(texts.plain("prompt-back"), "occ", one.id, "menu")
    return (tuple(reasons[:2]), tuple(reasons[2:4]), (reasons[4], back))


def much_buttons(texts: Texts, one: Occurrence, smaller: tuple[str, ...]) -> Rows:
    """Return the ways out of "Too much": smaller forms, not today, fewer, a rest, the therapist."""
    rows = [
        (tap(texts.plain(f"much-{variant}"), "occ", one.id, f"v{variant}"),) for variant in smaller
    ]
    rows.append((tap(texts.plain("much-skip"), "occ", one.id, "stoo_much"),))
    rows.append((tap(texts.plain("ease-fewer"), "ease", one.assignment, "fewer"),))
    rows.append((tap(texts.plain("ease-hold"), "ease", one.assignment, "hold"),))
    rows.append((tap(texts.plain("much-pause"), "cmd", "pause", "go"),))
    rows.append((tap(texts.plain("much-tell"), "occ", one.id, "tell"),))
    rows.append((tap(texts.plain("prompt-back"), "occ", one.id, "menu"),))
    return tuple(rows)


def reminder(house: House, locale: str, client: Client, one: Occurrence) -> Message:
    """Return the one reminder; it offers the same ways out as the prompt."""
    texts = house.texts(locale)
    text = texts.html("prompt-reminder", until=until_words(one, texts, client.zone))
    return Message(text, prompt_buttons(texts, one))


def gone_by(house: House, locale: str) -> Message:
    """Return the line that an older prompt becomes."""
    return Message(house.texts(locale).html("prompt-gone-by"))
