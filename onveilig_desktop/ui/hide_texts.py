"""The button that folds texts and signals away on every page, or shows them again."""

from functools import partial

from PySide6.QtWidgets import QPushButton

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import icons
from onveilig_desktop.ui.entry_list import EntryList
from onveilig_desktop.ui.forms import button
from onveilig_desktop.ui.session import Session


def hide_texts_button(session: Session, entries: EntryList) -> QPushButton:
    """Return a button that says what pressing it does now; *entries* are folded with the rest."""
    describe = _("Shows dates alone, and folds texts and signals away. Ctrl+H")
    made = button("", "quiet", describe=describe)
    made.setToolTip(describe)
    made.clicked.connect(session.turn_texts)
    session.texts_hidden.connect(entries.hide_texts)
    if session.hides_texts:  # as it is made, the list shows them
        entries.hide_texts(hidden=True)
    session.texts_hidden.connect(partial(_tell, made))
    _tell(made, session.hides_texts)
    return made


def _tell(made: QPushButton, hidden: bool) -> None:
    made.setText(_("Show texts") if hidden else _("Hide texts"))
    icons.put(made, "show" if hidden else "hide")
