"""What has to be said of one practice of a known year, and over all sheets of a kind.

Counted apart from the program, as `known_truth.py` is.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.support.known_lives import (
    BOTH_SIDES,
    CATCHING,
    CHECKS,
    DONE,
    HERE,
    TODAY,
    TRYING,
    WORRY,
    Life,
    Moment,
    Practice,
    Sheet,
    by_time,
)

TITLES = {
    BOTH_SIDES: "Thought record: looking at both sides",
    CATCHING: "Thought record: catching the thought",
    CHECKS: "Check-in: how it is right now",
    WORRY: "Worry check: what came of it",
    TRYING: "Experiment: testing a thought",
}
STEPS = {"evidence_for": "What speaks for it", "evidence_against": "What does not fit it"}
BESIDE = {
    "skipped": "skipped",
    "paused": "paused",
    "not_delivered": "not delivered",
    "alone": "written without a prompt",
}
WHY = {
    "busy": "busy",
    "unwell": "unwell",
    "not_relevant": "did not fit",
    "too_hard": "too hard",
    "too_much": "too much",
}


def begin(days: int) -> datetime:
    """The instant at which the last so many days begin, today included."""
    return datetime.combine(TODAY - timedelta(days=days - 1), time(0), HERE).astimezone(UTC)


def long(day: date) -> str:
    """A day as it stands in sentences: "Mar 6, 2026"."""
    return f"{day:%b} {day.day}, {day.year}"


def times(count: int) -> str:
    """How often: "once" or "2 times"."""
    return "once" if count == 1 else f"{count} times"


def moments(life: Life, days: int, one: Practice | None = None) -> list[Moment]:
    """The moments of the last days, of one practice or of all."""
    start = begin(days)
    return [m for m in by_time(life) if m.at >= start and one in (None, m.practice)]


def sheets(life: Life, days: int, one: Practice | None = None) -> list[Sheet]:
    """What was finished in the last days, for one practice or at all."""
    start = begin(days)
    return [s for s in life.sheets if s.closed >= start and one in (None, s.practice)]


def rate(found: Iterable[Moment], written: Iterable[Sheet], *, whole: bool = False) -> str:
    """So many done of so many that count, and what stays out; `whole`: also what was not begun."""
    states = Counter(one.state for one in found)
    written = list(written)
    states["alone"] = sum(not one.prompted for one in written)
    recalled = sum(one.recalled for one in written)
    done = sum(states[state] for state in DONE)
    n = done + states["partial"] + states["missed"]
    said: list[str] = []
    if n:
        percent = f" ({int(100 * done / n + 0.5)} %)" if n >= 5 else ""
        said.append(f"{done} of {n} done{percent}")
    said += [f"{states['partial']} partly"] if states["partial"] else []
    said += [f"{states['missed']} not begun"] if whole and states["missed"] else []
    said += [f"{recalled} from memory"] if recalled else []
    said += [f"{states[key]} {words}" for key, words in BESIDE.items() if states[key]]
    return ", ".join(said) if n or any(states[key] for key in BESIDE) else "nothing was due"


def changes(one: Sheet) -> list[tuple[str, int, int]]:
    """What was rated twice in a sheet: the name, before, after."""
    if one.sharing == "nothing":
        return []
    said = one.answers
    if one.worksheet == BOTH_SIDES and "moods_now" in said:
        (first,), (last,) = said["moods"], said["moods_now"]
        return [(first["name"], first["rating"], last["rating"])]
    if one.worksheet == TRYING:
        return [("Belief", said["belief_before"], said["belief_after"])]
    return []


def shown(one: Sheet) -> list[str]:
    """What may be shown of a sheet without opening it."""
    said, found = one.answers, [f"{name} {a} → {b}" for name, a, b in changes(one)]
    if one.sharing != "all":
        return found
    if one.worksheet == WORRY:
        came = {"no": "No", "partly": "In part", "yes": "Yes"}[said["came"]]
        return [f"the worry “{said['worry']}” | came true “{came}”"]
    if one.worksheet == TRYING:
        return [f"predicted “{said['prediction']}” | happened “{said['happened']}”", *found]
    return found


def over_all(life: Life, worksheet: str) -> list[str]:
    """What adds up over all sheets of a kind, from five on."""
    if worksheet == BOTH_SIDES:
        return believed(life)
    every = [s for s in life.sheets if s.worksheet == worksheet and s.sharing == "all"]
    if len(every) < 5:
        return []
    if worksheet == TRYING:
        first = sum(s.answers["belief_before"] for s in every) / len(every)
        last = sum(s.answers["belief_after"] for s in every) / len(every)
        return [f"Belief: {first:.1f} → {last:.1f} on average of {len(every)} so far"]
    if worksheet == WORRY:
        came = Counter(s.answers["came"] for s in every)
        likely = sum(s.answers["likely"] for s in every) / len(every)
        labels = {"no": "No", "partly": "In part", "yes": "Yes"}
        told = " · ".join(f"{label} {came[key]}" for key, label in labels.items() if came[key])
        return [
            f"{TITLES[WORRY]}: looked back on {len(every)} so far. Came true: {told}; "
            f"before, How likely was {likely:.0f} on average of {len(every)}"
        ]
    return []


def believed(life: Life) -> list[str]:
    """How often the new thought was believed below 50, of the last ten rated ones."""
    found = sorted(life.sheets, key=lambda one: one.began)
    shared = [s for s in found if s.worksheet == BOTH_SIDES and s.sharing != "nothing"]
    rated = [s for s in shared if "balanced_belief" in s.answers][-10:]
    low = [s for s in rated if s.answers["balanced_belief"] < 50]
    if len(rated) < 5 or not low:
        return []
    said = f"Thought that fits both sides, believed below 50: {len(low)} of the last {len(rated)}"
    open_all = all(s.sharing == "all" for s in low)
    both = f"; with facts written down on both sides: {len(low)} of them" if open_all else ""
    return [said + both]


def series(found: list[Sheet]) -> list[str]:
    """The ratings of right now: how many, from where to where."""
    points = [(one.names["state_1"], one.answers["state_1"]) for one in found]
    lines: list[str] = []
    for name in dict.fromkeys(name for name, _ in points):
        values = [value for other, value in points if other == name]
        ends = f"from {min(values)} to {max(values)}"
        many = f"{name}: {len(values)} answers, {ends}"
        mean = f", mean {sum(values) / len(values):.1f}" if len(values) >= 5 else ""
        lines.append(f"{name}: 1 answer, {values[0]}" if len(values) == 1 else many + mean)
    return lines


def parts(life: Life, found: list[Moment]) -> str:
    """When prompts were left alone, by the client's own clock."""
    counts: dict[str, list[int]] = {}
    for one in found:
        if one.state in (*DONE, "partial", "missed"):
            hour = one.at.astimezone(ZoneInfo(life.zone)).hour
            part = "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"
            counts.setdefault(part, []).append(one.state == "missed")
    left = sum(map(sum, counts.values()))
    if left < 2 or len(counts) < 2:
        return ""
    order = [part for part in ("morning", "afternoon", "evening") if part in counts]
    told = ", ".join(f"{part} {sum(counts[part])} of {len(counts[part])}" for part in order)
    return f"Not begun, by time of day: {told}"


