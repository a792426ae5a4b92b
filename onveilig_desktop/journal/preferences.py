"""How the person wants the program to be."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, Protocol

from onveilig_desktop.texts import LANGUAGES

LOCK_MINUTES: Final = range(1, 61)
SHIFTS: Final = range(2, 5)
REMINDER_DAYS: Final = range(366)
SYSTEM: Final = "system"
"""The scheme that is no scheme of its own: whatever the system is dressed in."""
SCHEMES: Final = (SYSTEM, "light", "dark", "contrast")
SPOKEN: Final = ("", *LANGUAGES)
"""Which language; without one, what is spoken when the journal is opened."""
TEXT_PERCENTS: Final = (80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Every setting, and how it is until the person changes it."""

    lock_minutes: int = 5
    """So long after the last key or click the journal locks by itself; ``LOCK_MINUTES``."""
    leaves_by_shift: bool = True
    """Whether pressing Shift some times is the quick way out; the button always is."""
    shifts: int = 3
    """How many times; ``SHIFTS``."""
    hides_texts: bool = False
    """Whether the texts are folded away when the journal is opened."""
    reminder_days: int = 14
    """A backup older than this is mentioned; 0 is never; ``REMINDER_DAYS``."""
    allows_capture: bool = False
    """Whether others may see the window where the system can keep it off a shared screen."""

    language: str = ""
    """What the program speaks while this journal is open; ``SPOKEN``."""
    scheme: str = SYSTEM
    """In which colours; ``SCHEMES``."""
    text_percent: int = 100
    """How large the text is, of what is usual on this computer; ``TEXT_PERCENTS``."""

    def __post_init__(self) -> None:
        wrong = [one.name for one in fields(self) if not _fits(one.name, getattr(self, one.name))]
        if wrong:
            raise ValueError(f"out of range: {', '.join(wrong)}")

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Preferences":
        """Return *values* as far as they are understood, the usual ones for the others.

        An older or a newer version of the program may have written them.
        """
        known = [one.name for one in fields(cls)]
        return cls(**{name: values[name] for name in known if _fits(name, values.get(name))})


_CHOICES: Final[Mapping[str, Collection[object]]] = {
    "lock_minutes": LOCK_MINUTES,
    "shifts": SHIFTS,
    "reminder_days": REMINDER_DAYS,
    "language": SPOKEN,
    "scheme": SCHEMES,
    "text_percent": TEXT_PERCENTS,
}


def _fits(name: str, value: object) -> bool:
    if name in _CHOICES:
        return type(value) in {int, str} and value in _CHOICES[name]
    return isinstance(value, bool)


class StoredPreferences(Protocol):
    """The stored settings."""

    def read(self) -> Preferences:
        """Return them as they were last put, or as they are usually."""
        ...

    def put(self, preferences: Preferences) -> None:
        """Store them all."""
        ...
