"""The three doubt questions as three cards that answer in words."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from onveilig_desktop.report.doubts import Doubt
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import APART, CARD, button, card, column, label, row

_LETTERS: Final = 34
"""Average letters that a card is wide at least; with less room the cards stand in a column."""


class DoubtCards(QWidget):
    """Beside one another where there is room, else below one another."""

    chart_wanted = Signal(object)
    """The kind of the chart that shows what a card says."""

    def __init__(self, doubts: Sequence[Doubt]) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(APART)
        for doubt in doubts:
            self._row.addWidget(self._card(doubt), 1)
        self.setLayout(self._row)
        self._count = len(doubts)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put the cards beside one another when each is wide enough to read."""
        super().resizeEvent(event)
        room = event.size().width() / max(1, self._count)
        fits = room >= _LETTERS * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way is not self._row.direction():
            self._row.setDirection(way)

    def _card(self, doubt: Doubt) -> QWidget:
        show = button(_("Show in a chart"), "quiet", describe=doubt.question, icon="patterns")
        show.clicked.connect(partial(self.chart_wanted.emit, doubt.kind))
        lines = [label(line, wrap=True) for line in doubt.lines]
        parts = (
            label(doubt.question, "muted", wrap=True),
            label(doubt.answer, "heading", wrap=True),
        )
        foot = [label(doubt.unknown, "muted", wrap=True)] if doubt.unknown else []
        return card(column(*parts, *lines, *foot, None, row(show, None), gap=8, margin=CARD))
