"""One chart with all that belongs to it: its finding, its picture, honest lines, its data."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from onveilig_desktop import catalog
from onveilig_desktop.report.charts import Chart, Kind, make_chart
from onveilig_desktop.report.look import Look
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import icons
from onveilig_desktop.ui.chart_file import Format, chart_file
from onveilig_desktop.ui.chart_look import look_for
from onveilig_desktop.ui.chart_table import ChartTable
from onveilig_desktop.ui.chart_view import ChartView
from onveilig_desktop.ui.findings import Findings
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import button, column, in_order, label
from onveilig_desktop.ui.in_turn import in_turn
from onveilig_desktop.ui.in_view import bring_into_view
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.taking_panel import TakingPanel

if TYPE_CHECKING:  # matplotlib comes with it, and is for the worker alone
    from onveilig_desktop.report.picture import Picture


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which chart: of everything, of one signal, or of a facing pair on one strip."""

    findings: Findings
    kind: Kind
    signal: catalog.SignalId | None = None
    pair: catalog.SignalId | None = None

    @property
    def about(self) -> str:
        """The one signal it is about, where there is one."""
        return "" if self.signal is None else self.findings.known.signals[self.signal].label

    def make(self) -> Chart:
        """Count what the chart shows; for the worker."""
        found = self.findings
        patterns = found.patterns
        if self.pair is not None:
            patterns = patterns.facing(self.pair)
        return make_chart(self.kind, patterns, found.material, found.known, self.signal)


class ChartPane(QWidget):
    """Asks the worker for a chart and its picture, and shows them."""

    entries_wanted = Signal(list)
    answered = Signal()
    """What was wanted last is shown, or could not be."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._wanted: Wanted | None = None
        self._latest = object()
        """Stands for the picture that was asked for last: earlier ones need not be drawn."""
        self.made: Chart | None = None
        self._about = label("", "strong", wrap=True)
        self._title = label("", "heading", wrap=True)
        self.view = ChartView()
        self.view.width_changed.connect(self._draw)
        self.view.entries_wanted.connect(self.entries_wanted)
        self._notes: QVBoxLayout = column(gap=4)
        self.table: ChartTable | None = None
        self._table_place: QVBoxLayout = column()
        about = _("The same data as a table")
        self.as_table = button(_("As a table"), "quiet", describe=about)
        self.as_table.setCheckable(True)
        icons.put_fold(self.as_table)
        self.as_table.toggled.connect(self._show_table)
        self.save_png, self.save_svg = self._save_button("png"), self._save_button("svg")
        self._actions = flow(self.as_table, self.save_png, self.save_svg)
        self.leaving: TakingPanel | None = None
        self._leaving_place: QVBoxLayout = column()
        parts = (self._about, self._title, self.view, self._notes, self._actions)
        self.setLayout(column(*parts, self._leaving_place, self._table_place, gap=10))

    def show_chart(self, wanted: Wanted) -> None:
        """Show another chart; what was there stays until this one is ready."""
        self._wanted, self.made = wanted, None
        self._stay()
        self.view.show()
        self.view.ask_soon()

    def redraw(self) -> None:
        """Draw again in the colours and the size of now."""
        self.view.ask_soon()

    def _draw(self, width: int) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        self._latest = latest = object()
        work = partial(_made, wanted, self.made, look_for(self), width, self.devicePixelRatioF())
        self._session.ask(
            lambda _opened: work() if latest is self._latest else None,
            partial(self._drawn, wanted),
            owner=self,
            failed=self._not_drawn,
        )

    def _drawn(self, wanted: Wanted, answer: "tuple[Chart, Picture | None] | None") -> None:
        if answer is None or wanted is not self._wanted:
            return
        chart, picture = answer
        if self.made is not chart:
            self._show_words(chart, wanted.about)
        self.view.setVisible(picture is not None)
        if picture is not None:
            self.view.show_picture(picture, chart.title, chart.alternative)
        self.answered.emit()

    def _not_drawn(self, error: Exception) -> None:
        self.answered.emit()
        self._session.fail(error)

    def _show_words(self, chart: Chart, about: str) -> None:
        self.made = chart
        self._title.setText(chart.title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        while (item := self._notes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for note in chart.notes:
            self._notes.addWidget(label(note, "muted", wrap=True))
        self._actions.setVisible(chart.draw is not None)
        self.save_png.setEnabled(True)
        self.save_svg.setEnabled(True)
        self._show_table(self.as_table.isChecked())

    def _show_table(self, shown: bool) -> None:
        icons.put_fold(self.as_table)
        if shown and self.table is None:
            self.table = ChartTable()
            self._table_place.addWidget(self.table)
            in_order([self.save_svg, self.table])
        if self.table is not None:
            has_data = self.made is not None and self.made.draw is not None
            self.table.setVisible(shown and has_data)
            if shown and self.made is not None:
                self.table.show_table(self.made.title, self.made.table)

    def _save_button(self, kind: Format) -> QWidget:
        words = {"png": _("Save as PNG …"), "svg": _("Save as SVG …")}[kind]
        care = _("Anyone who finds the file can read it. Save it where only you can come.")
        made = button(words, "quiet", describe=care, icon="save")
        made.setToolTip(care)
        made.clicked.connect(lambda: self._let_leave(kind, made))
        return made

    def _let_leave(self, form: Format, asked: QWidget) -> None:
        """Say who can find the file, and let it go; it takes its place under the chart."""
        self._stay()
        if self.made is None:
            return
        panel = TakingPanel(self._session, chart_file(self.made, form), stands_alone=False)
        panel.left.connect(self._stay)
        panel.left.connect(asked.setFocus)
        self.leaving = panel

        def show() -> None:
            in_turn(panel, partial(bring_into_view, panel))  # once it has its place

        self._leaving_place.addWidget(panel)
        in_order([self.save_svg, *panel.findChildren(QPushButton)])
        panel.back.setFocus()
        panel.work.busy_changed.connect(show)
        show()

    def _stay(self) -> None:
        """Take the panel away through which a chart leaves."""
        if self.leaving is not None:
            self.leaving.hide()
            self.leaving.deleteLater()
            self.leaving = None


def _made(
    wanted: Wanted, made: Chart | None, look: Look, width: int, ratio: float
) -> "tuple[Chart, Picture | None]":
    from onveilig_desktop.report.charts import drawing  # late: brings matplotlib

    chart = wanted.make() if made is None else made
    return chart, drawing.picture(chart, look, width, ratio)
