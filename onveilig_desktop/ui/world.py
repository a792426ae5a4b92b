"""What the window needs from outside."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the first paint does not wait for this
    from onveilig_desktop import journal


class World(NamedTuple):
    """What the window needs from outside, handed in by the composition root."""

    gate_at: "Callable[[Path], journal.Gate]"
    clock: "journal.Clock"
    locked: Callable[[Path], None]
    """Called when the journal is shut; the program starts this process afresh."""
    leave: Callable[[], None]
    """Called by the quick way out when all is sealed; ends the process at once."""
    hint: str = ""
