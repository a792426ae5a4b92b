"""After locking, nothing of the journal is left in memory: no text, no key, no passphrase."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from killing import CHEAP, PASSPHRASE
from memory import count, spellings
from onveilig_desktop.journal import Draft
from onveilig_desktop.vault import VaultGate
from person import started

STORY, TYPED = "kanariegeel", "papegaaigroen"


@pytest.fixture
def secrets(tmp_path):
    """Make a journal with one entry in it; what may not stay in memory, by name."""
    gate = VaultGate(tmp_path / "journal", lambda: datetime(2026, 3, 1, tzinfo=UTC), work=CHEAP)
    gate.create(PASSPHRASE).save(Draft(text=f"{STORY} in the kitchen", day="1-2-2026"))
    key = bytes(gate._vault.key._key)
    gate.close()
    texts = {"story": STORY, "typed": TYPED, "passphrase": PASSPHRASE}
    spelled = {
        f"{name} in {code}": needle
        for name, text in texts.items()
        for code, needle in spellings(text).items()
    }
    return {"key": key, "key in hex": key.hex().encode(), **spelled}


def unlock_and_type(person):
    person.wait_for_window()
    person.type(PASSPHRASE)
    person.key("Return")
    person.key("Tab", "Down", "Return")
    person.key("ctrl+n")
    person.type(TYPED)


def test_nothing_is_left_in_memory_after_locking(display, tmp_path, secrets):
    with started(display, tmp_path) as person:
        unlock_and_type(person)
        process = person.process.pid
        open_ = count(process, secrets)
        for what in ("key", "story", "typed"):
            assert any(found for name, found in open_.items() if name.startswith(what)), what
        person.key("ctrl+l")
        person.wait_for_window()
        assert count(process, secrets) == dict.fromkeys(secrets, 0)
        assert children_of(process) == []  # it took its own place: none is left of before


def test_nothing_is_left_of_a_program_that_was_left_at_once(display, tmp_path, secrets):
    with started(display, tmp_path) as person:
        unlock_and_type(person)
        process = person.process.pid
        children = children_of(process)
        person.tool("key", "Shift_L", "Shift_L", "Shift_L")
        person.wait(lambda: person.process.poll() is not None)
    assert [one for one in (process, *children) if Path(f"/proc/{one}").exists()] == []


def children_of(process):
    return [
        int(one)
        for thread in Path(f"/proc/{process}/task").iterdir()
        for one in (thread / "children").read_text().split()
    ]
