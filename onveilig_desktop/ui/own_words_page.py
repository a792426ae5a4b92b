"""Own words: every signal, what it is called here, and the person's own ones."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from onveilig_desktop import catalog
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.dated_list import DatedModel
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.forms import button, column, label, scrolling
from onveilig_desktop.ui.frames import Halves
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.own_words_forms import OwnSignalForm, WordingForm
from onveilig_desktop.ui.session import Session


class OwnWordsPage(Aside):
    """The signals on the left; on the right the words for the chosen one."""

    is_wide = True

    def __init__(self, session: Session) -> None:
        super().__init__(_("Own words"))
        self._session = session
        self.model: DatedModel[catalog.Signal] = DatedModel(self._words)
        self.list = self._make_list()
        self.add = writes(button(_("Add a signal of your own"), icon="new"))
        self.add.clicked.connect(self._begin)
        self.wording, self.own = WordingForm(session), OwnSignalForm(session)
        self._forms = QStackedWidget()
        for form in (self.wording, self.own):
            self._forms.addWidget(form)
            form.saved.connect(session.read_words)
        self.fill(label(_hint(), "muted", wrap=True), scrolling(self._halves()))
        session.catalog_changed.connect(self._refresh)
        self._refresh()

    def _halves(self) -> QWidget:
        left = QWidget()
        left.setLayout(column(self.list, self.add))
        return Halves(left, self._forms, shares=(4, 5), gap=16)

    def _refresh(self) -> None:
        """Show every signal in the words of now, and stay at the one that was chosen."""
        place = self.list.currentIndex().row()
        signals = list(self._session.catalog.signals.values())
        added = self._forms.currentWidget() is self.own and not self.list.currentIndex().isValid()
        self.model.show_values(signals)
        self.list.setCurrentIndex(self.model.index(len(signals) - 1 if added else max(place, 0)))

    def _begin(self) -> None:
        self.list.setCurrentIndex(QModelIndex())
        self.own.begin()
        self._forms.setCurrentWidget(self.own)
        self.own.name.setFocus()

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        signal: catalog.Signal | None = now.data(ROW_ROLE)
        if signal is None:
            return
        form = self.own if signal.is_own else self.wording
        form.correct(signal)
        self._forms.setCurrentWidget(form)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setAccessibleName(_("Signals"))
        view.setModel(self.model)
        view.setProperty("kind", "rows")
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._chosen)
        view.setUniformItemSizes(True)  # or all of them are measured
        view.ensurePolished()  # its first rows are laid out before it is shown
        self.setFocusProxy(view)
        return view

    @staticmethod
    def _words(signal: catalog.Signal) -> str:
        marks = []
        if signal.is_own:
            marks.append(_("own"))
        elif signal.own_label:
            marks.append(_("own name"))
        if signal.hides_meaning:
            marks.append(_("explanation hidden"))
        if signal.is_retired:
            marks.append(_("no longer offered"))
        return " · ".join([signal.label, *marks])


def _hint() -> str:
    return _(
        "What a signal is called on your screen is up to you. Its dates and counts stay the same, "
        "and old entries follow its new name."
    )
