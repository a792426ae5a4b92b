"""The summary: what leaves the program."""

import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from onveilig_desktop.ui import theme

HIDING, HEATED = "unsafety.hiding", "friction.heated"


@pytest.fixture
def weekly(opened):
    """Three concerns over six weeks, one trait of friction."""
    for day in ("1-10-2026", "14-10-2026", "12-11-2026"):
        opened.write(f"story of {day}", HIDING, day=day)
    opened.write("a good talk", HEATED, day="2-11-2026")
    return opened


def summary(stage):
    page = stage.page.show_page(2)
    stage.settle()
    return page


def text_of(pdf):
    return subprocess.run(  # noqa: S603 - a tool that others wrote
        ["pdftotext", "-layout", pdf, "-"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_only_the_ticked_entries_go_along_in_full(weekly, tmp_path):
    page = summary(weekly)
    assert page.count.text() == "4 entries in this period · 0 included in full"
    page.model.tick(0)
    assert page.count.text() == "4 entries in this period · 1 included in full"
    page.save_to(tmp_path / "made.pdf")
    weekly.settle()
    assert page.message.text() == f"Saved: {tmp_path / 'made.pdf'}"
    text = text_of(tmp_path / "made.pdf")
    assert "story of 12-11-2026" in text
    assert "story of 1-10-2026" not in text
    assert "3 different days" in text


def test_what_was_saved_is_not_said_of_other_entries(weekly, tmp_path):
    page = summary(weekly)
    page.save_to(tmp_path / "made.pdf")
    weekly.settle()
    page.model.tick(0)
    assert page.message.text() == ""


def middle_of(page, row):
    return page.list.visualRect(page.model.index(row)).center()


def test_a_click_anywhere_on_a_line_ticks_it(weekly):
    page = summary(weekly)
    for ticked in (1, 0, 1):
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(page, 1))
        assert len(page.model.ticked()) == ticked
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.RightButton, pos=middle_of(page, 1))
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert len(page.model.ticked()) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_is_seen_ticked_or_not(weekly, qapp, scheme):
    theme.apply(qapp, scheme)
    page = summary(weekly)
    page.model.tick(0)

    def colours(row):
        line = page.list.visualRect(page.model.index(row))
        shown = page.list.viewport().grab(line).toImage()
        points = ((x, y) for x in range(30) for y in range(shown.height()))
        return {shown.pixelColor(x, y).name() for x, y in points}

    worn = theme.load(scheme)
    assert {worn.accent, worn.on_accent} <= colours(0)
    assert worn.edge in colours(1)
    assert worn.accent not in colours(1)


def test_a_period_narrows_what_is_offered(weekly):
    page = summary(weekly)
    weekly.type(page.first, "1-11-2026")
    weekly.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    weekly.type(page.last, "5-11-2026")
    weekly.qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_a_period_that_is_no_date_is_told(weekly, tmp_path):
    page = summary(weekly)
    weekly.type(page.first, "soon")
    weekly.qtbot.waitUntil(lambda: "not understood" in page.message.text())
    page.save_to(tmp_path / "made.pdf")
    assert not (tmp_path / "made.pdf").exists()


def test_all_and_none_of_the_entries(weekly):
    page = summary(weekly)
    weekly.click(page.all)
    assert len(page.model.ticked()) == 4
    weekly.click(page.none)
    assert page.model.ticked() == frozenset()


def test_an_existing_file_is_left_alone(weekly, tmp_path):
    kept = tmp_path / "kept.pdf"
    kept.write_text("kept")
    page = summary(weekly)
    page.save_to(kept)
    weekly.settle()
    assert kept.read_text() == "kept"
    assert page.message.text() != ""
    assert page.save.isEnabled()


def test_a_folder_that_is_not_there_is_told(weekly, tmp_path):
    page = summary(weekly)
    page.save_to(tmp_path / "no" / "such" / "made.pdf")
    weekly.settle()
    assert page.message.text() != ""
    assert page.save.isEnabled()
