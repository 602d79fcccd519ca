"""The shelf is stocked at start: what the program ships is published, what was published stays.

A session finishes on the version it began, so every version ever published is kept.
"""

from conversations import loader
from conversations.fingerprints import fingerprint
from conversations.model import Worksheet
from conversations.session import Ref
from homework import packaged
from homework.house import Shelf
from homework.store import published
from homework.store.database import Unit

FORMS = ("assign", "contract", "program")


async def stock(unit: Unit) -> Shelf:
    """Publish the shipped worksheets that are new and return everything there is."""
    known = await published.load(unit)
    sheets: dict[Ref, Worksheet] = {}
    for ref, source in known.items():
        loaded = loader.load(source, f"{ref.id}.toml")
        if isinstance(loaded, Worksheet):
            sheets[ref] = loaded
    newest: dict[str, Ref] = {}
    for name, source in packaged.sources("worksheets").items():
        sheet = _load(source, name)
        ref = _ref(sheet)
        newest[sheet.id] = ref
        sheets[ref] = sheet  # the shipped text, which may have been mended since it was published
        if known.get(ref) != source:
            await published.publish(unit, ref, source)
    forms: dict[str, Ref] = {}
    for name in FORMS:
        form = packaged.form(name)
        ref = _ref(form)
        forms[name] = ref
        sheets[ref] = form
        source = packaged.sources("forms")[f"{name}.toml"]
        if known.get(ref) != source:
            await published.publish(unit, ref, source)
    return Shelf(sheets, newest, forms)


def _load(source: str, name: str) -> Worksheet:
    loaded = loader.load(source, name)
    if not isinstance(loaded, Worksheet):
        raise packaged.PackageBroken(f"{name}: {loaded[0]}")
    return loaded


def _ref(sheet: Worksheet) -> Ref:
    return Ref(sheet.id, sheet.version, fingerprint(sheet))
