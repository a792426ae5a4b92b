"""Many frozen values at once, from columns instead of one by one."""

from collections import deque
from collections.abc import Iterable
from itertools import repeat
from typing import Any, TypeVar

Value = TypeVar("Value")


def filled(kind: type[Value], count: int, **columns: Iterable[Any]) -> list[Value]:
    """Return *count* values of *kind*, a dataclass with slots, from all of its fields.

    The constructor of a frozen dataclass is what reading a long list waits for. It is
    passed over here, so use this only for what was checked before it was stored.

    Raises:
        TypeError: these are not the fields.
    """
    if set(columns) != set(kind.__slots__):  # type: ignore[attr-defined]
        raise TypeError(f"these are not the fields of {kind.__name__}")
    made = list(map(object.__new__, repeat(kind, count)))
    for name, values in columns.items():
        deque(map(getattr(kind, name).__set__, made, values), maxlen=0)
    return made
