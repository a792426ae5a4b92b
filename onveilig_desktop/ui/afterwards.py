"""What came after an entry that is read: the dated answers, and the thread it is in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal, report
from onveilig_desktop.errors import MissingEntryError
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import button, column, label, on_keys
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.thread_chooser import ThreadChooser
from onveilig_desktop.ui.thread_reader import ThreadReader


@dataclass(frozen=True, slots=True)
class _Found:
    answers: Sequence[journal.RepairAnswer]
    together: Sequence[journal.Entry]


class Afterwards(QWidget):
    """Two quiet ways to other entries; ``answers`` is for among what was noted."""

    visit_wanted = Signal(object)
    thread_wanted = Signal(object)
    """The id of the thread whose entries the list is to show."""

    def __init__(self, session: Session, entry: journal.Entry) -> None:
        super().__init__()
        self._session = session
        self._entry = entry
        self.answers = label("", "muted", wrap=True)
        self.answers.hide()
        ties = _("Ties it to another entry")
        about = f"{ties}. {keys.TIE.shown}"
        self.same = button(_("Same pain as …"), "quiet", describe=about, icon="thread")
        on_keys(self.same, keys.TIE.chord)
        self.same.clicked.connect(lambda: self._visit(ThreadChooser))
        self.together = button("", "quiet", describe=_("Reads what is tied together, in order"))
        self.together.clicked.connect(lambda: self._visit(ThreadReader))
        self.only = button(_("Show only this thread"), "quiet", describe=_("In the list"))
        self.only.clicked.connect(lambda: self.thread_wanted.emit(self._thread))
        self._thread: journal.ThreadId | None = None
        ways = flow(self.together, self.only, self.same, gap=4)
        for way in (self.together, self.only):
            way.hide()
        self.setLayout(column(ways))
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask again what came after."""
        work = partial(_found, entry_id=self._entry.id)
        self._session.ask(work, self._show, owner=self, failed=self._gone)

    def _visit(self, aside: type[ThreadChooser] | type[ThreadReader]) -> None:
        entry_id = self._entry.id
        self.visit_wanted.emit(lambda session: aside(session, entry_id))

    def _show(self, found: _Found) -> None:
        lines = [report.repair_answer_words(answer) for answer in found.answers]
        later = any(one.answered_at > self._entry.written_at for one in found.answers)
        self.answers.setText("\n".join([_("Your answers over time"), *lines]))
        self.answers.setVisible(later)
        many = len(found.together)
        self.together.setText(ngettext("Thread: {n} entry", "Thread: {n} entries", many))
        self._thread = found.together[0].thread
        for way in (self.together, self.only):
            way.setVisible(many > 1)

    def _gone(self, error: Exception) -> None:
        if not isinstance(error, MissingEntryError):
            self._session.fail(error)


def _found(opened: journal.Journal, *, entry_id: journal.EntryId) -> _Found:
    return _Found(opened.repairs.answers(entry_id), opened.threads.of(entry_id))
