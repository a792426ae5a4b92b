"""What was made last: who asks for the same again gets the same, at once."""

from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")


class Latest:
    """One of each name; of a changed choice, most is as it was."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[object, object]] = {}

    def of(self, name: str, given: object, make: Callable[[], T]) -> T:
        """Return the *name* that was made of *given*, made anew when the last was of another."""
        before = self._made.get(name)
        if before is not None and before[0] == given:
            return cast("T", before[1])
        made = make()
        self._made[name] = (given, made)
        return made
