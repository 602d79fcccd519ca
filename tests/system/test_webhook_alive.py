"""X7 and rule 4.1 on the real bot: a practice whose updates are brought, over stops and kills."""

from pathlib import Path

import aiohttp
import pytest

from bot.pulse import LIMITS
from bot.webhook import SECRET_HEADER
from tests.support.bringing import bringing
from tests.support.furnished import furnished
from tests.support.nursery import Nursery
from tests.support.premises import free_port

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]
SECRET = "a-word_" + "x" * 40


async def test_x7_a_sheet_is_answered_over_a_webhook_a_stop_a_kill_and_back_to_polling(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    word = tmp_path / "word"
    word.write_text(SECRET)
    word.chmod(0o600)
    root = f"http://127.0.0.1:{free_port()}"
    brought = {
        "HOMEWORK_LISTEN": root.removeprefix("http://"),
        "HOMEWORK_WEBHOOK_URL": f"{root}/in",
        "HOMEWORK_WEBHOOK_SECRET_FILE": str(word),
    }
    async with furnished(template, tmp_path, nursery, **brought) as practice:
        here, fox = practice.here, practice.clients[0]
        async with bringing(here.emulator) as messenger, aiohttp.ClientSession() as http:
            await practice.begun(fox)
            forged = here.emulator.world.queue.confirmed[-1].raw
            async with http.post(f"{root}/in", json=forged) as refused:
                assert refused.status == 403
            async with http.get(f"{root}/healthz") as answer:
                assert answer.status == 200
                assert (await answer.json())["ages"].keys() == LIMITS.keys()

            assert await here.bot.stop() == 0
            await fox.say("a heron by the water", after=5)
            await here.bot.start()
            await fox.expect("What did you feel")
            assert 0 in messenger.answers, "nobody was there in between"
            await here.settled()

            await fox.say("light", after=5)
            await fox.expect("How strong was “light”")
            here.bot.kill()
            await here.bot.ended()
            await here.bot.start()
            again = here.emulator.world.queue.confirmed[-1].raw
            headers = {SECRET_HEADER: SECRET}
            async with http.post(f"{root}/in", json=again, headers=headers) as repeated:
                assert repeated.status == 200
            await fox.say("70", after=5)
            await fox.expect("“light”")
            log = here.bot.log.read_text()
            assert SECRET not in log
            assert str(fox.id) not in log
            doctor = await here.command("doctor")
            assert f"updates are brought to {root}/in" in doctor.stdout
            assert await here.bot.stop() == 0

        for name in brought:
            del here.bot.env[name]
        await here.bot.start()  # polls now, and the messenger is told so
        await fox.say("/today", after=5)
        await fox.expect("You are in the middle")
        assert here.emulator.world.webhook == {}
        assert await here.bot.stop() == 0
