"""What a journal holds when it is taken out whole: one value after another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from onveilig_desktop.catalog import OwnSignal, Wording
from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.attachment import Attachment
from onveilig_desktop.journal.days import CheckIn, Marker, Pause, RepairAnswer
from onveilig_desktop.journal.draft import Draft
from onveilig_desktop.journal.revision import Kind
from onveilig_desktop.journal.view import View


class DamagedCopyError(OnveiligError):
    """What is brought in is not what this program once wrote."""

    sentence = N_("This file is damaged, or was changed by another program. Nothing was added.")


class FutureCopyError(OnveiligError):
    """What is brought in tells of a day that has yet to come."""

    sentence = N_(
        "This file has something from a day that has yet to come. "
        "Check the date of this computer; nothing was added."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One link of the history as it is kept.

    ``subject`` is an entry or an attachment; ``content`` is canonical JSON, gone with its
    ``salt`` where it was erased. ``elsewhere_at`` is when it was written in another copy
    of the journal, where ``at`` is when it came into this one.
    """

    seq: int
    subject: UUID
    kind: Kind
    at: datetime
    is_clock_back: bool
    salt: bytes | None = field(repr=False)
    content: bytes | None = field(repr=False)
    commitment: bytes = field(repr=False)
    link: bytes = field(repr=False)
    elsewhere_at: datetime | None = None

    @property
    def written_at(self) -> datetime:
        """When it was written, wherever that was."""
        return self.elsewhere_at or self.at


@dataclass(frozen=True, slots=True)
class Filed:
    """An attachment, and its bytes when they are asked for."""

    attachment: Attachment
    pieces: Callable[[], Iterator[bytes]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Silence:
    """The answer about a silence after the last day of writing before it."""

    after: date
    was_pause: bool


@dataclass(frozen=True, slots=True)
class Sealed:
    """A draft, and when it was sealed."""

    draft: Draft
    at: datetime


Beside: TypeAlias = (
    Filed | RepairAnswer | CheckIn | Marker | Pause | Silence | Wording | OwnSignal | View | Sealed
)
"""What stands beside the history."""

Piece: TypeAlias = Revision | Beside
"""Anything in a journal. The history comes first, in its order, then what refers to it."""

Source: TypeAlias = Callable[[], Iterator[Piece]]
"""A copy of a journal that can be read from its beginning, more than once."""
