"""The panel's lines come from real commits of a real bot, and hold nobody's words."""

import asyncio
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.narrator import Narrator
from homework.store.database import Unit
from tests.support.house import Practice, joined_client, joined_therapist, practice

PATIENCE = 20.0


class Watch:
    """A narrator over a practice, and how often it rang."""

    def __init__(self, here: Practice) -> None:
        self.rang = asyncio.Event()
        self.narrator = Narrator(
            here.here.db,
            here.calendar.now,
            lambda: ZoneInfo("Europe/London"),
            self.rang.set,
            self._beside,
        )

    async def _beside(self, unit: Unit) -> None:
        pass

    def texts(self) -> list[str]:
        return [line.text for line in self.narrator.since(0)]

    async def tells(self, words: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while not any(words in text for text in self.texts()):
                self.rang.clear()
                await self.rang.wait()


async def test_what_is_committed_is_told_without_anybodys_words(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        watch, stop = Watch(here), asyncio.Event()
        running = asyncio.create_task(watch.narrator.run(stop))
        therapist = await joined_therapist(here)
        await watch.tells("The therapist is in")
        await joined_client(here, therapist)
        await watch.tells("Only now may prompts go out")
        stop.set()
        await running
        texts = watch.texts()
        order = ["is invited", "client's link is used", "Consent kept", "Only now may prompts"]
        places = [next(at for at, text in enumerate(texts) if one in text) for one in order]
        assert places == sorted(places)
        assert not any(word in text for text in texts for word in ("Fox", "Dr A", "?start="))


async def test_its_own_looks_are_no_news(tmp_path: Path) -> None:
    async with practice(tmp_path) as here:
        watch = Watch(here)
        await here.therapist_token()
        await watch.narrator.catch_up()
        told = watch.narrator.since(0)
        assert len(told) == 1
        watch.rang.clear()
        running = asyncio.create_task(watch.narrator.run(stop := asyncio.Event()))
        await watch.narrator.catch_up()
        assert watch.narrator.since(told[-1].revision) == []
        stop.set()
        await running
