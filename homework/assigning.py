"""Setting homework: a form becomes a draft, a draft a proposal, a proposal an agreement.

Nothing rings before the client has said yes. What was agreed stays readable.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from conversations.session import Json, Option, Ref, Session, Variant
from conversations.texts import Texts
from homework import prompting
from homework.beginning import fitting
from homework.burden import Caps
from homework.house import House
from homework.ids import new_id
from homework.prompt_texts import day_words
from homework.recurrence import EveryDays, Rule, Weekly, preview
from homework.store import assignments, audit, occurrences, timers
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client, Therapist

IDLE_MINUTES = 7 * 24 * 60
EVERY_DAY = frozenset(range(1, 8))
MOST_ACTIVE = 3

Answer = Literal["accept", "adjust", "not_now"]


def sheets_to_choose(house: House) -> tuple[Option, ...]:
    """Return the worksheets that can be set, by title."""
    found = [house.shelf.worksheet(ref) for ref in house.shelf.newest.values()]
    return tuple(Option(sheet.id, sheet.title) for sheet in sorted(found, key=lambda s: s.title))


def _str(answers: Mapping[str, Json], key: str) -> str | None:
    value = answers.get(key)
    return value if isinstance(value, str) and value else None


def rules_of(answers: Mapping[str, Json], today: date) -> list[Rule]:
    """Return the schedule that a finished form describes."""
    rhythm = answers.get("rhythm")
    times = [time.fromisoformat(at) for key in ("time", "time_2") if (at := _str(answers, key))]
    if rhythm == "none":
        return []
    if rhythm == "every":
        every = answers.get("every")
        return [EveryDays(int(every) if isinstance(every, int | float) else 2, today, times[0])]
    days = answers.get("days")
    chosen = frozenset(int(str(day)) for day in days) if isinstance(days, list) else EVERY_DAY
    return [Weekly(chosen if rhythm == "weekly" else EVERY_DAY, at) for at in sorted(set(times))]


def _minutes(answers: Mapping[str, Json], key: str) -> int | None:
    value = _str(answers, key)
    return int(value) if value and value.isdecimal() else None


def from_form(
    house: House, session: Session, therapist: Therapist, client: Client, now: datetime
) -> tuple[Assignment, list[Rule]]:
    """Return the draft that a finished form describes, and its schedule."""
    answers = session.answers
    today = now.astimezone(prompting.zone_of(client)).date()
    weeks = int(_str(answers, "weeks") or "1")
    ref: Ref = house.shelf.newest[str(answers["worksheet"])]
    wanted: Variant = "light" if answers["variant"] == "light" else "full"
    if answers["variant"] == "minute":
        wanted = "minute"
    draft = Assignment(
        id=new_id(now),
        client=client.id,
        therapist=therapist.id,
        worksheet=ref,
        variant=fitting(house.shelf.worksheet(ref), wanted),
        state="draft",
        texts=assignments.Texts(_str(answers, "why") or "", _str(answers, "enough")),
        sharing=_str(answers, "sharing") or "all",
        window_minutes=_minutes(answers, "window"),
        grace_minutes=None,
        idle_minutes=IDLE_MINUTES,
        reminder_minutes=_minutes(answers, "reminder"),
        starts_on=today,
        ends_on=today + timedelta(days=7 * weeks - 1),
        revision=0,
        agreed_at=None,
    )
    return draft, rules_of(answers, today)


# Checking ---------------------------------------------------------------------------------------


async def problem(
    unit: Unit, client: Client, draft: Assignment, rules: list[Rule], texts: Texts
) -> str | None:
    """Return all that does not fit this client (HTML, says what to do), or None."""
    found: list[str] = []
    if len(_sentences(draft.texts.why)) > 2:
        found.append(texts.html("assign-problem-why"))
    quiet = prompting.quiet_of(client)
    hours = {"start": client.quiet_from, "end": client.quiet_to}
    found += [
        texts.html("assign-problem-quiet", time=f"{rule.at:%H:%M}", **hours)
        for rule in rules
        if quiet.covers(rule.at)
    ]
    active = await assignments.of_client(unit, client.id, "active", "proposed")
    if len(active) >= MOST_ACTIVE:
        found.append(texts.html("assign-problem-many", count=len(active)))
    busiest = _prompts_a_day([*active, replace(draft, entries=())], rules)
    if busiest > Caps().prompts:
        found.append(texts.html("assign-problem-load", count=busiest, most=Caps().prompts))
    return "\n\n".join(found) or None


def _sentences(text: str) -> list[str]:
    for mark in "!?\n":
        text = text.replace(mark, ".")
    return [part for part in text.split(". ") if part.strip(" .")]


def _prompts_a_day(existing: list[Assignment], rules: list[Rule]) -> int:
    everything = rules + [entry.rule for one in existing for entry in one.entries]
    days = [
        sum(1 for rule in everything if isinstance(rule, EveryDays) or day in rule.days)
        for day in EVERY_DAY
    ]
    return max(days, default=0)


# From draft to agreement ------------------------------------------------------------------------


async def keep_draft(unit: Unit, draft: Assignment, rules: list[Rule]) -> None:
    """Write a draft: nothing is sent yet."""
    await assignments.add(unit, draft, rules)


async def propose(unit: Unit, therapist: Therapist, draft: Assignment) -> bool:
    """Make a draft a proposal to the client; False if it was sent already."""
    if draft.state != "draft":
        return False
    await assignments.change(unit, draft.id, state="proposed")
    await audit.note(unit, therapist.person or "", "assign", draft.client, draft.id)
    return True


async def accept(unit: Unit, client: Client, proposal: Assignment) -> Assignment | None:
    """The client says yes: the schedule begins. None if there is nothing to accept."""
    if proposal.state not in ("proposed", "not_now", "adjusting"):
        return None
    await assignments.change(unit, proposal.id, state="active", agreed_at=unit.now)
    await audit.note(unit, client.person or "", "assignment.accept", client.id, proposal.id)
    agreed = (await assignments.by_ids(unit, [proposal.id]))[proposal.id]
    zone = prompting.zone_of(client)
    await prompting.plan(unit, agreed, zone, unit.now)
    after_end = datetime.combine(agreed.ends_on + timedelta(days=1), time(0), zone)
    await timers.set(unit, after_end, "ending", agreed.id, agreed.revision)
    return agreed


async def put_off(unit: Unit, client: Client, proposal: Assignment, answer: Answer) -> bool:
    """The client wants it otherwise, or not now; False if it is no open proposal."""
    if proposal.state not in ("proposed", "not_now", "adjusting") or proposal.state == answer:
        return False
    state = "adjusting" if answer == "adjust" else "not_now"
    await assignments.change(unit, proposal.id, state=state)
    await audit.note(unit, client.person or "", f"assignment.{answer}", client.id, proposal.id)
    return True


async def end(unit: Unit, actor: str, assignment: Assignment) -> None:
    """End an assignment: nothing rings any more; what is open may still be written."""
    await assignments.change(unit, assignment.id, state="ended", ended_at=unit.now)
    await audit.note(unit, actor, "assignment.end", assignment.client, assignment.id)
    await timers.cancel(unit, "ending", assignment.id)
    for entry in assignment.entries:
        await timers.cancel(unit, "plan", entry.id)
    for one in await occurrences.live_of_client(unit, assignment.client):
        if one.assignment == assignment.id and one.state in ("planned", "prompted"):
            await occurrences.close(unit, one.id, "superseded")
            await prompting.drop_timers(unit, one.id)


# In words ---------------------------------------------------------------------------------------


def schedule_words(rules: list[Rule], texts: Texts) -> str:
    """Return a schedule in plain words: "Mon, Wed at 18:00; every 3 days at 09:00"."""
    if not rules:
        return texts.plain("schedule-unprompted")
    return "; ".join(_rule_words(rule, texts) for rule in rules)


def _rule_words(rule: Rule, texts: Texts) -> str:
    at = f"{rule.at:%H:%M}"
    match rule:
        case EveryDays():
            return texts.plain("schedule-every", count=rule.n, time=at)
        case Weekly():
            if rule.days == EVERY_DAY:
                return texts.plain("schedule-daily", time=at)
            days = ", ".join(texts.plain(f"weekday-short-{day}") for day in sorted(rule.days))
            return texts.plain("schedule-weekly", days=days, time=at)


def next_dates(
    rules: list[Rule], assignment: Assignment, zone: ZoneInfo, now: datetime, texts: Texts
) -> str:
    """Return the next five moments in the client's zone, "Mon 23 Nov 18:00"."""
    found = preview(
        rules, now, zone, starts_on=assignment.starts_on, ends_on=assignment.ends_on, count=5
    )
    words: list[str] = []
    for planned in found:
        local = planned.at.astimezone(zone)
        words.append(f"{day_words(local.date(), texts)} {local:%H:%M}")
    return "\n".join(words)
