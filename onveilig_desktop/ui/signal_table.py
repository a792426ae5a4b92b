"""Signal by signal: its state and its sentences, as many as can be read at once."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from onveilig_desktop import report, texts
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui import icons
from onveilig_desktop.ui.forms import button, card, column, in_order, label, row

_AT_ONCE: Final = 25
_IN_ONE_GO: Final = 3
"""Signals that are built before the window may do something else."""


class SignalTable(QWidget):
    """A card that grows by a page of signals at a time."""

    entries_wanted = Signal(list)

    def __init__(self, title: str, rows: Sequence[report.Row]) -> None:
        super().__init__()
        self._rows = rows
        self._built = self._due = 0
        self._walked: list[QPushButton] = []
        self._inside: QVBoxLayout = column(gap=16)
        self.more = button("", "quiet")
        self.more.clicked.connect(self._show_more)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._build_on)
        heading = label(title, "heading")
        self.setLayout(column(card(column(heading, self._inside, self.more, gap=12, margin=18))))
        self._show_more()

    @property
    def is_built(self) -> bool:
        """Whether every signal that is to be seen now is there."""
        return self._built == self._due

    def _show_more(self) -> None:
        self._due = min(self._due + _AT_ONCE, len(self._rows))
        left = len(self._rows) - self._due
        self.more.setText(ngettext("Show {n} more", "Show {n} more", left))
        self.more.setVisible(left > 0)
        self._build_on()

    def _build_on(self) -> None:
        until = min(self._built + _IN_ONE_GO, self._due)
        for found in self._rows[self._built : until]:
            lines = SignalLines(found)
            lines.entries_wanted.connect(self.entries_wanted)
            self._inside.addWidget(lines)
            self._walked += lines.findChildren(QPushButton)
        in_order([*self._walked, self.more])
        self._built = until
        if not self.is_built:
            self._next.start()


class SignalLines(QWidget):
    """One signal: its name, what is said of it, and why on demand."""

    entries_wanted = Signal(list)

    def __init__(self, found: report.Row) -> None:
        super().__init__()
        self._found = found
        told = found.told
        lines = (found.sentence, found.recency, told.gap, told.direction, told.counter)
        self._why_words: QWidget | None = None
        head = row(label(found.label, "strong"), label(found.state_label, "muted"), None)
        said = label("\n".join(filter(None, lines)), wrap=True)
        self._below: QVBoxLayout = column(gap=4)
        self.setLayout(column(head, said, self._below, gap=3))
        actions = self._actions()
        if actions:
            self._below.addLayout(row(*actions, None, gap=4))

    def _actions(self) -> Sequence[QWidget]:
        actions = []
        if self._found.told.why:
            self.why = button(_("Why do we say this?"), "quiet", describe=self._found.label)
            self.why.setCheckable(True)
            icons.put_fold(self.why)
            self.why.toggled.connect(self._show_why)
            actions.append(self.why)
        count = sum(len(mark.entries) for mark in self._found.marks)
        if count:
            words = ngettext("Show {n} entry", "Show {n} entries", count)
            self.entries = button(words, "quiet", describe=self._found.label)
            self.entries.clicked.connect(self._show_entries)
            actions.append(self.entries)
        return actions

    def _show_entries(self) -> None:
        """Ask for the entries, each of which is behind one mark; there can be thousands."""
        self.entries_wanted.emit([e for mark in self._found.marks for e in mark.entries])

    def _show_why(self, shown: bool) -> None:
        icons.put_fold(self.why)
        if self._why_words is None:
            words = "\n".join(f"•  {line}" for line in self._found.told.why)
            self._why_words = card(column(label(words, wrap=True), margin=10), "notice")
            self._below.addWidget(self._why_words)
        self._why_words.setVisible(shown)


class NotNoted(QWidget):
    """What was not noted, folded: one sentence for all, and their names."""

    def __init__(self, rows: Sequence[report.Row]) -> None:
        super().__init__()
        self._rows = rows
        self._names: QWidget | None = None
        words = ngettext("Not noted: {n} signal", "Not noted: {n} signals", len(rows))
        self.toggle = button(words, "quiet", describe=_("Shows or hides their names"))
        self.toggle.setCheckable(True)
        icons.put_fold(self.toggle)
        self.toggle.toggled.connect(self._show_names)
        self._inside: QVBoxLayout = column(row(self.toggle, None), gap=8, margin=10)
        self.setLayout(column(card(self._inside)))

    def _show_names(self, shown: bool) -> None:
        icons.put_fold(self.toggle)
        if self._names is None:
            names = texts.listing([each.label for each in self._rows])
            self._names = QWidget()
            sentence = label(self._rows[0].sentence, wrap=True)
            self._names.setLayout(column(label(names, wrap=True), sentence, margin=8))
            self._inside.addWidget(self._names)
        self._names.setVisible(shown)
