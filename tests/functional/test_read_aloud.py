"""What a screen reader gets to hear: the journal that is open, never the passphrase or its letters.

It says aloud what it hears, in a house in which someone else may listen, and any other program of
the same login can hear it as well.
"""

import os
import subprocess
import sys
from contextlib import suppress

import pytest
from test_no_traces import CANARY, PASSPHRASE, place

from person import started
from screen_reader import State, accessibility_bus

__all__ = ["place"]  # a fixture


@pytest.fixture
def listened(display, place):
    """The locked program, and someone who hears all that is told of texts."""
    folder = place / "session"
    folder.mkdir()
    with accessibility_bus(folder, display) as (reader, environment):
        reader.listen_to("TextChanged", "TextCaretMoved", "TextSelectionChanged")
        with started(display, place, others=environment) as person:
            person.wait_for_window()
            assert reader.program
            yield person, reader


def carried(reader):
    """All that the things of the program say, in sight or not."""
    for thing in reader.all():
        for ask in ("name", "description", "text"):
            with suppress(LookupError):  # it went away, or has no text
                yield str(getattr(thing, ask))


def texts_heard(reader):
    return [str(words) for _kind, what, words in reader.heard(0.5) if what in {"insert", "delete"}]


def test_of_a_passphrase_that_is_typed_only_dots_are_heard(listened):
    person, reader = listened
    person.type("abcd")
    person.key("BackSpace", "ctrl+a", "Delete")
    person.type(PASSPHRASE)
    assert texts_heard(reader) == ["●"] * 4 + ["●", "●●●"] + ["●"] * len(PASSPHRASE)
    [field] = [thing for thing in reader.all(State.VISIBLE) if thing.is_secret]
    assert field.text == "●" * len(PASSPHRASE)
    person.key("Return")
    person.wait_for_window()
    assert not {*"".join(texts_heard(reader))} & {*PASSPHRASE}
    assert PASSPHRASE not in "".join(carried(reader))


def test_what_is_shown_is_heard_as_any_text(listened):
    person, reader = listened
    reader.find("Show", "button", "toggle button", "check box").press()
    person.settle()
    person.type("ab")
    assert texts_heard(reader) == ["a", "b"]


def test_after_locking_nothing_carries_a_text(listened):
    person, reader = listened
    person.type(PASSPHRASE)
    person.key("Return", "ctrl+n")
    person.type(f"{CANARY} in the kitchen")
    person.key("ctrl+s", "ctrl+n")
    person.type(f"{CANARY} unfinished")
    assert CANARY in "".join(carried(reader))
    before = reader.program
    person.key("ctrl+l")
    person.wait_for_window()
    reader.wait(lambda: reader.program != before)
    reader.find("Passphrase")
    assert CANARY not in "".join(carried(reader))
    with pytest.raises(LookupError):
        _ = before.name


WAITING = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from onveilig_desktop.ui.forms import column, label, page
from onveilig_desktop.ui.waiting import tell_to_wait

application = QApplication([])
line, whole = label("Counting"), page()
whole.setLayout(column(line))
line.hide()
whole.show()
for after, waits in ((2000, True), (2100, True), (2200, False)):
    QTimer.singleShot(after, lambda waits=waits: tell_to_wait(line, waits))
QTimer.singleShot(4000, application.quit)
application.exec()
"""


def test_that_one_has_to_wait_is_said_once(display, tmp_path):
    with accessibility_bus(tmp_path, display) as (reader, environment):
        reader.listen_to("Announcement")
        around = {**os.environ, **environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-c", WAITING]
        subprocess.run(command, env=around, check=True, timeout=60)  # noqa: S603 - ours
        said = [words for kind, _what, words in reader.heard(1) if kind == "Announcement"]
    assert said == ["Counting"]
