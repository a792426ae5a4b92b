"""What goes into the summary: the left side of its page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import catalog, report
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.period import Span
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.chart_panel import kinds
from onveilig_desktop.ui.choices import Several
from onveilig_desktop.ui.entry_ticks import EntryTicks
from onveilig_desktop.ui.fold import Fold
from onveilig_desktop.ui.forms import column, in_order, label, wide
from onveilig_desktop.ui.name_letters import NameLetters
from onveilig_desktop.ui.period_picker import PeriodPicker
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.text_field import TextField

_QUESTIONS_HIGH = 110
_SWITCHES = ("places", "feelings", "files", "corrections", "code")


class SummaryChoices(QWidget):
    """Nothing but the first page goes out unless the person asks for it here."""

    changed = Signal()
    """The person chose something."""
    offered = Signal()
    """Other entries are on offer; what is chosen among them may differ."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.period = PeriodPicker(session)
        self.questions = TextField(_("Questions I want to ask"))
        self.questions.setFixedHeight(wide(_QUESTIONS_HIGH))
        self.entries = EntryTicks(session)
        self.names = NameLetters()
        self.charts = Several(_("Charts"), kinds()[1:])
        self.also = Several(_("Also along"), _also())
        self._without: frozenset[catalog.SignalId] = frozenset()
        self._offered: tuple[catalog.SignalId, ...] = ()
        self.signals: Several[catalog.SignalId] = Several(_("Signals"), [])
        self._signals = QWidget()
        self._signals.setLayout(column(self.signals))
        self.folds = self._make_folds()
        parts = (label(_("Period"), "strong"), self.period, *self.folds.values())
        self.setLayout(column(*parts, None, gap=10, margin=4))
        self._listen()
        self.entries.offer(self.period.period)

    @property
    def choice(self) -> SummaryChoice:
        """What is chosen now."""
        also = self.also.chosen()
        chosen_charts = self.charts.chosen()
        return SummaryChoice(
            period=self.period.period,
            without=self._without,
            ticked=self.entries.model.ticked(),
            quotes=self.entries.quotes,
            questions=self.questions.toPlainText(),
            letters=self.names.letters,
            charts=tuple(kind for kind in Kind if kind in chosen_charts),
            places="places" in also,
            feelings="feelings" in also,
            files="files" in also,
            corrections="corrections" in also,
            code="code" in also,
        )

    def choose(self, choice: SummaryChoice, span: Span) -> None:
        """Show what was chosen before, without a word to anyone."""
        self._without = choice.without
        self.period.choose(span, choice.period)
        self.refresh()
        self.entries.choose(choice.ticked, choice.quotes)
        self.questions.setPlainText(choice.questions)
        self.names.choose(choice.letters)
        self.charts.choose(choice.charts)
        self.also.choose(name for name in _SWITCHES if getattr(choice, name))
        self._tell()

    def offer_signals(self, rows: Sequence[report.Row]) -> None:
        """Offer the signals that were noted, and those that stay out already."""
        noted = {row.signal for row in rows} | self._without
        offered = tuple(key for key in self._session.catalog.signals if key in noted)
        if offered == self._offered:
            return
        self._offered = offered
        known = self._session.catalog.signals
        options = [(key, known[key].label, "") for key in offered if key in known]
        fresh: Several[catalog.SignalId] = Several(_("Signals"), options)
        for key, _words, _about in options:
            fresh.chip(key).setProperty("group", known[key].group.value)
        fresh.choose(set(offered) - self._without)
        fresh.changed.connect(self._signals_chosen)
        holder = self._signals.layout()
        assert holder is not None  # noqa: S101 - set when it was made
        holder.replaceWidget(self.signals, fresh)
        in_order([self.folds["signals"].toggle, *(fresh.chip(key) for key, *_words in options)])
        self.signals.deleteLater()
        self.signals = fresh

    def refresh(self) -> None:
        """Offer the entries as they are now."""
        self.entries.offer(self.period.period)

    def _make_folds(self) -> dict[str, Fold]:
        return {
            "signals": Fold(_("Signals"), self._signals),
            "questions": Fold(_("Questions I want to ask"), self.questions),
            "entries": Fold(_("Entries and quotes"), self.entries),
            "names": Fold(_("Names become letters"), self.names),
            "also": Fold(_("Also along"), self.also),
            "charts": Fold(_("Charts"), self.charts),
        }

    def _listen(self) -> None:
        self.period.changed.connect(self.refresh)
        for part in (self.period, self.entries, self.names, self.charts, self.also):
            part.changed.connect(self._changed)
        self.questions.textChanged.connect(self._changed)
        self.entries.offered.connect(self._tell)
        self.entries.offered.connect(self.offered)

    def _signals_chosen(self) -> None:
        self._without = frozenset(self._offered) - self.signals.chosen()
        self._changed()

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Say beside each heading what is chosen under it."""
        now = self.choice
        without = ngettext("{n} left out", "{n} left out", len(now.without))
        asked = len([line for line in now.questions.splitlines() if line.strip()])
        quotes = ngettext("{n} quote", "{n} quotes", len(now.quotes))
        entries = ngettext("{n} entry", "{n} entries", len(now.ticked))
        parts = [entries] * bool(now.ticked) + [quotes] * bool(now.quotes)
        self.folds["signals"].say(without if now.without else "")
        self.folds["questions"].say(str(asked) if asked else "")
        self.folds["entries"].say(", ".join(parts))
        self.folds["names"].say(str(len(now.letters)) if now.letters else "")
        self.folds["also"].say(str(len(self.also.chosen())) if self.also.chosen() else "")
        self.folds["charts"].say(str(len(now.charts)) if now.charts else "")


def _also() -> list[tuple[str, str, str]]:
    return [
        ("places", _("Where it was"), _("With the entries that go along in full")),
        ("feelings", _("What I felt and what it meant"), _("With the entries that go along")),
        ("files", _("Which files there are"), _("Their kind, size and fingerprint, not the files")),
        ("corrections", _("What was corrected later"), _("Dates only, not the words")),
        ("code", _("Code of today"), _("To check later that nothing was changed since")),
    ]
