"""What the operator may set, read from the environment or `.env`, checked before anything starts.

Every wrong value is one sentence that names the setting and says what is expected; a secret never
stands in a sentence, a repr or a traceback. It must not know what is done with a setting.
"""

import difflib
import ipaddress
import os
import re
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, cast
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.endings import SettingsWrong
from homework.erasing import MOST_DAYS
from homework.house import USUAL_DAYS
from homework.safety.screening import screened_languages
from homework.store.disk import make_folder

OFFICIAL_API = "https://api.telegram.org"
ENV_FILE = Path(".env")
_TOKEN = re.compile(r"[0-9]{4,20}:[A-Za-z0-9_-]{30,80}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")
_WATCHED = ("/healthz", "/metrics")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SQLITE = ("sqlite+aiosqlite:///", "sqlite:///")


@dataclass(frozen=True, slots=True)
class Listen:
    """Where the bot answers over HTTP: a watcher on this machine, and the messenger's proxy."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Hook:
    """Where the messenger brings updates, and the word by which it is known."""

    url: str = field(repr=False)
    secret: str = field(repr=False)

    @property
    def path(self) -> str:
        """The path of the address, as it is served here."""
        return urlsplit(self.url).path or "/"


class Settings(BaseSettings):
    """The settings of one installation; the names in upper case are the names in the environment.

    What a command does not need may be missing; `token()` and `key_path()` insist.
    """

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=True,
    )

    telegram_bot_token: SecretStr | None = None
    telegram_bot_token_file: Path | None = None
    telegram_api_url: str = OFFICIAL_API
    homework_data_dir: Path = Path("data")
    database_url: str = ""
    homework_key_file: Path | None = None
    homework_languages: Annotated[tuple[str, ...], NoDecode] = ("en",)
    homework_log: Literal["console", "json"] = "console"
    homework_webhook_url: str = ""
    homework_webhook_secret_file: Path | None = None
    homework_listen: str = ""
    homework_retention_days: int = USUAL_DAYS
    homework_forget: Literal["at_once", "therapist_confirms"] = "at_once"
    homework_risk_flags: Literal["on", "off"] = "on"
    homework_operator_chat: int | None = None
    homework_minors: Literal["off", "on"] = "off"

    @field_validator("telegram_bot_token", mode="before")
    @classmethod
    def _token_shape(cls, value: object) -> object:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if isinstance(text, str) and not _TOKEN.fullmatch(text.strip()):
            raise ValueError(
                "TELEGRAM_BOT_TOKEN is not a bot token; expected are digits, a colon and about 35"
                " letters and digits, as @BotFather gives them."
            )
        return text.strip() if isinstance(text, str) else text

    @field_validator("telegram_api_url", mode="before")
    @classmethod
    def _api_root(cls, value: object) -> object:
        wrong = (
            "TELEGRAM_API_URL is not a web address; expected is a root such as"
            " http://127.0.0.1:8081, without user name, query or anything after the path."
        )
        try:
            parts = urlsplit(str(value))
            port_is_fine = parts.port is None or parts.port > 0
        except ValueError:
            raise ValueError(wrong) from None
        fine = parts.scheme in {"http", "https"} and parts.hostname and port_is_fine
        if not fine or parts.username or parts.query or parts.fragment or "/bot" in parts.path:
            raise ValueError(wrong)
        return str(value).rstrip("/")

    @field_validator("homework_data_dir", mode="after")
    @classmethod
    def _data_dir(cls, value: Path) -> Path:
        path = value.expanduser().absolute()
        if path.exists() and not path.is_dir():
            raise ValueError(f"HOMEWORK_DATA_DIR must be a folder; {path} is a file.")
        return path

    @field_validator("database_url", mode="before")
    @classmethod
    def _database(cls, value: object, info: ValidationInfo) -> object:
        text = str(value)
        if not text:
            # Absent when the folder itself was refused; that sentence comes first.
            folder = info.data.get("homework_data_dir", Path("data"))
            return f"{_SQLITE[0]}{folder / 'homework.db'}"
        found = next((start for start in _SQLITE if text.startswith(start)), None)
        name = text.removeprefix(found) if found else ""
        if not found or not name or name.startswith(":") or "?" in name or "#" in name:
            raise ValueError(
                "DATABASE_URL is not understood; expected is sqlite:/// followed by the path of a"
                " file (this version keeps its data in SQLite)."
            )
        return f"{_SQLITE[0]}{Path(name).expanduser().absolute()}"

    @field_validator("homework_languages", mode="before")
    @classmethod
    def _languages(cls, value: object) -> object:
        names = _listed(value)
        known = languages()
        for name in names:
            if not _LANGUAGE.fullmatch(name) or name not in known:
                raise ValueError(
                    f"HOMEWORK_LANGUAGES names {name[:20]!r}; expected are languages of this"
                    f" version, separated by commas: {', '.join(known)}."
                )
        if not names:
            raise ValueError("HOMEWORK_LANGUAGES is empty; expected is at least one, such as en.")
        return names

    @field_validator("homework_log", mode="before")
    @classmethod
    def _log(cls, value: object) -> object:
        if value not in {"console", "json"}:
            raise ValueError('HOMEWORK_LOG is not understood; expected is "console" or "json".')
        return value

    @field_validator("homework_retention_days", mode="before")
    @classmethod
    def _retention(cls, value: object) -> object:
        text = str(value)
        if not (text.isascii() and text.isdigit() and 14 <= int(text) <= 36_525):
            raise ValueError(
                "HOMEWORK_RETENTION_DAYS is not understood; expected is a number of days, 14 or"
                " more (clients are told 14 days before)."
            )
        return int(text)

    @field_validator("homework_forget", mode="before")
    @classmethod
    def _forget(cls, value: object) -> object:
        if value not in {"at_once", "therapist_confirms"}:
            raise ValueError(
                'HOMEWORK_FORGET is not understood; expected is "at_once" or "therapist_confirms".'
            )
        return value

    @field_validator("homework_webhook_url", mode="before")
    @classmethod
    def _webhook(cls, value: object) -> object:
        text = str(value).strip()
        if not text:
            return text
        try:
            parts = urlsplit(text)
            fine = parts.scheme == "https" or (
                parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost"}
            )
            fine = fine and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        except ValueError:
            fine, parts = False, urlsplit("")
        if not fine or parts.username or parts.query or parts.fragment or parts.path in _WATCHED:
            raise ValueError(
                "HOMEWORK_WEBHOOK_URL is not understood; expected is the address under which the"
                " messenger reaches this bot, such as https://bot.example.org/updates."
            )
        return text

    @field_validator("homework_risk_flags", mode="before")
    @classmethod
    def _risk_flags(cls, value: object) -> object:
        if value not in {"on", "off"}:
            raise ValueError('HOMEWORK_RISK_FLAGS is not understood; expected is "on" or "off".')
        return value

    @field_validator("homework_operator_chat", mode="before")
    @classmethod
    def _operator_chat(cls, value: object) -> object:
        text = "" if value is None else str(value).strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**52):
            raise ValueError(
                "HOMEWORK_OPERATOR_CHAT is not understood; expected is the number of your own"
                " Telegram account (no group), such as 123456789; @userinfobot tells it."
            )
        return int(text)

    @field_validator("homework_minors", mode="before")
    @classmethod
    def _minors(cls, value: object) -> object:
        if value not in {"off", "on"}:
            raise ValueError('HOMEWORK_MINORS is not understood; expected is "off" or "on".')
        return value

    @field_validator("homework_listen", mode="before")
    @classmethod
    def _listen(cls, value: object, info: ValidationInfo) -> object:
        text = str(value).strip()
        if text and _address(text) is None:
            raise ValueError(
                "HOMEWORK_LISTEN is not understood; expected are an address of this machine and a"
                " port, such as 127.0.0.1:8787."
            )
        if text and not _is_loopback(text) and not info.data.get("homework_webhook_url"):
            raise ValueError(
                "HOMEWORK_LISTEN would be heard beyond this machine, and while the bot polls nobody"
                " out there has to reach it; expected is an address such as 127.0.0.1:8787."
            )
        return text

    @property
    def listen(self) -> Listen | None:
        """Where /healthz and /metrics answer; None: nowhere."""
        return _address(self.homework_listen)

    def webhook(self) -> Hook | None:
        """Return where updates are brought; None: the bot polls. Raises `SettingsWrong`."""
        path = self.homework_webhook_secret_file
        if not self.homework_webhook_url:
            return None
        if self.listen is None:
            raise SettingsWrong(
                "HOMEWORK_LISTEN is not set, and HOMEWORK_WEBHOOK_URL is; expected is where the"
                " reverse proxy finds the bot, such as 127.0.0.1:8787."
            )
        if path is None:
            raise SettingsWrong(
                "HOMEWORK_WEBHOOK_SECRET_FILE is not set, and HOMEWORK_WEBHOOK_URL is; expected is"
                " the path of a file with a long random word (docs/operations.md)."
            )
        return Hook(self.homework_webhook_url, _secret_from(path.expanduser()))

    @property
    def erasure_days(self) -> int:
        """How long a therapist has to confirm that a client is erased."""
        return MOST_DAYS if self.homework_forget == "therapist_confirms" else 0

    @property
    def screened(self) -> frozenset[str]:
        """The languages in which what clients write is screened."""
        return screened_languages() if self.homework_risk_flags == "on" else frozenset()

    @property
    def database_path(self) -> Path:
        """The SQLite file."""
        return Path(self.database_url.removeprefix(_SQLITE[0]))

    @property
    def keyring_path(self) -> Path:
        """The file of the wrapped keys, in the data folder."""
        return self.homework_data_dir / "keyring.db"

    @property
    def backups_path(self) -> Path:
        """The folder of the backups, in the data folder."""
        return self.homework_data_dir / "backups"

    @property
    def lock_path(self) -> Path:
        """The file that `homework run` holds while it runs."""
        return self.database_path.with_name(self.database_path.name + ".lock")

    @property
    def rotation_lock_path(self) -> Path:
        """The file that `homework key rotate` holds while it works."""
        return self.homework_data_dir / "key-rotation.lock"

    def token(self) -> str:
        """Return the bot token; raise `SettingsWrong` when there is none or two."""
        held, path = self.telegram_bot_token, self.telegram_bot_token_file
        if held is not None and path is not None:
            raise SettingsWrong(
                "TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN_FILE are both set; expected is one."
            )
        if held is not None:
            return held.get_secret_value()
        if path is None:
            raise SettingsWrong(
                "TELEGRAM_BOT_TOKEN is not set; expected is the token that @BotFather gave you, or"
                " TELEGRAM_BOT_TOKEN_FILE with the path of a file that holds it."
            )
        return _token_from(path)

    def key_path(self) -> Path:
        """Return the path of the master key file; raise `SettingsWrong` when it is not set."""
        if self.homework_key_file is None:
            raise SettingsWrong(
                "HOMEWORK_KEY_FILE is not set; expected is the path of a key file outside the data"
                ' folder, made with "homework key new".'
            )
        return self.homework_key_file.expanduser().absolute()

    def make_data_dir(self) -> Path:
        """Make the data folder (only its owner may look inside) and return it."""
        folder = self.homework_data_dir
        try:
            make_folder(folder)
            make_folder(self.database_path.parent)
        except OSError as error:
            raise SettingsWrong(
                f"HOMEWORK_DATA_DIR cannot be made at {folder} ({error.strerror}); expected is a"
                " folder that this user may write to."
            ) from None
        return folder


def languages() -> tuple[str, ...]:
    """Return the languages this version has texts for, English first."""
    folder = files("conversations") / "locales"
    names = {item.name for item in folder.iterdir() if (item / "engine.ftl").is_file()}
    return ("en", *sorted(names - {"en"}))


def names() -> tuple[str, ...]:
    """Return the names of all settings as the environment has them."""
    return tuple(name.upper() for name in Settings.model_fields)


def load(env_file: Path | None = ENV_FILE) -> Settings:
    """Read the settings; raise `SettingsWrong` with one sentence about the first wrong one."""
    _refuse_unknown(os.environ)
    if env_file is not None and env_file.exists():
        _refuse_unknown(_read_env_file(env_file))
    try:
        return Settings(_env_file=env_file)  # pyright: ignore[reportCallIssue]
    except ValidationError as error:
        raise SettingsWrong(_sentence(error)) from None


def holds_token(env_file: Path) -> bool:
    """Whether the bot's token itself stands in a settings file."""
    return bool(_read_env_file(env_file).get("TELEGRAM_BOT_TOKEN"))


