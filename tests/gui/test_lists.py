"""The list models, checked by Qt's own model tester, and their drawing."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QListView

from onveilig_desktop import catalog
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import EntryId, EntryLine, Moment, Precision
from onveilig_desktop.ui.entry_delegate import EntryDelegate
from onveilig_desktop.ui.entry_list_model import ROW_ROLE, EntryListModel, rows_of
from onveilig_desktop.ui.tick_model import TickModel

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


@pytest.fixture
def model(qapp):
    made = EntryListModel(catalog.shipped())
    made.show_rows(rows_of([line(n) for n in range(8)]))
    return made


def test_the_entry_list_is_a_sound_model(model, qtmodeltester):
    qtmodeltester.check(model)


def test_each_month_has_one_heading(model):
    headings = [r.month for n in range(model.rowCount()) if not (r := row(model, n)).line]
    assert headings == sorted({h.replace(day=1) for h in headings}, reverse=True)
    assert len(headings) == 3


def test_a_heading_cannot_be_chosen(model):
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_an_entry_is_found_by_its_id(model):
    place = model.index_of(EntryId(UUID(int=5)))
    assert row(model, place.row()).line.opening == "story 5"
    assert not model.index_of(EntryId(UUID(int=99))).isValid()
    assert not model.index_of(None).isValid()


def test_a_row_is_told_in_words(model):
    model.show_rows(rows_of([line(0, "friction.repair", "own.unknown")]))
    words = model.index(1).data()
    assert "20 March 2026" in words
    assert "story 0" in words
    assert "Repaired" in words


def row(model, number):
    return model.index(number).data(ROW_ROLE)


def test_many_rows_can_be_drawn(qapp, qtbot):
    model = EntryListModel(catalog.shipped())
    every = tuple(catalog.shipped().signals)
    lines = [line(n, *every[: n % 16]) for n in range(500)]
    lines[3] = line(3, *every, precision=Precision.MONTH)
    model.show_rows(rows_of(lines))
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(EntryDelegate(catalog.shipped()))
    view.resize(320, 2000)
    view.show()
    view.selectionModel().setCurrentIndex(
        model.index(1), view.selectionModel().SelectionFlag.SelectCurrent
    )
    picture = QPixmap(view.size())
    view.render(picture)
    image = picture.toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 320, 3) for y in range(0, 900, 3)}
    assert len(colours) > 5


def test_the_ticks_are_a_sound_model(qapp, qtmodeltester):
    model = TickModel()
    model.show_lines([line(n) for n in range(5)])
    qtmodeltester.check(model)


def test_ticks_are_counted_and_outlive_a_change_of_period(qapp, qtbot):
    model = TickModel()
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
    model = TickModel()
    model.show_lines([line(n) for n in range(5)])
    model.tick_all(True)
    assert len(model.ticked()) == 5
    model.tick_all(False)
    assert model.ticked() == frozenset()
