"""What was noted of one entry, folded away when that is asked."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QWidget

from onveilig_desktop import journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.folded import Folded
from onveilig_desktop.ui.forms import column, label
from onveilig_desktop.ui.more_fields import HEADINGS
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.text_field import Story

_LINES_AT_ONCE = 80


class EntryTexts(Folded):
    """All texts below one another, each under its heading, and the facts below them.

    Args:
        session: whether texts are hidden.
        entry: whose texts.
        facts: what else was noted about it; a signal tells as much as a sentence.
        later: a line that is out of sight until there is something to say in it.
    """

    def __init__(
        self,
        session: Session,
        entry: journal.Entry,
        facts: Sequence[QWidget | QLayout],
        later: QLabel | None = None,
    ) -> None:
        texts = list(_texts_of(entry))
        parts = [*([column(*texts, gap=6)] if texts else []), *facts]
        inside = QWidget()
        inside.setLayout(column(*parts, *([later] if later else []), gap=12))
        words = _("Show this entry")
        super().__init__(session, inside, words=words)


class _Words(Story):
    """As high as two pages of lines, with no bar of its own; the page around it scrolls."""

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
