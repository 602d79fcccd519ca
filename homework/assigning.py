"""Setting homework: a form becomes a draft, a draft a proposal, a proposal an agreement.

Nothing rings before the client has said yes. What was agreed stays readable.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from conversations.session import Json, Option, Ref, Session, Variant
from conversations.texts import Texts
from homework import contracting, prompting
from homework.beginning import fitting
from homework.house import House
from homework.ids import new_id
from homework.loads import EVERY_DAY
from homework.prompt_texts import day_words
from homework.recurrence import EveryDays, Rule, Weekly, preview
from homework.store import assignments, audit, occurrences, timers
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.people import Client, Therapist
from homework.timetable import rules_of

IDLE_MINUTES = 7 * 24 * 60
TIMER = "timer"
"""Who ended an assignment whose last day is over."""

Answer = Literal["accept", "adjust", "not_now"]


def sheets_to_choose(house: House) -> tuple[Option, ...]:
    """Return the worksheets that can be set, by title."""
    found = [house.shelf.worksheet(ref) for ref in house.shelf.newest.values()]
    return tuple(Option(sheet.id, sheet.title) for sheet in sorted(found, key=lambda s: s.title))


def _str(answers: Mapping[str, Json], key: str) -> str | None:
    value = answers.get(key)
    return value if isinstance(value, str) and value else None


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
    sheet = house.shelf.worksheet(ref)
    chosen = answers["variant"]
    wanted: Variant = "light" if chosen == "light" else "minute" if chosen == "minute" else "full"
    draft = Assignment(
        id=new_id(now),
        client=client.id,
        therapist=therapist.id,
        worksheet=ref,
        variant=fitting(sheet, wanted),
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
    if sheet.momentary:
        draft = _momentary(draft, answers.get("states"))
    return draft, rules_of(answers, today, momentary=sheet.momentary)


def _momentary(draft: Assignment, states: Json) -> Assignment:
    """A series about right now: open for an hour, one reminder, and ten minutes to finish."""
    names = tuple(str(name) for name in states) if isinstance(states, list) else ()
    return replace(
        draft,
        texts=replace(draft.texts, states=names),
        window_minutes=60,
        grace_minutes=10,
        idle_minutes=60,
        reminder_minutes=15,
    )


# From draft to agreement ------------------------------------------------------------------------


async def keep_draft(unit: Unit, draft: Assignment, rules: list[Rule]) -> None:
    """Write a draft: nothing is sent yet."""
    await assignments.add(unit, draft, rules)


async def propose(unit: Unit, therapist: Therapist, draft: Assignment) -> bool:
    """Make a draft a proposal to the client; False if it was sent already."""
    if draft.state != "draft":
        return False
    for other in await assignments.of_client(unit, draft.client, "adjusting"):
        if other.worksheet.id == draft.worksheet.id:  # this is what they wished for
            await assignments.change(unit, other.id, state="ended", ended_at=unit.now)
    await assignments.change(unit, draft.id, state="proposed")
    await audit.note(unit, therapist.person or "", "assign", draft.client, draft.id)
    return True


async def accept(unit: Unit, client: Client, proposal: Assignment) -> Assignment | None:
    """The client says yes: the schedule begins today and is as long as was proposed.

    None if there is nothing to accept.
    """
    if proposal.state not in assignments.OPEN_PROPOSALS:
        return None
    today = unit.now.astimezone(prompting.zone_of(client)).date()
    await assignments.change(
        unit,
        proposal.id,
        state="active",
        agreed_at=unit.now,
        starts_on=today.isoformat(),
        ends_on=(today + (proposal.ends_on - proposal.starts_on)).isoformat(),
    )
    await contracting.record(unit, proposal.id, client.person or "", "accept")
    await audit.note(unit, client.person or "", "assignment.accept", client.id, proposal.id)
    agreed = (await assignments.by_ids(unit, [proposal.id]))[proposal.id]
    zone = prompting.zone_of(client)
    await prompting.plan(unit, agreed, zone, unit.now)
    after_end = datetime.combine(agreed.ends_on + timedelta(days=1), time(0), zone)
    await timers.set(unit, after_end, "ending", agreed.id, agreed.revision)
    return agreed


async def put_off(unit: Unit, client: Client, proposal: Assignment, answer: Answer) -> bool:
    """The client wants it otherwise, or not now; False if it is no open proposal."""
    if proposal.state not in assignments.OPEN_PROPOSALS or proposal.state == answer:
        return False
    state = "adjusting" if answer == "adjust" else "not_now"
    await assignments.change(unit, proposal.id, state=state)
    await audit.note(unit, client.person or "", f"assignment.{answer}", client.id, proposal.id)
    return True


async def end(unit: Unit, actor: str, assignment: Assignment) -> None:
    """End an assignment: nothing rings any more; what is open may still be written."""
    await assignments.change(unit, assignment.id, state="ended", ended_at=unit.now)
    await contracting.record(unit, assignment.id, actor, "end")
    await audit.note(unit, actor, "assignment.end", assignment.client, assignment.id)
    await timers.cancel(unit, "ending", assignment.id)
    for entry in assignment.entries:
        await timers.cancel(unit, "plan", entry.id)
    for one in await occurrences.live_of_client(unit, assignment.client):
        if one.chosen and actor == TIMER:
            continue  # the last day is over, but what was begun is still asked at its time
        if one.assignment == assignment.id and one.state in ("planned", "prompted"):
            await occurrences.close(unit, one.id, "superseded")
            await prompting.drop_timers(unit, one.id)


# In words ---------------------------------------------------------------------------------------


def schedule_words(rules: list[Rule], texts: Texts) -> str:
    """Return a schedule in plain words: "Mon, Wed at 18:00; every 3 days at 09:00, 14:00"."""
    if not rules:
        return texts.plain("schedule-unprompted")
    times: dict[Rule, list[str]] = {}
    for rule in rules:  # those that differ only in their time are said together
        times.setdefault(replace(rule, at=time(0)), []).append(f"{rule.at:%H:%M}")
    return "; ".join(_rule_words(rule, ", ".join(at), texts) for rule, at in times.items())


def _rule_words(rule: Rule, at: str, texts: Texts) -> str:
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
