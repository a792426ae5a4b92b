"""How the program behaves, and what keeps the journal: each folded away until asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.appearance_panel import AppearancePanel
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.copies_page import CopiesPage
from onveilig_desktop.ui.copies_panel import CopiesPanel
from onveilig_desktop.ui.fold import Fold
from onveilig_desktop.ui.forms import button, card, column, row, scrolling
from onveilig_desktop.ui.passphrase_panel import PassphrasePanel
from onveilig_desktop.ui.place_panel import PlacePanel
from onveilig_desktop.ui.preferences_panel import PreferencesPanel
from onveilig_desktop.ui.privacy_page import PrivacyPage
from onveilig_desktop.ui.recovery_panel import RecoveryPanel
from onveilig_desktop.ui.session import Session


class SettingsPage(Aside):
    """What is typed under one heading stays while another one is looked at."""

    visit_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(_("Settings"))
        self.copies = CopiesPanel(session)
        self.copies.wanted.connect(lambda: self.visit_wanted.emit(CopiesPage))
        self.look = AppearancePanel(session)
        self.privacy = button(_("Privacy"), describe=_("What is protected, and what is not"))
        self.privacy.clicked.connect(lambda: self.visit_wanted.emit(PrivacyPage))
        self.preferences = PreferencesPanel(session)
        self.passphrase = PassphrasePanel(session)
        self.recovery = RecoveryPanel(session)
        self.place = PlacePanel(session)
        self.folds = {
            "look": Fold(_("Language and looks"), self.look),
            "preferences": Fold(_("Lock and leave"), self.preferences),
            "passphrase": Fold(_("Passphrase"), self.passphrase),
            "recovery": Fold(_("Recovery code"), self.recovery),
            "copies": Fold(_("Copies"), self.copies),
            "place": Fold(_("Move or erase"), self.place),
        }
        _say(self.folds["look"], self.look)
        _say(self.folds["preferences"], self.preferences)
        _say(self.folds["recovery"], self.recovery)
        _say(self.folds["copies"], self.copies)
        self.recovery.has_code_changed.connect(self.passphrase.know_code)
        self.passphrase.key_changed.connect(self.recovery.ask_again)
        body = QWidget()
        folds = [card(column(fold, margin=12)) for fold in self.folds.values()]
        body.setLayout(column(*folds, row(self.privacy, None), None, gap=12))
        self.fill(scrolling(body))

    def show_look(self, changed: str) -> None:
        """Unfold how everything looks, and stand on what was *changed* there."""
        self.folds["look"].toggle.setChecked(True)
        self.look.stand_on(changed)


def _say(
    fold: Fold, panel: AppearancePanel | PreferencesPanel | RecoveryPanel | CopiesPanel
) -> None:
    def tell() -> None:
        fold.say(panel.in_short())

    panel.in_short_changed.connect(tell)
    tell()
