"""What `homework doctor` looks at, and what it finds. It changes nothing and repairs nothing.

Each finding is one line: what was looked at, how it is, what to do. It must not know how findings
are shown.
"""

import os
import shutil
import stat
from collections.abc import AsyncGenerator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Literal

import aiohttp
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.calls import Api
from bot.clock import Machine
from bot.endings import Ending, SettingsWrong, classify
from bot.identity import ASK_SECONDS
from bot.keyfile import next_path, read_key
from bot.lock import is_held
from bot.opening import check_not_lost, open_keyring, opened
from bot.pulse import LIMITS
from bot.settings import ENV_FILE, Settings, holds_token
from bot.transport import AiohttpRequest, NoSuchPlace
from homework import packaged
from homework.safety import confirmations, crisis
from homework.store.backups import examine as examine_backup
from homework.store.backups import listed, newest
from homework.store.inspection import inspect
from homework.store.keyring import BACKUP_NAME
from homework.store.people import countries_of_clients
from homework.store.troubles import StoreError

State = Literal["ok", "warning", "wrong"]
ROOM, LEAST_ROOM = 100_000_000, 10_000_000
"""Bytes that should be free beside another copy of the database, and without which it may stop."""
SKEW_SECONDS = 2.0
"""Beyond this a text may be taken for an answer to the question before the one its writer saw."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`setting` marks what a changed setting would mend; it decides the exit code."""

    check: str
    state: State
    text: str
    setting: bool = False


async def examine(settings: Settings) -> AsyncGenerator[Finding]:
    """Look at one thing after the other; each finding comes as soon as it is known."""
    yield _token(settings)
    yield _key(settings)
    for found in _webhook(settings):
        yield found
    yield alert_finding(settings)
    yield flags_finding(settings)
    usable = _usable(settings.homework_data_dir)
    for found in _data_folder(settings) if usable else [_closed(settings)]:
        yield found
    yield Finding("languages", "ok", ", ".join(settings.homework_languages) + " offered")
    for found in _drafts(settings):
        yield found
    yield _words()
    if usable:
        async for found in _database(settings):
            yield found
        yield _backups(settings)
    async for found in _messenger(settings):
        yield found


def _token(settings: Settings) -> Finding:
    try:
        settings.token()
    except SettingsWrong as wrong:
        return Finding("token", "wrong", str(wrong), setting=True)
    path = settings.telegram_bot_token_file
    if path is not None and _open_to_others(path.expanduser()):
        return Finding("token", "warning", f"others may read {path}: chmod 600 {path}")
    if path is None and _open_to_others(ENV_FILE) and holds_token(ENV_FILE):
        text = f"others may read the token in {ENV_FILE}: chmod 600 {ENV_FILE}"
        return Finding("token", "warning", text)
    return Finding("token", "ok", "has the form of a bot token")


def _key(settings: Settings) -> Finding:
    try:
        read_key(settings.key_path(), settings.homework_data_dir)
    except SettingsWrong as wrong:
        return Finding("key", "wrong", str(wrong), setting=True)
    if next_path(settings.key_path()).exists():
        text = "a change of the key was cut off and goes on with: homework key rotate"
        return Finding("key", "warning", text)
    return Finding("key", "ok", "32 bytes, outside the data folder, for its owner only")


def _webhook(settings: Settings) -> list[Finding]:
    try:
        hook = settings.webhook()
    except SettingsWrong as wrong:
        return [Finding("webhook", "wrong", str(wrong), setting=True)]
    return [Finding("webhook", "ok", f"updates are brought to {hook.url}")] if hook else []


def alert_finding(settings: Settings) -> Finding:
    """Return whether somebody is told of an alert that no therapist has looked at."""
    if settings.homework_operator_chat is not None:
        return Finding("alerts", "ok", "HOMEWORK_OPERATOR_CHAT is told when nobody else looks")
    text = "nobody is told when no therapist looks at an alert: set HOMEWORK_OPERATOR_CHAT"
    return Finding("alerts", "warning", text)


def flags_finding(settings: Settings) -> Finding:
    """Return where what clients write is looked through for words of danger, and where not."""
    without = [one for one in settings.homework_languages if one not in settings.screened]
    if not without:
        return Finding("flags", "ok", "what clients write is looked through; it misses things")
    text = f"what clients write is not looked through in {', '.join(without)}; the consent says so"
    return Finding("flags", "ok", text)


