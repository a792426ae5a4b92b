"""Words that were found, made to stand out: in a row of the list and in a text."""

from collections.abc import Sequence
from itertools import count, takewhile

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from onveilig_desktop.journal.excerpt import Excerpt
from onveilig_desktop.journal.folding import Span, hits
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.text_field import Story

_BEYOND = "\uffff"


def draw_opening(painter: QPainter, font: QFont, place: QRect, words: Excerpt) -> None:
    """Draw two lines of *words* in *place*, and make the hits stand out."""
    text = words.text if words.hits else " ".join(words.text.split())
    first = laid_out(text, font, place.width())
    if first.lineCount() > 1:
        units = first.lineAt(0).textLength()
        kept = len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
        metrics = QFontMetrics(font)
        rest = metrics.elidedText(text[kept:], Qt.TextElideMode.ElideRight, place.width())
        text = text[:kept] + rest
    spans = _in_units(text, [span for span in words.hits if span.end <= len(text)])
    laid_out(text, font, place.width(), spans).draw(painter, QPointF(place.topLeft()))


def mark(widget: QWidget, words: Sequence[str]) -> None:
    """Make *words* stand out in every text on *widget*, and show the first one of each text."""
    for story in widget.findChildren(Story):
        text = story.toPlainText()
        found = _in_units(text, hits(text, words)) if words else []
        cursors = [_over(story, span) for span in found]
        story.setExtraSelections([_selection(cursor) for cursor in cursors])
        if cursors:
            cursors[0].setPosition(cursors[0].selectionStart())
            story.setTextCursor(cursors[0])


def laid_out(text: str, font: QFont, width: int, spans: Sequence[Span] = ()) -> QTextLayout:
    """Return *text* in lines of *width*, one below the other; what *spans* name stands out."""
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a row is not clipped
    layout.setTextOption(option)
    layout.setFormats([_range(span) for span in spans])
    layout.beginLayout()
    height = 0.0
    for line in takewhile(lambda line: line.isValid(), (layout.createLine() for _ in count())):
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += QFontMetrics(font).height()
    layout.endLayout()
    return layout


def _range(span: Span) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = span.start, span.end - span.start
    made.format = _look()
    return made


def _look() -> QTextCharFormat:
    worn = theme.current()
    look = QTextCharFormat()
    look.setBackground(QColor(worn.accent_soft))
    look.setForeground(QColor(worn.text))
    look.setFontUnderline(True)
    look.setUnderlineColor(QColor(worn.accent))
    return look


def _over(story: Story, span: Span) -> QTextCursor:
    cursor = QTextCursor(story.document())
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _selection(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = QTextCursor(cursor)
    made.format = _look()
    return made


def _in_units(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """Return *spans* as Qt counts: a character beyond the first 65,536 counts twice."""
    if not spans or max(text, default="") <= _BEYOND:
        return spans
    units, before, counted = [], 0, 0
    for edge in (edge for span in spans for edge in span):
        counted += len(text[before:edge].encode("utf-16-le")) // 2
        before = edge
        units.append(counted)
    return [Span(*pair) for pair in zip(units[::2], units[1::2], strict=True)]
