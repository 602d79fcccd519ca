"""A client's own settings: place and zone, discreet prompts; pause. Quiet hours and what may be
asked at most stand in `client_limits.py`."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.exchange import Exchange
from bot.handlers import (
    client_contract,
    client_limits,
    client_rights,
    client_times,
    help_now,
    languages,
)
from bot.handlers.client_joins import (
    cities_meant,
    city_buttons,
    in_columns,
    which_city,
    zone_label,
)
from conversations.message import Button, tap
from conversations.texts import Texts
from homework import pausing, places, planning, stilling
from homework.moments import zone_of
from homework.prompt_texts import day_words
from homework.rhythm import moment_words
from homework.store import audit, people
from homework.store.people import Client

PAUSES = {"d1": 1, "d3": 3, "w1": 7, "w2": 14, "w4": 28}
SAME_PAUSE = timedelta(minutes=1)
"""Pressed twice is said once."""
LENGTH = "pause.length"
"""How long is asked: a text may say it."""
REST = "rest"
"""The same of one practice, whose id stands behind a dot."""


# Pause -------------------------------------------------------------------------------------------


async def pause(turn: Exchange) -> None:
    """/pause, with a length or with buttons."""
    if turn.client.stopped_at is not None:
        client_rights.say_still(turn)
        return
    length = length_said(turn, turn.incoming.args)
    if length is not None:
        await pause_for(turn, length)
        return
    await _ask_length(turn, again=bool(turn.incoming.args))


async def _ask_length(turn: Exchange, *, again: bool) -> None:
    """Ask how long, with buttons; `again`: what was written is no length."""
    if again:
        turn.say(turn.texts.html("pause-length"))
    rows = in_columns(
        [tap(turn.texts.plain(f"pause-{key}"), "pause", "", key) for key in PAUSES], 2
    )
    turn.say(turn.texts.html("pause-ask"), rows)
    await turn.expect(LENGTH)


def length_said(turn: Exchange, text: str, *, bare: bool = True) -> timedelta | None:
    """Return how long a client wants quiet, from now; None: their words do not say it.

    `bare`: a day alone says it too.
    """
    local = turn.now.astimezone(zone_of(turn.client))
    return pausing.length_meant(text, local, turn.texts.language.days, bare=bare)


def is_for_sheet(turn: Exchange, expecting: str) -> bool:
    """Whether a text is no length of a pause and belongs to the sheet that stands open, as a day
    alone may; words of danger are not asked about once more."""
    if expecting != LENGTH and not expecting.startswith(f"{REST}."):
        return False
    is_open = turn.desk.open_for(turn.who) is not None
    no_length = length_said(turn, turn.incoming.text, bare=not is_open) is None
    return no_length and (turn.alarming or is_open)


async def pause_typed(turn: Exchange, _: str) -> None:
    """How long was asked, and something was written: a length, or the question once more."""
    length = length_said(turn, turn.incoming.text)
    if length is None:
        await _ask_length(turn, again=True)
        return
    await turn.expect(None)
    await pause_for(turn, length)


async def pause_pressed(turn: Exchange) -> None:
    """A length of the pause was chosen."""
    if turn.value not in PAUSES:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await pause_for(turn, timedelta(days=PAUSES[turn.value]))


async def pause_for(turn: Exchange, length: timedelta) -> None:
    """Pause, say until when, and tell the therapist."""
    if turn.client.stopped_at is not None:
        client_rights.say_still(turn)
        return
    before = turn.client.paused_until
    stood = await stilling.still(turn.unit, turn.house, turn.client)
    until = await pausing.pause(turn.unit, turn.house, turn.person, turn.client, length)
    local = until.astimezone(zone_of(turn.client))

    def words(texts: Texts) -> str:
        return f"{day_words(local.date(), texts)} {local:%H:%M}"

    row = (tap(turn.texts.plain("resume-now"), "cmd", "resume", "go"),)
    said = turn.texts.html("pause-set", until=words(turn.texts))
    await turn.redraw(stilling.words(turn.texts, stood, said), (row,))
    if before is None or abs(until - before) > SAME_PAUSE:
        await turn.tell_therapists(turn.client, "told-paused", until=words)


async def resume(turn: Exchange) -> None:
    """/resume: prompts begin again."""
    if await client_rights.come_back(turn):
        return
    if await pausing.resume(turn.unit, turn.person.id, turn.client):
        turn.say(turn.texts.html("resume-done"))
        await turn.tell_therapists(turn.client, "told-resumed")
    else:
        turn.say(turn.texts.html("resume-nothing"))


# Settings ----------------------------------------------------------------------------------------


async def settings(turn: Exchange) -> None:
    """/settings: what is set, a button to change each."""
    client, texts = turn.client, turn.texts
    rows = (
        (tap(texts.plain("set-quiet"), "set", "quiet", "ask"),),
        (tap(texts.plain("set-quiet-days"), "set", "nights", "ask"),),
        (tap(texts.plain("set-most"), "set", "most", "ask"),),
        (tap(texts.plain("set-times"), "set", "times", "ask"),),
        (tap(texts.plain("set-zone"), "set", "zone", "ask"),),
        (
            tap(
                texts.plain("set-discreet-off" if client.discreet else "set-discreet-on"),
                "set",
                "discreet",
                "off" if client.discreet else "on",
            ),
        ),
        *languages.row(turn),
        (tap(texts.plain("set-agreed"), "set", "agreed", "ask"),),
        (tap(texts.plain("set-profile"), "prof", "all", "ask"),),
        (tap(texts.plain("set-plan"), "myplan", "", "show"),),
        (_tidy_button(texts, client),),
        (tap(texts.plain("set-privacy"), "cmd", "privacy", "go"),),
    )
    text = texts.html(
        "settings-now",
        quiet=client_limits.quiet_words(turn, client),
        zone=zone_label(turn, client.zone or "UTC"),
        country=places.country_name(client.country or "", texts.locale) or "-",
        discreet=texts.plain("yes" if client.discreet else "no"),
    )
    turn.say(text, rows)


def _tidy_button(texts: Texts, client: Client) -> Button:
    way = "off" if client.tidies else "on"
    return tap(texts.plain(f"set-tidy-{way}"), "set", "tidy", way)


async def pressed(turn: Exchange) -> None:
    """A button of the settings."""
    match turn.key:
        case "quiet" if turn.value == "ask":
            await client_limits.ask_quiet(turn)
        case "nights":
            await client_limits.nights_pressed(turn)
        case "most":
            await client_limits.show_most(turn)
        case "zone" if turn.value == "ask":
            await turn.expect("set.zone")
            turn.say(turn.texts.html("set-zone-ask"))
        case "times":
            await client_times.show(turn)
        case "tz" if places.is_zone(turn.value):
            await _set_zone(turn, turn.value)
        case "cc" if turn.value == "keep" or places.country_name(turn.value):
            await _set_country(turn, turn.value)
        case "own":
            await settings(turn)
        case "discreet" if turn.value in ("on", "off"):
            on = turn.value == "on"
            await people.change_client(turn.unit, turn.client.id, discreet=on)
            turn.say(turn.texts.html("set-discreet-now-on" if on else "set-discreet-now-off"))
        case "tidy" if turn.value in ("on", "off"):
            await people.change_client(turn.unit, turn.client.id, tidies=turn.value == "on")
            turn.say(turn.texts.html(f"set-tidy-now-{turn.value}"))
        case "agreed":
            await client_contract.agreements(turn)
        case _:
            turn.notice = turn.texts.plain("tap-stale")


async def typed(turn: Exchange, what: str) -> None:
    """Quiet hours or a place were typed."""
    if what in ("set.quiet", "set.nights"):
        await client_limits.typed_quiet(turn)
        return
    found = cities_meant(turn)
    if len(found) == 1:
        await _set_zone(turn, found[0].zone)
    else:
        which_city(turn, city_buttons(turn, found, "set"))


async def _set_zone(turn: Exchange, zone: str) -> None:
    await turn.expect(None)
    await people.change_client(turn.unit, turn.client.id, zone=zone)
    changed = await people.client_by_id(turn.unit, turn.client.id)
    if changed is not None:
        await planning.clock_changed(turn.unit, changed)
    await audit.note(turn.unit, turn.person.id, "client.zone", turn.client.id)
    text = turn.texts.html("set-zone-done", zone=zone_label(turn, zone))
    if changed is not None and (coming := await planning.coming(turn.unit, changed)):
        text += " " + turn.texts.html(
            "set-zone-next",
            title=turn.house.sheet(coming[0].assignment.worksheet, turn.texts).title,
            when=moment_words(coming[0].at, coming[0].rule, ZoneInfo(zone), turn.texts),
        )
    turn.say(text)
    country = places.country_of(zone)
    if country is not None and country != turn.client.country:
        _ask_country(turn, country)


def _ask_country(turn: Exchange, country: str) -> None:
    """Another clock may be another country, and then other help lines: asked, never assumed."""
    name = places.country_name(country, turn.texts.locale) or country
    kept = places.country_name(turn.client.country or "", turn.texts.locale) or "-"
    rows = (
        (tap(turn.texts.plain("set-country-yes", country=name), "set", "cc", country),),
        (tap(turn.texts.plain("set-country-no", country=kept), "set", "cc", "keep"),),
    )
    turn.say(turn.texts.html("set-country-ask", country=name), rows)


async def _set_country(turn: Exchange, country: str) -> None:
    if country == "keep":
        await turn.redraw(turn.texts.html("set-country-kept"))
        return
    await people.change_client(turn.unit, turn.client.id, country=country)
    await turn.redraw(turn.texts.html("set-country-done"))
    await help_now.show_for(turn, country, pin=True)
