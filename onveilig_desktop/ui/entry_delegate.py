"""Drawing one row of the journal: the date, the first words, the signals."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onveilig_desktop import catalog, texts
from onveilig_desktop.journal import EntryLine, Moment, Precision
from onveilig_desktop.journal.excerpt import Excerpt
from onveilig_desktop.report import part_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.entry_list_model import ROW_ROLE, Index, Row
from onveilig_desktop.ui.found_words import draw_opening
from onveilig_desktop.ui.line_words import folded_words

_PAD = 12
_GAP = 8
_AROUND = 6
_MARGINS = (2, _AROUND // 2, -2, -_AROUND // 2)
_FOCUS = 4
_TAG = 8
_IN_TAG = 20
"""What a signal takes beside its words."""
_CUT = Qt.TextElideMode.ElideRight


class EntryDelegate(QStyledItemDelegate):
    """All entries are of one height, so that a long list scrolls lightly."""

    def __init__(self, signals: catalog.Catalog) -> None:
        super().__init__()
        self._signals = signals
        self._hides_texts = False

    def know(self, signals: catalog.Catalog) -> None:
        """Call the signals from now on what *signals* call them."""
        self._signals = signals

    def hide_texts(self, hidden: bool) -> None:
        """Draw dates without first words and names; the view has to lay out anew."""
        self._hides_texts = hidden

    def heights(self, metrics: QFontMetrics) -> tuple[int, int]:
        """Return the height of a heading and that of an entry."""
        line = metrics.height()
        lines = 2 if self._hides_texts else 4
        return 2 * line, lines * line + 2 * _PAD + _GAP + _TAG + _AROUND + 4

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        """Return the height of a heading or of an entry."""
        heading, entry = self.heights(option.fontMetrics)
        row: Row = index.data(ROW_ROLE)
        return QSize(200, heading if row.is_heading else entry)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        """Draw a heading or an entry."""
        row: Row = index.data(ROW_ROLE)
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            painter.setPen(QColor(look.muted))
            painter.setFont(bold(option.font))
            below = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            month = texts.day_words(row.month, "month")
            painter.drawText(option.rect.adjusted(4, 0, 0, -6), below, month)
        else:
            inside = draw_frame(painter, option, look)
            if row.line is None:
                _blank(painter, inside, option.fontMetrics.height(), look)
            else:
                self._entry(painter, option.font, inside, row, row.line)
        painter.restore()

    def _entry(
        self, painter: QPainter, font: QFont, inside: QRect, row: Row, line: EntryLine
    ) -> None:
        look, metrics = theme.current(), QFontMetrics(font)
        y = _heading(painter, font, inside, line, look)
        if self._hides_texts:
            painter.drawText(inside.left(), y + _GAP + metrics.ascent() + 4, folded_words(line))
            return
        place = QRect(inside.left(), y + 4, inside.width(), 2 * metrics.height())
        painter.setPen(QColor(look.text))
        draw_opening(painter, font, place, row.excerpt or Excerpt(line.opening))
        y = place.bottom() + 1
        known = (self._signals.signals.get(key) for key in sorted(line.signals))
        tags = [signal for signal in known if signal is not None]
        place = QRect(inside.left(), y + _GAP, inside.width(), metrics.height() + _TAG)
        draw_tags(painter, font, place, tags, look)


def draw_frame(painter: QPainter, option: QStyleOptionViewItem, look: theme.Theme) -> QRect:
    """Draw the ground of an entry and return the room on it."""
    frame = QRectF(option.rect).adjusted(*_MARGINS)
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
    edge = look.focus if focused else look.accent if chosen else look.line
    wide = _FOCUS if focused else 2 if chosen else 1  # hue alone would not be seen by all
    painter.setPen(QPen(QColor(edge), wide))
    painter.setBrush(QColor(look.surface))
    painter.drawRoundedRect(frame, 10, 10)
    return room_on(option.rect)


def room_on(row: QRect) -> QRect:
    """Return where the words of a row stand on its ground."""
    return row.adjusted(*_MARGINS).adjusted(_PAD + 2, _PAD, -_PAD - 2, -_PAD)


def _blank(painter: QPainter, inside: QRect, line: int, look: theme.Theme) -> None:
    """Draw where the words of an entry will stand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.line))
    for number, width in enumerate((0.4, 0.9, 0.7)):
        top = inside.top() + number * line + line // 3
        painter.drawRoundedRect(QRectF(inside.left(), top, inside.width() * width, line / 2), 4, 4)


def _heading(
    painter: QPainter, font: QFont, inside: QRect, line: EntryLine, look: theme.Theme
) -> int:
    heavy = bold(font)
    metrics = QFontMetrics(heavy)
    day = _day(line.happened)
    painter.setFont(heavy)
    painter.setPen(QColor(look.text))
    baseline = inside.top() + metrics.ascent()
    painter.drawText(inside.left(), baseline, day)
    painter.setFont(font)
    painter.setPen(QColor(look.muted))
    left = inside.left() + metrics.horizontalAdvance(day) + 10
    painter.drawText(left, baseline, _detail(line.happened))
    return inside.top() + metrics.height()


def draw_tags(
    painter: QPainter,
    font: QFont,
    place: QRect,
    tags: list[catalog.Signal],
    look: theme.Theme,
) -> None:
    """Draw signals beside one another; the first is named, and what does not fit is counted."""
    metrics = QFontMetrics(font)
    x = place.left()
    for n, tag in enumerate(tags):
        rest = f"+{len(tags) - n}"
        after = metrics.horizontalAdvance(rest) + 12 if n < len(tags) - 1 else 0
        room = place.right() - x - after - _IN_TAG
        words = tag.label if n else metrics.elidedText(tag.label, _CUT, room)
        width = metrics.horizontalAdvance(words) + _IN_TAG
        if n and width - _IN_TAG > room:
            painter.setPen(QColor(look.muted))
            painter.drawText(x + 2, place.top() + metrics.ascent() + 4, rest)
            return
        ink, ground = look.of(tag.group)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        round_as = place.height() / 2 if tag.group is catalog.Group.FRICTION else 5
        painter.drawRoundedRect(QRectF(x, place.top(), width, place.height()), round_as, round_as)
        painter.setPen(ink)
        painter.drawText(x + 10, place.top() + metrics.ascent() + 4, words)
        x += width + 6


def bold(font: QFont) -> QFont:
    """Return *font* as the days stand in the list."""
    made = QFont(font)
    made.setBold(True)
    return made


def _day(happened: Moment) -> str:
    return texts.day_words(happened.day, "weekday" if happened.has_day else "month")


def _detail(happened: Moment) -> str:
    if happened.minute is not None:
        return texts.time_words(happened.minute)
    if happened.part is not None:
        return part_words(happened.part)
    if happened.precision is Precision.MONTH:
        return _("day unknown")
    return _("about this day") if happened.precision is Precision.ABOUT else ""
