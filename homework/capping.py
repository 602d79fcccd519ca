"""Changing a client's page: the caps that are kept to, and the marks about what must not be set.

A cap is never above what is usual: more is agreed by both, for a period of self-monitoring. What
was changed is written down; who is told is said by whoever asks for the change.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC

from homework import room
from homework.page import Page
from homework.store import audit, pages
from homework.store.database import Unit
from homework.store.people import Client

MARKS = ("relaxation", "expressive_writing")
"""What may do harm to some: natures of worksheets that can be ruled out for a client."""
EXPECTED = "expected"
"""Such thoughts are expected of this client: safety flags go into the digest only."""


@dataclass(frozen=True, slots=True)
class Cap:
    """A number on a page: what it may be, and how it is read and written.

    `felt`: it changes what the bot does, so the client is told. The minutes are only what the
    therapist is held to.
    """

    choices: tuple[int, ...]
    read: Callable[[Page], int]
    written: Callable[[Page, int], Page]
    felt: bool = True


CAPS: Mapping[str, Cap] = {
    "prompts": Cap(
        (1, 2, 3, 4),
        lambda page: page.caps.prompts,
        lambda page, most: replace(page, caps=replace(page.caps, prompts=most)),
    ),
    "reminders": Cap(
        (0, 1, 2),
        lambda page: page.caps.reminders,
        lambda page, most: replace(page, caps=replace(page.caps, reminders=most)),
    ),
    "practices": Cap(
        (1, 2), lambda page: page.practices, lambda page, most: replace(page, practices=most)
    ),
    "minutes": Cap(
        (5, 10, 15, 20, 30),
        lambda page: page.minutes,
        lambda page, most: replace(page, minutes=most),
        felt=False,
    ),
}


async def set_cap(unit: Unit, actor: str, client: Client, name: str, most: int) -> bool:
    """Set a number of a client's page; False if it was so already, or is none of its choices."""
    page, cap = await pages.of_client(unit, client.id), CAPS[name]
    if most not in cap.choices or cap.read(page) == most:
        return False
    await pages.keep(unit, client.id, cap.written(page, most))
    await room.freed(unit, client.id)
    await audit.note(unit, actor, f"page.{name}", client.id)
    return True


async def set_mark(unit: Unit, actor: str, client: Client, mark: str, *, on: bool) -> bool:
    """Set or take away a mark (`EXPECTED` is one); False if it was so already."""
    page = await pages.of_client(unit, client.id)
    if mark == EXPECTED:
        since = page.expected or unit.now.astimezone(UTC).date()
        marked = replace(page, expected=since if on else None)
    else:
        marked = replace(page, marks=page.marks | {mark} if on else page.marks - {mark})
    if marked == page:
        return False
    await pages.keep(unit, client.id, marked)
    # Of the others it is said nowhere in the plain which one it was.
    action = f"page.expected_{'on' if on else 'off'}" if mark == EXPECTED else "page.mark"
    await audit.note(unit, actor, action, client.id)
    return True
