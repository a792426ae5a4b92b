"""Drawing one row of the bin: the date, the first words, since when it is there."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from onveilig_desktop import journal, report, texts
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.entry_delegate import bold, draw_frame, room_on
from onveilig_desktop.ui.entry_list_model import ROW_ROLE, Index
from onveilig_desktop.ui.line_words import about
from onveilig_desktop.ui.session import Session

_GAP = 2


class BinDelegate(QStyledItemDelegate):
    """Three lines, each cut where the room ends; the words of the model have all of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        """Return the height of three lines, or of two where there is nothing to say."""
        lines = 3 if about(index.data(ROW_ROLE).line, self._session) else 2
        high = lines * (option.fontMetrics.height() + _GAP) - _GAP
        row = QRect(0, 0, 200, high)
        return QSize(200, high + row.height() - room_on(row).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        """Draw an entry in the bin."""
        binned: journal.Binned = index.data(ROW_ROLE)
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = draw_frame(painter, option, look)
        lines = (
            (report.moment_words(binned.line.happened), bold(option.font), look.text),
            (about(binned.line, self._session), option.font, look.text),
            (_since(binned), option.font, look.muted),
        )
        y = inside.top()
        for words, font, ink in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside.left(), y + metrics.ascent(), cut)
            y += metrics.height() + _GAP if words else 0
        painter.restore()


def binned_words(session: Session, binned: journal.Binned) -> str:
    """Return all that is said about an entry in the bin, whatever room there is to draw it."""
    when = report.moment_words(binned.line.happened)
    return "\n".join(filter(None, [when, about(binned.line, session), _since(binned)]))


def _since(binned: journal.Binned) -> str:
    day = texts.day_words(binned.binned_at.date(), "short")
    return _("deleted on {when}").format(when=day)
