"""The way through the program: its pages, the lock and the quick way out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.forms import SPACE, column, label, on_keys, row
from onveilig_desktop.ui.icons import Picture
from onveilig_desktop.ui.rail_button import RailButton, is_narrow

_MARGIN = 12
_GAP = 4


class Rail(QFrame):
    """Stands at the left of every page; with large letters the words stand below the icons."""

    page_wanted = Signal(int)
    settings_wanted = Signal()
    keys_wanted = Signal()
    lock_wanted = Signal()
    exit_wanted = Signal()

    def __init__(self, pages: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self._group = QButtonGroup(self)
        self.shown = 0
        """The page that is open, or was before the one beside the way."""
        for n, (name, icon) in enumerate(pages):
            choice = RailButton(name, icon, describe=f"Ctrl+{n + 1}")
            choice.setCheckable(True)
            choice.clicked.connect(partial(self._want, n))
            on_keys(choice, f"Ctrl+{n + 1}")
            self._group.addButton(choice, n)
        self.settings = _way(_("Settings"), "settings", keys.SETTINGS)
        self.settings.clicked.connect(self.settings_wanted)
        self.keys = _way(_("Keys"), "keys", keys.HELP)
        self.keys.clicked.connect(self.keys_wanted)
        self.lock = _way(_("Lock"), "lock", keys.LOCK)
        self.lock.clicked.connect(self.lock_wanted)
        about = _("Closes everything now; what you typed is kept")
        self.leave = RailButton(_("Leave at once"), "leave", describe=about, kind="leave")
        self.leave.clicked.connect(self.exit_wanted)
        self._build()
        self.show_page(0)

    def show_aside(self, way: RailButton | None) -> None:
        """Mark a page that is opened beside the way instead of the page before it, or none."""
        for each in (self.settings, self.keys):
            each.set_open(each is way)
        self._mark(None if way else self.shown)

    def tell_way_out(self, keys_of_it: str) -> None:
        """Say which keys do the same as the button to leave."""
        self.leave.setToolTip(keys_of_it)

    def show_page(self, number: int) -> None:
        """Mark the page that is open."""
        self.shown = number
        self._mark(number)

    def _mark(self, number: int | None) -> None:
        self._group.setExclusive(False)  # or one of them is always marked
        for each in self._group.buttons():
            each.setChecked(self._group.id(each) == number)
        self._group.setExclusive(True)

    def _want(self, number: int) -> None:
        self.page_wanted.emit(number)

    def _build(self) -> None:
        above = self._group.buttons()
        below = (self.settings, self.keys, self.lock, self.leave)
        narrow = is_narrow(self)
        head = [] if narrow else [_head()]
        whole = column(*head, *above, None, *below, gap=0 if narrow else _GAP, margin=_MARGIN)
        if narrow:
            whole.setContentsMargins(4, 6, 4, 6)
        self.setLayout(whole)
        self.setFixedWidth(whole.sizeHint().width())


def _head() -> QHBoxLayout:
    head = row(Picture("summary"), label(_("Notes"), "heading"), None)
    head.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
    return head


def _way(name: str, icon: str, key: keys.Key) -> RailButton:
    made = RailButton(name, icon, describe=key.shown)
    on_keys(made, key.chord)
    made.setToolTip(key.shown)
    return made
