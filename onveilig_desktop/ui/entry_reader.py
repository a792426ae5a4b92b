"""Reading one entry back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QPushButton, QWidget

from onveilig_desktop import catalog, journal, report, texts
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.afterwards import Afterwards
from onveilig_desktop.ui.entry_texts import EntryTexts
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import (
    APART,
    CARD,
    beside,
    button,
    card,
    column,
    danger_words,
    label,
    on_keys,
    row,
    scrolling,
    told,
)
from onveilig_desktop.ui.kept_beside import KeptBeside
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.step_picker import cautions

_HEAVIEST = 5


class EntryReader(QWidget):
    """Shows an entry whole; correcting and deleting are a step away."""

    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    visit_wanted = Signal(object)
    thread_wanted = Signal(object)

    def __init__(self, session: Session, entry: journal.Entry) -> None:
        super().__init__()
        self._session = session
        self.entry_id = entry.id
        self.edit = writes(button(_("Correct"), describe=keys.EDIT.shown, icon="edit"))
        on_keys(self.edit, keys.EDIT.chord)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(entry))
        self.delete = writes(button(_("Delete"), "quiet", icon="delete"))
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(entry.id))
        self.afterwards = Afterwards(session, entry)
        self.texts = EntryTexts(session, entry, self._told(entry), self.afterwards.answers)
        self.afterwards.visit_wanted.connect(self.visit_wanted)
        self.afterwards.thread_wanted.connect(self.thread_wanted)
        self.kept = KeptBeside(session, entry.id, self)
        self.kept.visit_wanted.connect(self.visit_wanted)
        self.attachments = self.kept.attachments
        self.setLayout(column(self._card(entry)))

    def _card(self, entry: journal.Entry) -> QWidget:
        body = QWidget()
        body.setLayout(column(self.texts, self.afterwards, self.kept, None, gap=12))
        return card(
            column(
                beside(label(report.moment_words(entry.happened), "heading", wrap=True), self.edit),
                *_late(entry),
                scrolling(body),
                row(self.delete, None),
                gap=10,
                margin=CARD,
            )
        )

    def _told(self, entry: journal.Entry) -> list[QWidget | QLayout]:
        facts = _table(_facts(entry))
        return [*self._signals(entry), *facts, *_steps(entry), *_danger(entry)]

    def _signals(self, entry: journal.Entry) -> list[QWidget]:
        known = [s for s in self._session.catalog.signals.values() if s.id in entry.signals]
        chips = []
        for signal in known:
            chip = QPushButton(signal.label)
            chip.setProperty("kind", "chip")
            chip.setProperty("group", signal.group.value)
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chips.append(chip)
        return [flow(*chips, gap=6)] if chips else []


def _late(entry: journal.Entry) -> list[QWidget]:
    words = report.late_words(entry.happened, entry.written_at)
    return [label(words, "muted", wrap=True)] if words else []


def _steps(entry: journal.Entry) -> list[QWidget]:
    """Say what the person did, never without the caution that belongs to it."""
    taken = [step.label for step in catalog.steps().values() if step.id in entry.steps]
    if not taken:
        return []
    words = label(_("What I did: {steps}").format(steps=texts.listing(taken)), wrap=True)
    caution = cautions(entry.steps)
    return [words, *([label(caution, "muted", wrap=True)] if caution else [])]


def _danger(entry: journal.Entry) -> list[QWidget]:
    """Say where help is under the heaviest entries, whatever the counts say."""
    return [told(label(danger_words(), wrap=True))] if entry.intensity == _HEAVIEST else []


def _table(facts: Sequence[tuple[str, str]]) -> Sequence[QGridLayout]:
    """Return what was answered beside what was asked."""
    if not facts:
        return []
    table = QGridLayout()
    table.setHorizontalSpacing(APART)
    table.setVerticalSpacing(6)
    table.setColumnStretch(1, 1)
    for number, (asked, answer) in enumerate(facts):
        table.addWidget(label(asked, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
        table.addWidget(label(answer, wrap=True), number, 1)
    return [table]


def _facts(entry: journal.Entry) -> list[tuple[str, str]]:
    facts = []
    if entry.repair is not None:
        facts.append((_("Repair"), report.repair_words(entry.repair)))
    if entry.trust is not None:
        facts.append((_("Trust or doubt"), report.trust_words(entry.trust)))
    if entry.intensity is not None:
        facts.append((_("How heavy"), report.intensity_words(entry.intensity)))
    return facts
