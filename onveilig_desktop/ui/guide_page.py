"""The guide: what the words mean, what one can do, and whom one can call."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.about_page import AboutPage
from onveilig_desktop.ui.flow_layout import flow, foot
from onveilig_desktop.ui.forms import (
    PAGE,
    button,
    card,
    column,
    danger_words,
    label,
    page,
    row,
    scrolling,
    told,
)
from onveilig_desktop.ui.guide_parts import (
    danger_part,
    doubts_part,
    help_part,
    limits_part,
    steps_part,
    writing_part,
)
from onveilig_desktop.ui.guide_signals import signals_part
from onveilig_desktop.ui.late_fold import LateFold, Parts
from onveilig_desktop.ui.lent_text import LentText
from onveilig_desktop.ui.privacy_page import PrivacyPage
from onveilig_desktop.ui.reading import reading
from onveilig_desktop.ui.session import Session

_WIDEST = 980
"""In device-independent pixels; longer lines are hard to read."""
_SETTLED_MS = 300
"""What is unfolded grows for a few turns; so long its heading is kept at the top."""
_AROUND = 10
"""What stands free around a part."""


class Part(StrEnum):
    """What can be unfolded, from the top down."""

    SIGNALS = "signals"
    DOUBTS = "doubts"
    STEPS = "steps"
    WRITING = "writing"
    DANGER = "danger"
    HELP = "help"
    LIMITS = "limits"


class GuidePage(QWidget):
    """Parts to unfold, with a row of chips that lead to each."""

    visit_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lent = LentText(self)
        made = self._parts()
        self.parts = {part: LateFold(title, make) for part, (title, make) in made.items()}
        self.chips = {part: self._chip(part, title) for part, (title, _make) in made.items()}
        self.privacy = button(
            _("Privacy"), "quiet", icon="lock", describe=_("What is protected, and what is not")
        )
        self.privacy.clicked.connect(partial(self.visit_wanted.emit, PrivacyPage))
        self.about = button(_("About this program"), "quiet", icon="info")
        self.about.clicked.connect(partial(self.visit_wanted.emit, AboutPage))
        self._whole = QWidget()
        self._scroll = scrolling(self._whole)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._bring_to_top)
        self._wanted: QWidget | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._let_go)
        self._build()
        session.catalog_changed.connect(self.parts[Part.SIGNALS].make_anew)

    def show_part(self, part: Part) -> None:
        """Unfold a part and bring its heading to the top."""
        fold = self.parts[part]
        fold.toggle.setChecked(True)
        fold.toggle.setFocus()
        self._wanted = fold
        self._bring_to_top()
        self._settled.start()

    def _bring_to_top(self) -> None:
        if self._wanted is not None:
            place = self._wanted.mapTo(self._whole, QPoint(0, 0))
            self._scroll.verticalScrollBar().setValue(place.y() - _AROUND)

    def _let_go(self) -> None:
        self._wanted = None

    def _parts(self) -> dict[Part, tuple[str, Callable[[], Parts]]]:
        return {
            Part.SIGNALS: (
                _("Signals and friction"),
                lambda: signals_part(self._session.catalog),
            ),
            Part.DOUBTS: (_("Three questions"), doubts_part),
            Part.STEPS: (_("Six steps"), steps_part),
            Part.WRITING: (_("What to write down"), writing_part),
            Part.DANGER: (_("Direct danger"), partial(danger_part, self._lent)),
            Part.HELP: (_("Help lines"), partial(help_part, self._lent)),
            Part.LIMITS: (_("What it cannot do"), limits_part),
        }

    def _chip(self, part: Part, title: str) -> QPushButton:
        made = button(title, "chip", describe=_("Unfolds it below"))
        made.clicked.connect(partial(self.show_part, part))
        return made

    def _build(self) -> None:
        about = _("What the words in this program mean, what you can do, and whom you can call.")
        folds = [card(column(fold, margin=_AROUND)) for fold in self.parts.values()]
        self._whole.setLayout(column(reading(about), *folds, None, gap=10))
        head = foot(label(_("Guide"), "title"), None, self.privacy, self.about)
        danger = told(label(danger_words(), wrap=True), icon="talk")
        ground = page()
        body = column(head, danger, flow(*self.chips.values(), gap=6), self._scroll)
        body.setSpacing(12)
        body.setContentsMargins(PAGE, PAGE, PAGE, PAGE)
        body.setStretch(3, 1)
        whole = QWidget()
        whole.setMaximumWidth(_WIDEST)
        whole.setLayout(body)
        line = row(whole, None)
        line.setStretch(0, 1)
        line.setStretch(1, 0)  # gets what is left over when the page is as wide as it gets
        ground.setLayout(line)
        self.setLayout(column(ground))
