"""The charts: one is shown, the others are one press away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from onveilig_desktop import catalog
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.chart_pane import ChartPane, Wanted
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.findings import Findings
from onveilig_desktop.ui.forms import card, column, label, walked_before
from onveilig_desktop.ui.session import Session

_APART = frozenset({Kind.YEAR, Kind.GAPS, Kind.WEEK, Kind.TRUST})
"""Charts of which a facing pair has one each; on the strip it shares one."""


class ChartPanel(QWidget):
    """A row of kinds, a row of facing pairs, and the chart that was chosen."""

    entries_wanted = Signal(list)
    answered = Signal()
    """The first chart is shown, or could not be."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._findings: Findings | None = None
        self.kind: Choice[Kind] = Choice(_("Which chart"), kinds(), needed=True)
        self.kind.choose(Kind.STRIP)
        self.kind.changed.connect(self._choose)
        self.pair: Choice[catalog.SignalId] | None = None
        self._pair_title = label(_("Side by side"), "muted")
        self._pair_title.hide()
        self._pair_place: QVBoxLayout = column(self._pair_title, gap=4)
        self.panes = [self._pane(), self._pane()]
        self.pane.answered.connect(self.answered)
        self.panes[1].hide()
        body = column(self.kind, self._pair_place, *self.panes, gap=14, margin=18)
        self.setLayout(column(card(body)))

    @property
    def pane(self) -> ChartPane:
        """The first chart, which is always there."""
        return self.panes[0]

    def show_findings(self, found: Findings) -> None:
        """Draw anew from *found*, what was chosen staying chosen."""
        self._findings = found
        self._offer_pairs(found)
        self._choose()

    def show_kind(self, kind: Kind) -> None:
        """Show one of the charts."""
        self.kind.choose(kind)
        self._choose()
        self.kind.chip(kind).setFocus()

    def redraw(self) -> None:
        """Draw what is shown in the colours of now."""
        for pane in self.panes:
            if not pane.isHidden():  # or the whole page may be out of sight just now
                pane.redraw()

    def _choose(self) -> None:
        found, kind = self._findings, self.kind.value() or Kind.STRIP
        if found is None:
            return
        chosen = self._chosen_pair(kind)
        wanted = [Wanted(found, kind)]
        if chosen is not None and kind is Kind.STRIP:
            wanted = [Wanted(found, kind, pair=chosen)]
        elif chosen is not None:
            face = found.known.signals[chosen].face
            wanted = [Wanted(found, kind, signal=each) for each in (chosen, face) if each]
        self.panes[1].setVisible(len(wanted) > 1)
        for pane, each in zip(self.panes, wanted, strict=False):
            pane.show_chart(each)

    def _chosen_pair(self, kind: Kind) -> catalog.SignalId | None:
        """Return the concern of the pair that is laid side by side, if this chart can do so."""
        can = self.pair is not None and (kind is Kind.STRIP or kind in _APART)
        self._pair_title.setVisible(can)
        if self.pair is None:
            return None
        self.pair.setVisible(can)
        return self.pair.value() if can else None

    def _offer_pairs(self, found: Findings) -> None:
        before = None if self.pair is None else self.pair.value()
        if self.pair is not None:
            self._pair_place.removeWidget(self.pair)
            self.pair.hide()
            self.pair.deleteLater()
            self.pair = None
        pairs = [
            (
                row.signal,
                _("{concern} – {friction}").format(concern=row.label, friction=other.label),
            )
            for row, other in found.patterns.pairs
            if row.signal
        ]
        if pairs:
            describe = _("Lays the two that face each other side by side")
            self.pair = Choice(_("Side by side"), [(key, words, describe) for key, words in pairs])
            self.pair.choose(before if before in dict(pairs) else None)
            self.pair.changed.connect(self._choose)
            self._pair_place.addWidget(self.pair)
            chips = self.pair.findChildren(QPushButton)
            walked_before(self.pane.view, chips)

    def _pane(self) -> ChartPane:
        pane = ChartPane(self._session)
        pane.entries_wanted.connect(self.entries_wanted)
        return pane


def kinds() -> list[tuple[Kind, str, str]]:
    """Return the charts with their short names and the question that each answers."""
    return [
        (Kind.STRIP, _("Timeline"), _("Did it come back?")),
        (Kind.YEAR, _("Calendar"), _("When in the year?")),
        (Kind.STEPS, _("Faster or slower"), _("Does it come faster or slower?")),
        (Kind.GAPS, _("Days in between"), _("How much time lies in between?")),
        (
            Kind.RETURN,
            _("After repair"),
            _("How long until it came back, after repair and without?"),
        ),
        (Kind.TOGETHER, _("Together"), _("What comes together?")),
        (Kind.WEEK, _("In the week"), _("When in the week?")),
        (Kind.TRUST, _("Trust or doubt"), _("More trust in myself, or more doubt?")),
    ]
