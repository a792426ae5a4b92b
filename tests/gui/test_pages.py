"""Patterns and summary: what the page says, and what leaves the program."""

import subprocess

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from onveilig_desktop import tour
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.chart_view import ChartView

HIDING, HEATED = "unsafety.hiding", "friction.heated"


def words_on(widget):
    return [part.text() for part in widget.findChildren(QLabel) if not part.isHidden()]


def patterns(stage):
    page = stage.page.show_page(1)
    stage.settle()
    stage.qtbot.waitUntil(lambda: page.chart is None or page.chart._picture is not None)
    return page


@pytest.fixture
def weekly(opened):
    """Three concerns over six weeks, one trait of friction."""
    for day in ("1-10-2026", "14-10-2026", "12-11-2026"):
        opened.write(f"story of {day}", HIDING, day=day)
    opened.write("a good talk", HEATED, day="2-11-2026")
    return opened


def test_an_empty_journal_says_what_the_page_will_show(opened):
    page = patterns(opened)
    assert page.chart is None
    assert any("once there is something to count" in words for words in words_on(page))


def test_one_incident_is_told_as_once(opened):
    opened.write("once", HIDING, day="1-10-2026")
    said = words_on(patterns(opened))
    assert any(words.startswith("Noted once, on 1 October 2026") for words in said)


def test_what_recurs_comes_first_with_its_dates(weekly):
    said = words_on(patterns(weekly))
    answer = said.index("Did this happen once, or does it come back?") + 1
    assert "Recurring in your notes: 3 different days" in said[answer]
    assert said.index("Signal by signal") < said.index("What was there as well")
    assert said.index("What was there as well") < said.index("Not noted")


def test_the_page_follows_the_journal(weekly):
    page = patterns(weekly)
    weekly.write("once more", HIDING, day="19-11-2026")
    assert any("4 different days" in words for words in words_on(patterns(weekly)))
    assert page.isVisibleTo(weekly.page)


def test_the_strip_is_told_in_words_and_its_marks_can_be_walked(weekly):
    page = patterns(weekly)
    chart = page.chart
    assert "Timeline from 1 October 2026" in chart.accessibleName()
    asked = []
    chart.entries_wanted.connect(asked.append)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "1 October 2026" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "14 October 2026" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    [entries] = asked
    assert len(entries) == 1


def test_a_mark_names_itself_and_opens_under_the_pointer(weekly):
    chart = patterns(weekly).chart
    hit = chart._picture.hits[-1]
    centre = QPointF((hit.left + hit.right) / 2, (hit.top + hit.bottom) / 2).toPoint()
    asked = []
    chart.entries_wanted.connect(asked.append)
    QTest.mouseMove(chart, centre)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=centre)
    assert asked == [list(hit.entries)]


def test_the_strip_is_drawn_anew_for_another_width_and_theme(weekly, qapp):
    page = patterns(weekly)
    before = page.chart._picture
    weekly.window.resize(1500, 800)
    weekly.qtbot.waitUntil(lambda: page.chart._picture.width != before.width)
    wide = page.chart._picture
    assert wide.width == page.chart.width()
    theme.apply(qapp, "dark")
    weekly.qtbot.waitUntil(lambda: page.chart._picture is not wide)
    assert page.chart._image.pixelColor(2, 2).lightness() < 128


def test_a_chart_without_a_picture_keeps_still(qapp, qtbot):
    chart = ChartView()
    qtbot.addWidget(chart)
    chart.show()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton)
    assert chart.accessibleDescription() == ""


def test_a_chart_says_that_it_is_being_drawn(qapp, qtbot):
    chart = ChartView()
    qtbot.addWidget(chart)
    chart.resize(300, 120)
    shown = chart.grab().toImage()
    colours = {shown.pixel(x, y) for x in range(300) for y in range(120)}
    assert chart.accessibleName() == "Drawing …"
    assert len(colours) > 1
    assert not chart.is_drawn


def test_the_tour_waits_until_every_chart_is_drawn(weekly, tmp_path):
    weekly.page.show_page(1)
    weekly.settle()
    chart = weekly.page.findChild(ChartView)
    chart._settle.setInterval(tour._SETTLED_MS * 2)  # as on a machine that has no time
    chart.ask_anew()
    tour._Guide(weekly.window, weekly.tasks, tmp_path, "en-light")._settle()
    assert chart.is_drawn


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
