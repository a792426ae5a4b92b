"""The words of one entry: its story and the short fields, folded away when that is asked."""

from collections.abc import Iterator

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, column, label, row
from onveilig_desktop.ui.more_fields import HEADINGS
from onveilig_desktop.ui.text_field import Story

_LINES_AT_ONCE = 16


class EntryTexts(QWidget):
    """Folded, there is only a button that shows them; it is gone once it was pressed."""

    def __init__(self, entry: journal.Entry, *, folded: bool) -> None:
        super().__init__()
        self._texts = QWidget()
        parts = list(_texts_of(entry))
        self._is_empty = not parts
        self._texts.setLayout(column(*parts, gap=6))
        self.show_text = button(_("Show text"))
        self.show_text.clicked.connect(self._unfold)
        self._holder = QWidget()
        self._holder.setLayout(row(self.show_text, None))
        self.setLayout(column(self._holder, self._texts, gap=0))
        self.fold(folded)

    def fold(self, folded: bool) -> None:
        """Hide the texts, or show them."""
        self._texts.setVisible(not folded)
        self._holder.setVisible(folded and not self._is_empty)

    def _unfold(self) -> None:
        self.fold(folded=False)
        shown = self._texts.findChild(Story)
        if isinstance(shown, Story):
            shown.setFocus()


class _Words(Story):
    """As high as a page of lines; the page around it scrolls on."""

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        most = _LINES_AT_ONCE * self.fontMetrics().lineSpacing()
        self.setMinimumHeight(min(self.maximumHeight(), most))


def _texts_of(entry: journal.Entry) -> Iterator[QWidget]:
    if entry.text:
        yield _Words(_("What happened?"), entry.text)
    for name, words in HEADINGS.items():
        said = getattr(entry.details, name)
        if said.strip():
            yield label(words(), "small", wrap=True)
            yield _Words(words(), said)
