"""Reading a thread: what is tied together, from the earliest day on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from onveilig_desktop import journal, report, texts
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.entry_texts import EntryTexts
from onveilig_desktop.ui.forms import button, card, column, label, on_keys, row
from onveilig_desktop.ui.frames import Fitted
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.session import Session


class ThreadReader(Aside):
    """One entry at a time, with the way to the one before and the one after."""

    def __init__(self, session: Session, entry_id: journal.EntryId) -> None:
        super().__init__(_("The same pain"))
        self._session = session
        self._entry_id = entry_id
        self._entries: Sequence[journal.Entry] = ()
        self._place = 0
        self.count = label("", "muted")
        self._room = QVBoxLayout()
        self.previous = button(_("Previous"), describe=keys.PREVIOUS.shown)
        on_keys(self.previous, keys.PREVIOUS.chord)
        self.previous.clicked.connect(lambda: self._go(self._place - 1))
        self.next = button(_("Next"), describe=keys.NEXT.shown)
        on_keys(self.next, keys.NEXT.chord)
        self.next.clicked.connect(lambda: self._go(self._place + 1))
        self.untie = writes(button(_("Take it out of this thread"), "quiet"))
        self.untie.clicked.connect(self._untie)
        foot = row(self.untie, None, self.previous, self.next)
        whole = QWidget()
        whole.setLayout(column(card(column(self._room, foot, gap=10, margin=18)), None))
        self.fill(self.count, whole)
        self.setFocusProxy(self.next)
        self._ask()

    def _ask(self) -> None:
        entry_id = self._entry_id
        self._session.ask(lambda opened: opened.threads.of(entry_id), self._read, owner=self)

    def _read(self, entries: Sequence[journal.Entry]) -> None:
        self._entries = entries
        self._go(min(self._place, len(entries) - 1))

    def _go(self, place: int) -> None:
        self._place = place
        many = len(self._entries)
        words = ngettext("Thread: {n} entry", "Thread: {n} entries", many)
        self.count.setText(f"{words} · {place + 1}/{many}")
        ways = (self.next, self.previous)
        was_walking = any(way.hasFocus() for way in ways)
        self.previous.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < many)
        if was_walking and not any(way.hasFocus() for way in ways):
            next(way for way in (*ways, self.back) if way.isEnabled()).setFocus()
        while (item := self._room.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._room.addWidget(self._shown(self._entries[place]))

    def _shown(self, entry: journal.Entry) -> QWidget:
        body = QWidget()
        facts = [label(fact, "muted", wrap=True) for fact in self._facts(entry)]
        body.setLayout(column(EntryTexts(self._session, entry, facts)))
        whole = QWidget()
        when = label(report.moment_words(entry.happened), "heading", wrap=True)
        whole.setLayout(column(when, Fitted(body), gap=10))
        return whole

    def _facts(self, entry: journal.Entry) -> list[str]:
        late = report.late_words(entry.happened, entry.written_at)
        known = self._session.catalog.signals.values()
        signals = [signal.label for signal in known if signal.id in entry.signals]
        repair = (
            ""
            if entry.repair is None
            else _("Did repair follow? {answer}").format(answer=report.repair_words(entry.repair))
        )
        return [fact for fact in (late, texts.listing(signals), repair) if fact]

    def _untie(self) -> None:
        untied = self._entries[self._place].id
        rest = [entry.id for entry in self._entries if entry.id != untied]
        self._session.change(
            lambda opened: opened.threads.untie(untied),
            lambda _: self._untied(rest),
            owner=self,
        )

    def _untied(self, rest: Sequence[journal.EntryId]) -> None:
        if len(rest) < 2:  # noqa: PLR2004 - one entry is no thread
            self.left.emit()
        else:
            self._entry_id = rest[0]
            self._ask()
