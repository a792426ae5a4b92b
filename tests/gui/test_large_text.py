"""Letters half as large again, in the smallest window: what matters is still there whole."""

import pytest
from PySide6.QtWidgets import QApplication
from test_layout import LEAST, cut_off, too_wide

from onveilig_desktop import texts
from onveilig_desktop.ui import language


@pytest.fixture
def large(opened, qapp):
    """The journal in Dutch with an entry and a file, in large letters."""
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    QApplication.setFont(font)
    language.speak("nl")
    opened.lock()
    opened.window.resize(*LEAST)
    opened.unlock()
    yield opened
    QApplication.setFont(before)
    texts.use("en")


def test_the_journal_and_its_reader(large, tmp_path):
    large.write("Een verhaal.", day="3-11-2026")
    path = tmp_path / "keukentafel op zondagmorgen na het gesprek.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    large.page.journal_page.side.currentWidget().attachments.take([path])
    large.settle()
    large.page.journal_page.refresh_attachments()
    large.settle()
    assert cut_off(large.window) == []


def test_the_form_of_an_entry(large):
    editor = large.write("Een verhaal.", save=False)
    editor.more.toggle.click()
    large.settle()
    assert cut_off(large.window) == []


def test_the_choices_of_the_summary_and_what_is_told_before_it_leaves(large):
    large.write("Een verhaal over Sanne.")
    page = large.page.show_page(2)
    large.settle()
    for fold in page.choices.folds.values():
        fold.toggle.click()
        large.settle()
        assert too_wide(large.window) == []
        fold.toggle.click()
    large.click(page.save)
    assert too_wide(large.window) == []


def test_empty_days_say_that_nothing_is_noted(large):
    page = large.page.show_page(3)
    large.settle()
    assert page.check_ins.nothing.isVisible()
    assert not page.check_ins.list.isVisible()
    assert cut_off(large.window) == []
