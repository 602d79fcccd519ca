"""Why the program ends before its work is done, and with which exit code.

The codes are a contract with the operator's scripts and only ever grow: 0 done, 1 something else
went wrong, 64 wrong usage, 75 try again later, 78 wrong settings. It must not know what was done.
"""

import errno

OK = 0
FAILED = 1
USAGE = 64
BUSY = 75
SETTINGS = 78


class Ending(Exception):
    """The program cannot go on.

    `str()` is one sentence for the person who started it; it never holds a secret.
    """

    exit_code = FAILED

    def __str__(self) -> str:
        """Return the sentence, or the class's own when none was given."""
        return super().__str__() or (type(self).__doc__ or "").partition("\n")[0]


class Failed(Ending):
    """It did not work."""


class WrongUsage(Ending):
    """The command was not understood."""

    exit_code = USAGE


class AlreadyRunning(Ending):
    """Another instance is running on this database."""

    exit_code = BUSY


class PortTaken(Ending):
    """Another program listens on this port."""

    exit_code = BUSY


class NoRoom(Ending):
    """The disk is full or cannot be written to: make room on it, then try again."""

    exit_code = BUSY


class SettingsWrong(Ending):
    """A setting is missing or wrong."""

    exit_code = SETTINGS


# Errors of other modules whose message is already one sentence for the operator. By name, so that
# `homework --help` does not have to import a database first.
_KNOWN = {
    "homework.store.troubles.DatabaseTooNew": SETTINGS,
    "homework.store.troubles.DatabaseNotReady": SETTINGS,
    "homework.store.troubles.DatabaseUnavailable": BUSY,
    "homework.store.troubles.KeyringError": SETTINGS,
    "homework.store.troubles.BackupBroken": FAILED,
    "homework.safety.crisis.CrisisLinesInvalid": SETTINGS,
    "homework.safety.confirmations.ConfirmationsInvalid": FAILED,
    "bot.transport.TokenRefused": SETTINGS,
    "bot.transport.NoSuchPlace": SETTINGS,
}
# Where that message does not name the setting that mends it.
_SENTENCES = {
    "bot.transport.TokenRefused": (
        "TELEGRAM_BOT_TOKEN is not accepted by the server; expected is the token of a bot that"
        " exists there."
    ),
    "bot.transport.NoSuchPlace": (
        "TELEGRAM_API_URL has no such bot; expected are the root of a Bot API server and, in"
        " TELEGRAM_BOT_TOKEN, the token of a bot that exists there."
    ),
}


def classify(error: BaseException) -> Ending | None:
    """Return the ending that an error means, None when it is a bug and not an ending."""
    if isinstance(error, Ending):
        return error
    for kind in type(error).__mro__:
        name = f"{kind.__module__}.{kind.__qualname__}"
        code = _KNOWN.get(name)
        if code is not None:
            ending = Ending(_SENTENCES.get(name) or str(error))
            ending.exit_code = code
            return ending
    return _of_the_system(error) if isinstance(error, OSError) else None


def _of_the_system(error: OSError) -> Ending | None:
    match error.errno:
        case errno.EADDRINUSE:
            return PortTaken()
        case errno.ENOSPC | errno.EDQUOT | errno.EROFS:
            return NoRoom()
        case errno.EACCES | errno.EPERM if error.filename:
            return SettingsWrong(
                f"{error.filename} may not be used by this user ({error.strerror}); expected is the"
                " user as whom the bot runs: sudo -u <that user> homework …"
            )
        case _:
            return None
