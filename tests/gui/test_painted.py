"""In every theme the words can be read and the focus be seen, measured on every page."""

import pytest
from PySide6.QtWidgets import QLabel
from test_large_text import every_empty, every_of_the_guide
from test_layout import every, every_aside

from onveilig_desktop.journal import Preferences
from onveilig_desktop.ui import forms, theme
from onveilig_desktop.ui.appearance import Appearance
from painted import MARK, STRONG, TEXT, pixels, too_faint, unseen_focus

LARGE = 150
"""Letters whose strokes are thick enough for a dot in the middle of one to have its colour."""


@pytest.fixture(params=theme.SCHEMES)
def dressed(request, opened, qapp):
    """The journal in one theme, in large letters."""
    wanted = Preferences(scheme=request.param, text_percent=LARGE)
    opened.ask(lambda journal: journal.settings.keep(wanted))
    opened.lock()
    opened.window.resize(1280, 820)
    opened.unlock()
    assert theme.worn() == request.param
    yield opened
    Appearance.of(qapp).rest()
    theme.apply(qapp, "light")


def least(wanted):
    return STRONG[wanted] if theme.worn() == "contrast" else wanted


def every_state(stage, folder):
    photo = folder / "photo.txt"
    photo.write_text("words")
    yield from every_empty(stage)
    yield from every_of_the_guide(stage)
    yield from every_settings(stage)
    stage.page.show_page(0)
    yield from every_aside(stage, photo)
    yield from every(stage)


def every_settings(stage):
    stage.click(stage.page.rail.settings)
    for name, fold in stage.page._aside.folds.items():
        fold.toggle.click()
        yield f"settings {name}"


def test_every_word_can_be_read_and_every_focus_be_seen(dressed, tmp_path):
    wrong, known = {}, set()
    for name in every_state(dressed, tmp_path):
        dressed.settle()
        found = too_faint(dressed.window, least(TEXT))
        if name != "checking":  # to look at the focus takes it along
            found += unseen_focus(dressed.window, least(MARK), known)
        if found:
            wrong[name] = found
    assert wrong == {}
    assert len(known) > 20


def test_the_measure_itself_notices_faint_words(qapp, qtbot):
    theme.apply(qapp, "light")
    ground = forms.page()
    qtbot.addWidget(ground)
    faint, plain = QLabel("words"), QLabel("words")
    faint.setStyleSheet("QLabel { color: #b5b0a5 }")
    ground.setLayout(forms.column(faint, plain))
    ground.show()
    assert [said[:6] for said in too_faint(ground, TEXT)] == ["QLabel"]


def test_the_measure_itself_notices_a_focus_that_is_not_shown(qapp, qtbot):
    theme.apply(qapp, "light")
    ground = forms.page()
    qtbot.addWidget(ground)
    plain, bare = forms.button("plain"), forms.button("bare")
    bare.setStyleSheet("QPushButton:focus { border: 1px solid @line }".replace("@line", "#d3c9b6"))
    ground.setLayout(forms.column(plain, bare))
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    bare.setProperty("kind", "bare")
    found = unseen_focus(ground, MARK, set())
    assert [said for said in found if "bare" in said] == found != []
    assert pixels(ground.grab()).shape == (ground.height(), ground.width(), 3)
