"""How hard a passphrase is to guess, and words for one that nobody would guess."""

import math
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from onveilig_desktop import resources
from onveilig_desktop.texts import LANGUAGES, Language
from onveilig_desktop.texts import gettext as _

WORDS: Final = 6
"""Of a phrase: 77 bits, more than anyone's computers go through."""

_COUNTED: Final = 100
"""Characters that are looked at; what comes after them can only make it harder."""

_PARTS: Final = re.compile(r"[^\W\d_]+|[\d_]+|[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Strength:
    """An estimate: the power of ten of the guesses that it takes."""

    guesses_log10: float

    @property
    def sentence(self) -> str:
        """Say what it means, for whoever has a copy of the file and guesses without a pause.

        Ten thousand guesses a second, each at the work that one guess costs here, is what a
        rack of graphics cards may do.
        """
        if self.guesses_log10 < 6:  # noqa: PLR2004 - a hundred seconds
            return _("A computer that guesses finds this within minutes.")
        if self.guesses_log10 < 10:  # noqa: PLR2004 - twelve days
            return _("A computer that guesses may find this within days.")
        if self.guesses_log10 < 14:  # noqa: PLR2004 - three hundred years
            return _("A computer that guesses needs months or years for this.")
        return _("Guessing this takes longer than a lifetime.")


def strength(passphrase: str) -> Strength:
    """Estimate how hard *passphrase* is to guess; of a long one the first 100 characters.

    zxcvbn (Wheeler, USENIX Security 2016) knows English only, so that it takes Dutch words
    for chance. Whoever guesses word by word is faster: the lower of the two counts.
    """
    from zxcvbn_rs_py import zxcvbn  # late: only where a passphrase is chosen

    counted = passphrase[:_COUNTED]
    known = {word for language in LANGUAGES for word in _words(language)}
    by_word = sum(
        math.log10(len(known)) if part.lower() in known else float(zxcvbn(part).guesses_log10)
        for part in _PARTS.findall(counted)
    )
    return Strength(max(0.0, min(float(zxcvbn(counted).guesses_log10), by_word)))


def phrase(language: Language, words: int = WORDS) -> str:
    """Return *words* words taken by chance, all equally likely, with spaces between them."""
    return " ".join(secrets.choice(_words(language)) for _n in range(words))


@cache
def _words(language: Language) -> Sequence[str]:
    lines = resources.read_text(f"words/{language}.txt").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))
