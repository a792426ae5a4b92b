"""Writing an entry: the story first, all else optional, nothing lost on the way."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal, report
from onveilig_desktop.errors import EmptyDraftError, TooLongError
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.attachments_panel import AttachmentsPanel
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.date_field import DateField
from onveilig_desktop.ui.draft_keeper import DraftKeeper
from onveilig_desktop.ui.flow_layout import foot
from onveilig_desktop.ui.forms import (
    CARD,
    button,
    caption,
    card,
    column,
    danger_words,
    label,
    on_keys,
    scrolling,
)
from onveilig_desktop.ui.growing_field import GrowingField
from onveilig_desktop.ui.more_fields import MoreFields
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.own_words_page import OwnWordsPage
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.signal_picker import SignalPicker
from onveilig_desktop.ui.typing_pause import TypingPause


class EntryEditor(QWidget):
    """Edits one draft; seals it in the vault at every pause in typing."""

    saved = Signal(object)
    left = Signal()
    discarded = Signal(object)
    visit_wanted = Signal(object)

    def __init__(self, session: Session, keeper: DraftKeeper) -> None:
        super().__init__()
        self._session = session
        self._keeper = keeper
        self._entry_id: journal.EntryId | None = None
        self._unsealed = False
        self._pause = TypingPause(self)
        self._pause.came.connect(self.seal)
        self.heading = label("", "heading")
        self.when = DateField(lambda: session.today)
        self.text = GrowingField(_("What happened?"))
        self.text.too_long.connect(lambda: self.say(sentence_of(TooLongError())))
        self.signals = SignalPicker(session.catalog)
        self.signals.own_words_wanted.connect(lambda: self.visit_wanted.emit(OwnWordsPage))
        session.catalog_changed.connect(lambda: self.signals.offer(session.catalog))
        self.repair = _repair()
        self.trust = _trust()
        self.intensity = _intensity()
        self.more = MoreFields()
        self.more.too_long.connect(lambda: self.say(sentence_of(TooLongError())))
        self.attachments = AttachmentsPanel(session, self)
        self.attachments.visit_wanted.connect(self.visit_wanted)
        self.state = label("", "muted", wrap=True)
        self._make_buttons()
        self._build()
        choices = (self.signals, self.repair, self.trust, self.intensity)
        for part in (self.when, *choices, self.more):
            part.changed.connect(self._edited)
        self.text.textChanged.connect(self._edited)

    def _make_buttons(self) -> None:
        self.save = writes(button(_("Save"), "primary", describe=keys.SAVE.shown, icon="check"))
        on_keys(self.save, keys.SAVE.chord)
        self.save.clicked.connect(self._save)
        self.later = button(_("Later"), describe=_("Keeps this draft, encrypted, and closes it"))
        self.later.clicked.connect(self._leave)
        about = _("Forgets this draft")
        self.discard = button(_("Throw away"), "quiet", describe=about, icon="delete")
        self.discard.clicked.connect(self._discard)
        to_signals = QShortcut(QKeySequence(keys.SIGNALS.chord), self)
        to_signals.activated.connect(self.signals.focus_first)

    def open(self, draft: journal.Draft) -> None:
        """Show *draft* and put the cursor in its story."""
        self._entry_id = draft.entry_id
        self.text.setPlainText(draft.text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.when.show_draft(draft)
        self.signals.choose(draft.signals)
        self.repair.choose(draft.repair)
        self.trust.choose(draft.trust)
        self.intensity.choose(draft.intensity)
        self.more.show_draft(draft)
        self.know_saved(False)
        self.save.setEnabled(True)  # it waits for the answer about another one
        self._unsealed = False
        self._pause.rest()
        self.say("")
        self._area.verticalScrollBar().setValue(0)
        self.text.setFocus()

    def make_ready(self) -> None:
        """Offer the signals and measure the form before it is shown, so that it opens at once."""
        self.signals.offer(self._session.catalog)
        self._area.take_in()

    def know_saved(self, is_saved: bool) -> None:
        """Say whether this corrects an entry; only an entry can have files beside it."""
        self.heading.setText(_("Correct") if is_saved else _("New entry"))
        self.attachments.show_entry(self._entry_id if is_saved else None)

    @property
    def entry_id(self) -> journal.EntryId | None:
        """The entry that is being written or corrected."""
        return self._entry_id

    def draft(self) -> journal.Draft:
        """Return what stands in the form."""
        return journal.Draft(
            entry_id=self._entry_id,
            text=self.text.toPlainText(),
            day=self.when.day.text(),
            typed_on=self.when.typed_on,
            minute=self.when.minute.text(),
            precision=self.when.precision.value() or journal.Precision.DAY,
            part=self.when.part.value(),
            signals=self.signals.chosen(),
            intensity=self.intensity.value(),
            trust=self.trust.value(),
            repair=self.repair.value(),
            details=self.more.details(),
            steps=self.more.steps.chosen(),
        )

    def type_again(self) -> None:
        """Treat what stands in the form as just typed, so that it is kept."""
        self._edited()

    def seal(self) -> None:
        """Keep the draft, encrypted, if anything was typed since the last time."""
        self._pause.rest()
        if self._unsealed:
            self._unsealed = False
            draft = self.draft()
            self._keeper.keep(draft, partial(self._sealed, draft), partial(self._not_sealed, draft))

    def _sealed(self, draft: journal.Draft) -> None:
        is_shown = draft.entry_id == self._entry_id and not self._unsealed
        if is_shown and not self.state.text():  # a warning stays until the person goes on
            self.say(_("Draft kept, encrypted"))

    def _not_sealed(self, draft: journal.Draft, error: Exception) -> None:
        if draft.entry_id == self._entry_id:
            self._unsealed = True
            self.say(sentence_of(error))
        else:
            self._session.fail(error)

    def _edited(self) -> None:
        self._unsealed = True
        self._pause.typed()
        self.say("")

    def say(self, sentence: str) -> None:
        """Tell the person something, below the form."""
        self.state.setText(sentence)

    def _save(self) -> None:
        self._pause.rest()
        self.save.setEnabled(False)
        draft = self.draft()
        self._session.change(
            lambda opened: opened.save(draft),
            partial(self._saved, draft),
            owner=self,
            failed=self._not_saved,
        )

    def _saved(self, draft: journal.Draft, entry: journal.Entry) -> None:
        self.save.setEnabled(True)
        if draft.entry_id != self._entry_id:  # by now another one is being written
            self._keeper.forget(entry.id)
            return
        if self.draft() != draft:  # typed on while it was being saved: that is the next version
            self._entry_id = entry.id
            self.attachments.show_entry(entry.id)
            self._edited()
            return
        self._unsealed = False
        self._keeper.forget(entry.id)
        self.saved.emit(entry.id)

    def _not_saved(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.say(sentence_of(error))
        at_text = isinstance(error, EmptyDraftError | TooLongError)
        fault = self.text if at_text else self.when.at_fault(error) or self.save
        fault.setFocus()

    def _leave(self) -> None:
        self.seal()
        self.left.emit()

    def _discard(self) -> None:
        draft = self.draft()
        self._pause.rest()
        self._unsealed = False
        self._keeper.forget(draft.entry_id)
        self.discarded.emit(draft)

    def _build(self) -> None:
        body = QWidget()
        body.setLayout(
            column(
                caption(self.text),
                self.text,
                label(_keep_out_words(), "small", wrap=True),
                label(_("When was it?"), "strong"),
                self.when,
                label(_("What do you recognise?"), "heading", wrap=True),
                self.signals,
                label(_("Did repair follow?"), "strong"),
                self.repair,
                label(_("More doubt or more trust in yourself?"), "strong", wrap=True),
                self.trust,
                label(_("How heavy was it for you?"), "strong", wrap=True),
                self.intensity,
                self.more,
                self.attachments,
                None,
                gap=10,
                margin=4,
            )
        )
        footer = foot(self.discard, None, self.later, self.save)
        danger = label(danger_words(), "small", wrap=True)
        self._area = scrolling(body)
        self._area.height_changed.connect(self.text.fit_in)
        parts = (self.heading, self._area, danger, self.state, footer)
        outside = card(column(*parts, gap=10, margin=CARD))
        self.setLayout(column(outside))


def _keep_out_words() -> str:
    """Return why some things are better not written here at all."""
    return _(
        "Plans, addresses and the names of people who help you are safer outside this "
        "journal: someone else may read it one day."
    )


def _repair() -> Choice[journal.Repair]:
    options = [(value, report.repair_words(value), "") for value in journal.Repair]
    return Choice(_("Did repair follow?"), options)


def _trust() -> Choice[int]:
    options = [(value, report.trust_words(value), "") for value in range(-2, 3)]
    return Choice(_("More doubt or more trust in yourself?"), options)


def _intensity() -> Choice[int]:
    steps = range(1, 6)
    options = [(step, report.scale_words(step), report.intensity_words(step)) for step in steps]
    return Choice(_("How heavy was it for you?"), options)
