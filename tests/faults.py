"""What would stop someone who hears, enlarges or only types: looked for in the widgets in sight.

The rules are those that web pages are checked by, for the widgets of a window: each control
has a name and a role, is large enough to hit, is told apart from the others, belongs to the
label above it, and Tab comes by all of them as they are read.
"""

from collections import Counter
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
SMALLEST = 24
_NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}
_SAME_LINE = 4


def faults(window):
    """Everything that is wrong with what is in sight, in words."""
    shown = [part for part in window.findChildren(QWidget) if part.isVisible()]
    controls = [part for part in shown if _can_be_used(part)]
    walked = stops(window)
    return [
        *(f"no name: {_told(part)}" for part in {*controls, *walked} if not name(part)),
        *(f"no role: {_told(part)}" for part in walked if _is_without_role(part)),
        *(f"too small: {_told(part)}" for part in controls if _is_small(part)),
        *_said_twice(controls),
        *_beside_their_label(shown),
        *(f"Tab misses {_told(part)}" for part in controls if _is_missed(part, walked)),
        *out_of_order(walked),
    ]


def name(part):
    return _text(part, QAccessible.Text.Name)


def role(part):
    return QAccessible.queryAccessibleInterface(part).role()


def stops(window):
    """What Tab comes by, in its order."""
    found, part = [], window.nextInFocusChain()
    while part is not window:
        takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
        if takes and part.isVisible() and part.isEnabled() and window.isAncestorOf(part):
            found.append(part)
        part = part.nextInFocusChain()
    return found


def out_of_order(walked):
    """Each two in a row of which Tab takes the lower one first, among what scrolls together."""
    columns = {}
    for part in walked:
        columns.setdefault(_scrolled(part), []).append(part)
    return [
        f"Tab comes by {_told(first)} before {_told(then)}"
        for column in columns.values()
        for first, then in pairwise(column)
        if _is_read_before(_place(then), _place(first))
    ]


def _is_read_before(one, other):
    """Whether *one* stands above *other*, in the same column."""
    beside = min(one.bottom(), other.bottom()) - max(one.top(), other.top()) > _SAME_LINE
    if beside:
        return False
    above = one.bottom() <= other.top() + 1
    return above and min(one.right(), other.right()) > max(one.left(), other.left())


def _place(part):
    return QRect(part.mapTo(part.window(), QPoint()), part.size())


def _scrolled(part):
    """What scrolls *part*, if anything does: outside of it, places say nothing."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _can_be_used(part):
    through = part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    within = part.parentWidget()
    of_a_table = isinstance(within, QAbstractItemView)  # its corner
    return isinstance(part, CONTROLS) and part.isEnabled() and not through and not of_a_table


def _is_small(part):
    return not isinstance(part, QAbstractScrollArea) and min(part.width(), part.height()) < SMALLEST


def _said_twice(controls):
    """Names that two of the same kind have in one place, with nothing that tells them apart."""
    counted = Counter(
        (id(part.parentWidget()), type(part).__name__, name(part), _description(part))
        for part in controls
    )
    return [f"twice «{said}» ({about})" for (_, _, said, about), n in counted.items() if n > 1]


def _beside_their_label(shown):
    """Labels that say the name of a field, and do not belong to it."""
    fields = {
        part.accessibleName(): part
        for part in shown
        if isinstance(part, QLineEdit | QPlainTextEdit | QComboBox) and not _reads(part)
    }
    return [
        f"not the label of its field: «{part.text()}»"
        for part in shown
        if isinstance(part, QLabel)
        and part.text() in fields
        and part.buddy() is None
        and part.property("kind") != "heading"  # that is the title of the form
    ]


def _is_without_role(part):
    """What scrolls and holds no control takes the focus for the keys that move it: that is all."""
    return role(part) in _NO_ROLE and not isinstance(part, QScrollArea)


def _reads(part):
    return not isinstance(part, QComboBox) and part.isReadOnly()


def _is_missed(part, walked):
    group = part.group() if isinstance(part, QAbstractButton) else None
    if group is not None:  # the arrows go from one to the next
        return not any(other in walked for other in group.buttons())
    return part not in walked and part.focusProxy() not in walked


def _description(part):
    return _text(part, QAccessible.Text.Description)


def _text(part, which):
    found = QAccessible.queryAccessibleInterface(part)
    return found.text(which).strip() if found is not None else ""


def _told(part):
    kind = part.property("kind") or ""
    return f"{type(part).__name__} {kind} «{name(part)}» {_place(part).getRect()}"
