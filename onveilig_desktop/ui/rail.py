"""The way through the program: its pages, the lock and the quick way out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.forms import button, column, label, on_keys


class Rail(QFrame):
    """Stands at the left of every page."""

    page_wanted = Signal(int)
    settings_wanted = Signal()
    keys_wanted = Signal()
    lock_wanted = Signal()
    exit_wanted = Signal()

    def __init__(self, pages: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.page_wanted)
        for n, name in enumerate(pages):
            choice = button(name, "rail", describe=f"Ctrl+{n + 1}")
            choice.setCheckable(True)
            on_keys(choice, f"Ctrl+{n + 1}")
            self._group.addButton(choice, n)
        self.settings = button(_("Settings"), "rail", describe=keys.SETTINGS.shown)
        on_keys(self.settings, keys.SETTINGS.chord)
        self.settings.setToolTip(keys.SETTINGS.shown)
        self.settings.clicked.connect(self.settings_wanted)
        self.keys = button(_("Keys"), "rail", describe=keys.HELP.shown)
        on_keys(self.keys, keys.HELP.chord)
        self.keys.setToolTip(keys.HELP.shown)
        self.keys.clicked.connect(self.keys_wanted)
        self.lock = button(_("Lock"), "rail", describe=keys.LOCK.shown)
        on_keys(self.lock, keys.LOCK.chord)
        self.lock.setToolTip(keys.LOCK.shown)
        self.lock.clicked.connect(self.lock_wanted)
        self.leave = button(
            _("Leave at once"), describe=_("Closes everything now; what you typed is kept")
        )
        self.leave.clicked.connect(self.exit_wanted)
        choices = self._group.buttons()
        heading = label(_("Notes"), "heading")
        below = (self.settings, self.keys, self.lock, self.leave)
        self.setLayout(column(heading, *choices, None, *below, gap=6, margin=14))
        self.setMinimumWidth(190)
        self.show_page(0)

    def tell_way_out(self, keys_of_it: str) -> None:
        """Say which keys do the same as the button to leave."""
        self.leave.setToolTip(keys_of_it)

    def show_page(self, number: int) -> None:
        """Mark the page that is open."""
        self._group.button(number).setChecked(True)

    @property
    def shown(self) -> int:
        """The page that is marked."""
        return self._group.checkedId()
