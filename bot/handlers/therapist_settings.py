"""A therapist's own settings: the zone, the hours, the contact and the time of the digest."""

import re
from datetime import time

from bot.exchange import Exchange
from bot.handlers import languages, screen_lock, therapist_hours
from bot.handlers.client_joins import (
    cities_meant,
    city_buttons,
    which_city,
    zone_label,
)
from bot.handlers.client_plan import taken
from bot.handlers.therapist_reviews import refused
from conversations.message import tap
from homework import briefing, covering, digesting, helping, places, weekhours
from homework.store import contacts, people, safety_plans

_TIME = re.compile(r"^\s*(\d{1,2})(?:[:.h](\d\d))?\s*$")
AFTER_HOURS_LIMIT = 500
DAYS = {"daily": "1234567", "work": "12345", "weekly": "1"}


async def settings(turn: Exchange) -> None:
    """/settings: what is set, a button to change each."""
    therapist, texts = turn.therapist, turn.texts
    if therapist.zone is None:
        await ask_zone(turn)
        return
    hours = weekhours.from_json(therapist.hours)
    text = texts.html(
        "therapist-settings",
        zone=zone_label(turn, therapist.zone),
        hours=weekhours.words(hours, texts) if hours else texts.plain("hours-none"),
        time=therapist.digest_at,
        days=texts.plain(f"digest-{_days_name(therapist.digest_days)}"),
    )
    contact = await contacts.of_therapist(turn.unit, therapist.id)
    text += "\n" + await therapist_hours.contact_words(turn, contact)
    text += "\n" + lead_words(turn, therapist.brief_minutes)
    if therapist.away_until and covering.is_away(therapist, turn.now):
        back = covering.back_words(therapist, therapist.away_until, texts)
        text += "\n" + texts.html("away-now", back=back)
    rows = [
        (tap(texts.plain("set-digest-time"), "tset", "time", "ask"),),
        tuple(tap(texts.plain(f"digest-{key}"), "tset", "days", key) for key in DAYS),
        (tap(texts.plain("set-brief"), "tset", "brief", "ask"),),
        (tap(texts.plain("set-hours"), "hours", "set", "ask"),),
        (tap(texts.plain("set-contact"), "hours", "who", "ask"),),
        (tap(texts.plain("set-after-hours"), "tset", "after", "ask"),),
        (tap(texts.plain("set-zone"), "tset", "zone", "ask"),),
        (tap(texts.plain("set-lock"), "tset", "lock", "ask"),),
        *languages.row(turn),
    ]
    if turn.who.client is not None:
        rows.append((tap(texts.plain("set-own-practice"), "set", "own", "ask"),))
    turn.say(text, tuple(rows))


def _days_name(days: str) -> str:
    return next((key for key, value in DAYS.items() if value == days), "daily")


async def ask_zone(turn: Exchange) -> None:
    """Ask where the therapist works: needed for the digest's time."""
    await turn.expect("tset.zone")
    turn.say(turn.texts.html("therapist-zone-ask"))


async def pressed(turn: Exchange) -> None:
    """A button of the settings."""
    match turn.key:
        case "time":
            await turn.expect("tset.time")
            turn.say(turn.texts.html("set-digest-time-ask"))
        case "days" if turn.value in DAYS:
            await people.change_therapist(
                turn.unit, turn.therapist.id, digest_days=DAYS[turn.value]
            )
            await digesting.plan(turn.unit, turn.therapist.id)
            turn.say(turn.texts.html(f"digest-set-{turn.value}"))
        case "brief" if turn.value == "ask":
            leads = [(tap(_lead(turn, one), "tset", "brief", str(one)),) for one in briefing.LEADS]
            turn.say(turn.texts.html("set-brief-ask"), tuple(leads))
        case "brief" if turn.value in map(str, briefing.LEADS):
            await _set_lead(turn, int(turn.value))
        case "lock":
            await screen_lock.pressed(turn)
        case "zone":
            await ask_zone(turn)
        case "after":
            await _ask_after_hours(turn)
        case "tz" if places.is_zone(turn.value):
            await _set_zone(turn, turn.value)
        case _:
            turn.notice = turn.texts.plain("tap-stale")


