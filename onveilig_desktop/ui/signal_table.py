"""Signal by signal: its state and its sentences, as many as can be read at once."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from onveilig_desktop import report
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.forms import button, card, column, label, row

_AT_ONCE: Final = 25


class SignalTable(QWidget):
    """A card that grows by a page of signals at a time."""

    def __init__(self, title: str, rows: Sequence[report.Row]) -> None:
        super().__init__()
        self._rows = rows
        self._shown = 0
        self._inside: QVBoxLayout = column(gap=12)
        self.more = button("", "quiet")
        self.more.clicked.connect(self._show_more)
        heading = label(title, "heading")
        self.setLayout(column(card(column(heading, self._inside, self.more, gap=12, margin=18))))
        self._show_more()

    def _show_more(self) -> None:
        shown = self._shown + _AT_ONCE
        for found in self._rows[self._shown : shown]:
            self._inside.addLayout(_lines(found))
        self._shown = min(shown, len(self._rows))
        left = len(self._rows) - self._shown
        self.more.setText(ngettext("Show {n} more", "Show {n} more", left))
        self.more.setVisible(left > 0)


def _lines(found: report.Row) -> QVBoxLayout:
    head = row(label(found.label, "strong"), label(found.state_label, "muted"), None)
    lines = [line for line in (found.sentence, found.recency) if line]
    return column(head, *(label(line, wrap=True) for line in lines), gap=2)
