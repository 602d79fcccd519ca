"""What is written about a run: log lines and counters, never a secret and never a person's words.

Two nets. Every finished line is searched for tokens before it leaves. Of an exception only its kind
and its way through the code are told; its message only when our own code or the system wrote it,
since `int("...")` and the like quote what somebody typed. It must not know the database.
"""

import asyncio
import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Literal, cast

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge

_LOUD = (
    "telegram",
    "aiohttp",
    "httpx",
    "httpcore",
    "apscheduler",
    "aiosqlite",
    "alembic",
    "sqlalchemy",
    "asyncio",
    "uvicorn",
)
_TOKEN = re.compile(r"(?<!\d)(?:bot)?\d{4,}+(?::|%3A|%3a)[A-Za-z0-9_-]{20,}|bot\d+:[^/\s\"']+")
_OURS = ("bot", "scheduler", "homework", "conversations")
HIDDEN = "[token]"

Event = MutableMapping[str, object]

# Counters carry no identifiers: labels come from closed sets in the code.
REGISTRY = CollectorRegistry()
UPDATES = Counter(
    "homework_updates", "Updates handled, by outcome.", ["outcome"], registry=REGISTRY
)
DEAD_UPDATES = Counter(
    "homework_dead_updates", "Updates put aside after three tries.", registry=REGISTRY
)
SENDS = Counter(
    "homework_sends", "Messages by kind and result.", ["kind", "result"], registry=REGISTRY
)
TIMERS = Counter(
    "homework_timers", "Timers by kind and outcome.", ["kind", "outcome"], registry=REGISTRY
)
SCREENING = Counter(
    "homework_screening",
    "Texts in which something was found, and screenings and alerts that failed.",
    ["outcome"],
    registry=REGISTRY,
)
AGE = Gauge(
    "homework_age_seconds", "Seconds since a thing last went well.", ["what"], registry=REGISTRY
)
HEARTBEAT = Gauge(
    "homework_heartbeat_seconds", "Machine time of the last heartbeat.", registry=REGISTRY
)


def redact(text: str) -> str:
    """Return `text` with everything that looks like a bot token replaced by `[token]`."""
    return _TOKEN.sub(HIDDEN, text)


def describe(error: BaseException) -> str:
    """Return kinds and frames of an exception and its causes; messages only of safe kinds."""
    parts = [
        f"{_title(link)}\n{''.join(traceback.format_tb(link.__traceback__))}".rstrip()
        for link in _chain(error)
    ]
    return redact("\ncaused by ".join(parts))


def counts() -> dict[str, float]:
    """Return every counter that is not zero, by its name and labels."""
    return {
        ",".join((sample.name, *sample.labels.values())): sample.value
        for metric in REGISTRY.collect()
        for sample in metric.samples
        if sample.value and not sample.name.endswith("_created")
    }


class _Redacting(structlog.stdlib.ProcessorFormatter):
    """Redaction is the last thing that happens to a line, whoever wrote it."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def setup(log: Literal["console", "json"]) -> None:
    """Write log lines, structlog's and the standard library's, to stderr in the chosen form."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _tell_exception,
    ]
    drawn: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if log == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        _Redacting(
            foreign_pre_chain=[structlog.stdlib.PositionalArgumentsFormatter(), *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, drawn],
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _last_words


def loop_error(loop: asyncio.AbstractEventLoop, context: Mapping[str, object]) -> None:
    """Log what an event loop reports; for `loop.set_exception_handler`.

    The loop's own handler prints the repr of tasks, and with it the message of their exceptions.
    """
    error = context.get("exception")
    logging.getLogger("bot.loop").error(
        "%s", context.get("message"), exc_info=error if isinstance(error, BaseException) else None
    )


def _tell_exception(_logger: object, _method: str, event: Event) -> Event:
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    error = cast(tuple[object, ...], info)[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["exception"] = describe(error)
    return event


def _last_words(
    _kind: type[BaseException], error: BaseException, _where: TracebackType | None
) -> None:
    sys.stderr.write(describe(error) + "\n")


def _chain(error: BaseException) -> list[BaseException]:
    links: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in links:
        links.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return links


def _title(error: BaseException) -> str:
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    told = kind.__module__.partition(".")[0] in _OURS or isinstance(error, OSError | ImportError)
    return f"{name}: {error}" if told else name
