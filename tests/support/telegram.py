"""The emulated messenger as a test sees it: people with phones who say, press and expect.

Nothing here sleeps: waiting is a long poll that ends with the news or after its time-out.

    async with emulated() as telegram:
        phone = await telegram.person("Ann")
        await phone.say("/start")
        await phone.expect("Welcome")
        await phone.press("Begin")
"""

import base64
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp

from bot.clock import Machine
from bot.demo.emulator import Emulator
from bot.demo.floods import Floods
from bot.demo.server import messenger_app
from bot.demo.serving import serving

TOKEN = "4242424242:AAEmulatedTokenForTestsOnly-0123456789"
PATIENCE = 20.0


@dataclass(frozen=True)
class Seen:
    """A message as it stands on a phone."""

    message_id: int
    text: str
    from_bot: bool
    date: int
    buttons: tuple[tuple[tuple[str, str], ...], ...]
    entities: tuple[dict[str, Any], ...] = ()
    media: str | None = None
    file: dict[str, Any] | None = None
    service: str | None = None
    edited: bool = False
    deleted: bool = False
    silent: bool = False
    versions: tuple[str, ...] = ()
    revision: int = 0

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons, in reading order."""
        return [label for row in self.buttons for label, _ in row]

    def data(self, label: str) -> str:
        """The callback data (or address) behind a label."""
        return next(data for row in self.buttons for name, data in row if name == label)


@dataclass(frozen=True)
class Tap:
    """A pressed button; `text` is what the bot answered to the press itself."""

    query: str
    data: str
    answered: bool
    text: str | None
    alert: bool


@dataclass
class Phone:
    """One person. `chat` is the private chat with the bot; `seen` how far one has read."""

    telegram: "Telegram"
    id: int
    name: str
    seen: int = 0
    last: Seen | None = field(default=None, repr=False)

    @property
    def chat(self) -> int:
        return self.id

    async def say(
        self,
        text: str,
        *,
        date: int | None = None,
        after: float | None = None,
        chat: int | None = None,
        reply_to: int | None = None,
    ) -> list[Seen]:
        """Write; `date` (Unix) or `after` (seconds from now, may be negative) dates it. `reply_to`:
        the message it is written under."""
        return await self._letters(
            "say", text=text, date=date, after=after, chat=chat, reply_to=reply_to
        )

    async def open(self, link: str) -> list[Seen]:
        """Open a start link and press Start."""
        return await self._letters("open", link=link)

    async def press(
        self,
        label: str | None = None,
        *,
        data: str | None = None,
        message_id: int | None = None,
        forged: bool = False,
        chat: int | None = None,
    ) -> Tap:
        """Press the newest button with this label or data; `forged` sends any data."""
        self.seen = max(self.seen, (await self._screen(after=1 << 60))["revision"])
        body = await self.telegram.post(
            f"/person/{self.id}/press",
            label=label,
            data=data,
            message_id=message_id,
            forged=forged,
            chat=chat,
        )
        return _tap(body)

    async def answered(self, tap: Tap, within: float = PATIENCE) -> Tap:
        """Wait until the bot answered the press; fail if it does not."""
        body = await self.telegram.get(f"/person/query/{tap.query}", timeout=within)
        assert body["answered"], f"nobody answered the press of {tap.data!r}"
        return _tap(body)

    async def expect(self, part: str, *, within: float = PATIENCE, anywhere: bool = False) -> Seen:
        """Wait for a bot's message, new or edited since one last read or acted, with `part` in it.

        `anywhere` looks at every message instead. The message found is read; what came before is
        too.
        """
        after = 0 if anywhere else self.seen
        found = await self._find(
            lambda seen: part in seen.text or part in (seen.file or {}).get("name", ""),
            after,
            within,
        )
        assert found is not None, f"{self.name} waited for {part!r}\n{await self.screen()}"
        self.seen = max(self.seen, found.revision)
        self.last = found
        return found

    async def news(self, after: int, within: float) -> tuple[int, list[Seen]]:
        """What changed in the chat since a revision, waiting for it; and the revision now."""
        body = await self._screen(after=after, timeout=within)
        letters = sorted(map(_seen, body["messages"]), key=lambda seen: seen.revision)
        return int(body["revision"]), letters

    async def sees(self, part: str, *, within: float = 1.0) -> bool:
        """Whether such a message comes; it stays unread."""
        return await self._find(lambda seen: part in seen.text, self.seen, within) is not None

    async def expect_button(self, label: str, *, within: float = PATIENCE) -> Seen:
        """Wait for a bot's message that offers a button with this label."""
        found = await self._find(lambda seen: label in seen.labels, 0, within)
        assert found is not None, f"{self.name} waited for [{label}]\n{await self.screen()}"
        return found

    async def expect_gone(self, message_id: int, *, within: float = PATIENCE) -> None:
        """Wait until a message is deleted or has no buttons left."""
        found = await self._find(
            lambda seen: seen.message_id == message_id and (seen.deleted or not seen.buttons),
            0,
            within,
            deleted=True,
        )
        assert found is not None, f"message {message_id} stays\n{await self.screen()}"

    async def edit(self, message_id: int, text: str) -> list[Seen]:
        return await self._letters("edit", message_id=message_id, text=text)

    async def delete(self, message_id: int) -> list[Seen]:
        return await self._letters("delete", message_id=message_id)

    async def forward(self, text: str, author: str = "Somebody else") -> list[Seen]:
        return await self._letters("forward", text=text, author=author)

    async def send(
        self,
        kind: str,
        caption: str = "",
        body: bytes | None = None,
        *,
        name: str | None = None,
        mime: str | None = None,
    ) -> list[Seen]:
        """Send a sticker, photo, voice, document, location, contact …"""
        file = base64.b64encode(body).decode() if body is not None else None
        return await self._letters(
            "send", kind=kind, caption=caption, file=file, name=name, mime=mime
        )

    async def block(self) -> None:
        await self._letters("block")

    async def unblock(self) -> None:
        await self._letters("unblock")

    async def wants_no_voice(self) -> None:
        await self._letters("no_voice")

    async def deactivate(self) -> None:
        await self._letters("deactivate")

    async def group(self, title: str = "A group") -> int:
        """Make a group with the bot in it; return its chat id."""
        body = await self.telegram.post(f"/person/{self.id}/group", title=title)
        return int(body["chat"])

    async def remove_bot(self, chat: int) -> None:
        await self._letters("remove", chat=chat)

    async def messages(self, *, chat: int | None = None, deleted: bool = False) -> list[Seen]:
        """All messages of the chat, oldest first."""
        body = await self._screen(chat=chat)
        letters = [_seen(item) for item in body["messages"]]
        return [seen for seen in letters if deleted or not seen.deleted]

    async def menu(self) -> list[str]:
        """The commands the phone offers."""
        return [item["command"] for item in (await self._screen())["menu"]]

    async def pinned(self) -> list[int]:
        return list((await self._screen())["pinned"])

    async def action(self) -> str:
        """What the bot seems to be doing ("typing"), empty if nothing."""
        return str((await self._screen())["action"])

    async def download(self, seen: Seen) -> bytes:
        """The bytes of the file in a message."""
        assert seen.file is not None, "there is no file in that message"
        return await self.telegram.bytes(f"/person/file/{seen.file['id']}")

    async def screen(self, *, chat: int | None = None) -> str:
        """A transcript of the chat."""
        lines: list[str] = []
        for seen in await self.messages(chat=chat, deleted=True):
            who = "<" if seen.from_bot else ">"
            marks = " (edited)" * seen.edited + " (deleted)" * seen.deleted
            what = seen.service or seen.text
            if seen.media:
                what = f"[{seen.media}] {what}"
            lines.append(f"{who} #{seen.message_id}{marks} " + what.replace("\n", "\n    "))
            lines += ["    " + " ".join(f"[{label}]" for label, _ in row) for row in seen.buttons]
        return "\n".join(lines)

    async def _letters(self, act: str, **params: Any) -> list[Seen]:
        body = await self.telegram.post(f"/person/{self.id}/{act}", **params)
        letters = [_seen(item) for item in body["messages"]]
        self.seen = max([self.seen, *(seen.revision for seen in letters)])
        return letters

    async def _screen(self, **params: Any) -> dict[str, Any]:
        return await self.telegram.get(f"/person/{self.id}/screen", **params)

    async def _find(
        self,
        fits: Callable[[Seen], bool],
        after: int,
        within: float,
        *,
        deleted: bool = False,
    ) -> Seen | None:
        machine = Machine()
        deadline = machine.monotonic() + within
        news = after
        while True:
            left = deadline - machine.monotonic()
            body = await self._screen(after=news, timeout=max(0.0, left))
            letters = sorted(map(_seen, body["messages"]), key=lambda seen: seen.revision)
            for seen in letters:
                if seen.from_bot and (deleted or not seen.deleted) and fits(seen):
                    return seen
            if left <= 0:
                return None
            news = max(news, int(body["revision"]))


