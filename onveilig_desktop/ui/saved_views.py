"""Questions that are asked often, one press away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from onveilig_desktop import journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Query, View
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.chip import Chip
from onveilig_desktop.ui.flow_layout import FlowLayout, flow
from onveilig_desktop.ui.forms import button, column, label, walked_before
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session

_LONGEST = 60


class SavedViews(QWidget):
    """A chip for each view; below it the view that is shown now can be kept, renamed or removed.

    A view is a question: removing it leaves the entries as they are.
    """

    wanted = Signal(object)
    """The query of the view that the person chose."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._query = Query()
        self._views: Sequence[View] = ()
        self._chips = FlowLayout(6)
        self._title = label(_("Saved views"), "strong")
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Name of this view"))
        self.name.setPlaceholderText(_("Name of this view"))
        self.name.setMaxLength(_LONGEST)
        self.name.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.name.returnPressed.connect(self._enter)
        self.keep = writes(
            button(_("Save view"), describe=_("Keeps the question, not what it finds"))
        )
        self.keep.clicked.connect(self._keep)
        self.rename = writes(button(_("Rename")))
        self.rename.clicked.connect(self._rename)
        self.remove = writes(button(_("Remove view"), describe=_("The entries stay as they are")))
        self.remove.clicked.connect(self._remove)
        self.state = label("", "muted", wrap=True)
        self._verbs = flow(self.keep, self.rename, self.remove, gap=6)
        parts = (self._title, self._chips, self.name, self._verbs, self.state)
        self.setLayout(column(*parts, gap=6))
        self._arrange()
        session.texts_hidden.connect(self._point_out)
        self._refresh()

    def show_query(self, query: Query) -> None:
        """Point out the view that asks just this."""
        if query == self._query:  # a name that is being typed stays
            return
        self._query = query
        self.state.setText("")
        self._arrange()

    def chip(self, name: str) -> QPushButton:
        """Return the button of the view with this name."""
        return next(chip for chip in self._buttons() if chip.accessibleName() == name)

    def _refresh(self) -> None:
        self._session.ask(lambda opened: opened.views.all(), self._show, owner=self)

    def _show(self, views: Sequence[View]) -> None:
        self._views = views
        while (item := self._chips.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for view in views:
            chip = Chip("", describe=_("Shows this view"), one_of=True)
            chip.clicked.connect(lambda _on, view=view: self._choose(view))
            self._chips.addWidget(chip)
        walked_before(self.name, self._buttons())
        self._arrange()

    def _buttons(self) -> list[QPushButton]:
        items = (self._chips.itemAt(number) for number in range(self._chips.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _now(self) -> View | None:
        return next((view for view in self._views if view.query == self._query), None)

    def _arrange(self) -> None:
        now = self._now()
        self._point_out()
        self.name.setText("" if now is None else now.name)

    def _point_out(self) -> None:
        """Show which view is shown now, by its name where that may be read; what is typed stays."""
        now, hides = self._now(), self._session.hides_texts
        for number, (view, chip) in enumerate(zip(self._views, self._buttons(), strict=False), 1):
            words = _("View {n}").format(n=number) if hides else view.name  # it may tell much
            chip.setText(words.replace("&", "&&"))
            chip.setAccessibleName(words)
            chip.setChecked(view is now)
        can_name = now is None or not hides
        has_question = not self._query.asks_nothing
        self._title.setVisible(bool(self._views) or has_question)
        self.name.setVisible(has_question and can_name)
        self._verbs.setVisible(has_question)
        self.keep.setVisible(now is None)
        self.rename.setVisible(now is not None and can_name)
        self.remove.setVisible(now is not None)

    def _choose(self, view: View) -> None:
        self._arrange()
        self.wanted.emit(view.query)

    def _enter(self) -> None:
        (self._keep if self._now() is None else self._rename)()

    def _keep(self) -> None:
        name, query = self.name.text(), self._query
        self._change(lambda opened: opened.views.keep(name, query))

    def _rename(self) -> None:
        name, now = self.name.text(), self._now()
        if now is not None:
            self._change(lambda opened: opened.views.rename(now, name))

    def _remove(self) -> None:
        now = self._now()
        if now is not None:
            self._change(lambda opened: opened.views.remove(now))

    def _change(self, work: Callable[[journal.Journal], object]) -> None:
        self.state.setText("")
        self._session.ask(work, lambda _: self._refresh(), owner=self, failed=self._refuse)

    def _refuse(self, error: Exception) -> None:
        self.state.setText(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error
