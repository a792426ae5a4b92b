"""The field for a story: plain text, private, and never too much to hold."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from onveilig_desktop.journal import MAX_TEXT
from onveilig_desktop.ui.file_drops import files_of

_MARGIN = 9


class TextField(QPlainTextEdit):
    """Takes plain text only, and refuses a paste that one entry could not hold."""

    too_long = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it wraps
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        """Leave files to the page around; their paths are not what the person means."""
        return not files_of(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData, /) -> None:
        """Paste, unless it is too long: then the clipboard still has it."""
        pasted = source.text()
        if len(pasted) + self.document().characterCount() > MAX_TEXT:
            self.too_long.emit()
        else:
            self.insertPlainText(pasted)


class Story(TextField):
    """A text to read back; as high as it needs to be and no higher, then it scrolls."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(name)
        self.setReadOnly(True)
        self.setProperty("kind", "bare")
        self.document().setDocumentMargin(0)
        self._whole = super().sizeHint().height()
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        """Ask for room for all of it; where there is less, it scrolls."""
        return QSize(super().sizeHint().width(), self._whole)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Find the height anew; a plain text document counts it in lines."""
        super().resizeEvent(event)
        lines = int(self.document().size().height())
        self._whole = lines * self.fontMetrics().lineSpacing() + 2 * _MARGIN
        self.setMaximumHeight(self._whole)