@dataclass
class Telegram:
    """A running emulator. `root` is what `TELEGRAM_API_URL` takes."""

    root: str
    token: str
    http: aiohttp.ClientSession = field(repr=False)
    emulator: Emulator | None = field(default=None, repr=False)

    @property
    def base_url(self) -> str:
        """What PTB's `Bot` takes as `base_url`."""
        return f"{self.root}/bot"

    @property
    def base_file_url(self) -> str:
        """What PTB's `Bot` takes as `base_file_url`."""
        return f"{self.root}/file/bot"

    async def person(
        self, name: str, *, username: str | None = None, language: str = "en"
    ) -> Phone:
        """A new person who has not met the bot yet."""
        body = await self.post("/person", name=name, username=username, language=language)
        return Phone(self, int(body["id"]), name)

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call the Bot API as a bot would; return the whole answer, refused or not."""
        url = f"{self.root}/bot{self.token}/{method}"
        async with self.http.post(url, json=_given(params)) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def fault(self, kind: str, method: str = "*", **params: Any) -> None:
        """Switch a fault on: `times`, `skip`, `seconds`, `chat`, `for_good`."""
        await self.post("/person/faults", kind=kind, method=method, **params)

    async def no_faults(self) -> None:
        async with self.http.delete(f"{self.root}/person/faults") as response:
            assert response.status == 200

    async def queue(self, **params: Any) -> dict[str, Any]:
        """Spoil the queue: `garbage=[…]`, `redeliver=n`, `shuffle=n`, `restart=id` (0: random)."""
        return await self.post("/person/queue", **params)

    async def advance(self, seconds: float) -> None:
        """Move the emulator's clocks on."""
        await self.post("/person/clock", advance=seconds)

    async def settings(self, **params: Any) -> None:
        """Set `floods`, `per_second`, `chat_burst`, `query_lifetime`, `privacy_mode`."""
        await self.post("/person/settings", **params)

    async def sends(self, after: int = 0) -> list[dict[str, Any]]:
        """Every accepted send and edit, oldest first."""
        return list((await self.get("/person/log", after=after))["sends"])

    async def calls(
        self, method: str | None = None, *, after: int = 0, within: float = 0.0
    ) -> list[dict[str, Any]]:
        """Every call that was made, with its code (0: cut); waits for one if `within` is given."""
        body = await self.get("/person/calls", method=method, after=after, timeout=within)
        return list(body["calls"])

    async def post(self, path: str, **params: Any) -> dict[str, Any]:
        async with self.http.post(self.root + path, json=_given(params)) as response:
            return await _body(response)

    async def get(self, path: str, **params: Any) -> dict[str, Any]:
        async with self.http.get(self.root + path, params=_given(params)) as response:
            return await _body(response)

    async def bytes(self, path: str) -> bytes:
        async with self.http.get(self.root + path) as response:
            assert response.status == 200, path
            return await response.read()


