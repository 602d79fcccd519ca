"""What every use case is handed: the worksheets, the words, the name of the bot.

Made once at start; only the library grows, when a practice publishes a sheet of its own. It must
not hold anything about people.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from conversations.model import Worksheet
from conversations.session import Ref
from conversations.texts import Texts
from homework.safety import consents
from homework.safety.consents import Edition
from homework.safety.crisis import CrisisBook

USUAL_DAYS = 90
"""How long what a client wrote is kept after the end of care, where the practice set nothing."""


class WorksheetUnknown(LookupError):
    """A session runs on a worksheet version that is not on the shelf."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A version that came on the shelf; without `sheet`, all versions of its id were withdrawn.

    `owner`: the therapist whose own sheet it is; None: everybody's in this practice.
    """

    ref: Ref
    sheet: Worksheet | None = field(repr=False)
    owner: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All published worksheets by reference, the newest by id, the therapist's forms by name.

    `owners`: whose own sheet an id is. `translated`: by reference and locale. Only `take` changes
    it, and `stock` while it is filled.
    """

    published: dict[Ref, Worksheet] = field(repr=False)
    newest: dict[str, Ref] = field(repr=False)
    forms: Mapping[str, Ref]
    owners: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    withdrawn: set[str] = field(default_factory=set[str], repr=False)
    translated: dict[tuple[Ref, str], Worksheet] = field(
        default_factory=dict[tuple[Ref, str], Worksheet], repr=False
    )

    def take(self, news: Iterable[Shelved]) -> None:
        """Put on the shelf what a committed transaction published, and take off what it withdrew.

        Called with everything there is, or with what is new, in the order it was published.
        """
        for one in news:
            key = one.ref.id
            if one.sheet is None:
                self.withdrawn.add(key)
                continue
            self.published[one.ref] = one.sheet
            known = self.newest.get(key)
            if known is None or one.ref.version >= known.version:
                self.newest[key] = one.ref
            self.withdrawn.discard(key)
            if one.owner is not None:
                self.owners[key] = one.owner

    def settable_by(self, therapist: str, locale: str) -> list[Worksheet]:
        """Return what a therapist can set: everybody's sheets and their own, by title."""
        found = [
            self.worksheet(ref, locale)
            for key, ref in self.newest.items()
            if key not in self.withdrawn and self.owners.get(key, therapist) == therapist
        ]
        return sorted(found, key=lambda sheet: sheet.title)

    def worksheet(self, ref: Ref, locale: str = "") -> Worksheet:
        """Return the worksheet a session began on; raise `WorksheetUnknown`.

        In the words of `locale` if there are any, else in those it was written in: another language
        asks the same, so answers and version stay.
        """
        try:
            return (locale and self.translated.get((ref, locale))) or self.published[ref]
        except KeyError:
            raise WorksheetUnknown(f"{ref.id} version {ref.version}") from None


@dataclass(frozen=True, slots=True)
class House:
    """Shelf, words by locale (English first), crisis lines, and the bot's user name.

    `erasure_days`: how long a therapist has to keep what the law demands before a client who wants
    it is erased; 0: at once. `retention_days`: how long theirs is kept after the end of care.
    `screened`: the languages in which a program looks through what clients write; none: nowhere.
    `operator`: the person who is told when no therapist looks.
    `minors`: whether the practice works with the young, once a guardian agreed.
    """

    shelf: Shelf
    words: Mapping[str, Texts]
    crisis: CrisisBook
    bot_name: str
    erasure_days: int = 0
    retention_days: int = USUAL_DAYS
    screened: frozenset[str] = frozenset()
    operator: str | None = None
    minors: bool = False

    def texts(self, locale: str) -> Texts:
        """Return the words of a locale, English where there are none."""
        return self.words.get(locale) or self.words["en"]

    def edition(self, locale: str) -> Edition:
        """Return the edition of the consent as it is in a language now."""
        return Edition(consents.VERSION, locale in self.screened, self.retention_days)

    def sheet(self, ref: Ref, texts: Texts) -> Worksheet:
        """Return a worksheet in the language of `texts`, as `Shelf.worksheet` does."""
        return self.shelf.worksheet(ref, texts.locale)

    def link(self, token: str) -> str:
        """Return the link that opens the bot with a token."""
        return f"https://t.me/{self.bot_name}?start={token}"
