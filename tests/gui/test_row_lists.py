"""Lists of rows: each on its card, whole or cut where the room ends, told whole to all."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFontMetrics, QPixmap
from PySide6.QtTest import QTest

from onveilig_desktop.ui import theme
from onveilig_desktop.ui.bin_page import BinPage
from onveilig_desktop.ui.entry_delegate import room_on
from onveilig_desktop.ui.row_list import row_list
from painted import luminance, pixels

STORY = "The other laughed and left the room, and came back when supper was cold. " * 3


@pytest.fixture
def rows(qapp, qtbot):
    """A list of one short row and one of several lines."""
    theme.apply(qapp, "light", 100)
    view = row_list("Rows", QStringListModel(["once", f"Fri 20 November\n{STORY}"]))
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def ink(view, place):
    """Where something is drawn on the ground of a row: lines and columns."""
    picture = QPixmap(view.viewport().size())
    view.viewport().render(picture)
    ground = luminance(pixels(picture.copy(place)))
    drawn = ground < ground.max() * 0.6
    return drawn.any(axis=1).nonzero()[0], drawn.any(axis=0).nonzero()[0]


@pytest.mark.parametrize("width", [220, 500, 900])
def test_a_row_is_as_high_as_its_words_at_any_width(rows, width):
    rows.resize(width, 900)
    QTest.qWait(0)
    short, long = (rows.visualRect(rows.model().index(number)) for number in range(2))
    assert long.width() == rows.viewport().width()
    line = QFontMetrics(rows.font()).height()
    room = room_on(long)
    needed = QFontMetrics(rows.font()).boundingRect(
        0, 0, room.width(), 10_000, Qt.TextFlag.TextWordWrap, STORY.strip()
    )
    assert abs(room.height() - line - needed.height()) <= line // 2 + 2
    assert room_on(short).height() <= line + 2
    lines, columns = ink(rows, room)
    assert lines[-1] > room.height() - line  # the last line is there, and within the room
    assert columns[-1] < room.width()


def test_the_bin_cuts_where_the_room_ends_and_tells_all_of_it(opened):
    for story in (STORY, "short"):
        opened.write(story)
        opened.click(opened.page.journal_page.side.currentWidget().delete)
    opened.click(opened.page.journal_page.beneath.bin)
    page = opened.page.findChild(BinPage)
    whole = " ".join(STORY[:200].split())
    assert [whole in page.model.index(n).data() for n in range(2)] == [False, True]
    ends = []
    for width in (900, 1400):
        opened.window.resize(width, 700)
        opened.settle()
        short, long = (page.list.visualRect(page.model.index(n)) for n in range(2))
        assert short.height() == long.height()
        _lines, columns = ink(page.list, room_on(long))
        ends.append(columns[-1])
        assert room_on(long).width() - 20 < columns[-1] < room_on(long).width()
    assert ends[1] > ends[0] + 100
