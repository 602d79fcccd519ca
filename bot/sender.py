"""Sends one outbox row and says what became of it: the only place that reads the server's refusals.

It must not know the database, nor why a message is sent. Reasons never quote a message.
"""

from datetime import UTC, datetime

import structlog
from telegram import InputFile
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError

from bot.calls import Api, fields
from bot.transport import Flooded, MaybeSent, NeverSent, TokenRefused
from conversations import markup
from conversations.message import Rows
from homework.outgoing import Posted, swept, wanted_of
from scheduler.sending import Gone, NotSent, Refused, SendResult, Sent, Unknown, Wait

log = structlog.get_logger()

_NO_PREVIEW = {"is_disabled": True}
_GONE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")


class Sender:
    """`await sender(posted)` sends a message or edits one; it raises nothing but `TokenRefused`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def __call__(self, posted: Posted) -> SendResult:
        """Send and classify. An edit that changes nothing is `Sent`."""
        if posted.kind == "fetch":
            return await self._fetch(posted)
        if posted.kind == "sweep":
            return await self._call("deleteMessages", _sweep(posted), posted)
        result = await self._try(posted, as_html=True)
        if isinstance(result, Refused) and result.reason == "can't parse entities":
            log.warning("markup_refused", kind=posted.kind, outbox=posted.id)
            result = await self._try(posted, as_html=False)
        if isinstance(result, Refused) and result.reason == "voice_messages_forbidden":
            result = await self._try(posted, as_html=True, as_file=True)
        if posted.pin and isinstance(result, Sent) and result.message_id is not None:
            await self._pin(posted.chat, result.message_id)
        return result

    async def _try(self, posted: Posted, *, as_html: bool, as_file: bool = False) -> SendResult:
        return await self._call(*_request(posted, as_html=as_html, as_file=as_file), posted)

    async def _call(self, method: str, parameters: dict[str, object], posted: Posted) -> SendResult:
        try:
            answer = await self._api.call(method, parameters)
        except TokenRefused:
            raise
        except Flooded as flood:
            return Wait(flood.seconds)
        except TelegramError as error:
            return classify(error, edit=posted.edits_message)
        return _sent(answer, edit=posted.edits_message is not None)

    async def _fetch(self, posted: Posted) -> SendResult:
        """Bring the file that the row names; asking twice changes nothing."""
        wanted = wanted_of(posted.message)
        try:
            return Sent(None, None, await self._api.file(wanted.file, wanted.limit))
        except TokenRefused:
            raise
        except Flooded as flood:
            return Wait(flood.seconds)
        except TelegramError as error:
            return classify(error)

    async def _pin(self, chat: int, message_id: int) -> None:
        parameters = {"chat_id": chat, "message_id": message_id, "disable_notification": True}
        try:
            await self._api.call("pinChatMessage", parameters)
        except TelegramError as error:
            log.info("pin_refused", error=type(error).__name__)


def classify(error: TelegramError, *, edit: int | None = None) -> SendResult:
    """Return what an error means for a message; `edit` is the id of the message being edited."""
    reason = _reason(error)
    match error:
        case NeverSent():
            return NotSent(reason)
        case MaybeSent():
            return Unknown(reason)
        case Forbidden() | ChatMigrated():
            return Gone(reason)
        case BadRequest() if reason in _GONE:
            return Gone(reason)
        case BadRequest() if edit is not None and reason == "message is not modified":
            return Sent(edit, None)
        case NetworkError() if not isinstance(error, BadRequest):
            return Unknown(reason)
        case _:
            return Refused(reason)


def _reason(error: TelegramError) -> str:
    """Return the kind of refusal, in small letters (the library changes the first one).

    What follows a colon or a quotation mark is left out: descriptions may quote the message.
    """
    text = error.message.lower().removeprefix("bad request: ").removeprefix("forbidden: ")
    return text.partition(":")[0].partition('"')[0].strip()[:60] or type(error).__name__


def _request(posted: Posted, *, as_html: bool, as_file: bool) -> tuple[str, dict[str, object]]:
    if posted.kind == "wipe":
        return "deleteMessage", {"chat_id": posted.chat, "message_id": posted.edits_message}
    if posted.kind == "unpin":
        return "unpinChatMessage", {"chat_id": posted.chat, "message_id": posted.edits_message}
    html = posted.message.html
    text = html if as_html else markup.plain(html)
    common: dict[str, object] = {
        "chat_id": posted.chat,
        "parse_mode": "HTML" if as_html else None,
        "reply_markup": keyboard(posted.message.buttons),
    }
    if posted.edits_message is not None:
        edit = {"message_id": posted.edits_message, "text": text}
        return "editMessageText", common | edit | {"link_preview_options": _NO_PREVIEW}
    common["disable_notification"] = True if posted.silent else None
    file = posted.attachment
    if file is None:
        return "sendMessage", common | {"text": text, "link_preview_options": _NO_PREVIEW}
    body = InputFile(file.body, filename=file.name)
    caption = common | {"caption": text or None}
    if file.mime in {"image/png", "image/jpeg"}:
        return "sendPhoto", caption | {"photo": body}
    if file.mime == "audio/ogg" and not as_file:
        return "sendVoice", caption | {"voice": body}
    return "sendDocument", caption | {"document": body}


def _sweep(posted: Posted) -> dict[str, object]:
    """Those that are gone already are passed over by the messenger."""
    return {"chat_id": posted.chat, "message_ids": swept(posted.message)}


def keyboard(rows: Rows) -> dict[str, object] | None:
    """Return inline buttons for rows of ours, as JSON has them; None when there are none."""
    if not rows:
        return None
    lines = [[{"text": one.label, "callback_data": one.data} for one in row] for row in rows]
    return {"inline_keyboard": lines}


def _sent(answer: object, *, edit: bool) -> Sent:
    told = fields(answer)
    message_id, date = told.get("message_id"), told.get("edit_date" if edit else "date")
    return Sent(
        message_id if isinstance(message_id, int) else None,
        datetime.fromtimestamp(date, UTC) if isinstance(date, int) else None,
    )
