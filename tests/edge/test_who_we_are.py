"""Asking a Bot API server who we are, and what the doctor says of it."""

import base64
import os
from pathlib import Path

import pytest

from bot.checkup import Finding, examine
from bot.endings import SETTINGS, classify
from bot.identity import known_username, learn_username
from bot.settings import Settings
from bot.transport import NoSuchPlace, TokenRefused
from tests.support.telegram import emulated


def settings_for(folder: Path, root: str, token: str, operator: int = 4711) -> Settings:
    key = folder / "master.key"
    key.write_bytes(base64.b64encode(os.urandom(32)))
    key.chmod(0o600)
    (folder / "data").mkdir(mode=0o700, exist_ok=True)
    return Settings.model_validate(
        {
            "telegram_bot_token": token,
            "telegram_api_url": root,
            "homework_key_file": key,
            "homework_data_dir": folder / "data",
            "homework_operator_chat": operator,
        }
    )


async def found(settings: Settings) -> dict[str, Finding]:
    return {one.check: one async for one in examine(settings)}


async def test_the_name_is_learned_and_kept_for_when_nothing_answers(tmp_path: Path) -> None:
    async with emulated() as telegram:
        settings = settings_for(tmp_path, telegram.root, telegram.token)
        name = await learn_username(settings)
    assert name
    assert known_username(tmp_path / "data") == name
    assert await learn_username(settings) == name


async def test_nothing_is_known_when_nothing_ever_answered(tmp_path: Path) -> None:
    async with emulated() as telegram:
        settings = settings_for(tmp_path, telegram.root, telegram.token)
    assert await learn_username(settings) is None


async def test_the_doctor_names_the_bot_and_compares_clocks(tmp_path: Path) -> None:
    async with emulated() as telegram:
        operator = await telegram.person("Olga")
        await operator.say("/start")
        findings = await found(settings_for(tmp_path, telegram.root, telegram.token, operator.id))
    assert findings["messenger"].state == "ok"
    assert "@" in findings["messenger"].text
    assert {one.state for name, one in findings.items() if name != "database"} == {"ok"}


async def test_the_doctor_finds_an_operator_whom_no_alert_would_reach(tmp_path: Path) -> None:
    async with emulated() as telegram:
        settings = settings_for(tmp_path, telegram.root, telegram.token)
        assert (await found(settings))["operator"].state == "warning", "never heard of"
        operator = await telegram.person("Olga")
        settings = settings_for(tmp_path, telegram.root, telegram.token, operator.id)
        never = (await found(settings))["operator"]
        assert never.state == "warning" and "press Start" in never.text
        await operator.say("/start")
        assert (await found(settings))["operator"].state == "ok"
        await operator.block()
        assert (await found(settings))["operator"].state == "warning"


async def test_the_doctor_finds_a_token_of_another_bot(tmp_path: Path) -> None:
    other = "1111111111:" + "B" * 35
    async with emulated() as telegram:
        findings = await found(settings_for(tmp_path, telegram.root, other))
    assert findings["messenger"].state == "wrong"
    assert findings["messenger"].setting
    assert other not in findings["messenger"].text


@pytest.mark.parametrize("error", [TokenRefused(), NoSuchPlace()])
def test_a_refused_token_is_a_wrong_setting(error: Exception) -> None:
    ending = classify(error)
    assert ending is not None
    assert ending.exit_code == SETTINGS
    assert "TELEGRAM_BOT_TOKEN" in str(ending)
