"""What a therapist's form proposes for a client: a form that is not too much, times that fit.

Taken from what the client told about their days, and never inside their quiet hours. Only proposed:
any form may be chosen, any time typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from conversations.model import Clock
from conversations.session import VARIANTS, Option, Variant
from conversations.texts import Texts
from homework import nights, profile
from homework.anchoring import waking_of
from homework.house import House
from homework.profile import HOURS, Profile
from homework.schedule import WEEK, Weekly
from homework.store.database import Unit
from homework.store.people import Client
from homework.waking import Waking

SHORT = 5
"""Minutes a day up to which a full form is too long."""
TAKES = frozenset({"reading", "writing", "focus"})
"""What is hard about a full form for some."""
BY_TIME: Mapping[str, tuple[str, ...]] = {
    "midday": ("12:30", "13:00"),
    "afternoon": ("15:00", "17:00"),
    "evening": ("18:30", "20:00", "20:30"),
}
BY_DAY: Mapping[str, tuple[str, ...]] = {
    "work": ("12:30", "18:00", "20:00", "20:30"),
    "home": ("10:00", "14:00", "17:00", "20:00"),
}
"""Times beside the morning's, which hang on when the client wakes up."""
AFTER_WAKING = (30, 90)
TIMES = ("time", "time_2", "time_around", "time_after")
"""The steps of the form that ask for a time."""


def form(told: Profile) -> Variant | None:
    """Return the form that fits what a client told, None where nothing speaks against any."""
    hard = bool(TAKES & set(told.hard))
    short = told.minutes is not None and told.minutes <= SHORT
    return "minute" if hard and short else "light" if hard or short else None


def times(told: Profile, waking: Waking) -> tuple[time, ...]:
    """Return the times of day that fit what a client told, () where they told nothing of it."""
    names = told.best or (("morning",) if told.days in BY_DAY else ())
    found = {time.fromisoformat(at) for name in told.best for at in BY_TIME.get(name, ())}
    if not told.best:
        found = {time.fromisoformat(at) for at in BY_DAY.get(told.days or "", ())}
    if "morning" in names:
        found |= set(_after_waking(waking))
    return tuple(sorted(found))


def _after_waking(waking: Waking) -> Iterable[time]:
    """Yield half hours after waking up that still are in the morning."""
    for minutes in AFTER_WAKING:
        woke = datetime.combine(date(2027, 1, 4), waking.work)
        at = woke + timedelta(minutes=minutes + -(woke.minute + minutes) % 30)
        if at.day == woke.day and HOURS["morning"][0] <= at.hour < HOURS["morning"][1]:
            yield at.time()


def loud(client: Client, wanted: Iterable[time]) -> tuple[time, ...]:
    """Return those times that lie in no night of the week of a client."""
    return tuple(at for at in wanted if nights.inside(client, [Weekly(WEEK, at)]) is None)


async def handed(
    unit: Unit, house: House, client: Client, texts: Texts
) -> dict[str, tuple[Option, ...]]:
    """Return what the form /assign is handed for a client: forms, the fitting one first, times."""
    told = await profile.of(unit, client.id)
    return {"variant": _forms(told, texts), **await _times(unit, house, client, told)}


def _forms(told: Profile, texts: Texts) -> tuple[Option, ...]:
    fitting = form(told)
    labels = {one: texts.plain(f"suggest-{one}") for one in VARIANTS}
    if fitting is not None:
        labels[fitting] = texts.plain("suggest-fits", form=labels[fitting])
    order = sorted(VARIANTS, key=lambda one: one != fitting)
    return tuple(Option(one, labels[one]) for one in order)


async def _times(
    unit: Unit, house: House, client: Client, told: Profile
) -> dict[str, tuple[Option, ...]]:
    """Return the times for each step that asks for one; its own where the client told nothing."""
    mine = times(told, await waking_of(unit, client))
    sheet = house.shelf.worksheet(house.shelf.forms["assign"])
    found: dict[str, tuple[Option, ...]] = {}
    for name in TIMES:
        step = sheet.by_id[name]
        usual = step.suggest if isinstance(step, Clock) else ()
        found[name] = _options(loud(client, mine or map(time.fromisoformat, usual)))
    return found


def _options(found: Sequence[time]) -> tuple[Option, ...]:
    return tuple(Option(said, said) for at in found if (said := f"{at:%H:%M}"))
