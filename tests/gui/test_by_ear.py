"""Name, role, size, order and language of each part, where the layout tests do not come."""

import pytest
from test_large_text import every_empty, every_of_the_guide

from faults import faults
from languages import left_in_english
from onveilig_desktop import texts
from onveilig_desktop.ui import language
from onveilig_desktop.ui.about_page import AboutPage
from onveilig_desktop.ui.file_dialogs import file_dialog, folder_dialog, new_file_dialog
from onveilig_desktop.ui.moving_page import MovingPage
from onveilig_desktop.ui.privacy_page import PrivacyPage


@pytest.fixture(params=["nl", "en"])
def spoken(request, opened):
    language.speak(request.param)
    language.let_qt_speak()
    opened.lock()
    opened.window.resize(1280, 820)
    opened.unlock()
    yield opened
    texts.use("en")
    language.let_qt_speak()


def every(stage):
    yield from every_empty(stage)
    yield from every_of_the_guide(stage)
    stage.click(stage.page.rail.settings)
    for name, fold in stage.page._aside.folds.items():
        fold.toggle.click()
        yield f"settings {name}"
    for page in (AboutPage, PrivacyPage):
        stage.page.visit(page)
        yield page.__name__
    for name in ("take_all", "take_table", "bring"):
        stage.page.visit(MovingPage)
        stage.click(getattr(stage.page.findChildren(MovingPage)[-1], name))
        yield name


def heard(window):
    return [*faults(window), *left_in_english(window)]


def test_nothing_is_wrong_for_who_hears_enlarges_or_types(spoken):
    wrong = {}
    for name in every(spoken):
        spoken.settle()
        if found := heard(spoken.window):
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("make", [folder_dialog, file_dialog, new_file_dialog])
def test_nor_in_a_dialog_for_files(spoken, make, tmp_path):
    name = ("x.pdf",) if make is new_file_dialog else ()
    asking = make(spoken.window, "?", *name)
    asking.setDirectory(str(tmp_path))
    asking.show()
    spoken.settle()
    assert heard(asking) == []
