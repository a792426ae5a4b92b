"""The words of one entry: its story and the short fields, folded away when that is asked."""

from collections.abc import Iterator

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.folded import Folded
from onveilig_desktop.ui.forms import column, label
from onveilig_desktop.ui.more_fields import HEADINGS
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.text_field import Story

_LINES_AT_ONCE = 16


class EntryTexts(Folded):
    """All texts below one another, each under its heading."""

    def __init__(self, session: Session, entry: journal.Entry) -> None:
        parts = list(_texts_of(entry))
        texts = QWidget()
        texts.setLayout(column(*parts, gap=6))
        super().__init__(session, texts, is_empty=not parts)


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
