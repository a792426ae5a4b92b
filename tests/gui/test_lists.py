"""The list models, checked by Qt's own model tester, and their drawing."""

from array import array
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from uuid import UUID

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView

from onveilig_desktop import catalog
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import (
    EntryId,
    EntryLine,
    Found,
    Listing,
    Moment,
    Places,
    Precision,
    Query,
)
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.entry_delegate import EntryDelegate, draw_tags
from onveilig_desktop.ui.entry_list_model import ROW_ROLE, EntryListModel
from onveilig_desktop.ui.tick_model import TickModel

WHOLE = Query()
FIRST = date(2026, 3, 20)
CHECK = Qt.ItemDataRole.CheckStateRole


def line(number, *signals, precision=Precision.DAY):
    day = FIRST - timedelta(days=number * 10)
    if precision is Precision.MONTH:
        day = day.replace(day=1)
    return EntryLine(
        id=EntryId(UUID(int=number)),
        happened=Moment(day=day, precision=precision),
        written_at=datetime(2026, 3, 21, tzinfo=UTC),
        opening=f"story {number}",
        signals=frozenset(map(SignalId, signals)),
    )


KNOWN = catalog.shipped()


def listing(lines, *, loaded=None, query=WHOLE, is_whole=True):
    """What the journal answers: numbers from high to low, with the first *loaded* lines."""
    numbers = array("q", [1_000_000 - n for n in range(len(lines))])
    months = [
        (first, len(list(some)))
        for first, some in groupby(line.happened.day.replace(day=1) for line in lines)
    ]
    found = dict(zip(numbers, map(Found, lines), strict=True))
    first = {number: found[number] for number in numbers[:loaded]}
    return Listing(query, Places(numbers, months), first, is_whole), found


@pytest.fixture
def model(qapp):
    made = EntryListModel(KNOWN)
    made.show_listing(listing([line(n) for n in range(8)])[0])
    return made


def test_the_entry_list_is_a_sound_model(model, qtmodeltester):
    qtmodeltester.check(model)


def test_a_list_of_which_nothing_is_read_yet_is_a_sound_model(qapp, qtmodeltester):
    model = EntryListModel(KNOWN)
    qtmodeltester.check(model)
    model.show_listing(listing([line(n) for n in range(30)], loaded=0)[0])
    qtmodeltester.check(model)


def test_each_month_has_one_heading(model):
    rows = [row(model, n) for n in range(model.rowCount())]
    headings = [found.month for found in rows if found.is_heading]
    assert headings == sorted({h.replace(day=1) for h in headings}, reverse=True)
    assert len(headings) == 3
    assert [n for n, found in enumerate(rows) if found.is_heading] == list(model.headings)


def test_a_heading_cannot_be_chosen(model):
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_an_entry_is_found_by_its_place(model):
    entries = [n for n in range(model.rowCount()) if not row(model, n).is_heading]
    for place in map(model.index, entries):
        assert model.index_at(model.number_at(place)) == place
    assert not model.index_at(17).isValid()
    assert not model.index_at(None).isValid()


def test_every_place_is_found_back(model):
    for number in range(model.rowCount()):
        place = model.index(number)
        at = model.number_at(place)
        assert (at is None) == row(model, number).is_heading
        assert at is None or model.index_at(at) == place


def test_a_row_is_told_in_words(model):
    model.show_listing(listing([line(0, "friction.repair", "own.unknown")])[0])
    words = model.index(1).data()
    assert "20 March 2026" in words
    assert "story 0" in words
    assert "Repaired" in words


def test_what_comes_into_view_is_asked_for_and_drawn(qapp, qtbot):
    model = EntryListModel(KNOWN)
    shown, found = listing([line(n) for n in range(300)], loaded=50)
    model.show_listing(shown)
    last = model.rowCount() - 1
    with qtbot.waitSignal(model.lines_wanted) as wanted:
        assert row(model, last).line is None
    [numbers] = wanted.args
    assert model.number_at(model.index(last)) in numbers
    assert len(numbers) <= 100
    with qtbot.waitSignal(model.dataChanged):
        model.take(numbers, found)
    assert row(model, last).line.opening == "story 299"


