"""What Qt says of itself, in the language that is spoken: buttons, menus, keys, days."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
)

from onveilig_desktop import texts
from onveilig_desktop.ui import keys, language
from onveilig_desktop.ui.file_dialogs import folder_dialog

Standard = QDialogButtonBox.StandardButton
BUTTONS = {
    "en": {"OK", "Cancel", "Yes", "No", "Save", "Close", "Discard"},
    "nl": {"OK", "Annuleren", "Ja", "Nee", "Opslaan", "Sluiten", "Verwerpen"},
}
MENU = {
    "en": ["Undo", "Redo", "Cut", "Copy", "Paste", "Delete", "Select All"],
    "nl": [
        *("Ongedaan maken", "Opnieuw", "Knippen", "Kopiëren", "Plakken", "Verwijderen"),
        "Alles selecteren",
    ],
}
ARROWS = {"en": "Alt+Down", "nl": "Alt+Pijl omlaag"}


@pytest.fixture(params=["nl", "en"])
def spoken(request, qapp):
    before = QLocale()
    language.speak(request.param)
    language.let_qt_speak()
    yield request.param
    for one in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(one)
        one.deleteLater()
    QLocale.setDefault(before)
    texts.use("en")


def plain(words):
    return words.split("\t")[0].replace("&", "")


def test_the_standard_buttons(spoken, qtbot):
    wanted = [Standard.Ok, Standard.Cancel, Standard.Yes, Standard.No]
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for one in (*wanted, Standard.Save, Standard.Close, Standard.Discard):
        box.addButton(one)
    assert {plain(one.text()) for one in box.buttons()} == BUTTONS[spoken]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_field(spoken, qtbot, kind):
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    said = [plain(each.text()) for each in menu.actions() if not each.isSeparator()]
    assert said == MENU[spoken]


def test_the_keys_as_they_stand_on_their_page(spoken):
    assert keys.NEXT.shown == ARROWS[spoken]


def test_what_hovers_over_the_buttons_of_a_dialog_for_files(spoken, qtbot):
    asking = folder_dialog(None, "?")
    qtbot.addWidget(asking)
    wanted = {"en": "Create New Folder", "nl": "Nieuwe map aanmaken"}[spoken]
    assert wanted in {each.toolTip() for each in asking.findChildren(QToolButton)}


def test_a_calendar_would_name_its_days_as_the_program_does(spoken, qtbot):
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    first = {"en": Qt.DayOfWeek.Sunday, "nl": Qt.DayOfWeek.Monday}[spoken]
    assert calendar.firstDayOfWeek() is first
    monday = date(2026, 11, 23)
    assert calendar.locale().dayName(1).casefold() in texts.day_words(monday).casefold()
    assert calendar.locale().monthName(11).casefold() in texts.day_words(monday).casefold()
