"""Reading one entry back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from onveilig_desktop import journal, report
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import (
    beside,
    button,
    card,
    column,
    danger_words,
    label,
    on_keys,
    row,
)
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.text_field import Story

_HEAVIEST = 5


class EntryReader(QWidget):
    """Shows an entry whole; correcting and deleting are a step away."""

    edit_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, session: Session, entry: journal.Entry) -> None:
        super().__init__()
        self._session = session
        self.entry_id = entry.id
        self.edit = button(_("Correct"), describe="Ctrl+E")
        on_keys(self.edit, "Ctrl+E")
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(entry))
        self.delete = button(_("Delete"))
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(entry.id))
        self.setLayout(column(self._card(entry)))

    def _card(self, entry: journal.Entry) -> QWidget:
        story = Story(_("What happened?"), entry.text)
        facts = [label(fact, wrap=True) for fact in _facts(entry)]
        return card(
            column(
                beside(label(report.moment_words(entry.happened), "heading", wrap=True), self.edit),
                *_late(entry),
                story,
                self._signals(entry),
                *facts,
                *_danger(entry),
                None,
                row(self.delete, None),
                gap=10,
                margin=18,
            )
        )

    def _signals(self, entry: journal.Entry) -> QWidget:
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
        return flow(*chips, gap=6)


def _late(entry: journal.Entry) -> list[QWidget]:
    words = report.late_words(entry.happened, entry.written_at)
    return [label(words, "muted", wrap=True)] if words else []


def _danger(entry: journal.Entry) -> list[QWidget]:
    """Say where help is under the heaviest entries, whatever the counts say."""
    return [label(danger_words(), wrap=True)] if entry.intensity == _HEAVIEST else []


def _facts(entry: journal.Entry) -> list[str]:
    facts = []
    if entry.repair is not None:
        facts.append(
            _("Did repair follow? {answer}").format(answer=report.repair_words(entry.repair))
        )
    if entry.trust is not None:
        facts.append(_("Trust or doubt: {answer}").format(answer=report.trust_words(entry.trust)))
    if entry.intensity is not None:
        heavy = report.intensity_words(entry.intensity)
        facts.append(_("How heavy it was for me: {answer}").format(answer=heavy))
    return facts
