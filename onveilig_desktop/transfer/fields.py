"""One object of JSON, of which every member must be there and of its own type."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from onveilig_desktop.journal.archived import DamagedCopyError
from onveilig_desktop.journal.moment import FIRST_YEAR

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Fields:
    """What one object holds.

    Raises:
        DamagedCopyError: in each verb, when it is not what is asked for.
    """

    def __init__(self, row: Any, names: frozenset[str]) -> None:
        if not isinstance(row, dict) or row.keys() != names:
            raise DamagedCopyError
        self._row: dict[str, Any] = row

    def text(self, name: str, *, is_whole: bool = True) -> str:
        """Return a text; only where it need not be *is_whole* with half characters."""
        found = self._typed(name, str)
        if is_whole:
            made(str.encode, found)
        return found

    def flag(self, name: str) -> bool:
        """Return yes or no."""
        return self._typed(name, bool)

    def number(self, name: str) -> int:
        """Return a whole number that storage can hold."""
        found = self._typed(name, int)
        if isinstance(found, bool) or not -(2**63) <= found < 2**63:
            raise DamagedCopyError
        return found

    def small(self, name: str) -> int | None:
        """Return a whole number, or nothing."""
        return None if self._row[name] is None else self.number(name)

    def id(self, name: str) -> UUID:
        """Return an id."""
        return made(_id, self._typed(name, str))

    def octets(self, name: str, length: int) -> bytes:
        """Return so many bytes."""
        found = made(bytes.fromhex, self._typed(name, str))
        if len(found) != length:
            raise DamagedCopyError
        return found

    def day(self, name: str) -> date:
        """Return a day."""
        return made(_day, self._typed(name, str))

    def moment(self, name: str) -> datetime:
        """Return a moment that knows its time zone."""
        return made(_moment, self._typed(name, str))

    def one_of(self, name: str, kind: type[E]) -> E:
        """Return one of a few words."""
        return made(kind, self._typed(name, str))

    def words(self, name: str) -> list[str]:
        """Return a list of texts."""
        found = self._typed(name, list)
        if not all(isinstance(word, str) and word.isprintable() for word in found):
            raise DamagedCopyError
        return found

    def object(self, name: str, names: frozenset[str]) -> "Fields":
        """Return an object in this one."""
        return Fields(self._row[name], names)

    def raw(self, name: str) -> Any:
        """Return what stands there as it is."""
        return self._row[name]

    def maybe(self, name: str, read: Callable[[str], T]) -> T | None:
        """Return what *read* finds, or nothing where nothing stands."""
        return None if self._row[name] is None else read(name)

    def _typed(self, name: str, kind: type[T]) -> T:
        found = self._row[name]
        if not isinstance(found, kind):
            raise DamagedCopyError
        return found


def made(make: Callable[..., T], *arguments: Any, **named: Any) -> T:
    """Return what *make* makes; a refusal is a damaged file.

    Raises:
        DamagedCopyError
    """
    try:
        return make(*arguments, **named)
    except (ArithmeticError, TypeError, ValueError):
        raise DamagedCopyError from None


def _id(text: str) -> UUID:
    found = UUID(text)
    if found.hex != text:
        raise ValueError
    return found


def _day(text: str) -> date:
    found = date.fromisoformat(text)
    if found.year < FIRST_YEAR:
        raise ValueError
    return found


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.utcoffset() is None or not FIRST_YEAR < found.year < 3000:  # noqa: PLR2004 - years
        raise ValueError
    return found