def lead_words(turn: Exchange, minutes: int) -> str:
    """Return how long before a session the brief comes."""
    if not minutes:
        return turn.texts.html("brief-setting-none")
    return turn.texts.html("brief-setting", lead=_lead(turn, minutes))


def _lead(turn: Exchange, minutes: int) -> str:
    return turn.texts.plain(f"brief-lead-{minutes}")


async def _set_lead(turn: Exchange, minutes: int) -> None:
    await people.change_therapist(turn.unit, turn.therapist.id, brief_minutes=minutes)
    await turn.reread()
    await briefing.plan_all(turn.unit, turn.therapist)
    lead = {"lead": _lead(turn, minutes)}
    said = turn.texts.html("set-brief-done", **lead) if minutes else None
    turn.say(said or turn.texts.html("set-brief-off"))


async def typed(turn: Exchange, what: str) -> None:
    """A time, a passphrase or a city was typed."""
    if what == screen_lock.TYPED:
        await screen_lock.typed(turn)
        return
    if what == "tset.time":
        await _typed_time(turn)
        return
    if what == "tset.after":
        await _typed_after_hours(turn)
        return
    found = cities_meant(turn)
    if len(found) == 1:
        await _set_zone(turn, found[0].zone)
    else:
        which_city(turn, city_buttons(turn, found, "tset"))


async def _typed_time(turn: Exchange) -> None:
    found = _TIME.match(turn.incoming.text)
    try:
        at = time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        at = None
    if at is None:
        turn.say(turn.texts.html("set-digest-time-wrong"))
        return
    await turn.expect(None)
    await people.change_therapist(turn.unit, turn.therapist.id, digest_at=f"{at:%H:%M}")
    await digesting.plan(turn.unit, turn.therapist.id)
    key = "set-digest-time-outside" if _outside(turn, at) else "set-digest-time-done"
    turn.say(turn.texts.html(key, time=f"{at:%H:%M}"))


async def _ask_after_hours(turn: Exchange) -> None:
    """Ask for what clients read in /crisis about the hours in which nobody works."""
    await turn.expect("tset.after")
    now = await safety_plans.out_of_hours(turn.unit, turn.therapist.id)
    said = [turn.texts.html("after-hours-ask")]
    if now:
        said.append(turn.texts.html("after-hours-now", words=now))
    turn.say("\n\n".join(said))


async def _typed_after_hours(turn: Exchange) -> None:
    text = turn.incoming.text.strip()
    if refused(turn, text, AFTER_HOURS_LIMIT):
        return
    await turn.expect(None)
    words = taken(text)
    await safety_plans.say_out_of_hours(turn.unit, turn.therapist.id, words or None)
    await helping.pin_anew_of(turn.unit, turn.house, turn.therapist.id)
    turn.say(turn.texts.html("after-hours-kept" if words else "after-hours-gone"))


def _outside(turn: Exchange, at: time) -> bool:
    """Whether a time of day lies outside the therapist's hours on one of their days."""
    spans = weekhours.from_json(turn.therapist.hours).values()
    return any(not start <= f"{at:%H:%M}" < end for start, end in spans)


async def _set_zone(turn: Exchange, zone: str) -> None:
    first = turn.therapist.zone is None
    await turn.expect(None)
    country = places.country_of(zone)
    await people.change_therapist(turn.unit, turn.therapist.id, zone=zone, country=country)
    await turn.reread()
    await digesting.plan(turn.unit, turn.therapist.id)
    await briefing.plan_all(turn.unit, turn.therapist)
    key = "therapist-zone-kept" if first else "set-zone-done"
    turn.say(turn.texts.html(key, zone=zone_label(turn, zone)))
    if turn.therapist.hours is None:
        await therapist_hours.ask_hours(turn)
