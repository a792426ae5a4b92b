"""An entry: its scales, and that its words show nowhere by accident."""

from dataclasses import fields
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from onveilig_desktop.journal import (
    Details,
    Draft,
    EntryId,
    EntryLine,
    Precision,
)

ENTRY_ID = EntryId(UUID(int=7))
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 20, 21, 0, tzinfo=AMSTERDAM)
CANARY = "kanarie-4711"
FIELDS = [field.name for field in fields(Details)]


def complete(draft, **others):
    given_ = {"entry_id": ENTRY_ID, "written_at": NOW, "now": NOW, "zone": AMSTERDAM}
    return draft.complete(**(given_ | others))


def draft(**fields):
    return Draft(**{"text": "koffie", "day": "20-11-2026", **fields})


@pytest.mark.parametrize("value", [0, 6, -1])
def test_no_entry_has_an_intensity_off_the_scale(value):
    with pytest.raises(ValueError, match="intensity"):
        complete(draft(intensity=value))


@pytest.mark.parametrize("value", [-3, 3])
def test_no_entry_has_a_trust_off_the_scale(value):
    with pytest.raises(ValueError, match="trust"):
        complete(draft(trust=value))


def test_what_was_typed_is_in_no_repr():
    details = Details(**dict.fromkeys(FIELDS, CANARY))
    typed = Draft(text=CANARY, day=f"{CANARY}-day", minute=f"{CANARY}-minute", details=details)
    entry = complete(draft(text=CANARY, details=details))
    line = EntryLine(
        id=entry.id, happened=entry.happened, written_at=entry.written_at, opening=CANARY
    )
    for value in (typed, entry, line, details):
        assert CANARY not in repr(value)
        assert CANARY not in str(value)


@pytest.mark.parametrize(
    "wrong", [{"day": CANARY}, {"precision": Precision.MINUTE, "minute": CANARY}, {"intensity": 9}]
)
def test_what_was_typed_is_in_no_exception(wrong):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whichever it is
        complete(draft(text=CANARY, **wrong))
    shown = f"{caught.value!r} {caught.value} {caught.value.__cause__!r}"
    assert CANARY not in shown
