"""What the history is made of, and the code that stands for all of it."""

import base64
import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.entry import Entry

CODE_BYTES: Final = 20
"""Of a link, in a code: 160 bits, so that nobody finds another history with the same one."""

_GROUP: Final = 4
_LIKE_LETTERS: Final = str.maketrans("01", "OI")  # base32 has no 0 and no 1


class CodeNotUnderstoodError(OnveiligError):
    """What was typed is no code."""

    sentence = N_("This is not a whole code. It has eight groups of four letters or figures.")


class Kind(StrEnum):
    """What a revision did to its entry, or to its attachment."""

    CREATE = "create"
    EDIT = "edit"
    BIN = "bin"
    RESTORE = "restore"
    ATTACH = "attach"
    ERASE = "erase"


class Wrong(StrEnum):
    """What may be wrong: a revision is gone, changed or out of place, or what it tells of."""

    MISSING = "missing"
    CONTENT = "content"
    LINK = "link"
    ENTRY = "entry"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong, at one revision."""

    seq: int
    wrong: Wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How far a check came and what it found until there."""

    done: int
    total: int
    flaws: tuple[Flaw, ...] = ()
    is_complete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One wording of an entry. With ``is_clock_back`` the computer's clock had gone back.

    What came from another copy of the journal was written ``elsewhere_at``, and came here
    ``at``.
    """

    seq: int
    kind: Kind
    at: datetime
    is_clock_back: bool
    entry: Entry = field(repr=False)
    elsewhere_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One revision of the history, and the moment it was made by the computer's clock."""

    seq: int
    at: datetime


def code_of(link: bytes) -> str:
    """Return the code that stands for *link*: eight groups of four letters or figures."""
    letters = base64.b32encode(link[:CODE_BYTES]).decode()
    return " ".join(letters[n : n + _GROUP] for n in range(0, len(letters), _GROUP))


def read_code(text: str) -> bytes:
    """Return the beginning of the link that a code stands for, however it was typed.

    Raises:
        CodeNotUnderstoodError: it is too short, too long, or has other signs in it.
    """
    letters = re.sub(r"[\s.\-–·]", "", text).upper().translate(_LIKE_LETTERS)
    try:
        link = base64.b32decode(letters)
    except ValueError:
        raise CodeNotUnderstoodError from None
    if len(link) != CODE_BYTES:
        raise CodeNotUnderstoodError
    return link
