"""Help now: /crisis, the button in every session, and the words "help me" or "sos".

Answered in every state and for everybody, strangers included. Opening it tells nobody.
"""

import structlog

from bot.exchange import Exchange
from conversations.message import Button, Message, tap
from homework import helping, letting_know, places, stilling
from homework.safety.crisis import UNLISTED, crisis_message
from homework.store.database import DatabaseUnavailable
from homework.store.people import Client
from homework.together import named

log = structlog.get_logger()


async def show(turn: Exchange) -> None:
    """Show the crisis text, whoever asks; with buttons for the country while it is unknown."""
    client, therapist = turn.who.client, turn.who.therapist
    named = places.find_country(turn.incoming.args) if turn.incoming.command == "crisis" else ()
    if len(named) == 1:
        await show_for(turn, named[0])
        return
    await show_for(turn, client.country if client else therapist.country if therapist else None)
    if client is not None:
        await _let_clock_stand(turn, client)


async def _let_clock_stand(turn: Exchange, client: Client) -> None:
    """A clock that runs is held, and how to go on is said below the numbers, which come first.

    Whatever goes wrong here must not cost them the numbers.
    """
    try:
        async with turn.unit.savepoint():
            stood = await stilling.still(turn.unit, turn.house, client)
    except DatabaseUnavailable:
        raise
    except Exception as error:
        log.warning("clock_not_held", error=type(error).__name__)
        return
    if stood is not None:
        button = tap(turn.texts.plain("today-continue"), "ses", stood.session, "go")
        turn.say(stilling.words(turn.texts, stood), ((button,),))


async def show_for(turn: Exchange, country: str | None, *, pin: bool = False) -> None:
    """Post the crisis text of a country (None: ask which); `pin` it at joining."""
    message = await _message(turn, country)
    turn.say(message.html, message.buttons, kind="crisis", pin=pin)


async def _message(turn: Exchange, country: str | None) -> Message:
    """The client's own text; own words that do not open must not cost them the numbers."""
    client = turn.who.client
    try:
        if client is not None:
            return await helping.text(turn.unit, turn.house, client, turn.locale, country)
    except DatabaseUnavailable:
        raise
    except Exception as error:
        log.warning("own_words_not_shown", error=type(error).__name__)
    return crisis_message(turn.texts, country, book=turn.house.crisis)


async def pressed(turn: Exchange) -> None:
    """A button of the crisis text: name the country, or let the therapist know."""
    what, _, code = turn.value.partition(".")
    if what == "tell":
        await _tell(turn)
    elif what == "c":
        known = code if code in turn.house.crisis.countries else UNLISTED
        await show_for(turn, known)
    else:
        await show_for(turn, None)


async def _tell(turn: Exchange) -> None:
    client = turn.who.client
    if client is None:
        turn.notice = turn.texts.plain("tap-stale")
        return
    once = f"help.{client.id}.{turn.incoming.message_id}.{turn.now:%Y%m%d%H}"
    told = await letting_know.tell(turn.unit, turn.house, client, once)
    if told:
        turn.say(turn.texts.html("help-told", **named([one.name for one in told], turn.texts)))
    else:
        turn.say(turn.texts.html("help-nobody"))


def help_button(turn: Exchange) -> Button:
    """Return the button that opens the crisis text."""
    return tap(turn.texts.plain("help-now"), "cmd", "crisis", "go")
