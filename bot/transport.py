"""HTTP to the messenger's server, over one connection pool.

Why not the library's own: on httpx it sends a tenth as many messages a second, and it can't tell a
request that never left from one whose fate is unknown. Here that is the whole point: a failure is
`NeverSent` or `MaybeSent`, and nobody else looks at exceptions of the HTTP library. No message of
an error carries the address, because the address carries the token.
"""

import json
from functools import lru_cache
from typing import Any, cast
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData
from yarl import URL

from scheduler.sending import CannotSend

CONNECTIONS = 80
POOL_SECONDS = 5.0
CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
UPLOAD_SECONDS = 60.0


class NeverSent(NetworkError):
    """The request never reached the server."""


class NoSuchPlace(NeverSent):
    """The server knows no such bot or method: the token or `TELEGRAM_API_URL` is wrong."""

    def __init__(self) -> None:
        super().__init__(str(self.__doc__))


class MaybeSent(NetworkError):
    """The request may or may not have been carried out."""


class Flooded(TelegramError):
    """The server asks for a pause of `seconds`; the request was not carried out."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The server asks for a pause of {seconds:g} s.")
        self.seconds = seconds


class TokenRefused(InvalidToken, CannotSend):
    """The server does not accept the bot token; make a new one with BotFather and restart."""

    def __init__(self) -> None:
        super().__init__(str(self.__doc__))


_NEVER = (
    aiohttp.ClientConnectorError,  # refused, no such host, TLS: nothing was written
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
)


class AiohttpRequest(BaseRequest):
    """A `telegram.request.BaseRequest` on aiohttp; safe for many calls at once.

    `read` seconds are granted to the server for an answer when a call does not say otherwise.
    """

    __slots__ = ("_limit", "_proxies", "_read", "_session")

    def __init__(self, *, connections: int = CONNECTIONS, read: float = READ_SECONDS) -> None:
        self._limit = connections
        self._read = read
        # Asked once: `trust_env` asks again in a thread at every request, four times its own cost.
        self._proxies = getproxies()
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds granted to the server for an answer."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool; harmless when it is open."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._limit, keepalive_timeout=30)
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                auto_decompress=True,
            )

    async def shutdown(self) -> None:
        """Close the pool; harmless when it is closed."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return status and body of an answer that says what became of the request.

        Raises `NeverSent`, `MaybeSent`, `Flooded`, `TokenRefused`, `BadRequest`; 400, 403 and 409
        are left to the library, which makes `BadRequest`, `Forbidden`, `Conflict` of them.
        """
        uploading = request_data is not None and request_data.contains_files
        read = _seconds(read_timeout, self._read)
        connect = _seconds(connect_timeout, CONNECT_SECONDS)
        status, body = await self._exchange(
            _address(url),
            method,
            _body(request_data),
            _limits(connect, read, UPLOAD_SECONDS if uploading else 0.0),
        )
        _check(status, body)
        return status, body

    async def fetch(self, url: str, limit: int) -> bytes:
        """Return the body of a file of at most `limit` bytes; raise `BadRequest` or `MaybeSent`."""
        if self._session is None:
            raise NeverSent("The connection pool is not open.")
        target = URL(url, encoded=True)
        limits = aiohttp.ClientTimeout(total=UPLOAD_SECONDS, sock_connect=CONNECT_SECONDS)
        try:
            async with self._session.get(
                target, timeout=limits, allow_redirects=False, proxy=self._proxy(target)
            ) as answer:
                body = await answer.content.read(limit + 1) if answer.status == 200 else b""
                while len(body) <= limit and not answer.content.at_eof():
                    body += await answer.content.read(limit + 1 - len(body))
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            failure = MaybeSent(type(error).__name__)
        else:
            if status >= 500 or status == 429:
                raise MaybeSent(f"HTTP {status}")
            if status != 200 or len(body) > limit:
                raise BadRequest("file is too big" if status == 200 else f"HTTP {status}")
            return body
        raise failure

    async def _exchange(
        self,
        url: URL,
        method: str,
        body: aiohttp.FormData | aiohttp.BytesPayload | None,
        limits: aiohttp.ClientTimeout,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NeverSent("The connection pool is not open.")
        try:
            async with self._session.request(
                method,
                url,
                data=body,
                timeout=limits,
                allow_redirects=False,
                proxy=self._proxy(url),
            ) as answer:
                return answer.status, await answer.read()
        except _NEVER as error:
            failure: TelegramError = NeverSent(type(error).__name__)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            failure = MaybeSent(type(error).__name__)
        # Raised out here so that no context hangs on it: the causes name the address.
        raise failure

    def _proxy(self, url: URL) -> str | None:
        proxy = self._proxies.get(url.scheme)
        return None if proxy is None or proxy_bypass(url.host or "") else proxy

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the decoded body; raise `MaybeSent` when it is not a JSON object."""
        try:
            decoded: object = json.loads(payload)
        except ValueError:
            decoded = None
        if not isinstance(decoded, dict):
            raise MaybeSent("The answer was not JSON.")
        return cast("dict[str, Any]", decoded)


_USUAL = b'{"ok":true,"result":'


def _check(status: int, body: bytes) -> None:
    """Raise for every answer whose meaning the library would lose.

    What is not in the shape of the Bot API was said by something on the way to it.
    """
    if status < 300:
        # What begins like this is read by the library; it need not be read twice.
        if not body.startswith(_USUAL) and "result" not in AiohttpRequest.parse_json_payload(body):
            raise MaybeSent("The answer had no result.")
    elif status >= 500:
        raise MaybeSent(f"HTTP {status}")
    elif status == 429:
        raise Flooded(_retry_after(body))
    elif status == 413:
        raise BadRequest("Request Entity Too Large")
    elif not _from_the_api(body):
        raise NeverSent(f"HTTP {status}")
    elif status == 401:
        raise TokenRefused
    elif status == 404:
        raise NoSuchPlace
    elif status not in {400, 403, 409}:
        raise BadRequest(f"HTTP {status}")


def _from_the_api(body: bytes) -> bool:
    try:
        return AiohttpRequest.parse_json_payload(body).get("ok") is False
    except MaybeSent:
        return False


def _retry_after(body: bytes) -> float:
    try:
        answer = AiohttpRequest.parse_json_payload(body)
        return max(0.0, float(answer["parameters"]["retry_after"]))
    except (MaybeSent, KeyError, TypeError, ValueError):
        return 5.0


@lru_cache(maxsize=64)
def _address(url: str) -> URL:
    """Return one and the same object for each method: it remembers what was taken apart."""
    return URL(url, encoded=True)


@lru_cache(maxsize=64)
def _limits(connect: float, read: float, upload: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=connect + POOL_SECONDS + read + upload,
        connect=connect + POOL_SECONDS,
        sock_connect=connect,
        sock_read=read,
    )


def _seconds(given: object, default: float) -> float:
    return float(given) if isinstance(given, int | float) else default


def _body(data: RequestData | None) -> aiohttp.FormData | aiohttp.BytesPayload | None:
    """Return the parameters as JSON; with files, as the form that can carry them."""
    if data is None:
        return None
    if not data.contains_files:
        body = json.dumps(data.parameters).encode()
        return aiohttp.BytesPayload(body, content_type="application/json")
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, body, mime) in (data.multipart_data or {}).items():
        form.add_field(name, body, filename=filename, content_type=mime)
    return form
