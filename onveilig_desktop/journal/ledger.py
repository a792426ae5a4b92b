"""What a history says of each entry, so that two copies of a journal can be laid side by side."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Final
from uuid import UUID

from onveilig_desktop.journal.archived import DamagedCopyError, Revision
from onveilig_desktop.journal.revision import Kind

WORDED: Final = frozenset({Kind.CREATE, Kind.EDIT})
"""What gives an entry its words."""


class Change(Enum):
    """What another copy does to an entry here."""

    NOTHING = auto()
    NEW = auto()
    """It is not here yet."""
    NEWER = auto()
    """It was corrected there since."""
    BOTH = auto()
    """It was corrected here and there."""
    GONE = auto()
    """It was removed here for good, and stays so."""


COMING: Final = frozenset({Change.NEW, Change.NEWER, Change.BOTH})
"""What brings new wordings."""


@dataclass(slots=True)
class Told:
    """What a history says of one entry or attachment: its wordings and where it is."""

    wordings: dict[bytes, None] = field(default_factory=dict)
    last: bytes = b""
    last_at: datetime | None = None
    moves: int = 0
    is_binned: bool = False
    is_erased: bool = False
    is_file: bool = False
    is_blank: bool = False

    def add(self, made: Revision) -> None:
        """Read one revision on; an erased one ends it.

        Raises:
            DamagedCopyError: it does not follow on what was said before.
        """
        if self.is_erased or (made.kind is Kind.CREATE) is not self.is_new:
            raise DamagedCopyError
        match made.kind:
            case Kind.CREATE | Kind.EDIT:
                self._word(made)
            case Kind.BIN | Kind.RESTORE:
                self.moves, self.is_binned = self.moves + 1, made.kind is Kind.BIN
            case Kind.ERASE:
                self.is_erased = True
                self.wordings.clear()

    @property
    def is_new(self) -> bool:
        """Whether nothing was said of it yet."""
        return self.last_at is None and not self.is_file

    def _word(self, made: Revision) -> None:
        self.last_at = made.written_at
        if made.content is None:
            self.is_blank = True
        else:
            self.last = hashlib.sha256(made.content).digest()
            self.wordings[self.last] = None


class Ledger:
    """A whole history, read once, in its order."""

    def __init__(self) -> None:
        self.told: dict[UUID, Told] = {}
        self.seq = 0
        self.link: bytes | None = None

    def add(self, made: Revision) -> None:
        """Read one revision on.

        Raises:
            DamagedCopyError: one is missing or there twice.
        """
        if made.seq != self.seq + 1:
            raise DamagedCopyError
        told = self.told.get(made.subject)
        if made.kind is Kind.ATTACH:
            if told is not None:
                raise DamagedCopyError
            self.told[made.subject] = Told(is_file=True)
        elif told is None and made.kind is not Kind.CREATE:
            raise DamagedCopyError
        else:
            self.told.setdefault(made.subject, Told()).add(made)
        self.seq, self.link = made.seq, made.link

    @property
    def is_accounted_for(self) -> bool:
        """Whether no wording is gone but of what was removed for good."""
        return not any(told.is_blank and not told.is_erased for told in self.told.values())

    def is_erased(self, subject: UUID) -> bool:
        """Say whether it was here and was removed for good."""
        told = self.told.get(subject)
        return told is not None and told.is_erased

    def change(self, subject: UUID, there: Told) -> Change:
        """Say what an entry of another copy, as told *there*, does to the one here."""
        here = self.told.get(subject)
        if there.is_file or not there.wordings:
            return Change.NOTHING
        if here is None:
            return Change.NEW
        if here.is_erased:
            return Change.GONE
        if there.wordings.keys() <= here.wordings.keys():
            return Change.NOTHING
        return Change.NEWER if here.last in there.wordings else Change.BOTH

    def moves(self, subject: UUID, there: Told) -> bool:
        """Say whether an entry that is here goes into the bin, or out, as it did *there*."""
        here = self.told.get(subject)
        if here is None or here.is_erased or there.is_erased or there.is_file:
            return False
        is_worded_alike = self.change(subject, there) is Change.NOTHING
        is_further = there.moves > here.moves and there.is_binned is not here.is_binned
        return is_worded_alike and is_further
