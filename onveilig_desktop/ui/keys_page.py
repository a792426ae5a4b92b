"""Which keys do what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.forms import card, column, label, scrolling
from onveilig_desktop.ui.session import Session


class KeysPage(Aside):
    """The table of ``keys``, with what every program has."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Keys"))
        about = _(
            "Tab goes to the next field or button, Shift with Tab goes back. Enter or the space "
            "bar presses a button; the arrows walk through a list."
        )
        table = _table(keys.leave_words(session.preferences))
        body = QWidget()
        body.setLayout(column(label(about, wrap=True), card(table), None, gap=12))
        area = scrolling(body)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # in a small window the arrows scroll it
        area.setProperty("kind", "reading")
        area.setAccessibleName(self.title)
        self.fill(area)


def _table(leave: str) -> QGridLayout:
    rows = [(key.shown, key.words) for key in keys.KEYS]
    if leave:
        rows.append((leave, _("Leaves at once, from everywhere; what you typed is kept")))
    table = QGridLayout()
    table.setContentsMargins(16, 16, 16, 16)
    table.setHorizontalSpacing(24)
    table.setVerticalSpacing(8)
    table.setColumnStretch(1, 1)
    for number, (chord, does) in enumerate(rows):
        table.addWidget(label(chord, "key"), number, 0, Qt.AlignmentFlag.AlignLeft)
        table.addWidget(label(does, wrap=True), number, 1)
    return table
