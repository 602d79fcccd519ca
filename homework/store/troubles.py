"""What can be wrong with the store, as exceptions with one root.

Messages name files, tables and rows, never a value: these texts reach logs and the command line.
"""


class StoreError(Exception):
    """The store cannot do this."""

    def __init__(self, detail: str = "") -> None:
        said = (type(self).__doc__ or type(self).__name__).strip().partition("\n")[0]
        super().__init__(f"{said.rstrip('.')}: {detail}" if detail else said)


class DatabaseUnavailable(StoreError):
    """The database cannot be used now (locked, full, read-only or gone)."""


class DatabaseNotReady(DatabaseUnavailable):
    """The database has not been set up for this version; run `homework db upgrade`."""


class DatabaseTooNew(DatabaseUnavailable):
    """The database was written by a newer version of this program; install that version again."""


class NestedTransaction(StoreError):
    """A transaction was begun inside another one of the same task."""


class KeyringError(StoreError):
    """The keyring cannot be used."""


class KeyringUnavailable(DatabaseUnavailable):
    """The keyring file cannot be used now (locked, full, read-only or gone)."""


class KeyMissing(KeyringError):
    """There is no key of this owner in the keyring."""


class KeyDestroyed(KeyringError):
    """The key of this client was destroyed and is never made again."""


class NotSealed(StoreError):
    """A value that is not sealed was about to be written into a sealed column."""


class SealBroken(StoreError):
    """A sealed value does not open at this place."""


class NaiveInstant(StoreError):
    """An instant without a time zone was about to be written."""


class BackupBroken(StoreError):
    """The backup cannot be used."""


class StaleSession(StoreError):
    """A session changed after it was loaded."""
