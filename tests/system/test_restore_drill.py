"""P12: the drill, on the real bot: back up while it runs, go on, restore, go on from there."""

import json
import shutil
from pathlib import Path

import aiohttp
import pytest

from bot.pulse import FILE, LIMITS
from homework.store.backups import listed
from tests.support.by_chat import joined_client
from tests.support.furnished import furnished
from tests.support.nursery import Nursery
from tests.support.premises import free_port

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("practice")]


async def test_p12_restore_drill_old_data_todays_keyring_and_sessions_go_on(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, fox, owl = practice.here, practice.clients[0], practice.clients[1]
        await practice.begun(fox)
        await fox.say("a heron by the water", after=5)
        await fox.expect("What did you feel")
        await here.settled()

        made = await here.command("backup", "--json")
        assert made.returncode == 0, made.stderr
        file = Path(json.loads(made.stdout)["backup"])
        assert listed(here.data / "backups")[0].path == file  # one of the hour before may stand too

        await practice.begun(owl)  # after the backup: it will be forgotten
        await fox.say("heavy", after=5)
        await fox.expect("How strong")
        refused = await here.command("restore", str(file))
        assert refused.returncode == 75, "never beside a running bot"
        assert "Another homework bot is running" in refused.stderr
        await here.settled()
        assert await here.bot.stop() == 0

        done = await here.command("restore", str(file))
        assert done.returncode == 0, done.stderr
        (replaced,) = here.data.glob("homework.db.replaced-*")
        assert str(replaced) in done.stdout

        await here.bot.start()
        # What Fox sees is a later question than the one that stands open again: a number typed
        # under it is no feeling, and the open question is put anew.
        await fox.say("70", after=5)
        await fox.expect("What did you feel")
        await here.settled()
        await fox.say("light", after=5)
        await fox.expect("How strong was “light”")
        await owl.say("/today", after=5)
        await owl.expect("Nothing is due")
        assert (await here.command("doctor")).returncode in (0, 1)
        assert await here.bot.stop() == 0


async def test_p12_a_spoiled_backup_is_told_by_the_doctor(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here = practice.here
        assert (await here.command("backup")).returncode == 0
        newest = listed(here.data / "backups")[0]
        content = bytearray(newest.path.read_bytes())
        content[4096 * 5 : 4096 * 6] = b"\xa5" * 4096
        newest.path.write_bytes(content)
        told = await here.command("doctor", "--json")
        assert told.returncode == 1
        found = {one["check"]: one for one in json.loads(told.stdout)["findings"]}
        assert found["backups"]["state"] == "wrong"
        assert await here.bot.stop() == 0
        done = await here.command("restore", str(newest.path))
        assert done.returncode == 1
        assert done.stderr.startswith("homework: The backup cannot be used")
        assert len(done.stderr.splitlines()) == 1


async def test_p4_the_master_key_is_changed_under_a_running_bot(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    async with furnished(template, tmp_path, nursery) as practice:
        here, fox = practice.here, practice.clients[0]
        await practice.begun(fox)
        old = (tmp_path / "key").read_bytes()
        rotated = await here.command("key", "rotate")
        assert rotated.returncode == 0, rotated.stderr
        assert (tmp_path / "key").read_bytes() != old
        await fox.say("a heron by the water", after=5)
        await fox.expect("What did you feel")
        await joined_client(practice.therapist, "Gnu")  # whose key is new
        await here.settled()
        assert await here.bot.stop() == 0
        await here.bot.start()
        await fox.say("light", after=5)
        await fox.expect("How strong was “light”")
        made = await here.command("backup", "--json")
        assert made.returncode == 0, made.stderr


async def test_the_live_doctor_and_healthz_of_a_real_bot(
    tmp_path: Path, template: Path, nursery: Nursery
) -> None:
    port = free_port()
    listen = f"127.0.0.1:{port}"
    async with furnished(template, tmp_path, nursery, HOMEWORK_LISTEN=listen) as practice:
        here = practice.here
        await practice.begun(practice.clients[0])
        async with aiohttp.ClientSession() as http:
            async with http.get(f"http://{listen}/healthz") as answer:
                assert answer.status == 200
                assert (await answer.json())["ages"].keys() == LIMITS.keys()
            async with http.get(f"http://{listen}/metrics") as answer:
                metrics = await answer.text()
        assert 'homework_updates_total{outcome="handled"}' in metrics
        for person in (practice.therapist, *practice.clients):
            assert str(person.id) not in metrics
            assert person.name not in metrics
        alive = await here.command("doctor", "--live", "--json")
        assert alive.returncode == 0, alive.stdout
        assert {one["check"] for one in json.loads(alive.stdout)["findings"]} == LIMITS.keys()
        assert "the messenger answered" in (await here.command("doctor", "--live")).stdout
        assert not any(str(one.id) in (here.data / FILE).read_text() for one in practice.clients)
        shutil.rmtree(here.data / "backups", ignore_errors=True)
        assert await here.bot.stop() == 0
        gone = await here.command("doctor", "--live")
        assert gone.returncode == 1
        assert "it is not running" in gone.stdout
        with pytest.raises(aiohttp.ClientConnectorError):
            async with aiohttp.ClientSession() as http, http.get(f"http://{listen}/healthz"):
                """Never reached."""
