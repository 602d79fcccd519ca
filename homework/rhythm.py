"""A schedule in words, for both sides: its rhythm, its next dates, and what it still waits for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, tzinfo
from typing import assert_never
from zoneinfo import ZoneInfo

from conversations.texts import Texts
from homework.prompt_texts import day_words
from homework.recurrence import preview
from homework.schedule import (
    UNANCHORED,
    WEEK,
    AfterOther,
    AfterWaking,
    Anchors,
    BySession,
    EveryDays,
    InMinutes,
    Offset,
    OnDates,
    OnDay,
    Random,
    Rule,
    Weekly,
    wall_time,
)
from homework.store.assignments import Assignment

MOST_DATES = 6
_NOON = time(12, 0)


def schedule_words(rules: Iterable[Rule], texts: Texts) -> str:
    """Return a schedule in plain words: "Mon, Wed at 18:00; every 3 days at 09:00, 14:00"."""
    times: dict[Rule, list[str]] = {}
    for rule in rules:  # those that differ only in their time, or by chance, are said together
        at = wall_time(rule)
        said = times.setdefault(_without_time(rule), [])
        if at is not None:
            said.append(f"{at:%H:%M}")
    words = [_rule_words(rule, ", ".join(at), texts) for rule, at in times.items()]
    return "; ".join(words) or texts.plain("schedule-unprompted")


def _without_time(rule: Rule) -> Rule:
    match rule:
        case Weekly() | EveryDays() | OnDates():
            return replace(rule, at=_NOON)
        case Random():
            return replace(rule, index=0)
        case BySession(OnDay() as offset) | AfterOther(offset=OnDay() as offset):
            return replace(rule, offset=replace(offset, at=_NOON))
        case BySession() | AfterOther() | AfterWaking():
            return rule
        case _:
            assert_never(rule)


def _rule_words(rule: Rule, at: str, texts: Texts) -> str:
    match rule:
        case EveryDays():
            return texts.plain("schedule-every", count=rule.n, time=at)
        case Weekly():
            if rule.days == WEEK:
                return texts.plain("schedule-daily", time=at)
            return texts.plain("schedule-weekly", days=_days(rule.days, texts), time=at)
        case OnDates():
            dates = [day_words(day, texts) for day in rule.dates]
            more = len(dates) - MOST_DATES
            said = ", ".join(dates[:MOST_DATES])
            if more > 0:
                return texts.plain("schedule-dates-more", dates=said, count=more, time=at)
            return texts.plain("schedule-dates", dates=said, time=at)
        case Random():
            return _random_words(rule, texts)
        case BySession(offset):
            return _offset_words("session", offset, at, texts)
        case AfterWaking():
            key = "schedule-waking" if rule.minutes else "schedule-waking-at-once"
            return _on(rule.days, texts.plain(key, length=_length(rule.minutes, texts)), texts)
        case AfterOther():
            return _offset_words("other", rule.offset, at, texts, rule.title)
        case _:
            assert_never(rule)


def _random_words(rule: Random, texts: Texts) -> str:
    span = {"start": f"{rule.start:%H:%M}", "end": f"{rule.end:%H:%M}"}
    words = texts.plain("schedule-random", count=rule.count, **span)
    if rule.count > 1:
        words += texts.plain("schedule-random-apart", length=_length(rule.gap, texts))
    return _on(rule.days, words, texts)


def _on(days: frozenset[int], words: str, texts: Texts) -> str:
    if days == WEEK:
        return words
    return texts.plain("schedule-on-days", words=words, days=_days(days, texts))


def _days(days: frozenset[int], texts: Texts) -> str:
    return ", ".join(texts.plain(f"weekday-short-{day}") for day in sorted(days))


def _offset_words(what: str, offset: Offset, at: str, texts: Texts, title: str = "") -> str:
    match offset:
        case OnDay():
            side = "before" if offset.days < 0 else "after" if offset.days else "same"
            key = f"schedule-{what}-days-{side}"
            return texts.plain(key, count=abs(offset.days), time=at, title=title)
        case InMinutes():
            key = f"schedule-{what}-{'before' if offset.minutes < 0 else 'after'}"
            return texts.plain(key, length=_length(abs(offset.minutes), texts), title=title)


def _length(minutes: int, texts: Texts) -> str:
    """Return a length of time as people say it: "90 minutes", "2 hours"."""
    if minutes >= 60 and minutes % 60 == 0:
        return texts.plain("length-hours", count=minutes // 60)
    return texts.plain("length-minutes", count=minutes)


# Dates ------------------------------------------------------------------------------------------


def next_dates(
    rules: Sequence[Rule],
    assignment: Assignment,
    zone: ZoneInfo,
    now: datetime,
    texts: Texts,
    anchors: Anchors = UNANCHORED,
) -> str:
    """Return the next five moments in the client's zone, "Mon 23 Nov 18:00", a line each.

    Of what comes at random the day and the span are told, not the minute; and of today only as
    often as it still comes. What hangs on something that is not known yet is said in a line of its
    own.
    """
    first, last = assignment.starts_on, assignment.ends_on
    lines: list[tuple[datetime, str]] = []
    at_random: dict[tuple[Random, date], list[datetime]] = {}
    for rule in dict.fromkeys(rules):
        for planned in preview([rule], now, zone, starts_on=first, ends_on=last, anchors=anchors):
            if isinstance(rule, Random):
                day = replace(rule, index=0), planned.at.astimezone(zone).date()
                at_random.setdefault(day, []).append(planned.at)
            else:
                lines.append((planned.at, moment_words(planned.at, rule, zone, texts)))
    for (rule, _), found in at_random.items():
        left = replace(rule, count=len(found))
        lines.append((min(found), moment_words(min(found), left, zone, texts)))
    words = [line for _, line in sorted(lines, key=lambda one: one[0])[:5]]
    return "\n".join([*words, *_waits(rules, anchors, texts)])


def moment_words(at: datetime, rule: Rule | None, zone: tzinfo, texts: Texts) -> str:
    """Return when something comes, in a zone: "Mon 23 Nov 18:00", at random "between … and …"."""
    local = at.astimezone(zone)
    day = day_words(local.date(), texts)
    if isinstance(rule, Random):
        words = {"start": f"{rule.start:%H:%M}", "end": f"{rule.end:%H:%M}"}
        return texts.plain("moment-random", day=day, count=rule.count, **words)
    return f"{day} {local:%H:%M}"


def _waits(rules: Iterable[Rule], anchors: Anchors, texts: Texts) -> list[str]:
    found: dict[str, None] = {}
    for rule in rules:
        match rule:
            case BySession() if anchors.session_at is None:
                found[texts.plain("schedule-waits-session")] = None
            case AfterOther() if rule.assignment not in anchors.done:
                found[texts.plain("schedule-waits-other", title=rule.title)] = None
            case _:
                pass
    return [*found]