def _data_folder(settings: Settings) -> list[Finding]:
    folder, keyring = settings.homework_data_dir, settings.keyring_path
    if not folder.exists():
        return [Finding("data folder", "warning", f"{folder} is not there yet; it will be made")]
    found = [Finding("data folder", "ok", str(folder))]
    if _open_to_others(folder):
        found = [Finding("data folder", "warning", f"others may look inside: chmod 700 {folder}")]
    holds_data = inspect(settings.database_path).holds_data
    if keyring.exists():
        found.append(Finding("keyring", "ok", str(keyring)))
    elif holds_data:
        text = f"{keyring} is missing although there is data; copy {BACKUP_NAME} there"
        found.append(Finding("keyring", "wrong", text))
    else:
        found.append(Finding("keyring", "ok", "none yet; made with the first data"))
    if is_held(settings.lock_path):
        found.append(Finding("bot", "ok", "is running on this database"))
    path = settings.database_path
    size = path.stat().st_size if path.exists() else 0
    found.append(room_finding(shutil.disk_usage(folder).free, size))
    return found


def _usable(folder: Path) -> bool:
    return not folder.exists() or os.access(folder, os.R_OK | os.W_OK | os.X_OK)


def _closed(settings: Settings) -> Finding:
    folder = settings.homework_data_dir
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        text = (
            f"{folder} is on a disk that can only be read now, so nothing can be kept: see what the"
            " system's log says of the disk, and have it mounted for writing again"
        )
        return Finding("data folder", "wrong", text)
    text = (
        f"{folder} is not open to this user; ask as the user as whom the bot"
        " runs: sudo -u <that user> homework doctor"
    )
    return Finding("data folder", "wrong", text, setting=True)


def room_finding(free: int, size: int) -> Finding:
    """Return whether there is room where the data lies, for a database of `size` bytes; each
    backup is another copy of it."""
    text = f"{free / 1e6:,.0f} MB are free where the data lies"
    if free < LEAST_ROOM:
        return Finding("disk", "wrong", f"{text}: nothing can be kept soon; make room")
    if free < size + ROOM:
        return Finding(
            "disk", "warning", f"{text}, and a backup takes {size / 1e6:,.0f}; make room"
        )
    return Finding("disk", "ok", text)


def _drafts(settings: Settings) -> list[Finding]:
    """Languages in which nobody has read what clients will read."""
    return [
        Finding(
            "language",
            "warning",
            f"{code} is a machine's draft that nobody has read yet, and the consent says so;"
            " docs/languages.md tells how to review it",
        )
        for code in settings.homework_languages
        if not packaged.language(code).reviewed
    ]


def _words() -> Finding:
    try:
        count = len(packaged.worksheets())
    except packaged.PackageBroken as broken:
        return Finding("worksheets", "wrong", str(broken))
    return Finding("worksheets", "ok", f"{count} on the shelf")


async def _database(settings: Settings) -> AsyncGenerator[Finding]:
    path = settings.database_path
    seen = inspect(path, thoroughly=True)
    if lost := _lost(settings):
        yield lost
        return
    if not seen.exists:
        yield Finding("database", "warning", f'{path} is not there yet: "homework db upgrade"')
        return
    if seen.damage:
        what = seen.damage.splitlines()[0]
        text = f"{path} is damaged: {what}; put a copy back: homework restore FILE"
        yield Finding("database", "wrong", text)
        return
    if not settings.keyring_path.exists():
        yield Finding("database", "ok", f"{path} is whole")
        return
    try:
        async with opened(settings) as database:
            yield Finding("database", "ok", f"{path} is whole and of this version")
            async with database.transaction(Machine().now()) as unit:
                lived_in = await countries_of_clients(unit)
    except Exception as error:
        ending = classify(error)
        if ending is None:
            raise
        yield _finding_of(ending)
        return
    for found in crisis_findings(settings.homework_data_dir, lived_in, Machine().now().date()):
        yield found


def _lost(settings: Settings) -> Finding | None:
    """Say so where the clients have keys, and the database has no clients."""
    if not settings.keyring_path.exists():
        return None
    try:
        master = read_key(settings.key_path(), settings.homework_data_dir)
        with closing(open_keyring(settings, master)) as keyring:
            check_not_lost(settings, keyring)
    except SettingsWrong as wrong:
        return _finding_of(wrong)
    except StoreError:
        return None  # looked at below
    return None


