"""The wordings of one entry, the first one too, and what changed from one to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QListView, QWidget

from onveilig_desktop import journal
from onveilig_desktop.report.differences import Change, Piece, differences
from onveilig_desktop.report.versions import also_changed, version_words, whole_wording
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.folded import Folded
from onveilig_desktop.ui.forms import CARD, card, column, label, scrolling
from onveilig_desktop.ui.frames import Halves
from onveilig_desktop.ui.row_list import row_list
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.text_field import Story

Comparison = tuple[Sequence[Piece], str]


class VersionsPage(Aside):
    """Dates on the left, the latest first; the wording of that date on the right."""

    is_wide = True

    def __init__(self, session: Session, entry_id: journal.EntryId) -> None:
        super().__init__(_("Wordings"))
        self._session = session
        self._versions: Sequence[journal.Version] = ()
        self.model = QStringListModel()
        self.list = self._make_list()
        self.story = Story(_("Wording"), "")
        self.changed = label("", "muted", wrap=True)
        legend = _("Underlined: new in this wording. Struck through: gone since the one before.")
        self.legend = label(legend, "small", wrap=True)
        self.texts = self._make_texts(session)
        self._build()
        session.ask(
            lambda opened: opened.history.versions(entry_id), self._show_versions, owner=self
        )

    def _show_versions(self, versions: Sequence[journal.Version]) -> None:
        self._versions = list(reversed(versions))
        self.model.setStringList([version_words(version) for version in self._versions])
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            version = self._versions[now.row()]
            earlier = self._versions[now.row() + 1 :]
            work = partial(_compare, before=earlier[0] if earlier else None, after=version)
            self._session.ask(
                lambda _opened: work(), partial(self._show_comparison, version), owner=self
            )

    def _show_comparison(self, version: journal.Version, found: Comparison) -> None:
        if self._versions[self.list.currentIndex().row()] is not version:
            return
        pieces, also = found
        self.story.clear()
        cursor = QTextCursor(self.story.document())
        for piece in pieces:
            cursor.insertText(piece.text, _format(piece.change))
        self.story.moveCursor(QTextCursor.MoveOperation.Start)
        self.texts.begin_anew()
        self.changed.setText(also)
        self.changed.setVisible(bool(also))
        self.legend.setVisible(any(piece.change is not Change.SAME for piece in pieces))

    def _make_list(self) -> QListView:
        view = row_list(_("Wordings"), self.model)
        view.selectionModel().currentChanged.connect(self._choose)
        return view

    def _make_texts(self, session: Session) -> Folded:
        inside = QWidget()
        inside.setLayout(column(self.story, None, self.legend, gap=10))
        return Folded(session, inside)

    def _build(self) -> None:
        chosen = card(column(self.texts, None, self.changed, gap=10, margin=CARD))
        halves = Halves(self.list, chosen, shares=(2, 3), gap=16)
        about = _("Every wording that you saved stays readable, the first one too.")
        self.fill(label(about, wrap=True), scrolling(halves))


def _compare(*, before: journal.Version | None, after: journal.Version) -> Comparison:
    wording = whole_wording(after.entry)
    if before is None:
        return [Piece(wording, Change.SAME)], ""
    return (
        differences(whole_wording(before.entry), wording),
        also_changed(before.entry, after.entry),
    )


def _format(change: Change) -> QTextCharFormat:
    made = QTextCharFormat()
    if change is Change.ADDED:
        made.setFontUnderline(True)
        made.setFontWeight(QFont.Weight.DemiBold)
    if change is Change.GONE:
        made.setFontStrikeOut(True)
        made.setForeground(theme.load_colour("muted"))
    return made
