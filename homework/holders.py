"""What a therapist may attach material to: a practice of one client, or a worksheet.

What belongs to a worksheet comes along whenever its therapist sets it. One face for both, so that
whoever looks at what was sent need not know which it is.
"""

from dataclasses import dataclass
from typing import ClassVar

from conversations.session import Ref
from homework.store import materials, sheet_materials
from homework.store.assignments import Assignment
from homework.store.database import Unit
from homework.store.materials import Material
from homework.store.sheet_materials import SheetMaterial

Thing = Material | SheetMaterial


@dataclass(frozen=True, slots=True)
class OfPractice:
    """A practice of one client. `noun`: of its buttons."""

    noun: ClassVar[str] = "mat"

    one: Assignment

    @property
    def key(self) -> str:
        """What its buttons carry."""
        return self.one.id

    @property
    def client(self) -> str | None:
        """Whose key seals what is said about it."""
        return self.one.client

    @property
    def worksheet(self) -> Ref:
        """Which worksheet it is about."""
        return self.one.worksheet


@dataclass(frozen=True, slots=True)
class OfSheet:
    """A worksheet, as one therapist sets it. `noun`: of its buttons."""

    noun: ClassVar[str] = "smat"

    therapist: str
    worksheet: Ref

    @property
    def key(self) -> str:
        """What its buttons carry."""
        return self.worksheet.id

    @property
    def client(self) -> str | None:
        """Nobody: it is no client's."""
        return None


Holder = OfPractice | OfSheet


async def things(unit: Unit, holder: Holder) -> list[Thing]:
    """Return what is attached, in its order."""
    if isinstance(holder, OfSheet):
        return [*await sheet_materials.of_sheet(unit, holder.therapist, holder.worksheet.id)]
    return [*await materials.of_assignment(unit, holder.one.id)]


async def count(unit: Unit, holder: Holder) -> int:
    """Return how much is attached."""
    if isinstance(holder, OfSheet):
        return await sheet_materials.count(unit, holder.therapist, holder.worksheet.id)
    return await materials.count(unit, holder.one.id)


async def add(
    unit: Unit, holder: Holder, kind: str, mime: str, name: str, body: str | bytes
) -> None:
    """Attach something."""
    if isinstance(holder, OfSheet):
        owner, sheet = holder.therapist, holder.worksheet.id
        await sheet_materials.add(unit, owner, sheet, kind, mime, name, body)
    else:
        await materials.add(unit, holder.one.client, holder.one.id, kind, mime, name, body)


async def body(unit: Unit, one: Thing) -> bytes:
    """Return what a thing holds; a text or a link in UTF-8."""
    if isinstance(one, SheetMaterial):
        return await sheet_materials.body(unit, one)
    return await materials.body(unit, one)


async def write(unit: Unit, one: Thing, text: str) -> None:
    """Write a text anew, with what was added to it."""
    if isinstance(one, SheetMaterial):
        await sheet_materials.write(unit, one, text)
    else:
        await materials.write(unit, one, text)
