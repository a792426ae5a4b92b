"""Days: check-ins, what else was going on, and when nothing was written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from onveilig_desktop import journal, report
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.calendar_forms import MarkerForm, PauseForm
from onveilig_desktop.ui.check_in_form import CheckInForm
from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.dated_list import DatedList
from onveilig_desktop.ui.forms import PAGE, beside, button, card, column, label, page, row
from onveilig_desktop.ui.own_words_page import OwnWordsPage
from onveilig_desktop.ui.session import Session


class Kind(StrEnum):
    """What is listed."""

    CHECK_INS = "check_ins"
    MARKERS = "markers"
    PAUSES = "pauses"


@dataclass(frozen=True, slots=True)
class _Everything:
    """What the page shows, read in one go."""

    check_ins: Sequence[journal.CheckIn]
    with_entry: frozenset[date]
    markers: Sequence[journal.Marker]
    pauses: Sequence[journal.Pause]


class DaysPage(QWidget):
    """Three quiet lists; a form takes their place while something is added or changed."""

    visit_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._with_entry: frozenset[date] = frozenset()
        self.check_in_form = CheckInForm(session)
        self.marker_form, self.pause_form = MarkerForm(session), PauseForm(session)
        self.check_ins: DatedList[journal.CheckIn] = DatedList(
            _("Check-ins"), _check_in_hint(), _("New check-in"), self._check_in_words, "check-in"
        )
        self.markers: DatedList[journal.Marker] = DatedList(
            _("What was going on"), _marker_hint(), _("Add"), report.marker_words
        )
        self.pauses: DatedList[journal.Pause] = DatedList(
            _("Pauses"), _pause_hint(), _("Add"), report.pause_words
        )
        self.kind = _kinds()
        self.kind.changed.connect(self._show_kind)
        self.own_words = button(
            _("Own words"), "quiet", describe=keys.OWN_WORDS.shown, icon="words"
        )
        self.own_words.clicked.connect(lambda: self.visit_wanted.emit(OwnWordsPage))
        self.undo_bar, self.undo = self._make_undo()
        self._lists, self._whole = QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the lists again."""
        self._session.ask(_everything, self._show, owner=self)

    def show_kind(self, kind: Kind) -> None:
        """Show one of the lists."""
        self.kind.choose(kind)
        self._show_kind()

    def _check_in_words(self, made: journal.CheckIn) -> str:
        return report.check_in_words(made, has_entry=made.day in self._with_entry)

    def _show(self, found: _Everything) -> None:
        self._with_entry = found.with_entry
        self.check_ins.show_values(found.check_ins)
        self.markers.show_values(found.markers)
        self.pauses.show_values(found.pauses)

    def _show_kind(self) -> None:
        self._lists.setCurrentWidget(self._shown())

    def _shown(self) -> QWidget:
        lists: dict[Kind | None, QWidget] = {
            Kind.MARKERS: self.markers,
            Kind.PAUSES: self.pauses,
        }
        return lists.get(self.kind.value(), self.check_ins)

    def _open(self, form: QWidget) -> None:
        self.undo_bar.hide()
        self._whole.setCurrentWidget(form)

    def _shut(self) -> None:
        self._whole.setCurrentIndex(0)
        if self.isVisible():
            self._shown().setFocus()

    def _connect(self) -> None:
        self.check_ins.add_wanted.connect(lambda: self.visit_wanted.emit(CheckInPage))
        for rows, form in self._with_forms():
            rows.change_wanted.connect(partial(self._correct, form))
            form.saved.connect(self._shut)
            form.left.connect(self._shut)
        self.markers.add_wanted.connect(partial(self._begin, self.marker_form))
        self.pauses.add_wanted.connect(partial(self._begin, self.pause_form))
        self.check_ins.remove_wanted.connect(self._remove_check_in)
        self.markers.remove_wanted.connect(self._remove)
        self.pauses.remove_wanted.connect(self._remove)

    def _with_forms(self) -> list[tuple[DatedList[Any], Any]]:
        return [
            (self.check_ins, self.check_in_form),
            (self.markers, self.marker_form),
            (self.pauses, self.pause_form),
        ]

    def _begin(self, form: MarkerForm | PauseForm) -> None:
        self._open(form)
        form.begin()

    def _correct(self, form: Any, value: object) -> None:
        self._open(form)
        form.correct(value)

    def _remove_check_in(self, made: journal.CheckIn) -> None:
        self._change(
            lambda opened: opened.check_ins.remove(made.day),
            lambda opened: opened.check_ins.bring_back(made),
        )

    def _remove(self, made: journal.Marker | journal.Pause) -> None:
        self._change(
            lambda opened: opened.calendar.remove(made),
            lambda opened: opened.calendar.bring_back(made),
        )

    def _change(
        self, work: Callable[[journal.Journal], None], back: Callable[[journal.Journal], None]
    ) -> None:
        """Do *work*, and offer *back*."""
        self.undo.clicked.disconnect()
        self.undo.clicked.connect(partial(self._take_back, back))
        self._session.change(work, lambda _: self.undo_bar.show(), owner=self)

    def _take_back(self, back: Callable[[journal.Journal], None]) -> None:
        self.undo_bar.hide()
        self._shown().setFocus()
        self._session.change(back, lambda _: None, owner=self)

    def _make_undo(self) -> tuple[QWidget, QPushButton]:
        undo = button(_("Undo"), "quiet", describe=_("Puts back what was removed"), icon="undo")
        undo.clicked.connect(lambda: None)
        bar = card(row(label(_("Removed.")), None, undo, margin=6), "notice")
        bar.hide()
        return bar, undo

    def _build(self) -> None:
        for rows in (self.check_ins, self.markers, self.pauses):
            self._lists.addWidget(rows)
        overview = QWidget()
        ways = beside(self.kind, self.own_words)
        ways.setAlignment(self.kind, Qt.AlignmentFlag.AlignVCenter)
        title = label(_("Days"), "title")
        overview.setLayout(column(title, ways, self.undo_bar, self._lists, gap=14))
        for part in (overview, self.check_in_form, self.marker_form, self.pause_form):
            self._whole.addWidget(part)
        ground = page()
        ground.setLayout(column(self._whole, margin=PAGE))
        self.setLayout(column(ground))


def _everything(opened: journal.Journal) -> _Everything:
    check_ins, calendar = opened.check_ins, opened.calendar
    return _Everything(
        check_ins.all(), check_ins.days_with_entry(), calendar.markers(), calendar.pauses()
    )


def _kinds() -> Choice[Kind]:
    kinds = Choice(
        _("What is listed"),
        [
            (Kind.CHECK_INS, _("Check-ins"), ""),
            (Kind.MARKERS, _("What was going on"), ""),
            (Kind.PAUSES, _("Pauses"), ""),
        ],
        needed=True,
    )
    kinds.choose(Kind.CHECK_INS)
    return kinds


def _check_in_hint() -> str:
    return _(
        "How a day was, in twenty seconds, for days on which you write no entry. "
        "Check-ins show how things were in between; none is needed."
    )


def _marker_hint() -> str:
    return _(
        "What else was going on: moved in, holiday, counselling began. "
        "A neutral line beside the days; it counts as nothing."
    )


def _pause_hint() -> str:
    return _(
        "Days on which you did not write. A pause says that nothing is known of those days, "
        "not that nothing happened."
    )
