"""Whether the files of the journal are whole."""

from dataclasses import dataclass
from enum import StrEnum

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
