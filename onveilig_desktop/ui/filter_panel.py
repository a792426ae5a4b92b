"""Choosing which entries to see: when, which group, which signals, and a few facts."""

from collections.abc import Callable
from datetime import date
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import catalog, report
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Moment, Precision, Query, last_day
from onveilig_desktop.journal.dates import understand, write_day
from onveilig_desktop.journal.query import LATE
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.choices import Choice, Several
from onveilig_desktop.ui.forms import caption, column, label
from onveilig_desktop.ui.saved_views import SavedViews
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.signal_picker import SignalPicker
from onveilig_desktop.ui.thread_filter import ThreadFilter
from onveilig_desktop.ui.typed_line import TypedLine

Fact = Literal["repair_open", "written_late", "own_words"]
_LAST_DAY: Final = date.max


class FilterPanel(QWidget):
    """What is chosen here and what is typed in the search box make one query together."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.views = SavedViews(session)
        self.first, self.last = _day(_("From")), _day(_("Up to and including"))
        self.period = label("", "muted", wrap=True)
        self.groups: Several[catalog.Group] = Several(
            _("Group"),
            [(c.group, c.title, c.hint) for c in session.catalog.categories.values()],
        )
        self.facts: Several[Fact] = Several(_("What else"), _facts())
        self.one_thread = ThreadFilter(session)
        self.intensity = _intensity()
        self.signals = SignalPicker(session.catalog)
        self.signals.own_words.hide()
        self.signals.offer(session.catalog)
        session.catalog_changed.connect(lambda: self.signals.offer(session.catalog))
        self._build()
        for field in (self.first, self.last):
            field.typed.connect(lambda _text: self.changed.emit())
        for part in (self.groups, self.facts, self.one_thread, self.intensity, self.signals):
            part.changed.connect(self.changed)

    def query(self, text: str) -> Query:
        """Return what is chosen, with *text* to be sought.

        A date that is not understood is told about and asks for nothing.
        """
        self.period.setText("")
        facts = self.facts.chosen()
        return Query(
            text=text,
            first=self._read(self.first, _first_day),
            last=self._read(self.last, _final_day),
            groups=self.groups.chosen(),
            signals=self.signals.chosen(),
            repair_open="repair_open" in facts,
            intensity_from=self.intensity.value(),
            thread=self.one_thread.value(),
            written_late="written_late" in facts,
            own_words="own_words" in facts,
        )

    def show_query(self, query: Query) -> None:
        """Show what *query* asks for, without a word to anyone."""
        self.first.setText("" if query.first is None else write_day(query.first))
        self.last.setText("" if query.last is None else write_day(query.last))
        self.period.setText("")
        self.groups.choose(query.groups)
        self.signals.choose(query.signals)
        facts: dict[Fact, bool] = {
            "repair_open": query.repair_open,
            "written_late": query.written_late,
            "own_words": query.own_words,
        }
        self.facts.choose(fact for fact, is_asked in facts.items() if is_asked)
        self.intensity.choose(query.intensity_from)
        self.one_thread.choose(query.thread)

    def _read(self, field: TypedLine, meaning: Callable[[str, date], date]) -> date | None:
        if not field.text().strip():
            return None
        try:
            return meaning(field.text(), self._session.today)
        except OnveiligError as error:
            self.period.setText(sentence_of(error))
            return None

    def _build(self) -> None:
        parts: list[QWidget] = [label(_("Period"), "strong")]
        for field in (self.first, self.last):
            parts += [caption(field, "muted"), field]
        parts += [self.period, label(_("Group"), "strong"), self.groups]
        parts += [label(_("What else"), "strong"), self.facts, self.one_thread]
        parts += [label(_("At least this heavy for me"), "strong"), self.intensity]
        parts += [label(_("With one of these signals"), "strong"), self.signals]
        self.setLayout(column(*parts, self.views, None, gap=6, margin=4))


def _first_day(text: str, today: date) -> date:
    found = understand(text, today, until=_LAST_DAY)
    return found.day.replace(day=1) if found.precision is Precision.MONTH else found.day


def _final_day(text: str, today: date) -> date:
    found = understand(text, today, until=_LAST_DAY)
    if found.precision is not Precision.MONTH:
        return found.day
    return last_day(Moment(day=found.day.replace(day=1), precision=Precision.MONTH))


def _day(name: str) -> TypedLine:
    field = TypedLine()
    field.setAccessibleName(name)
    field.setPlaceholderText("14-3-2026")
    field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    return field


def _facts() -> list[tuple[Fact, str, str]]:
    late = ngettext("more than {n} day later", "more than {n} days later", LATE)
    return [
        ("repair_open", _("Repair still open"), _("Whether repair followed is not yet known")),
        ("written_late", _("Written late"), late),
        ("own_words", _("Own signals"), _("With a signal that you added yourself")),
    ]


def _intensity() -> Choice[int]:
    steps = range(1, 6)
    options = [(step, report.scale_words(step), report.intensity_words(step)) for step in steps]
    return Choice(_("At least this heavy for me"), options)
