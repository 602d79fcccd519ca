"""What the emulator knows of the Bot API as data: methods, parameters, limits.

`bot_api.json` is cut from the published Bot API; nothing here knows what a method does.
"""

import importlib.resources

from pydantic import BaseModel, ConfigDict


class Parameter(BaseModel):
    """One parameter of a method: the types it takes and whether it must be there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    types: tuple[str, ...]
    required: bool


class Limits(BaseModel):
    """What Telegram measures; lengths of texts count UTF-16 units after parsing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: int
    caption: int
    raw_text_bytes: int
    callback_data_bytes: int
    buttons: int
    callback_answer: int
    commands: int
    command: int
    command_description: int
    updates: int
    poll_seconds: int
    upload_bytes: int
    photo_bytes: int
    download_bytes: int
    delete_hours: int
    delete_messages: int
    secret: int


class Api(BaseModel):
    """The Bot API, as far as it is emulated."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bot_api: str
    released: str
    limits: Limits
    chat_actions: frozenset[str]
    update_types: frozenset[str]
    not_by_default: frozenset[str]
    methods: dict[str, dict[str, Parameter]]

    def spelled(self, method: str) -> str | None:
        """Return the method's own spelling (names are read without case), None if unknown."""
        return _spelling().get(method.lower())


def _spelling() -> dict[str, str]:
    return {name.lower(): name for name in API.methods}


API = Api.model_validate_json(
    importlib.resources.files("bot.demo").joinpath("bot_api.json").read_text("utf-8")
)
LIMITS = API.limits
