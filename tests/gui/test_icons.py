"""Icons on a screen of any sharpness."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

import onveilig_desktop
from onveilig_desktop import resources
from onveilig_desktop.ui import icons, theme
from onveilig_desktop.ui.forms import button

BLACK = "#000000"


def drawn(ratio, high):
    """An icon as it is drawn on a screen with so many dots to a point."""
    screen = QPixmap(high * ratio, high * ratio)
    screen.setDevicePixelRatio(ratio)
    screen.fill(Qt.GlobalColor.transparent)
    painter = QPainter(screen)
    icons.draw(painter, "lock", BLACK, 0, 0, high)
    painter.end()
    return screen.toImage()


def test_an_icon_is_one_dot_to_one_dot_of_the_screen(qapp):
    fine, plain = drawn(2, 16), drawn(1, 32)
    fine.setDevicePixelRatio(1)
    assert fine == plain


def test_what_was_drawn_sharp_is_no_smaller_beside_words(qapp):
    before = icons._before_words("lock", BLACK, 32, 0).toImage()
    drawn(2, 16)
    assert icons._before_words("lock", BLACK, 32, 0).toImage() == before
    assert before != icons._before_words("lock", BLACK, 16, 16).toImage()


@pytest.mark.parametrize("percent", [80, 100, 125, 150, 200])
@pytest.mark.parametrize("kind", ["", "primary", "quiet"])
def test_buttons_with_an_icon_are_as_high_as_those_without(qapp, kind, percent):
    theme.apply(qapp, "light", percent)
    with_one, without = button("Save", kind, icon="save"), button("Save", kind)
    assert with_one.sizeHint().height() == without.sizeHint().height()


def test_each_icon_is_in_use():
    code = [file.read_text("utf-8") for file in Path(onveilig_desktop.__path__[0]).rglob("*.py")]
    drawn = {file.stem for file in (resources.root() / "icons").glob("*.svg")}
    assert {name for name in drawn if not any(f'"{name}"' in text for text in code)} == set()
