"""What is copied here goes back after half a minute, and asks not to be kept."""

from PySide6.QtGui import QGuiApplication

from onveilig_desktop.ui.lent_text import LentText, take_back


def on_clipboard():
    return QGuiApplication.clipboard().text()


def test_it_goes_back_after_half_a_minute(opened):
    lent = LentText(opened.window)
    lent.lend("kanarie")
    assert on_clipboard() == "kanarie"
    assert lent._back.interval() == 30_000
    assert lent._back.isActive()
    lent._back.setInterval(0)
    opened.qtbot.waitUntil(lambda: on_clipboard() == "")


def test_what_another_program_put_there_is_left(opened):
    LentText(opened.window).lend("kanarie")
    QGuiApplication.clipboard().setText("of another program")
    take_back()
    assert on_clipboard() == "of another program"


def test_it_goes_back_at_the_lock(opened):
    LentText(opened.window).lend("kanarie")
    opened.lock()
    assert on_clipboard() == ""


def test_it_goes_back_when_the_window_closes(opened):
    LentText(opened.window).lend("kanarie")
    opened.window.close()
    opened.qtbot.waitUntil(lambda: on_clipboard() == "")


def test_it_asks_programs_that_keep_what_was_copied_to_leave_it_out(opened):
    LentText(opened.window).lend("kanarie")
    held = QGuiApplication.clipboard().mimeData()
    assert bytes(held.data("x-kde-passwordManagerHint")) == b"secret"
    assert set(held.formats()) == {"text/plain", "x-kde-passwordManagerHint", "application/x-lent"}
