"""Where each of the safety rules stands on the pages, in the words that make it true."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from looking import patterns, says, words_on
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.bin_page import BinPage
from onveilig_desktop.ui.guide_page import Part
from onveilig_desktop.ui.history_page import HistoryPage
from onveilig_desktop.ui.welcome_page import Step

GUIDE = 4
RED = 15
"""Degrees from red within which a strong colour alarms."""


def fields(page):
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    return [field for kind in kinds for field in page.findChildren(kind) if field.isVisible()]


def unfolded(stage, part):
    page = stage.page.show_page(GUIDE)
    page.chips[part].click()
    stage.settle()
    return page.parts[part]


def test_what_a_watched_computer_means_is_said_before_anything_can_be_typed(stage):
    assert fields(stage.page) == []
    stage.click(stage.page.new)
    for step in (Step.SAFETY, Step.WAY_OUT, Step.PLACE):
        stage.page.show_step(step)
        assert fields(stage.page) == []
    stage.page.show_step(Step.SAFETY)
    for words in (
        "Then it is not a safe place to write.",
        "Another device, paper, or keeping no record at all can be better.",
        "Taking it off can alert the other.",
        "Ask for advice first, from another device.",
        "It cannot protect you from someone who looks over your shoulder",
        "«Not now» closes the program and leaves nothing behind.",
    ):
        assert says(stage.page, words)


def test_often_is_not_dangerous_and_once_is_not_safe_stands_once_on_the_patterns(opened):
    opened.write("koffie", "unsafety.hiding", day="1-10-2026")
    words = "Often is not the same as dangerous, and once is not the same as safe."
    assert " ".join(words_on(patterns(opened))).count(words) == 1


def test_whoever_writes_sees_whom_to_call_and_what_is_better_kept_elsewhere(opened):
    opened.click(opened.page.journal_page.new)
    editor = opened.page.journal_page.editor
    assert says(editor, "In direct danger call 112. To talk to someone: Veilig Thuis 0800-2000")
    assert says(editor, "Plans, addresses and the names of people who help you are safer outside")


def test_the_guide_says_what_stays_out_of_it_and_that_no_court_has_to_accept_it(opened):
    part = unfolded(opened, Part.WRITING)
    assert says(part, "Names, addresses and numbers of people who help you.")
    assert says(part, "Plans: what you are going to do, when, and where you could go.")
    assert says(part, "Nobody has to accept it, nor does a court.")


def test_the_guide_says_that_nothing_is_called_and_nobody_is_warned(opened):
    part = unfolded(opened, Part.DANGER)
    assert says(part, "This program calls nobody, and nobody is warned by what you note in it.")
    assert says(unfolded(opened, Part.HELP), "This program does not call and opens no page")


def test_the_guide_says_why_no_other_passphrase_wipes_or_hides(opened):
    part = unfolded(opened, Part.LIMITS)
    assert says(part, "There is no second passphrase that shows something else or wipes")
    assert says(part, "Such things get noticed, and can make it worse.")
    assert says(part, "know how dangerous something is, or what you should do.")


def test_the_code_of_today_does_not_claim_what_it_cannot(opened):
    opened.write("koffie", day="1-10-2026")
    opened.click(opened.page.journal_page.beneath.history)
    page = opened.page.findChild(HistoryPage)
    assert says(page, "It does not show that it is true, who wrote it, or that the clock was right")


def test_what_removing_does_not_reach_is_said_before_it_is_done(opened):
    opened.write("koffie", day="1-10-2026")
    opened.click(opened.page.journal_page.side.currentWidget().delete)
    opened.click(opened.page.journal_page.beneath.bin)
    page = opened.page.findChild(BinPage)
    for ask in (page.erase, page.empty):
        opened.click(ask)
        assert says(page.question, "Summaries, copies and backups that were made before, here or")
        opened.click(page.question.no)


@pytest.mark.parametrize("number", range(5))
def test_escape_is_not_the_way_out(opened, number):
    opened.page.show_page(number)
    opened.settle()
    for _time in range(3):
        QTest.keyClick(opened.window.focusWidget() or opened.window, Qt.Key.Key_Escape)
    opened.settle()
    assert opened.ended == []
    assert opened.window.isVisible()


def is_alarming(colour):
    return (
        min(colour.hue() % 360, -colour.hue() % 360) < RED
        and colour.hsvSaturationF() > 0.5
        and colour.valueF() > 0.3
    )


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_no_colour_alarms(scheme):
    colours = {role: QColor(colour) for role, colour in theme.load(scheme)._asdict().items()}
    assert len(colours) > 10
    assert [role for role, colour in colours.items() if is_alarming(colour)] == []


def test_a_colour_that_alarms_would_be_seen():
    assert [is_alarming(QColor(name)) for name in ("#d32f2f", "red", "#2f6f6f")] == [1, 1, 0]
