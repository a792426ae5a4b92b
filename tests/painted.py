"""What a page looks like in the end: measured in its pixels, whatever made them so."""

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from faults import stops
from onveilig_desktop.ui.in_view import bring_into_view

TEXT, MARK = 4.5, 3.0
STRONG = {TEXT: 7.0, MARK: 4.5}
"""What the theme of high contrast keeps instead, after WCAG 2.2's strictest level."""
_BORDER = 4
"""So far inside of a button or a field its words begin."""


def _linear(levels):
    return np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)


_LIGHT = np.outer([0.2126, 0.7152, 0.0722], _linear(np.arange(256) / 255))
"""How much light each level of red, green and blue gives: looked up, for there are millions of
dots. Added one by one: a product of matrices wakes a thread for each processor."""


def luminance(colours):
    """Relative luminance of WCAG 2.2, of colours from 0 to 255 in the last axis."""
    return sum(light.take(colours[..., part]) for part, light in enumerate(_LIGHT))


def ratio(one, other):
    """How much lighter one is than the other, from 1 to 21."""
    lighter, darker = np.maximum(one, other), np.minimum(one, other)
    return (lighter + 0.05) / (darker + 0.05)


def pixels(pixmap):
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8)
    rows = rows.reshape(image.height(), image.bytesPerLine())[:, : 3 * image.width()]
    return rows.reshape(image.height(), image.width(), 3).copy()  # the image goes


def too_faint(window, least):
    """Every text in sight whose strongest dot stands out too little from its ground."""
    whole = luminance(pixels(window.grab()))
    return [
        f"{type(part).__name__} {part.property('kind')} «{_words(part)[:30]}»: {found:.1f}"
        for part in window.findChildren(QWidget)
        if _has_words(part) and (found := _contrast(window, whole, part)) < least
    ]


def _has_words(part):
    is_whole = part.visibleRegion().boundingRect() == part.rect()
    return part.isVisible() and part.isEnabled() and is_whole and bool(_words(part).strip())


def _words(part):
    if isinstance(part, QLineEdit):
        return "" if part.hasFocus() else part.text() or part.placeholderText()
    return part.text() if isinstance(part, QLabel | QAbstractButton) else ""


def _contrast(window, whole, part):
    place = QRect(part.mapTo(window, QPoint()), part.size())
    if not isinstance(part, QLabel):
        place.adjust(_BORDER, _BORDER, -_BORDER, -_BORDER)
    inside = whole[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
    levels, times = np.unique(inside.round(4), return_counts=True)
    return ratio(levels, levels[times.argmax()]).max()


def unseen_focus(window, least, known):
    """Every kind of control in sight on which the focus is not shown all around.

    *known* holds the kinds that were looked at before, and takes in those that are new.
    """
    unseen = []
    for part in stops(window):
        kind = _kind(part)
        if kind in known:
            continue
        known.add(kind)
        place, shown = _focused(window, part)
        part.clearFocus()
        QApplication.processEvents()
        changed = ratio(_painted(window, place), shown) >= least
        if changed.sum() < place.width() + place.height():
            unseen.append(f"{kind} «{part.accessibleName()}»: {changed.sum()}")
    return unseen


def _focused(window, part):
    """Where *part* stands when it has the focus, and what it looks like then."""
    part.setFocus(Qt.FocusReason.TabFocusReason)
    bring_into_view(part)
    QApplication.processEvents()
    place = part.visibleRegion().boundingRect().translated(part.mapTo(window, QPoint()))
    return place, _painted(window, place)


def _painted(window, place):
    return luminance(pixels(window.grab(place)))


def _kind(part):
    told = [str(part.property(name)) for name in ("kind", "group", "own")]
    return (type(part).__name__, *told, isinstance(part, QAbstractButton) and part.isChecked())
