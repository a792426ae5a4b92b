"""Earlier wordings, the check, the code of today."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from onveilig_desktop.journal.revision import code_of
from onveilig_desktop.ui.history_page import HistoryPage
from onveilig_desktop.ui.lent_text import LentText
from onveilig_desktop.ui.versions_page import VersionsPage


@pytest.fixture
def corrected(opened):
    """An entry of three wordings, open in the reader."""
    opened.write("He said go away.")
    for story in ("He said go now.", "She said go now."):
        opened.pass_days(1)
        correct(opened, story)
    return opened


def correct(stage, story):
    page = stage.page.journal_page
    stage.click(page.side.currentWidget().edit)
    page.editor.text.setPlainText(story)
    stage.click(page.editor.save)


def versions(stage):
    stage.click(stage.page.journal_page.side.currentWidget().kept.versions)
    return stage.page.findChild(VersionsPage)


def marked(story):
    """Every stretch of text with how it is marked."""
    found = []
    block = story.document().begin()
    while block.isValid():
        for part in block:
            style = part.fragment().charFormat()
            mark = "gone" if style.fontStrikeOut() else "new" if style.fontUnderline() else ""
            found.append((part.fragment().text(), mark))
        block = block.next()
    return found


def test_one_wording_needs_no_line(opened):
    opened.write("Once.")
    assert not opened.page.journal_page.side.currentWidget().kept.versions.isVisible()


def test_every_wording_can_be_read_the_first_one_too(corrected):
    page = versions(corrected)
    words = [page.model.index(n).data() for n in range(page.model.rowCount())]
    assert words == [
        "Corrected · Sun 22 November 2026, 12:00",
        "Corrected · Sat 21 November 2026, 12:00",
        "First wording · Fri 20 November 2026, 12:00",
    ]
    assert marked(page.story) == [("He", "gone"), ("She", "new"), (" said go now.", "")]
    assert page.legend.isVisible()
    for _ in range(2):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        corrected.settle()
    assert marked(page.story) == [("He said go away.", "")]
    assert not page.legend.isVisible()


def test_what_else_changed_is_told(corrected):
    page = corrected.page.journal_page
    corrected.click(page.side.currentWidget().edit)
    corrected.click(page.editor.intensity.chip(3))
    corrected.click(page.editor.trust.chip(-1))
    corrected.click(page.editor.save)
    assert versions(corrected).changed.text() == (
        "Also changed: trust or doubt and how heavy it was"
    )


def history(stage):
    stage.click(stage.page.journal_page.beneath.history)
    page = stage.page.findChild(HistoryPage)
    stage.settle()
    return page


def check(stage, page):
    stage.click(page.check)
    stage.qtbot.waitUntil(page.check.isEnabled)


def tamper(stage, statement):
    vault = stage.window._gate._vault
    with vault._begin() as connection:
        connection.exec_driver_sql(statement)


def test_an_untouched_journal(corrected):
    page = history(corrected)
    check(corrected, page)
    assert page.finding.text().startswith("Nothing was changed")
    assert not page.progress.isVisible()


def test_a_changed_text_is_told(corrected):
    tamper(corrected, "UPDATE entry_text SET text = 'other'")
    page = history(corrected)
    check(corrected, page)
    assert "not as it was saved, at 1 place." in page.finding.text()


def test_a_check_can_be_stopped_and_left(corrected):
    page = history(corrected)
    page.check.click()
    assert page.stop.isVisible()
    page.stop.click()
    corrected.settle()
    assert page.finding.text() == ""
    assert page.check.isEnabled()
    page.check.click()
    page.back.click()
    corrected.settle()
    corrected.qtbot.waitUntil(lambda: corrected.page.findChild(HistoryPage) is None)


def test_the_code_of_today_and_of_an_earlier_day(corrected):
    page = history(corrected)
    code = page.code.text()
    assert [len(group) for group in code.split()] == [4] * 8
    corrected.click(page.back)
    correct(corrected, "Later.")
    page = history(corrected)
    assert page.code.text() != code
    page.noted.setText(code.replace(" ", "").lower())
    QTest.keyClick(page.noted, Qt.Key.Key_Return)
    corrected.settle()
    corrected.qtbot.waitUntil(lambda: page.answer.text() != "")
    assert "on Sun 22 November 2026, 12:00 is unchanged" in page.answer.text()


def test_a_code_of_a_journal_that_was_changed(corrected):
    page = history(corrected)
    page.noted.setText(page.code.text())
    tamper(corrected, "UPDATE entry_text SET text = 'other'")
    corrected.click(page.look_up)
    corrected.qtbot.waitUntil(lambda: page.answer.text() != "")
    assert "not all that was there is unchanged" in page.answer.text()


def test_a_code_of_elsewhere_and_no_code_at_all(corrected):
    page = history(corrected)
    page.noted.setText(code_of(bytes(32)))
    corrected.click(page.look_up)
    assert "does not belong to this journal" in page.answer.text()
    page.noted.setText("abc")
    corrected.click(page.look_up)
    assert page.answer.text().startswith("This is not a whole code.")


def test_an_empty_journal_has_no_code_to_copy(opened):
    page = history(opened)
    assert page.code.text() == ""
    assert not page.copy.isEnabled()


def test_the_code_leaves_the_clipboard(corrected):
    page = history(corrected)
    corrected.click(page.copy)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == page.code.text()
    assert bytes(clipboard.mimeData().data("x-kde-passwordManagerHint")) == b"secret"
    lent = corrected.page.session.findChild(LentText)
    assert lent._back.isActive()
    assert lent._back.interval() == 30_000
    lent._back.timeout.emit()
    assert clipboard.text() == ""


def test_what_was_copied_since_stays(corrected):
    page = history(corrected)
    corrected.click(page.copy)
    QGuiApplication.clipboard().setText("something else")
    corrected.page.session.findChild(LentText).take_back()
    assert QGuiApplication.clipboard().text() == "something else"


def test_the_code_leaves_the_clipboard_with_the_workspace(corrected):
    page = history(corrected)
    corrected.click(page.copy)
    corrected.lock()
    corrected.qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_the_story_of_a_wording_cannot_be_changed(corrected):
    page = versions(corrected)
    page.story.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(page.story, "x")
    assert not page.story.toPlainText().endswith("x")
