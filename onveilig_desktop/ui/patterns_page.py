"""What recurs: three answers first, then the charts, then signal by signal."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from onveilig_desktop import report
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.chart_panel import ChartPanel
from onveilig_desktop.ui.chart_view import ChartView
from onveilig_desktop.ui.doubt_cards import DoubtCards
from onveilig_desktop.ui.findings import Findings, Inquiry
from onveilig_desktop.ui.forms import (
    APART,
    CARD,
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
    walked_before,
)
from onveilig_desktop.ui.in_turn import in_turn
from onveilig_desktop.ui.nothing_yet import NothingYet
from onveilig_desktop.ui.period_picker import PeriodPicker
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.signal_table import NotNoted, SignalTable
from onveilig_desktop.ui.waiting import tell_to_wait

_PLENTY: Final = 10_000
"""More room than a picture needs."""


class PatternsPage(QWidget):
    """Asks the worker what is found over a period, while it is in sight, and shows it."""

    entries_wanted = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Findings | None = None
        self.inquiry = Inquiry(session)
        self.inquiry.setParent(self)
        self.period = PeriodPicker(session)
        self.progress = label(_("Reading and counting your entries …"), "muted")
        self.progress.hide()
        self.charts = ChartPanel(session)
        self.charts.entries_wanted.connect(self.entries_wanted)
        self.charts.hide()
        self._later: list[Callable[[], QWidget]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        self.charts.answered.connect(self._next.start)
        self._above: QVBoxLayout = column(gap=APART)
        self._below: QVBoxLayout = column(gap=APART)
        self.area = self._build()
        self.inquiry.found.connect(self._show)
        self.inquiry.slow.connect(partial(tell_to_wait, self.progress))
        self.period.changed.connect(self.refresh)
        session.changed.connect(self.refresh)
        session.catalog_changed.connect(self.refresh)

    @property
    def chart(self) -> ChartView | None:
        """The chart in sight, if there is anything to draw."""
        view = self.charts.pane.view
        return view if self.charts.isVisibleTo(self) and view.isVisibleTo(self) else None

    def refresh(self) -> None:
        """Ask again, unless nobody is looking: then when somebody is."""
        if self.isVisible():
            self.inquiry.ask(self.period.period)

    def showEvent(self, event: QShowEvent, /) -> None:
        """Ask for what is found now; what is known already comes at once."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent, /) -> None:
        """Want no answer any more."""
        super().hideEvent(event)
        self.inquiry.drop()

    def changeEvent(self, event: QEvent, /) -> None:
        """Draw again in the colours of a new theme."""
        if event.type() is QEvent.Type.PaletteChange:
            self.charts.redraw()
        super().changeEvent(event)

    def _show(self, found: Findings) -> None:
        if found is self._shown:
            return
        self._shown = found
        patterns = found.patterns
        _clear(self._above)
        _clear(self._below)
        has_any = bool(patterns.entries or patterns.check_ins)
        self._keep_width(has_any)
        for part in self._first(found) if has_any else [_invitation(patterns)]:
            self._above.addWidget(part)
            below = self.charts.kind.chip(Kind.STRIP)
            walked_before(below, part.findChildren(QPushButton))
        self.charts.setVisible(has_any)
        self._later = list(self._tables(patterns)) if has_any else []
        self._next.stop()  # the tables wait for the chart: they would hold it up
        if has_any:
            in_turn(self, partial(self._chart, found))

    def _chart(self, found: Findings) -> None:
        if found is self._shown:
            self.charts.show_findings(found)

    def _go_on(self) -> None:
        """Build one more part; keys and clicks come between two of them."""
        if self._later:
            self._below.addWidget(self._later.pop(0)())
            self._next.start()

    def _keep_width(self, is_long: bool) -> None:
        """Give the scroll bar its place before anything is drawn beside it."""
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAlwaysOn if is_long else policy.ScrollBarAsNeeded
        self.area.setVerticalScrollBarPolicy(wanted)

    def _first(self, found: Findings) -> Sequence[QWidget]:
        cards = DoubtCards(found.doubts)
        cards.chart_wanted.connect(self._show_chart)
        future = report.future_sentence(found.patterns)
        ahead = [self._ahead(future, found.patterns)] if future else []
        heavy = [self._heavy(found.patterns)] if found.patterns.heavy else []
        return [*heavy, cards, *ahead]

    def _heavy(self, patterns: report.Patterns) -> QWidget:
        """Name whom to call, whatever the counts say."""
        count = ngettext(
            "You noted {n} entry as 5 of 5, very heavy.",
            "You noted {n} entries as 5 of 5, very heavy.",
            len(patterns.heavy),
        )
        return self._notice(f"{count} {danger_words()}", patterns.heavy)

    def _ahead(self, sentence: str, patterns: report.Patterns) -> QWidget:
        return self._notice(sentence, patterns.future)

    def _notice(self, sentence: str, entries: Sequence[object]) -> QWidget:
        show = button(_("Show"), "quiet", describe=sentence)
        show.clicked.connect(lambda: self.entries_wanted.emit(list(entries)))
        return told(label(sentence, wrap=True), show)

    def _tables(self, patterns: report.Patterns) -> Sequence[Callable[[], QWidget]]:
        silent = [row for row in patterns.rows if not row.at_least]
        tables = [partial(self._table, title, rows) for title, rows in _sections(patterns)]
        return [*tables, *([partial(NotNoted, silent)] if silent else [])]

    def _table(self, title: str, rows: list[report.Row]) -> QWidget:
        table = SignalTable(title, rows)
        table.entries_wanted.connect(self.entries_wanted)
        return table

    def _show_chart(self, kind: Kind) -> None:
        self.charts.show_kind(kind)
        self.area.verticalScrollBar().setValue(self.charts.y())

    def _build(self) -> QScrollArea:
        ground = page()
        title = row(label(_("Patterns"), "title"), self.progress, None, gap=APART)
        head = column(title, self.period, gap=8)
        body = column(head, self._above, self.charts, self._below, None, margin=PAGE, gap=APART)
        ground.setLayout(body)
        scroll = scrolling(ground)
        self.setLayout(column(scroll))
        return scroll


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _sections(patterns: report.Patterns) -> list[tuple[str, list[report.Row]]]:
    noted = [row for row in patterns.rows if row.at_least]
    together = [patterns.combined] if patterns.combined.at_least else []
    sections = [
        (_("Signal by signal"), [*together, *(row for row in noted if not row.is_friction)]),
        (_("What was there as well"), [row for row in noted if row.is_friction]),
    ]
    return [(title, rows) for title, rows in sections if rows]


def _invitation(patterns: report.Patterns) -> QWidget:
    """Say what will stand here, or that another period holds more."""
    if patterns.period != report.Period():
        words = _("Nothing was noted in this period. Choose another one to see more.")
    else:
        words = _(
            "Here you see what comes back, once there is something to count. "
            "One entry is enough to begin; from two different days on, the days stand side by side."
        )
    future = report.future_sentence(patterns)
    nothing = NothingYet("patterns", _("Nothing to count yet"), words)
    nothing.make_do(_PLENTY)  # the page scrolls
    ahead = [told(label(future, wrap=True))] if future else []
    return card(column(nothing, *ahead, margin=CARD + PAGE))