def test_an_entry_that_is_gone_stays_blank_and_is_not_asked_for_again(qapp, qtbot):
    model = EntryListModel(KNOWN)
    model.show_listing(listing([line(n) for n in range(3)], loaded=0)[0])
    with qtbot.waitSignal(model.lines_wanted) as wanted:
        row(model, 1)
    model.take(wanted.args[0], {})
    assert row(model, 1).line is None
    with qtbot.assertNotEmitted(model.lines_wanted, wait=30):
        row(model, 1)


def test_more_of_the_same_is_added_below(qapp, qtbot):
    lines = [line(n) for n in range(120)]
    model = EntryListModel(KNOWN)
    asked = Query(text="story")
    model.show_listing(listing(lines[:50], query=asked, is_whole=False)[0])
    rows = model.rowCount()
    with qtbot.waitSignal(model.rowsInserted) as added:
        model.show_listing(listing(lines, query=asked, loaded=50)[0])
    assert added.args[1:3] == [rows, model.rowCount() - 1]
    assert row(model, 1).line.opening == "story 0"


def test_an_edit_does_not_blank_what_is_drawn(qapp, qtbot):
    lines = [line(n) for n in range(120)]
    model = EntryListModel(KNOWN)
    model.show_listing(listing(lines)[0])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_listing(listing(lines, loaded=50)[0])
    last = model.rowCount() - 1
    with qtbot.waitSignal(model.lines_wanted):
        assert row(model, last).line.opening == "story 119"


def row(model, number):
    return model.index(number).data(ROW_ROLE)


def colours_of(view, width, height):
    picture = QPixmap(view.size())
    view.render(picture)
    image = picture.toImage()
    return {image.pixelColor(x, y).name() for x in range(0, width, 3) for y in range(0, height, 3)}


@pytest.mark.parametrize("loaded", [500, 0])
def test_many_rows_can_be_drawn(qapp, qtbot, loaded):
    model = EntryListModel(KNOWN)
    every = tuple(KNOWN.signals)
    lines = [line(n, *every[: n % 16]) for n in range(500)]
    lines[3] = line(3, *every, precision=Precision.MONTH)
    model.show_listing(listing(lines, loaded=loaded)[0])
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(EntryDelegate(KNOWN))
    view.resize(320, 2000)
    view.show()
    view.selectionModel().setCurrentIndex(
        model.index(1), view.selectionModel().SelectionFlag.SelectCurrent
    )
    assert len(colours_of(view, 320, 900)) > 5


def words(of_line):
    return of_line.opening


def test_the_ticks_are_a_sound_model(qapp, qtmodeltester):
    model = TickModel(words)
    model.show_lines([line(n) for n in range(5)])
    qtmodeltester.check(model)


def test_ticks_are_counted_and_outlive_a_change_of_period(qapp, qtbot):
    model = TickModel(words)
    model.show_lines([line(n) for n in range(5)])
    assert model.ticked() == frozenset()
    with qtbot.waitSignal(model.ticks_changed):
        model.tick(2)
    assert model.index(2).data(CHECK) == Qt.CheckState.Checked
    model.show_lines([line(n) for n in range(2)])
    assert model.ticked() == frozenset()
    model.show_lines([line(n) for n in range(5)])
    assert model.ticked() == {EntryId(UUID(int=2))}
    model.setData(model.index(2), Qt.CheckState.Unchecked, CHECK)
    assert model.ticked() == frozenset()


def test_all_and_none(qapp):
    model = TickModel(words)
    model.show_lines([line(n) for n in range(5)])
    model.tick_all(True)
    assert len(model.ticked()) == 5
    model.tick_all(False)
    assert model.ticked() == frozenset()


@pytest.mark.parametrize("width", [140, 400])
def test_the_first_signal_is_named_however_narrow_it_is(qapp, width):
    signals = [KNOWN.signals[SignalId(key)] for key in ("unsafety.control", "violence.doubt")]
    sheet = QImage(width, 30, QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    draw_tags(painter, qapp.font(), QRect(0, 0, width, 28), signals, theme.current())
    painter.end()
    _ink, ground = theme.current().of(signals[0].group)
    assert sheet.pixelColor(6, 14) == ground
