"""Log lines: a canary token and a canary answer never appear, whoever logs them."""

import asyncio
import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from bot import telemetry

TOKEN = "123456789:" + "AbCdEfGhIjKlMnOpQrStUvWxYz-_0123456"
ANSWER = "canary-of-an-answer"


@pytest.fixture(params=["json", "console"])
def written(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    telemetry.setup(request.param)
    yield stream
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    made = asyncio.new_event_loop()
    yield made
    made.close()


def fail_on(text: str) -> None:
    int(text)


def test_a_token_is_hidden_wherever_it_stands(
    written: io.StringIO, loop: asyncio.AbstractEventLoop
) -> None:
    plain = logging.getLogger("some.package")
    plain.warning("POST https://api.telegram.org/bot%s/sendMessage", TOKEN)
    plain.warning("escaped /bot%s/getMe", TOKEN.replace(":", "%3A"))
    plain.warning("short bot123:abc/getMe and %r", {"token": TOKEN})
    structlog.get_logger("bot.x").info("sent", url=f"/file/bot{TOKEN}/photo.jpg", more=[TOKEN])
    try:
        raise OSError(5, "no", f"https://host/bot{TOKEN}/getMe")
    except OSError:
        plain.exception("it broke")
    telemetry.loop_error(loop, {"message": f"bot{TOKEN}"})
    text = written.getvalue()
    assert text.count(telemetry.HIDDEN) >= 7
    assert TOKEN.partition(":")[2] not in text
    assert "bot123:abc" not in text


def test_a_message_of_a_foreign_exception_is_not_told(
    written: io.StringIO, loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        try:
            fail_on(ANSWER)
        except ValueError as error:
            raise KeyError(ANSWER) from error
    except KeyError as error:
        structlog.get_logger("bot.x").exception("could not handle an update")
        logging.getLogger("apscheduler").error("job raised", exc_info=True)
        telemetry.loop_error(loop, {"message": "lost", "exception": error})
        monkeypatch.setattr(sys, "stderr", written)
        sys.excepthook(type(error), error, error.__traceback__)
    text = written.getvalue()
    assert ANSWER not in text
    assert text.count("KeyError") >= 4
    assert text.count("fail_on") >= 4
    assert text.count("ValueError") >= 4


def test_a_task_that_dies_unseen_does_not_tell_its_message(written: io.StringIO) -> None:
    async def dies() -> None:
        fail_on(ANSWER)

    async def forget() -> None:
        asyncio.get_running_loop().set_exception_handler(telemetry.loop_error)
        task = asyncio.create_task(dies())
        await asyncio.wait([task])
        del task

    asyncio.run(forget())
    assert "never retrieved" in written.getvalue()
    assert ANSWER not in written.getvalue()


def test_libraries_are_quiet(written: io.StringIO) -> None:
    for name in ("telegram", "aiohttp.access", "httpx", "httpcore", "apscheduler.scheduler"):
        logging.getLogger(name).info("chatter")
    logging.getLogger("bot.x").info("wanted")
    assert "chatter" not in written.getvalue()
    assert "wanted" in written.getvalue()


@pytest.mark.parametrize("written", ["json"], indirect=True)
def test_json_is_one_object_a_line(written: io.StringIO) -> None:
    structlog.get_logger("bot.x").info("started", clients=3)
    logging.getLogger("scheduler.y").warning("two\nlines %s", "here")
    lines = written.getvalue().strip().splitlines()
    first, second = map(json.loads, lines)
    assert (first["event"], first["clients"], first["level"]) == ("started", 3, "info")
    assert second["event"] == "two\nlines here"


def test_own_errors_keep_their_sentence() -> None:
    from bot.endings import SettingsWrong

    told = telemetry.describe(SettingsWrong("HOMEWORK_LOG is wrong."))
    assert told == "bot.endings.SettingsWrong: HOMEWORK_LOG is wrong."
    assert telemetry.describe(ValueError(ANSWER)) == "ValueError"


def test_counters_count_without_identifiers() -> None:
    telemetry.UPDATES.labels(outcome="handled").inc(2)
    telemetry.DEAD_UPDATES.inc()
    telemetry.SENDS.labels(kind="step", result="sent").inc()
    telemetry.TIMERS.labels(kind="prompt", outcome="fired").inc()
    counts = telemetry.counts()
    assert counts["homework_updates_total,handled"] >= 2
    assert counts["homework_sends_total,step,sent"] >= 1
