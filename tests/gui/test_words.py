"""A label remembers how large it is, and knows when that is not so any more."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from looking import patterns
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import Preferences
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.forms import label
from onveilig_desktop.ui.words import Words

LONG = "Someone who looks at the sea for long enough forgets which words were said before. "


def measured(words, width):
    return (
        QLabel.heightForWidth(words, width),
        QLabel.sizeHint(words),
        QLabel.minimumSizeHint(words),
    )


def remembered(words, width):
    return words.heightForWidth(width), words.sizeHint(), words.minimumSizeHint()


def test_a_picture_in_the_place_of_words_has_its_room(qtbot):
    made = label("")
    qtbot.addWidget(made)
    assert made.sizeHint().height() < 300
    made.setPixmap(QPixmap(40, 300))
    assert made.sizeHint() == QSize(40, 300)


@pytest.fixture
def words(qtbot):
    made = label(LONG, wrap=True)
    qtbot.addWidget(made)
    made.show()
    remembered(made, 200)
    return made


def _larger(words):
    font = words.font()
    font.setPointSizeF(2 * font.pointSizeF())
    words.setFont(font)


CHANGES = {
    "other words": lambda words: words.setText(3 * LONG),
    "larger letters": _larger,
    "a margin": lambda words: words.setContentsMargins(60, 30, 0, 0),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changes_its_size_is_measured_again(words, change):
    before = remembered(words, 200)
    change(words)
    assert remembered(words, 200) == measured(words, 200) != before


def test_each_width_has_its_own_height(words):
    assert words.heightForWidth(100) > words.heightForWidth(200) > words.heightForWidth(800)


def test_what_is_given_out_cannot_change_what_is_remembered(words):
    words.sizeHint().setWidth(1)
    words.minimumSizeHint().setWidth(1)
    assert remembered(words, 200) == measured(words, 200)


def test_other_colours_leave_every_size_as_it_was(opened, qapp):
    opened.write("x", SignalId("violence.manipulation"), SignalId("unsafety.control"))
    page = patterns(opened)
    theme.apply(qapp, "dark")
    opened.settle()
    shown = [each for each in page.findChildren(Words) if each.isVisible()]
    assert len(shown) > 20
    wrong = [
        each.text()
        for each in shown
        if remembered(each, each.width()) != measured(each, each.width())
    ]
    assert wrong == []


def test_larger_letters_for_all_are_measured_for_all(opened):
    opened.write("x", SignalId("violence.manipulation"))
    opened.ask(lambda journal: journal.settings.keep(Preferences(text_percent=150)))
    opened.lock()
    opened.unlock()
    page = patterns(opened)
    for each in page.findChildren(Words):
        assert remembered(each, each.width()) == measured(each, each.width()), each.text()
