"""A file that belongs to an entry."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType
from uuid import UUID

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.entry import EntryId

AttachmentId = NewType("AttachmentId", UUID)


class MissingAttachmentError(OnveiligError):
    """The attachment asked for is not there."""

    sentence = N_("This file is no longer in the journal.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file as it was added: its name, its media type by content, its bytes unchanged."""

    id: AttachmentId
    entry_id: EntryId
    name: str = field(repr=False)
    media: str
    size: int
    sha256: bytes = field(repr=False)
    added_at: datetime
