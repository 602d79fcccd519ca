"""Clients' pages, sealed with their own keys. Who may read one is asked in `people.py`."""

from collections.abc import Collection

from sqlalchemy import bindparam, select

from homework import page
from homework.page import Page
from homework.store import people
from homework.store.database import Unit
from homework.store.packing import pack, unpack_object
from homework.store.tables import client

_pages = select(client.c.id, client.c.page).where(
    client.c.id.in_(bindparam("ids", expanding=True)), client.c.page.is_not(None)
)


async def of_clients(unit: Unit, clients: Collection[str]) -> dict[str, Page]:
    """Return the page of each client: the usual one of whoever has none of their own."""
    pages = dict.fromkeys(clients, page.USUAL)
    for row in (await unit.conn.execute(_pages, {"ids": list(clients)})).all():
        body = unit.sealer.open("client", "page", row.id, row.id, row.page)
        pages[row.id] = page.from_json(unpack_object(body))
    return pages


async def of_client(unit: Unit, key: str) -> Page:
    """Return one client's page."""
    return (await of_clients(unit, [key]))[key]


async def keep(unit: Unit, key: str, new: Page) -> None:
    """Write a client's page anew."""
    body = pack(page.to_json(new))
    await people.change_client(unit, key, page=unit.sealer.seal("client", "page", key, key, body))
