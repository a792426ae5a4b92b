"""The words for dates in Dutch and English, both turned into the same few terms.

The person's own words are never asked which language they are in: «afgelopen Tuesday» will do.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from onveilig_desktop.errors import DateNotUnderstoodError
from onveilig_desktop.journal.moment import DayPart

_LONGEST: Final = 60
_DAYS: Final = 31
_WORD: Final = re.compile(r"[^\W_]+")
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th|e|de|ste)")
_WITH_PART: Final = re.compile(
    r"(van|eergister|gister|\w+dag)(ochtend|morgen|namiddag|middag|avond|nacht)"
)

_PHRASES: Final = {
    "day before yesterday": "eergisteren",
    "last night": "yesterday evening",
    "afgelopen nacht": "vannacht",
    "vorige nacht": "vannacht",
}
_SILENT: Final = frozenset(
    [
        "op",
        "on",
        "in",
        "at",
        "the",
        "de",
        "het",
        "of",
        "van",
        "s",
        "dat",
        "that",
        "ergens",
        "sometime",
        "some",
        "time",
        "tijdens",
        "during",
        "jl",
    ]
)
_TERMS: Final[Mapping[str, str]] = {
    "today": "vandaag today nu now",
    "yesterday": "gisteren gister yesterday",
    "before": "eergisteren eergister",
    "morgen": "morgen",
    "next": "overmorgen tomorrow volgende volgend komende komend next coming",
    "last": "vorige vorig afgelopen laatste last past previous",
    "this": "deze dit this",
    "ago": "geleden terug ago back",
    "about": "rond omstreeks ongeveer circa around about approximately",
    "few": "paar enkele few couple",
    "day": "dag dagen day days",
    "week": "week weken weeks",
    "weekend": "weekend weekeinde",
    "month": "maand maanden month months",
    "year": "jaar jaren year years",
    "early": "begin beginning start early",
    "middle": "half midden medio mid middle halfway",
    "late": "eind einde end late",
    "1": "een a an one",
    "2": "twee two",
    "3": "drie three",
    "4": "vier four",
    "5": "vijf five",
    "6": "zes six",
    "7": "zeven seven",
    "8": "acht eight",
    "9": "negen nine",
    "10": "tien ten",
    "11": "elf eleven",
    "12": "twaalf twelve",
    "wd0": "maandag ma monday mon",
    "wd1": "dinsdag di tuesday tue tues",
    "wd2": "woensdag wo wednesday wed",
    "wd3": "donderdag do thursday thu thur thurs",
    "wd4": "vrijdag vr friday fri",
    "wd5": "zaterdag za saturday sat",
    "wd6": "zondag zo sunday sun",
    "m1": "januari january jan",
    "m2": "februari february feb",
    "m3": "maart mrt march mar",
    "m4": "april apr",
    "m5": "mei may",
    "m6": "juni june jun",
    "m7": "juli july jul",
    "m8": "augustus august aug",
    "m9": "september sept sep",
    "m10": "oktober october okt oct",
    "m11": "november nov",
    "m12": "december dec",
    "s3": "voorjaar lente spring springtime",
    "s6": "zomer summer summertime",
    "s9": "najaar herfst autumn fall",
    "s12": "winter wintertime",
    DayPart.NIGHT: "nacht nachts night",
    DayPart.MORNING: "ochtend ochtends morgens voormiddag morning",
    DayPart.AFTERNOON: "middag middags namiddag namiddags afternoon",
    DayPart.EVENING: "avond avonds evening",
}
_MEANS: Final = {word: term for term, words in _TERMS.items() for word in words.split()}


def terms_of(text: str) -> Sequence[str]:
    """Return what *text* says, word by word, in terms that know no language.

    ``wd1`` is Tuesday, ``m3`` March, ``s3`` the season that begins in March, ``nth14`` the 14th.

    Raises:
        DateNotUnderstoodError: a word in it has nothing to do with dates.
    """
    if len(text) > _LONGEST:
        raise DateNotUnderstoodError
    apart = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    said = f" {' '.join(_WORD.findall(bare))} "
    for phrase, other in _PHRASES.items():
        said = said.replace(f" {phrase} ", f" {other} ")
    return list(chain.from_iterable(map(_terms, said.split())))


def month_in(word: str) -> int | None:
    """Return the month that *word*, without capitals or accents, names, or nothing."""
    term = _MEANS.get(word, "")
    return int(term[1:]) if term[:1] == "m" and term[1:].isdecimal() else None


def day_in(word: str) -> int | None:
    """Return the number of a day as it is written, «14» or «14th», or nothing."""
    match = _ORDINAL.fullmatch(word)
    number = match[1] if match else word
    is_short = number.isdecimal() and len(number) <= 2  # noqa: PLR2004 - two figures
    return int(number) if is_short and 1 <= int(number) <= _DAYS else None


def is_weekday(word: str) -> bool:
    """Say whether *word*, without capitals or accents, is a day of the week."""
    return _MEANS.get(word, "").startswith("wd")


def _terms(word: str) -> Iterator[str]:
    if word in _SILENT:
        return
    if word in _MEANS:
        yield _MEANS[word]
    elif word == "tonight":
        yield from ("today", DayPart.EVENING)
    elif word.isdecimal():
        yield word
    elif match := _ORDINAL.fullmatch(word):
        yield f"nth{int(match[1])}"
    elif (match := _WITH_PART.fullmatch(word)) and match[1] in {"van", *_MEANS}:
        yield "today" if match[1] == "van" else _MEANS[match[1]]
        yield _MEANS[f"{match[2]}s"]  # «morgen» alone is tomorrow, «'s morgens» the morning
    else:
        raise DateNotUnderstoodError
