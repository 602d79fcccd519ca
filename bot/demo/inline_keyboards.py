"""Checks `reply_markup` as Telegram does (pure). It must not know messages or chats."""

from bot.demo.api_methods import LIMITS
from bot.demo.refusals import ApiRefusal, bad_request
from conversations.session import Json

Keyboard = list[list[dict[str, Json]]]
_OTHERS = ("keyboard", "remove_keyboard", "force_reply")


def read_keyboard(markup: Json, *, only_inline: bool) -> Keyboard:
    """Return the rows of an inline keyboard, empty if there is none; raise 400 if it is refused.

    Other kinds of markup (keyboard, remove, force reply) are taken where allowed and not kept.
    """
    if markup is None:
        return []
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        if only_inline and any(name in markup for name in _OTHERS):
            raise bad_request("inline keyboard expected")
        return []
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    keyboard: Keyboard = []
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(
                'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
            )
        if row:
            keyboard.append([_button(button) for button in row])
    if sum(len(row) for row in keyboard) > LIMITS.buttons:
        raise bad_request("reply markup is too long")
    return keyboard


def _unreadable(reason: str) -> ApiRefusal:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _button(button: Json) -> dict[str, Json]:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if text is None:
        raise _unreadable('Can\'t find field "text"')
    if not isinstance(text, str):
        raise _unreadable('Field "text" must be of type String')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    url, data = button.get("url"), button.get("callback_data")
    if isinstance(url, str) and url:
        if "." not in url and "://" not in url:
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: wrong HTTP URL")
        return {"text": text.strip(), "url": url}
    if data is not None and not isinstance(data, str):
        raise _unreadable('Field "callback_data" must be of type String')
    if not data:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if len(data.encode()) > LIMITS.callback_data_bytes:
        raise bad_request("BUTTON_DATA_INVALID")
    return {"text": text.strip(), "callback_data": data}
