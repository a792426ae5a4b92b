"""When the journal was opened before, kept in it, so that the person sees whether it was them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

KEPT_VISITS: Final = 12
"""How many are remembered; the older ones go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One time that the journal was opened."""

    at: datetime
    by_code: bool
    """Whether it was opened with the recovery code."""
    missed: int
    """How many wrong tries were made in the same window before it."""


class Visits(Protocol):
    """What the open journal knows of being opened.

    Wrong tries that nobody followed by the right one leave nothing, nor does a copy that is
    opened elsewhere or a journal that can only be read.
    """

    def all(self) -> Sequence[Visit]:
        """Return the visits that are remembered, this one first."""
        ...
