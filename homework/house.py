"""What every use case is handed: the worksheets, the words, the name of the bot.

Made once at start and never changed; it must not hold anything about people.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from conversations.model import Worksheet
from conversations.session import Ref
from conversations.texts import Texts
from homework.safety.crisis import CrisisBook


class WorksheetUnknown(LookupError):
    """A session runs on a worksheet version that is not on the shelf."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All published worksheets by reference, the newest by id, the therapist's forms by name."""

    published: Mapping[Ref, Worksheet]
    newest: Mapping[str, Ref]
    forms: Mapping[str, Ref]

    def worksheet(self, ref: Ref) -> Worksheet:
        """Return the worksheet a session began on; raise `WorksheetUnknown`."""
        try:
            return self.published[ref]
        except KeyError:
            raise WorksheetUnknown(f"{ref.id} version {ref.version}") from None


@dataclass(frozen=True, slots=True)
class House:
    """Shelf, words by locale (English first), crisis lines, and the bot's user name."""

    shelf: Shelf
    words: Mapping[str, Texts]
    crisis: CrisisBook
    bot_name: str

    def texts(self, locale: str) -> Texts:
        """Return the words of a locale, English where there are none."""
        return self.words.get(locale) or self.words["en"]

    def link(self, token: str) -> str:
        """Return the link that opens the bot with a token."""
        return f"https://t.me/{self.bot_name}?start={token}"
