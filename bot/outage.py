"""While the database is away: whoever asks for help now is answered without it.

The text is the one loaded at start; the country is not known here, so it is asked for. It must not
touch the database.
"""

from bot.incoming import Incoming
from conversations import taps
from conversations.message import Message, split_callback
from homework.house import House
from homework.safety.crisis import REF, crisis_message, is_crisis_words


def answer_in_outage(house: House, incoming: Incoming) -> Message | None:
    """Return the crisis text if this update asks for it, else None: it waits for the database."""
    if not incoming.private:
        return None
    texts = house.texts("en")
    if incoming.what == "tap":
        parts = split_callback(incoming.data)
        if parts is None:
            return None
        ref, value = parts
        if ref == REF:
            what, _, code = value.partition(".")
            return crisis_message(texts, code if what == "c" else None, book=house.crisis)
        asks = value == taps.HELP or ref == "cmd~crisis"
    else:
        asks = incoming.command == "crisis" or (
            incoming.what == "text"
            and any(is_crisis_words(incoming.text, locale) for locale in house.words)
        )
    return crisis_message(texts, None, book=house.crisis) if asks else None
