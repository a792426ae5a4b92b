"""A Qt that eats references to None ends the program after a few thousand calls."""

import sys

from PySide6.QtWidgets import QLabel


def test_none_keeps_its_references(qapp):
    label = QLabel()
    before = sys.getrefcount(None)
    for n in range(200):
        label.setText(str(n))
    assert sys.getrefcount(None) > before - 100
