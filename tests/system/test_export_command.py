"""`homework export`: a file for the records, never by accident, never over another one."""

import asyncio
import json
import os
import stat
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.keyfile import new_key, read_key
from homework.store import audit
from tests.support import forked
from tests.support import scene as scenes
from tests.support.given_work import give_work
from tests.support.scene import Party, scene_in

SEES = "--i-see-clinical-text"

pytestmark = pytest.mark.system

Run = Callable[..., subprocess.CompletedProcess[str]]


async def _furnished(folder: Path) -> dict[str, Party]:
    """Two therapists with a client each, who have written; one code name is the same."""
    async with scene_in(folder) as scene:
        for carer, name, user in (("A", "A1", 111), ("B", "B1", 221)):
            await scene.therapist(carer, user - 100)
            party, token = await scene.invite(scene.parties[carer], name, user)
            await give_work(scene, await scene.joins(party, token))
        for carer in ("A", "B"):
            party, token = await scene.invite(scene.parties[carer], "twin", ord(carer))
            await scene.joins(party, token)
        return scene.parties


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Party]]:
    folder = tmp_path_factory.mktemp("practice")
    data, key = folder / "data", folder / "key"
    new_key(key, data, data / "keyring.db")
    data.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scenes, "MASTER", read_key(key, data))
        parties = asyncio.run(_furnished(data))
    return folder, parties


@pytest.fixture
def parties(home: tuple[Path, dict[str, Party]]) -> dict[str, Party]:
    return home[1]


@pytest.fixture
def homework(home: tuple[Path, dict[str, Party]]) -> Run:
    folder = home[0]
    settings = {
        "HOMEWORK_DATA_DIR": str(folder / "data"),
        "HOMEWORK_KEY_FILE": str(folder / "key"),
        "TELEGRAM_BOT_TOKEN": f"{10**9}:{'A' * 35}",
    }

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return forked.run("export", *arguments, cwd=folder, env=os.environ | settings)

    return run


async def _noted(folder: Path, client: str) -> list[tuple[str, str, str | None]]:
    async with scene_in(folder) as scene, scene.looking() as unit:
        return [
            (one.actor, one.action, one.subject)
            for one in await audit.of_client(unit, client)
            if one.action.startswith("export")
        ]


def test_a_file_of_one_client_that_only_its_owner_reads(
    homework: Run,
    home: tuple[Path, dict[str, Party]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, parties = home
    one, out = parties["A1"], tmp_path / "records.json"
    done = homework("--client", one.word, "--format", "json", "--out", str(out), SEES, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told == {
        "ok": True,
        "file": str(out),
        "bytes": out.stat().st_size,
        "clients": 1,
        "entries": 1,
        "kept": 0,
    }
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    (case,) = json.loads(out.read_bytes())["clients"]
    assert case["client"] == one.word and one.word in json.dumps(case["entries"])
    monkeypatch.setattr(scenes, "MASTER", read_key(folder / "key", folder / "data"))
    noted = asyncio.run(_noted(folder / "data", one.client or ""))
    assert noted == [("operator", "export.operator", "all.json")]


def test_all_clients_of_a_therapist_and_of_nobody_else(
    homework: Run, parties: dict[str, Party], tmp_path: Path
) -> None:
    out = tmp_path / "records.zip"
    name = f"Dr {parties['B'].word}"
    done = homework("--therapist", name, "--format", "csv", "--out", str(out), SEES)
    assert (done.returncode, done.stderr) == (0, "")
    assert "clients 2, sheets 1" in done.stdout and "/privacy" in done.stdout
    with zipfile.ZipFile(out) as packed:
        whole = b"".join(packed.read(each) for each in packed.namelist()).decode()
    assert parties["B1"].word in whole and parties["A1"].word not in whole


@pytest.mark.parametrize("form", ["csv", "json", "fhir"])
def test_without_the_flag_nothing_is_read(homework: Run, tmp_path: Path, form: str) -> None:
    out = tmp_path / "records"
    done = homework("--client", "x", "--format", form, "--out", str(out))
    assert done.returncode == 64 and SEES in done.stderr and not out.exists()
    assert len(done.stderr.strip().splitlines()) == 1


def test_what_is_there_is_not_overwritten(
    homework: Run, parties: dict[str, Party], tmp_path: Path
) -> None:
    out = tmp_path / "records.json"
    out.write_text("mine")
    words = ("--client", parties["A1"].word, "--format", "json", SEES)
    done = homework(*words, "--out", str(out))
    assert done.returncode == 64 and "exists already" in done.stderr
    assert out.read_text() == "mine"
    done = homework(*words, "--out", str(tmp_path / "nowhere" / "records.json"))
    assert done.returncode == 64 and "cannot be written" in done.stderr


def test_whose_it_is_must_be_clear(
    homework: Run, parties: dict[str, Party], tmp_path: Path
) -> None:
    out = tmp_path / "records.json"
    words = ("--format", "json", "--out", str(out), SEES)
    for whose, code, says in (
        ((), 64, "Say whose"),
        (("--client", "Nobody"), 1, "No client is called"),
        (("--therapist", "Dr Nobody"), 1, "No therapist is called"),
        (("--client", parties["twin"].word), 1, "Several clients"),
    ):
        done = homework(*whose, *words)
        assert done.returncode == code and says in done.stderr, done
        assert not out.exists(), "nothing half made stays behind"
    carer = ("--therapist", f"Dr {parties['A'].word}")
    done = homework("--client", parties["twin"].word, *carer, *words)
    assert done.returncode == 0 and out.exists()
