"""The whole main job, from an empty computer to a summary, and no trace beside it."""

import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.ui.locked_page import LockedPage

CANARY = "kanarie-7f3a"
STORIES = (
    ("14-9-2026", "unsafety.hiding"),
    ("2-10-2026", "unsafety.hiding"),
    ("19-11-2026", "unsafety.hiding"),
)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603


@pytest.fixture
def written(stage):
    """Three entries, written after a first start."""
    stage.create()
    for day, signal in STORIES:
        stage.write(f"{CANARY} of {day}", SignalId(signal), day=day)
    return stage


def test_from_first_start_to_a_saved_summary(written, tmp_path):
    written.lock()
    assert isinstance(written.unlock("not the passphrase"), LockedPage)
    assert written.unlock().journal_page is not None
    assert [story[: len(CANARY)] for story in written.stories()] == [CANARY] * 3

    QTest.keyClick(written.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = written.page.show_page(2)
    written.settle()
    page.choices.entries.model.tick(1)
    page.save_to(tmp_path / "notes.pdf")
    written.qtbot.waitUntil((tmp_path / "notes.pdf").exists, timeout=20_000)
    written.settle()

    pdf = str(tmp_path / "notes.pdf")
    text = run("pdftotext", "-layout", pdf, "-")
    assert "Recurring in the entries: 3 different days" in text
    assert f"{CANARY} of 2-10-2026" in text
    assert f"{CANARY} of 14-9-2026" not in text
    facts = run("pdfinfo", pdf)
    assert "Notes" in facts.split("Title:")[1].splitlines()[0]
    assert "Author" not in facts
    run("qpdf", "--check", pdf)


def test_what_was_written_is_readable_nowhere(written, tmp_path, caplog, capfd):
    written.write(CANARY + " half a draft", save=False)
    written.lock()
    seen = capfd.readouterr()
    for place in (caplog.text, seen.out, seen.err, written.window.windowTitle()):
        assert CANARY not in place
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    for file in files:
        assert CANARY.encode() not in file.read_bytes()
        assert CANARY not in file.name
