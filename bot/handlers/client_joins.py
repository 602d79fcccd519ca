"""A client comes in: language, 18 or over, consent, country, zone; at most six taps.

Consent stands before any question about the person. The crisis text is sent and pinned, so that it
can be read while the bot is down.
"""

from zoneinfo import ZoneInfo

from bot.exchange import Exchange
from bot.handlers import client_consents, help_now, languages
from bot.handlers.therapist_minors import guardian_buttons
from conversations.message import Button, Rows, tap
from conversations.texts import Texts
from homework import cities, joining, places
from homework.cities import City
from homework.store import people
from homework.store.people import Client

COLUMNS = 2
MOST_ZONES = 40


async def ask_current(turn: Exchange, client: Client) -> None:
    """Put the question of joining that stands open (again)."""
    match client.joining_step:
        case "language" if len(turn.languages) > 1 and not client.is_self:
            languages.ask(turn)
        case "language" | "age":
            await joining.move_on(turn.unit, client, "age")
            turn.say(turn.texts.html("join-age"), _yes_no(turn, "age"))
        case "consent":
            await client_consents.ask(turn)
        case "country":
            await ask_country(turn)
        case "zone":
            await ask_zone(turn, client.country or "")
        case _:
            turn.say(turn.texts.html("join-waiting"))


def _yes_no(turn: Exchange, key: str) -> Rows:
    yes = tap(turn.texts.plain(f"join-{key}-yes"), "join", key, "yes")
    no = tap(turn.texts.plain(f"join-{key}-no"), "join", key, "no")
    return ((yes,), (no,))


async def pressed(turn: Exchange) -> None:
    """A button of joining was pressed; only the question that stands open is taken."""
    client = turn.client
    open_step = client.joining_step or ""
    asked = {"age": "age", "cc": "country", "tz": "zone"}
    if client.state != "joining" or asked.get(turn.key) != open_step:
        turn.notice = turn.texts.plain("tap-stale")
        return
    match turn.key:
        case "age":
            await _answered_age(turn)
        case "cc":
            await _chose_country(turn, turn.value)
        case _:
            await _chose_zone(turn, turn.value)


async def begin(turn: Exchange) -> None:
    """Say who invited, and put the first question; the language is asked before any words."""
    client = turn.client
    if client.joining_step != "language" or len(turn.languages) == 1 or client.is_self:
        carers = await people.therapists_of(turn.unit, client.id)
        turn.say(turn.texts.html("join-hello", therapist=carers[0].name if carers else ""))
    await ask_current(turn, client)


async def chose_language(turn: Exchange) -> None:
    """The language is set: go on with the question that stands open."""
    if turn.client.joining_step == "language":
        await joining.move_on(turn.unit, turn.client, "age")
        await turn.reread()
        await begin(turn)
    else:
        await ask_current(turn, turn.client)


async def _answered_age(turn: Exchange) -> None:
    if turn.value == "yes":
        await joining.move_on(turn.unit, turn.client, "consent")
        await turn.redraw(turn.texts.html("join-age-kept"))
        await client_consents.ask(turn)
        return
    if turn.value != "no":
        turn.notice = turn.texts.plain("tap-stale")
        return
    await joining.under_age(turn.unit, turn.client)
    await turn.redraw(turn.texts.html("join-under-age"))
    await help_now.show(turn)
    key = turn.client.id

    def record(texts: Texts) -> Rows:
        return guardian_buttons(texts, key)

    await turn.tell_therapists(turn.client, "told-under-age", record if turn.house.minors else ())


async def ask_country(turn: Exchange) -> None:
    """Ask for the country: it decides the crisis lines, and mostly the zone."""
    await turn.expect("join.country")
    codes = list(turn.house.crisis.countries)
    near = await _near_country(turn)
    codes.sort(key=lambda code: (code != near, _country(turn, code)))
    buttons = [tap(_country(turn, code), "join", "cc", code) for code in codes]
    turn.say(turn.texts.html("join-country"), in_columns(buttons, 3))


def _country(turn: Exchange, code: str) -> str:
    return places.country_name(code, turn.texts.locale) or code


async def _near_country(turn: Exchange) -> str | None:
    therapists = await people.therapists_of(turn.unit, turn.client.id)
    return therapists[0].country if therapists else None


def in_columns(buttons: list[Button], columns: int = COLUMNS) -> Rows:
    """Return buttons in rows of a few."""
    return tuple(tuple(buttons[at : at + columns]) for at in range(0, len(buttons), columns))


