"""A code that opens the journal when the passphrase is forgotten, as one writes it down."""

import re
import secrets
from dataclasses import dataclass, field
from typing import Final

from onveilig_desktop.errors import N_, OnveiligError

SECRET_BYTES: Final = 20
GROUPS: Final = 8

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O and U: they look like others
_LOOKS_LIKE: Final = str.maketrans("ILO", "110")
_BITS: Final = 5
_IN_GROUP: Final = 4
_PRIME: Final = 31


class MistypedCodeError(OnveiligError):
    """What was typed is no recovery code; ``groups`` says where, counted from 1."""

    sentence = N_("This is not the code as it was written. Check each group once more.")

    def __init__(self, groups: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.groups = groups


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """160 random bits: eight groups of four signs and one that checks them."""

    secret: bytes = field(repr=False)

    @classmethod
    def fresh(cls) -> "RecoveryCode":
        """Return a new one."""
        return cls(secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def read(cls, typed: str) -> "RecoveryCode":
        """Return the code that was *typed*, with small letters and look-alikes or not.

        Raises:
            MistypedCodeError: it is too short or too long, or some groups are mistyped.
        """
        signs = _plain(typed)
        length = _IN_GROUP + 1
        groups = [signs[n : n + length] for n in range(0, len(signs), length)]
        wrong = [n for n, group in enumerate(groups) if group != _checked(group[:_IN_GROUP], n)]
        if len(signs) != GROUPS * length or wrong:
            raise MistypedCodeError(tuple(n + 1 for n in wrong if n < GROUPS))
        number = 0
        for sign in "".join(group[:_IN_GROUP] for group in groups):
            number = number << _BITS | _SIGNS.index(sign)
        return cls(number.to_bytes(SECRET_BYTES))

    @property
    def groups(self) -> tuple[str, ...]:
        """The code as it is shown and written down."""
        number = int.from_bytes(self.secret)
        count = GROUPS * _IN_GROUP
        signs = "".join(_SIGNS[number >> _BITS * (count - 1 - n) & 31] for n in range(count))
        return tuple(_checked(signs[_IN_GROUP * n : _IN_GROUP * (n + 1)], n) for n in range(GROUPS))

    def holds(self, group: int, typed: str) -> bool:
        """Say whether *typed* is its group with this number, counted from 1."""
        return _plain(typed) == self.groups[group - 1]


def _plain(typed: str) -> str:
    return re.sub(r"[\s.\-–·]", "", typed).upper().translate(_LOOKS_LIKE)


def _checked(four: str, place: int) -> str:
    """Return *four* signs with their check: it sees one wrong sign, a swap, a wrong place.

    Only 0 and Z count alike.
    """
    if not set(four) <= set(_SIGNS):
        return ""
    values = map(_SIGNS.index, four)
    weighed = sum((n + 2) * value for n, value in enumerate(values)) + 7 * place
    return four + _SIGNS[weighed % _PRIME]
