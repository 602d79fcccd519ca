"""C1, C2: one help text is pinned in a chat, the one that is true now; other pins stay."""

from pathlib import Path

from sqlalchemy import select

from homework import helping
from homework.store import people
from homework.store.outbox import purge
from homework.store.tables import client as clients
from tests.support.house import Practice, joined_client, joined_therapist, practice
from tests.support.telegram import Phone


async def pin_anew(here: Practice, *, times: int = 1) -> None:
    """What stands in the client's help text changed."""
    async with here.here.db.transaction(here.calendar.now()) as unit:
        (key,) = (await unit.conn.execute(select(clients.c.id))).scalars().all()
        one = await people.client_by_id(unit, key)
        assert one is not None
        for _ in range(times):
            await helping.pin_anew(unit, here.here.house, one)
    await here.settled()


async def help_texts(phone: Phone) -> list[int]:
    return [one.message_id for one in await phone.messages() if "You can talk to" in one.text]


async def test_c2_another_help_text_takes_the_pinned_ones_place(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)
        await here.settled()
        (first,) = await client.pinned()
        own = next(one.message_id for one in await client.messages() if not one.from_bot)
        await here.telegram.call("pinChatMessage", chat_id=client.chat, message_id=own)
        await pin_anew(here)
        shown = await help_texts(client)
        assert shown[0] == first and len(shown) == 2
        assert await client.pinned() == [own, shown[-1]], "what somebody pinned stays"
        await pin_anew(here, times=2)
        assert await client.pinned() == [own, (await help_texts(client))[-1]]


async def test_c2_the_pinned_text_is_known_however_old(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        therapist = await joined_therapist(here)
        client = await joined_client(here, therapist)
        await here.settled()
        async with here.here.db.transaction(here.calendar.now()) as unit:
            assert await purge(unit, here.calendar.now().replace(year=2030)) > 0
        await pin_anew(here)
        assert await client.pinned() == (await help_texts(client))[-1:]
