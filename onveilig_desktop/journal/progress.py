"""How far a long verb is: told while it goes on, to someone who may also stop it."""

from collections.abc import Callable
from typing import TypeAlias

from onveilig_desktop.errors import N_, OnveiligError

Told: TypeAlias = Callable[[int, int], None]
"""Hears how much is done, and of how much; 0 where nobody knows. What it raises stops the verb,
which then leaves everything as it was."""


class StoppedError(OnveiligError):
    """Whoever waited wanted no more of it."""

    sentence = N_("Stopped. Nothing was changed.")


def to_nobody(_done: int, _of: int) -> None:
    """Let it go on unheard."""


class Parts:
    """One verb of several parts, each of which knows only how far itself is.

    What is told never goes back, also when a part is heard again after the next one.
    """

    _WHOLE = 1_000

    def __init__(self, told: Told = to_nobody, many: int = 1) -> None:
        self._told = told
        self._many = many
        self._begun = -1
        self._furthest = 0

    def begin(self) -> Told:
        """Return whom the next part is to tell; the last one may begin again."""
        self._begun = min(self._begun + 1, self._many - 1)
        before = self._begun * self._WHOLE

        def tell(done: int, of: int) -> None:
            share = self._WHOLE * min(done, of) // of if of else 0
            self._furthest = max(self._furthest, before + share)
            self._told(self._furthest, self._many * self._WHOLE)

        return tell
