"""What recurs: a sentence first, then every day on one strip, then signal by signal."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from onveilig_desktop import catalog, journal, report
from onveilig_desktop.report.look import Look
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.chart_view import ChartView
from onveilig_desktop.ui.forms import card, column, label, page, scrolling
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.signal_table import SignalTable

if TYPE_CHECKING:  # matplotlib comes with it, and is for the worker alone
    from onveilig_desktop.report.picture import Picture


class PatternsPage(QWidget):
    """Asks the worker for the patterns and their picture, and shows both."""

    entries_wanted = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._patterns: report.Patterns | None = None
        self._body = QVBoxLayout()
        self.chart: ChartView | None = None
        ground = page()
        ground.setLayout(column(label(_("Patterns"), "title"), self._body, None, margin=22, gap=14))
        self._body.setSpacing(14)
        self.setLayout(column(scrolling(ground)))
        session.changed.connect(self.refresh)
        session.catalog_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        work = partial(_patterns, signals=self._session.catalog, today=self._session.today)
        self._session.ask(work, self._show, owner=self)

    def changeEvent(self, event: QEvent, /) -> None:
        """Draw again in the colours of a new theme."""
        if event.type() is QEvent.Type.PaletteChange and self.chart is not None:
            self.chart.ask_anew()
        super().changeEvent(event)

    def _show(self, patterns: report.Patterns) -> None:
        self._patterns = patterns
        self._empty_body()
        if not patterns.entries:
            self._body.addWidget(card(column(label(_invitation(), "muted", wrap=True), margin=24)))
            return
        self._body.addWidget(self._answer(patterns))
        if patterns.shown:
            self._body.addWidget(self._strip(patterns))
        for title, rows in _sections(patterns):
            self._body.addWidget(SignalTable(title, rows))

    def _answer(self, patterns: report.Patterns) -> QWidget:
        combined = patterns.combined
        lines = [combined.recency, report.future_sentence(patterns)]
        return card(
            column(
                label(_("Did this happen once, or does it come back?"), "muted"),
                label(combined.sentence, "heading", wrap=True),
                *(label(line, wrap=True) for line in lines if line),
                margin=18,
            )
        )

    def _strip(self, patterns: report.Patterns) -> QWidget:
        self.chart = ChartView()
        self.chart.width_changed.connect(self._draw)
        self.chart.entries_wanted.connect(self.entries_wanted)
        notes = [label(note, "muted", wrap=True) for note in report.notes(patterns)]
        title = label(report.finding(patterns), "heading", wrap=True)
        return card(column(title, self.chart, *notes, margin=18))

    def _draw(self, width: int) -> None:
        if self._patterns is not None and self.chart is not None:
            ratio = self.devicePixelRatioF()
            work = partial(_picture, self._patterns, _look(self.font().pointSizeF()), width, ratio)
            self._session.ask(lambda _: work(), self._drawn, owner=self.chart)

    def _drawn(self, picture: "Picture | None") -> None:
        if picture is not None and self.chart is not None and self._patterns is not None:
            self.chart.show_picture(picture, report.alternative(self._patterns))

    def _empty_body(self) -> None:
        self.chart = None
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _patterns(opened: journal.Journal, *, signals: catalog.Catalog, today: date) -> report.Patterns:
    return report.build_patterns(opened.lines(), signals, today)


def _picture(patterns: report.Patterns, look: Look, width: int, ratio: float) -> "Picture | None":
    from onveilig_desktop.report.figures import strip_picture  # late: brings matplotlib

    return strip_picture(patterns, look, width, ratio)


def _look(points: float) -> Look:
    worn = theme.current()
    screen = QApplication.primaryScreen()
    pixels = points * screen.logicalDotsPerInch() / 72
    return Look(
        text=worn.text,
        muted=worn.muted,
        line=worn.line,
        edge=worn.edge,
        surface=worn.surface,
        unsafety=worn.unsafety,
        violence=worn.violence,
        friction=worn.friction,
        repair=worn.focus,
        font_px=pixels,
    )


def _sections(patterns: report.Patterns) -> list[tuple[str, list[report.Row]]]:
    noted = [row for row in patterns.rows if row.marks]
    silent = [row for row in patterns.rows if not row.marks]
    sections = [
        (_("Signal by signal"), [row for row in noted if not row.is_friction]),
        (_("What was there as well"), [row for row in noted if row.is_friction]),
        (_("Not noted"), silent),
    ]
    return [(title, rows) for title, rows in sections if rows]


def _invitation() -> str:
    return _(
        "Here you see what comes back, once there is something to count. "
        "One entry is enough to begin; from two different days on, the days stand side by side."
    )
