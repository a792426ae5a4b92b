"""Colours: every pair that meets can be read, in every theme."""

import re
import tomllib

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QScrollArea, QVBoxLayout, QWidget

from onveilig_desktop import resources
from onveilig_desktop.ui import forms, theme

TEXT, MARK = 4.5, 3.0
STRONG = {TEXT: 7.0, MARK: 4.5}
"""What the theme of high contrast keeps instead, after WCAG 2.2's strictest level."""
GROUNDS = ("window", "rail", "surface", "field", "raised")
TINTS = ("accent_soft", "caution_soft")
GROUPS = ("unsafety", "violence", "friction")
PAIRS = [
    *[("text", ground, TEXT) for ground in (*GROUNDS, *TINTS)],
    *[("muted", ground, TEXT) for ground in (*GROUNDS, "accent_soft")],
    *[("accent", ground, TEXT) for ground in (*GROUNDS, "accent_soft", "caution_soft")],
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_hover", TEXT),
    ("caution", "caution_soft", TEXT),
    *[(group, f"{group}_soft", TEXT) for group in GROUPS],
    *[("text", f"{group}_soft", TEXT) for group in GROUPS],
    *[("focus", f"{group}_soft", MARK) for group in GROUPS],
    *[(group, "surface", MARK) for group in GROUPS],
    *[("edge", ground, MARK) for ground in GROUNDS],
    *[("focus", ground, MARK) for ground in (*GROUNDS, *TINTS)],
]
LINES = [(role, ground) for role in ("line", "raised_line") for ground in ("window", "surface")]


def luminance(colour):
    """Relative luminance of WCAG 2.2."""

    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", theme.SCHEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_a_pair_that_meets_can_be_read(scheme, ink, ground, least):
    worn = theme.load(scheme)
    wanted = STRONG[least] if scheme == "contrast" else least
    assert contrast(getattr(worn, ink), getattr(worn, ground)) >= wanted


@pytest.mark.parametrize(("line", "ground"), LINES)
def test_with_high_contrast_every_line_can_be_seen(line, ground):
    worn = theme.load("contrast")
    assert contrast(getattr(worn, line), getattr(worn, ground)) >= MARK


def test_the_style_sheet_names_only_roles_that_exist():
    named = set(re.findall(r"@(\w+)", resources.read_text("themes/style.qss")))
    assert named <= {*theme.Theme._fields, "room", "room_less", "room_least"} | {
        "near",
        "near_less",
        "near_least",
    }


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_a_theme_is_what_a_toml_parser_reads(scheme):
    assert theme.load(scheme)._asdict() == tomllib.loads(
        resources.read_text(f"themes/{scheme}.toml")
    )


def test_a_label_shows_markup_as_it_was_typed(qapp):
    assert forms.label("<b>x</b>").textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_the_application_wears_what_it_is_given(qapp, scheme):
    theme.apply(qapp, scheme)
    assert theme.current() == theme.load(scheme)
    assert theme.load_colour("accent").name() == theme.load(scheme).accent


def colours(shown, columns, rows):
    return {shown.pixelColor(x, y).name() for x in columns for y in rows}


def test_nothing_but_a_ring_shows_the_focus(qapp, qtbot):
    theme.apply(qapp, "light")
    ground = QWidget()
    qtbot.addWidget(ground)
    first, second = forms.button("      "), forms.button("      ")
    ground.setLayout(forms.column(first, second))
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    shown = second.grab().toImage()
    inside = colours(shown, range(4, shown.width() - 4), range(4, shown.height() - 4))
    assert inside == {theme.load("light").raised}


def test_a_title_begins_within_its_label(qapp, qtbot):
    theme.apply(qapp, "light")
    title = forms.label("Jj", "title")
    qtbot.addWidget(title)
    title.resize(title.sizeHint())
    shown = title.grab().toImage()
    assert len(colours(shown, range(shown.width()), range(shown.height()))) > 1
    assert len(colours(shown, [0], range(shown.height()))) == 1
    assert forms.label("Patterns", "title").contentsMargins().isNull()  # as far left as the text


def test_the_page_is_there_again_when_the_colours_cannot_be_changed(opened, qapp, monkeypatch):
    theme.apply(qapp, "light")

    def fails(_theme):
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(theme, "_palette", fails)
        with pytest.raises(OSError):  # noqa: PT011 - any will do
            theme.apply(qapp, "dark")
    theme.apply(qapp, "light")
    assert opened.page.isVisible()


class Asked(QWidget):
    """Counts how often it is measured."""

    def __init__(self):
        super().__init__()
        self.times = 0

    def sizeHint(self):
        self.times += 1
        return QSize(50, 50)


def test_a_page_is_measured_once_when_the_colours_change(qtbot, qapp):
    part, scrolling, window = Asked(), QScrollArea(), QMainWindow()
    qtbot.addWidget(window)
    scrolling.setWidgetResizable(True)
    scrolling.setWidget(inside(part))
    window.setCentralWidget(inside(scrolling))
    theme.apply(qapp, "light")
    with qtbot.waitExposed(window):
        window.show()
    part.times = 0
    theme.apply(qapp, "dark")
    qapp.processEvents()
    assert part.times == 1


def inside(part):
    around = QWidget()
    QVBoxLayout(around).addWidget(part)
    return around
