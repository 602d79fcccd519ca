"""What has to be said of a known year, counted from its records in the plainest way.

Counted and worded apart from the program: it shares no function with it, so that one does not
repeat the other's mistakes.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from math import ceil
from statistics import NormalDist
from zoneinfo import ZoneInfo

from tests.support.known_lives import (
    BOTH_SIDES,
    BRIDGE,
    CATCHING,
    CHECKS,
    HERE,
    LASTS,
    NOW,
    TODAY,
    TRYING,
    WORRY,
    Life,
    Moment,
    Practice,
    Sheet,
)
from tests.support.known_practices import (
    TITLES,
    begin,
    long,
    moments,
    over_all,
    practice,
    rate,
    series,
    sheets,
    shown,
    times,
)

MINUTES = {BOTH_SIDES: 12, CATCHING: 5, CHECKS: 1, WORRY: 5, TRYING: 12}
UNDELIVERED = {
    "halved": "left out while less is asked",
    "too_late": "while the bot was not running",
    "unreachable": "could not be reached",
    "quiet": "in quiet hours",
}
OUTCOMES = {WORRY: "came", TRYING: "came_true"}


def silent_days(life: Life) -> int:
    """On how many of the last days prompts arrived and none was answered."""
    if life.paused_until:
        return 0
    by_day: dict[date, list[Moment]] = {}
    wrote = max((one.began for one in life.sheets), default=None)
    for one in life.moments:
        if wrote is not None and one.at <= wrote:
            continue
        if one.rang and (one.closes <= NOW or one.state != "prompted"):
            by_day.setdefault(one.at.astimezone(ZoneInfo(life.zone)).date(), []).append(one)
    count = 0
    for day in sorted(by_day, reverse=True):
        if any(one.opened or one.snoozes or one.state == "skipped" for one in by_day[day]):
            break
        count += 1
    return count


def how_silent(life: Life) -> tuple[int, int]:
    """How little rings for somebody now, and on how many days it did without an answer."""
    return ("asked", "stopped").index(life.silence) + 1 if life.silence else 0, silent_days(life)


def need(life: Life) -> int:
    """Where somebody stands: alerts 0, silent 1, too much 2, unread 3, changed 4, the rest 5."""
    if silent_days(life) >= 3 or life.silence or life.unreachable:
        return 1
    if any(one.reason == "too_much" for one in moments(life, 7)):
        return 2
    if any(one.read is None for one in life.sheets):
        return 3
    return 4 if any(one.since < 7 for one in life.practices) else 5


def pressing(life: Life, days: int) -> list[str]:
    """What presses, a sentence each."""
    said: list[str] = []
    if life.unreachable:
        said.append("cannot be reached: the bot was blocked or the chat is gone")
    if silent_days(life) >= 3:
        said.append(f"prompts on {silent_days(life)} days, none answered")
    if life.silence == "asked":
        said.append("every second prompt rings until they are back")
    if count := sum(one.reason == "too_much" for one in moments(life, days)):
        said.append(f'said "too much" {times(count)}')
    unread = [one for one in life.sheets if one.read is None]
    if any(one.worksheet == BRIDGE for one in unread):
        said.append("wrote something for the session")
    if unread:
        newest = long(max(one.closed for one in unread).astimezone(HERE).date())
        many = f"{len(unread)} entries to read, the newest from {newest}"
        said.append(f"1 entry to read, from {newest}" if len(unread) == 1 else many)
    agreed = sum(NOW - timedelta(days=one.since) >= begin(days) for one in life.practices)
    if agreed:
        said.append(f"{agreed} change{'s' * (agreed > 1)} agreed")
    return said


def paused(life: Life) -> list[str]:
    """That somebody has paused, if they have."""
    until = life.paused_until
    return [f"paused until {long(until.astimezone(ZoneInfo(life.zone)).date())}"] if until else []


def digest_line(life: Life) -> str:
    """Somebody's line of the digest."""
    if life.state == "invited":
        return f"{life.name}: has not joined yet"
    said = [*pressing(life, 7), *paused(life), rate(moments(life, 7), sheets(life, 7))]
    return f"{life.name}: {' · '.join(said)}"


def response(lives: Iterable[Life]) -> str:
    """How long what was opened in the week had waited for it."""
    found = [s for life in lives for s in life.sheets if s.read and s.read >= begin(7)]
    waits = sorted((s.read - s.closed).total_seconds() for s in found if s.read)
    half = len(waits) // 2
    middle = waits[half] if len(waits) % 2 else (waits[half - 1] + waits[half]) / 2
    within = f"half of them within {ceil(middle / 3600)} hours"
    return f"You opened {len(waits)} entries in these days, {within}."


# The brief ----------------------------------------------------------------------------------------


def predictions(life: Life) -> list[str]:
    """How often what was predicted happened, over all sheets, from five on."""
    every = [s for s in life.sheets if s.worksheet in OUTCOMES]
    whole = [s for s in every if s.sharing == "all"]
    came = Counter(s.answers[OUTCOMES[s.worksheet]] for s in whole)
    n, z = len(whole), NormalDist().inv_cdf(0.975)
    if n < 5:
        return []
    p = came["yes"] / n
    root = z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
    low, high = ((p + z * z / (2 * n) + way * root) / (1 + z * z / n) for way in (-1, 1))
    each = Counter(TITLES[s.worksheet] for s in whole)
    kinds = ", ".join(f"{title} {each[title]}" for title in sorted(each))
    return [
        f"Over all finished sheets, {n} predictions came to their day: {came['yes']} happened, "
        f"{came['partly']} in part, {came['no']} did not. 95 % interval for “happened”: "
        f"{100 * low:.0f} to {100 * high:.0f} %." + f" Of these: {kinds}." * (len(each) > 1)
    ]