async def _chose_country(turn: Exchange, code: str) -> None:
    zones = places.zones(code)
    if not zones:
        turn.notice = turn.texts.plain("tap-stale")
        return
    await people.change_client(turn.unit, turn.client.id, country=code, joining_step="zone")
    name = _country(turn, code)
    await turn.redraw(turn.texts.html("join-country-kept", country=name))
    if len(zones) == 1:
        await _chose_zone(turn, zones[0], code)
        return
    await ask_zone(turn, code)


async def ask_zone(turn: Exchange, country: str) -> None:
    """Ask for the time zone among those of the country."""
    await turn.expect("join.zone")
    buttons = zone_buttons(turn, country, "join", "tz")
    turn.say(turn.texts.html("join-zone"), in_columns(buttons))


def zone_buttons(turn: Exchange, country: str, noun: str, key: str) -> list[Button]:
    """Return a button per zone of a country, each with its time now."""
    return [
        tap(zone_label(turn, zone), noun, key, zone) for zone in places.zones(country)[:MOST_ZONES]
    ]


def zone_label(turn: Exchange, zone: str) -> str:
    """Return a zone as a person knows it: the place and its time now."""
    return f"{places.zone_label(zone, turn.texts.locale)} {_time_in(turn, zone)}"


def _time_in(turn: Exchange, zone: str) -> str:
    return f"{turn.now.astimezone(ZoneInfo(zone)):%H:%M}"


async def _chose_zone(turn: Exchange, zone: str, country: str | None = None) -> None:
    client = turn.client
    code = country or client.country
    if code is None or not places.is_zone(zone):
        turn.notice = turn.texts.plain("tap-stale")
        return
    if country is None:
        await turn.redraw(
            turn.texts.html("join-zone-kept", zone=places.zone_label(zone, turn.texts.locale))
        )
    number = await joining.settle(turn.unit, client, zone)
    await turn.expect(None)
    await help_now.show_for(turn, code, pin=True)
    if client.is_self:
        turn.show_menu("both")
        turn.say(turn.texts.html("join-done-self"))
        return
    turn.say(turn.texts.html("join-done", number=number))

    def buttons(theirs: Texts) -> Rows:
        return (confirm_buttons(theirs, client.id, number),)

    await turn.tell_therapists(client, "told-joined", buttons, number=number)


def confirm_buttons(texts: Texts, client: str, number: str) -> tuple[Button, ...]:
    """Return yes and no to whoever joined with this number, and to nobody who joins later."""
    return (
        tap(texts.plain("confirm-yes"), "confirm", client, f"yes.{number}"),
        tap(texts.plain("confirm-no"), "confirm", client, f"no.{number}"),
    )


async def typed(turn: Exchange, what: str) -> None:
    """A country or a city was typed instead of pressed."""
    step = turn.client.joining_step
    if what == "join.country" and step == "country":
        found = places.find_country(turn.incoming.text)
        if len(found) == 1:
            await _chose_country(turn, found[0])
            return
        buttons = [tap(_country(turn, code), "join", "cc", code) for code in found]
    else:
        found_cities = cities_meant(turn, near=turn.client.country)
        if len(found_cities) == 1 and step == "zone":
            await _chose_zone(turn, found_cities[0].zone)
            return
        buttons = city_buttons(turn, found_cities, "join")
    which_city(turn, buttons)


def cities_meant(turn: Exchange, near: str | None = None) -> tuple[City, ...]:
    """Return what the sender's typed city or shared location may mean."""
    if turn.incoming.place is None:
        text = turn.incoming.text
        own = places.zones_named(text, turn.texts.locale)
        return cities.find(text, near) or tuple(map(cities.of_zone, own))
    zone = cities.zone_at(*turn.incoming.place)
    return (cities.of_zone(zone),) if zone else ()


def city_buttons(turn: Exchange, found: tuple[City, ...], noun: str) -> list[Button]:
    """Return a button for each place with its time now."""
    return [tap(f"{one.label} {_time_in(turn, one.zone)}", noun, "tz", one.zone) for one in found]


def which_city(turn: Exchange, buttons: list[Button]) -> None:
    """Ask which of some places is meant, or say that none is known."""
    if buttons:
        turn.say(turn.texts.html("place-which"), in_columns(buttons, 1))
    elif turn.incoming.place is not None:
        turn.say(turn.texts.html("place-nowhere"))
    else:
        turn.say(turn.texts.html("place-unknown", text=turn.incoming.text[:40]))
