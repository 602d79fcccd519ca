"""While the database is away: who asks for help now, or writes words of danger, is answered.

The texts are those loaded at start, the country and language the last that were known here; where
none is known the country is asked for. An alert is written once the database is back, for then the
words are handled as ever. It must not touch the database.
"""

from collections import OrderedDict

from bot.incoming import Incoming
from bot.screener import WORDED, finding
from conversations import taps
from conversations.message import Message, split_callback
from conversations.texts import Texts
from homework.alert_words import help_alone
from homework.house import House
from homework.safety.crisis import REF, UNLISTED, crisis_message, is_crisis_words
from homework.store.people import Actor

MOST = 20_000


class LastKnown:
    """Country and language of the people seen since the start, by messenger id; bounded.

    What clients in care write is looked through for words of danger, what others write is not.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[int, tuple[str | None, str]] = OrderedDict()
        self._looked_through: set[int] = set()

    def note(self, who: Actor) -> None:
        """Remember somebody we know, and nobody whom we know no more."""
        self._looked_through.discard(who.user)
        if who.person is None:
            self._known.pop(who.user, None)
            return
        if who.client is not None and who.client.state == "active" and who.therapist is None:
            self._looked_through.add(who.user)
        country = who.client.country if who.client else None
        if country is None and who.therapist is not None:
            country = who.therapist.country
        self._known[who.user] = (country, who.person.locale)
        self._known.move_to_end(who.user)
        if len(self._known) > MOST:
            self._looked_through.discard(self._known.popitem(last=False)[0])

    def of(self, user: int) -> tuple[str | None, str | None]:
        """Return country and language; None: not known."""
        return self._known.get(user, (None, None))

    def is_looked_through(self, user: int) -> bool:
        """Whether somebody is a client in care, and nothing else here."""
        return user in self._looked_through


def answer_in_outage(house: House, known: LastKnown, incoming: Incoming) -> Message | None:
    """Return the crisis text if this update asks for it, or holds words of danger; else None: it
    waits for the database."""
    if not incoming.private:
        return None
    country, locale = known.of(incoming.user_id)
    texts = house.texts(locale or incoming.locale_hint.partition("-")[0])
    parts = split_callback(incoming.data) if incoming.what == "tap" else None
    if parts is not None and parts[0] == REF:
        what, _, code = parts[1].partition(".")
        named = code if code in house.crisis.countries else UNLISTED
        shown = {"c": named, "tell": country}.get(what)
        return crisis_message(texts, shown, book=house.crisis)
    if parts is not None:
        asks = parts[1] == taps.HELP or parts[0] == "cmd~crisis"
    else:
        asks = incoming.command == "crisis" or (
            incoming.what == "text" and is_crisis_words(incoming.text, locale)
        )
    if asks:
        return crisis_message(texts, country, book=house.crisis)
    if not known.is_looked_through(incoming.user_id) or not _is_dangerous(house, texts, incoming):
        return None
    numbers = crisis_message(texts, country, book=house.crisis, unwatched=False)
    return help_alone(house, texts.locale, numbers)


def _is_dangerous(house: House, texts: Texts, incoming: Incoming) -> bool:
    if incoming.what not in WORDED | {"command"} or incoming.foreign:
        return False
    words = incoming.args if incoming.what == "command" else incoming.text
    found = finding(house, texts.locale, words)
    return found is not None and found.tier == "alert"