def _address(text: str) -> Listen | None:
    """Return host and port of "127.0.0.1:8787", "[::1]:8787" or "localhost:8787"."""
    host, _, port = text.rpartition(":")
    host = "127.0.0.1" if host == "localhost" else host.removeprefix("[").removesuffix("]")
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return None
    fine = port.isascii() and port.isdigit() and 0 < int(port) < 65536
    return Listen(host, int(port)) if fine else None


def _is_loopback(text: str) -> bool:
    found = _address(text)
    return found is not None and ipaddress.ip_address(found.host).is_loopback


def _listed(value: object) -> tuple[str, ...]:
    text = value if isinstance(value, str) else ",".join(cast(Iterable[str], value))
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _token_from(path: Path) -> str:
    try:
        text = path.expanduser().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise SettingsWrong(
            f"TELEGRAM_BOT_TOKEN_FILE cannot be read at {path} ({reason}); expected is a file that"
            " holds the bot token."
        ) from None
    if not _TOKEN.fullmatch(text):
        raise SettingsWrong(
            f"TELEGRAM_BOT_TOKEN_FILE holds no bot token in {path}; expected are digits, a colon"
            " and about 35 letters and digits, as @BotFather gives them."
        )
    return text


def _secret_from(path: Path) -> str:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        text = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not ASCII text"
        raise SettingsWrong(
            f"HOMEWORK_WEBHOOK_SECRET_FILE cannot be read at {path} ({reason}); expected is a file"
            " with a long random word."
        ) from None
    if mode & 0o077:
        raise SettingsWrong(
            f"HOMEWORK_WEBHOOK_SECRET_FILE at {path} may be read or changed by others; expected is"
            f" a file for its owner only: chmod 600 {path}"
        )
    if not _SECRET.fullmatch(text):
        raise SettingsWrong(
            f"HOMEWORK_WEBHOOK_SECRET_FILE holds no such word in {path}; expected are 32 to 256"
            ' letters, digits, "_" and "-" on one line.'
        )
    return text


def _read_env_file(path: Path) -> Mapping[str, str | None]:
    try:
        return dotenv_values(path, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise SettingsWrong(
            f"The settings file {path} cannot be read ({reason}); expected are lines NAME=value."
        ) from None


def _refuse_unknown(found: Iterable[str]) -> None:
    """A setting that would do nothing is refused: its owner believes that it does something."""
    known = names()
    for name in sorted(found):
        upper = name.upper()
        if not upper.startswith("HOMEWORK_") or upper in known:
            continue
        near = difflib.get_close_matches(upper, known, n=1, cutoff=0.8)
        hint = f"expected is {near[0]}" if near else "remove it, .env.example lists what there is"
        raise SettingsWrong(f"{name} is not a setting of this version; {hint}.")


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    told = first.get("ctx", {}).get("error")
    if isinstance(told, ValueError):
        return str(told)
    name = str(first["loc"][0]).upper() if first["loc"] else "A setting"
    return f"{name} is not understood; .env.example says what is expected."
