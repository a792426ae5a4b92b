"""The vault: one encrypted database, open until its key is wiped."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import SQLAlchemyError

from onveilig_desktop.errors import DamagedJournalError, ReadOnlyFolderError
from onveilig_desktop.journal import Flaw
from onveilig_desktop.vault.archive import SqlArchive
from onveilig_desktop.vault.attachments import SqlAttachments
from onveilig_desktop.vault.bin import SqlBin
from onveilig_desktop.vault.calendar import SqlCalendar
from onveilig_desktop.vault.check_ins import SqlCheckIns
from onveilig_desktop.vault.checking import flaws
from onveilig_desktop.vault.connection import engine, said_plainly
from onveilig_desktop.vault.drafts import SqlDrafts
from onveilig_desktop.vault.entries import SqlEntries
from onveilig_desktop.vault.half_done import SqlHalfDone
from onveilig_desktop.vault.history import History
from onveilig_desktop.vault.key import DataKey
from onveilig_desktop.vault.migrate import is_current, upgrade
from onveilig_desktop.vault.preferences import SqlPreferences
from onveilig_desktop.vault.repairs import SqlRepairs
from onveilig_desktop.vault.revisions import SqlRevisions
from onveilig_desktop.vault.schema import vault
from onveilig_desktop.vault.search import SqlSearch
from onveilig_desktop.vault.state import keep_in_mind
from onveilig_desktop.vault.threads import SqlThreads
from onveilig_desktop.vault.views import SqlViews
from onveilig_desktop.vault.words import SqlWords

_APPLICATION: Final = 0x5E1D7A42  # a number of our own, says nothing
_UNREAD: Final = "SELECT version_num FROM alembic_version"
"""A page that no transaction reads."""


@dataclass(frozen=True, slots=True)
class SqlTransaction:
    """The ``journal.Transaction`` that storage offers."""

    entries: SqlEntries
    drafts: SqlDrafts
    bin: SqlBin
    revisions: SqlRevisions
    attachments: SqlAttachments
    check_ins: SqlCheckIns
    repairs: SqlRepairs
    threads: SqlThreads
    words: SqlWords
    calendar: SqlCalendar
    search: SqlSearch
    views: SqlViews
    half_done: SqlHalfDone
    preferences: SqlPreferences
    archive: SqlArchive

    @classmethod
    def on(cls, connection: Connection) -> "SqlTransaction":
        """Return what storage offers in the transaction of *connection*."""
        history = History(connection)
        return cls(
            entries=SqlEntries(connection, history),
            drafts=SqlDrafts(connection),
            bin=SqlBin(connection, history),
            revisions=SqlRevisions(connection),
            attachments=SqlAttachments(connection, history),
            check_ins=SqlCheckIns(connection),
            repairs=SqlRepairs(connection),
            threads=SqlThreads(connection),
            words=SqlWords(connection),
            calendar=SqlCalendar(connection),
            search=SqlSearch(connection),
            views=SqlViews(connection),
            half_done=SqlHalfDone(connection),
            preferences=SqlPreferences(connection),
            archive=SqlArchive(connection, history),
        )


class Vault:
    """An open vault; each transaction has a connection of its own, in any thread."""

    def __init__(self, path: Path, key: DataKey, *, is_read_only: bool = False) -> None:
        self._key = key
        self._path = path
        self._engine = engine(path, key, is_read_only=is_read_only)
        self._reader = engine(path, key, is_read_only=True)
        self.is_read_only = is_read_only

    def fill(self) -> None:
        """Make an empty journal of an empty file.

        Raises:
            DiskFullError, ReadOnlyFolderError, LowMemoryError, StorageError
        """
        with self._begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")
            upgrade(connection)
            connection.execute(insert(vault), {"file_id": self._key.file_id})

    def check(self, keep: Callable[[], object] = lambda: None) -> None:
        """Make sure that it is the database the key is for, and bring it to this version.

        A file that became shorter than a page would open as an empty journal, without an
        error: ``Folder.database`` refuses it before.

        Args:
            keep: done before an older version is changed, while nobody can write.

        Raises:
            DamagedJournalError, NewerFormatError, ReadOnlyFolderError, DiskFullError,
            LowMemoryError, StorageError
        """
        with self._begin() as connection:
            if not self._is_ours(connection):
                raise DamagedJournalError
            if not is_current(connection):
                self._upgrade(connection, keep)

    @contextmanager
    def transaction(self) -> Iterator[SqlTransaction]:
        """Commit on leaving the block; whatever is raised in it leaves all as it was.

        Raises:
            DiskFullError, DamagedJournalError, JournalBusyError, ReadOnlyFolderError,
            FolderGoneError, LowMemoryError, StorageError: what the database says.
            ValueError: the vault is shut.
        """
        with self._begin() as connection:
            yield SqlTransaction.on(connection)

    def verify(self) -> list[Flaw]:
        """Return what is wrong with the history and its entries; nothing, if it is empty."""
        with self._begin() as connection:
            return list(flaws(connection))

    def close(self) -> None:
        """Shut the vault: its key leaves memory."""
        self._key.wipe()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in a transaction of its own, beside which others may write until they commit.

        Raises:
            as ``transaction``
        """
        self._refuse_shut()
        with (
            said_plainly(self._path),
            self._reader.begin() as connection,
            _refusing_zeros(connection),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write what is no part of the journal.

        Raises:
            as ``transaction``
        """
        with self._begin() as connection:
            yield connection

    @contextmanager
    def writing_beside(self) -> Iterator[Connection]:
        """Write what does not count as a change, for which no backup has to be made.

        Raises:
            as ``transaction``
        """
        self._refuse_shut()
        with (
            said_plainly(self._path),
            self._connected() as connection,
            _refusing_zeros(connection),
        ):
            yield connection

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._path

    @property
    def key(self) -> DataKey:
        """What opens the database."""
        return self._key

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let nobody write for a while; reading goes on.

        Raises:
            as ``transaction``
        """
        with self._begin():
            yield

    def turn_to(self, path: Path, key: DataKey) -> None:
        """Go on with the database at *path*, which has the same in it. Needs ``held``."""
        before, self._key, self._path = self._key, key, path
        self._engine, self._reader = engine(path, key), engine(path, key, is_read_only=True)
        if before is not key:
            before.wipe()

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        with self.writing_beside() as connection:
            yield connection
            keep_in_mind(connection)

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """Begin a transaction in the database of now: whoever waited may have missed a turn."""
        with ExitStack() as until_end:
            connection = None
            while connection is None:
                at = self._engine
                try:
                    connection = until_end.enter_context(at.begin())
                except SQLAlchemyError:
                    if at is self._engine:
                        raise
                if at is not self._engine:
                    until_end.close()
                    connection = None
            yield connection

    def _refuse_shut(self) -> None:
        if self._key.is_wiped:
            raise ValueError("the vault is shut")

    def _upgrade(self, connection: Connection, keep: Callable[[], object]) -> None:
        if self.is_read_only:
            raise ReadOnlyFolderError
        keep()
        upgrade(connection)

    def _is_ours(self, connection: Connection) -> bool:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar()
        if application != _APPLICATION:
            return False
        return connection.execute(select(vault.c.file_id)).scalars().all() == [self._key.file_id]


@contextmanager
def _refusing_zeros(connection: Connection) -> Iterator[None]:
    """Raise what SQLCipher says of a damaged page: only when a further page is read.

    Until then the damaged one reads as zeros, in the middle of a text.
    """
    try:
        yield
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        connection.exec_driver_sql(_UNREAD).all()
        raise
    connection.exec_driver_sql(_UNREAD).all()