@asynccontextmanager
async def emulated(
    *,
    token: str = TOKEN,
    calendar: Callable[[], datetime] | None = None,
    machine: Callable[[], float] | None = None,
    floods: Floods | None = None,
    port: int = 0,
    seed: int = 1,
) -> AsyncGenerator[Telegram, None]:
    """Start an emulator in this process. Flood limits are off unless `floods` is given."""
    clock = Machine()
    emulator = Emulator(
        token,
        calendar=calendar or clock.now,
        machine=machine or clock.monotonic,
        floods=floods or Floods(on=False),
        seed=seed,
    )
    async with (
        serving(messenger_app(emulator), port=port, before_stop=emulator.close) as root,
        connected(root, token) as telegram,
    ):
        telegram.emulator = emulator
        yield telegram


@asynccontextmanager
async def connected(root: str, token: str = TOKEN) -> AsyncGenerator[Telegram, None]:
    """Use an emulator that runs already, here or in another process."""
    async with aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=90), connector=aiohttp.TCPConnector(limit=0)
    ) as http:
        yield Telegram(root, token, http)


class PhoneRefuses(AssertionError):
    """A phone would not let its owner do this."""


async def _body(response: aiohttp.ClientResponse) -> dict[str, Any]:
    body: dict[str, Any] = await response.json()
    if response.status != 200:
        raise PhoneRefuses(body["error"])
    return body


def _given(params: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in params.items() if value is not None}


def _seen(item: dict[str, Any]) -> Seen:
    return Seen(
        message_id=item["message_id"],
        text=item["text"],
        from_bot=item["from_bot"],
        date=item["date"],
        buttons=tuple(
            tuple((b["text"], b.get("callback_data") or b.get("url", "")) for b in row)
            for row in item["buttons"]
        ),
        entities=tuple(item["entities"]),
        media=item["media"],
        file=item["file"],
        service=item["service"],
        edited=item["edited_at"] is not None,
        deleted=item["deleted"],
        silent=item["silent"],
        versions=tuple(item["versions"]),
        revision=item["revision"],
    )


def _tap(body: dict[str, Any]) -> Tap:
    return Tap(body["query"], body["data"], body["answered"], body["text"], body["alert"])
