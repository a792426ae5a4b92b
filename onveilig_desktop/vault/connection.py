"""Opening the database, and saying plainly what is wrong with it."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2 as sqlcipher

from onveilig_desktop.errors import (
    DamagedJournalError,
    DiskFullError,
    FolderGoneError,
    JournalBusyError,
    LowMemoryError,
    OnveiligError,
    ReadOnlyFolderError,
    StorageError,
)
from onveilig_desktop.vault.key import DataKey, wipe

# temp_store: a file would get parts of the text in the clear. journal_mode: WAL leaves
# pages behind on a full disk, DELETE does not make the folder remember. The others keep
# removed text from staying and a crafted file from running anything. cache_size, 64 MiB:
# a long list is read in the order of its days, which would decrypt the same pages often.
_WITH_KEY: Final = (
    "PRAGMA cipher_compatibility = 4",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -65536",
    "SELECT count(*) FROM sqlite_master",
)
_TO_WRITE: Final = ("PRAGMA journal_mode = TRUNCATE", "PRAGMA synchronous = FULL")
_PATIENCE: Final = 30.0
"""Seconds that one transaction waits for another, of which the longest copies the journal."""

_MEANINGS: Final[dict[int, type[OnveiligError]]] = {
    sqlcipher.SQLITE_FULL: DiskFullError,
    sqlcipher.SQLITE_NOTADB: DamagedJournalError,
    sqlcipher.SQLITE_CORRUPT: DamagedJournalError,
    sqlcipher.SQLITE_BUSY: JournalBusyError,
    sqlcipher.SQLITE_LOCKED: JournalBusyError,
    sqlcipher.SQLITE_READONLY: ReadOnlyFolderError,
    sqlcipher.SQLITE_PERM: ReadOnlyFolderError,
    sqlcipher.SQLITE_CANTOPEN: ReadOnlyFolderError,
    sqlcipher.SQLITE_NOMEM: LowMemoryError,
}
_WORDED: Final = {"database or disk is full": sqlcipher.SQLITE_FULL}
"""What comes without a number, from copying a database."""

_MAY_BE_GONE: Final = (ReadOnlyFolderError, StorageError)


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Raise what the database at *path* says as an error with a sentence and without the text.

    Raises:
        DiskFullError, DamagedJournalError, JournalBusyError, ReadOnlyFolderError,
        FolderGoneError, LowMemoryError, StorageError
    """
    try:
        yield
    except DBAPIError as error:
        raise _meaning(error.orig, path) from None
    except (sqlcipher.Error, SQLAlchemyError) as error:
        raise _meaning(error, path) from None
    except MemoryError:
        raise LowMemoryError from None


def _meaning(error: BaseException | None, path: Path) -> OnveiligError:
    code = getattr(error, "sqlite_errorcode", None) or _WORDED.get(str(error))
    meaning = _MEANINGS.get((code or 0) & 0xFF, StorageError)
    # the database tells a file that it may not open from one that is gone no better
    is_gone = meaning in _MAY_BE_GONE and not os.path.exists(path)  # noqa: PTH110 - never raises
    return FolderGoneError() if is_gone else meaning()


def connect_damaged(path: Path, key: DataKey) -> Any:
    """Open what may be left of the database at *path*, read only, and key it.

    Raises:
        sqlcipher3.dbapi2.Error: as ``connect``, but not for being too short.
    """
    return _keyed(path, key, "ro", ("PRAGMA writable_schema = ON", *_WITH_KEY))


def connect(path: Path, key: DataKey, *, is_read_only: bool = False) -> Any:
    """Open the database at *path*, which must be there, and key it.

    Raises:
        sqlcipher3.dbapi2.Error: whatever is wrong; see ``said_plainly``.
    """
    if is_read_only:
        return _keyed(path, key, "ro", _WITH_KEY)
    return _keyed(path, key, "rw", (*_WITH_KEY, *_TO_WRITE))


def _keyed(path: Path, key: DataKey, mode: str, statements: Sequence[str]) -> Any:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlcipher.connect(uri, uri=True, timeout=_PATIENCE)
    try:
        connection.isolation_level = None
        # before the key: a wrong one is otherwise told on stderr
        connection.execute("PRAGMA cipher_log_level = NONE")
        specification = key.specification()
        try:
            connection.set_key(specification)
        finally:
            wipe(specification)
        for statement in statements:
            connection.execute(statement).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def engine(path: Path, key: DataKey, *, is_read_only: bool = False) -> Engine:
    """Return an engine that opens a connection for each transaction and keeps none.

    Any pool that keeps connections crashes or loses rows with SQLCipher in threads, and
    only a transaction begun by hand takes the schema back with everything else.
    """
    made = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(path, key, is_read_only=is_read_only),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(made, "begin", _begin_to_read if is_read_only else _begin)
    return made


def _begin_to_read(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
