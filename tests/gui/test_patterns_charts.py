"""The charts of the patterns page: drawn, walked, pressed, read as a table and saved."""

from functools import partial

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from looking import come_to_rest, lines_of, patterns, says, words_on
from onveilig_desktop import tour
from onveilig_desktop.errors import DiskFullError
from onveilig_desktop.journal import Preferences
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.appearance import Appearance
from onveilig_desktop.ui.chart_view import ChartView
from onveilig_desktop.ui.entries_page import EntriesPage
from onveilig_desktop.ui.signal_table import SignalTable

HIDING, HEATED, BELITTLING = "unsafety.hiding", "friction.heated", "violence.belittling"


def test_the_strip_is_told_in_words_and_its_marks_can_be_walked(weekly):
    chart = patterns(weekly).chart
    assert chart.accessibleName() == "1 signal comes back in the entries"
    assert "1 October 2026" in chart.accessibleDescription()
    whole = chart.accessibleDescription()
    asked = []
    chart.entries_wanted.connect(asked.append)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert "1 October 2026" in chart.accessibleDescription() != whole
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "14 October 2026" in chart.accessibleDescription()
    together = chart._at
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert "14 October 2026" in chart.accessibleDescription()
    assert chart._at != together
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart._at == together
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


def test_one_entry_is_read_and_of_several_one_is_chosen(weekly):
    page = patterns(weekly)
    weekly.click(lines_of(page, "Hid myself").entries)
    aside = weekly.page.findChild(EntriesPage)
    assert [aside.model.index(n).data().split("\n")[1] for n in range(3)] == [
        "story of 1-10-2026",
        "story of 14-10-2026",
        "story of 12-11-2026",
    ]
    aside.list.setCurrentIndex(aside.model.index(1))
    QTest.keyClick(aside.list, Qt.Key.Key_Return)
    weekly.settle()
    reader = weekly.page.journal_page.side.currentWidget()
    assert says(reader, "14 October 2026") or says(reader, "Wed 14 October")


def test_a_long_text_behind_a_mark_says_that_it_goes_on(opened):
    opened.write("so it went on and on " * 20)
    [entry] = opened.entries()
    opened.page.visit(partial(EntriesPage, entries=[entry.id]))
    opened.settle()
    said = opened.page.findChild(EntriesPage).model.index(0).data()
    assert said.endswith((" so …", " it …", " went …", " on …", " and …"))


def test_hidden_texts_stay_hidden_behind_a_mark(weekly):
    page = patterns(weekly)
    weekly.page.session.hide_texts(True)
    weekly.click(lines_of(page, "Hid myself").entries)
    aside = weekly.page.findChild(EntriesPage)
    assert "story" not in aside.model.index(0).data()


def test_the_strip_is_drawn_anew_for_another_width_and_theme(weekly, qapp):
    page = patterns(weekly)
    before = page.chart._picture
    weekly.window.resize(1500, 800)
    weekly.qtbot.waitUntil(lambda: page.chart._picture.width != before.width)
    wide = page.chart._picture
    assert wide.width == page.chart.width()
    theme.apply(qapp, "dark")
    weekly.qtbot.waitUntil(lambda: page.chart._picture is not wide)
    assert page.chart.pixmap().toImage().pixelColor(2, 2).lightness() < 128


@pytest.mark.parametrize("kind", Kind)
def test_every_chart_is_one_press_away(weekly, kind):
    page = patterns(weekly)
    weekly.click(page.charts.kind.chip(kind))
    come_to_rest(weekly, page)
    made = page.charts.pane.made
    assert made.kind is kind
    assert made.title in words_on(page.charts)
    assert (page.chart is not None) is (made.draw is not None)


def test_the_same_data_as_a_table(weekly):
    page = patterns(weekly)
    pane = page.charts.pane
    assert pane.table is None
    weekly.click(pane.as_table)
    model = pane.table.model()
    shown = [
        tuple(model.index(r, c).data() for c in range(model.columnCount()))
        for r in range(model.rowCount())
    ]
    assert shown == [tuple(row) for row in pane.made.table.rows]
    assert any("Hid myself" in row for row in shown)
    weekly.click(pane.as_table)
    assert not pane.table.isVisible()


def test_from_a_chart_that_is_not_drawn_to_one_that_is(opened):
    opened.write("once", HIDING, day="1-10-2026")
    page = patterns(opened)
    for kind in (Kind.STEPS, Kind.STRIP):
        opened.click(page.charts.kind.chip(kind))
        come_to_rest(opened, page)
    assert page.chart is not None
    assert page.chart.is_drawn


def test_what_stands_under_a_chart_that_fails_is_there_all_the_same(weekly, monkeypatch):
    def fail(*_wanted):
        raise DiskFullError

    monkeypatch.setattr("onveilig_desktop.ui.chart_pane.make_chart", fail)
    page = weekly.page.show_page(1)
    weekly.settle()
    weekly.qtbot.waitUntil(lambda: page.findChildren(SignalTable) != [])
    weekly.qtbot.waitUntil(lambda: lines_of(page, "Hid myself").isVisibleTo(page))
    assert not page.chart.is_drawn


def test_two_that_face_each_other_stand_side_by_side(opened):
    opened.write("x", BELITTLING, day="1-10-2026")
    opened.write("y", "friction.respect", day="2-10-2026")
    page = patterns(opened)
    opened.click(page.charts.pair.chip(BELITTLING))
    come_to_rest(opened, page)
    assert {hit.words.split(":")[0] for hit in page.chart._picture.hits} == {
        "Belittled",
        "Felt respected",
    }
    opened.click(page.charts.pair.chip(BELITTLING))
    come_to_rest(opened, page)
    assert len(page.chart._picture.hits) > 2


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
    chart = patterns(weekly).chart
    chart._soon.start(tour.SETTLED_MS * 2)  # as on a machine that has no time
    tour.Guide(weekly.window, weekly.tasks, tmp_path, "en-light", tmp_path).settle()
    assert chart.is_drawn


def cut(table):
    """The words of cells and heads for which there is no room, in lines of whole words."""
    model, metrics = table.model(), table.fontMetrics()
    for at in range(model.columnCount()):
        room = table.columnWidth(at) - 2 * 10 - 6  # as the sheet has it, and what Qt adds
        head = [(model.headerData(at, Qt.Orientation.Horizontal), -1)]
        for words, row in head + [(model.index(n, at).data(), n) for n in range(model.rowCount())]:
            high = table.rowHeight(row) - 9 if row >= 0 else table.horizontalHeader().height() - 11
            needed = metrics.boundingRect(0, 0, room, 0, Qt.TextFlag.TextWordWrap, words)
            if row >= 0 and needed.height() > 6 * metrics.lineSpacing():
                continue  # so long a list hovers whole
            if needed.width() > room or needed.height() > high:
                yield at, row, words


@pytest.mark.parametrize("across", [900, 1280])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_of_the_table_is_cut_off(weekly, across, percent, qapp):
    weekly.ask(lambda journal: journal.settings.keep(Preferences(text_percent=percent)))
    weekly.lock()
    weekly.window.resize(across, 600)
    weekly.unlock()
    page, wide = patterns(weekly), set()
    for kind in Kind:
        weekly.click(page.charts.kind.chip(kind))
        if page.charts.pane.table is None or page.charts.pane.table.isHidden():
            weekly.click(page.charts.pane.as_table)
        table = page.charts.pane.table
        assert list(cut(table)) == []
        if table.horizontalScrollBar().maximum():
            wide.add(kind)
    assert wide <= ({Kind.WEEK} if (across, percent) == (900, 150) else set())
    Appearance.of(qapp).rest()