def load(life: Life) -> str:
    """How much is set on the busiest day, and a day."""
    busiest = max(
        sum(len(one.times) for one in life.practices if day in one.days) for day in range(1, 8)
    )
    minutes = sum(
        MINUTES[one.worksheet] * len(one.times) * len(one.days) / 7 for one in life.practices
    )
    prompts = f"{busiest} prompt{'s' * (busiest != 1)}"
    about = f"{round(minutes)} minute{'s' * (round(minutes) != 1)}"
    return f"Set now: up to {prompts} on one day, about {about} a day."


def below(life: Life, days: int) -> list[str]:
    """What holds over all practices."""
    due, said = moments(life, days), predictions(life)
    if life.practices:
        said.append(load(life))
    if off := sum(one.snoozes > 0 for one in due):
        said.append(f"{off} prompt{'s were' if off > 1 else ' was'} put off.")
    if much := sum(one.reason == "too_much" for one in due):
        said.append(f"“Too much” was pressed {times(much)}.")
    lost = Counter(UNDELIVERED[m.reason or ""] for m in due if m.state == "not_delivered")
    if lost:
        told = ", ".join(f"{n} {why}" for why, n in lost.items())
        said.append(f"Not delivered, not their doing: {told}")
    if kept := sum(one.sharing == "nothing" for one in sheets(life, days)):
        many = f"{kept} entries are kept by the client and stay out of this, but for their states."
        one = "1 entry is kept by the client and stays out of this, but for its state."
        said.append(one if kept == 1 else many)
    return said


def brief(life: Life, days: int, hint: str = "") -> list[str]:
    """Every line of somebody's brief, without the empty ones between."""
    lines = [f"{life.name}, {long(begin(days).astimezone(HERE).date())} to {long(TODAY)}"]
    lines.append(next_session(life))
    brought = [one for one in sheets(life, days) if one.worksheet == BRIDGE]
    if brought:
        lines.append(f"For the session, written {long(brought[-1].closed.date())}:")
        lines += bridge(brought[-1])
    told = ["too much"] + ["for the session"] * bool(brought)
    waits = [said for said in pressing(life, days) if not any(part in said for part in told)]
    lines += [said[:1].upper() + said[1:] for said in (*waits, *paused(life))]
    if any(one.read is None for one in life.sheets):
        lines.append("An entry stays unread until you open it, also where it is quoted below.")
    for one in sorted(life.practices, key=lambda each: -each.since):
        lines += practice(life, one, days)
    if not life.practices:
        lines.append("Nothing is set, and nothing was written in these days.")
    return lines + below(life, days) + ([hint] if hint else [])


def next_session(life: Life) -> str:
    """When the next session is, if that is known."""
    at = life.session.astimezone(HERE) if life.session else None
    none = "No session date is set. /session sets one."
    return f"Next session: {at:%a} {at.day} {at:%b %H:%M}" if at else none


def bridge(one: Sheet) -> list[str]:
    """What is brought to the session, a line each."""
    labels = {"week": "Since the last time", "well": "What went well", "topic": "Most important"}
    return [f"{label}: {one.answers[key]}" for key, label in labels.items()]


def practice_line(one: Practice) -> str:
    """What is set: its rhythm, that it was agreed, its end."""
    at = ", ".join(f"{time:%H:%M}" for time in one.times)
    names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    days = "every day" if len(one.days) == 7 else ", ".join(names[d - 1] for d in sorted(one.days))
    until = TODAY + timedelta(days=LASTS)
    return (
        f"{TITLES[one.worksheet]}: {days} at {at}; agreed, until {until:%a} {until.day} {until:%b}"
    )


def page(life: Life) -> list[str]:
    """Every line of somebody's page."""
    lines = [f"{life.name}, {long(begin(7).astimezone(HERE).date())} to {long(TODAY)}"]
    recent = sheets(life, 7)
    said = [*pressing(life, 7), *paused(life), rate(moments(life, 7), recent)]
    said = ["has not joined yet"] if life.state == "invited" else said
    lines += [one[:1].upper() + one[1:] for one in said]
    if life.state == "invited":
        return lines
    lines.append(next_session(life))
    brought = [one for one in recent if one.worksheet == BRIDGE]
    if brought:
        lines.append(f"For the session, written {long(brought[-1].closed.date())}:")
        lines += bridge(brought[-1])
    lines += [practice_line(one) for one in life.practices]
    lines.append(load(life) if life.practices else "Nothing is set right now.")
    lines.append(
        "At most: 4 prompts and 2 reminders a day; 2 practices at a time, beside one "
        "self-monitoring; 30 minutes a day without a reason."
    )
    theirs = NOW.astimezone(ZoneInfo(life.zone))
    if theirs.utcoffset() != NOW.astimezone(HERE).utcoffset():
        lines.append(f"Their clock says {theirs:%H:%M}.")
    lines += [
        f"Agreed: {TITLES[one.worksheet]}: every day at {one.times[0]:%H:%M}"
        for one in life.practices
        if one.since < 7
    ]
    for worksheet in sorted({one.worksheet for one in recent}):
        lines += over_all(life, worksheet)
    found = series([s for s in recent if s.worksheet == CHECKS and s.sharing != "nothing"])
    for one in reversed(recent):
        if shown(one):
            day = long(one.closed.astimezone(HERE).date())
            found.append(f"{day}: {', '.join(shown(one))}")
    return lines + found[:3]
