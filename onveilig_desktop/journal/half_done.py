"""A small form that was begun and not saved: its fields as typed, right or wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Form(StrEnum):
    """The forms beside the entries; an entry has drafts of its own."""

    CHECK_IN = "check_in"
    MARKER = "marker"
    PAUSE = "pause"
    WORDING = "wording"
    OWN_SIGNAL = "own_signal"
    SUMMARY = "summary"
    """Not a form to finish but what was last chosen for the summary."""


@dataclass(frozen=True, slots=True)
class FormKey:
    """Which form it is; ``about`` names what it changes, and is empty for something new."""

    form: Form
    about: str = ""


@dataclass(frozen=True, slots=True)
class HalfDone:
    """What stands in one form, by the names that the form gives its fields."""

    key: FormKey
    fields: Mapping[str, str] = field(repr=False)


class StoredHalfDone(Protocol):
    """The sealed forms, one for each key."""

    def all(self) -> Sequence[HalfDone]:
        """Return every one, the latest sealed first."""
        ...

    def get(self, key: FormKey) -> HalfDone | None:
        """Return the one with this key, if there is one."""
        ...

    def put(self, half_done: HalfDone, at: datetime) -> None:
        """Seal it in the place of an earlier one with its key."""
        ...

    def drop(self, key: FormKey) -> None:
        """Forget the one with this key; without one, do nothing."""
        ...
