"""Forms for a signal: another name for one of the catalogue, or one of the person's own."""

from PySide6.QtCore import Qt

from onveilig_desktop import catalog, journal
from onveilig_desktop.journal.days import MAX_LINE
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.form_fields import choice_field, line_field
from onveilig_desktop.ui.forms import button, caption, label
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.small_form import SmallForm, Work
from onveilig_desktop.ui.typed_line import TypedLine

_LONGEST_MEANING = 300


class WordingForm(SmallForm):
    """What a signal of the catalogue is called on this screen."""

    form = journal.Form.WORDING

    def __init__(self, session: Session) -> None:
        super().__init__(session, has_back=False)
        self.original = label("", "strong", wrap=True)
        self.meaning = label("", "muted", wrap=True)
        self.name = _line(_("Your own name for it"), MAX_LINE)
        self.setFocusProxy(self.name)
        self.hidden: Choice[bool] = Choice(
            _("Hide the explanation"), [(True, _("Hide the explanation"), "")]
        )
        self.remember(name=line_field(self.name), hidden=choice_field(self.hidden, [True]))
        own = _("Leave it empty for the usual name. The summary on paper always uses that name.")
        self.lay_out(
            _("Call it something else"),
            self.original,
            self.meaning,
            caption(self.name, ""),
            self.name,
            self.hidden,
            label(own, "muted", wrap=True),
        )

    def correct(self, signal: catalog.Signal) -> None:
        """Show what *signal* is called."""
        self.seal()
        shipped = catalog.shipped().signals[signal.id]
        self.original.setText(shipped.label)
        self.meaning.setText(shipped.meaning)
        self.name.setText(signal.own_label)
        self.hidden.choose(True if signal.hides_meaning else None)
        self.start(signal.id)

    def resume(self, about: str) -> None:
        """Go on with the words for one signal."""
        self.correct(self.session.catalog.signals[catalog.SignalId(about)])

    def work(self) -> Work:
        """Return what keeps the wording."""
        signal_id, hides = catalog.SignalId(self.about), bool(self.hidden.value())
        wording = catalog.Wording(signal_id, self.name.text(), hides)
        return lambda opened: opened.own_words.word(wording)


class OwnSignalForm(SmallForm):
    """A signal that the person adds, changes, retires or brings back."""

    form = journal.Form.OWN_SIGNAL

    def __init__(self, session: Session) -> None:
        super().__init__(session, has_back=False)
        self._own: catalog.Signal | None = None
        self.name = _line(_("Name"), MAX_LINE)
        self.setFocusProxy(self.name)
        self.meaning = _line(_("What it stands for, if you like"), _LONGEST_MEANING)
        self.counts_as = _counts_as()
        self.remember(
            name=line_field(self.name),
            meaning=line_field(self.meaning),
            counts_as=choice_field(self.counts_as, [True, False]),
        )
        self.note = label("", "muted", wrap=True)
        self.retire = button("", "quiet")
        self.retire.clicked.connect(self._retire)
        self.lay_out(
            _("A signal of your own"),
            caption(self.name, ""),
            self.name,
            caption(self.meaning, ""),
            self.meaning,
            self.counts_as,
            self.note,
            self.retire,
        )

    def begin(self) -> None:
        """Ask for a new signal."""
        self.seal()
        self._own = None
        self.counts_as.choose(True)
        self._fill("", "", _("It counts and is drawn like the others, and is marked as your own."))

    def correct(self, signal: catalog.Signal) -> None:
        """Show an own signal."""
        self.seal()
        self._own = signal
        self._fill(signal.label, signal.meaning, _kept_words(signal))

    def resume(self, about: str) -> None:
        """Go on with a new signal, or with the words for one that is there."""
        if about:
            self.correct(self.session.catalog.signals[catalog.SignalId(about)])
        else:
            self.begin()

    def work(self) -> Work:
        """Return what keeps the signal."""
        own, name, meaning = self._own, self.name.text(), self.meaning.text()
        if own is not None:
            return lambda opened: opened.own_words.change(own.id, name, meaning)
        is_concern = bool(self.counts_as.value())
        return lambda opened: opened.own_words.add(name, meaning, is_concern=is_concern)

    def _fill(self, name: str, meaning: str, note: str) -> None:
        self.name.setText(name)
        self.meaning.setText(meaning)
        self.note.setText(note)
        self.counts_as.setVisible(self._own is None)
        self.retire.setVisible(self._own is not None)
        retired = self._own is not None and self._own.is_retired
        self.retire.setText(_("Offer it again") if retired else _("Offer it no longer"))
        self.start("" if self._own is None else self._own.id)

    def _retire(self) -> None:
        if self._own is None:
            return
        own = self._own
        self.keep(
            lambda opened: (
                opened.own_words.bring_back(own.id)
                if own.is_retired
                else opened.own_words.retire(own.id)
            )
        )


def _kept_words(signal: catalog.Signal) -> str:
    counts = _("Counts as a concern.") if signal.is_concern else _("Counts as ordinary friction.")
    kept = _("Entries that have it keep it, also when it is no longer offered.")
    return f"{counts} {kept}"


def _counts_as() -> Choice[bool]:
    options = [
        (True, _("A concern"), _("Something that left you feeling unsafe")),
        (False, _("Ordinary friction"), _("Something that was there as well")),
    ]
    return Choice(_("What it counts as"), options, needed=True)


def _line(name: str, longest: int) -> TypedLine:
    line = TypedLine()
    line.setAccessibleName(name)
    line.setMaxLength(longest)
    line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    return line