def _backups(settings: Settings) -> Finding:
    """Look at the newest backup anew: a disk may spoil what was whole when it was written."""
    there = listed(settings.backups_path)
    if not there:
        missed = inspect(settings.database_path).holds_data
        text = 'none yet; the running bot makes one, or "homework backup"'
        return Finding("backups", "warning" if missed else "ok", text)
    now = Machine().now()
    last = newest(settings.backups_path, now)
    if last is None or last != there[0]:
        text = (
            f"{there[0].path.name} is dated ahead of now, so the clock was wrong when it was made,"
            " or is now; if it is right, move that file elsewhere"
        )
        return Finding("backups", "warning", text)
    try:
        examine_backup(last.path)
    except StoreError as broken:
        return Finding("backups", "wrong", f"{broken}; make another: homework backup")
    age = int((now - last.at).total_seconds() // 60)
    text = f"{len(there)}, the newest {age} min old and whole"
    late = is_held(settings.lock_path) and age * 60 > LIMITS["backup"]
    return Finding("backups", "warning" if late else "ok", text)


def _finding_of(ending: Ending) -> Finding:
    setting = isinstance(ending, SettingsWrong)
    return Finding("database", "wrong", str(ending), setting=setting)


def crisis_findings(folder: Path, lived_in: set[str], today: date) -> Sequence[Finding]:
    """Return how the crisis lines of the clients' countries stand on a day."""
    try:
        book = crisis.load(folder)
        given = confirmations.confirmed(folder)
    except (crisis.CrisisLinesInvalid, confirmations.ConfirmationsInvalid, OSError) as error:
        return [Finding("crisis lines", "wrong", str(error))]
    amiss = confirmations.findings(lived_in, given, today, book=book)
    if not amiss and not given:
        text = "none is confirmed; before the first client: homework crisis confirm <country>"
        return [Finding("crisis lines", "warning", text)]
    if not amiss:
        told = "confirmed" if lived_in else "no client has named a country yet"
        return [Finding("crisis lines", "ok", told)]
    states: dict[str, State] = {"warn": "warning", "fail": "wrong"}
    return [Finding("crisis lines", states[one.level], one.sentence) for one in amiss]


async def _messenger(settings: Settings) -> AsyncGenerator[Finding]:
    try:
        token = settings.token()
    except SettingsWrong:
        return
    request = AiohttpRequest(connections=1, read=ASK_SECONDS)
    await request.initialize()
    try:
        api = Api(token, settings.telegram_api_url, request)
        me = await api.identify()
        yield Finding("messenger", "ok", f"reachable; the bot is @{me.username}")
        if settings.homework_operator_chat is not None:
            yield await _operator(api, settings.homework_operator_chat)
    except (InvalidToken, NoSuchPlace):
        yield Finding("messenger", "wrong", "the server knows no bot with this token", setting=True)
    except TelegramError:
        yield Finding("messenger", "warning", f"{settings.telegram_api_url} cannot be reached now")
        return
    finally:
        await request.shutdown()
    theirs = await _date_of(settings.telegram_api_url)
    if theirs is not None:
        yield clock_finding(Machine().now(), theirs)


async def _operator(api: Api, chat: int) -> Finding:
    """Whether the bot may write to the operator: it shows them for a moment that it types."""
    try:
        await api.call("sendChatAction", {"chat_id": chat, "action": "typing"})
    except (BadRequest, Forbidden):
        text = (
            "the bot cannot write to HOMEWORK_OPERATOR_CHAT: open its chat from that account and"
            " press Start"
        )
        return Finding("operator", "warning", text)
    return Finding("operator", "ok", "the bot may write to HOMEWORK_OPERATOR_CHAT")


async def _date_of(root: str) -> datetime | None:
    limit = aiohttp.ClientTimeout(total=ASK_SECONDS)
    with suppress(aiohttp.ClientError, TimeoutError, LookupError, ValueError):
        async with (
            aiohttp.ClientSession(timeout=limit, trust_env=True) as session,
            session.head(root, allow_redirects=False) as answer,
        ):
            return parsedate_to_datetime(answer.headers["Date"])
    return None


def clock_finding(ours: datetime, theirs: datetime) -> Finding:
    """Compare this machine's clock with the messenger's, which tells whole seconds."""
    apart = (ours - theirs).total_seconds()
    if -SKEW_SECONDS <= apart <= SKEW_SECONDS + 1:
        return Finding("clock", "ok", "agrees with the messenger's")
    way = "ahead of" if apart > 0 else "behind"
    text = f"{abs(apart):.0f} s {way} the messenger's; let the machine set its clock (NTP)"
    return Finding("clock", "warning", text)


def _open_to_others(path: Path) -> bool:
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
    except OSError:
        return False
