"""Taking the journal along in an open file, and bringing in what is elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.bringing_panel import BringingPanel
from onveilig_desktop.ui.forms import button, card, column, label, row, scrolling
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.taking_panel import TakingPanel, everything, table


class MovingPage(Aside):
    """Three ways to choose from; each takes the place of the choice while it is gone."""

    entry_wanted = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__(_("Take along and bring in"))
        self._session = session
        self.take_all = button(_("Take everything along …"))
        self.take_all.clicked.connect(lambda: self._turn(TakingPanel(session, everything(session))))
        self.take_table = button(_("Make a table …"))
        self.take_table.clicked.connect(lambda: self._turn(TakingPanel(session, table(session))))
        self.bring = button(_("Bring in …"))
        self.bring.clicked.connect(self._bring)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._ways())
        self.fill(self.stack)

    @property
    def panel(self) -> QWidget | None:
        """The way that was chosen, or nothing while they all stand there."""
        return self.stack.currentWidget() if self.stack.currentIndex() else None

    def _bring(self) -> None:
        panel = BringingPanel(self._session)
        panel.entry_wanted.connect(self.entry_wanted)
        self._turn(panel)
        panel.file.setFocus()

    def _turn(self, panel: TakingPanel | BringingPanel) -> None:
        asked = self.focusWidget()
        panel.left.connect(lambda: self._turn_back(panel, asked))
        self.stack.addWidget(panel)
        self.stack.setCurrentWidget(panel)
        panel.back.setFocus()

    def _turn_back(self, panel: QWidget, asked: QWidget | None) -> None:
        self.stack.removeWidget(panel)
        panel.deleteLater()
        if asked is not None:
            asked.setFocus()

    def _ways(self) -> QWidget:
        body = QWidget()
        body.setLayout(
            column(
                _way(
                    _("Everything in one file"),
                    _(
                        "To keep it somewhere safe, or to go on with it on another computer. "
                        "Whoever has the file can read it."
                    ),
                    self.take_all,
                ),
                _way(
                    _("A table of the entries"),
                    _("To count or sort in a spreadsheet. Whoever has the file can read it."),
                    self.take_table,
                ),
                _way(
                    _("Bring in"),
                    _(
                        "A copy of a journal of this program, or what you noted before in another "
                        "program. You see first what will come in."
                    ),
                    self.bring,
                ),
                None,
                gap=12,
            )
        )
        return scrolling(body)


def _way(title: str, about: str, way: QPushButton) -> QWidget:
    words = column(label(title, "heading", wrap=True), label(about, wrap=True), gap=6)
    return card(column(words, row(way, None), gap=12, margin=16))
