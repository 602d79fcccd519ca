"""What a client reads at once when they wrote what may mean danger: help first, thanks, and what
happens now, without a promise that anybody watches. It must not know where it is sent."""

from collections.abc import Sequence
from datetime import datetime

from conversations.markup import shorten
from conversations.message import Message, Rows, tap
from conversations.texts import Texts
from homework import alerting
from homework.contract_texts import moment
from homework.house import House
from homework.moments import zone_of
from homework.safety.crisis import crisis_message
from homework.store.alerts import Alert
from homework.store.people import Client, Therapist
from homework.together import named, together

NAMES = 32
"""Room for names on a button."""


def to_client(
    house: House,
    locale: str,
    client: Client,
    one: Alert,
    told: Sequence[Therapist],
    now: datetime,
    help_now: Message,
) -> Message:
    """Return the message: the crisis text (`help_now`), who gets a note and when, what waits, that
    it can be a mistake, four buttons."""
    texts = house.texts(locale)
    lines = [texts.html("alert-thanks"), help_now.html, *_note(texts, client, one, told, now)]
    country = help_now.buttons if client.country is None else ()
    return Message("\n\n".join(lines), (*buttons(texts, one, told), *country))


def help_alone(house: House, locale: str, help_now: Message) -> Message:
    """Return thanks and the crisis text, for somebody about whom nobody is told anything."""
    thanks = house.texts(locale).html("alert-thanks")
    return Message(f"{thanks}\n\n{help_now.html}", help_now.buttons)


def numbers_alone(house: House, locale: str, client: Client) -> Message:
    """Return the crisis text without anybody's own words."""
    texts = house.texts(locale)
    return crisis_message(
        texts, client.country, book=house.crisis, youth=client.youth, unwatched=False
    )


def _note(
    texts: Texts, client: Client, one: Alert, told: Sequence[Therapist], now: datetime
) -> list[str]:
    zone = zone_of(client)
    names = named([each.name for each in told], texts)
    until = moment(one.waits_until or now, zone, texts)
    after = [texts.html("alert-can-be-wrong"), texts.html("alert-waits", until=until)]
    if not told:
        return [texts.html("alert-nobody"), *after]
    opens = alerting.first_look(told, now)
    if opens is None:
        note = texts.html("alert-note", **names)
    else:
        note = texts.html("alert-note-later", at=moment(opens, zone, texts), **names)
    return [note, *after]


def buttons(texts: Texts, one: Alert, told: Sequence[Therapist]) -> Rows:
    """Return what a client can press under it."""
    on, stop, other = (
        tap(texts.plain(f"flag-{what}"), "flag", one.id, what) for what in ("on", "stop", "not-me")
    )
    if not told:
        return (on, stop), (other,)
    names = shorten(together([each.name for each in told], texts), NAMES)
    call = texts.plain("alert-call-me", name=names)
    return (on, stop), (tap(call[:60], "flag", one.id, "call"),), (other,)
