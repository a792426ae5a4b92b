"""Whether the files of the journal are whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from onveilig_desktop.journal.journal import Journal
from onveilig_desktop.journal.revision import Flaw


class Damage(StrEnum):
    """What may be damaged."""

    PAGES = "pages"
    """Parts of the file are not as they were written."""
    STRUCTURE = "structure"
    """The tables do not fit together."""
    SEARCH = "search"
    """The index of words; the texts themselves are there."""
    HISTORY = "history"
    """The history and the entries do not say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """How far an examination came, from 0 to 1, and what it found until there."""

    done: float
    damage: tuple[Damage, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    is_complete: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found until there."""
        return not self.damage


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What could be read of a damaged journal, as one that is read only.

    ``lost`` counts the entries that are known to have been there; of parts in which nothing
    can be read, nobody knows.
    """

    journal: Journal
    damage: tuple[Damage, ...]
    lost: int


class Care(Protocol):
    """Looking after the files of the open journal."""

    def examine(self) -> Iterator[Examined]:
        """Go through the whole journal; each step is a job of its own, of at most 0.3 s.

        Whoever leaves simply asks for no further step. That it was done is remembered.

        Raises:
            as reading does; damage is told, not raised.
        """
        ...

    def is_due(self) -> bool:
        """Say whether the last examination was a week ago, or never."""
        ...

    def last_examined(self) -> datetime | None:
        """Return when the journal was last gone through to the end, if it ever was."""
        ...
