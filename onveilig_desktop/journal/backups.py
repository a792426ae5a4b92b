"""Backups: what is known of one, which ones stay, and what may be done with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, Protocol

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.integrity import Examined
from onveilig_desktop.journal.keeping import Secret

_DAYS: Final = 7
_WEEKS: Final = 4
_MONTHS: Final = 12


class BackupFolderGoneError(OnveiligError):
    """The folder that was chosen for backups is not there."""

    sentence = N_(
        "The folder for backups is not there now. Put the stick back, or choose another "
        "folder. The journal itself is as it was."
    )


class BackupFullError(OnveiligError):
    """There is no room for a backup."""

    sentence = N_(
        "There is no room for a backup in that folder. The journal and the earlier backups "
        "are as they were."
    )


class DamagedBackupError(OnveiligError):
    """A backup is cut off or altered, or it is none."""

    sentence = N_("This backup is damaged or is no backup. Nothing was changed; try another one.")


class LockedBackupError(OnveiligError):
    """A backup was made under another key, and nothing was typed that opens it."""

    sentence = N_("This backup was made with an earlier passphrase. Type that one to open it.")


@dataclass(frozen=True, slots=True)
class Contents:
    """How much is written: entries outside the bin, and when the last one was."""

    entries: int
    last_written: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup as it is listed. ``contents`` is unknown when it has another key."""

    path: Path
    made_at: datetime
    size: int
    contents: Contents | None
    is_damaged: bool = False
    is_kept_aside: bool = False
    """It is what a restore replaced; it stays until someone removes it."""


class Backups(Protocol):
    """The backups of the open journal."""

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        ...

    def keep_in(self, folder: Path | None) -> None:
        """Keep them in *folder* from now on, or beside the journal.

        Raises:
            BackupFolderGoneError, ReadOnlyFolderError, DiskFullError, StorageError
        """
        ...

    def all(self) -> Sequence[Backup]:
        """Return every backup in the folder, the latest first; none if it is not there."""
        ...

    def now(self) -> Contents:
        """Return how much the journal holds, to compare a backup with."""
        ...

    def begun_at(self) -> datetime | None:
        """Return when the first thing was saved in the journal, if anything was."""
        ...

    def is_due(self) -> bool:
        """Say whether anything changed since the last backup. Takes a few milliseconds."""
        ...

    def make(self, progress: Callable[[float], None] = ...) -> Backup:
        """Make a backup and let go of those that are no longer needed.

        To be called in a thread of its own: who saves meanwhile waits only while the file is
        copied once, a millisecond for each megabyte.

        Args:
            progress: hears how far it is, from 0 to 1, in that thread.

        Raises:
            BackupFolderGoneError, BackupFullError, ReadOnlyFolderError, StorageError,
            DamagedJournalError: the journal is damaged; the earlier backups all stay.
            ValueError: the journal is shut.
        """
        ...

    def examine(self, path: Path, secret: Secret | None = None) -> tuple[Contents, Examined]:
        """Open a backup on trial, read only, and say what is in it and whether it is whole.

        Args:
            path: the backup, in the folder or anywhere else.
            secret: what opened the journal when it was made, if its key is another.

        Raises:
            LockedBackupError, WrongPassphraseError, WrongCodeError, DamagedBackupError,
            NewerFormatError, BackupFolderGoneError, DiskFullError, StorageError
        """
        ...

    def restore(self, path: Path, secret: Secret | None = None) -> Backup:
        """Put a backup in the place of what is in the journal; return what is kept of that.

        The passphrase and the recovery code of now stay.

        Raises:
            as ``examine`` and ``make``; then the journal is as it was.
        """
        ...

    def remove(self, path: Path) -> None:
        """Remove one backup that the person no longer wants.

        Raises:
            DamagedBackupError: it is none. ReadOnlyFolderError, StorageError
        """
        ...


def needed(moments: Sequence[datetime]) -> set[datetime]:
    """Return which of *moments* to keep a backup of.

    The last one of each of the last 7 days that have one, of 4 weeks and of 12 months.
    """
    latest_first = sorted(moments, reverse=True)
    return {
        moment
        for period, count in ((_day, _DAYS), (_week, _WEEKS), (_month, _MONTHS))
        for moment in _last_of_each(latest_first, period, count)
    }


def _last_of_each(
    latest_first: Sequence[datetime], period: Callable[[date], object], count: int
) -> list[datetime]:
    last: dict[object, datetime] = {}
    for moment in latest_first:
        last.setdefault(period(moment.date()), moment)
    return list(last.values())[:count]


def _day(day: date) -> object:
    return day


def _week(day: date) -> object:
    return day.isocalendar()[:2]


def _month(day: date) -> object:
    return day.year, day.month
