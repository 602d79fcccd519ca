"""How the emulator says no: Telegram's codes and, word for word, Telegram's descriptions.

It knows nothing of chats or bots; every other module of the emulator raises what is made here.
"""


class ApiRefusal(Exception):
    """The Bot API refuses a call."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


def bad_request(reason: str) -> ApiRefusal:
    """Return a 400; Telegram lowers the first letter unless the reason is a CONSTANT."""
    constant = len(reason) > 1 and (reason[1] == "_" or reason[1].isupper())
    return ApiRefusal(
        400, f"Bad Request: {reason if constant else reason[:1].lower() + reason[1:]}"
    )


def forbidden(reason: str) -> ApiRefusal:
    """Return a 403: the chat exists, the bot may not write to it."""
    return ApiRefusal(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiRefusal:
    """Return a 409: two readers of one queue."""
    return ApiRefusal(409, f"Conflict: {reason}")


def too_many(seconds: int) -> ApiRefusal:
    """Return a 429 that asks to wait `seconds`."""
    return ApiRefusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
