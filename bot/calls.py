"""Single calls of the Bot API that the library would make dearer or riskier than they are.

The library's own methods build a whole `Message` from every answer, warn about raw updates, and put
the token into the message of an error. This goes through the same request object and returns the
decoded `result`. It must not know what is sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import quote

from telegram import Bot
from telegram.error import BadRequest
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.transport import AiohttpRequest, MaybeSent


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the token belongs to."""

    id: int
    username: str


@dataclass(frozen=True, slots=True)
class Api:
    """One bot on one server. `root` is the server's address without `/bot`."""

    token: str = field(repr=False)
    root: str
    request: AiohttpRequest = field(repr=False)

    async def call(
        self, method: str, parameters: Mapping[str, object], **timeouts: float
    ) -> object:
        """Return the `result` of a method; None among the parameters means "not given".

        Raises the errors of `transport.py` and the library's for 400, 403 and 409.
        """
        data = RequestData(
            [
                RequestParameter.from_input(name, value)
                for name, value in parameters.items()
                if value is not None
            ]
        )
        return await self.request.post(self._url(method), data, **timeouts)

    async def file(self, file_id: str, limit: int) -> bytes:
        """Return a file that somebody sent, of at most `limit` bytes.

        Raises `BadRequest` for one that is bigger or gone, `MaybeSent` when it may be tried again.
        """
        told = fields(await self.call("getFile", {"file_id": file_id}))
        path, size = told.get("file_path"), told.get("file_size")
        if not isinstance(path, str) or (isinstance(size, int) and size > limit):
            raise BadRequest("file is too big")
        where = f"{self.root.rstrip('/')}/file/bot{self.token}/{quote(path)}"
        return await self.request.fetch(where, limit)

    async def identify(self) -> Identity:
        """Return who we are; raises `TokenRefused` or `NoSuchPlace` without naming the token."""
        me = fields(await self.call("getMe", {}))
        if not isinstance(bot_id := me.get("id"), int):
            raise MaybeSent("getMe did not say who we are.")
        return Identity(bot_id, str(me.get("username", "")))

    def bot(self) -> Bot:
        """Return the library's `Bot` over the same connections."""
        return Bot(
            self.token,
            base_url=f"{self.root.rstrip('/')}/bot",
            base_file_url=f"{self.root.rstrip('/')}/file/bot",
            request=self.request,
            get_updates_request=self.request,
        )

    def _url(self, method: str) -> str:
        return f"{self.root.rstrip('/')}/bot{self.token}/{method}"


def fields(result: object) -> dict[str, object]:
    """Return the fields of a result that is an object; none of one that is not."""
    return cast("dict[str, object]", result) if isinstance(result, dict) else {}
