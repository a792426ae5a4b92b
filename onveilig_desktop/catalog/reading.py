"""What every data file of the catalogue is read with."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from onveilig_desktop.catalog.model import Words
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.texts import LANGUAGES

Row = Mapping[str, Any]
E = TypeVar("E", bound=StrEnum)


class CatalogError(OnveiligError):
    """The catalogue file does not say what it must."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, what)
        self.where = where
        self.what = what

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def read(text: str, *, file: str) -> Row:
    """Return what a data file holds; it must be TOML and say its version."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(file, str(error)) from error
    if not isinstance(data.get("version"), int):
        raise CatalogError(file, "has no version")
    return data


def rows_of(data: Row, kind: str, file: str) -> Iterator[tuple[str, Row]]:
    """Return each row of one kind, with the words that name it in a complaint."""
    rows = data.get(kind, [])
    if not isinstance(rows, list):
        raise CatalogError(file, f"{kind} is no list of rows")
    for number, row in enumerate(rows, 1):
        where = f"{file}, {kind} {number}"
        if not isinstance(row, dict):
            raise CatalogError(where, "is no table")
        yield where, row


def words_of(row: Row, name: str, where: str) -> Words:
    """Return the words under *name*, which must be there in every language."""
    words = row.get(name)
    if not isinstance(words, dict) or set(words) != set(LANGUAGES):
        raise CatalogError(where, f"{name} is needed in {', '.join(LANGUAGES)}")
    if not all(isinstance(word, str) and word.strip() for word in words.values()):
        raise CatalogError(where, f"{name} is left empty")
    return words


def texts_of(row: Row, name: str, where: str) -> Sequence[str]:
    """Return the list under *name*; an empty one where there is none."""
    found = row.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, str) and each for each in found):
        raise CatalogError(where, f"{name} is no list of words")
    return found


def one_of(kinds: type[E], value: Any, where: str) -> E:
    """Return which of *kinds* the value names."""
    try:
        return kinds(value)
    except ValueError:
        raise CatalogError(where, f"{value!r} is none of {', '.join(kinds)}") from None
