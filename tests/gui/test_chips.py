"""What is on can be seen without colours, and turning it moves nothing."""

from statistics import mean

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from onveilig_desktop.catalog import Group
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.chip import Chip, around

WORDS = "Made myself smaller"
APART = 25
"""How much darker one dot has to be than another, of 255."""


@pytest.fixture(params=theme.SCHEMES)
def dressed(request, qapp):
    theme.apply(qapp, request.param)
    yield qapp
    theme.apply(qapp, "light")


def make(qtbot, group=None, *, one_of=False):
    chip = Chip(WORDS, one_of=one_of)
    chip.setProperty("group", group)
    qtbot.addWidget(chip)
    chip.show()
    chip.clearFocus()
    QApplication.processEvents()
    return chip


def mark(chip):
    """The inside of the mark in shades of grey; none of the border of the chip."""
    side = theme.mark_side(chip.fontMetrics())
    place = QRect(9, (chip.height() - side) // 2, side, side)
    image = chip.grab(place).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return [
        image.pixelColor(x, y).lightness() for x in range(3, side - 2) for y in range(3, side - 2)
    ]


@pytest.mark.parametrize("one_of", [False, True])
@pytest.mark.parametrize("group", [None, *Group])
def test_what_is_on_has_a_mark_and_what_is_off_has_none(dressed, qtbot, group, one_of):
    chip = make(qtbot, group and group.value, one_of=one_of)
    off = mark(chip)
    assert max(off) - min(off) < APART
    chip.click()
    assert chip.isChecked()
    assert abs(mean(mark(chip)) - mean(off)) > APART


def test_the_two_marks_are_not_alike(dressed, qtbot):
    box, ring = make(qtbot), make(qtbot, one_of=True)
    assert mark_with_edge(box) != mark_with_edge(ring)
    for chip in (box, ring):
        chip.click()
    assert mark(box) != mark(ring)


def mark_with_edge(chip):
    side = theme.mark_side(chip.fontMetrics())
    return chip.grab(QRect(8, (chip.height() - side) // 2 - 1, side + 3, side + 3)).toImage()


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_turning_it_moves_nothing(qapp, qtbot, percent):
    theme.apply(qapp, "light", percent)
    chip = make(qtbot)
    before = chip.sizeHint()
    chip.click()
    chip.clearFocus()
    assert chip.sizeHint() == before
    words_and_mark = chip.fontMetrics().horizontalAdvance(WORDS) + around(chip)
    assert 0 <= before.width() - words_and_mark <= 1
    theme.apply(qapp, "light")


def test_the_words_at_the_ends_of_the_scale(opened):
    scale = opened.write("", save=False).intensity
    assert [scale.chip(step).text() for step in range(1, 6)] == [
        "1 · light",
        "2",
        "3",
        "4",
        "5 · very heavy",
    ]
