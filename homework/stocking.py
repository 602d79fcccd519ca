"""The shelf is stocked at start: what the program ships is published, what was published stays.

A session finishes on the version it began, so every version ever published is kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from conversations import loader
from conversations.fingerprints import fingerprint
from conversations.model import Worksheet
from conversations.session import Ref
from homework import packaged
from homework.house import Shelf, Shelved
from homework.store import published, wordings
from homework.store.database import Unit
from homework.store.published import Version

FORMS = ("assign", "contract", "program")


async def stock(unit: Unit) -> Shelf:
    """Publish the shipped worksheets that are new and return everything there is."""
    known, said = await published.load(unit), await wordings.load(unit)
    shelf = Shelf({}, {}, {})
    shelf.take(_news(known))
    forms: dict[str, Ref] = {}
    for name in FORMS:
        source = packaged.sources("forms")[f"{name}.toml"]
        forms[name] = await _ship(unit, shelf, known, packaged.form(name), source)
        await _translate(unit, shelf, said, forms[name])
        del shelf.newest[forms[name].id]
    for name, source in packaged.sources("worksheets").items():
        sheet = _load(source, name)
        shelf.newest[sheet.id] = await _ship(unit, shelf, known, sheet, source)
        await _translate(unit, shelf, said, shelf.newest[sheet.id])
    shelf.translated.update(_older_words(shelf, said))
    return replace(shelf, forms=forms)


class Restocking:
    """Keeps a shelf as full as the database: the command line publishes beside the bot."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._stamp: tuple[object, ...] = ()

    async def look(self, unit: Unit) -> None:
        """Take what was published or withdrawn since the last look, whoever did it."""
        stamp = await published.stamp(unit)
        if stamp != self._stamp:
            forms = {ref.id for ref in self._shelf.forms.values()}
            news = _news(await published.load(unit))
            self._shelf.take(one for one in news if one.ref.id not in forms)
            self._stamp = stamp


def _news(known: Mapping[Ref, Version]) -> Iterator[Shelved]:
    """Return all versions ever, and after them which ids are withdrawn."""
    for ref, one in known.items():
        loaded = loader.load(one.source, f"{ref.id}.toml")
        if isinstance(loaded, Worksheet):
            yield Shelved(ref, loaded, one.owner)
    yield from (Shelved(ref, None) for ref, one in known.items() if one.withdrawn)


async def _ship(
    unit: Unit, shelf: Shelf, known: Mapping[Ref, Version], sheet: Worksheet, source: str
) -> Ref:
    """Put a shipped text on the shelf: it may have been mended since it was published."""
    ref = Ref(sheet.id, sheet.version, fingerprint(sheet))
    shelf.take([Shelved(ref, sheet)])
    before = known.get(ref)
    if before is None or before.source != source:
        await published.publish(unit, ref, source)
    return ref


def _older_words(
    shelf: Shelf, said: Mapping[tuple[Ref, str], str]
) -> Iterator[tuple[tuple[Ref, str], Worksheet]]:
    """Return the words of versions that are shipped no more."""
    for (ref, locale), source in said.items():
        original = shelf.published.get(ref) if (ref, locale) not in shelf.translated else None
        found = loader.translate(original, source, ref.id) if original else None
        if isinstance(found, Worksheet):
            yield (ref, locale), found


async def _translate(
    unit: Unit, shelf: Shelf, said: Mapping[tuple[Ref, str], str], ref: Ref
) -> None:
    """Put the shipped words of other languages beside a sheet, and keep them with its version."""
    for locale, sheet in packaged.in_other_words(ref.id).items():
        shelf.translated[ref, locale] = sheet
        folder = "worksheets" if ref.id in packaged.worksheets() else "forms"
        source = packaged.translations(folder)[ref.id, locale]
        if said.get((ref, locale)) != source:
            await wordings.keep(unit, ref, locale, source)


def _load(source: str, name: str) -> Worksheet:
    loaded = loader.load(source, name)
    if not isinstance(loaded, Worksheet):
        raise packaged.PackageBroken(f"{name}: {loaded[0]}")
    return loaded
