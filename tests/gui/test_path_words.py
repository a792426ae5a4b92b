"""Long names of folders: they break where they are shown, and are copied as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from onveilig_desktop.ui.path_words import PathWords, breakable

LONG = "/home/anna/een_heel_lange_map_met_aantekeningen_en_nog_wat_woorden/notities"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/anna/notities", "/home/anna/notities"),
        (r"C:\Users\anna\AppData\Roaming", r"C:\|Users\|anna\|AppData\|Roaming"),
        ("x" * 24, "x" * 24),
        ("x" * 25, "xxxxxxxx|xxxxxxxx|xxxxxxxx|x"),
        ("a_folder_with_a_long_name.pdf", "a_|folder_|with_|a_|long_|name.|pdf"),
    ],
)
def test_only_what_is_long_may_break(path, shown):
    assert breakable(path).replace("\u200b", "|") == shown


def test_it_is_copied_as_it_is(qtbot):
    words = PathWords()
    qtbot.addWidget(words)
    words.show_path(LONG)
    assert words.text() != LONG
    assert (words.path, words.accessibleName()) == (LONG, LONG)
    words.setSelection(0, len(words.text()))
    QTest.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == LONG
    QGuiApplication.clipboard().clear()
