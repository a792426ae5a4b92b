"""The person's language: sentences, counts and dates in words, for every floor.

English is the text in the code and the key of its translation; the other
languages are gettext catalogs in ``resources/locale``. One language is in use
at a time, because one person reads the screen.
"""

import gettext as _gettext
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from onveilig_desktop import resources

if TYPE_CHECKING:  # the first paint does not wait for it
    from datetime import date, time

T = TypeVar("T")
Language = Literal["nl", "en"]
LANGUAGES: Final[Mapping[Language, str]] = {"nl": "Nederlands", "en": "English"}
DayStyle = Literal["full", "weekday", "short", "brief", "month"]

_PATTERNS: Final[Mapping[DayStyle, str]] = {
    "full": "EEEE d MMMM y",
    "weekday": "EEE d MMMM",
    "short": "d MMMM y",
    "brief": "d MMM y",
    "month": "MMMM y",
}
_catalogs: dict[Language, _gettext.NullTranslations] = {"en": _gettext.NullTranslations()}
_language: Language = "en"


def use(language: Language) -> None:
    """Speak *language* from now on."""
    global _language  # noqa: PLW0603 - one person, one language at a time
    if language not in _catalogs:
        with resources.path(f"locale/{language}.mo").open("rb") as file:
            _catalogs[language] = _gettext.GNUTranslations(file)
    _language = language


def known(code: str | None) -> Language | None:
    """Return the language that *code* names, if it is one of ours."""
    return next((language for language in LANGUAGES if language == code), None)


def language() -> Language:
    """Say which language is in use."""
    return _language


def gettext(message: str) -> str:
    """Return *message* in the language in use."""
    return _catalogs[_language].gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return *one* or *many* as the language wants it for *count*, with ``{n}`` filled in."""
    return _catalogs[_language].ngettext(one, many, count).format(n=count)


def pick(words: Mapping[Language, T]) -> T:
    """Return what *words* say in the language in use."""
    return words[_language]


def day_words(day: "date", style: DayStyle = "full") -> str:
    """Return a date in words: «vrijdag 20 november 2026»."""
    return _day_words(day, style, _language)


@lru_cache(maxsize=4096)  # a summary says the same days thousands of times
def _day_words(day: "date", style: DayStyle, language: Language) -> str:
    from babel.dates import format_date  # late: 40 ms that the first paint need not wait for

    return format_date(day, _PATTERNS[style], locale=language)


def span_words(first: "date", last: "date") -> str:
    """Return two dates as a span, saying once what both have: «22 sep – 17 nov 2026»."""
    from babel.dates import format_interval  # late, as above

    locale = "en_GB" if _language == "en" else _language  # the day first, as everywhere here
    return format_interval(first, last, "yMMMd", locale=locale)


def time_words(minute: "time") -> str:
    """Return a time of day: «20:30»."""
    return f"{minute:%H:%M}"


def listing(words: Sequence[str]) -> str:
    """Join *words* as a sentence does: «a, b en c»."""
    from babel.lists import format_list

    return format_list(list(words), locale=_language)
