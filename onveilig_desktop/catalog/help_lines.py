"""Help lines: whom one can call, from where that is known, and when it was checked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final, NewType

from onveilig_desktop import resources, texts
from onveilig_desktop.catalog.model import Words
from onveilig_desktop.catalog.reading import (
    CatalogError,
    Row,
    one_of,
    read,
    rows_of,
    texts_of,
    words_of,
)
from onveilig_desktop.texts import LANGUAGES, Language

SHIPPED = "catalog/help_lines.toml"
HelpLineId = NewType("HelpLineId", str)
CountryId = NewType("CountryId", str)
"""As ISO 3166 writes it: «NL»."""
_PHONE: Final = re.compile(r"[0-9]+(?:[ -][0-9]+)*")


class HelpKind(StrEnum):
    """What a line is for."""

    EMERGENCY = "emergency"
    POLICE = "police"
    VIOLENCE = "violence"
    SEXUAL = "sexual"
    AFTERWARDS = "afterwards"
    SUICIDE = "suicide"
    LISTENING = "listening"


class Cost(StrEnum):
    """What a call costs, as far as it is known."""

    FREE = "free"
    LOCAL = "local"
    UNKNOWN = "unknown"


class OnBill(StrEnum):
    """Whether a call can be read on the bill, as far as it is known."""

    NEVER = "never"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Country:
    """A country, and the languages in which someone who lives there may read this program."""

    id: CountryId
    names: Words
    readers: frozenset[Language]

    @property
    def name(self) -> str:
        """The name in the language in use."""
        return texts.pick(self.names)


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One line, with what is known of it; its numbers stand as one reads them aloud."""

    id: HelpLineId
    countries: Sequence[CountryId]
    kind: HelpKind
    names: Words
    phones: Sequence[str]
    sites: Sequence[str]
    facts: Words | None
    cost: Cost
    on_bill: OnBill
    checked_on: date
    """The last day on which it can have been checked."""
    sources: Sequence[str]
    is_second_hand: bool
    """Whether some of it was not read on a site of the line or of an authority."""

    @property
    def name(self) -> str:
        """The name in the language in use."""
        return texts.pick(self.names)

    @property
    def fact(self) -> str:
        """What is known besides, in the language in use; nothing where nothing is."""
        return "" if self.facts is None else texts.pick(self.facts)


@dataclass(frozen=True, slots=True)
class HelpLines:
    """All lines and the countries they are in, both in the order of their file."""

    countries: Mapping[CountryId, Country]
    lines: Mapping[HelpLineId, HelpLine]

    def of(self, country: CountryId) -> Sequence[HelpLine]:
        """Return the lines of one country."""
        return [line for line in self.lines.values() if country in line.countries]

    def nearest_first(self, language: Language, territory: str) -> Sequence[Country]:
        """Return the countries, those where a reader of *language* may live first.

        The *territory* that the system names comes before those, but only if it is one of
        them: a system that was never set up says something too.
        """

        def is_far(country: Country) -> tuple[bool, bool]:
            is_read = language in country.readers
            return (not (is_read and country.id == territory), not is_read)

        return sorted(self.countries.values(), key=is_far)


@cache
def help_lines() -> HelpLines:
    """Return the help lines that come with the program."""
    return parse_help_lines(resources.read_text(SHIPPED), file=SHIPPED)


def parse_help_lines(text: str, *, file: str) -> HelpLines:
    """Parse and check the help lines; each has a number, a source and a day.

    Raises:
        CatalogError: naming *file* and the row at fault.
    """
    data = read(text, file=file)
    countries: dict[CountryId, Country] = {}
    for where, row in rows_of(data, "country", file):
        country = _country(row, where)
        if country.id in countries:
            raise CatalogError(where, f"{country.id} is listed twice")
        countries[country.id] = country
    lines: dict[HelpLineId, HelpLine] = {}
    for where, row in rows_of(data, "line", file):
        line = _line(row, where)
        if line.id in lines:
            raise CatalogError(where, f"{line.id} is listed twice")
        if unknown := set(line.countries) - countries.keys():
            raise CatalogError(where, f"knows no country {', '.join(sorted(unknown))}")
        lines[line.id] = line
    found = HelpLines(countries, lines)
    for number, key in enumerate(countries, 1):
        if not found.of(key):
            raise CatalogError(f"{file}, country {number}", f"{key} has no line")
    return found


def _country(row: Row, where: str) -> Country:
    readers = texts_of(row, "readers", where)
    if not set(readers) <= set(LANGUAGES):
        raise CatalogError(where, f"readers are none of {', '.join(LANGUAGES)}")
    known = frozenset(language for language in LANGUAGES if language in readers)
    return Country(CountryId(_id(row, where)), words_of(row, "name", where), known)


def _line(row: Row, where: str) -> HelpLine:
    sources, is_second_hand = texts_of(row, "sources", where), row.get("second_hand", False)
    if not isinstance(is_second_hand, bool):
        raise CatalogError(where, "second_hand is neither true nor false")
    if not (sources or is_second_hand):
        raise CatalogError(where, "has no source")
    return HelpLine(
        id=HelpLineId(_id(row, where)),
        countries=[CountryId(each) for each in _some(texts_of(row, "countries", where), where)],
        kind=one_of(HelpKind, row.get("kind"), where),
        names=words_of(row, "name", where),
        phones=_phones(row, where),
        sites=texts_of(row, "sites", where),
        facts=words_of(row, "facts", where) if "facts" in row else None,
        cost=one_of(Cost, row.get("cost", Cost.UNKNOWN), where),
        on_bill=one_of(OnBill, row.get("on_bill", OnBill.UNKNOWN), where),
        checked_on=_day(row.get("checked_on"), where),
        sources=sources,
        is_second_hand=is_second_hand,
    )


def _id(row: Row, where: str) -> str:
    found = row.get("id")
    if not isinstance(found, str) or not found:
        raise CatalogError(where, "has no id")
    return found


def _phones(row: Row, where: str) -> Sequence[str]:
    phones = texts_of(row, "phones", where)
    if not phones or not all(map(_PHONE.fullmatch, phones)):
        raise CatalogError(where, "has no number of digits in groups")
    return phones


def _some(found: Sequence[str], where: str) -> Sequence[str]:
    if not found:
        raise CatalogError(where, "is in no country")
    return found


def _day(value: Any, where: str) -> date:
    if type(value) is not date:  # a moment is a date too
        raise CatalogError(where, "has no day on which it was checked")
    return value
