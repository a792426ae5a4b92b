"""Fields of this program on a real screen, with a text to be selected.

Each line of input names a field, which gets the focus; the answer is where on the screen
its text is. An empty line asks what is selected in it now.
"""

import sys

from PySide6.QtCore import QPoint, QSocketNotifier, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from onveilig_desktop.ui import primary_selection
from onveilig_desktop.ui.forms import column
from onveilig_desktop.ui.passphrase_field import PassphraseField
from onveilig_desktop.ui.text_field import Story, TextField

WORDS = "kanarie"
TITLE = "Fields"
MAKERS = {
    "passphrase": lambda: PassphraseField(""),
    "line": QLineEdit,
    "story": lambda: TextField(""),
    "reader": lambda: Story("", WORDS),
}


class Fields(QWidget):
    def __init__(self):
        super().__init__()
        self.setWindowTitle(TITLE)
        made = {name: make() for name, make in MAKERS.items()}
        self.setLayout(column(*made.values()))
        made["passphrase"]._show.click()
        self._fields = made | {"passphrase": made["passphrase"].line}
        for name, field in self._fields.items():
            if name != "reader":
                QTest.keyClicks(field, WORDS)
        self._at = self._fields["line"]
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._answer)

    def _answer(self):
        name = sys.stdin.readline().strip()
        sys.stdout.write(f"{self._focus(name) if name else self._selected()}\n")

    def _focus(self, name):
        self._at = self._fields[name]
        self._at.setFocus(Qt.FocusReason.OtherFocusReason)
        within = self._at if isinstance(self._at, QLineEdit) else self._at.viewport()
        spot = within.mapToGlobal(QPoint(20, self._at.cursorRect().center().y()))
        return f"{spot.x()} {spot.y()}"

    def _selected(self):
        is_line = isinstance(self._at, QLineEdit)
        return self._at.selectedText() if is_line else self._at.textCursor().selectedText()


def main():
    application = QApplication([])
    if "--unguarded" not in sys.argv:
        primary_selection.keep_empty(application.clipboard())
    window = Fields()
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    sys.stdout.write("ready\n")
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
