"""The dialogs for files: in the person's words, and in a place of theirs."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QWidget,
)

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import file_dialogs, theme

OURS = {_("Look in:"), _("Name:"), _("Folder:"), _("Save"), _("Choose"), _("Cancel")}


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.chdir("/")
    return tmp_path


@pytest.fixture
def parent(qapp, qtbot):
    theme.apply(qapp, "light")
    ground = QWidget()
    qtbot.addWidget(ground)
    return ground


@pytest.fixture(params=["folder", "file", "new file"])
def asking(request, home, parent):
    if request.param == "folder":
        return file_dialogs.folder_dialog(parent, "Where?")
    if request.param == "file":
        return file_dialogs.file_dialog(parent, "Which?")
    return file_dialogs.new_file_dialog(parent, "Where?", "made.pdf")


def test_every_word_in_sight_is_ours(asking):
    asking.show()
    parts = [part for kind in (QLabel, QPushButton) for part in asking.findChildren(kind)]
    assert {part.text() for part in parts if part.isVisible() and part.text()} <= OURS
    assert asking.viewMode() is QFileDialog.ViewMode.List
    assert [box.objectName() for box in asking.findChildren(QComboBox) if box.isVisible()] == [
        "lookInCombo"
    ]


def test_every_picture_in_sight_is_ours_and_names_of_places_are_whole(asking):
    asking.show()
    pressed = [each for each in asking.findChildren(QToolButton) if each.isVisible()]
    assert {each.property("icon_name") for each in pressed} == {"back", "up", "new"}
    places = asking.findChild(QListView, "sidebar")
    assert places.sizeHintForIndex(places.model().index(0, 0)).width() <= places.viewport().width()


def test_it_opens_at_home_or_among_documents(asking, home):
    assert asking.directory().absolutePath() == str(home)
    (home / "Documents").mkdir()
    assert file_dialogs.usual_folder() == home / "Documents"


def answer(button, *, name=""):
    """Press a button of the dialog that comes up next."""

    def press():
        dialog = QApplication.activeModalWidget()
        if name:
            dialog.findChild(QLineEdit, "fileNameEdit").setText(name)
        next(part for part in dialog.findChildren(QPushButton) if part.text() == button).click()

    QTimer.singleShot(0, press)


def test_a_new_file_gets_its_ending(home, parent):
    answer("Save", name="for me")
    assert file_dialogs.ask_new_file(parent, "Where?", "made.pdf") == home / "for me.pdf"


def test_a_folder_is_chosen(home, parent):
    (home / "below").mkdir()
    answer("Choose", name="below")
    assert file_dialogs.ask_folder(parent, "Where?") == home / "below"


def test_a_file_of_any_kind_is_chosen(home, parent):
    (home / "notes.of.mine").write_text("words")
    answer("Choose", name="notes.of.mine")
    assert file_dialogs.ask_file(parent, "Which?") == home / "notes.of.mine"


def test_any_number_of_files_is_chosen(home, parent):
    for name in ("one.txt", "two.txt"):
        (home / name).write_text("words")
    answer("Choose", name='"one.txt" "two.txt"')
    assert file_dialogs.ask_files(parent, "Which?") == [home / "one.txt", home / "two.txt"]


@pytest.mark.parametrize("name", ["no ending", "an odd.(e)nding", "a photo.jpg"])
def test_what_is_taken_out_keeps_its_name(home, parent, name):
    answer("Save")
    assert file_dialogs.ask_new_file(parent, "Where?", name) == home / name


def test_a_folder_that_is_out_of_sight_can_be_chosen(home, parent):
    (home / ".below").mkdir()
    answer("Choose", name=".below")
    assert file_dialogs.ask_folder(parent, "Where?", shows_hidden=True) == home / ".below"


def test_nothing_is_chosen_by_who_cancels(home, parent):
    for ask in (
        lambda: file_dialogs.ask_folder(parent, "Where?"),
        lambda: file_dialogs.ask_file(parent, "Which?"),
        lambda: file_dialogs.ask_new_file(parent, "Where?", "made.pdf"),
    ):
        answer("Cancel")
        assert ask() is None
