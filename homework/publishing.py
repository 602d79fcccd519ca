"""A worksheet that a practice wrote itself comes on the shelf, as a version that stays.

It must not know how the file came: a chat and the command line both end here. What has begun goes
on with the version it began.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from conversations import loader
from conversations.fingerprints import fingerprint
from conversations.loader import Problem
from conversations.model import Worksheet
from conversations.session import Ref
from homework import packaged
from homework.house import Shelf, Shelved
from homework.ids import new_id
from homework.store import drafts, published
from homework.store.database import Unit


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that holds. `known`: the newest version of this id that is published, None: it is new.

    `same`: exactly this stands on the shelf already.
    """

    sheet: Worksheet = field(repr=False)
    source: str = field(repr=False)
    known: int | None = None
    same: bool = False


def check(
    shelf: Shelf, body: bytes | str, name: str, owner: str | None
) -> Checked | Sequence[Problem]:
    """Return the worksheet in a file, or its problems; `owner`: the therapist, None: the practice.

    An id belongs to who published it first; what is asked may only change with a higher version.
    """
    try:
        source = body if isinstance(body, str) else body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [Problem(None, None, f"{name} is not UTF-8 text", "save it as UTF-8")]
    loaded = loader.load(source, name)
    if not isinstance(loaded, Worksheet):
        return loaded
    wrong = _taken(shelf, loaded, owner) or _version(shelf, loaded)
    if wrong is not None:
        return [wrong]
    known = shelf.newest.get(loaded.id)
    before = shelf.published.get(ref_of(loaded))
    same = before == loaded and loaded.id not in shelf.withdrawn
    return Checked(loaded, source, known.version if known else None, same)


def ref_of(sheet: Worksheet) -> Ref:
    """Return what a session that begins on this sheet refers to."""
    return Ref(sheet.id, sheet.version, fingerprint(sheet))


def _taken(shelf: Shelf, sheet: Worksheet, owner: str | None) -> Problem | None:
    known = shelf.newest.get(sheet.id)
    forms = {ref.id for ref in shelf.forms.values()}
    shipped = sheet.id in packaged.worksheets() or sheet.id in forms
    if not shipped and (known is None or shelf.owners.get(sheet.id) == owner):
        return None
    rule = f'the id "{sheet.id}" belongs to another worksheet'
    return Problem(None, None, rule, f'write another id, such as "{sheet.id}_own"')


def _version(shelf: Shelf, sheet: Worksheet) -> Problem | None:
    """What is asked stays what it was: another question makes another version."""
    known = shelf.newest.get(sheet.id)
    if known is None or sheet.version > known.version or ref_of(sheet) == known:
        return None
    rule = f"version {known.version} is published and asks something else"
    return Problem(None, None, rule, f"write version = {known.version + 1}")


async def keep_draft(unit: Unit, therapist: str, checked: Checked) -> str:
    """Keep a file that holds until its author has looked at it; return the draft's id."""
    key = new_id(unit.now)
    await drafts.keep(unit, key, therapist, checked.source)
    return key


async def publish(unit: Unit, checked: Checked, owner: str | None) -> bool:
    """Put a version on the shelf; the running program takes it after the commit.

    False: somebody else has published this id since it was checked, and nothing is done.
    """
    if await published.owners(unit, checked.sheet.id) - {owner}:
        return False
    await published.publish(unit, ref_of(checked.sheet), checked.source, owner=owner)
    unit.shelved.append(Shelved(ref_of(checked.sheet), checked.sheet, owner))
    return True


async def withdraw(unit: Unit, shelf: Shelf, sheet: str, owner: str) -> bool:
    """Take a therapist's own sheet out of the library; what was set goes on. False: not theirs."""
    if shelf.owners.get(sheet) != owner:
        return False
    await published.withdraw(unit, sheet)
    ref = shelf.newest[sheet]
    unit.shelved.append(Shelved(ref, None))
    return True