def practice(life: Life, one: Practice, days: int) -> list[str]:
    """What the brief says of one practice."""
    due, written = moments(life, days, one), sheets(life, days, one)
    lines = [f"{TITLES[one.worksheet]}: {rate(due, written, whole=True)}"]
    stopped = Counter(STEPS[m.step or ""] for m in due if m.state == "partial")
    if stopped:
        lines.append("Stopped at: " + ", ".join(f"“{s}” {n} ×" for s, n in stopped.most_common(3)))
    skipped = Counter(WHY[m.reason or ""] for m in due if m.state == "skipped")
    if skipped:
        lines.append("Skipped: " + ", ".join(f"{why} {n} ×" for why, n in skipped.items()))
    lines += [said] if (said := parts(life, due)) else []
    if one.momentary:
        return lines + series([s for s in written if s.sharing != "nothing"])
    lines += over_all(life, one.worksheet) if written else []
    twice = [(a, b) for sheet in written for _, a, b in changes(sheet)]
    if len(twice) > 1:
        down, same = sum(b < a for a, b in twice), sum(b == a for a, b in twice)
        up = len(twice) - down - same
        told = f"lower the second time {down}, the same {same}, higher {up}"
        lines.append(f"Rated twice: {len(twice)} times; {told}")
    telling = [sheet for sheet in written if shown(sheet)]
    if telling:
        day = long(telling[-1].closed.astimezone(HERE).date())
        lines.append(f"Newest, {day}: {'; '.join(shown(telling[-1]))}")
    if said := quote(written):
        words, day = said
        same = bool(telling) and telling[-1].closed.astimezone(HERE).date() == day
        lines.append(f"“{words}”" if same else f"“{words}” ({long(day)})")
    return lines


def quote(written: list[Sheet]) -> tuple[str, date] | None:
    """The newest words that are shared: those that the sheet itself shows back, the last first;
    and their day."""
    for one in reversed(written):
        said = one.answers if one.sharing == "all" else {}
        for step in ("happened", "prediction", "balanced", "hot_thought", "situation", "belief"):
            if said.get(step):
                return str(said[step]), one.closed.astimezone(HERE).date()
    return None
