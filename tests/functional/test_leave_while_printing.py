"""The quick way out while the dialog of the print system is open, with real keys and clicks."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hands import Mouse
from killing import CHEAP, PASSPHRASE
from onveilig_desktop.vault import VaultGate
from person import started
from screen_reader import State, accessibility_bus

PROGRAM = (sys.executable, str(Path(__file__).with_name("with_a_printer.py")))
HALF = "half a senten"


def gate_at(place):
    return VaultGate(place / "journal", lambda: datetime(2026, 1, 1, tzinfo=UTC), work=CHEAP)


@pytest.fixture(scope="module")
def bus(display, tmp_path_factory):
    with accessibility_bus(tmp_path_factory.mktemp("bus"), display) as lent:
        yield lent


@pytest.fixture
def mouse(display, tmp_path, bus):
    """Someone who was writing, and is asked which printer to use."""
    gate = gate_at(tmp_path)
    gate.create(PASSPHRASE)
    gate.close()
    reader, around = bus
    with started(display, tmp_path, others=around, program=PROGRAM) as person:
        person.wait_for_window()
        person.type(PASSPHRASE)
        person.key("Return")
        person.key("ctrl+n")
        person.type(HALF)
        hands = Mouse(person, reader)
        for words in ("Summary", "Save as PDF …", "Print on paper …"):
            hands.press(words)
        person.wait_for_window("^Print$")
        yield hands


def windows(mouse):
    """The names of all windows in sight."""
    found = mouse.person.tool("search", "--onlyvisible", "--name", ".")
    return [" ".join(mouse.person.tool("getwindowname", window)) for window in found]


def leave_by_keys(mouse):
    mouse.person.key("Shift_L", "Shift_L", "Shift_L")


def leave_from_its_details(mouse):
    """Over the dialog that it opens in its turn."""
    mouse.press("Properties")
    mouse.person.wait_for_window("^Printer Properties$")
    assert windows(mouse) == ["Notes", "Print", "Printer Properties"]
    leave_by_keys(mouse)


def leave_by_its_button(mouse):
    """There is one like it on the page beneath, which cannot be reached now."""
    dialog = mouse.reader.find("Print", "dialog")
    buttons = [part for part in mouse.reader.all(State.VISIBLE) if part.name == "Leave at once"]
    [button] = [part for part in buttons if part.parent == dialog]
    mouse._click(button)


WAYS = (leave_by_keys, leave_from_its_details, leave_by_its_button)


@pytest.mark.parametrize("leave", WAYS, ids=lambda way: way.__name__)
def test_what_was_typed_is_kept_and_the_program_is_gone(mouse, tmp_path, leave):
    leave(mouse)
    mouse.wait_until_gone()
    gate = gate_at(tmp_path)
    assert [draft.text for draft in gate.open(PASSPHRASE).drafts()] == [HALF]
    gate.close()
